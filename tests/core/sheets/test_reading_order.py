"""Text extracted from PDFs is what was said, in any script, even from hostile input."""

from __future__ import annotations

import io
import random
import re
import unicodedata

import pdfplumber
import pypdf
import pypdfium2
import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from hypothesis import Phase, given, settings, strategies as st

from cxworkshop.sheets.layout.document import Document, DocumentInfo, Page
from cxworkshop.sheets.paper import A4, MM
from cxworkshop.sheets.typesetting import bidi, fonts, glyphs
from cxworkshop.sheets.typesetting.fonts import HEAVY, SANS, SERIF
from cxworkshop.sheets.typesetting.mixed_runs import graphemes
from cxworkshop.sheets.typesetting.runs import clean, curly
from cxworkshop.sheets.typesetting.text import Style, TextBlock, lines
from tests.core.sheets.sentences import SENTENCES

MORE = {
    "farsi": "لطفاً قبل از آمدن زنگ بزنید (۳۰ دقیقه)؛ می‌خواهم ۱۲٫۵٪ «تخفیف» بگیرم",
    "pointed": 'שָׁלוֹם! הלקוח אמר "hello world" ב-12.5% (3-4 פעמים), לא?',
    "both": "The customer said שלום עולם and left (مرحبا).",
    "vowels": "بِسْمِ كُلُّ لا إلى الآن",
    "keys": "1️⃣ 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇩🇪🇫🇷 ❤️‍🔥 👍🏿 ♥ ☎ ✓",
    "conjuncts": "क्ष त्र ज्ञ श्री र्क ट्ठ ऋषि कृपया ক্ষ ন্ত্র কৌ கௌ ஸ்ரீ น้ำ ญี่ปุ่น",
    "stacked": "ẩ ễ ợ ữ x̣̃y ǰ́ e͡i",
}
ALL = SENTENCES | MORE
REAL = [word for text in ALL.values() for word in text.split()]
HOSTILE = {
    "markup": "<b>x</b> <a href='javascript:alert(1)'>y</a> <img src='file:///etc/passwd'/> &lt;",
    "controls": "".join(map(chr, range(0x20))) + "\x7f\x85\x9f ok",
    "surrogates": "a\ud800\udfffb\udc00",
    "overrides": "\u202eevil\u202c \u2066x\u2069 \u202bשלום\u202c",
    "marks": "a" + "\u0301" * 100_000,
    "marks alone": "\u0301" * 3000 + "\u05b0" * 3000 + "\u0e31" * 3000,
    "nothing": "\u200b\u200c\u200d\u2060\ufeff" * 4000,
    "joined": "x" + "\u200d" * 20_000,
    "conjunct": "क्" * 3000,
    "selectors": "\ufe0f" * 1000 + "\U000e0041" * 1000,
    "jamo": "\u1100" * 3000,
    "nobody’s": "\ue000\U0010ffff\ufffe\U0001e900\U0001e901",
    "brackets": "[" * 3000 + "ب" + "]" * 3000,
    "flags": "🇩🇪" * 999 + "🇫",
    "families": "👨‍👩‍👧‍👦" * 700,
    "commands": ") Tj ET Q endstream endobj \\( (( <FEFF> /Span BDC %%EOF",
}


def printed(laid: TextBlock) -> bytes:
    document = Document(DocumentInfo(title="t", author="a", language="en"))
    document.draw([Page(paper=A4, paint=lambda canvas: canvas.words(laid, A4.left, A4.top))])
    return document.finish()


HYPHEN = "\u00ad"  # behind the first part of a word that two lines share


def compact(text: str) -> str:
    return "".join(text.split())


def by_pypdf(data: bytes) -> str:
    return pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()


def by_pdfplumber(data: bytes) -> str:
    with pdfplumber.open(io.BytesIO(data)) as opened:
        return opened.pages[0].extract_text() or ""


def seen(laid: TextBlock) -> list[str]:
    """Each line in visual order, a letter and its marks reversed as one."""
    found = []
    for line in laid.lines:
        whole = line.paragraph.text
        levels, parts, at = bidi.levels(whole), [], line.start
        for letter in graphemes(whole[line.start : line.end]):
            parts.append((letter, levels[at]))
            at += len(letter)
        found.append(
            "".join(part for part, _level in bidi.visual_order(parts, lambda part: part[1]))
        )
    return found


@pytest.mark.parametrize("width", [500.0, 90.0])
@pytest.mark.parametrize("script", ALL)
def test_pypdf_reads_word_for_word_in_the_order_in_which_they_were_said(script, width, east):
    laid = lines(ALL[script], Style(), width)
    said = [clean(line.paragraph.text)[line.start : line.end] for line in laid.lines]
    assert by_pypdf(printed(laid)).split() == " ".join(said).split()


@pytest.mark.parametrize("width", [500.0, 90.0])
@pytest.mark.parametrize("script", ALL)
def test_pdfplumber_reads_each_line_from_left_to_right(script, width, east):
    laid = lines(ALL[script], Style(), width)
    assert compact(by_pdfplumber(printed(laid))) == compact("".join(seen(laid)))


@pytest.mark.parametrize("script", ["hindi", "bengali", "tamil", "thai", "conjuncts", "stacked"])
def test_no_reader_finds_a_gap_inside_a_word(script, east):
    laid = lines(ALL[script], Style(), 500)
    data = printed(laid)
    expected = [word for line in seen(laid) for word in line.split()]
    assert by_pdfplumber(data).split() == expected
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().split() == expected


def test_what_is_drawn_as_nothing_makes_no_gap():
    laid = lines(MORE["farsi"], Style(), 500)
    assert by_pdfplumber(printed(laid)).split() == seen(laid)[0].split()


@pytest.mark.slow
@settings(max_examples=15, deadline=None, phases=[Phase.generate])
@given(seed=st.integers(0, 10**9), face=st.sampled_from([SANS, HEAVY, SERIF]))
def test_real_words_in_any_order_come_back_in_that_order(seed, face):
    """Thirty paragraphs on each page."""
    chosen = random.Random(seed)
    texts = [" ".join(chosen.choices(REAL, k=chosen.randint(1, 6))) for _paragraph in range(30)]
    laid = lines("\n".join(texts), Style(face=face, size=6, leading=8), 500)
    expected = compact(clean("\n".join(texts)))
    assert len(laid.lines) < 90
    assert compact(by_pypdf(printed(laid))) == expected


WILD = st.text(
    st.one_of(
        *(
            st.characters(min_codepoint=a, max_codepoint=z)
            for a, z in (
                *((0x20, 0x17F), (0x300, 0x36F), (0x370, 0x52F), (0x590, 0x6FF), (0x900, 0x9FF)),
                *((0xB80, 0xBFF), (0xE00, 0xE5B), (0x10A0, 0x10FF), (0x1100, 0x11FF)),
                *((0x2000, 0x2070), (0x3040, 0x30FF), (0x4E00, 0x9FFF), (0xFB00, 0xFE0F)),
                *((0x1F1E6, 0x1F64F), (0, 0xD7FF), (0xE000, 0x10FFFF)),
            )
        )
    ),
    min_size=1,
    max_size=80,
)


@pytest.mark.parametrize("script", ["arabic", "both", "hindi", "latin"])
def test_who_reads_aloud_is_told_the_words_where_they_run_to_the_left(script):
    data = printed(lines(ALL[script], Style(), 90))
    with pdfplumber.open(io.BytesIO(data)) as opened:
        (document,) = opened.pages[0].structure_tree
    (element,) = document["children"]
    told = {"actual_text": ALL[script]} if script in ("arabic", "both") else {}
    assert {key: element[key] for key in element if key == "actual_text"} == told


def test_words_after_others_that_run_to_the_left_keep_their_order(east):
    said = "(שלום)\n(۳۰ विरै\n🇩🇪🇫🇷 «करें»\nวิรือ ญี่ปุ่น\nالا\n— “café” 40"
    assert by_pypdf(printed(lines(said, Style(), 500))).split() == said.split()


@settings(max_examples=50, deadline=None)
@given(WILD, st.sampled_from([20.0, 130.0, 480.0]))
def test_no_wild_text_fails_or_loses_a_character(text, width):
    laid = lines(text, Style(), width)
    drawn = "".join(line.paragraph.text[line.start : line.end] for line in laid.lines)
    assert compact(drawn.replace("\u200b", "")) == compact(curly(clean(text)).replace("\u200b", ""))
    shown = laid.cut(50)[0]
    expected = "".join(line.paragraph.text[line.start : line.end] for line in shown.lines)
    read = by_pypdf(printed(shown)).replace(HYPHEN, "")
    assert sorted(compact(read)) == sorted(compact(expected.replace(HYPHEN, "")))


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_words_are_words(kind):
    laid = lines(HOSTILE[kind], Style(), 480).cut(50)[0]
    data = printed(laid)
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    assert {"/Annots", "/AA"} & page.keys() == set()
    assert len(page.images) == 0
    expected = "".join(line.paragraph.text[line.start : line.end] for line in laid.lines)
    assert compact(page.extract_text()) == compact(expected)
    assert len(data) < 60_000


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_words_are_drawn_where_their_lines_are(kind):
    laid = lines(HOSTILE[kind], Style(), 480).cut(30)[0]
    picture = pypdfium2.PdfDocument(printed(laid))[0].render(scale=1, grayscale=True).to_pil()
    ink = picture.point(lambda grey: 255 * (grey < 200)).getbbox()
    if ink is None:
        assert kind in ("nothing", "selectors")
        return
    left, top, right, bottom = ink
    assert left >= A4.left * MM - 5
    assert right <= A4.left * MM + 480 + 5
    assert top >= A4.top * MM - 14
    assert bottom <= A4.top * MM + laid.height + 14


def test_nothing_that_people_say_is_an_endless_letter():
    assert {len(letter) for letter in graphemes("a" + "\u0301" * 100)} == {32, 5}
    assert max(len(letter) for text in ALL.values() for letter in graphemes(text)) < 16


def test_a_letter_of_several_glyphs_is_one_of_the_font_and_as_wide(east):
    data = printed(lines("कि", Style(size=20), 100))
    with pdfplumber.open(io.BytesIO(data)) as opened:
        (letter,) = opened.pages[0].chars
    glyph = lines("कि", Style(), 100).lines[0].paragraph.glyphs[0]
    assert (letter["text"], len(glyph.parts)) == ("कि", 2)
    assert letter["adv"] == pytest.approx(glyph.advance / 1000 * 20, abs=0.01)
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    (font,) = (font for name, font in page["/Resources"]["/Font"].items() if "CXW" in name)
    inner = font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"].get_data()
    program = TTFont(io.BytesIO(inner))
    glyf = program["glyf"]
    (composite,) = (glyf[name] for name in program.getGlyphOrder() if glyf[name].isComposite())
    places = [(part.x, part.y) for part in composite.components]
    assert places == [(round(right), round(up)) for _number, right, up in glyph.parts]


def test_a_page_of_hindi_is_not_a_page_of_outlines():
    text = " ".join(random.Random(3).choices(SENTENCES["hindi"].split(), k=1500))
    data = printed(lines(text, Style(size=9, leading=12), 480).cut(60)[0])
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages[0].get_contents().get_data()) < 60_000


def test_the_space_beside_a_picture_is_an_ordinary_one():
    space = lines("a b", Style(), 99).widest - lines("ab", Style(), 99).widest
    pictures = lines("👍 👍", Style(), 99).widest - lines("👍👍", Style(), 99).widest
    assert pictures == pytest.approx(space)


@pytest.fixture
def work(monkeypatch):
    """How many characters HarfBuzz is given, and how many times a line's end is looked for."""
    done = {"shaped": 0, "looked": 0}
    shape, sliced = hb.shape, glyphs._buffer

    def buffer(text, *more):
        done["shaped"] += len(text)
        return sliced(text, *more)

    def counted(*all_):
        done["looked"] += 1
        return shape(*all_)

    monkeypatch.setattr(glyphs, "_buffer", buffer)
    monkeypatch.setattr(hb, "shape", counted)
    fonts.rescan()
    yield done
    fonts.rescan()


@pytest.mark.parametrize("script", ["cyrillic", "arabic", "hindi", "thai"])
def test_twice_the_words_are_no_more_than_twice_the_work(script, work):
    spent = []
    for count in (1500, 3000):
        fonts.rescan()
        work.update(shaped=0, looked=0)
        words = [f"{word}{n}" for n in range(count // 4) for word in ALL[script].split()[:4]]
        lines(" ".join(words), Style(), 160)
        spent.append((work["shaped"] / count, work["looked"] / count))
    assert spent[1][0] <= spent[0][0] * 1.1
    assert spent[1][1] <= spent[0][1] * 1.1


def test_a_word_that_comes_again_is_not_shaped_again(work):
    lines("They never rang me. " * 1000, Style(), 160)
    assert work["shaped"] < 100


def test_a_cell_of_twenty_thousand_words_looks_at_each_place_once(monkeypatch):
    looked = []
    shaped_ = lines("x", Style(), 10).lines[0].paragraph.__class__
    plain = shaped_.visible_end
    monkeypatch.setattr(
        shaped_, "visible_end", lambda self, a, z: looked.append(z - a) or plain(self, a, z)
    )
    laid = lines(" ".join(f"w{n % 977}" for n in range(20_000)), Style(), 160)
    assert sum(looked) < 60 * len(laid.lines)


def test_a_letter_is_never_cut_from_its_marks_whatever_the_width():
    for script, text in ALL.items():
        whole = clean(text)
        starts = {0}
        for letter in graphemes(whole):
            starts.add(max(starts) + len(letter))
        for width in (4.0, 15.0, 41.0):
            assert {line.start for line in lines(text, Style(), width).lines} <= starts, script


def test_paper_says_words_in_the_composed_form():
    assert unicodedata.is_normalized("NFC", by_pypdf(printed(lines("e\u0301", Style(), 99))))


def test_no_number_is_written_with_an_exponent(east):
    """PDF has none, and fonts of 2,048 units to the em leave the last bits of a fraction."""
    data = printed(lines("\n".join(ALL.values()), Style(), 300))
    content = pypdf.PdfReader(io.BytesIO(data)).pages[0].get_contents().get_data()
    assert not re.findall(rb"\d[eE]-?\d", re.sub(rb"<[0-9A-F]*>", b"", content))
