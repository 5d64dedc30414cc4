"""What is not in sight is not laid out, and a change touches what changed; no time is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxworkshop.services.importing import ImportFile

MANY = 400


@pytest.fixture
def many(hands):
    """So many cards, none of them grouped, on the board in the window."""
    words = "".join(f"Please mend thing number {n} before winter\n" for n in range(MANY))
    source = ImportFile("answers.csv", f"What should we do better?\n{words}".encode())
    importing = hands.workshop.importing
    importing.take(importing.prepare(source), sure=True)
    hands.go(3)
    QApplication.processEvents()
    return hands


def placed(board) -> int:
    return sum(card.lanes is card.column._lanes for card in board.cards.values())


def test_cards_out_of_sight_have_no_place_until_somebody_goes_there(many):
    board = many.page.board
    assert 0 < placed(board) < MANY / 2
    QTest.keyClick(board, Qt.Key.Key_Down)
    assert placed(board) < MANY / 2
    QTest.keyClick(board, Qt.Key.Key_End)
    assert placed(board) == MANY
    last = board.columns[0].cards[-1]
    assert board.viewport().rect().contains(board.board_layout.area_of(last))


def test_the_end_of_a_long_column_can_be_scrolled_to(many):
    column = many.page.board.columns[0]
    for _turn in range(60):
        column.scroll_to(column.offset + 2_000)
    assert column.offset == column.most_offset
    assert column.cards[-1] in list(column.cards_in(column.cards_area))


def test_a_change_inserts_and_removes_the_rows_of_the_tree_that_changed(many):
    many.key(Qt.Key.Key_F2)
    model, heard = many.page.tree.model(), []
    model.rowsInserted.connect(lambda _above, first, last: heard.append(last - first + 1))
    model.rowsRemoved.connect(lambda _above, first, last: heard.append(-(last - first + 1)))
    model.modelReset.connect(lambda: heard.append(0))
    many.page.tree.focus_card(many.workshop.big_list.board().loose[7].id)
    QTest.keyClick(many.page.tree, Qt.Key.Key_Delete)
    assert sorted(heard) == [-1, 1]  # the card, and the heading of the drawer with it
    many.window.workshops.undo()
    assert sorted(heard) == [-1, -1, 1, 1]


def test_lines_to_pick_from_say_everything_and_are_measured_as_far_as_they_are_seen(many):
    many.window.go(4)
    many.window.grab()  # laid out and painted, before the event loop measures what is not seen
    list_ = many.page.list
    measured = sum(line.size.width() > 1 for line in list_.values)
    assert 0 < measured < MANY / 2
    assert "thing number" in list_.text_at(MANY - 1)
