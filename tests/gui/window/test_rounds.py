"""Any round opens from the rail's head; what earlier rounds left open is done from the newest."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QMenu

from tests.gui.conftest import Hands
from ui.dialogs.still_open import StillOpenDialog
from ui.widgets.improvement_tabs import ImprovementTabs
from ui.widgets.open_rows import OpenRow

ROUNDS = Path(__file__).resolve().parents[2] / "files" / "rounds"
DAY = date(2026, 12, 17)
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(window, tmp_path, name: str, day: date = DAY) -> Hands:
    path = Path(copy(ROUNDS / f"{name}-format-2.cxw", tmp_path / "team.cxw"))
    window.workshops.today = day
    assert window.open(path)
    window.activateWindow()
    QApplication.processEvents()
    return Hands(window)


@pytest.fixture
def three(window, tmp_path) -> Hands:
    """In round 3 the check of round 2 is 36 days late, and a fix of round 1 57 days."""
    return opened(window, tmp_path, "three-rounds")


@pytest.fixture
def two(window, tmp_path) -> Hands:
    """In round 2 the staff test of round 1 is not sure, and two are not told of it."""
    return opened(window, tmp_path, "before-round-3")


def words(hands: Hands) -> list[str]:
    return [label.text() for label in hands.window.findChildren(QLabel) if label.isVisible()]


def choose_round(hands: Hands, number: int) -> None:
    """By keys: Ctrl+R, then down to the round."""
    QTest.keyClick(hands.window, Qt.Key.Key_R, CTRL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    rounds = [action.text() for action in menu.actions()]
    wanted = next(n for n, text in enumerate(rounds) if text.startswith(f"Round {number}"))
    here = next(n for n, action in enumerate(menu.actions()) if action.isChecked())
    for _step in range(abs(wanted - here)):
        QTest.keyClick(menu, Qt.Key.Key_Down if wanted > here else Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    hands.window.activateWindow()  # off screen, a menu that closes leaves no window active
    QApplication.processEvents()


def row(hands: Hands, start: str) -> OpenRow:
    rows = [row for row in hands.window.findChildren(OpenRow) if row.isVisible()]
    return next(row for row in rows if row.accessibleName().startswith(start))


def reason(monkeypatch, *given: tuple[str, bool]) -> list[str]:
    """What is typed into the box that asks for a reason; returns what it asked."""
    answers, asked = list(given), []

    def ask(_parent, _title, label):
        asked.append(label)
        return answers.pop(0)

    monkeypatch.setattr(QInputDialog, "getText", ask)
    return asked


def test_a_round_is_opened_by_keys_marked_on_every_page_and_left_again(three):
    for stop in range(1, 9):
        three.go(stop)
        choose_round(three, 1)
        assert "Round 1, finished Wed 7 Oct" in words(three)
        assert [*three.page.workshop.pick.slots()] == [1, 2, 3]
        three.click("Back to round 3")
        assert "Round 1, finished Wed 7 Oct" not in words(three)
        assert [*three.page.workshop.pick.slots()] == [1]


def test_a_round_is_opened_with_the_mouse(three):
    three.go(8)
    three.click("Round 3, November 2026. Open another round")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    lines = [action.text() for action in menu.actions()]
    assert lines == [
        "Round 3, the newest",
        "Round 2, finished Mon 9 Nov, 1 still open",
        "Round 1, finished Wed 7 Oct, 3 still open",
    ]
    box = menu.actionGeometry(menu.actions()[1])
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=box.center())
    QApplication.processEvents()
    assert three.window.bridge.round_looked_at == 2
    assert three.find("Round 2, October 2026. Open another round")


@pytest.mark.parametrize("stop", [1, 2, 3, 4])
def test_stops_1_to_4_of_a_finished_round_stay_as_they_were(three, stop):
    three.go(stop)
    choose_round(three, 1)
    seq, workshop = three.window.bridge.whole.seq, three.workshop
    tries = {
        1: lambda: workshop.prepare.served.add("new ones"),
        2: lambda: workshop.talk.say("late words", workshop.talk.begin(None).id),
        3: lambda: workshop.big_list.group([workshop.big_list.board().loose[0].id], "New"),
        4: lambda: workshop.pick.set_deciders([workshop.people.all()[0].id]),
    }
    if stop == 2:
        QTest.keyClicks(three.page.findChild(type(three.find("What the customer said"))), "x")
        three.key(Qt.Key.Key_Return)
    else:
        three.window.bridge.do(tries[stop])
    assert three.message == "Round 1 is finished, and stays as it was."
    assert three.window.bridge.whole.seq == seq
    three.click("Back to round 3")
    assert three.window.bridge.round_looked_at is None


def test_those_who_were_not_told_of_a_finished_round_are_told_there(three):
    three.go(8)
    QTest.mouseClick(row(three, "Tell All our customers"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert three.window.bridge.round_looked_at == 1
    for who in ("All our customers", "The cleaning team"):
        three.click(who)
    whole = three.window.bridge.whole
    assert [told.told_on for told in whole.share.to_tell(1)][1:] == [DAY, DAY]
    assert not [thing for thing in whole.open_promises.now() if thing.kind == "telling"]
    three.undo()  # undo is the whole workshop's
    assert sum(told.told_on is None for told in whole.share.to_tell(1)) == 1


def test_a_check_of_an_earlier_round_is_finished_in_its_tab(three):
    three.go(6)
    tabs = three.page.findChild(ImprovementTabs)
    assert tabs.accessibleTabName(1) == (
        "2  I was afraid and nobody asked., from round 2: ask customers, due 11 Nov · 36 days late"
    )
    assert tabs.currentIndex() == 1  # what is due opens by itself
    three.click("Some do")
    whole = three.window.bridge.whole
    assert whole.check.latest(whole.share.outcomes(2)[1].pick.id).verdict == "some"
    assert tabs.count() == 2  # what was just done stays in front
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, CTRL)
    assert tabs.currentIndex() == 0


def test_the_rail_says_what_earlier_rounds_left_open(two):
    two.go(1)
    notes = {entry.number: entry.status.note for entry in two.window.desk.rail.entries}
    assert notes[6] == "36 days late"
    assert notes[7] == "ask again, 57 days late"
    assert notes[8] == "2 to tell, round 1"
    choose_round(two, 1)
    notes = {entry.number: entry.status.note for entry in two.window.desk.rail.entries}
    assert notes[6] == "2 of 3 asked"
    assert notes[8] == "2 still to be told"


def test_above_stop_4_stands_what_is_still_open_and_leads_there(two):
    two.window.resize(1366, 900)  # high enough for two rows above what is picked
    two.go(4)
    assert "4 things, which take attention too; what is late first" in words(two)
    fix = row(two, "Put it into the opening checklist")
    assert fix.line.when == "57 days late"
    fix.setFocus()
    two.key(Qt.Key.Key_Return)
    assert two.window.desk.here == 7
    tabs = two.page.findChild(ImprovementTabs)
    assert "from round 1: ask again, due 21 Oct" in tabs.accessibleTabName(tabs.currentIndex())


def test_what_is_put_down_has_a_written_reason_and_is_taken_up_again(two, monkeypatch):
    two.window.resize(1366, 900)  # high enough for two rows above what is picked
    two.go(4)
    fix = row(two, "Put it into the opening checklist")
    asked = reason(monkeypatch, ("  ", True), ("The checklist is gone.", True))
    fix.setFocus()
    two.key(Qt.Key.Key_Delete)
    assert len(asked) == 2
    promises = two.window.bridge.whole.open_promises
    assert [down.reason for down in promises.put_downs()] == ["The checklist is gone."]
    assert "3 things, which take attention too; what is late first" in words(two)
    QTest.keyClick(two.window, Qt.Key.Key_L, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StillOpenDialog)
    hands = Hands(dialog)
    said = (
        "Waiting without a word: Put it into the opening checklist: “The checklist is gone.”, "
        "Thu 17 Dec"
    )
    assert said in [label.text() for label in dialog.findChildren(QLabel)]
    hands.click(f"Take up again: {said}")
    assert promises.put_downs() == []
    dialog.reject()
    QApplication.processEvents()
    assert "4 things, which take attention too; what is late first" in words(two)


def test_the_list_of_what_is_open_has_the_keyboard_at_the_latest_and_then_at_the_next(
    two, monkeypatch
):
    QTest.keyClick(two.window, Qt.Key.Key_L, CTRL)
    dialog = QApplication.activeModalWidget()
    first = dialog.focusWidget()
    assert first.line.words == "Put it into the opening checklist"
    reason(monkeypatch, ("The checklist is gone.", True))
    QTest.keyClick(first, Qt.Key.Key_Delete)
    then = dialog.focusWidget()
    assert then.line.words == "Ask again whether it stays"
    QTest.keyClick(then, Qt.Key.Key_Return)
    assert two.window.desk.here == 7


def test_without_a_reason_it_stays_open(two, monkeypatch):
    two.window.resize(1366, 900)  # high enough for two rows above what is picked
    two.go(4)
    fix = row(two, "Put it into the opening checklist")
    reason(monkeypatch, ("", False))
    fix.setFocus()
    two.key(Qt.Key.Key_Delete)
    assert two.window.bridge.whole.open_promises.put_downs() == []


def test_undoing_the_round_turns_back_to_it(window, tmp_path):
    hands = opened(window, tmp_path, "before-round-3")
    hands.window.bridge.whole.rounds.start_next()
    hands.go(6)
    choose_round(hands, 2)
    assert hands.window.bridge.round_looked_at == 2
    hands.undo()
    assert hands.window.bridge.round_looked_at is None
    assert hands.find("Round 2, October 2026. Open another round")


def test_half_typed_words_stay_in_their_round(three):
    three.go(8)
    choose_round(three, 1)
    three.page.first.people.list.field.setText("The neighb")
    kept = three.window.desk.drafts.half_typed()
    three.click("Back to round 3")
    assert three.page.draft() == ""
    three.window.desk.drafts.take_half_typed(kept)
    assert three.window.bridge.round_looked_at == 1
    assert "The neighb" in three.page.draft()


def test_the_papers_of_a_finished_round_print_and_say_so(three):
    three.go(8)
    choose_round(three, 1)
    QTest.keyClick(three.window, Qt.Key.Key_P, CTRL)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert "Round 1, finished Wed 7 Oct" in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.reject()


def test_what_was_kept_is_looked_at_again(window, tmp_path):
    hands = opened(window, tmp_path, "three-rounds", date(2027, 4, 1))
    hands.go(8)
    look = row(hands, "Look again after 3 months")
    QTest.mouseClick(look, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert hands.window.desk.here == 6
    assert hands.page.looks.is_open
    now = QApplication.focusWidget()
    QTest.keyClicks(now, "It is worse again.")
    QTest.keyClick(now, Qt.Key.Key_Return)
    hands.click("Slipping")
    pick = look.line.place.pick
    looks = hands.window.bridge.whole.looking_again.looks(pick)
    assert [one.found for one in looks] == ["slipping"]


def test_after_an_action_the_keyboard_is_on_the_page_and_never_on_undo(two):
    for stop in range(1, 9):
        two.click(two.window.desk.rail.entries[stop - 1].accessibleName())
        now = QApplication.focusWidget()
        assert now is not None
        assert two.page.isAncestorOf(now)
    two.click("All our customers")
    two.undo()
    QApplication.processEvents()
    assert two.page.isAncestorOf(QApplication.focusWidget())


def test_the_window_believes_in_the_day_it_is_given(window, tmp_path):
    hands = opened(window, tmp_path, "three-rounds", date(2026, 11, 29))
    assert hands.workshop.today == date(2026, 11, 29)
    hands.go(6)
    tabs = hands.page.findChild(ImprovementTabs)
    assert "18 days late" in tabs.accessibleTabName(1)


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("Who owns it", "Bea", lambda plan: plan.owner is not None),
        ("Start", "today", lambda plan: plan.start_on is not None),
        ("we …", "ring back", lambda plan: plan.promise_we == "ring back"),
    ],
)
def test_a_half_typed_plan_is_written_before_another_round_is_opened(hands, name, text, written):
    workshop = hands.workshop
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.say("ring me", talk.id)
    workshop.rounds.start_next()
    pick = workshop.pick.put(workshop.pick.subject("1")).id
    hands.go(5)
    hands.find(name).setFocus()
    QTest.keyClicks(QApplication.focusWidget(), text)
    choose_round(hands, 1)
    assert written(workshop.make_better.plan(pick))
    assert not hands.message
