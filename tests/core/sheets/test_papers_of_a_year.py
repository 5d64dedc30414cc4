"""The papers of months two to twelve hold whatever a team writes: long, short, in any script."""

from __future__ import annotations

import io
import re

import pypdf
import pypdfium2
import pytest

from cxworkshop.sheets import SHEETS, PrintOptions
from cxworkshop.sheets.job import as_pdf, job
from cxworkshop.sheets.paper import LETTER, MM
from cxworkshop.workshop import Workshop
from tests.core.sheets.long_year import DAY_1, LongYear, Words, long_year
from tests.core.sheets.sentences import SENTENCES
from tests.core.sheets.test_every_sheet import ROLES, elements
from tests.opened import kept_open

PAPERS = (
    "year-wall", "year-wall-a3", "answers", "answer-slips", "round-start", "look-again",
    "practice", "pocket-card", "weekly-look",
)  # fmt: skip
SIDES = 11.0  # mm: the least margin, and room for the marks to cut along
JOINER = "\u200d"  # pdfium counts the signs that it joins to one in an order of its own
APART = 0.3  # of a line's height may be shared by two letters one below the other
SPOKEN = ("wish", "answer", "look", "praise", "it stays")
SCRIPTS = list(SENTENCES.values())


def long(place: str, n: int) -> str:
    if place == "name":
        return f"Maria-Magdalena Wolkenstein-Oberhuber of the second counter {n}"
    most = 1400 if place in SPOKEN else 480
    return (f"{n} And then I went home, and on the next day it was the same once more. " * 30)[
        :most
    ]


def in_scripts(place: str, n: int) -> str:
    said = SCRIPTS[n % len(SCRIPTS)]
    return said[:60] if place == "name" else said


def plain(place: str, n: int) -> str:
    return f"{place} number {n}"


KINDS: dict[str, tuple[Words, dict[str, int]]] = {
    "long": (long, {"rounds": 3}),
    "scripts": (in_scripts, {"rounds": 3}),
    "many": (plain, {"rounds": 3, "customers": 40, "wishes": 30}),
    "years": (plain, {"rounds": 14, "customers": 3, "wishes": 4}),
}


@pytest.fixture(scope="module")
def workshops(tmp_path_factory):
    folder = tmp_path_factory.mktemp("years")
    made = {
        kind: long_year(folder / f"{kind}.cxw", words, **size)
        for kind, (words, size) in KINDS.items()
    }
    with kept_open(made):
        yield made


@pytest.fixture(scope="module", params=KINDS)
def papers(request, workshops):
    """Every paper on Letter, which has the least room across."""
    there = workshops[request.param]
    return {slug: as_pdf([job(there, SHEETS[slug], PrintOptions(paper=LETTER))]) for slug in PAPERS}


def test_nothing_overlaps_and_nothing_leaves_its_margin(papers):
    for slug, data in papers.items():
        for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
            text, wide = page.get_textpage(), page.get_width()
            there = [text.get_rect(n) for n in range(text.count_rects())]
            assert there, (slug, number)
            assert min(left for left, *_rest in there) > SIDES * MM, (slug, number)
            assert max(right for _left, _low, right, _top in there) < wide - SIDES * MM, slug
            clash = [[text.get_text_bounded(*box) for box in pair] for pair in clashes(there)]
            assert not [pair for pair in clash if JOINER not in "".join(pair)], (slug, number)


def clashes(there):
    """Pairs that overlap: looked for from the top, where nothing below can reach up any more."""
    falling = sorted(there, key=lambda box: -box[3])
    for n, one in enumerate(falling):
        for other in falling[n + 1 :]:
            if other[3] <= one[1]:
                break
            if overlap(one, other):
                yield one, other


def overlap(one, other) -> bool:
    """Whether two pieces of text do; the letters of one sign have the same box."""
    if one == other:
        return False
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1 and down > APART * min(one[3] - one[1], other[3] - other[1])


def test_every_paper_can_be_read_aloud(papers):
    for slug, data in papers.items():
        root = pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]
        found = list(elements(root["/StructTreeRoot"]["/K"]))
        roles = [element["/S"][1:] for element in found]
        assert set(roles) <= ROLES, slug
        headings = [role for role in roles if role in ("H1", "H2", "H3")]
        assert headings[0] == "H1", slug
        assert all(element.get("/Alt") for element in found if element["/S"] == "/Figure"), slug


def pages_of(there: Workshop, slug: str) -> list[str]:
    """The text of each page of a sheet, on Letter."""
    data = as_pdf([job(there, SHEETS[slug], PrintOptions(paper=LETTER))])
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def test_the_head_of_a_table_stands_above_its_rows_alone(workshops):
    pages = pages_of(workshops["long"], "look-again")
    heads = [page.count("What they say now, in their words") for page in pages]
    assert heads == [0, 1] * (len(pages) // 2)


def test_how_many_notice_is_read_in_one_line(workshops):
    page = pages_of(workshops["years"], "year-wall")[0]
    assert "1 of 2" in page
    assert not re.search(r"\d of\s*[\r\n]", page)


def test_the_pages_of_two_years_add_up(workshops):
    year = workshops["years"].content.year.year(workshops["years"].today)
    pages = pages_of(workshops["years"], "year-wall")[:2]
    picked = [int(re.search(r"of (\d+) kept", page)[1]) for page in pages]
    noticed = [re.search(r"(\d+) of (\d+)\s+noticed", page) for page in pages]
    assert sum(picked) == year.picked == len(year.stories)
    assert sum(int(found[1]) for found in noticed) == sum(ring.notice for ring in year.rings)


TOLD = ("action-plan", "check-sheet", "staff-test", "poster", "staff-page", "thank-you")


class Recorded(LongYear):
    """Prints what is told of each round at its end."""

    def _look_again(self):
        super()._look_again()
        self.printed = getattr(self, "printed", {})
        self.printed[self.workshop.rounds.current().number] = told(self.workshop)


def told(there: Workshop) -> dict[str, list[str]]:
    found = {slug: [*map(undated, pages_of(there, slug))] for slug in TOLD}
    found["round-book"] = [
        re.sub(r"(Begun on .*?|From .*? to .*?)\.\s", "", undated(page))
        for page in pages_of(there, "round-book")
    ]
    return found


def undated(page: str) -> str:
    """The text without its day, which stands on the papers of the current round alone."""
    return re.sub(r"  ?· as of \w+ \d+ \w+ \d+", "", page)


def test_a_finished_round_prints_what_it_said_when_it_ended(tmp_path):
    with Workshop.new(tmp_path / "w.cxw", "Us", DAY_1) as there:
        year = Recorded(there, plain)
        year.go(4, customers=3, wishes=5)
        for number in range(1, 4):
            now = told(there.in_round(number))
            for slug, pages in year.printed[number].items():
                assert now[slug] == pages, (number, slug)
            assert "as of" not in pages_of(there.in_round(number), "action-plan")[0]
