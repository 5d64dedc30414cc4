"""Help that can't lie: its keys are those of the window, and each does something on its page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.help_cards import help_cards
from cxworkshop.keys import KEYS, keys_at, keys_of
from cxworkshop.stops import STOPS
from tests.gui.conftest import Hands
from tests.gui.painted import settle
from ui.dialogs.all_keys import AllKeysDialog
from ui.dialogs.help_card import HelpCardDialog, Shade
from ui.printing.dialog import PrintDialog
from ui.widgets.day_field import DayField
from ui.widgets.editable_rows import EditableRow
from ui.widgets.fields import TextArea
from ui.widgets.key_cap import KeyCap

MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt)
# Shortcuts with a reason not to be told: each is one of several that the table says in one line.
ONE_OF_SEVERAL = {
    *(f"Ctrl+{n}" for n in range(2, 9)),
    *(f"Alt+{n}" for n in range(10)),
    *("Ctrl+PgUp",),
}


class Unanswered(QObject):
    """Counts the keys that nothing on a page answers: they arrive at the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.count += event.key() not in MODIFIERS
        return False


def strike(keys: str, at: QWidget) -> None:
    """Press what Qt writes like this, where `at` is."""
    combination = QKeySequence(keys)[0]
    QTest.keyClick(at, combination.key(), combination.keyboardModifiers())
    QApplication.processEvents()


def shown(window: QWidget, kind: type[QDialog]) -> QDialog | None:
    return next((d for d in window.findChildren(kind) if d.isVisible()), None)


def words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel)]


def test_each_stop_has_a_card_with_its_keys_and_at_most_four_steps():
    cards = help_cards()
    assert [card.key for card in cards] == list(STOPS)
    for number, card in enumerate(cards, start=1):
        assert 1 <= len(card.steps) <= 4
        assert card.sentence
        assert card.try_this
        assert 1 <= len(keys_at(number)) <= 18


def test_every_shortcut_of_the_window_is_told_and_every_one_told_is_there(bakery):
    window = bakery.window
    for stop in range(1, 9):
        bakery.go(stop)
    actions = {
        name: tuple(keys.toString() for keys in action.shortcuts())
        for name, action in window._actions._actions.items()
        if not action.shortcut().isEmpty()
    }
    assert actions == {name: keys_of(name) for name in actions}
    assert actions["redo"] == ("Ctrl+Y", "Ctrl+Shift+Z")
    assert all(len({*keys}) == len(keys) for keys in actions.values()), "Qt does neither"
    told = {key.action for key in KEYS if key.action} | {f"stop{n}" for n in range(1, 9)}
    assert set(actions) == told
    on_pages = {
        QKeySequence(one.key()).toString()
        for one in window.findChildren(QShortcut)
        if not one.key().isEmpty() and not isinstance(one.parent(), QDialog)
    }
    listed = {QKeySequence(key.keys).toString() for key in KEYS}
    assert on_pages - listed <= ONE_OF_SEVERAL


def _first(kind: type[QWidget], part: QWidget) -> QWidget:
    return next(one for one in part.findChildren(kind) if one.isVisible())


def _on_prepare(hands: Hands, keys: str) -> QWidget:
    in_day = keys in ("Up", "Alt+Down")
    hands.page.show_section(0 if in_day else 1)
    settle()
    return _first(DayField, hands.page).entry if in_day else _row_field(hands)


def _row_field(hands: Hands) -> QWidget:
    rows = [row for row in hands.page.findChildren(EditableRow) if row.isVisible()]
    return next(field for row in rows for field in row.findChildren(TextArea))


def _on_board(hands: Hands, keys: str) -> QWidget:
    board = hands.page.board
    QTest.keyClick(board, Qt.Key.Key_Down)
    return board


def _on_staff_test(hands: Hands, keys: str) -> QWidget:
    hands.click("Write under: How the work is set up")
    return QApplication.focusWidget()


def _on_share(hands: Hands, keys: str) -> QWidget:
    if keys == "Left":
        return next(month for month in hands.page.first.year._months if month.round)
    hands.page.open_inner("round_start")
    settle()
    return QApplication.focusWidget() or hands.page


PLACES = {
    1: _on_prepare,
    2: lambda hands, keys: hands.page.capture,
    3: _on_board,
    4: lambda hands, keys: hands.page.list,
    5: lambda hands, keys: _row_field(hands),
    6: lambda hands, keys: hands.page.entry.words,
    7: _on_staff_test,
    8: _on_share,
}


def close_all(hands: Hands) -> None:
    """Leave what a key has opened."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for dialog in hands.window.findChildren(QDialog):
        dialog.close()
    if hands.window.desk.here == 8:
        hands.page.close_inner()
    hands.window.activateWindow()
    settle()


def test_every_key_that_a_card_tells_is_answered_on_its_page(bakery):
    window = bakery.window
    unanswered = Unanswered(window)
    silent = []
    for stop, focus in PLACES.items():
        for key in keys_at(stop):
            bakery.go(stop)
            if key.action:
                if not hasattr(bakery.page, key.action):
                    silent.append((stop, key.keys))
                continue
            at = focus(bakery, key.keys)
            at.setFocus()
            settle()
            before = unanswered.count
            strike(key.keys, at)
            if unanswered.count > before:
                silent.append((stop, key.keys))
            close_all(bakery)
    assert silent == [], str(silent)


def test_f1_is_a_card_f1_again_is_all_keys_and_esc_goes_back(bakery):
    window = bakery.window
    bakery.go(3)
    bakery.page.board.setFocus()
    bakery.key(Qt.Key.Key_F1)
    card = shown(window, HelpCardDialog)
    caps = [cap.text() for cap in card.findChildren(KeyCap)]
    assert caps == [key.name for key in keys_at(3)]
    assert {"Big list", "Read the cards aloud.", catalogue.stops()[2].watch} <= {*words(card)}
    assert QApplication.focusWidget().accessibleName() == "Close"
    bakery.key(Qt.Key.Key_F1)
    settle()
    assert shown(window, HelpCardDialog) is None
    every = shown(window, AllKeysDialog)
    caps = [cap.text() for cap in every.findChildren(KeyCap)]
    assert caps == [key.name for stop in range(9) for key in keys_at(stop)]
    bakery.key(Qt.Key.Key_Escape)
    window.activateWindow()
    settle()
    assert bakery.page.board.hasFocus()


def test_a_click_beside_the_card_closes_it_and_a_question_mark_in_a_field_is_typed(bakery):
    window = bakery.window
    bakery.go(2)
    QTest.keyClicks(bakery.page.capture, "why?")
    assert bakery.page.capture.toPlainText() == "why?"
    bakery.page.capture.clear()
    bakery.key(Qt.Key.Key_F1)
    assert shown(window, HelpCardDialog)
    QTest.mouseClick(window.findChild(Shade), Qt.MouseButton.LeftButton)
    settle()
    assert shown(window, HelpCardDialog) is None
    window.activateWindow()
    settle()
    assert window.findChild(Shade) is None or not window.findChild(Shade).isVisible()
    bakery.go(3)
    bakery.page.board.setFocus()
    bakery.key(Qt.Key.Key_Question)
    every = shown(window, AllKeysDialog)
    Hands(every).click("Print")
    settle()
    page = shown(window, PrintDialog)
    assert [sheet.slug for sheet in page.choices.sheets.ticked] == ["keys"]
    page.reject()


def test_all_keys_are_printed_without_a_workshop_too(window, until, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.printing.blank_workshop.documents", lambda: tmp_path)
    before = sorted(tmp_path.rglob("*.cxw*"))
    QTest.keyClick(window, Qt.Key.Key_Question)
    Hands(shown(window, AllKeysDialog)).click("Print")
    settle()
    page = shown(window, PrintDialog)
    until(lambda: page.pages is not None)
    assert [sheet.slug for sheet in page.pages.order.sheets] == ["keys"]
    assert page.pages.pdfs[0].startswith(b"%PDF")
    assert not page.choices.sheets.isVisible(), "there is nothing else to print"
    page.reject()
    settle()
    assert sorted(tmp_path.rglob("*.cxw*")) == before
