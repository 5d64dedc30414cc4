"""The window: visible focus, text sizes, the dark theme, menus, the parts around the loop."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QMenu, QWidget

from tests.gui.conftest import improve
from tests.gui.dropping import drop
from tests.gui.painted import settle
from ui.theme.motion import let_move, rise
from ui.theme.theme import TEXT_SIZES
from ui.widgets.buttons import Button

CONTROL = Qt.KeyboardModifier.ControlModifier
LATER = date.today() + timedelta(days=28)  # noqa: DTZ011 - as the window has it


def dialog(hands) -> QDialog:
    QApplication.processEvents()
    return next(d for d in hands.window.findChildren(QDialog) if d.isVisible())


def test_the_widget_in_focus_has_a_ring_around_it(hands):
    field = hands.find("Who has a say: Add a name", QLineEdit)
    field.setFocus()
    QApplication.processEvents()
    window = hands.window
    picture = window.grab().toImage()
    corner = field.mapTo(window, field.rect().topLeft())
    middle = corner.x() + field.width() // 2
    accent = QColor(window.theme.tokens.accent)
    above = [picture.pixelColor(middle, corner.y() - n) for n in range(2, 6)]
    assert accent in above


def test_tab_moves_through_a_page_and_the_focus_stays_visible(hands):
    improve(hands.workshop, "ring me")
    for number in range(1, 9):
        hands.go(number)
        seen = set()
        for _step in range(40):
            QTest.keyClick(QApplication.focusWidget() or hands.window, Qt.Key.Key_Tab)
            now = QApplication.focusWidget()
            assert now is not None
            assert now.isVisible()
            seen.add(now)
        assert len(seen) > 5, number
        assert any(hands.page.isAncestorOf(widget) for widget in seen), number


@pytest.mark.slow
def test_no_button_is_cut_with_the_largest_text(hands):
    improve(hands.workshop, "ring me when my bread is ready, not after I have come for it")
    hands.window.theme.resize(max(TEXT_SIZES))
    QApplication.processEvents()
    for number in range(1, 9):
        hands.go(number)
        for _turn in range(4):
            QApplication.processEvents()
        cut = [
            (press.words, press.width(), press.sizeHint().width())
            for press in hands.window.findChildren(Button)
            if press.isVisible() and press.width() + 1 < press.sizeHint().width()
        ]
        assert cut == [], number


def test_a_key_switches_the_dark_theme_and_it_is_remembered(hands):
    theme = hands.window.theme
    was = theme.tokens
    QTest.keyClick(hands.window, Qt.Key.Key_D, CONTROL)
    assert theme.tokens is not was
    theme.remembered()
    assert theme.tokens is not was
    QTest.keyClick(hands.window, Qt.Key.Key_D, CONTROL)
    assert theme.tokens is was


def test_undo_and_redo_say_what_they_will_do(hands):
    hands.type_into("Whom we serve: Add a kind of customer", "regulars", enter=True)
    name = next(n for n in names(hands) if n.startswith("Undo "))
    hands.click(name)
    assert hands.workshop.prepare.served.all() == []
    redo = next(n for n in names(hands) if n.startswith("Redo "))
    assert redo.removeprefix("Redo") == name.removeprefix("Undo")
    hands.click(redo)
    assert [row.words for row in hands.workshop.prepare.served.all()] == ["regulars"]


def test_undo_stays_below_the_mouse_while_it_is_clicked_again(hands):
    for kind in ("people who come by bus", "b", "c"):
        hands.type_into("Whom we serve: Add a kind of customer", kind, enter=True)
    window = hands.window
    undo = hands.find(next(n for n in names(hands) if n.startswith("Undo ")))
    corner = undo.mapTo(window, undo.rect().topLeft() + QPoint(4, undo.height() // 2))
    for left in (2, 1, 0):
        QTest.mouseMove(window, corner)
        QTest.mouseClick(window.childAt(corner), Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        assert len(hands.workshop.prepare.served.all()) == left
    assert undo.width() > undo.sizeHint().width()
    QTest.mouseMove(hands.page)
    QApplication.processEvents()
    assert undo.width() == undo.sizeHint().width()


def test_what_does_not_fit_into_the_bar_is_shortened_and_still_named_in_full(hands):
    hands.type_into("Whom we serve: Add a kind of customer", "regulars", enter=True)
    hands.click(next(n for n in names(hands) if n.startswith("Undo ")))
    hands.window.resize(1280, 720)
    hands.window.theme.resize(200)
    QApplication.processEvents()
    redo = next(n for n in names(hands) if n.startswith("Redo “"))
    button, top = hands.find(redo), hands.window.content.top
    assert button.words == "Redo"
    assert redo in button.toolTip()
    seen = [w for w in top.findChildren(QAbstractButton) if w.isVisible()]
    assert all(w.width() >= w.sizeHint().width() for w in seen)
    assert max(w.geometry().right() for w in seen) < top.width()
    hands.window.theme.resize(100)
    QApplication.processEvents()
    assert hands.find(redo).words == redo


def test_an_empty_stop_has_one_button_that_leads_to_the_one_before(hands):
    for stop, way, before in (
        (7, "30-day check", 6),
        (6, "Make it better", 5),
        (5, "Pick up to three", 4),
    ):
        hands.go(stop)
        assert QApplication.focusWidget().accessibleName() == way
        hands.key(Qt.Key.Key_Return)
        assert hands.window.desk.here == before


def names(hands) -> list[str]:
    seen = [w for w in hands.window.findChildren(QAbstractButton) if w.isVisible()]
    return [w.accessibleName() or w.text() for w in seen]


def test_ideas_are_found_by_a_word(hands):
    hands.click("56 ideas")
    shown = dialog(hands)
    field = shown.findChildren(QLineEdit)[0]
    QTest.keyClicks(field, "xyzzy")
    QApplication.processEvents()
    assert any(text.startswith("No idea says that. Try fewer words") for text in said(shown))
    own = next(f for f in shown.findChildren(QLineEdit) if f is not field and f.isVisible())
    assert own.text() == "xyzzy", "it can be made an idea"
    field.clear()
    assert own.text() == ""
    shown.close()


def test_the_ten_ways_are_listed(hands):
    hands.click("Ten ways")
    shown = dialog(hands)
    assert len([text for text in said(shown) if text]) > 10
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def said(inside: QWidget) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in inside.findChildren(QLabel) if label.isVisible()]


@pytest.mark.slow
def test_a_refusal_is_in_sight_with_large_text(hands):
    workshop = hands.workshop
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    for words in ("parking", "greeting", "forms", "phone"):
        workshop.talk.say(words, talk.id)
    for code in ("1", "2", "3"):
        workshop.pick.put(workshop.pick.subject(code))
    hands.window.theme.resize(150)
    hands.go(4)
    hands.page.list.choose(3)
    QTest.keyClick(hands.page.list, Qt.Key.Key_2)
    for _turn in range(4):
        QApplication.processEvents()
    keep = QApplication.focusWidget()
    assert keep.text() == "Keep on the list"
    assert keep.visibleRegion().boundingRect() == keep.rect()


def open_more(window) -> QMenu:
    press = next(p for p in window.findChildren(QAbstractButton) if p.accessibleName() == "More")
    QTest.mouseClick(press, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def more(window) -> dict[str, bool]:
    """What the More menu and its own menus offer, and whether it has a check mark."""
    menu = open_more(window)
    rows = [*menu.actions(), *(row for sub in menu.findChildren(QMenu) for row in sub.actions())]
    found = {action.text(): action.isChecked() for action in rows if action.isVisible()}
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    QApplication.processEvents()
    return found


def test_the_more_menu_is_one_column_on_a_low_screen(hands):
    menu = open_more(hands.window)
    rows = [menu.actionGeometry(one) for one in menu.actions() if one.isVisible()]
    assert menu.sizeHint().height() <= 680, "a screen of 768 has a bar of the desktop's too"
    assert {box.left() for box in rows} == {rows[0].left()}
    assert {"Dark theme", "All keys", "Quit"} <= set(more(hands.window))


def test_a_refusal_of_a_dropped_file_goes_when_somebody_goes_on(hands, tmp_path, until):
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
    for go_on in (lambda: hands.go(3), lambda: hands.workshop.prepare.set_day_1(LATER)):
        drop(hands.window, photo)
        until(lambda: hands.window.refusal.text)  # it is read beside the window
        hands.window.bridge.do(go_on)
        assert not hands.window.refusal.isVisible()


def test_after_a_refused_file_the_keyboard_is_on_the_page(hands, tmp_path, until):
    """Not nowhere: Tab would come to Undo first, and Space would undo."""
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
    for stop in range(1, 9):
        hands.go(stop)
        hands.window.focusWidget().clearFocus()
        drop(hands.window, photo)
        until(lambda: hands.window.refusal.text)
        hands.key(Qt.Key.Key_Escape)
        assert not hands.window.refusal.isVisible()
        here = hands.window.focusWidget()
        is_ring = here is hands.window.desk.rail.entries[stop - 1]
        assert is_ring or hands.page.isAncestorOf(here), stop


def test_news_of_the_file_stays_while_somebody_works(hands):
    hands.window.refusal.show_sentence("It is open on another laptop too.", takes_focus=False)
    hands.go(4)
    hands.window.bridge.do(lambda: hands.workshop.prepare.set_day_1(LATER))
    assert hands.window.refusal.isVisible()


def test_a_panel_rises_to_where_it_is_laid_out_meanwhile(hands):
    """A page that comes back from sorting is laid out in several goes."""
    let_move(on=True)
    page = hands.page
    page.refusal.show_sentence("Two cards are alike.")
    QTest.qWait(400)
    rise(page.refusal)
    hands.window.resize(1366, 900)
    QTest.qWait(400)
    rose = page.refusal.geometry()
    for high in (901, 900):
        hands.window.resize(1366, high)
        settle()
    assert page.refusal.geometry() == rose


def test_dark_theme_and_reduced_motion_have_check_marks(hands):
    theme = hands.window.theme
    assert not more(hands.window)["Dark theme"]
    assert more(hands.window)["Reduce motion"]  # tests turn movement off
    QTest.keyClick(hands.window, Qt.Key.Key_D, CONTROL)
    assert theme.is_dark
    assert more(hands.window)["Dark theme"]
    QTest.keyClick(hands.window, Qt.Key.Key_D, CONTROL)
    assert not theme.is_dark
    assert not more(hands.window)["Dark theme"]


def test_the_more_menu_offers_what_can_be_done_with_or_without_a_workshop(hands):
    of_a_workshop = {"Save as …", "Earlier copies …", "History …", "Forget a customer …"}
    assert of_a_workshop <= set(more(hands.window))
    hands.window.close_workshop()
    assert not of_a_workshop & set(more(hands.window))
    assert {"New workshop", "Open …", "Open example", "Settings …", "Quit"} <= set(
        more(hands.window)
    )
