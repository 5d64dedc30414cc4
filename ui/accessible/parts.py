"""What a view paints, as a tree that screen readers can walk, and what can be done to each part."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget
from shiboken6 import Shiboken

from cxworkshop.i18n import _

Key = str
ROOT = ""  # the key of the view itself


class Action(NamedTuple):
    """Something that can be done, in the words of its menu; `key` does the same on the keyboard."""

    words: str
    do: Callable[[], object]
    key: str = ""


class PaintedParts(ABC):
    """The parts of a view by their keys; a key outlives the part, and may come back.

    What is asked of a part that is gone is answered with nothing. Rectangles are of the viewport.
    """

    takes_many = False  # whether several can be chosen
    tells_names = True  # whether names change while the parts stay: of rows, Qt tells it all

    def __init__(self, view: QWidget) -> None:
        self.view = view

    @abstractmethod
    def count(self, key: Key) -> int:
        """How many parts stand below one, or below ROOT."""

    @abstractmethod
    def child(self, key: Key, place: int) -> Key:
        """The part at a place from 0 up to `count`."""

    @abstractmethod
    def place(self, key: Key) -> int:
        """A part's place among its neighbours; -1 when it is gone."""

    @abstractmethod
    def name(self, key: Key) -> str:
        """What a screen reader says."""

    @abstractmethod
    def role(self, key: Key) -> QAccessible.Role:
        """What it is; of ROOT too."""

    @abstractmethod
    def area(self, key: Key) -> QRect:
        """Its rectangle, even where that is scrolled out of sight."""

    @abstractmethod
    def mark(self, key: Key, state: QAccessible.State) -> None:
        """Set what is so of this part or of ROOT: whether it is chosen, focusable, open."""

    @abstractmethod
    def actions(self, key: Key) -> Sequence[Action]:
        """What can be done to it, the usual thing first; to ROOT as well."""

    @abstractmethod
    def focused(self) -> Key | None:
        """The part that has the keyboard, or would have it if the view had."""

    def parent(self, key: Key) -> Key:  # noqa: ARG002
        """What it stands below."""
        return ROOT

    def at(self, key: Key, point: QPoint) -> Key | None:
        """The part directly below this one at a point."""
        found = (self.child(key, place) for place in range(self.count(key)))
        return next((one for one in found if self.area(one).contains(point)), None)

    def selected(self) -> Collection[Key]:
        """The parts that are chosen."""
        return ()

    @abstractmethod
    def choose(self, key: Key, *, on: bool) -> None:
        """Choose a part besides the others, or no more; ROOT stands for all of them."""

    def has_editor(self) -> QWidget | None:
        """The field or panel that lies over the parts while something is edited."""
        return None

    def in_sight(self, key: Key) -> bool:
        """Whether any part of it can be seen."""
        return self.view.isVisible() and self.area(key).intersects(self.ground.rect())

    @property
    def ground(self) -> QWidget:
        """What the parts are painted on."""
        return self.view.viewport() if isinstance(self.view, QAbstractScrollArea) else self.view

    @property
    def is_there(self) -> bool:
        """Whether the view still exists."""
        return Shiboken.isValid(self.view)


def actions_of(menu: QMenu) -> list[Action]:
    """All that a menu and the menus in it offer now; the menu is deleted after that."""
    found = list(_entries(menu, ""))
    menu.deleteLater()
    return found


def _entries(menu: QMenu, above: str) -> Sequence[Action]:
    found: list[Action] = []
    for entry in menu.actions():
        words, _tab, key = entry.text().partition("\t")
        words = " ".join(words.replace("&&", "&").split())
        if above:
            words = _("{menu}: {entry}").format(menu=above, entry=words)
        inside = entry.menu()
        if not entry.isEnabled() or entry.isSeparator():
            continue
        if isinstance(inside, QMenu):
            found += _entries(inside, words.rstrip(" …"))
        else:
            found.append(Action(words, entry.trigger, key))
    return found
