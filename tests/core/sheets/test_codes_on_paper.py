"""Codes for the camera on cards, headlines and ballots: read from the PDF, large enough, silent."""

from __future__ import annotations

import pypdf
import pypdfium2
import pytest
import zxingcpp

from cxworkshop.errors import BadWords
from cxworkshop.paper_codes import PaperCode, read_digits, short_identity
from cxworkshop.sheets.paper import LETTER
from tests.core.sheets import pdf_rules
from tests.core.sheets.pdf_reading import pages, printed

DOTS = 4.0  # a millimetre
SHEETS = ("cards", "pile-headlines", "ballots")


def symbols(path) -> list[tuple[PaperCode, float]]:
    """Each code of a PDF with its side in millimetres."""
    found = []
    with pypdfium2.PdfDocument(path) as opened:
        for page in opened:
            sheet = page.render(scale=DOTS * 25.4 / 72, grayscale=True).to_pil()
            for symbol in zxingcpp.read_barcodes(sheet):
                at = symbol.position
                code = read_digits(symbol.text)
                assert code is not None
                found.append((code, (at.top_right.x - at.top_left.x + 1) / DOTS))
    return found


@pytest.mark.parametrize("sheet", SHEETS)
def test_paper_has_codes_only_when_they_are_wanted(shop, tmp_path, sheet):
    assert symbols(printed(shop, sheet, tmp_path)) == []
    coded = printed(shop, sheet, tmp_path / "coded", codes=True)
    found = symbols(coded)
    assert {code.workshop for code, _side in found} == {
        short_identity(shop.prepare.team().identity)
    }
    assert min(side for _code, side in found) > 11.8
    data = coded.read_bytes()
    assert pdf_rules.broken(data, pypdf.PdfReader(coded)) == []


def test_every_card_and_every_headline_has_its_own(shop, tmp_path):
    cards = symbols(printed(shop, "cards", tmp_path, codes=True))
    wall = shop.content.big_list.wall_cards()
    assert sorted(code.code for code, _side in cards) == sorted(card.code for card in wall.cards)
    headlines = symbols(printed(shop, "pile-headlines", tmp_path, codes=True))
    piles = shop.content.big_list.pile_headlines()
    letters = (*(group.letter for group in piles.groups), *piles.next_letters)
    assert [code.code for code, _side in headlines] == list(letters)
    assert {code.round_number for code, _side in headlines} == {piles.round_number}


def test_a_ballot_has_a_slip_for_each_contender(shop, tmp_path):
    """What the camera counts is what a ballot lists, once for each voter."""
    path = printed(shop, "ballots", tmp_path, codes=True)
    content = shop.content.pick.ballots()
    voted = [code for code, _side in symbols(path)]
    assert len(set(voted)) == len(voted) == content.voters * len(content.contenders)
    assert {code.code for code in voted} == {contender.code for contender in content.contenders}
    assert "Cut off the slips" in pages(path)[0]


@pytest.mark.parametrize("stock", ["L7163", "L7160", "5388", "5163"])
def test_codes_have_room_on_labels(shop, tmp_path, stock):
    profile = {"L7163": "a4-99x38", "L7160": "a4-64x38", "5388": "letter-127x76"}.get(
        stock, "letter-102x51"
    )
    found = symbols(printed(shop, "cards", tmp_path, codes=True, profile=profile))
    cards = len(shop.content.big_list.wall_cards().cards)
    assert len({code for code, _side in found}) == len(found) == cards


def test_labels_too_small_for_codes_are_refused(shop, tmp_path):
    with pytest.raises(BadWords, match="too small for codes"):
        printed(shop, "cards", tmp_path, codes=True, profile="letter-67x25", paper=LETTER)
