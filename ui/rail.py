"""The rail: eight rings on a thread. It says what is there or missing, and never locks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.i18n import _
from cxworkshop.stops.overview import Standing
from ui.theme.look import Look
from ui.theme.paint import ring

RING, ROW, DAYS, LEFT = 30, 56, 62, 46
SHORT_ROW, SHORT_DAYS, SHORT_BELOW = 49, 40, 720
DAYS_AFTER = 4  # the thirty days run between stop 5 and stop 6


class RailEntry(QAbstractButton):
    """One stop on the rail; its ring fills as its work is done."""

    def __init__(self, number: int, title: str, look: Look) -> None:
        super().__init__()
        self.number, self._title, self._look = number, title, look
        self.standing = Standing("", 0.0, "")
        self.here = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.updateGeometry)

    def show_standing(self, standing: Standing, *, here: bool) -> None:
        """Say how far it is, to eyes and to screen readers."""
        self.standing, self.here = standing, here
        self.setChecked(here)
        parts = [_("Stop {n}").format(n=self.number), self._title, standing.note]
        parts.append(_("current") if here else "")
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own
        """As wide as the rail, as high as a row."""
        return QSize(self._look.px(220), self._look.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """Halo and tint where we are; the ring; title and what is there or missing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.tokens
        if self.here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.tint))
            painter.drawRoundedRect(QRectF(10, 2, self.width() - 20, self.height() - 4), 8, 8)
        centre = QPointF(self._look.px(LEFT), self.height() / 2)
        ring(
            painter,
            centre,
            self._look.px(RING),
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
        tokens, look = self._look.tokens, self._look
        left = look.px(LEFT + 26)
        width = self.width() - left - 6
        begun = self.here or self.standing.share > 0
        painter.setFont(look.font("control" if begun else "field"))
        painter.setPen(QColor(tokens.ink))
        note = self.standing.note if begun or self.standing.note else ""
        title = QRectF(
            left, 0 if not note else 8, width, self.height() if not note else self.height() / 2 - 6
        )
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self._title)
        if note:
            font = look.font("caption")
            painter.setFont(font)
            painter.setPen(QColor(tokens.grey))
            below = QRectF(left, self.height() / 2 + 1, width, self.height() / 2 - 9)
            short = QFontMetricsF(font).elidedText(note, Qt.TextElideMode.ElideRight, width)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, short)


class Rail(QWidget):
    """The loop as a map of the month. `chosen` carries the number of a stop, 1 to 8."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.entries: list[RailEntry] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, look.px(8), 0, 0)
        self._box.setSpacing(0)
        for number, stop in enumerate(catalogue.stops(), start=1):
            self._add(number, stop.title)
        self._box.addStretch(1)
        self.setAccessibleName(_("The loop"))
        look.changed.connect(self._fit)

    def _add(self, number: int, title: str) -> None:
        entry = RailEntry(number, title, self._look)
        entry.clicked.connect(lambda _on=False, n=number: self.chosen.emit(n))
        self.entries.append(entry)
        self._box.addWidget(entry)
        if number == DAYS_AFTER + 1:
            self._gap = QWidget()
            self._box.addWidget(self._gap)

    def show_standings(self, standings: tuple[Standing, ...], here: int) -> None:
        """Draw all eight, the halo on the one where we are."""
        for entry, standing in zip(self.entries, standings, strict=True):
            entry.show_standing(standing, here=entry.number == here)
        self._fit()
        self.update()

    def resizeEvent(self, event: object) -> None:  # noqa: N802, ARG002 - Qt's own
        """Rows shrink where the window is low."""
        self._fit()

    def _fit(self) -> None:
        low = self.window().height() < SHORT_BELOW
        for entry in self.entries:
            entry.setFixedHeight(self._look.px(SHORT_ROW if low else ROW))
        self._gap.setFixedHeight(self._look.px(SHORT_DAYS if low else DAYS))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """The thread between the rings, the thirty days, and the way back to the first."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self._look.px(LEFT)
        for above, below in zip(self.entries, self.entries[1:], strict=False):
            done = above.standing.share >= 1 and below.standing.share > 0
            pen = QPen(QColor(self._look.tokens.accent if done else self._look.tokens.ghost))
            pen.setWidthF(3 if done else 2)
            painter.setPen(pen)
            gap = self._look.px(RING) / 2 + 1
            top, end = above.geometry().center().y() + gap, below.geometry().center().y() - gap
            painter.drawLine(QPointF(x, top), QPointF(x, end))
        self._paint_days(painter, x)
        self._paint_return(painter, x)

    def _paint_days(self, painter: QPainter, x: int) -> None:
        place = self._gap.geometry()
        painter.setPen(QPen(QColor(self._look.tokens.edge), 1))
        for day in range(31):
            y = place.top() + place.height() * day / 30
            painter.drawLine(QPointF(x, y), QPointF(x + (8 if day % 7 == 0 else 5), y))
        painter.setFont(self._look.font("small"))
        painter.setPen(QColor(self._look.tokens.grey))
        words = QRectF(x + self._look.px(20), place.top(), self.width() - x, place.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _("thirty days"))

    def _paint_return(self, painter: QPainter, x: int) -> None:
        first, last = (
            self.entries[0].geometry().center().y(),
            self.entries[-1].geometry().center().y(),
        )
        pen = QPen(QColor(self._look.tokens.edge), 1.5, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = self._look.px(RING) / 2
        left = self._look.px(16)
        loop = QRectF(left, first - half - 18, x - left, last - first + 2 * half + 38)
        painter.setClipRect(QRectF(0, 0, x + 1, self.height()))
        painter.drawRoundedRect(loop.adjusted(0, 0, 20, 0), 14, 14)
        painter.setClipping(False)
        painter.setFont(self._look.font("small"))
        painter.setPen(QColor(self._look.tokens.grey))
        words = QRectF(x + self._look.px(20), last + half + 8, self.width() - x, 24)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _("and again next month"))
