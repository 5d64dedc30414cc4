"""People's text is printed exactly, in any script, however unusual."""

from __future__ import annotations

import io
import unicodedata

import pdfplumber
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings, strategies as st

from cxworkshop.sheets.layout.document import Document, DocumentInfo, Page
from cxworkshop.sheets.paper import A4, MM
from cxworkshop.sheets.typesetting import fonts
from cxworkshop.sheets.typesetting.fonts import HEAVY, SANS, SEMI, SERIF
from cxworkshop.sheets.typesetting.runs import curly, runs
from cxworkshop.sheets.typesetting.text import (
    Style,
    TextBlock,
    balanced,
    lines,
    uncovered,
)

HOSTILE = [
    "<b>bold</b> & <i>slanted</i> &amp; &#65;",
    '<img src="file:///etc/hostname"/>',
    '<a href="javascript:alert(1)">click</a>',
    "<para><font size=99>x</font></para>",
    "</para></para><br/>",
    "=HYPERLINK(1)",
    "+cmd|' /C calc'!A0",
    "(unbalanced ) parentheses ((( \\ and \\) backslashes \\n",
    "<unclosed",
    "]]> <![CDATA[ x ]]> <!-- y -->",
    "{0} {name} %s %(x)s $HOME ${x}",
    "<3 I <3 this & that",
]
LETTERS = st.sampled_from(
    [chr(c) for a, z in ((0x21, 0x7F), (0xC0, 0x250), (0x386, 0x3CF), (0x400, 0x460),
                         (0x1E00, 0x1F00)) for c in range(a, z)
     if unicodedata.category(chr(c))[0] in "LNPS"]
)  # fmt: skip
TEXT = st.lists(st.text(LETTERS, min_size=1, max_size=30), min_size=1, max_size=40).map(" ".join)


def printed(laid: TextBlock) -> bytes:
    document = Document(DocumentInfo(title="t", author="a", language="en"))
    document.draw([Page(paper=A4, paint=lambda canvas: canvas.words(laid, A4.left, A4.top))])
    return document.finish()


def read(data: bytes) -> list[str]:
    """The text as three programs extract it, without white space."""
    with pdfplumber.open(io.BytesIO(data)) as opened:
        by_pdfplumber = opened.pages[0].extract_text() or ""
    by_pdfium = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    return ["".join(by_pdfplumber.split()), read_by_pypdf(data), "".join(by_pdfium.split())]


def said(text: str, face: str = SANS, width: float = 170.0) -> list[str]:
    return read(printed(lines(text, Style(face=face), width * MM)))


def read_by_pypdf(data: bytes) -> str:
    return "".join(pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().split())


@settings(max_examples=20, deadline=None)
@given(TEXT, st.sampled_from([SANS, SEMI, HEAVY, SERIF]))
def test_words_in_are_words_out(text, face):
    # Some letters of Extended Latin are not in Unicode's composed form; paper has the composed one.
    expected = "".join(curly(unicodedata.normalize("NFC", text)).split())
    data = printed(lines(text, Style(face=face), 170 * MM))
    assert read_by_pypdf(data) == expected


@pytest.mark.parametrize("face", [SANS, SERIF])
@pytest.mark.parametrize(
    "text",
    [
        "Ring every customer: office, affluent, fjord, AVATo — “so” … €5",
        "Tiếng Việt ẹ ọ ụ ṣ ẓ được",
        "Ελληνικά ΐ ά, Кириллица ёй за́мок ѝ",
        "x̣̃y ǰ́ e͡i",
        "漢字 😀 हिन्दी ไทย → ✓",
        *HOSTILE,
    ],
)
def test_three_programs_read_what_was_said(text, face):
    assert said(text, face) == ["".join(text.split())] * 3


def test_no_character_of_words_that_run_the_other_way_is_lost():
    text = "عربي and עברית"
    assert [sorted(found) for found in said(text)] == [sorted(text.replace(" ", ""))] * 3


def test_what_no_paper_can_carry_is_left_out():
    wild = "a\x00b\x07c\ud800d\u202ee\u2066f\ufeffg"
    assert said(wild) == ["abcdefg"] * 3


def test_a_tab_is_four_spaces():
    one, four = (lines(text, Style(), 500).widest for text in ("a b", "a\tb"))
    space = one - lines("ab", Style(), 500).widest
    assert four - one == pytest.approx(3 * space, abs=0.01)


def test_a_line_end_is_a_line_end():
    laid = lines("one\ntwo\r\nthree\u2028four\u2029five", Style(), 500)
    assert len(laid.lines) == 5


@settings(max_examples=25, deadline=None)
@given(TEXT, st.floats(40, 300))
def test_no_line_is_wider_than_its_room(text, width):
    laid = lines(text, Style(), width)
    assert laid.widest <= width + 0.01


def test_a_word_too_long_for_its_line_is_cut_but_no_letter_from_its_marks():
    laid = lines("й\u0301x\u0323" * 200, Style(), 100)
    starts = [line.paragraph.text[line.start] for line in laid.lines]
    assert len(starts) > 5
    assert all(unicodedata.category(char) == "Ll" for char in starts)


def test_a_line_ends_after_a_hyphen_between_letters_but_not_between_figures():
    words = lines("well-known well-known", Style(), 75)
    assert [line.paragraph.text[line.start : line.end] for line in words.lines] == [
        "well-known",
        "well-known",
    ]
    narrow = lines("well-known", Style(), 40)
    assert [line.paragraph.text[line.start : line.end] for line in narrow.lines] == [
        "well-",
        "known",
    ]
    figures = lines("15-16 15-16", Style(), 45)
    assert [line.paragraph.text[line.start : line.end] for line in figures.lines] == [
        "15-16",
        "15-16",
    ]


def test_letters_are_kerned():
    def width(text):
        return lines(text, Style(), 500).widest

    assert width("To") < width("T") + width("o") - 0.3


def test_a_title_is_balanced_and_takes_no_line_more():
    title, style = "Ring every customer the day before they come", Style(size=20, leading=24)
    width = 300.0
    plain, even = lines(title, style, width), balanced(title, style, width)
    assert len(even.lines) == len(plain.lines) == 2
    assert min(line.ems for line in even.lines) > min(line.ems for line in plain.lines)


def test_what_no_font_covers_is_named_before_it_is_printed():
    assert uncovered("Grüße, Привет, Γειά, được — “ok” ‹›") == set()
    assert uncovered("שלום مرحبا हिन्दी ไทย ქართული Հայերեն বাংলা தமிழ் 😀\u200d\ufe0f ✓→") == set()
    assert uncovered("日本 ok ᚠ") == {"日", "本", "ᚠ"}


def test_twenty_thousand_words_are_laid_out_line_by_line():
    words = [f"w{number % 977}" for number in range(20_000)]
    laid = lines(" ".join(words), Style(), 160)
    found = [line.paragraph.text[line.start : line.end] for line in laid.lines]
    assert " ".join(found).split() == words
    assert laid.widest <= 160


def test_a_mark_is_never_set_in_another_face_than_its_letter():
    tie = "\N{COMBINING DOUBLE INVERTED BREVE}"
    assert tie not in fonts.coverage(SERIF)
    text = f"some e{tie}i here"
    parts = [text[run.start : run.end] for run in runs(text, SERIF)]
    assert parts == ["some ", f"e{tie}", "i here"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("I don't, and l'été isn't", "I don’t, and l’été isn’t"),
        ("the customers' door", "the customers’ door"),
        ("they said 'don't'", "they said 'don’t'"),
        ("5' high, צ'יפס", "5' high, צ'יפס"),
    ],
)
def test_an_apostrophe_in_a_word_is_a_curly_one_on_paper(typed, printed):
    assert curly(typed) == printed
