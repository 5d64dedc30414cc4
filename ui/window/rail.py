"""The rail: eight rings on a thread. It shows how far each stop is, and never locks one."""

from __future__ import annotations

import math
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.i18n import _, with_commas
from cxworkshop.services.overview import StopStatus
from ui.theme.mirror import draw_text, painter_of
from ui.theme.paint import ring
from ui.theme.theme import Theme

RING, ROW, DAYS, LEFT = 30, 56, 62, 46  # pixels at 100 %
TINT = 10  # pixels from the tint of the current stop to the edges of the rail
ROW_LEAST, DAYS_LEAST = 42, 28  # two lines of text still fit
ABOVE, ABOVE_LEAST, BELOW = 46, 20, 26  # room for the line from the last stop to the first
DAYS_AFTER = 4  # the thirty days run between stop 5 and stop 6


class RailEntry(QAbstractButton):
    """One stop on the rail; its ring fills as its work is done."""

    def __init__(self, number: int, title: str, theme: Theme) -> None:
        super().__init__()
        self.number, self.title, self._theme = number, title, theme
        self.status = StopStatus("", 0.0, "")
        self.here = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def show_status(self, status: StopStatus, *, here: bool) -> None:
        """Show how far it is; screen readers are told too."""
        self.status, self.here = status, here
        parts = [_("Stop {n}").format(n=self.number), self.title, status.note]
        parts.append(_("current") if here else "")
        self.setAccessibleName(with_commas(part for part in parts if part))
        self.setToolTip(with_commas(part for part in (self.title, status.note) if part))
        self.update()

    @property
    def has_words(self) -> bool:
        """Whether there is room for its title beside the ring."""
        return self.width() - self._theme.px(LEFT + 26) - TINT - 4 >= self._theme.px(LEFT)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self._theme.px(ROW))

    @override
    def minimumSizeHint(self) -> QSize:
        """The ring alone: text is elided before the rail is cut."""
        return QSize(self._theme.px(2 * LEFT), self._theme.px(ROW_LEAST))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring, with a halo at the current stop, the title and the note."""
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        centre = QPointF(self._theme.px(LEFT), self.height() / 2)
        ring(
            painter,
            centre,
            self._theme.px(RING),
            self._state(),
            str(self.number),
            tokens,
            share=self.status.share,
            here=self.here,
        )
        self._paint_words(painter)

    def _state(self) -> str:
        share = self.status.share
        return "disc" if share >= 1 else "arc" if share > 0 or self.here else "thin"

    def _paint_words(self, painter: QPainter) -> None:
        tokens, theme = self._theme.tokens, self._theme
        left = theme.px(LEFT + 26)
        width = self.width() - left - TINT - 4
        if not self.has_words:
            return  # a narrow rail has rings only; tool tips name them
        begun = self.here or self.status.share > 0
        title, small = theme.font("control" if begun else "field"), theme.font("caption")
        heights = [QFontMetricsF(title).height(), QFontMetricsF(small).height()]
        top = (self.height() - (sum(heights) if self.status.note else heights[0])) / 2
        quiet = tokens.amber if self.status.is_due else tokens.grey
        for font, ink, high, words in zip(
            (title, small), (tokens.ink, quiet), heights,
            (self.title, self.status.note), strict=True,
        ):  # fmt: skip
            painter.setFont(font)
            painter.setPen(QColor(ink))
            short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
            box = QRectF(left, top, width, high)
            draw_text(painter, box, Qt.AlignmentFlag.AlignVCenter, short)
            top += high


class Rail(QScrollArea):
    """The loop as a map of the month. `chosen` carries the number of a stop, 1 to 8.

    `unnamed` carries the current stop's title where the rail has no room for it, else "".
    Rows shrink where the window is low or the text large; below their least height it scrolls.
    """

    chosen = Signal(int)
    unnamed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The loop"))
        self._thread = _Thread(theme)
        self.entries = self._thread.entries
        for entry in self.entries:
            entry.clicked.connect(lambda _on=False, n=entry.number: self.chosen.emit(n))
        self.setWidget(self._thread)
        self.setWidgetResizable(True)
        theme.changed.connect(self._fit)

    def title_width(self) -> int:
        """How wide it is with the longest title whole, in pixels."""
        font = QFontMetricsF(self._theme.font("control"))
        titles = (font.horizontalAdvance(stop.title) for stop in catalogue.stops())
        return self._theme.px(LEFT + 26) + math.ceil(max(titles)) + TINT + 6

    @property
    def unseen_title(self) -> str:
        """The current stop's title, unless it is to be read here."""
        here = [entry for entry in self.entries if entry.here and not entry.has_words]
        return here[0].title if here else ""

    def show_statuses(
        self, statuses: tuple[StopStatus, ...], here: int, thirty: str = "", day: int = 0
    ) -> None:
        """Draw all eight, with a halo on the current one; `thirty` says which of the days it is."""
        self._thread.show_day(thirty, day)
        for entry, status in zip(self.entries, statuses, strict=True):
            entry.show_status(status, here=entry.number == here)
        self._fit()
        if here:
            self.ensureWidgetVisible(self.entries[here - 1], 0, 8)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows shrink where the window is low."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._thread.fit(self.viewport().height())
        self.unnamed.emit(self.unseen_title)


class _Thread(QWidget):
    """The rings, the thread between them, the thirty days, and the line back to the first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.entries: list[RailEntry] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._days = QWidget()
        self._thirty, self._day = "", 0
        for number, stop in enumerate(catalogue.stops(), start=1):
            self.entries.append(RailEntry(number, stop.title, theme))
            self._box.addWidget(self.entries[-1])
            if number == DAYS_AFTER + 1:
                self._box.addWidget(self._days)
        self._box.addStretch(1)

    def show_day(self, words: str, day: int) -> None:
        """Say which of the thirty days it is, and fill the thread up to it; "" before them."""
        self._thirty, self._day = words, day
        self.update()

    def _least_days(self) -> int:
        """The height of the days: two lines where their words need them."""
        metrics = QFontMetricsF(self._theme.font("small"))
        room = self.width() - self._theme.px(LEFT) - self._theme.px(20) - 4
        needs_two = metrics.horizontalAdvance(self._thirty or _("thirty days")) > room
        least = self._theme.px(DAYS_LEAST)
        return max(least, ceil(2 * metrics.height())) if needs_two else least

    def fit(self, high: int) -> None:
        """Fit rows, days and the room above them into a height in pixels, if possible."""
        px = self._theme.px
        room = high - px(ABOVE_LEAST) - px(BELOW)
        row = max(px(ROW_LEAST), min(px(ROW), round(room * ROW / (8 * ROW + DAYS))))
        days = max(self._least_days(), min(px(DAYS), room - 8 * row))
        above = max(px(ABOVE_LEAST), min(px(ABOVE), high - 8 * row - days - px(BELOW)))
        for entry in self.entries:
            entry.setFixedHeight(row)
        self._days.setFixedHeight(days)
        self._box.setContentsMargins(0, above, 0, 0)
        self.setMinimumHeight(above + 8 * row + days + px(BELOW))
        self._box.activate()  # else the rings move after the thread between them is painted
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint of the current stop, thread, days and the line back; entries draw rings."""
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.tint))
        for entry in self.entries:
            if entry.here:
                place = QRectF(entry.geometry()).adjusted(TINT, 2, -TINT, -2)
                painter.drawRoundedRect(place, 8, 8)
        x = self._theme.px(LEFT)
        for above, below in zip(self.entries, self.entries[1:], strict=False):
            done = above.status.share >= 1 and below.status.share > 0
            pen = QPen(QColor(self._theme.tokens.accent if done else self._theme.tokens.ghost))
            pen.setWidthF(3 if done else 2)
            painter.setPen(pen)
            gap = self._theme.px(RING) / 2 + 1
            top, end = above.geometry().center().y() + gap, below.geometry().center().y() - gap
            painter.drawLine(QPointF(x, top), QPointF(x, end))
        self._paint_days(painter, x)
        self._paint_return(painter, x)

    def _paint_days(self, painter: QPainter, x: int) -> None:
        place = self._days.geometry()
        painter.setPen(QPen(QColor(self._theme.tokens.edge), 1))
        for day in range(31):
            y = place.top() + place.height() * day / 30
            painter.drawLine(QPointF(x, y), QPointF(x + (8 if day % 7 == 0 else 5), y))
        past = place.height() * min(max(self._day, 0), 30) / 30
        if self._thirty and past:
            painter.setPen(QPen(QColor(self._theme.tokens.accent), 3))
            painter.drawLine(QPointF(x, place.top()), QPointF(x, place.top() + past))
        words = self._thirty or _("thirty days")
        self._write(painter, x, place.top(), place.height(), words)

    def _paint_return(self, painter: QPainter, x: int) -> None:
        """Draw a dotted line from the last ring, on the left, up to an arrow at the first."""
        half = self._theme.px(RING) / 2 + 5
        first = self.entries[0].geometry().center().y() - half
        last = self.entries[-1].geometry().center().y() + half
        left, turn = self._theme.px(16), 14.0
        top, low = first - 14, last + 10
        line = QPainterPath(QPointF(x, last - 2))
        line.quadTo(QPointF(x, low), QPointF(x - turn, low))
        line.lineTo(left + turn, low)
        line.quadTo(QPointF(left, low), QPointF(left, low - turn))
        line.lineTo(left, top + turn)
        line.quadTo(QPointF(left, top), QPointF(left + turn, top))
        line.lineTo(x - turn, top)
        line.quadTo(QPointF(x, top), QPointF(x, first))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.tokens.edge), 1.5, Qt.PenStyle.DotLine))
        painter.drawPath(line)
        painter.setPen(QPen(QColor(self._theme.tokens.edge), 1.5))
        for side in (-5, 5):
            painter.drawLine(QPointF(x + side, first - 5), QPointF(x, first))
        self._write(
            painter, x, low - self._theme.px(8), self._theme.px(20), _("and again next month")
        )

    def _write(self, painter: QPainter, x: int, top: float, high: float, words: str) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(self._theme.tokens.grey))
        if self.width() < 3 * x:
            return
        left = x + self._theme.px(20)
        box = QRectF(left, top, self.width() - left - 4, high)
        metrics = QFontMetricsF(painter.font())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        if high < 2 * metrics.height():  # a second line would be cut
            flags = Qt.AlignmentFlag.AlignVCenter
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        draw_text(painter, box, flags, words)
