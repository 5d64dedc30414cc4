"""The Wall's actions in the facilitator's window, and what is on while the room sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.timer.control import TimerControl
from ui.window.actions import ActionSpec, WindowActions

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from cxworkshop.content.values.wall import NameChoice
    from ui.wall.session import WallSession
    from ui.wall.show import WallShow
    from ui.window.desk import Desk


class WallControl(QObject):
    """What the window knows of the Wall before there is one. `turned` says that it is on or off.

    What a person decided about likely names lasts while the workshop is open, and no longer. R7 is
    overridden for one showing: next month others may sit in the room. A workshop file has no table
    for it, and what is kept beside the file would outlive a customer who is to be forgotten.
    """

    turned = Signal()

    def __init__(self, window: QWidget, theme: Theme, timer: TimerControl) -> None:
        super().__init__(window)
        self._window, self._theme, self._timer = window, theme, timer
        self._desk: Desk | None = None
        self.session: WallSession | None = None
        self._choices: dict[str, NameChoice] = {}

    def specs(self) -> dict[str, ActionSpec]:
        """The actions of the Wall."""
        return {
            "wall": ActionSpec(_("Wall"), "wall", self.toggle, lambda: self.session is not None),
            "freeze_wall": self._does(_("Freeze the Wall"), "freeze", lambda s: s.frozen_at),
            "blank_wall": self._does(_("Blank the Wall"), "blank", lambda s: s.is_blank),
            "show_on_wall": self._does(_("Show what is chosen on the Wall"), "show"),
            "wall_back": self._does(_("The Wall’s page before"), "turn back"),
            "wall_on": self._does(_("The Wall’s next page"), "turn"),
            "wall_screen": self._does(_("Choose the Wall’s screen …"), "choose"),
            "wall_dark": self._does(_("The Wall for a dark room"), "darken", lambda s: s.is_dark),
            "wall_names": self._does(_("What stays off the Wall …"), "look"),
        }

    def _does(
        self, words: str, wanted: str, is_on: Callable[[WallShow], object] | None = None
    ) -> ActionSpec:
        """An action of the Wall that is on; `is_on` says whether its check mark is set."""
        if is_on is None:
            return ActionSpec(words, "", lambda: self._act(wanted))
        return ActionSpec(
            words,
            "",
            lambda: self._act(wanted),
            lambda: self.session is not None and bool(is_on(self.session.show)),
        )

    def _act(self, wanted: str) -> None:
        if self.session is not None:
            self.session.act(wanted)

    def lead(self, actions: WindowActions) -> None:
        """Offer what can be done with the Wall while it is on."""
        self.turned.connect(lambda: actions.follow_wall(on=self.session is not None))

    def follow(self, desk: Desk | None) -> None:
        """Follow this Desk from now on: it is made anew with each text size and workshop."""
        self._desk = desk
        if desk is None:
            self._choices.clear()
        if self.session is not None:
            if desk is None:
                self.session.end()
            else:
                self.session.follow(desk)

    def toggle(self) -> None:
        """F5: open the Wall, or put it away."""
        if self.session is not None:
            self.session.end()
        elif self._desk is not None:
            from ui.wall.session import WallSession

            session = WallSession(self._window, self._theme, self._choices, self._timer)
            session.ended.connect(self._forget)
            self.session = session
            session.follow(self._desk)
            session.begin()
            self.turned.emit()

    def _forget(self) -> None:
        self.session = None
        self.turned.emit()
