"""Text in any script, from import to paper and back out."""

from __future__ import annotations

import io
import unicodedata

import pdfplumber
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings, strategies as st

from cxworkshop import i18n
from cxworkshop.sheets.layout.document import Document, DocumentInfo, Page
from cxworkshop.sheets.paper import A4, MM
from cxworkshop.sheets.typesetting import fonts
from cxworkshop.sheets.typesetting.fonts import (
    HEAVY,
    SANS,
    SEMI,
    SERIF,
    coverage,
    east_asian,
    missing_fonts,
)
from cxworkshop.sheets.typesetting.mixed_runs import graphemes
from cxworkshop.sheets.typesetting.runs import runs, uncovered
from cxworkshop.sheets.typesetting.shaping import shaped
from cxworkshop.sheets.typesetting.text import Style, lines
from tests.core.sheets import pdf_rules
from tests.core.sheets.conftest import FONTS, fonts_in
from tests.core.sheets.sentences import EAST_ASIAN, RIGHT_TO_LEFT, SENTENCES

TURNED = dict.fromkeys(map(ord, "()[]{}“”«»"))  # by pdfium, where words run to the left
SCRIPTS = ("Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai", "Georgian", "Armenian")


@pytest.fixture(autouse=True, scope="module")
def _with_east_asia():
    """All tests here use the small East Asian fonts."""
    with fonts_in(FONTS):
        yield


def printed(text: str, face: str = SANS, width: float = 80.0) -> bytes:
    laid = lines(text, Style(face=face), width * MM)
    document = Document(DocumentInfo(title="t", author="a", language="en"))
    document.draw([Page(paper=A4, paint=lambda canvas: canvas.words(laid, A4.left, A4.top))])
    return document.finish()


def test_any_script_keeps_the_rules_of_pdf_a_and_pdf_ua():
    data = printed(
        "\n".join([*SENTENCES.values(), "no font has \u1200 or \U00012000", "\u200e9 من"])
    )
    assert pdf_rules.broken(data, pypdf.PdfReader(io.BytesIO(data))) == []


def compact(text: str) -> str:
    return "".join(text.split())


def by_pypdf(data: bytes) -> str:
    return compact(pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text())


def by_pdfium(data: bytes) -> str:
    return compact(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range())


def by_pdfplumber(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as opened:
        return compact(opened.pages[0].extract_text() or "")


@pytest.mark.parametrize("face", [SANS, SEMI, HEAVY, SERIF])
@pytest.mark.parametrize("script", SENTENCES)
def test_what_was_said_comes_out_of_the_paper(script, face):
    said = SENTENCES[script]
    assert uncovered(said, face) == set()
    data = printed(said, face)
    assert by_pypdf(data) == compact(said)


@pytest.mark.parametrize("script", SENTENCES)
def test_other_readers_find_the_same_words(script):
    """pdfium mirrors brackets in right-to-left text, and may move a comma beside a number."""
    said = compact(SENTENCES[script])
    data = printed(SENTENCES[script])
    assert sorted(by_pdfplumber(data)) == sorted(said)
    found = by_pdfium(data)
    if script in (*RIGHT_TO_LEFT, "mixed"):
        assert sorted(found.translate(TURNED)) == sorted(said.translate(TURNED))
        words = [word for word in SENTENCES[script].split() if word.isalpha()]
        assert all(word in found for word in words)
    else:
        assert found == said


def letters_of(script: str) -> st.SearchStrategy[str]:
    there = sorted(
        char
        for char in coverage(f"CXW{script}-Regular")
        if unicodedata.category(char)[0] in "LMN" and char not in coverage(SANS)
    )
    bases = [char for char in there if unicodedata.category(char)[0] == "L"]
    word = st.builds(
        lambda first, rest: first + "".join(rest),
        st.sampled_from(bases),
        st.lists(st.sampled_from(there), max_size=9),
    )
    return st.lists(word, min_size=1, max_size=12).map(" ".join)


@pytest.mark.slow
@pytest.mark.parametrize("script", SCRIPTS)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_no_letter_is_lost_whatever_stands_beside_it(script, data):
    said = unicodedata.normalize("NFC", data.draw(letters_of(script)))
    found = by_pypdf(printed(said, data.draw(st.sampled_from([SANS, HEAVY]))))
    assert sorted(found) == sorted(compact(said))


@pytest.mark.parametrize("script", SENTENCES)
@pytest.mark.parametrize("width", [12.0, 30.0, 80.0])
def test_no_line_is_wider_than_its_column_and_no_letter_is_cut(script, width):
    text = SENTENCES[script]
    laid = lines(text, Style(size=11), width * MM)
    assert laid.widest <= width * MM + 0.01
    starts = {sum(map(len, graphemes(text)[:n])) for n in range(len(graphemes(text)))}
    assert all(line.start in starts for line in laid.lines if line.start < len(text))
    assert "".join(compact(text[line.start : line.end]) for line in laid.lines) == compact(text)


@pytest.mark.parametrize("script", SENTENCES)
def test_every_letter_has_a_glyph(script):
    glyphs = shaped(SENTENCES[script], SANS, east_asian(SENTENCES[script], "en")).glyphs
    assert not [glyph.text for glyph in glyphs if glyph.number == 0]


def test_words_without_spaces_end_a_line_between_two_words():
    said = SENTENCES["thai"]
    laid = lines(said, Style(size=11), 45 * MM)
    starts = {said[line.start : line.start + 3] for line in laid.lines[1:]}
    assert len(laid.lines) > 2
    assert not [start for start in starts if unicodedata.category(start[0]) == "Mn"]
    for width in (45, 31):  # in the narrow one a phrase is longer than a line
        japanese = lines(SENTENCES["japanese"], Style(size=11), width * MM)
        first = [line.paragraph.text[line.start] for line in japanese.lines]
        assert not set(first) & set("。、」っょー")


def test_korean_ends_a_line_at_a_space():
    said = SENTENCES["korean"]
    laid = lines(said, Style(size=11), 30 * MM)
    assert len(laid.lines) > 2
    assert all(said[line.start - 1] == " " for line in laid.lines[1:])


@pytest.mark.parametrize("script", RIGHT_TO_LEFT)
def test_words_that_run_to_the_left_begin_on_the_right(script):
    width = 80 * MM
    laid = lines(SENTENCES[script], Style(size=11), width)
    assert len(laid.lines) == 2
    for line in laid.lines:
        assert laid.indent(line) + line.ems * 11 == pytest.approx(width)
    right = lines(SENTENCES[script], Style(size=11, align="right"), width)
    assert right.indent(right.lines[0]) == pytest.approx(laid.indent(laid.lines[0]))
    middle = lines(SENTENCES[script], Style(size=11, align="center"), width)
    assert middle.indent(middle.lines[0]) == pytest.approx(laid.indent(laid.lines[0]) / 2)


def test_letters_join_and_numbers_keep_their_order():
    """An Arabic letter in the middle of a word is another glyph than the same letter alone."""
    alone, joined = (shaped(text, SANS).glyphs for text in ("ب", "ببب"))
    assert len({glyph.number for glyph in (*alone, *joined) if glyph.text}) == 4
    with pdfplumber.open(io.BytesIO(printed("לפני 10:30 בבוקר"))) as opened:
        chars = sorted(opened.pages[0].chars, key=lambda char: char["x0"])
    assert "10:30" in "".join(char["text"] for char in chars)


def test_a_picture_made_of_several_is_one_letter():
    assert graphemes("👩‍🔧👋🏽🇬🇧❤️1️⃣") == ["👩‍🔧", "👋🏽", "🇬🇧", "❤️", "1️⃣"]
    assert {run.face for run in runs(SENTENCES["emoji"], SANS)} == {fonts.EMOJI}


def test_writings_without_italics_stand_upright_with_all_around_them():
    assert {run.face for run in runs(SENTENCES["hebrew"], SERIF)} <= {SANS, "CXWHebrew-Regular"}
    assert {run.face for run in runs(SENTENCES["greek"], SERIF)} == {SERIF}


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [("漢字", "en", "SC"), ("漢字", "ja", "JP"), ("漢字", "zh_TW", "TC"), ("漢字かな", "zh", "JP"),
     ("한글漢字", "en", "KR"), ("漢字", "ko_KR", "KR"), ("words", "ja", "")],
)  # fmt: skip
def test_the_same_letter_is_drawn_as_its_readers_write_it(text, language, code):
    assert east_asian(text, language) == code


@pytest.mark.parametrize("script", EAST_ASIAN)
def test_fonts_that_are_not_there_are_named_and_nothing_fails(script, tmp_path):
    with fonts_in(tmp_path):
        assert missing_fonts(SENTENCES[script])
        assert uncovered(SENTENCES[script])
        assert by_pypdf(printed(SENTENCES[script])) == compact(SENTENCES[script])


def test_fonts_that_are_there_are_not_missed():
    assert missing_fonts("".join(SENTENCES.values())) == set()


def test_paper_of_a_language_draws_the_letters_of_that_language():
    said = SENTENCES["chinese"][:6]
    looks = set()
    for language in ("ja", "zh"):
        with i18n.speaking(language):
            laid = lines(said, Style(), 200)
        looks.add(laid.lines[0].paragraph.glyphs[0].face)
    assert looks == {"CXWJP-Regular", "CXWSC-Regular"}


@pytest.mark.parametrize("filler", ["(ב) ", "[ا] 1, ", "ไทย", "漢字", "á\u0302"])
def test_far_too_many_words_are_laid_out_in_one_go(filler):
    text = (filler * 30_000)[:60_000]
    laid = lines(text, Style(), 170 * MM)
    assert sum(line.end - line.start for line in laid.lines) >= len(compact(text)) - 1
