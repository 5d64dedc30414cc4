"""Pieces on pages: what belongs together stays together, and cuts are only between lines."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.sheets.layout.flow import (
    Cell,
    FixedPiece,
    TableRow,
    beside,
    height_of,
    level,
    row,
    spread,
)
from cxworkshop.sheets.layout.page_breaks import on_pages
from cxworkshop.sheets.paper import MM
from cxworkshop.sheets.typesetting.text import Style, lines

STYLE = Style(size=10, leading=5 * MM)


def block(height: float, *, gap: float = 0.0, keep: bool = False) -> FixedPiece:
    return FixedPiece(height=height, gap=gap, keep=keep)


def words(count: int) -> TableRow:
    text = "\n".join(f"line{number}" for number in range(count))
    return row([Cell(0, (lines(text, STYLE, 500),)), Cell(50, (lines("who", STYLE, 500),))])


def heights(pages) -> list[list[float]]:
    return [[round(piece.height, 3) for piece in page] for page in pages]


def test_a_heading_goes_to_the_next_page_with_what_it_is_for():
    pieces = [block(85), block(6, keep=True), block(20)]
    assert heights(on_pages(pieces, 100, 100)) == [[85], [6, 20]]


def test_headings_in_a_row_go_on_together():
    pieces = [block(80), block(6, keep=True), block(4, keep=True), block(20)]
    assert heights(on_pages(pieces, 100, 100)) == [[80], [6, 4, 20]]


def test_a_heading_stays_where_two_lines_of_its_text_fit():
    pages = on_pages([block(80), block(6, keep=True), words(9)], 100, 100)
    assert heights(pages) == [[80, 6, 10], [35]]


def test_a_long_row_is_cut_between_two_lines_and_a_short_one_is_not():
    assert heights(on_pages([words(30)], 100, 60)) == [[100], [50]]
    assert heights(on_pages([block(90), words(3)], 100, 100)) == [[90], [15]]


def test_the_gap_above_a_piece_is_left_out_at_the_top_of_a_page():
    pages = on_pages([block(60, gap=5), block(60, gap=5)], 60, 60)
    assert heights(pages) == [[60], [60]]
    assert height_of(pages[1]) == 60
    assert heights(on_pages([replace(words(30), gap=4)], 100, 60)) == [[100], [50]]


def test_columns_are_as_high_as_the_highest_of_them():
    assert beside([block(10), block(10, gap=2)], [block(15)]).height == 22


def test_spare_room_is_shared_among_the_gaps_up_to_a_limit():
    pieces = [block(10), block(10, gap=2), block(10), block(10, gap=2)]
    assert [piece.gap for piece in spread(pieces, 4, 9)] == [0, 4, 0, 4]
    assert [piece.gap for piece in spread(pieces, 40, 3)] == [0, 5, 0, 5]


def test_columns_of_a_row_that_is_cut_begin_beside_one_another():
    long, short = (lines("word " * count, Style(), 30 * MM) for count in (60, 30))
    cut = row(level([Cell(0, (long,)), Cell(40, (short,))])).cut(60)
    assert cut
    for part in cut:
        assert len({cell.height for cell in part.cells}) == 1


def test_a_part_that_goes_on_is_named_again_on_top_of_each_page_that_is_its_own():
    again = block(8)
    head, other = (replace(block(10, keep=True), continued=each) for each in (again, block(9)))
    pages = on_pages([head, *[block(50)] * 3, other, block(50)], 100, 100)
    assert heights(pages) == [[10, 50], [8, 50], [8, 50], [10, 50]]


def test_what_is_higher_than_a_page_does_not_wait_for_one_without_a_heading():
    head = replace(block(10, keep=True), continued=block(8))
    assert heights(on_pages([head, block(60), block(95)], 100, 100)) == [[10, 60], [8, 95]]
