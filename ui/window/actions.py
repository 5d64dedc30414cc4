"""Everything that a key or a menu can do at any time, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from cxworkshop.i18n import _
from ui.theme.icons import icon
from ui.theme.theme import TEXT_SIZES, Theme


@dataclass(frozen=True)
class ActionSpec:
    """One thing to do: its words, its key, its icon, and what does it."""

    words: str
    keys: str
    icon: str
    do: Callable[[], object]


class WindowActions:
    """The window's actions. `self["undo"]` is a QAction; its shortcut works everywhere."""

    def __init__(self, window: QWidget, deeds: dict[str, ActionSpec]) -> None:
        self._window = window
        self._actions = {key: self._make(deed) for key, deed in deeds.items()}
        self.icons = {key: deed.icon for key, deed in deeds.items()}

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def _make(self, deed: ActionSpec) -> QAction:
        action = QAction(deed.words, self._window)
        if deed.icon:
            action.setIcon(icon(deed.icon))
        action.setShortcut(QKeySequence(deed.keys))
        action.triggered.connect(lambda _on=False: deed.do())
        self._window.addAction(action)
        return action

    def menu(self, theme: Theme, *rows: str) -> QMenu:
        """A menu of these actions; "" is a line, "text" the sizes of text."""
        menu = QMenu(self._window)
        for row in rows:
            if row == "text":
                menu.addMenu(_sizes(menu, theme))
            elif row:
                menu.addAction(self._actions[row])
            else:
                menu.addSeparator()
        return menu


def _sizes(menu: QMenu, theme: Theme) -> QMenu:
    sizes = QMenu(_("Text size"), menu)
    one = QActionGroup(sizes)
    for percent in TEXT_SIZES:
        action = QAction(_("{n} %").format(n=percent), sizes)
        action.setCheckable(True)
        action.setChecked(percent == theme.percent)
        action.triggered.connect(lambda _on=False, n=percent: theme.resize(n))
        one.addAction(action)
        sizes.addAction(action)
    return sizes
