"""Stop 4 with large text: the slots stay beside the list, and no list scrolls in a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QWidget

from tests.gui.painted import settle
from tests.gui.stops.test_pick import drag, picked
from ui.dialogs.still_open import StillOpenDialog
from ui.widgets.criteria import CriterionRow
from ui.widgets.improvement_tabs import ImprovementTabs

pytestmark = pytest.mark.begins_at(4)

LONG = "A greeting on Saturdays, before the holidays"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def listed(hands):
    """Four lines; the first two are picked."""
    talk = hands.workshop.talk.begin(hands.workshop.talk.next_customer().id)
    for words in ("parking", "greeting", "forms", "phone"):
        hands.workshop.talk.say(words, talk.id)
    for code in ("1", "2"):
        hands.workshop.pick.put(hands.workshop.pick.subject(code))
    hands.go(4)
    yield hands
    hands.window.theme.resize(100)
    settle()


def enlarge(hands, size: tuple[int, int], percent: int) -> None:
    """As by the menu, in the running window."""
    hands.window.resize(*size)
    hands.window.theme.resize(percent)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()


def is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def scrolls_in(widget: QWidget) -> list[QWidget]:
    """What scrolls around a widget."""
    found, above = [], widget.parentWidget()
    while above is not None:
        found += [above] if isinstance(above, QAbstractScrollArea) else []
        above = above.parentWidget()
    return found


def test_a_low_page_that_becomes_narrow_lets_its_head_scroll(listed):
    """As beside the Wall's panel, with a timer above; the head left a layout amid its work."""
    page = listed.page
    listed.window.resize(1280, 640)
    settle()
    listed.window.resize(1000, 640)
    settle()
    assert page.head_bar.parent() is page.slots[0].parent()
    listed.window.resize(1280, 640)
    settle()
    assert page.head_bar.parent() is page


@pytest.mark.parametrize(
    ("size", "percent", "picks"),
    [((1366, 768), 150, 2), ((1280, 720), 200, 0), ((1280, 720), 200, 3)],
)
def test_the_three_slots_are_in_sight_beside_the_list(listed, size, percent, picks):
    pick = listed.workshop.pick
    for slot in list(pick.slots()):
        pick.take_out(slot)
    for code, words in zip("123"[:picks], ("Room to park", LONG, "Forms"), strict=False):
        listed.workshop.big_list.set_card_headline(pick.subject(code).cards[0], words)
        pick.put(pick.subject(code))
    enlarge(listed, size, percent)
    page = listed.page
    assert [is_whole(slot) for slot in page.slots] == [True, True, True]
    line = page.list.rect_at(0)
    assert page.list.viewport().rect().contains(line.center())
    here = page.list.mapToGlobal(page.list.rect().topRight()).x()
    assert page.slots[0].mapToGlobal(page.slots[0].rect().topLeft()).x() > here
    assert scrolls_in(page.list) == []
    assert len(scrolls_in(page.slots[0])) == 1


def test_a_line_is_dragged_onto_a_slot_with_text_at_200_percent(listed):
    listed.workshop.pick.take_out(1)
    enlarge(listed, (1280, 720), 200)
    drag(listed.page, "parking", 1)
    assert picked(listed) == ["parking", "greeting"]


def test_the_criteria_of_one_pick_at_a_time_are_unfolded_and_answered_by_keys(listed):
    enlarge(listed, (1280, 720), 150)
    first, second, _third = listed.page.slots
    listed.click("The criteria of slot 1: 0 of 4 yes")
    settle()
    assert (first.criteria.isVisible(), second.criteria.isVisible()) == (True, False)
    button = listed.find("The criteria of slot 2: 0 of 4 yes")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    settle()
    assert (first.criteria.isVisible(), second.criteria.isVisible()) == (False, True)
    yes = next(
        widget
        for widget in second.findChildren(QWidget)
        if widget.accessibleName() == "We can improve it, yes" and widget.isVisible()
    )
    yes.setFocus()
    QTest.keyClick(yes, Qt.Key.Key_Space)
    settle()
    assert len(listed.workshop.pick.judgements(2)) == 1
    assert second.criteria.isVisible(), "what is being answered stays open"


def test_what_is_still_open_is_counted_by_a_button_where_the_panel_has_no_room(bakery):
    bakery.go(4)
    enlarge(bakery, (1280, 720), 200)
    n = len(bakery.workshop.open_promises.now())
    assert n
    assert not bakery.page.still_open.isVisible()
    assert bakery.find(f"{n} still open").isEnabled()
    bakery.window.theme.resize(100)
    settle()


def test_a_refusal_takes_no_slot_out_of_sight_in_a_small_window(listed, hands):
    hands.workshop.pick.put(hands.workshop.pick.subject("3"))
    enlarge(hands, (1280, 700), 100)
    page = hands.page
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_End)
    QTest.keyClick(page.list, Qt.Key.Key_1)
    settle()
    assert hands.message.startswith("Three is the most for one round.")
    assert all(is_whole(slot) for slot in page.slots)
    assert is_whole(page.refusal)


def test_a_word_without_end_widens_no_stop(listed):
    """As somebody pastes a row of letters, or an address of the web."""
    pick = listed.workshop.pick
    talk = listed.workshop.talk.begin(listed.workshop.talk.next_customer().id)
    card = listed.workshop.talk.say("w" * 600, talk.id)
    pick.put(pick.subject(str(card.code)))
    for stop in (4, 5, 6, 7, 8):
        listed.go(stop)
        settle()
        page = listed.page
        across = [a.horizontalScrollBar().maximum() for a in page.findChildren(QAbstractScrollArea)]
        assert not any(across), stop
        tabs = [tabs for tabs in page.findChildren(ImprovementTabs) if tabs.isVisible()]
        assert all(t.tabRect(t.count() - 1).right() < page.width() for t in tabs), stop
    listed.go(4)
    seen = [slot.visibleRegion().boundingRect().width() for slot in listed.page.slots]
    assert seen == [slot.width() for slot in listed.page.slots]


def rows_in_sight(page) -> list[int]:
    """How many criteria of each pick can be seen whole."""
    picked_ = [slot for slot in page.slots if slot.criteria.isVisible()]
    return [sum(map(is_whole, slot.findChildren(CriterionRow))) for slot in picked_]


@pytest.mark.parametrize("size", [(1366, 768), (1366, 697)])
def test_all_four_criteria_are_in_sight_on_a_laptop(bakery, size):
    bakery.go(4)
    enlarge(bakery, size, 100)
    page = bakery.page
    assert rows_in_sight(page) == [4, 4]
    assert page._room.area.verticalScrollBar().maximum() == 0
    assert page.still_open.isVisible(), "what is still open stays on top"
    bakery.click("All 7 of them")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StillOpenDialog)
    dialog.reject()


def test_three_criteria_are_in_sight_on_the_smallest_screen(bakery):
    bakery.go(4)
    enlarge(bakery, (1280, 720), 100)
    assert min(rows_in_sight(bakery.page)) >= 3


def test_all_four_criteria_are_in_sight_while_the_first_is_answered(listed):
    enlarge(listed, (1366, 768), 100)
    assert rows_in_sight(listed.page) == [4, 4]


@pytest.mark.parametrize(("size", "rows"), [((1366, 900), 2), ((1366, 768), 1), ((1280, 720), 0)])
def test_what_is_still_open_gives_its_rows_to_the_criteria(bakery, size, rows):
    bakery.go(4)
    enlarge(bakery, size, 100)
    assert len(bakery.page.still_open.rows.rows) == rows
    assert "7 things, which take attention too; what is late first" in {
        label.text() for label in bakery.page.still_open.findChildren(QLabel) if label.isVisible()
    }
