"""The printed action plan."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from cxworkshop import i18n
from cxworkshop.content.values import CustomerQuote, PlanBlocker, PlanContent, PlanLicence, PlanStep
from cxworkshop.model import Row
from cxworkshop.queries.texts import FIELDS
from cxworkshop.sheets import SHEETS, PrintOptions, write_sheets
from cxworkshop.sheets.job import PrintJob, as_pdf
from cxworkshop.sheets.layout.document import CannotPrint, publish
from cxworkshop.sheets.needs import NotYet
from cxworkshop.sheets.paper import A4, LETTER, MM
from cxworkshop.sheets.typesetting.runs import curly
from tests.core.sheets.pdf_reading import taken_apart
from tests.core.sheets.plans_by_language import LANGUAGES, plan_in
from tests.opened import new
from tests.translations import HEADER, translate

TOLERANCE = 0.2  # mm
DRAWN: dict[tuple[object, ...], bytes] = {}  # several tests ask for the same plan
ACCENT = (10 / 255, 108 / 255, 116 / 255)


@pytest.fixture(params=[A4, LETTER], ids=["A4", "Letter"])
def paper(request):
    return request.param


def printed_plan(plans, target, paper):
    language, team = plans[0].language, plans[0].team
    sheet, options = SHEETS["action-plan"], PrintOptions(paper=paper)
    order = PrintJob(sheet, plans, options, team, date(2026, 11, 23), language)
    publish(as_pdf([order]), target)
    return target


@pytest.fixture
def printed(tmp_path, paper):
    def print_(*pages: PlanContent) -> Path:
        target = tmp_path / "plan.pdf"
        if (pages, paper) not in DRAWN:
            DRAWN[pages, paper] = printed_plan(pages, target, paper).read_bytes()
        target.write_bytes(DRAWN[pages, paper])
        return target

    return print_


def pages_of(path: Path) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def compact(text: str) -> str:
    return "".join(text.split())


def strings(value: object) -> list[str]:
    """Every text in the values of a sheet, however deep; of a row, what people wrote in it."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple):
        return [text for part in value for text in strings(part)]
    if isinstance(value, Row):
        return [text for name in FIELDS[type(value)] for text in strings(getattr(value, name))]
    if is_dataclass(value):
        return [text for field in fields(value) for text in strings(getattr(value, field.name))]
    return []


def marks(path: Path, weight: float) -> int:
    """How many lines of this weight are drawn: ticks, crosses and dashes have their own."""
    with taken_apart(path) as opened:
        drawn = [*opened.pages[0].curves, *opened.pages[0].lines]
        return sum(abs(one["linewidth"] - weight) < 0.01 for one in drawn)


def discs(path: Path) -> list[float]:
    """The diameters of the filled circles on the first page, in mm."""
    with taken_apart(path) as opened:
        return [
            round(curve["width"] / MM)
            for curve in opened.pages[0].curves
            if curve["fill"] and not curve["stroke"]
            and curve["non_stroking_color"] == pytest.approx(ACCENT, abs=0.01)
        ]  # fmt: skip


def test_little_and_normal_content_take_one_page(printed, normal, empty):
    for plan in (normal, empty, replace(empty, title="Shorter queue", owner="Ben")):
        assert len(pages_of(printed(plan))) == 1


def test_far_too_much_flows_on_and_every_page_says_which_it_is(printed, full):
    texts = pages_of(printed(full))
    assert len(texts) > 1
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
    assert all("1 of 3, continued:" in text for text in texts[1:])


@pytest.mark.parametrize("plan", ["normal", "full"])
def test_every_word_of_the_plan_stands_on_it(printed, plan, request):
    page = request.getfixturevalue(plan)
    shown = compact(" ".join(pages_of(printed(page))))
    quoted = {quote.words for quote in page.quotes}
    said_by = {quote.said_by for quote in page.quotes}
    left_out = quoted | said_by | {"en", "yes", "no", "unsure"}
    # A text cut between two pages has the foot and the head of the pages in its middle.
    lost = [
        text
        for text in strings(page)
        if text not in left_out and not all(compact(word) in shown for word in curly(text).split())
    ]
    assert lost == []


def test_whole_quotes_are_shown_and_the_others_counted(printed, normal):
    shown = " ".join(" ".join(pages_of(printed(normal))).split())
    whole = [quote for quote in normal.quotes if f"“{quote.words}”" in shown]
    assert 1 <= len(whole) <= 3
    left = len(normal.quotes) - len(whole)
    assert f"And {left} more of their sentences" in shown
    assert "“Call.”" not in shown  # too short to say anything while others say more
    assert "37 of the 112 customers we talked to" in shown


@pytest.mark.parametrize(
    "words",
    [
        "<b>&amp;</b> <img src='file:///etc/passwd'/> <a href='javascript:x'>x</a>",
        "=1+1 \\(x\\) )(( %PDF {0} {name} %s",
        "Привет, Γειά σου, được! ẹọụ",
    ],
)
def test_wild_words_come_out_as_they_were_typed(printed, normal, words):
    plan = replace(
        normal,
        pick=replace(normal.pick, promise_when=words, promise_we=words, who_asks=words),
        team=words,
        title=words,
        quotes=(CustomerQuote(words=words, said_by=words),),
        owner=words,
        helpers=(words,),
        licence=PlanLicence(may=words, up_to=words, giver=words, until=None),
        steps=(PlanStep(words=words, who=words, by_when=None, done=False),),
        blockers=(PlanBlocker(words=words, remover=words, days_lost=0, removed_on=None),),
        overrides=(words,),
        reasons=tuple(replace(one, why=words) for one in normal.reasons),
    )
    path = printed(plan)
    with taken_apart(path) as opened:
        letters = "".join(char["text"] for page in opened.pages for char in page.chars)
    assert compact(letters).count(compact(words)) >= 19
    reader = pypdf.PdfReader(path)
    assert reader.metadata.title == f"Action plan: {words}"
    assert all("/Annots" not in page for page in reader.pages)


def test_nothing_stands_in_the_margins(printed, any_plan, paper):
    left, right = paper.left - TOLERANCE, paper.right + TOLERANCE
    top, bottom = paper.top - TOLERANCE, paper.bottom + TOLERANCE
    outside = []
    with taken_apart(printed(any_plan)) as opened:
        for page in opened.pages:
            letters = [char for char in page.chars if char["text"].strip()]
            for one in [*letters, *page.lines, *page.curves, *page.rects]:
                across = left <= one["x0"] / MM and one["x1"] / MM <= right
                down = top <= one["top"] / MM and one["bottom"] / MM <= bottom
                if not (across and down):
                    outside.append(
                        (one["object_type"], one.get("text"), one["x0"] / MM, one["top"] / MM)
                    )
    assert outside == []


def test_no_line_of_words_stands_on_another(printed, any_plan):
    with taken_apart(printed(any_plan)) as opened:
        assert [pair for page in opened.pages for pair in overlapping(page)] == []


def overlapping(page) -> list[tuple[str, str]]:
    """Pairs of letters on different lines that are closer than their size allows."""
    by_base = defaultdict(list)
    for char in page.chars:
        if char["text"].strip():
            by_base[round(char["base"], 1)].append(char)
    bases = sorted(by_base)
    return [
        (one["text"], other["text"])
        for number, low in enumerate(bases)
        for high in bases[number + 1 :]
        if high - low < 30
        for one in by_base[low]
        for other in by_base[high]
        if high - low < 0.9 * min(one["size"], other["size"])
        and one["x0"] < other["x1"] - 0.1
        and other["x0"] < one["x1"] - 0.1
    ]


def test_every_font_is_in_the_file_and_nothing_else_is(printed, any_plan):
    reader = pypdf.PdfReader(printed(any_plan))
    assert "/AcroForm" not in reader.trailer["/Root"]
    for page in reader.pages:
        assert "/Annots" not in page
        assert "/XObject" not in page["/Resources"]
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert re.match(r"/CXWAA[A-Z]\+CXW", inner["/BaseFont"])
            assert "/FontFile2" in inner["/FontDescriptor"]


def test_the_same_plan_is_the_same_bytes(tmp_path, normal, paper):
    one, two = (printed_plan([normal], tmp_path / f"{n}.pdf", paper) for n in (1, 2))
    assert one.read_bytes() == two.read_bytes()
    info = pypdf.PdfReader(one).metadata
    assert info.creation_date.date() == date(2026, 11, 23)


def test_the_file_says_what_it_is(printed, normal):
    reader = pypdf.PdfReader(printed(normal, replace(normal, slot=2, title="Shorter queue")))
    assert reader.metadata.title == "Action plan: Harbour Street Branch"
    assert reader.metadata.author == "Harbour Street Branch"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert [entry.title for entry in reader.outline] == [
        "1 Ring every customer the day before their visit",
        "2 Shorter queue",
    ]


def test_a_locked_plan_has_a_disc_and_says_when_it_was_agreed(printed, normal):
    path = printed(normal)
    assert 16 in discs(path)
    assert "agreed Mon 23 Nov 2026" in pages_of(path)[0]


def test_a_plan_that_is_not_locked_has_an_open_ring_and_says_so(printed, normal):
    path = printed(replace(normal, pick=replace(normal.pick, locked_on=None)))
    assert 16 not in discs(path)
    text = pages_of(path)[0]
    assert "not locked yet" in text
    assert "agreed" not in text


def test_reasons_for_passing_over_a_rule_are_always_on_it(printed, normal):
    plan = replace(normal, overrides=("Helena is away until the 30th.", "No other day was free."))
    text = " ".join(pages_of(printed(plan)))
    assert "Helena is away until the 30th." in text
    assert "No other day was free." in text


def test_yes_done_and_removed_are_ticked_and_what_was_lost_is_said(printed, normal):
    path = printed(normal)
    assert marks(path, 1.7) == 4 + 1 + 1
    assert "removed Wed 25 Nov · 2 days lost" in " ".join(pages_of(path)[0].split())
    undone = replace(normal, steps=tuple(replace(one, done=False) for one in normal.steps))
    assert marks(printed(undone), 1.7) == 4 + 1


def test_no_and_not_sure_are_said_in_words(printed, full):
    text = compact(" ".join(pages_of(printed(full))))
    assert compact("not sure: only if the call comes before six in the evening") in text
    assert compact("no: the second post is only paid until March") in text


def test_day_30_has_four_marks_each_with_ten_boxes_and_a_line(printed, normal):
    text = " ".join(pages_of(printed(normal))[0].split())
    for mark in ("They notice", "No difference", "Worse", "Cannot tell"):
        assert mark in text
    assert "asked by Mira and Ben" in text
    assert "On day 30 ask ten customers" in text


def test_what_is_empty_is_a_line_to_write_on(printed, empty, normal):
    def dotted(path):
        with taken_apart(path) as opened:
            lines = [line for line in opened.pages[0].lines if line["dash"]]
        return len(lines)

    assert dotted(printed(empty)) > dotted(printed(normal)) + 8


def test_a_licence_of_twenty_thousand_words_is_printed_whole(printed, normal):
    words = [f"w{number}" for number in range(20_000)]
    path = printed(replace(normal, licence=replace(normal.licence, may=" ".join(words))))
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert re.findall(r"\bw\d+\b", text) == words
    assert f"Page {len(document)} of {len(document)}" in text


def test_a_page_takes_little_ink(printed, normal):
    page = pypdfium2.PdfDocument(printed(normal))[0]
    grey = page.render(scale=2, grayscale=True).to_pil()
    dark = sum(count * (255 - shade) for shade, count in enumerate(grey.histogram()))
    assert dark / 255 / (grey.width * grey.height) < 0.045


def test_a_print_that_fails_leaves_what_was_there(tmp_path, normal, paper):
    target = tmp_path / "plan.pdf"
    target.mkdir()
    (target / "kept").write_text("here")
    with pytest.raises(CannotPrint, match="print again"):
        printed_plan([normal], target, paper)
    assert [path.name for path in tmp_path.rglob("*")] == ["plan.pdf", "kept"]


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path, normal, paper):
    with pytest.raises(CannotPrint):
        printed_plan([normal], tmp_path / "nowhere" / "plan.pdf", paper)


def test_without_a_pick_there_is_no_plan(tmp_path, paper):
    empty = new(tmp_path / "empty.cxw", "Us")
    with pytest.raises(NotYet, match="Pick one thing first"):
        write_sheets(empty, ["action-plan"], tmp_path / "paper", PrintOptions(paper=paper))
    assert list(tmp_path.rglob("*.pdf")) == []


def test_paper_speaks_its_own_language_and_the_screen_keeps_its(
    printed, normal, tmp_path, monkeypatch
):
    said = HEADER + '\nmsgid "Our promise"\nmsgstr "Unser Versprechen"\n'
    translate(tmp_path / "locale", "de", said)
    monkeypatch.setenv("CXW_LOCALE", str(tmp_path / "locale"))
    i18n.set_language("en")
    path = printed(replace(normal, language="de"))
    assert "Unser Versprechen" in pages_of(path)[0]
    assert pypdf.PdfReader(path).trailer["/Root"]["/Lang"] == "de"
    assert i18n.language() == "en"


def title_of(path: Path) -> tuple[str, set[float], int]:
    """The letters of the title, their sizes, and their number of lines."""
    with taken_apart(path) as opened:
        big = [char for char in opened.pages[0].chars if "ExtraBold" in char["fontname"]]
    letters = [char for char in big if char["text"].strip()][:-1]  # the number in its ring is last
    bases = {round(char["base"]) for char in letters}
    return "".join(char["text"] for char in letters), {char["size"] for char in letters}, len(bases)


def test_a_title_is_large_and_stands_in_two_lines_where_it_can(printed, normal):
    letters, sizes, lines = title_of(printed(normal))
    assert letters == compact(normal.title)
    assert min(sizes) >= 19
    assert lines <= 2
    longer = replace(normal, title=f"{normal.title}, and the day after it once more")
    assert title_of(printed(longer))[2] == 2


def test_a_very_long_title_is_smaller_and_whole(printed, normal):
    long = "Nobody waits longer than they were told to wait. " * 10
    letters, sizes, _lines = title_of(printed(replace(normal, title=long)))
    assert letters == compact(long)
    assert max(sizes) <= 16


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_in_any_writing_says_what_the_team_and_its_customers_said(
    printed, normal, language, east
):
    plan = plan_in(normal, language)
    (page,) = pypdf.PdfReader(printed(plan)).pages
    found = compact(page.extract_text())  # pdfium turns brackets where words run to the left
    said = [words for words in strings(replace(plan, language="", reasons=())) if words]
    assert len(said) > 15
    assert [words for words in said if compact(words) not in found] == []


@pytest.mark.parametrize("language", ["ar", "he"])
def test_the_bar_of_a_quote_stands_where_its_words_begin(printed, normal, paper, language):
    path = printed(plan_in(normal, language))
    with taken_apart(path) as opened:
        page = opened.pages[0]
        bars = [one for one in page.lines if one["linewidth"] > 1.5 and one["x0"] == one["x1"]]
        assert len(bars) == 2
        for bar in bars:
            half = (0, page.width / 2 + 30)
            if language == "ar":  # our own words are Arabic, so the page begins at the right
                half = (page.width / 2 - 30, page.width)
            beside = [
                char for char in page.chars
                if char["x1"] > half[0] and char["x0"] < half[1]
                and char["bottom"] > bar["top"] and char["top"] < bar["bottom"]
            ]  # fmt: skip
            assert max(char["x1"] for char in beside) == pytest.approx(bar["x0"], abs=4 * MM)
            assert all(char["x1"] < bar["x0"] for char in beside)


def test_the_line_at_the_top_ends_at_the_margin_in_any_writing(printed, normal, paper):
    for language in ("ar", "hi"):
        with taken_apart(printed(plan_in(normal, language))) as opened:
            top = [char for char in opened.pages[0].chars if char["bottom"] < 25 * MM]
        ends = paper.width - paper.left if language == "ar" else paper.right
        assert max(char["x1"] for char in top) == pytest.approx(ends * MM, abs=1)
