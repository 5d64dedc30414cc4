"""The rail's head: the round that is looked at, and a menu of all rounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Round
from ui.theme.mirror import draw_text, painter_of
from ui.theme.theme import Theme
from ui.widgets.rounds import past_words, round_words

HIGH, LEFT, GAP, CHEVRON = 30, 10, 7, 5  # pixels at 100 %


class RoundChoice(QAbstractButton):
    """Enter, Space, Down or a click opens the rounds. `chosen` carries the number of one."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rounds: Sequence[Round] = ()
        self._here: Round | None = None
        self._count_open: Callable[[int], int] = lambda _number: 0
        self._is_narrow = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def show_rounds(
        self, rounds: Sequence[Round], here: Round, count_open: Callable[[int], int]
    ) -> None:
        """Show the round that is looked at; the menu has these, with what is open of each."""
        self._rounds, self._here, self._count_open = rounds, here, count_open
        self.setToolTip(_("Open another round"))
        month = days.month_year(here.started_on)
        text = _("{round}, {month}. Open another round")
        self.setAccessibleName(text.format(round=round_words(here), month=month))
        self.updateGeometry()
        self.update()

    def be_narrow(self, *, narrow: bool) -> None:
        """Show the number alone."""
        self._is_narrow = narrow
        self.update()

    def open_menu(self) -> QMenu:
        """Open the rounds below it, the newest first, with the one in view ticked."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for round_ in reversed(self._rounds):
            action = QAction(_line(round_, self._count_open(round_.number)), menu)
            action.setCheckable(True)
            action.setChecked(round_ == self._here)
            action.triggered.connect(lambda _on=False, n=round_.number: self.chosen.emit(n))
            group.addAction(action)
            menu.addAction(action)
            if round_ == self._here:
                menu.setActiveAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        return menu

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(44), self._theme.px(HIGH))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open the menu too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The round, its month where there is room, and a chevron."""
        if self._here is None:
            return
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px = self._theme.tokens, self._theme.px
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.tint))
            painter.drawRoundedRect(self.rect(), 6, 6)
        words = str(self._here.number) if self._is_narrow else round_words(self._here)
        x = px(LEFT) + self._say(painter, px(LEFT), words, "h2", tokens.ink) + px(GAP)
        if not self._is_narrow:
            month = days.month_year(self._here.started_on)
            x += self._say(painter, x, month, "field", tokens.grey) + px(GAP)
        self._paint_chevron(painter, x + px(CHEVRON))

    def _say(self, painter: QPainter, x: float, text: str, role: str, ink: str) -> float:
        """Draw the words; return their width, 0 if they don't fit."""
        font = self._theme.font(role)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if x + wide > self.width() - self._theme.px(2 * CHEVRON):
            return 0.0
        painter.setFont(font)
        painter.setPen(QColor(ink))
        box = QRectF(x, 0, wide + 1, self.height())
        draw_text(painter, box, Qt.AlignmentFlag.AlignVCenter, text)
        return wide

    def _paint_chevron(self, painter: QPainter, x: float) -> None:
        side, y = self._theme.px(CHEVRON), self.height() / 2
        painter.setPen(QPen(QColor(self._theme.tokens.grey), 1.6))
        low = QPointF(x, y + side / 2)
        painter.drawLine(QPointF(x - side, y - side / 2), low)
        painter.drawLine(low, QPointF(x + side, y - side / 2))


def _line(round_: Round, still_open: int) -> str:
    """ "Round 1, finished Wed 7 Oct, 2 still open"."""
    if round_.ended_on is None:
        return _("{round}, the newest").format(round=round_words(round_))
    if not still_open:
        return past_words(round_)
    text = ngettext("{round}, {n} still open", "{round}, {n} still open", still_open)
    return text.format(round=past_words(round_), n=still_open)
