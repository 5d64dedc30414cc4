"""The thirty days as a line: a ring a week, a tick a day, filled up to today."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.customer_word import CustomerWord, calling_customers, customer_word
from cxworkshop.i18n import _, n_, ngettext, with_commas
from ui.theme.mirror import draw_text, painter_of
from ui.theme.theme import Theme

DAYS = 30
LATE_SHARE = 1 / 3  # of the width, at most
LATE_SHOWN = 15  # days late up to which each has a tick
WEEKS = ((7, n_("First look")), (14, n_("Half way")), (21, n_("Fix what slips")))


class Timeline(QWidget):
    """A line from the start to the check, drawn as on paper. Working days have longer ticks.

    After the check's day it goes on in dots, one stretch a day late, and takes a third at most.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._start: date | None = None
        self._end: date | None = None
        self._today: date | None = None
        self._word: CustomerWord | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def call(self, word: CustomerWord) -> None:
        """Call customers so, whatever the workshop in front says."""
        self._word = word
        self.update()

    def show_days(self, start: date | None, end: date | None, today: date | None = None) -> None:
        """Set both ends; with `today`, fill the line up to it."""
        self._start, self._end, self._today = start, end, today
        self.setAccessibleName(self._spoken())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(600), self._theme.px(98 if self._today else 66))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, y = self._theme.tokens, self._line_at()
        painter.setPen(QPen(QColor(tokens.edge), 2))
        painter.drawLine(QPointF(self._x(0), y), QPointF(self._x(self._days()), y))
        done, late = self._done(), self._late()
        if late:
            self._paint_late(painter, y)
        if done > 0:
            painter.setPen(QPen(QColor(tokens.accent), 5))
            painter.drawLine(QPointF(self._x(0), y), QPointF(self._x(done), y))
        self._paint_ticks(painter, y, done)
        self._paint_rings(painter, y, done)
        self._paint_words(painter, y)
        if self._today is not None:
            self._paint_today(painter, y, done)

    def _paint_ticks(self, painter: QPainter, y: float, done: int) -> None:
        for day in range(1, self._days(), max(1, self._days() // 400)):
            colour = self._theme.tokens.accent if day <= done else self._theme.tokens.edge
            painter.setPen(QPen(QColor(colour), 1.5))
            high = 1.5 if self._is_free(day) else 5
            painter.drawLine(QPointF(self._x(day), y - high), QPointF(self._x(day), y + high))

    def _paint_rings(self, painter: QPainter, y: float, done: int) -> None:
        tokens = self._theme.tokens
        for day in (0, 7, 14, 21, self._days()):
            end = day in (0, self._days())
            full = self._today is not None and day <= done
            missed = bool(self._late()) and day == self._days()
            painter.setPen(QPen(QColor(tokens.amber if missed else tokens.accent), 2))
            painter.setBrush(QColor(tokens.accent if full and not missed else tokens.panel))
            radius = self._theme.px(9 if end else 7)
            painter.drawEllipse(QPointF(self._x(day), y), radius, radius)

    def _paint_words(self, painter: QPainter, y: float) -> None:
        """Name both ends with their days, and the weeks between that have room."""
        top, high = y + self._theme.px(14), self._theme.px(18)
        amber = self._theme.tokens.amber if self._late() else ""
        with calling_customers(self._word or customer_word()):
            words = (_("Start"), _("Ask {customers}"))
        dates = [days.short(day) if day is not None else "" for day in (self._start, self._end)]
        taken: list[QRectF] = []
        for text, date_, day, ink in zip(words, dates, (0, self._days()), ("", amber), strict=True):
            box = self._around(day, text, "label", top, high)
            self._say(painter, box, text, bold=True, ink=ink)
            below = self._around(day, date_, "small", top + high - 1, high)
            if not day:
                below.moveLeft(0)
            elif not self._late():
                below.moveRight(self.width())
            self._say(painter, below, date_, ink=ink)
            taken.append(box)
        for day, name in WEEKS:
            text = _(name)
            box = self._around(day, text, "small", top, high)
            if not any(box.adjusted(-6, 0, 6, 0).intersects(other) for other in taken):
                self._say(painter, box, text)
                taken.append(box)

    def _around(self, day: int, text: str, role: str, top: float, high: float) -> QRectF:
        """Where the words stand: below their day, and not beyond the ends of the line."""
        wide = QFontMetricsF(self._theme.font(role)).horizontalAdvance(text) + 2
        left = min(max(0.0, self._x(day) - wide / 2), max(0.0, self.width() - wide))
        return QRectF(left, top, wide, high)

    def _paint_late(self, painter: QPainter, y: float) -> None:
        """Dots from the check's day to today, and a tick for each day of a short stretch."""
        pen = QPen(QColor(self._theme.tokens.amber), 3)
        pen.setDashPattern([0.1, 2.2])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        end = self._days() + self._late()
        painter.drawLine(QPointF(self._x(self._days()), y), QPointF(self._x(end), y))
        painter.setPen(QPen(QColor(self._theme.tokens.amber), 1.5))
        for day in range(self._days() + 1, end) if self._late() <= LATE_SHOWN else ():
            painter.drawLine(QPointF(self._x(day), y - 3), QPointF(self._x(day), y + 3))

    def _paint_today(self, painter: QPainter, y: float, done: int) -> None:
        assert self._today is not None  # checked by the caller
        done += self._late()
        text = _("Today, {day}").format(day=days.short(self._today))
        top, high = y - self._theme.px(44), self._theme.px(18)
        self._say(painter, self._around(done, text, "label", top, high), text, bold=True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.ink))
        tip = QPointF(self._x(done), y - self._theme.px(15))
        corners = [tip, tip + QPointF(-6, -9), tip + QPointF(6, -9)]
        painter.drawPolygon(QPolygonF(corners))

    def _say(
        self, painter: QPainter, box: QRectF, text: str, *, bold: bool = False, ink: str = ""
    ) -> None:
        tokens = self._theme.tokens
        painter.setFont(self._theme.font("label" if bold else "small"))
        painter.setPen(QColor(ink or (tokens.ink if bold else tokens.grey)))
        draw_text(painter, box, Qt.AlignmentFlag.AlignCenter, text)

    def _line_at(self) -> float:
        return self._theme.px(46 if self._today else 14)

    def _days(self) -> int:
        if self._start is None or self._end is None:
            return DAYS
        return max(22, (self._end - self._start).days)

    def _done(self) -> int:
        if self._today is None or self._start is None:
            return 0
        return max(0, min((self._today - self._start).days, self._days()))

    def _late(self) -> int:
        """Days since the check was due; 0 without a today."""
        if self._today is None or self._end is None:
            return 0
        return max(0, (self._today - self._end).days)

    def _x(self, day: int) -> float:
        side, days_, late = self._theme.px(10), self._days(), self._late()
        wide = self.width() - 2 * side
        shown = min(late / (days_ + late), LATE_SHARE) if late else 0.0
        if day <= days_:
            return side + wide * (1 - shown) * day / days_
        return side + wide * (1 - shown + shown * (day - days_) / late)

    def _is_free(self, day: int) -> bool:
        return self._start is not None and days.is_weekend(self._start + timedelta(days=day))

    def _spoken(self) -> str:
        if self._start is None or self._end is None:
            return _("Thirty days")
        text = _("From {start} to {end}")
        if self._late():
            n = self._late()
            late = ngettext("{n} day late", "{n} days late", n).format(n=n)
            text = with_commas((text, late))
        return text.format(start=days.short(self._start), end=days.short(self._end))
