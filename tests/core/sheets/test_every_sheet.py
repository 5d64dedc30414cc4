"""What holds for every sheet on every paper: empty, normal and crammed."""

from __future__ import annotations

import io
import re
from datetime import date
from functools import cache, lru_cache

import pypdf
import pypdfium2
import pypdfium2.raw as raw
import pytest

from cxworkshop.i18n import _
from cxworkshop.model import Customer
from cxworkshop.sheets import PACK, SHEETS, PrintOptions
from cxworkshop.sheets.job import as_pdf, job
from cxworkshop.sheets.paper import A4, LETTER, MM
from cxworkshop.workshop import Workshop
from tests.core.sheets import pdf_rules
from tests.crammed import crammed
from tests.opened import kept_open
from tests.told_once import bakery_of

DAY = date(2026, 11, 23)
# Each workshop on one paper: A4 is narrower, Letter less high.
FILLED = {"empty": LETTER, "bakery": A4, "crammed": LETTER}
CUSTOMERS = 12  # of a crammed workshop, ten cards each
EDGE = 4.0  # mm at the edge of the paper that most printers can't print on
MOST_INK = 0.09
CLIPPED = {"poster-tiled", "wall-sheet-tiled"}  # each sheet clips a larger picture
LEAST = 10.0  # points of what is read
CUT_OFF = 18.5  # mm, the highest margin above cards
# What has no room for more: all keys on a page, three boxes with their words in a column, counts
# beside the year's rings, the encounter's steps side by side, figures of a ruler.
SMALLER = {
    "keys": 8.5,
    "criteria-grid": 9.0,
    "year-wall": 8.0,
    "encounter-map": 9.2,
    "label-test": 6.5,
}
SMALLER["year-wall-a3"] = SMALLER["year-wall"]  # enlarged, so larger than that
ROLES = {
    *("Document", "Sect", "H1", "H2", "H3", "P", "BlockQuote", "Caption", "Figure"),
    *("Span", "Quote"),
    *("Table", "TR", "TH", "TD", "L", "LI", "LBody"),
}


@pytest.fixture(scope="module")
def workshops(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workshops")
    made = {
        "empty": Workshop.new(folder / "empty.cxw", "A team", DAY),
        "bakery": bakery_of(folder / "bakery.cxw", DAY),
        "crammed": crammed(folder / "crammed.cxw", CUSTOMERS),
    }
    with kept_open(made):
        yield made


@pytest.fixture(scope="module")
def jobs(workshops):
    """Jobs for the sheets that make sense in a workshop."""

    def of(filled: str, options: PrintOptions):
        there = workshops[filled]
        return [job(there, sheet, options) for sheet in SHEETS.values() if sheet.sensible(there)]

    return of


@pytest.fixture(scope="module")
def printed(jobs):
    """The PDF of every sheet by its slug, printed once."""

    @cache
    def print_(filled: str) -> dict[str, bytes]:
        options = PrintOptions(paper=FILLED[filled])
        return {one.sheet.slug: as_pdf([one]) for one in jobs(filled, options)}

    return print_


@pytest.fixture(scope="module", params=FILLED)
def sheets(request, printed):
    return printed(request.param)


@lru_cache(maxsize=60)  # the sheets of a workshop on one paper, which several tests read
def opened(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def words_of(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def first_words_of(data: bytes) -> str:
    return " ".join(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().split())


@pytest.mark.slow
def test_nothing_can_be_clicked(sheets):
    for slug, data in sheets.items():
        reader = opened(data)
        assert not {"/AcroForm", "/Names", "/OpenAction"} & reader.trailer["/Root"].keys(), slug
        for page in reader.pages:
            assert "/Annots" not in page, slug


def test_every_sheet_keeps_the_rules_of_pdf_a_and_pdf_ua(printed):
    for slug, data in printed("bakery").items():
        assert pdf_rules.broken(data, opened(data)) == [], slug


def test_every_sheet_says_what_it_is(sheets):
    for slug, data in sheets.items():
        reader = opened(data)
        root = reader.trailer["/Root"]
        assert _(SHEETS[slug].title) in reader.metadata.title, slug
        assert root["/Lang"] == "en", slug
        assert root["/MarkInfo"]["/Marked"], slug
        assert reader.outline, slug
        assert root["/ViewerPreferences"]["/PrintScaling"] == "/None", slug
        both_sides = root["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipLongEdge"
        assert both_sides == SHEETS[slug].both_sides, slug
        assert "as of" in first_words_of(data) or not SHEETS[slug].ages, slug


@pytest.mark.slow
def test_every_sheet_can_be_read_aloud(sheets):
    """A heading comes first, pictures have alt texts, and pages know their elements."""
    for slug, data in sheets.items():
        reader = opened(data)
        tree = reader.trailer["/Root"]["/StructTreeRoot"]
        found = list(elements(tree["/K"]))
        roles = [element["/S"][1:] for element in found]
        assert set(roles) <= ROLES, (slug, set(roles) - ROLES)
        assert "H1" in roles, slug
        headings = [role for role in roles if role in ("H1", "H2", "H3")]
        assert headings[0] == "H1", slug
        assert all(element.get("/Alt") for element in found if element["/S"] == "/Figure"), slug
        for table in (element for element in found if element["/S"] == "/Table"):
            assert_is_whole_grid(table, slug)
        numbers = tree["/ParentTree"]["/Nums"]
        assert [page["/StructParents"] for page in reader.pages] == numbers[::2], slug


def assert_is_whole_grid(table, slug):
    """All rows have as many cells, and each header says what it heads."""
    rows = [[cell.get_object() for cell in row.get_object()["/K"]] for row in table["/K"]]
    assert len({len(cells) for cells in rows}) == 1, slug
    headers = [cell for cells in rows for cell in cells if cell["/S"] == "/TH"]
    assert headers, slug
    assert {cell["/A"]["/Scope"] for cell in headers} <= {"/Row", "/Column"}, slug


def elements(node):
    node = node.get_object()
    yield node
    for kid in node["/K"]:
        if not isinstance(kid, int):
            yield from elements(kid)


def test_nothing_stands_where_printers_do_not_print(sheets):
    for slug, data in sheets.items():
        if slug in CLIPPED:
            continue
        for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
            wide, high = page.get_size()
            text = page.get_textpage()
            for left, low, right, top in (text.get_rect(n) for n in range(text.count_rects())):
                assert left > EDGE * MM, (slug, number)
                assert right < wide - EDGE * MM, (slug, number)
                assert low > EDGE * MM, (slug, number)
                assert top < high - EDGE * MM, (slug, number)


def test_nothing_that_is_read_is_smaller_than_ten_points(printed):
    """But page numbers, advice in a margin that is cut off, and what SMALLER names."""
    for slug, data in printed("bakery").items():
        for page in pypdfium2.PdfDocument(data):
            for size, words, above in small_runs(page):
                is_number = re.fullmatch(r"Page \d+ of \d+", words)
                is_cut_off = above < CUT_OFF * MM and slug not in {"poster", "counter-card"}
                allowed = is_number or is_cut_off or size >= SMALLER.get(slug, LEAST)
                assert allowed, (slug, size, words)


def small_runs(page):
    """Size in points, words, and distance from the upper edge of each run of smaller type."""
    text, (_wide, high) = page.get_textpage(), page.get_size()
    run, last, above = "", LEAST, 0.0
    for n in range(text.count_chars()):
        size = round(raw.FPDFText_GetFontSize(text.raw, n), 1)
        if size != last:
            if run.strip() and last < LEAST:
                yield last, run.strip(), above
            run, last = "", size
            above = high - text.get_charbox(n)[3]
        run += chr(raw.FPDFText_GetUnicode(text.raw, n))
    if run.strip() and last < LEAST:
        yield last, run.strip(), above


def test_no_ground_is_filled(printed):
    """Ink costs the team money, and dark areas look bad on cheap printers."""
    for filled in ("empty", "bakery"):
        for slug, data in printed(filled).items():
            for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
                grey = page.render(scale=60 / 72, grayscale=True).to_pil()
                dark = sum(count * (255 - at) for at, count in enumerate(grey.histogram()))
                ink = dark / 255 / (grey.width * grey.height)
                assert ink < MOST_INK, (slug, number, round(ink, 3))


def test_customers_names_are_on_no_paper_unless_turned_on(printed, workshops):
    names = [row.name for row in workshops["crammed"]._store.rows(Customer) if row.name]
    assert names
    for slug, data in printed("crammed").items():
        words = " ".join(words_of(data).split())
        assert "Zebulon" not in words, slug


def test_the_same_workshop_is_the_same_bytes(printed, jobs, workshops):
    """And no print changes it."""
    before = workshops["bakery"]._store.seq
    for one in jobs("bakery", PrintOptions(paper=FILLED["bakery"])):
        assert as_pdf([one]) == printed("bakery")[one.sheet.slug], one.sheet.slug
    assert workshops["bakery"]._store.seq == before


def test_what_says_the_same_in_another_form_is_in_no_pack():
    for sheet in SHEETS.values():
        assert not sheet.same_as or SHEETS[sheet.same_as].in_pack
        assert sheet.in_pack == (sheet.usual and not sheet.same_as)


def test_the_session_pack_is_all_of_it_behind_a_cover(jobs, printed):
    every = jobs("bakery", PrintOptions(paper=FILLED["bakery"]))
    usual = [one for one in every if one.sheet.in_pack]
    asked: list[int] = []
    data = as_pdf(usual, PACK, ask=asked.append)
    pack = opened(data)
    chapters = [entry for entry in pack.outline if not isinstance(entry, list)]
    titles = [one.title for one in usual]
    assert [entry.title for entry in chapters] == ["What is in this pack", *titles]
    starts = [pack.get_destination_page_number(entry) for entry in chapters]
    assert not any(start % 2 for start in starts)  # each begins on a front
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    listed = " ".join(texts[: starts[1]])
    assert all(f"{start + 1}" in listed for start in starts[1:])
    for one, start, end in zip(usual, starts[1:], [*starts[2:], len(texts)], strict=True):
        alone = pypdfium2.PdfDocument(printed("bakery")[one.sheet.slug])
        assert len(list(filter(None, texts[start:end]))) == len(alone), one.sheet.slug
        if one.sheet.alone or one.sheet.slug in {"cards", "ballots", "thank-you"}:
            assert not any(texts[start + 1 : end : 2]), one.sheet.slug
    of = len(texts)
    assert asked == [of]
    assert all(f"Pack {n} of {of}" in text for n, text in enumerate(texts, 1) if text)
    assert pack.trailer["/Root"]["/PageMode"] == "/UseOutlines"
    assert pack.trailer["/Root"]["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipLongEdge"
    assert len(data) < 8000 * of  # its tags and fonts take little room
