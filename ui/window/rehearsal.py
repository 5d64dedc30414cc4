"""A rehearsal in the bakery: begun in one click, with a calendar of its own, and thrown away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.labels import Label, small_button

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop
    from ui.bridge import Bridge
    from ui.window.workshop_holder import WorkshopHolder

ROOMY = 130  # percent: with larger text it does not say what to try


def begin_rehearsal(workshops: WorkshopHolder, stop: int = 0) -> None:
    """Open the bakery, as it is on this day, in a file that is thrown away; at a stop, if given."""
    from cxworkshop import private_files
    from cxworkshop.sample import bakery
    from cxworkshop.services.rehearsals import new_rehearsal
    from cxworkshop.workshop import Workshop

    path = new_rehearsal()

    def make() -> Workshop:
        private_files.make_folder(path.parent)
        workshop = Workshop.new(path, _("Corner Bakery"), workshops.today, made_up=True)
        bakery(workshop)
        return workshop

    def begin() -> None:
        if stop:
            workshops.go(stop)

    workshops.open_with(make, path, begin)


def next_day_30(workshop: Workshop) -> date | None:
    """The day on which customers are to be asked next; None where all such days have come."""
    checks = [pick.check_on for pick in workshop.pick.slots().values() if pick.check_on]
    coming = [day for day in (*checks, workshop.prepare.day_30()) if day > workshop.today]
    return min(coming, default=None)


class RehearsalBar(QWidget):
    """Above every page of a rehearsal: that it is one, its day, what to try, and the way out.

    It follows `moved`, which carries the stop that was opened; `wanted` takes the key of an action
    of the window. For a real workshop it is hidden.
    """

    def __init__(
        self, bridge: Bridge, theme: Theme, moved: SignalInstance, wanted: SignalInstance
    ) -> None:
        super().__init__()
        theme.dress(self)
        self._bridge, self._theme, self._stop = bridge, theme, 0
        self._lay_out(lambda _on=False: wanted.emit("close"))
        self.hide()
        if bridge.whole.is_rehearsal:
            moved.connect(self._show_at)
            bridge.changed.connect(self._changed)

    def _lay_out(self, end_it: Callable[..., object]) -> None:
        theme = self._theme
        px = theme.px
        line = QHBoxLayout(self)
        line.setContentsMargins(px(28), px(6), px(28), px(6))
        line.setSpacing(px(12))
        self._day = Label("", theme, "strong", "amber")
        self._day.setWordWrap(False)
        self._try = Label("", theme, "field")
        self._move = small_button(_("Move to day 30"), lead="timer")
        self._move.clicked.connect(lambda _on=False: self._move_to_day_30())
        end = small_button(_("End the rehearsal"), lead="x")
        end.clicked.connect(end_it)
        line.addWidget(self._day)
        line.addWidget(self._try, 1)
        line.addStretch(0)
        line.addWidget(self._move)
        line.addWidget(end)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _move_to_day_30(self) -> None:
        day = next_day_30(self._bridge.whole)
        if day is not None:
            self._bridge.move_to_day(day)

    def _changed(self, _changes: object) -> None:
        self._show_at(self._stop)

    def _show_at(self, stop: int) -> None:
        """Show the day that the rehearsal believes in, and what to try at this stop."""
        self._stop, workshop = stop, self._bridge.whole
        self._day.setText(_("Rehearsal, {day}").format(day=days.short(workshop.today)))
        if stop:
            from cxworkshop.help_cards import help_cards  # not before the first paint

            self._try.setText(_("Try: {what}").format(what=help_cards()[stop - 1].try_this))
        self._try.setVisible(self._theme.percent <= ROOMY)
        day = next_day_30(workshop)
        self._move.setEnabled(day is not None)
        self._move.setToolTip(_("To {day}").format(day=days.full(day)) if day else "")
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A tinted band with an amber line below."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.tint))
        painter.fillRect(0, self.height() - 2, self.width(), 2, QColor(tokens.amber))
