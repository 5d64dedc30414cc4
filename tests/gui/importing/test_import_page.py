"""The import page: what a file was taken for is mended by mouse and keys, before it is imported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from xlsxwriter import Workbook

from cxworkshop.exchange.roles import ColumnRole
from cxworkshop.model import Customer
from cxworkshop.workshop import Workshop
from tests.gui.checks.acting import Reader
from tests.gui.conftest import Hands
from tests.gui.dropping import drop
from ui.importing.page import ImportPage
from ui.importing.pile_dialog import PileDialog
from ui.importing.role_menu import RoleMenu, sentence_of
from ui.widgets.buttons import Button

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SURVEY = """Visitor no.,What should we do better?,Which product do you use?,What do you think of it?
11,Ring me back within the day please,Blue kettle,The lid is loose and it drips
12,Open at eight in the morning,Red toaster,Warm and quick every single day
13,Please mend the front door,Green lamp,It went dark after a week
14,nothing,White mixer,I would buy it again tomorrow
"""


class Page:
    """Somebody at the import page, of a file that is dropped on the window if there is one."""

    def __init__(self, hands: Hands, path: Path | None = None) -> None:
        self.hands = hands
        if path is not None:
            drop(hands.window, path)
        self.settle()
        self.page = next(d for d in hands.window.findChildren(ImportPage) if d.isVisible())
        self.page.activateWindow()
        self.settle()

    @property
    def table(self):
        return self.page.content.table

    @property
    def gives(self) -> list[str]:
        """What each column is, and what it gives."""
        return [f"{count.role.words}: {count.gives}" for count in self.table.layout_now.counts]

    @property
    def words(self) -> str:
        """All that is written on the page."""
        labels = self.page.findChildren(QLabel)
        return " | ".join(label.text() for label in labels if label.isVisible())

    @property
    def take(self) -> str:
        """The words of the button that imports."""
        return self.take_button.words

    @property
    def take_button(self) -> Button:
        takes = ("Import", "Choose that column")
        return next(b for b in self.page.findChildren(Button) if b.words.startswith(takes))

    def click_head(self, column: int, role: ColumnRole) -> None:
        """Choose from the menu of a column's head, by two clicks."""
        self._click(self.table.head_area(column).center())
        menu = QApplication.activePopupWidget()
        entry = next(a for a in menu.actions() if a.text().startswith(sentence_of(role)))
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
        self.settle()

    def click_row(self, row: int) -> None:
        area = self.table.row_area(row)
        self._click(QPoint(30, area.center().y()))

    def drag_start(self, row: int, key: Qt.Key | None = None) -> None:
        """Drag the line where data starts to a row; perhaps press a key before letting go."""
        ground, at = self.table.viewport(), self.table.layout_now
        line = QPoint(120, at.start_line)
        QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=line)
        for point in (self.table.row_area(n).center() for n in (at.first, row)):
            QTest.mouseMove(ground, QPoint(120, point.y()))
        if key is not None:
            QTest.keyClick(self.table, key)
        QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=QPoint(120, point.y()))
        self.settle()

    def choose(self, box, words: str) -> None:
        """Choose from a drop-down list by its keys."""
        box.setFocus()
        there = [box.itemText(n) for n in range(box.count())]
        key = Qt.Key.Key_Down if there.index(words) > box.currentIndex() else Qt.Key.Key_Up
        QTest.keyClick(box, Qt.Key.Key_F4)
        view = box.view()
        while view.currentIndex().data() != words:
            QTest.keyClick(view, key)
        QTest.keyClick(view, Qt.Key.Key_Return)
        self.settle()

    def open_pile(self, title: str) -> PileDialog:
        self.press(next(b for b in self.page.findChildren(Button) if title in _name(b)))
        found = next(d for d in self.page.findChildren(PileDialog) if d.isVisible())
        found.activateWindow()
        self.settle()
        return found

    def press(self, button: Button) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def press_import(self) -> None:
        self.press(self.take_button)

    def _click(self, point: QPoint) -> None:
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
        self.settle()

    @staticmethod
    def settle() -> None:
        for _turn in range(4):
            QApplication.processEvents()


def _name(button: Button) -> str:
    return button.accessibleName() if button.isVisible() else ""


def said(hands: Hands) -> list[str]:
    """The words on the big list."""
    return sorted(card.words for card in hands.workshop.big_list.board().cards)


def file(folder: Path, text: str, name: str = "autumn.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def survey(hands, tmp_path) -> Page:
    return Page(hands, file(tmp_path, SURVEY))


def test_each_column_says_what_it_is_and_what_it_gives(survey):
    assert survey.gives == [
        "who: 4 customers",
        "customers’ words: 3 cards",
        "leave out: names of things",
        "customers’ words: 4 cards",
    ]
    assert "8 answers read, all accounted for" in survey.words


def test_a_column_is_mended_by_a_click_on_its_head(survey):
    survey.click_head(2, ColumnRole.WORDS)
    survey.click_head(3, ColumnRole.LEAVE_OUT)
    assert survey.gives[2:] == ["customers’ words: 4 cards", "leave out: "]
    survey.press_import()
    assert said(survey.hands)[:2] == ["Blue kettle", "Green lamp"]
    assert len(said(survey.hands)) == 7


def test_a_role_that_another_column_takes_is_said_and_comes_back(survey):
    survey.click_head(2, ColumnRole.WHO)
    assert [survey.gives[0], survey.gives[2]] == ["leave out: ", "who: 4 customers"]
    lost = "Only one column can be “who”. Column 1 “Visitor no.” is left out now"
    assert lost in survey.words
    survey.click_head(2, ColumnRole.LEAVE_OUT)
    assert survey.gives[0] == "who: 4 customers"
    assert "Column 1 “Visitor no.” is “who” again." in survey.words
    assert lost not in survey.words


def test_a_column_is_mended_by_keys(survey):
    """Right to the last column, Enter for its menu, Down from words to praise, Enter."""
    for _step in range(3):
        QTest.keyClick(survey.table, Qt.Key.Key_Right)
    QTest.keyClick(survey.table, Qt.Key.Key_Return)
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    survey.settle()
    assert survey.gives[3] == "praise: 4 praise"
    QTest.keyClick(survey.table, Qt.Key.Key_X)
    survey.settle()
    assert survey.gives[3] == "leave out: "
    QTest.keyClick(survey.table, Qt.Key.Key_Space)
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_P)
    survey.settle()
    survey.page.activateWindow()
    survey.settle()
    QTest.keyClick(survey.table, Qt.Key.Key_Return, CONTROL)
    assert len(said(survey.hands)) == 3


def test_the_row_where_data_starts_is_mended_by_a_click_and_by_keys(hands, tmp_path):
    rows = "Nr,Better\nCode,Q7 words as said\n1,Ring me back soon please\n2,Open at eight please\n"
    page = Page(hands, file(tmp_path, rows))
    page.click_row(1)
    assert page.table.layout_now.first == 1
    assert "3 answers read" in page.words
    QTest.keyClick(page.table, Qt.Key.Key_Down, ALT)
    page.settle()
    assert page.table.layout_now.first == 2
    page.drag_start(3)
    assert page.table.layout_now.first == 3
    page.drag_start(1, Qt.Key.Key_Escape)
    assert page.table.layout_now.first == 3
    page.drag_start(2)
    page.press_import()
    assert said(hands) == ["Open at eight please", "Ring me back soon please"]


def test_a_file_that_was_split_wrongly_is_split_by_another_sign(hands, tmp_path):
    rows = "Nr|Better\n" + "".join(f"{n}|Room {n}, door, light, heat\n" for n in range(1, 6))
    page = Page(hands, file(tmp_path, rows))
    page.choose(page.page.content.reading.delimiter, "comma ,")
    assert len(page.gives) == 4
    page.choose(page.page.content.reading.delimiter, "bar |")
    assert len(page.gives) == 2
    page.press_import()
    assert said(hands)[0] == "Room 1, door, light, heat"


def test_letters_that_were_read_wrongly_are_read_otherwise(hands, tmp_path):
    path = tmp_path / "brzmi.txt"
    path.write_bytes("Zażółć gęślą jaźń i otwórz drzwi\nProszę o więcej światła\n".encode("cp1250"))
    page = Page(hands, path)
    page.choose(page.page.content.reading.encoding, "Windows, Western Europe")
    assert page.table.layout_now.cell(1, 0) == "Proszê o wiêcej œwiat³a"
    page.choose(page.page.content.reading.encoding, "Windows, Central Europe")
    page.press_import()
    assert said(hands) == ["Proszę o więcej światła", "Zażółć gęślą jaźń i otwórz drzwi"]


def test_answers_are_left_out_and_taken_one_by_one_and_none_is_lost(survey):
    pile = survey.open_pile("What do you think of it?")
    QTest.keyClick(pile.list, Qt.Key.Key_Down)
    QTest.keyClick(pile.list, Qt.Key.Key_Space)
    QTest.keyClick(pile, Qt.Key.Key_Escape)
    survey.settle()
    assert survey.take == "Import 6 cards"
    pile = survey.open_pile("says nothing")
    QTest.mouseClick(pile.list.viewport(), Qt.MouseButton.RightButton, pos=QPoint(18, 18))
    QTest.mouseClick(pile.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(18, 18))
    QTest.keyClick(pile, Qt.Key.Key_Escape)
    survey.settle()
    survey.press_import()
    assert "nothing" in said(survey.hands)
    assert "Warm and quick every single day" not in said(survey.hands)
    aside = {row.words: row.why for row in survey.hands.workshop.importing.aside()}
    assert aside == {"Warm and quick every single day": "left out by hand"}


def test_cancel_leaves_everything_as_it_was_and_undo_takes_all_back(survey, tmp_path):
    seq = survey.hands.workshop.seq
    survey.click_head(2, ColumnRole.WORDS)
    QTest.keyClick(survey.page, Qt.Key.Key_Escape)
    survey.settle()
    assert survey.hands.workshop.seq == seq
    page = Page(survey.hands, tmp_path / "autumn.csv")
    assert page.gives[2] == "leave out: names of things"
    page.press(next(b for b in page.page.findChildren(Button) if "last time" in _name(b)))
    assert page.gives[2] == "customers’ words: 4 cards"
    page.click_head(1, ColumnRole.PRAISE)
    page.press_import()
    page.hands.window.activateWindow()  # off screen nothing gives the focus back
    page.settle()
    page.hands.undo()
    assert said(page.hands) == []
    assert page.hands.workshop.importing.batches() == []


def test_next_month_the_same_choices_are_one_click_away(survey, tmp_path):
    """With the columns in another order, and one more."""
    survey.click_head(2, ColumnRole.WORDS)
    survey.click_head(3, ColumnRole.PRAISE)
    survey.press_import()
    rows = [line.split(",") for line in SURVEY.splitlines()]
    moved = "".join(f"{c},{d},9{a},Shop {a},{b} again\n" for a, b, c, d in rows[1:])
    a, b, c, d = rows[0]
    page = Page(survey.hands, file(tmp_path, f"{c},{d},{a},Shop,{b}\n{moved}", "winter.csv"))
    assert page.gives[0] == "leave out: names of things"
    again = next(b for b in page.page.findChildren(Button) if "last time" in _name(b))
    page.press(again)
    assert page.gives[:3] == [
        "customers’ words: 4 cards",
        "praise: 4 praise",
        "who: 4 customers",
    ]
    assert not again.isVisible()
    page.press_import()
    assert len(said(page.hands)) == 7 + 8


def test_a_file_with_no_words_that_can_be_told_is_shown_and_asked_about(hands, tmp_path):
    rows = "a,b\n" + "".join(f"{n},Nr{n}\n" for n in range(1, 8))
    page = Page(hands, file(tmp_path, rows))
    assert "Say which column holds customers’ words" in page.words
    assert page.take == "Choose that column"
    page.press_import()  # opens the head of the column with most letters
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, RoleMenu)
    assert (page.table.column, said(hands)) == (1, [])
    QTest.keyClick(menu, Qt.Key.Key_W)
    page.settle()
    assert page.take == "Import 7 cards"


def test_another_sheet_of_a_workbook_is_chosen(hands, tmp_path):
    path = tmp_path / "year.xlsx"
    with Workbook(path) as book:
        for month, wish in (("Oct", "Ring me back soon please"), ("Nov", "Mend the front door")):
            sheet = book.add_worksheet(month)
            sheet.write_column(0, 0, ["What should we do better?", wish, f"{wish} again"])
    page = Page(hands, path)
    reading = page.page.content.reading
    assert not reading.delimiter.isVisible()
    assert reading.sheet.currentText() == "Oct"
    page.choose(reading.sheet, "Nov")
    page.choose(reading.sheet, "Oct")
    page.choose(reading.sheet, "Nov")
    page.press_import()
    assert said(hands) == ["Mend the front door", "Mend the front door again"]


def test_a_table_that_was_copied_from_a_spreadsheet_is_looked_at_as_a_table(hands):
    hands.go(2)
    QApplication.clipboard().setText(SURVEY.replace(",", "\t"))
    QTest.keyClick(hands.page.capture, Qt.Key.Key_V, CONTROL)
    Page.settle()
    asks = QApplication.activeModalWidget()
    button = next(b for b in asks.findChildren(Button) if b.words == "Import as a table")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    page = Page(hands)
    assert page.gives[1:] == [
        "customers’ words: 3 cards",
        "leave out: names of things",
        "customers’ words: 4 cards",
    ]
    page.press_import()
    assert len(said(hands)) == 7


def test_a_column_the_start_and_an_answer_are_mended_by_ear(survey):
    ear = Reader(lambda: survey.page)
    ear.act("Column 3, Which product do you use?, leave out", "Praise")
    assert survey.gives[2] == "praise: 4 praise"
    assert ear.find("Column 3, Which product do you use?, praise, 4 of 4, 4 praise")
    ear.act("Line 3: 12; Open at eight", "Data starts here")
    assert survey.table.layout_now.first == 2
    assert ear.find("Line 3, data starts: 12; Open at eight")
    pile = survey.open_pile("Ring me back")  # the line above is a title now
    ear = Reader(lambda: pile)
    ear.act("line 3, Open at eight in the morning, is taken", "Take or leave out")
    assert ear.find("line 3, Open at eight in the morning, is left out")


def test_what_may_name_somebody_is_read_first_and_left_out(hands, tmp_path):
    rows = "Ask for Maria Lopez at the desk\nMend the front door\nOpen at eight\n"
    page = Page(hands, file(tmp_path, rows, "list.txt"))
    pile = page.open_pile("may name somebody")
    QTest.keyClick(pile.list, Qt.Key.Key_Space)
    QTest.keyClick(pile, Qt.Key.Key_Escape)
    page.settle()
    assert "may name somebody" not in page.words
    page.press_import()
    assert said(hands) == ["Mend the front door", "Open at eight"]


def test_more_than_can_be_pasted_is_imported_from_where_it_was_copied(hands):
    hands.go(2)
    QApplication.clipboard().setText("\n".join(f"Mend door {n} please" for n in range(1_001)))
    QTest.keyClick(hands.page.capture, Qt.Key.Key_V, CONTROL)
    hands.click("Import what was copied")
    page = Page(hands)
    assert page.take == "Import 1,001 cards"
    assert "what was copied, 1,001 rows" in page.words
    QApplication.clipboard().clear()


def test_a_stop_that_is_opened_meanwhile_loses_nothing_of_the_import(survey):
    survey.click_head(2, ColumnRole.WORDS)
    hands = survey.hands
    hands.go(2)
    assert not survey.page.isVisible()
    assert hands.window.desk.foot.isVisible()
    waits = hands.find("autumn.csv waits here. Nothing of it is imported yet.")
    QTest.keyClicks(hands.page.capture, "The door is heavy")
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    hands.click("Back to the import")
    assert not waits.isVisible()
    assert QApplication.focusWidget() is survey.table
    assert survey.gives[2] == "customers’ words: 4 cards"
    survey.press_import()
    assert len(said(hands)) == 1 + 11
    assert hands.page.isVisible()


def test_an_import_that_waits_is_given_up_and_the_stop_stays(survey):
    hands = survey.hands
    hands.go(3)
    seq = hands.workshop.seq
    hands.click("Don’t import it")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert hands.window.findChildren(ImportPage) == []
    assert (hands.window.desk.here, hands.workshop.seq) == (3, seq)


def test_keys_of_the_stop_behind_it_do_nothing_there(hands, tmp_path):
    hands.go(2)
    page = Page(hands, file(tmp_path, SURVEY))
    hands.key(Qt.Key.Key_G, CONTROL)
    assert not hands.page.input.is_sheet
    assert QApplication.focusWidget() is page.table


@pytest.mark.parametrize("waits", [False, True])
def test_another_text_size_keeps_what_was_chosen(survey, until, waits):
    survey.click_head(2, ColumnRole.WORDS)
    if waits:
        survey.hands.go(3)
    survey.hands.window.theme.resize(150)
    survey.settle()
    if waits:
        survey.hands.click("Back to the import")
    again = Page(survey.hands)
    until(lambda: again.take == "Import 11 cards")
    assert again.gives[2] == "customers’ words: 4 cards"


def test_what_is_undone_meanwhile_can_be_imported_again(survey, tmp_path):
    survey.press_import()
    page = Page(survey.hands, tmp_path / "autumn.csv")
    take = page.take_button
    assert not take.isEnabled()
    page.hands.undo()
    assert take.isEnabled()
    assert page.take == "Import 7 cards"


def test_the_workshop_is_closed_while_the_page_is_open(survey, tmp_path):
    survey.click_head(2, ColumnRole.WORDS)
    QTest.keyClick(survey.hands.window, Qt.Key.Key_W, CONTROL)
    survey.settle()
    assert survey.hands.window.bridge is None
    with Workshop.open(tmp_path / "team.cxw") as saved:
        assert saved.big_list.board().cards == ()


def test_whether_a_row_is_a_customer_or_an_answer_is_said_in_one_box(hands, tmp_path):
    rows = "User,Seat,What should we do better?\n"
    rows += "ada,A,Ring me back within the day please\nbo,B,Open at eight in the morning\n"
    rows += "ada,B,Please mend the front door\ncy,A,More plugs by the window seats\n"
    page = Page(hands, file(tmp_path, rows))
    box = page.page.content.reading.respondent
    assert box.currentText() == "one answer (who: User)"
    assert "From 3 customers." in page.words
    page.choose(box, "one customer")
    assert page.gives[0] == "leave out: personal"
    assert "From 4 customers." in page.words
    page.choose(box, "one answer (who: User)")
    assert page.gives[0] == "who: 3 customers"
    page.choose(box, "one customer")
    page.press_import()
    assert len({row.id for row in hands.workshop._store.rows(Customer)}) == 4
    again = Page(hands, file(tmp_path, f"{rows}di,B,A bench by the door please\n"))
    again.press(next(b for b in again.page.findChildren(Button) if "last time" in _name(b)))
    assert again.page.content.reading.respondent.currentText() == "one customer"


def test_a_table_in_which_nobody_stands_twice_is_not_asked_whose_a_row_is(survey):
    assert not survey.page.content.reading.respondent.isVisible()
