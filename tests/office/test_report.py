"""The picture says what was published, in a page and on paper, without a network and a team."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pypdf
import pytest

from cxworkshop.office.database.connection import connect
from cxworkshop.office.database.pushing import make_room, push, refresh
from cxworkshop.office.rows import KindRow, PickRow, PromiseRow
from tests.office.conftest import Server
from tests.office.teams import team_figures

HOSTILE = '<script>alert("1")</script>'
FORMULA = "=1+1"
PROMISE = "When a customer waits, we say how long."


@pytest.fixture(scope="module")
def filled(cluster) -> Server:
    """Nine teams of Care, some of which call kinds of customers what no page should run."""
    with cluster.admin() as admin:
        admin.execute("CREATE DATABASE seen TEMPLATE office STRATEGY file_copy")
    server = Server(cluster, "seen")
    odd = tuple(KindRow(round=1, kind=kind, customers=9) for kind in (HOSTILE, FORMULA))
    teams = [team_figures(n, rounds=4, site=("North", "South")[n % 2]) for n in range(9)]
    with connect(server.url("mira")) as connection:
        make_room(connection, teams)
        for team in teams:
            push(connection, replace(team, rows=(*team.rows, *odd, *promises(team))))
        refresh(connection)
    return server


def promises(team):
    places = [(pick.round, pick.slot) for pick in team.of(PickRow)]
    return [PromiseRow(round=n, slot=slot, headline="", promise=PROMISE) for n, slot in places]


class Page(HTMLParser):
    """The tags of a page with their attributes, the cells of its tables, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.rows: list[list[str]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data):
        self.words += data
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


@pytest.fixture
def written(office, filled):
    office.ok(f"report --to out --from '{filled.url('rob')}' --year 2025 --csv")
    return office.folder / "out"


def test_the_page_fetches_and_runs_nothing_and_each_chart_has_its_table(written):
    text = (written / "report.html").read_text("utf-8")
    page = Page(text)
    tags = Counter(tag for tag, _attrs in page.tags)
    assert tags["svg"] == tags["figure"] == 10
    assert tags["section"] == tags["table"] == 11
    assert not tags.keys() & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert not {"src", "srcset", "style"} & {key for _tag, attrs in page.tags for key in attrs}
    assert {attrs["href"][0] for tag, attrs in page.tags if tag == "a"} == {"#"}
    assert "url(" not in text
    assert "@import" not in text
    ids = [attrs["id"] for _tag, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    used = [attrs["aria-labelledby"] for _tag, attrs in page.tags if "aria-labelledby" in attrs]
    assert {name for names in used for name in names.split()} <= set(ids)
    assert ("html", {"lang": "en", "dir": "ltr"}) in page.tags
    assert [tag for tag, _attrs in page.tags if tag in ("h1", "main", "nav")] == [
        "h1", "nav", "main",
    ]  # fmt: skip


def test_the_numbers_are_those_that_were_published(filled, written):
    rows = Page((written / "report.html").read_text("utf-8")).rows
    of_year = "SELECT came_to, improvements FROM office_views.outcomes WHERE grain = 'year'"
    asked = dict(filled.asked(f"{of_year} AND site IS NULL", "rob"))
    assert ["picked", str(asked["1 picked"])] in rows
    assert ["kept: noticed, and sure to stay", str(asked["5 kept"])] in rows
    easy = "SELECT extract(month FROM since)::integer, customers FROM office_views.ways"
    asked = dict(filled.asked(f"{easy} WHERE way = 'easy' AND grain = 'month' AND site IS NULL",
                              "rob"))  # fmt: skip
    assert ["Easy", *(str(asked.get(month, "–")) for month in range(1, 13))] in rows


def test_no_team_is_named_anywhere_and_hostile_words_stay_words(written):
    everything = b"".join(path.read_bytes() for path in written.iterdir())
    text = "".join(page.extract_text() for page in pypdf.PdfReader(written / "report.pdf").pages)
    for number in range(9):
        assert f"Team {number}".encode() not in everything
        assert f"Team {number}" not in text
    assert HOSTILE.encode() not in (written / "report.html").read_bytes()
    assert HOSTILE in Page((written / "report.html").read_text("utf-8")).words
    assert HOSTILE in text
    kinds = list(csv.DictReader(io.StringIO((written / "kinds.csv").read_text("utf-8-sig"))))
    assert {row["kind"] for row in kinds} >= {HOSTILE, f"'{FORMULA}"}


def test_the_paper_is_tagged_and_says_the_same(written):
    pdf = pypdf.PdfReader(written / "report.pdf")
    text = " ".join("".join(page.extract_text() for page in pdf.pages).split())
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    page = Page((written / "report.html").read_text("utf-8"))
    titles = [attrs["id"] for tag, attrs in page.tags if tag == "section"]
    assert len(titles) == 11
    for words in ("What became of wishes", "Where blockers wait", PROMISE):
        assert words in text
        assert words in page.words


def test_a_site_a_programme_and_a_year_are_chosen_or_asked_for(office, filled):
    out = office.ok(f"report --to south --from '{filled.url('ria')}' --programme Care --site South")
    assert out.split() == ["south/report.html", "south/report.pdf"]
    assert "Care, South, 2025" in (office.folder / "south" / "report.html").read_text("utf-8")
    said = office.refused(f"report --to x --from '{filled.url('ria')}' --programme Care")
    assert said == "Nothing of that has been published, or not to you."
    said = office.refused(f"report --to x --from '{filled.url('rob')}' --year 2019")
    assert said == "Nothing of that has been published, or not to you."
    said = office.refused(f"report --to x --from '{filled.url('rob')}' --programme Theirs")
    assert said == "Nothing of that has been published, or not to you."
    said = office.refused(f"report --to x --from '{filled.url('mira')}'")
    assert said == "You may not do that in this database. Ask whoever looks after it."
    assert not (office.folder / "x").exists()
    (office.folder / "file").write_text("")
    said = office.refused(f"report --to file/x --from '{filled.url('rob')}'")
    assert said == "file/x can’t be made."


def test_an_office_without_figures_says_so(office, server):
    said = office.refused(f"report --to x --from '{server.url('rob')}'")
    assert said == "Nothing has been published, or not to you."
