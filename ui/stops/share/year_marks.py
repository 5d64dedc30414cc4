"""Marks of looks again, and the small line of a way, as the year shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.content.values import ENOUGH_ROUNDS, YearContent, YearWay, is_rising
from cxworkshop.i18n import _, n_, with_commas
from cxworkshop.model import Look
from ui.theme.mirror import painter_of
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.labels import Label, Panel

NOT_DUE = "not-due"
LOOK_WORDS = {
    Look.NOTICED.value: n_("still noticed"),
    Look.SLIPPING.value: n_("slipping"),
    Look.GONE.value: n_("gone, back on the list"),
    NOT_DUE: n_("not asked yet"),
}
MARK, STEP = 14, 20
HIGH, DOT = 42, 7


class LookMarks(QWidget):
    """A mark for each thing that was kept in a round: disc, amber ring, triangle or dotted."""

    def __init__(self, found: Sequence[str], theme: Theme, when: str = "") -> None:
        super().__init__()
        self._found, self._theme = found, theme
        counted = Counter(found)
        parts = [
            _("{n} {word}").format(n=n, word=_(LOOK_WORDS[look])) for look, n in counted.items()
        ]
        name = with_commas(parts)
        self.setAccessibleName(f"{when}: {name}" if when and name else name)
        self.setToolTip(self.accessibleName())
        self.setFixedHeight(theme.px(MARK + 4))
        self.setMinimumWidth(theme.px(STEP * max(1, len(found))))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = painter_of(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self.width() / 2 - px(STEP) * (len(self._found) - 1) / 2
        for n, look in enumerate(self._found):
            self._paint(painter, QPointF(x + n * px(STEP), self.height() / 2), look)

    def _paint(self, painter: QPainter, middle: QPointF, look: str) -> None:
        tokens, size = self._theme.tokens, self._theme.px(MARK)
        if look in (Look.NOTICED, NOT_DUE):
            ring(painter, middle, size, "disc" if look == Look.NOTICED else "dotted", "", tokens)
            return
        amber, r = QColor(tokens.amber), size / 2 - 1
        painter.setPen(QPen(amber, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if look == Look.SLIPPING:
            painter.drawEllipse(middle, r - 0.5, r - 0.5)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(amber)
        corners = (QPointF(-r, -r * 0.75), QPointF(r, -r * 0.75), QPointF(0, r))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))


class _Line(QWidget):
    """The customers of each round on one scale; the first is an open ring, the last a disc."""

    def __init__(self, counts: Sequence[int], most: int, theme: Theme, colour: str) -> None:
        super().__init__()
        self._counts, self._most, self._theme, self._colour = counts, most, theme, colour
        self.setFixedHeight(theme.px(HIGH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = painter_of(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - self._theme.px(DOT) / 2 - 2
        painter.setPen(QPen(QColor(tokens.line), 2))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))
        points = self._points(base)
        ink = QColor(getattr(tokens, self._colour))
        painter.setPen(QPen(ink, 2))
        if len(points) >= ENOUGH_ROUNDS:
            painter.drawPolyline(QPolygonF(points))
        dot = self._theme.px(DOT) / 2
        shown = points if len(points) < ENOUGH_ROUNDS else (points[0], points[-1])
        for n, point in enumerate(shown):
            painter.setBrush(ink if n else QColor(tokens.panel))
            painter.drawEllipse(point, dot, dot)

    def _points(self, base: float) -> list[QPointF]:
        inset = self._theme.px(DOT) / 2 + 2
        wide, high = self.width() - 2 * inset, base - inset
        steps = max(1, len(self._counts) - 1)
        return [
            QPointF(inset + wide * n / steps, base - high * count / max(1, self._most))
            for n, count in enumerate(self._counts)
        ]


class WayLine(QWidget):
    """One of the ten ways: its name, its line over the rounds, and how many at first and last."""

    def __init__(self, way: YearWay, most: int, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first, last = way.customers[0], way.customers[-1]
        rising = is_rising(way.customers)
        colour = "amber" if rising else "accent"
        name = _("{way}, rising").format(way=way.name) if rising else way.name
        column.addWidget(Label(name, theme, "control", "amber" if rising else "ink"))
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(_Line(way.customers, most, theme, colour), 1)
        text = _("{first} → {last}").format(first=first, last=last)
        words = text if len(way.customers) > 1 else str(last)
        change = Label(words, theme, "strong", "amber" if rising else "ink")
        change.setWordWrap(False)
        line.addWidget(change)
        column.addLayout(line)
        counts = with_commas(map(str, way.customers))
        self.setAccessibleName(f"{name}: {counts}")


class TenWaysPanel(Panel):
    """The ten ways as ten small lines over the rounds, all on one scale."""

    def __init__(self, year: YearContent, theme: Theme) -> None:
        super().__init__(theme)
        self.box.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(10))
        most = max((n for way in year.ways for n in way.customers), default=0)
        self.box.addLayout(self._head(len(year.rounds), most))
        if not most:
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(10))
        across = 5 if theme.percent <= 115 else 3 if theme.percent <= 150 else 2
        for n, way in enumerate(year.ways):
            grid.setColumnStretch(n % across, 1)
            grid.addWidget(WayLine(way, most, theme), n // across, n % across)
        self.box.addLayout(grid)

    def _head(self, rounds: int, most: int) -> QHBoxLayout:
        head, theme = QHBoxLayout(), self._theme
        head.setSpacing(theme.px(14))
        title = Label(_("The ten ways"), theme, "h2")
        title.setWordWrap(False)
        head.addWidget(title)
        if not most:
            text = _("each will have its small line here, once {customers} have spoken of it")
        elif rounds < ENOUGH_ROUNDS:
            text = _("{customers} who spoke of each; three rounds make a line")
        else:
            text = _("{customers} who spoke of each, round 1 to {n}").format(n=rounds)
        head.addWidget(Label(text, theme, "small", "grey"), 1)
        one = _("all lines on one scale, 0 to {n}").format(n=most) if most else ""
        scale = Label(one, theme, "small", "grey")
        scale.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(scale, 1)
        return head
