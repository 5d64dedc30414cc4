"""The rail: eight rings on a thread. It says what is there or missing, and never locks."""

from __future__ import annotations

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
from cxworkshop.i18n import _
from cxworkshop.services.overview import StopStatus
from ui.theme.paint import ring
from ui.theme.theme import Theme

RING, ROW, DAYS, LEFT = 30, 56, 62, 46  # pixels at 100 %
ROW_LEAST, DAYS_LEAST = 42, 28  # two lines of words still fit
ABOVE, ABOVE_LEAST, BELOW = 46, 20, 26  # the way back to the first stop needs room
DAYS_AFTER = 4  # the thirty days run between stop 5 and stop 6


class RailEntry(QAbstractButton):
    """One stop on the rail; its ring fills as its work is done."""

    def __init__(self, number: int, title: str, theme: Theme) -> None:
        super().__init__()
        self.number, self._title, self._theme = number, title, theme
        self.standing = StopStatus("", 0.0, "")
        self.here = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def show_standing(self, standing: StopStatus, *, here: bool) -> None:
        """Say how far it is, to eyes and to screen readers."""
        self.standing, self.here = standing, here
        parts = [_("Stop {n}").format(n=self.number), self._title, standing.note]
        parts.append(_("current") if here else "")
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(", ".join(part for part in (self._title, standing.note) if part))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as the rail, as high as a row."""
        return QSize(self._theme.px(220), self._theme.px(ROW))

    @override
    def minimumSizeHint(self) -> QSize:
        """The ring alone: words are cut before the rail is."""
        return QSize(self._theme.px(2 * LEFT), self._theme.px(ROW_LEAST))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Halo and tint where we are; the ring; title and what is there or missing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        if self.here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.tint))
            painter.drawRoundedRect(QRectF(10, 2, self.width() - 20, self.height() - 4), 8, 8)
        centre = QPointF(self._theme.px(LEFT), self.height() / 2)
        ring(
            painter,
            centre,
            self._theme.px(RING),
            self._state(),
            str(self.number),
            tokens,
            share=self.standing.share,
            here=self.here,
        )
        self._paint_words(painter)

    def _state(self) -> str:
        share = self.standing.share
        return "disc" if share >= 1 else "arc" if share > 0 or self.here else "thin"

    def _paint_words(self, painter: QPainter) -> None:
        tokens, theme = self._theme.tokens, self._theme
        left = theme.px(LEFT + 26)
        width = self.width() - left - 6
        if width < theme.px(LEFT):
            return  # a narrow rail is rings; their names are the tool tips
        begun = self.here or self.standing.share > 0
        title, small = theme.font("control" if begun else "field"), theme.font("caption")
        heights = [QFontMetricsF(title).height(), QFontMetricsF(small).height()]
        top = (self.height() - (sum(heights) if self.standing.note else heights[0])) / 2
        for font, ink, high, words in zip(
            (title, small), (tokens.ink, tokens.grey), heights,
            (self._title, self.standing.note), strict=True,
        ):  # fmt: skip
            painter.setFont(font)
            painter.setPen(QColor(ink))
            short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
            box = QRectF(left, top, width, high)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)
            top += high


class Rail(QScrollArea):
    """The loop as a map of the month. `chosen` carries the number of a stop, 1 to 8.

    Rows give up height where the window is low or the text large; below that it scrolls.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The loop"))
        self._thread = _Thread(theme)
        self.entries = self._thread.entries
        for entry in self.entries:
            entry.clicked.connect(lambda _on=False, n=entry.number: self.chosen.emit(n))
        self.setWidget(self._thread)
        theme.changed.connect(self._fit)

    def show_standings(self, standings: tuple[StopStatus, ...], here: int) -> None:
        """Draw all eight, the halo on the one where we are."""
        for entry, standing in zip(self.entries, standings, strict=True):
            entry.show_standing(standing, here=entry.number == here)
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


class _Thread(QWidget):
    """The rings, the thread between them, the thirty days, and the way back to the first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.entries: list[RailEntry] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._days = QWidget()
        for number, stop in enumerate(catalogue.stops(), start=1):
            self.entries.append(RailEntry(number, stop.title, theme))
            self._box.addWidget(self.entries[-1])
            if number == DAYS_AFTER + 1:
                self._box.addWidget(self._days)
        self._box.addStretch(1)

    def fit(self, high: int) -> None:
        """Rows, days and the room above them, in so many pixels if that can be."""
        px = self._theme.px
        room = high - px(ABOVE_LEAST) - px(BELOW)
        row = max(px(ROW_LEAST), min(px(ROW), round(room * ROW / (8 * ROW + DAYS))))
        days = max(px(DAYS_LEAST), min(px(DAYS), room - 8 * row))
        above = max(px(ABOVE_LEAST), min(px(ABOVE), high - 8 * row - days - px(BELOW)))
        for entry in self.entries:
            entry.setFixedHeight(row)
        self._days.setFixedHeight(days)
        self._box.setContentsMargins(0, above, 0, 0)
        self.setMinimumHeight(above + 8 * row + days + px(BELOW))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Thread, days and return; the rings are drawn by their entries."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self._theme.px(LEFT)
        for above, below in zip(self.entries, self.entries[1:], strict=False):
            done = above.standing.share >= 1 and below.standing.share > 0
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
        self._write(painter, x, place.top(), place.height(), _("thirty days"))

    def _paint_return(self, painter: QPainter, x: int) -> None:
        """From the last ring on the left up to the first, and an arrow."""
        half = self._theme.px(RING) / 2 + 5
        first = self.entries[0].geometry().center().y() - half
        last = self.entries[-1].geometry().center().y() + half
        left, turn = self._theme.px(16), 14.0
        top, low = first - 14, last + 10
        way = QPainterPath(QPointF(x, last - 2))
        way.quadTo(QPointF(x, low), QPointF(x - turn, low))
        way.lineTo(left + turn, low)
        way.quadTo(QPointF(left, low), QPointF(left, low - turn))
        way.lineTo(left, top + turn)
        way.quadTo(QPointF(left, top), QPointF(left + turn, top))
        way.lineTo(x - turn, top)
        way.quadTo(QPointF(x, top), QPointF(x, first))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.tokens.edge), 1.5, Qt.PenStyle.DotLine))
        painter.drawPath(way)
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
        box = QRectF(x + self._theme.px(20), top, self.width() - x, high)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
