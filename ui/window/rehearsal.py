"""A rehearsal in the bakery: begun in one click, with a calendar of its own, and thrown away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.help_cards import help_cards
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.labels import Label, small_button

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop
    from ui.window.workshop_holder import WorkshopHolder

MONTH = timedelta(days=30)
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

    if workshops.open_with(make, path) and stop:
        workshops.go(stop)


def next_day_30(workshop: Workshop) -> date:
    """The day on which customers are to be asked next; thirty days on where there is none."""
    checks = [pick.check_on for pick in workshop.pick.slots().values() if pick.check_on]
    coming = [day for day in (*checks, workshop.prepare.day_30()) if day > workshop.today]
    return min(coming, default=workshop.today + MONTH)


class RehearsalBar(QWidget):
    """Above every page of a rehearsal: that it is one, its day, what to try, and the way out.

    `day_30_wanted` asks to move its calendar, `end_wanted` to throw it away.
    """

    day_30_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        line = QHBoxLayout(self)
        line.setContentsMargins(px(28), px(6), px(28), px(6))
        line.setSpacing(px(12))
        self._day = Label("", theme, "strong", "amber")
        self._day.setWordWrap(False)
        self._try = Label("", theme, "field")
        self._move = small_button(_("Move to day 30"), lead="timer")
        self._move.clicked.connect(lambda _on=False: self.day_30_wanted.emit())
        end = small_button(_("End the rehearsal"), lead="x")
        end.clicked.connect(lambda _on=False: self.end_wanted.emit())
        line.addWidget(self._day)
        line.addWidget(self._try, 1)
        line.addStretch(0)
        line.addWidget(self._move)
        line.addWidget(end)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_day(self, today: date, stop: int, day_30: date) -> None:
        """Show it, with the day that the rehearsal believes in, and what to try at this stop."""
        self._day.setText(_("Rehearsal, {day}").format(day=days.short(today)))
        if stop:
            self._try.setText(_("Try: {what}").format(what=help_cards()[stop - 1].try_this))
        self._try.setVisible(self._theme.percent <= ROOMY)
        self._move.setToolTip(_("To {day}").format(day=days.full(day_30)))
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A tinted band with an amber line below."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.tint))
        painter.fillRect(0, self.height() - 2, self.width(), 2, QColor(tokens.amber))
