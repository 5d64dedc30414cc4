"""The start page: carry on where the team is, or open another workshop."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.workshop import Workshop
from ui.lists import Lines, row_with
from ui.recent import recent
from ui.stops.share import RoundRings
from ui.theme.look import Look
from ui.words import Panel, Words, button, clear

DAYS = 30


class ThirtyDays(QWidget):
    """The thread of thirty days, filled up to today."""

    def __init__(self, day: int, look: Look) -> None:
        super().__init__()
        self._day, self._look = max(0, min(day, DAYS)), look
        self.setMinimumHeight(look.px(44))
        self.setAccessibleName(_("Day {n} of 30").format(n=day))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own
        """As wide as there is room."""
        return QSize(self._look.px(900), self._look.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """A line, a tick a day, a ring a week."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, left, right = self._look.tokens, 12, self.width() - 12
        y = self.height() / 2

        def x(day: int) -> float:
            return left + (right - left) * day / DAYS

        painter.setPen(QPen(QColor(tokens.ghost), 2))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(QPen(QColor(tokens.accent), 5))
        painter.drawLine(QPointF(left, y), QPointF(x(self._day), y))
        for day in range(DAYS + 1):
            painter.setPen(QPen(QColor(tokens.accent if day <= self._day else tokens.edge), 1.5))
            painter.drawLine(QPointF(x(day), y - 5), QPointF(x(day), y + 5))
        for day in (0, 7, 14, 21, DAYS):
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(QColor(tokens.accent if day <= self._day else tokens.panel))
            painter.drawEllipse(QPointF(x(day), y), 8, 8)


class StartPage(QWidget):
    """ "Day n of 30" of the workshop that was open last, and the others below it."""

    open_wanted = Signal(Path)
    example_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        page = QVBoxLayout(self)
        page.setContentsMargins(look.px(120), look.px(24), look.px(120), look.px(24))
        page.setSpacing(look.px(16))
        self._place = QVBoxLayout()
        page.addLayout(self._place)
        head = QHBoxLayout()
        head.addWidget(Words(_("Other workshops"), look, "h2"))
        quiet = Words(
            _("Everything stays on this laptop. Nothing is sent anywhere."), look, "small", "grey"
        )
        quiet.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(quiet, 1)
        page.addLayout(head)
        self.others = Lines(look, _("Other workshops"))
        page.addWidget(self.others, 1)

    def show_recent(self) -> None:
        """Read the list again; a file that can't be opened is passed over."""
        clear(self._place)
        found = recent()
        first = next((made for path in found if (made := self._card(path))), None)
        self._place.addWidget(first or self._nothing())
        rest = [path for path in found if first is None or path != first.property("path")]
        self.others.show_rows(
            [
                row_with(
                    self.look,
                    f"{path.stem}    {path.parent}",
                    _("Open"),
                    partial(self.open_wanted.emit, path),
                )
                for path in rest
            ]
        )

    def _card(self, path: Path) -> Panel | None:
        try:
            workshop = Workshop.open(path)
        except Refusal:
            return None
        panel = Panel(self.look)
        panel.setProperty("path", path)
        round_ = workshop.rounds.current()
        team = _("{team} · Round {n}").format(team=workshop.prepare.team().team, n=round_.number)
        panel.box.addWidget(Words(team, self.look, "body", "grey"))
        line = QHBoxLayout()
        day = workshop.overview.day()
        line.addWidget(Words(_("Day {n} of 30").format(n=day), self.look, "display"))
        line.addStretch(1)
        line.addWidget(RoundRings(workshop.share.stories(), self.look))
        carry_on = button(_("Carry on"), "primary")
        carry_on.clicked.connect(lambda _on=False: self.open_wanted.emit(path))
        line.addWidget(carry_on)
        panel.box.addLayout(line)
        panel.box.addWidget(ThirtyDays(day, self.look))
        for slot, blocker in workshop.overview.open_blockers():
            text = _("{slot}: {words} With {name}.")
            name = workshop.people.name_of(blocker.remover)
            said = text.format(slot=slot, words=blocker.words, name=name)
            panel.box.addWidget(Words(said, self.look, "strong", "amber"))
        return panel

    def _nothing(self) -> Panel:
        panel = Panel(self.look)
        text = _("No workshop yet. Start one, or look around in the bakery.")
        panel.box.addWidget(Words(text, self.look, "h2"))
        line = QHBoxLayout()
        new, example = button(_("New workshop"), "primary"), button(_("Open example"))
        new.clicked.connect(lambda _on=False: self.new_wanted.emit())
        example.clicked.connect(lambda _on=False: self.example_wanted.emit())
        line.addWidget(new)
        line.addWidget(example)
        line.addStretch(1)
        panel.box.addLayout(line)
        return panel
