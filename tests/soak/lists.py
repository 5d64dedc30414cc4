"""Lists that are refreshed, cleared and destroyed at random, while garbage goes at any moment.

Each run is a process of its own, in which freed memory is overwritten: what is looked at once
more after it was deleted ends that process, or fails in it.
"""

from __future__ import annotations

import gc
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListView

from tests.gui.surface_workshops import make
from tests.soak.power_cuts import at_home
from tests.soak.table import Row
from tests.soak.windows import shown_window
from ui.dialogs.about import AboutDialog
from ui.dialogs.commands import CommandsDialog
from ui.dialogs.forget import ForgetDialog
from ui.dialogs.history import HistoryDialog
from ui.dialogs.opposite import OppositeDialog
from ui.stops.pick.candidates import CandidateList
from ui.stops.prepare.words_list import WordsList
from ui.stops.share.wish_list import WishList
from ui.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
STEPS = 1_000  # of one process
WORK = "import sys; from tests.soak.lists import work; work(int(sys.argv[1]), sys.argv[2])"
OVERWRITTEN = {"PYTHONMALLOC": "malloc", "MALLOC_PERTURB_": "165", "PYTHONFAULTHANDLER": "1"}
SOON = (2, 20, 200, 0)  # objects until garbage is collected; 0 for never
KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End)


def run(count: int, seed: int) -> list[Row]:
    """So many steps in all, a thousand to a process."""
    runs, steps, wrong = max(1, count // STEPS), min(count, STEPS), list[str]()
    for n in range(runs):
        ended = subprocess.run(
            [sys.executable, "-c", WORK, str(steps), f"{seed} {n}"],
            cwd=ROOT,
            env=os.environ | OVERWRITTEN,
            capture_output=True,
            text=True,
            check=False,
        )
        if ended.returncode or "Traceback" in ended.stderr:
            wrong.append(f"run {n} ended with {ended.returncode}: {ended.stderr[-300:]}")
    note = "; ".join(wrong[:2])
    return [Row("lists refreshed, cleared, destroyed", runs * steps, len(wrong), note)]


def work(steps: int, seed: str) -> None:
    """Work on lists and dialogs with the example's words, so many times."""
    QAccessible.setActive(True)
    with tempfile.TemporaryDirectory() as place:
        scratch = Path(place)
        with at_home(scratch), shown_window(scratch) as window:
            assert window.open(make("bakery", scratch))
            lists = _Lists(window, random.Random(seed))
            for _step in range(steps):
                lists.act()


class _Lists:
    """One list of each kind, and dialogs with lists; what comes next is left to chance."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        self._window, self._chance = window, chance
        self._workshop, self._theme = window.bridge.workshop, window.theme
        self._candidates = self._workshop.pick.candidates()
        self._cards = self._workshop.big_list.board().cards
        self._wishes = self._workshop.answers.to_everybody().wishes
        self._lists: dict[str, QListView] = {}
        refresh = self._pick, self._words, self._answers
        self._acts: Sequence[Callable[[], object]] = (
            *refresh, *refresh, self._press, self._press, self._destroy, self._collect, self._dialog
        )  # fmt: skip

    def act(self) -> None:
        self._chance.choice(self._acts)()
        if self._chance.random() < 0.3:
            QApplication.processEvents()

    def _pick(self) -> None:
        shown = self._list("pick", lambda: CandidateList(self._theme))
        shown.show_candidates(self._some(self._candidates), served=self._chance.random() < 0.5)

    def _words(self) -> None:
        shown = self._list("words", lambda: WordsList(self._theme, "Words"))
        shown.show_cards(self._some(self._cards), ("Coming in", "Paying"))

    def _answers(self) -> None:
        shown = self._list("answers", lambda: WishList(self._theme))
        shown.show_wishes(self._some(self._wishes), set(), self._workshop.today)

    def _some(self, values: Sequence[object]) -> list[object]:
        return self._chance.sample(list(values), self._chance.randrange(len(values) + 1))

    def _list(self, name: str, made: Callable[[], QListView]) -> QListView:
        if name not in self._lists:
            shown = self._lists[name] = made()
            shown.setParent(self._window)
            shown.resize(400, 300)
            shown.show()
        return self._lists[name]

    def _press(self) -> None:
        """Press keys in one of the lists."""
        if self._lists:
            shown = self._lists[self._chance.choice(sorted(self._lists))]
            shown.setFocus()
            QTest.keyClicks(shown, self._chance.choice("cagw"))
            self._walk(shown)

    def _walk(self, rows: QListView) -> None:
        """Hear all rows, and go to some."""
        heard = QAccessible.queryAccessibleInterface(rows)
        for place in range(heard.childCount()):
            heard.child(place).text(QAccessible.Text.Name)
        for key in self._chance.choices(KEYS, k=3):
            QTest.keyClick(rows, key)

    def _destroy(self) -> None:
        """Let Qt delete a list, or Python."""
        if not self._lists:
            return
        gone = self._lists.pop(self._chance.choice(sorted(self._lists)))
        gone.hide()
        if self._chance.random() < 0.5:
            gone.deleteLater()
        else:
            gone.setParent(None)

    def _collect(self) -> None:
        """Collect garbage now, and from now on sooner or later."""
        gc.collect()
        soon = self._chance.choice(SOON)
        gc.set_threshold(soon)
        (gc.enable if soon else gc.disable)()

    def _dialog(self) -> None:
        """Open a dialog, look for something in it, go through its rows, and close it."""
        dialog = self._chance.choice(
            (self._history, self._commands, self._about, self._opposite, self._forget)
        )()
        dialog.show()
        for field in dialog.findChildren(QLineEdit):
            QTest.keyClicks(field, self._chance.choice(("e", "wa", "zz")))
            field.clear()
        for rows in dialog.findChildren(QListView):
            self._walk(rows)
        dialog.close()
        dialog.deleteLater()
        if self._chance.random() < 0.5:
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _history(self) -> QDialog:
        return HistoryDialog(self._window.bridge, self._theme, self._window)

    def _commands(self) -> QDialog:
        return CommandsDialog(self._window._actions, 4, self._theme, self._window)

    def _about(self) -> QDialog:
        return AboutDialog(self._theme, self._window)

    def _opposite(self) -> QDialog:
        of = self._candidates[0].subject
        return OppositeDialog(self._workshop, self._theme, self._window, of)

    def _forget(self) -> QDialog:
        dialog = ForgetDialog(self._window.bridge, self._theme, self._window)
        dialog.choose()
        return dialog
