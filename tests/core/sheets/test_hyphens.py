"""Words are divided at syllables, in the language they are in, and readers join them again."""

from __future__ import annotations

import io
from itertools import pairwise

import pdfplumber
import pypdf
import pypdfium2
import pytest

from cxworkshop import i18n
from cxworkshop.sheets.layout.document import Document, DocumentInfo, Page
from cxworkshop.sheets.paper import A4
from cxworkshop.sheets.typesetting import hyphens
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced, lines, of_whole_words
from tests.core.sheets import pdf_rules


def drawn(laid: TextBlock) -> list[str]:
    return [
        line.paragraph.text[line.start : line.end] + ("-" if line.divides else "")
        for line in laid.lines
    ]


def laid(text: str, width: float, language: str = "en", style: Style | None = None) -> TextBlock:
    with i18n.speaking(language):
        return lines(text, style or Style(), width)


@pytest.mark.parametrize(
    ("language", "word", "syllables"),
    [
        ("en", "appointments", "appoint-ments"),
        ("de", "Kundenzufriedenheit", "Kun-den-zu-frie-den-heit"),
        ("nl", "verbeteringsvoorstel", "ver-be-te-rings-voor-stel"),
        ("pl", "niezadowolenie", "nie-za-do-wo-le-nie"),
        ("fr", "l’établissement", "l’éta-blis-se-ment"),
        ("es", "sencillamente", "sen-ci-lla-mente"),
        ("tr", "Müşterilerimizin", "Müş-te-ri-le-ri-mi-zin"),
        ("fi", "hyvinvointi", "hyvin-vointi"),
    ],
)
def test_each_language_divides_its_words_as_it_does(language, word, syllables):
    ends = hyphens.places(word, hyphens.language_of(word, language))
    parts = [word[start:end] for start, end in pairwise((0, *ends, len(word)))]
    assert "-".join(parts) == syllables
    in_quotes = hyphens.places(f"“{word}”,", hyphens.language_of(word, language))
    assert in_quotes == tuple(at + 1 for at in ends)


def test_letters_of_another_language_tell_whose_word_it_is():
    assert hyphens.language_of("ulaşılamıyor", "de_AT") == "tr"
    assert hyphens.language_of("Straße", "en") == "de"
    assert hyphens.language_of("Wartezeit", "de_AT") == "de"


def test_a_word_longer_than_its_line_is_divided_and_an_address_only_cut():
    long = "Rindfleischetikettierungsüberwachungsgesetz"
    assert drawn(laid(long, 120, "de")) == ["Rindfleischetikettie-", "rungsüberwachungsge-", "setz"]
    assert drawn(laid("b" * 30, 100)) == ["b" * 15 + "-", "b" * 15]
    address = laid("www.example.org/appointments/none", 90)
    assert not any(line.divides for line in address.lines)


def test_a_narrow_ragged_line_takes_a_part_of_the_next_word_if_that_saves_a_line():
    said = "Nobody told me about appointments that were cancelled, and the receptionist laughed."
    divided = drawn(laid(said, 84))
    assert divided[1:3] == ["about appoint-", "ments that were"]
    assert len(divided) < len(of_whole_words(said, Style(), 84).lines)
    assert not any(line.divides for line in laid(said, 300).lines)
    assert drawn(laid("Nobody told me about appointments", 84))[1:] == ["about", "appointments"]


def test_neither_headings_nor_names_are_divided_to_fill_a_line():
    assert not any(line.divides for line in balanced("About all appointments", Style(), 80).lines)
    title = laid("About all appointments that were", 80, style=Style(face=SEMI, role="H2"))
    name = laid("Mira Annette Kowalewskaya asked", 80)
    assert not any(line.divides for line in (*title.lines, *name.lines))


def test_readers_find_the_whole_word():
    block = laid("Die Kundenzufriedenheitsumfrage", 100, "de")
    assert len(block.lines) == 2
    document = Document(DocumentInfo(title="t", author="a", language="de"))
    document.draw([Page(paper=A4, paint=lambda canvas: canvas.words(block, 20, 20))])
    data = document.finish()
    reader = pypdf.PdfReader(io.BytesIO(data))
    with pdfplumber.open(io.BytesIO(data)) as opened:
        others = (reader.pages[0].extract_text(), opened.pages[0].extract_text())
    whole = "Die Kundenzufriedenheitsumfrage"
    assert [text.replace("\u00ad\n", "") for text in others] == [whole] * 2
    pdfium = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert pdfium.replace("\ufffe", "") == whole
    assert pdf_rules.broken(data, reader) == []
