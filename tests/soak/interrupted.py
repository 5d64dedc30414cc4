"""Whatever interrupts a movement, a drag or half a sentence in the room: nothing lost or stuck.

Screens are plugged in and out, a clicker clicks, the Wall is closed and opened, all with movement
on. At the end of each meeting the window is closed while something moves, and the file is read.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from cxworkshop.workshop import Workshop
from tests.gui.conftest import Hands
from tests.gui.plugs import LAPTOP, MONITOR, PROJECTOR, USUAL, Plugs, screen_of
from tests.gui.surface_workshops import make
from tests.gui.wall.settling import settle
from tests.soak.power_cuts import at_home
from tests.soak.table import Row
from tests.soak.windows import shown_window
from ui.theme.motion import let_move

STEPS = 60
KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CLICKER = (KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_Period, KEY.Key_B, KEY.Key_F5, KEY.Key_Escape)
OTHERS = (KEY.Key_F6, KEY.Key_S)
WORDS = ("The tea was cold", "nobody rang back", "a chair broke", "too loud in the hall")
CAPTURE = "What the customer said"


def run(count: int, seed: int) -> list[Row]:
    """So many meetings."""
    wrong = list(filter(None, (_meeting(random.Random(f"{seed} {n}")) for n in range(count))))
    return [Row("interrupted in the room, steps", count * STEPS, len(wrong), "; ".join(wrong[:2]))]


def _meeting(chance: random.Random) -> str:
    """One meeting; return what went wrong, "" for nothing."""
    failed: list[str] = []
    hook, sys.excepthook = sys.excepthook, lambda _kind, error, _at: failed.append(repr(error))
    try:
        with tempfile.TemporaryDirectory() as scratch, at_home(Path(scratch)):
            path = make("bakery", Path(scratch))
            said = _hold(Path(scratch), path, chance, failed)
            with Workshop.open(path) as closed:
                kept = len(closed.big_list.board().cards)
            failed += [f"{kept} cards in the file, not {said}"] if kept != said else []
    finally:
        sys.excepthook = hook
        let_move(on=False)
    return failed[0] if failed else ""


def _hold(scratch: Path, path: Path, chance: random.Random, failed: list[str]) -> int:
    """Return how many cards there have to be in the end."""
    plugs = Plugs()
    with shown_window(scratch) as window:
        plugs.set(LAPTOP, PROJECTOR)
        window.setScreen(screen_of(LAPTOP))
        window.setGeometry(0, 0, 1366, 768)
        assert window.open(path)
        let_move(on=True)
        it = Interrupted(Hands(window), plugs, chance)
        for _step in range(STEPS):
            it.do()
            failed += it.wrong()
            if failed:
                break
        it.end()
        window.close()  # while it moves
    plugs.set(USUAL)
    settle()
    return it.cards


class Interrupted:
    """Does something by chance, again and again; `done` names it."""

    def __init__(self, hands: Hands, plugs: Plugs, chance: random.Random) -> None:
        self._hands, self._plugs, self._chance = hands, plugs, chance
        self.cards = len(hands.workshop.big_list.board().cards)
        self.done: list[str] = []
        self._half = ""  # what stands in the box
        self._ways: tuple[Callable[[], object], ...] = (
            self.drag, self.type, self.enter, self.turn, self.stop,
        )  # fmt: skip

    def do(self) -> None:
        """Do one thing."""
        way = self._chance.choice(self._ways)
        self.done.append(way.__name__)
        way()

    def drag(self) -> None:
        """Carry a card, be interrupted, and let go or cancel."""
        self._go(3)
        board = self._hands.page.board
        view, cards = board.viewport(), [c for one in board.columns for c in one.cards]
        card, other = self._chance.sample(cards[:8], 2)
        start = board.board_layout.area_of(card).center()
        to = board.board_layout.area_of(other).center()
        QTest.mousePress(view, LEFT, pos=start)
        for step in range(1, 4):
            QTest.mouseMove(view, start + (to - start) * step / 3)
        self._interrupt()
        if self._chance.random() < 0.3:
            self._press(KEY.Key_Escape)
        QTest.mouseRelease(view, LEFT, pos=to)
        self._interrupt()

    def type(self) -> None:
        """Type into the box, be interrupted, and go on."""
        words = self._chance.choice(WORDS)
        for part in (words[:7], words[7:]):
            self._focus_box()
            box = self._box()
            QTest.keyClicks(box, part)
            self._half += part
            self._interrupt((*OTHERS[:1], KEY.Key_PageDown, KEY.Key_F5))

    def enter(self) -> None:
        """Save what stands in the box."""
        self._focus_box()
        self.cards += bool(self._half.strip())
        self._half = ""
        QTest.keyClick(self._box(), KEY.Key_Return)
        self._interrupt((*OTHERS[:1], KEY.Key_F5))

    def turn(self) -> None:
        """Click through pages, not waiting for one."""
        self._go(self._chance.choice((3, 8)))
        for _page in range(3):
            self._press(self._chance.choice(CLICKER + OTHERS))

    def stop(self) -> None:
        """Another stop."""
        self._go(self._chance.randint(1, 8))

    def end(self) -> None:
        """Let a page fade."""
        self._go(3)
        if self._hands.window.wall.session is None:
            self._press(KEY.Key_F5)
        self._press(KEY.Key_PageDown)

    def wrong(self) -> list[str]:
        """What is lost or stuck now."""
        settle()
        found = []
        board = getattr(self._hands.page, "board", None)
        if board is not None and board.drag.mode:
            found.append("a card is still carried")
        if QApplication.overrideCursor() is not None or QApplication.mouseButtons():
            found.append("the mouse is stuck")
        count = len(self._hands.workshop.big_list.board().cards)
        if count != self.cards:
            found.append(f"{count} cards, not {self.cards}")
        session = self._hands.window.wall.session
        if session is not None and not session.wall.isVisible() and not session.stand.is_gone:
            found.append("the Wall is on and nowhere")
        self._go(2)
        if self._box().toPlainText() != self._half:
            found.append(f"{self._box().toPlainText()!r} in the box, not {self._half!r}")
        return [f"{one} after {', '.join(self.done[-4:])}" for one in found]

    def _interrupt(self, keys: tuple[Qt.Key, ...] = CLICKER[:5] + OTHERS) -> None:
        """Screens, a key, or both; what moves is on its way for some frames."""
        if self._chance.random() < 0.5:
            beside = self._chance.choice(((), (PROJECTOR,), (MONITOR, PROJECTOR), (MONITOR,)))
            self._plugs.set(LAPTOP, *beside)
        if self._chance.random() < 0.5:
            self._press(self._chance.choice(keys))
        for _frame in range(self._chance.randint(0, 3)):
            QApplication.processEvents()

    def _press(self, key: Qt.Key) -> None:
        """As a clicker does: to whatever has the keyboard."""
        for dialog in self._dialogs():
            QTest.keyClick(dialog, KEY.Key_W)  # where the room sees it is asked
        window = QApplication.activeWindow() or self._hands.window
        QTest.keyClick(window.focusWidget() or window, key)
        QApplication.processEvents()
        for dialog in self._dialogs():
            QTest.keyClick(dialog, KEY.Key_W)

    def _dialogs(self) -> list[object]:
        from ui.wall.screen_dialog import ScreenDialog

        return [one for one in self._hands.window.findChildren(ScreenDialog) if one.isVisible()]

    def _go(self, stop: int) -> None:
        """Off screen no window manager gives the keyboard back when a dialog is closed."""
        self._hands.window.activateWindow()
        QApplication.processEvents()
        self._hands.go(stop)

    def _focus_box(self) -> None:
        self._go(2)
        self._box().setFocus()

    def _box(self) -> QPlainTextEdit:
        found = self._hands.find(CAPTURE, QPlainTextEdit)
        assert isinstance(found, QPlainTextEdit)
        return found
