"""What was written by hand is typed back: piles, ballots, check sheets; by keys and by mouse."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from cxworkshop.model import Mark
from tests.gui.painted import settle
from ui.dialogs.paper_entry import SOON, PaperEntryDialog

pytestmark = pytest.mark.begins_at(3)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SIZES = [(1280, 720), (1920, 1080)]
PILES = "Waiting: 1 2\nForms: 3"


@pytest.fixture
def wall(hands):
    """Five cards in no group, in the window, on stop 3."""
    say(hands.workshop, "ring", "hold", "forms", "park", "door")
    hands.go(3)
    return hands


def say(workshop, *words: str) -> None:
    with workshop.as_one("say"):  # the window shows it once
        for one in words:
            talk = workshop.talk.begin(workshop.talk.next_customer(kind="regular").id)
            workshop.talk.say(one, talk.id)


@pytest.fixture
def sheet(improving):
    """Stop 6 with a check sheet in front. One customer said it; nobody has answered."""
    say(improving.workshop, "one", "two", "three")
    improving.go(6)
    paper(improving)
    return improving


def paper(hands) -> None:
    """Ctrl+G."""
    QTest.keyClick(hands.window, Qt.Key.Key_G, CTRL)
    settle()


def focus() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def keys(text: str) -> None:
    """Type into what has the focus; a line break is Enter."""
    for sign in text:
        if sign == "\n":
            QTest.keyClick(focus(), Qt.Key.Key_Return)
        else:
            QTest.keyClicks(focus(), sign)
        QApplication.processEvents()


def key(what: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focus(), what, held)
    settle()


def done() -> None:
    key(Qt.Key.Key_Return, CTRL)


def back(hands) -> None:
    """Activate the window, which nobody does off screen when a dialog is closed."""
    hands.window.activateWindow()
    settle()


def dialog(hands) -> PaperEntryDialog:
    settle()
    return next(d for d in hands.window.findChildren(PaperEntryDialog) if d.isVisible())


def is_open(hands) -> bool:
    settle()
    opened = any(d.isVisible() for d in hands.window.findChildren(PaperEntryDialog))
    if not opened:
        back(hands)
    return opened


def press(parent: QWidget, words: str) -> None:
    """Click a button once the preview has followed what was typed."""

    def shown() -> list[QAbstractButton]:
        found = parent.findChildren(QAbstractButton)
        return [b for b in found if b.accessibleName() == words and b.isVisible()]

    wait_for(lambda: bool(shown()))
    QTest.mouseClick(shown()[0], Qt.MouseButton.LeftButton)
    settle()


def wait_for(is_so: Callable[[], bool]) -> None:
    """However long a busy machine takes for the preview, in no less than its delay."""
    for _while in range(300):
        QTest.qWait(SOON)
        if is_so():
            return
    raise AssertionError(is_so)


def seen(parent: QWidget) -> list[str]:
    return [w.text() for w in parent.findChildren(QLabel) if w.isVisible() and w.text()]


def drawn(hands) -> str:
    board = hands.workshop.big_list.board()
    groups = [f"[{' '.join(card.words for card in group.cards)}]" for group in board.groups]
    return " ".join([*groups, *(card.words for card in board.loose)])


def votes(hands) -> dict[str, int]:
    return {c.subject.code: c.votes for c in hands.workshop.pick.candidates() if c.votes}


def answers(hands, slot: int = 1) -> list[tuple[str, Mark | None]]:
    pick = hands.workshop.pick.slots()[slot].id
    return [(said.words, said.mark) for said in hands.workshop.check.said_now(pick)]


def paste(text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(focus(), Qt.Key.Key_V, CTRL)
    settle()


def crash(hands) -> None:
    """Start the program again with nothing but the drafts that it saves twice a second."""
    kept = json.dumps(hands.window.desk.drafts.half_typed(), ensure_ascii=False)
    path = hands.workshop.path
    for shown in hands.window.findChildren(PaperEntryDialog):
        shown.reject()
    hands.window.close_workshop()
    assert hands.window.open(path)
    hands.window.activateWindow()
    settle()
    hands.window.desk.drafts.take_half_typed(json.loads(kept))
    settle()


# Piles


def test_a_line_says_what_enter_would_do(wall):
    paper(wall)
    assert focus().accessibleName() == "Paper line"
    keys("Waiting: 1 2")
    assert "New group A, “Waiting”: 2 cards  ·  1  2" in seen(wall.page)
    keys(" 99")
    would = "not on the list: 99  ·  New group A, “Waiting”: 2 cards  ·  1  2"
    assert would in seen(wall.page)
    assert focus().accessibleDescription() == would
    assert drawn(wall) == "ring hold forms park door"


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_all_but_the_wrong_numbers_of_a_line(wall, by):
    paper(wall)
    keys("Waiting: 1 2 99\n")
    assert "not on the list: 99" in wall.message
    assert drawn(wall) == "ring hold forms park door"
    if by == "mouse":
        wall.click("All but these")
    else:
        key(Qt.Key.Key_Tab, SHIFT)
        assert focus().accessibleName() == "All but these"
        key(Qt.Key.Key_Return)
    assert drawn(wall) == "[ring hold] forms park door"
    assert wall.find("Paper line", QLineEdit).text() == ""
    wall.undo()
    assert drawn(wall) == "ring hold forms park door"


def test_put_it_right_goes_back_to_the_line(wall):
    paper(wall)
    keys("Waiting: 1 99\n")
    wall.click("Put it right")
    assert focus() is wall.find("Paper line", QLineEdit)
    assert focus().text() == "Waiting: 1 99"


def test_many_lines_are_pasted_looked_at_and_grouped_as_one_step(wall):
    paper(wall)
    paste(PILES)
    shown = dialog(wall)
    assert shown.lines.toPlainText() == PILES
    assert "New group B, “Forms”: 1 card" in seen(shown)
    assert "3 cards into 2 groups." in seen(shown)
    keys("\nDoor: 5")
    done()
    assert not is_open(wall)
    assert drawn(wall) == "[ring hold] [forms] [door] park"
    wall.undo()
    assert drawn(wall) == "ring hold forms park door"


def test_many_piles_by_mouse(wall):
    wall.click("Paper line")
    wall.click("Many piles")
    shown = dialog(wall)
    QTest.mouseClick(shown.lines.viewport(), Qt.MouseButton.LeftButton)
    keys("Waiting: 1\na: 2\n")
    press(shown, "Group them")
    assert drawn(wall) == "ring hold forms park door", "there is no group A yet"
    assert "There is no group A" in shown.summary.text()
    press(shown, "All but these")
    assert drawn(wall) == "[ring] hold forms park door"


def test_what_does_not_fit_is_listed_by_line(wall):
    wall.workshop.big_list.set_aside(wall.workshop.pick.subject("4").cards)
    paper(wall)
    paste("Waiting: 1 2\nForms: 2 3 99\nDoor: 4 5 5\nno colon")
    shown = dialog(wall)
    said = seen(shown)
    for trouble in ("in line 2 as well: 2", "in line 1 as well: 2", "not on the list: 99",
                    "set aside: 4", "there twice: 5"):  # fmt: skip
        assert trouble in said
    assert shown.summary.text().startswith("4 lines don’t fit, so nothing is done yet.")
    assert shown.summary.text().endswith("All but these: 3 cards into 3 groups.")
    seq = wall.workshop._store.seq
    done()
    assert wall.workshop._store.seq == seq
    assert shown.isVisible()
    press(shown, "All but these")
    assert drawn(wall) == "[ring] [forms] [door] hold"


def test_half_typed_piles_survive_leaving_and_a_crash(wall):
    paper(wall)
    paste(PILES)
    keys("\nDoor: ")
    key(Qt.Key.Key_Escape)
    assert not is_open(wall)
    assert drawn(wall) == "ring hold forms park door"
    wall.find("Paper line", QLineEdit).setFocus()
    keys("Park: 4")
    crash(wall)
    assert wall.find("Paper line", QLineEdit).text() == "Park: 4"
    wall.click("Go on with 3 lines")
    assert dialog(wall).lines.toPlainText() == f"{PILES}\nDoor:\nPark: 4"
    keys("5")
    assert dialog(wall).lines.toPlainText().endswith("Park: 45")
    key(Qt.Key.Key_Backspace)
    key(Qt.Key.Key_Up)
    keys(" 5")
    done()
    assert drawn(wall) == "[ring hold] [forms] [door] [park]"
    wall.find("Many piles")


def test_twenty_cards_are_not_asked_about_twice(wall):
    """The preview has shown them already (R12)."""
    say(wall.workshop, *(f"thing {n}" for n in range(20)))
    paper(wall)
    paste("Waiting: 1-12\nForms: 13-25")
    done()
    assert len(wall.workshop.big_list.board().groups) == 2


# Ballots


def test_ballots_by_keys_alone(wall):
    wall.go(4)
    paper(wall)
    keys("1: 9\n3 4\n5=0")
    shown = dialog(wall)
    wait_for(lambda: "Card 1: 9 votes" in seen(shown))
    assert "13 votes in 3 lines." in seen(shown)
    done()
    assert not is_open(wall)
    assert votes(wall) == {"1": 9, "3": 4}
    wall.undo()
    assert votes(wall) == {}


def test_old_votes_are_replaced_only_when_confirmed(wall):
    wall.workshop.pick.ballots.record(["1: 9", "3: 4"])
    wall.go(4)
    wall.click("Type in the ballots")
    shown = dialog(wall)
    assert "13 votes are typed in so far." in seen(shown)
    keys("1: 2\n4: 1\n77: 5")
    press(shown, "All but these")
    assert "1 (9, now 2)" in shown.summary.text()
    assert votes(wall) == {"1": 9, "3": 4}
    press(shown, "Replace them")
    assert votes(wall) == {"1": 2, "3": 4, "4": 1}


def test_other_votes_ask_again(wall):
    wall.workshop.pick.ballots.record(["1: 9"])
    wall.go(4)
    paper(wall)
    keys("1: 2")
    done()
    assert votes(wall) == {"1": 9}
    keys("2")
    done()
    assert votes(wall) == {"1": 9}
    done()
    assert votes(wall) == {"1": 22}


def test_half_typed_ballots_survive_a_crash(wall):
    wall.go(4)
    paper(wall)
    keys("1: 9\n3: ")
    crash(wall)
    assert not is_open(wall)
    wall.go(4)
    paper(wall)
    keys("4")
    done()
    assert votes(wall) == {"1": 9, "3": 4}


# The check sheet


def test_a_sheet_by_keys_alone_in_few_keystrokes(sheet):
    assert focus().accessibleName() == "Row 1, Notices"
    keys("nYou rang me!\ndNothing new.\nw\nparent\ncI was away")
    assert "4 of 10" in seen(sheet.page)
    assert answers(sheet) == []
    done()
    assert answers(sheet) == [
        ("You rang me!", Mark.NOTICES),
        ("Nothing new.", Mark.NO_DIFFERENCE),
        ("", Mark.WORSE),
        ("I was away", Mark.CANNOT_TELL),
    ]
    first = sheet.workshop.check.said_now(sheet.workshop.pick.slots()[1].id)[0]
    assert first.customer.number == 1, "as paper names them"
    assert focus().accessibleName() == "Customers notice", "who said it is asked"
    sheet.undo()
    assert answers(sheet) == []


def test_a_mark_without_words_asks_whose_it_is_and_goes_on_by_enter(sheet):
    key(Qt.Key.Key_Down)
    keys("w\n")
    assert focus().accessibleName() == "Row 2, who"
    assert any(text.startswith("Whose mark is it?") for text in seen(sheet.page))
    keys("parent\n")
    assert focus().accessibleName() == "Row 3, Notices"
    assert not any(text.startswith("Whose mark is it?") for text in seen(sheet.page))
    done()
    pick = sheet.workshop.pick.slots()[1].id
    (said,) = sheet.workshop.check.said_now(pick)
    assert (said.customer.kind, said.mark, said.words) == ("parent", Mark.WORSE, "")


@pytest.mark.parametrize("typed", ["ndwc", "NSWC", "1234"])
def test_each_mark_has_its_letter_and_its_number(sheet, typed):
    for one in typed:
        keys(f"{one}yes\n")
    assert [row.ticks.mark for row in sheet.page.form.rows[:4]] == list(Mark)


def test_a_sheet_by_mouse(sheet):
    for name in ("Row 2, Worse", "Row 3, Notices"):
        sheet.click(name)
        assert focus().accessibleName().endswith("in their words")
        keys("so")
    sheet.click("Row 3, Notices")
    assert sheet.page.form.rows[2].ticks.mark is None, "a click on a tick takes it away"
    sheet.click("Row 3, Cannot tell")
    who = sheet.find("Row 2, who")
    QTest.mouseClick(who.lineEdit(), Qt.MouseButton.LeftButton)
    keys("a parent")
    sheet.click("Take this sheet")
    assert answers(sheet) == [("so", Mark.WORSE), ("so", Mark.CANNOT_TELL)]
    pick = sheet.workshop.pick.slots()[1].id
    assert sheet.workshop.check.said_now(pick)[0].customer.kind == "a parent"


def test_arrows_tab_and_delete(sheet):
    key(Qt.Key.Key_Down)
    assert focus().accessibleName() == "Row 2, Notices"
    key(Qt.Key.Key_Right)
    assert focus().accessibleName() == "Row 2, No difference"
    key(Qt.Key.Key_Space)
    assert focus().accessibleName() == "Row 2, in their words"
    key(Qt.Key.Key_Tab, SHIFT)
    assert focus().accessibleName() == "Row 2, No difference"
    key(Qt.Key.Key_Tab, SHIFT)
    assert focus().accessibleName() == "Row 2, who"
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Delete)
    assert sheet.page.form.rows[1].ticks.mark is None
    key(Qt.Key.Key_Up)
    keys("n")
    key(Qt.Key.Key_Down)
    assert focus().accessibleName() == "Row 2, in their words"
    key(Qt.Key.Key_Up)
    assert focus().accessibleName() == "Row 1, in their words"


def test_shift_enter_is_a_new_line_and_arrows_walk_in_it(sheet):
    keys("nYou rang")
    key(Qt.Key.Key_Return, SHIFT)
    keys("me")
    key(Qt.Key.Key_Up)
    assert focus().accessibleName() == "Row 1, in their words"
    done()
    assert answers(sheet)[0][0] == "You rang\nme"


def test_a_new_row_follows_the_last_one(sheet):
    for n in range(11):
        keys(f"nyes {n}\n")
    assert len(sheet.page.form.rows) == 12
    done()
    assert len(answers(sheet)) == 11
    assert len(sheet.page.form.rows) == 10


def test_rows_that_do_not_fit_are_said_and_stay_while_the_others_are_taken(sheet):
    keys("nYou rang me!\n")
    rows = sheet.page.form.rows
    rows[1].words.setFocus()
    keys("It is better\n")
    assert "There are words, and no mark yet." in seen(sheet.page)
    rows[2].who.setFocus()
    keys("77\nn\n")
    assert "There is no customer 77." in seen(sheet.page)
    done()
    assert "Row 2: There are words, and no mark yet. Row 3: There is no" in sheet.message
    assert answers(sheet) == []
    sheet.click("Put it right")
    assert focus().accessibleName() == "Row 2, Notices"
    done()
    sheet.click("All but these")
    assert answers(sheet) == [("You rang me!", Mark.NOTICES)]
    assert [row.words.text() for row in rows[:3]] == ["", "It is better", ""]
    rows[1].ticks.take_keys()
    keys("n")
    rows[2].who.setEditText("")
    done()
    assert "Row 3: Whose mark is it?" in sheet.message
    assert len(answers(sheet)) == 1
    sheet.click("Put it right")
    assert focus().accessibleName() == "Row 3, who"
    keys("parent\n")
    done()
    assert answers(sheet)[1:] == [("It is better", Mark.NOTICES), ("", Mark.NOTICES)]
    assert not sheet.page.form.isVisible()


def test_who_answered_already_is_not_counted_twice(sheet):
    keys("nYou rang me!")
    done()
    paper(sheet)
    sheet.page.form.rows[0].who.setEditText("1")
    keys("n")
    done()
    assert "Customer 1 has answered already." in sheet.message
    assert len(answers(sheet)) == 1


def test_the_expectation_stays_covered_while_a_sheet_is_typed(sheet):
    keys("nyes\nnyes\nnyes\n")
    assert "“You rang me back.”" not in seen(sheet.page)
    done()
    assert "“You rang me back.”" in seen(sheet.page)


def test_an_empty_sheet_is_refused_in_words(sheet):
    done()
    assert sheet.message == "The sheet is empty so far. Type what stands on it."


def test_esc_goes_back_to_the_answers_and_the_sheet_is_kept(sheet):
    keys("nYou rang")
    key(Qt.Key.Key_Escape)
    assert not sheet.page.form.isVisible()
    paper(sheet)
    assert focus().accessibleName() == "Row 2, Notices"
    assert sheet.page.form.rows[0].words.text() == "You rang"


def test_each_improvement_has_its_own_sheet_and_it_survives_a_crash(sheet):
    keys("nYou rang\nwIt ")
    sheet.page.form.rows[3].who.setEditText("a parent")
    sheet.page.tabs.setCurrentIndex(1)
    settle()
    assert sheet.page.form.rows[0].words.text() == ""
    assert sheet.page.form.rows[0].who.currentText() == "2, regular"
    sheet.page.tabs.setCurrentIndex(0)
    settle()
    crash(sheet)
    rows = sheet.page.form.rows
    assert sheet.page.form.isVisible()
    assert [(row.ticks.mark, row.words.text()) for row in rows[:3]] == [
        (Mark.NOTICES, "You rang"),
        (Mark.WORSE, "It "),
        (None, ""),
    ]
    assert (rows[0].who.currentText(), rows[3].who.currentText()) == ("1, regular", "a parent")
    assert answers(sheet) == []


def test_a_sheet_survives_another_text_size(sheet):
    keys("nYou rang\n")
    sheet.window.theme.resize(150)
    settle()
    try:
        assert sheet.page.form.rows[0].words.text() == "You rang"
        assert sheet.page.form.isVisible()
    finally:
        sheet.window.theme.resize(100)


def test_words_of_two_thousand_characters_are_kept_whole(sheet):
    keys("n")
    paste("word " * 400)
    done()
    assert len(answers(sheet)[0][0]) == 1_999


def test_with_nothing_locked_there_is_no_sheet(hands):
    hands.go(6)
    paper(hands)
    assert not hands.page.sheet_button.isVisible()
    assert not hands.page.form.isVisible()
