"""The loop drawn large: eight stops on a thread, for somebody who sees it for the first time."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.help_cards import help_cards
from cxworkshop.i18n import _
from ui.theme.mirror import draw_text
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.labels import Label, make_button
from ui.widgets.painted_button import PaintedButton

RING = 64  # pixels at 100 %
MIDDLE = Qt.AlignmentFlag.AlignHCenter
TOP_ROW, BOTTOM_ROW = (1, 2, 3, 4), (8, 7, 6, 5)
DAYS = 30
ROOMY = 130  # percent: with larger text the words take all the room


class _RingButton(PaintedButton):
    """The number of a stop in a ring; a click goes there."""

    def __init__(self, number: int, title: str, theme: Theme) -> None:
        super().__init__()
        self._number, self._theme = number, theme
        self.setAccessibleName(_("Stop {n}, {title}").format(n=number, title=title))
        self.setToolTip(_("Try it in the bakery"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(QSize(theme.px(RING), theme.px(RING)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        size, tokens = self._theme.px(RING - 2), self._theme.tokens
        ring(painter, middle, size, "open", str(self._number), tokens)


class LoopPicture(QWidget):
    """Four stops above, four below, and between them what to do first.

    `stop_wanted` carries a stop, `try_wanted` asks for the bakery and `new_wanted` for a workshop.
    """

    stop_wanted = Signal(int)
    try_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rings: dict[int, _RingButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(18))
        title = Label(_("Eight stops, once a month"), theme, "display")
        title.setAlignment(MIDDLE)
        column.addWidget(title)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(24))
        side = theme.px(40)  # for the thread around the ends
        self._grid.setContentsMargins(side, theme.px(6), side, 0)
        self._middle = self._choices()  # first, for Tab comes to it first
        self._grid.addWidget(self._middle, 1, 0, 1, 4)
        for number in (*TOP_ROW, *sorted(BOTTOM_ROW)):
            row, numbers = (0, TOP_ROW) if number in TOP_ROW else (2, BOTTOM_ROW)
            self._grid.addWidget(self._place(number), row, numbers.index(number))
        for place in range(4):
            self._grid.setColumnStretch(place, 1)
        self._grid.setRowStretch(1, 1)
        column.addLayout(self._grid, 1)
        opens = _("A ring opens its stop in the bakery.")
        on_laptop = _("Everything stays on this laptop. Nothing is sent anywhere.")
        stays = Label(f"{opens} {on_laptop}", theme, "small", "grey")
        stays.setAlignment(MIDDLE)
        column.addWidget(stays)

    def _place(self, number: int) -> QWidget:
        theme = self._theme
        made = QWidget()
        box = QVBoxLayout(made)
        side = theme.px(16) if theme.percent <= ROOMY else 0
        box.setContentsMargins(side, 0, side, 0)
        box.setSpacing(theme.px(2))
        stop, card = catalogue.stops()[number - 1], help_cards()[number - 1]
        button = self._rings[number] = _RingButton(number, stop.title, theme)
        button.clicked.connect(lambda _on=False: self.stop_wanted.emit(number))
        box.addWidget(button, 0, MIDDLE)
        box.addSpacing(theme.px(8))
        for words in (Label(stop.title, theme, "h2"), Label(card.sentence, theme, "body", "grey")):
            words.setAlignment(MIDDLE)
            box.addWidget(words)
        box.addStretch(1)
        return made

    def _choices(self) -> QWidget:
        theme = self._theme
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(12))
        self.first = make_button(_("Try it in the bakery, five minutes"), "primary", trail="arrow")
        self.first.setProperty("large", True)  # noqa: FBT003 - Qt's own
        self.first.clicked.connect(lambda _on=False: self.try_wanted.emit())
        about = Label(
            _(
                "A made-up team with its {customers_s} words. You can break nothing; it is thrown"
                " away at the end."
            ),
            theme,
            "body",
            "grey",
        )
        about.setAlignment(MIDDLE)
        own = make_button(_("Start with my own team"), lead="plus")
        own.clicked.connect(lambda _on=False: self.new_wanted.emit())
        box.addStretch(1)
        box.addWidget(self.first, 0, MIDDLE)
        box.addWidget(about)
        box.addWidget(own, 0, MIDDLE)
        box.addStretch(1)
        return made

    def be_a_picture(self) -> None:
        """Only show the loop: nothing in it is pressed."""
        for part in self._middle.findChildren(QWidget):
            part.hide()
        for button in self._rings.values():
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit opens that stop."""
        number = event.key() - Qt.Key.Key_0
        if number in self._rings and not event.modifiers():
            self.stop_wanted.emit(number)
        else:
            super().keyPressEvent(event)

    def _centre(self, number: int) -> QPointF:
        button = self._rings[number]
        return QPointF(button.mapTo(self, button.rect().center()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thread behind the rings."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.ghost), 3))
        for row in (TOP_ROW, BOTTOM_ROW):
            painter.drawLine(self._centre(row[0]), self._centre(row[-1]))
        painter.drawPath(self._turn(4, 5))
        painter.drawLine(self._before(5), self._centre(5))
        self._paint_days(painter)
        dotted = QPen(QColor(tokens.edge), 2)
        dotted.setDashPattern([0.1, 3.0])
        dotted.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(dotted)
        painter.drawPath(self._turn(8, 1))
        self._paint_arrow(painter)

    def _edge(self, number: int) -> float:
        """Where the thread turns beside the first or the last column."""
        x, half = self._centre(number).x(), self.width() / 2
        away = 1 if x > half else -1
        inset = float(self._theme.px(2))
        return half + away * (half - inset)

    def _turn(self, begin: int, end: int) -> QPainterPath:
        """The thread around an end, from one row to the other."""
        one, other, edge = self._centre(begin), self._centre(end), self._edge(begin)
        bend = self._theme.px(48) * (1 if edge > one.x() else -1)
        up = self._theme.px(48) * (1 if other.y() > one.y() else -1)
        path = QPainterPath(one)
        path.lineTo(edge - bend, one.y())
        path.quadTo(edge, one.y(), edge, one.y() + up)
        path.lineTo(edge, other.y() - up)
        path.quadTo(edge, other.y(), edge - bend, other.y())
        path.lineTo(self._before(end))
        return path

    def _before(self, number: int) -> QPointF:
        """Where the thread meets a ring at an end of its row, with room for an arrow."""
        middle = self._centre(number)
        away = -1 if self._edge(number) < middle.x() else 1
        return QPointF(middle.x() + away * self._theme.px(RING // 2 + 6), middle.y())

    def _paint_days(self, painter: QPainter) -> None:
        """Thirty ticks between stop 5 and stop 6, each fifth longer."""
        tokens, px = self._theme.tokens, self._theme.px
        one, other = self._centre(6), self._centre(5)
        way = 1 if other.x() > one.x() else -1
        start, stop = one.x() + way * px(44), other.x() - way * px(44)
        painter.setPen(QPen(QColor(tokens.edge), 1.5))
        for day in range(DAYS + 1):
            x = start + (stop - start) * day / DAYS
            high = px(9) if day % 10 == 0 else px(6) if day % 5 == 0 else px(4)
            painter.drawLine(QPointF(x, one.y() - high), QPointF(x, one.y() + high))
        painter.setPen(QColor(tokens.grey))
        painter.setFont(self._theme.font("small"))
        box = QRectF(min(start, stop), one.y() - px(34), abs(stop - start), px(22))
        draw_text(painter, box, Qt.AlignmentFlag.AlignCenter, _("thirty days"))

    def _paint_arrow(self, painter: QPainter) -> None:
        """The way back ends in an arrow at the first ring."""
        tip, px = self._before(1), self._theme.px
        away = -1 if self._edge(1) < tip.x() else 1
        painter.setPen(QPen(QColor(self._theme.tokens.edge), 2))
        for up in (-1, 1):
            painter.drawLine(tip, tip + QPointF(away * px(9), up * px(9)))
