"""Where the timer stands in the facilitator's window, and the key that brings it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from cxworkshop.i18n import _
from cxworkshop.timer import timer_words
from ui.theme.theme import Theme
from ui.timer.control import TimerControl
from ui.window.actions import ActionSpec

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from ui.timer.bar import TimerBar
    from ui.window.desk import Desk


class TimerPlace(QObject):
    """Puts the timer's bar on each Desk: it is made anew with each text size and workshop."""

    def __init__(self, control: TimerControl, theme: Theme) -> None:
        super().__init__(control)
        self._control, self._theme = control, theme
        self._action: QAction | None = None
        self._desk: Desk | None = None
        self._bar: TimerBar | None = None

    def specs(self) -> dict[str, ActionSpec]:
        """The actions of the timer."""
        return {"timer": ActionSpec(_("Timer"), "timer", self.open)}

    def name_action(self, action: QAction) -> None:
        """Let the window's button say what is left while the timer runs."""
        self._action = action
        action.setWhatsThis(action.text())  # its name stays, whatever it says
        self._control.ticked.connect(self._say_what_is_left)

    def _say_what_is_left(self) -> None:
        """The words change each second, the look with the phase."""
        timer, now = self._control.timer, self._control.clock()
        if self._action is None:
            return
        words, phase = _("Timer"), ""
        if timer is not None:
            words, phase = timer_words(timer.left(now)), timer.phase(now).value
        self._action.setProperty("phase", phase)
        self._action.setText(words)

    def follow(self, desk: Desk | None) -> None:
        """Stand on this Desk; None ends the timer."""
        self._desk, self._bar = desk, None  # the bar went with the content that it stood on
        self._control.follow(None if desk is None else desk.bridge)
        if desk is not None:
            from ui.timer.bar import TimerBar

            bar = self._bar = TimerBar(self._control, self._theme)
            desk.show_on_top(bar)
            bar.read()

    def open(self) -> None:
        """Ctrl+T: ask how long, the stop's minutes at first, or go to the timer that runs."""
        if self._bar is not None and self._desk is not None:
            self._bar.open(self._desk.page.stop.minutes)
