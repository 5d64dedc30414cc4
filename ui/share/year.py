"""The year as a thread of months, three rings each: what was picked, noticed, and what stayed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cxworkshop import days
from cxworkshop.i18n import _
from cxworkshop.model import Mark, Round
from cxworkshop.stops.share import Story
from ui.figures import Figures
from ui.rounds import PLACES, ring_of
from ui.theme.look import Look
from ui.theme.paint import ring
from ui.words import Panel, Words

MONTHS = 12
RING, STEP, TOP, LINE = 28, 33, 15, 108  # pixels at 100 %


class YearView(QWidget):
    """Twelve months; a round stands in the month in which it began, or in the next free one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._first = date(2000, 1, 1)
        self._columns: dict[int, _RoundColumn] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Our year"))

    def show_year(self, year: Mapping[Round, Sequence[Story]]) -> None:
        """Every round of the last twelve months, or of the twelve since the first."""
        for gone in self._columns.values():
            gone.hide()
            gone.deleteLater()
        rounds = sorted(year, key=lambda round_: round_.number)
        self._columns = {}
        if not rounds:
            return
        places: list[int] = []
        for round_ in rounds:
            place = _month_number(round_.started_on)
            places.append(max(place, places[-1] + 1) if places else place)
        first = max(places[0], places[-1] - MONTHS + 1)
        self._first = date(first // 12, first % 12 + 1, 1)
        for round_, place in zip(rounds, places, strict=True):
            if place >= first:
                column = _RoundColumn(round_, list(year[round_]), self._look, self)
                self._columns[place - first] = column
                column.show()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own
        """Three rings, the thread, the months' names."""
        return QSize(self._look.px(700), self._look.px(LINE + 28))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own
        """Its height is fixed; months come closer."""
        return QSize(self._look.px(420), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own
        """Months share the width."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """Free places, the thread with its weeks, and the months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, wide, y = self._look.tokens, self._wide(), self._look.px(LINE)
        for month in range(MONTHS):
            if month not in self._columns:
                middle = (month + 0.5) * wide
                for row in range(PLACES):
                    centre = QPointF(middle, self._look.px(TOP + row * STEP))
                    ring(painter, centre, self._look.px(RING), "dotted", "", tokens)
        painter.setPen(QPen(QColor(tokens.edge), 2))
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        done = max(self._columns, default=-1) + 1
        painter.setPen(QPen(QColor(tokens.accent), 5))
        painter.drawLine(QPointF(0, y), QPointF(done * wide, y))
        for month in range(MONTHS + 1):
            painter.setPen(QPen(QColor(tokens.accent if month <= done else tokens.edge), 2))
            x = min(max(1.0, month * wide), self.width() - 1.0)
            painter.drawLine(QPointF(x, y - 7), QPointF(x, y + 7))
        for month in range(MONTHS):
            self._paint_month(painter, month, y)

    def _paint_month(self, painter: QPainter, month: int, y: float) -> None:
        number = _month_number(self._first) + month
        here = month in self._columns
        painter.setFont(self._look.font("label" if here else "small"))
        painter.setPen(QColor(self._look.tokens.ink if here else self._look.tokens.grey))
        box = QRectF(month * self._wide(), y + 8, self._wide(), self._look.px(20))
        name = days.month(date(number // 12, number % 12 + 1, 1))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _wide(self) -> float:
        return self.width() / MONTHS

    def _place(self) -> None:
        high = self._look.px(TOP + PLACES * STEP - 16)
        for month, column in self._columns.items():
            left = round(month * self._wide())
            column.setGeometry(left, 0, round(self._wide()), high)


class _RoundColumn(QAbstractButton):
    """One round; pressed, it says what customers noticed of each."""

    def __init__(self, round_: Round, stories: list[Story], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._round, self._stories, self._look = round_, stories, look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kept = sum(story.kept for story in stories)
        text = _("Round {n}, {month}, {kept} of {all} kept")
        month = days.month_year(round_.started_on)
        self.setAccessibleName(
            text.format(n=round_.number, month=month, kept=kept, all=len(stories))
        )
        self.clicked.connect(lambda _on=False: self._open())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """From below: the first, the second, the third."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(PLACES):
            story = self._stories[place] if place < len(self._stories) else None
            state = ring_of(story) if story else "dotted"
            number = str(place + 1) if state in ("disc", "open") else ""
            row = PLACES - 1 - place
            centre = QPointF(self.width() / 2, self._look.px(TOP + row * STEP))
            ring(painter, centre, self._look.px(RING), state, number, self._look.tokens)

    def _open(self) -> None:
        opened = RoundOpened(self._round, self._stories, self._look, self)
        above = self.mapToGlobal(QPoint(0, 0))
        opened.adjustSize()
        opened.move(above.x(), above.y() - opened.sizeHint().height() - 4)
        opened.show()


class RoundOpened(QFrame):
    """What was picked in a round, and how many customers noticed; a click elsewhere closes it."""

    def __init__(self, round_: Round, stories: list[Story], look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        panel = Panel(look, border="edge")
        outer.addWidget(panel)
        title = _("Round {n}, {month}")
        month = days.month_year(round_.started_on)
        panel.box.addWidget(Words(title.format(n=round_.number, month=month), look, "h2"))
        for number, story in enumerate(stories, start=1):
            panel.box.addLayout(self._line(number, story, look))
        if not stories:
            panel.box.addWidget(Words(_("Nothing was picked."), look, "body", "grey"))
        self.setFixedWidth(look.px(420))

    def _line(self, number: int, story: Story, look: Look) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        words = f"{number}  {story.pick.title or story.subject.headline}"
        column.addWidget(Words(words, look, "strong"))
        notice, all_ = story.marks[Mark.NOTICES], sum(story.marks.values())
        line = QHBoxLayout()
        if all_:
            figures = Figures(look, 15)
            figures.show_count(notice, all_)
            line.addWidget(figures)
        noticed = _("{n} of {all} notice").format(n=notice, all=all_) if all_ else _("nobody asked")
        kept = _("kept") if story.kept else _("not kept")
        line.addWidget(Words(f"{noticed}, {kept}", look, "small", "grey"), 1)
        column.addLayout(line)
        return column


class YearLegend(QWidget):
    """What the four rings mean."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(16))
        self._marks: list[tuple[str, Words]] = []
        for state, words in (
            ("disc", _("kept")),
            ("open", _("done, not sure it stays")),
            ("dot", _("being done")),
            ("dotted", _("free")),
        ):
            label = Words(words, look, "small", "grey")
            label.setWordWrap(False)
            label.setContentsMargins(look.px(20), 0, 0, 0)
            self._marks.append((state, label))
            line.addWidget(label)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """A small ring before each word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for state, label in self._marks:
            centre = QPointF(label.geometry().left() + self._look.px(8), self.height() / 2)
            ring(painter, centre, self._look.px(15), state, "", self._look.tokens)


def _month_number(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1
