"""Rows of what is still open: a click or Enter goes to the very thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.icons import paint_icon
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.labels import clear, small_button

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from ui.widgets.open_lines import OpenLine

HIGH, SIGN, WORDS, WHEN, VERB = 44, 18, 32, 112, 128  # pixels at 100 %
SHARES = (0.295, 0.47)  # of the width: the words; what they are about
NARROW = 700  # pixels at 100 %: a narrower row leaves out what it is about


class OpenRow(QAbstractButton):
    """The whole row is the target. `put_down_wanted` asks to give it up, with a reason."""

    put_down_wanted = Signal()

    def __init__(self, line: OpenLine, theme: Theme, *, may_put_down: bool = True) -> None:
        super().__init__()
        self.line, self._theme, self._may_put_down = line, theme, may_put_down
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(line.spoken)
        self.setToolTip(f"{line.words}\n{line.about}")

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(600), self._theme.px(HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(HIGH))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes, Del puts down, arrows move."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Delete and self._may_put_down:
            self.put_down_wanted.emit()
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer both ways: to do it, and to put it down."""
        menu = QMenu(self)
        menu.addAction(self.line.verb).triggered.connect(lambda _on=False: self.click())
        if self._may_put_down:
            down = menu.addAction(_("Put down, with a reason …") + "\tDel")
            down.triggered.connect(lambda _on=False: self.put_down_wanted.emit())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Sign, words, what they are about, when, and the verb; a line below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, line, tokens, px = self._theme, self.line, self._theme.tokens, self._theme.px
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.tint))
            painter.drawRoundedRect(self.rect(), 6, 6)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(tokens.line))
        self._paint_sign(painter)
        verb_left = min(self._paint_verb(painter), self.width() - px(VERB))
        when = theme.font("control" if line.urgent else "field")
        room = max(QFontMetricsF(when).horizontalAdvance(line.when), px(WHEN))
        when_left = verb_left - room - px(10)
        ink = tokens.amber if line.urgent else tokens.ink
        self._say(painter, when_left, room, line.when, when, ink)
        is_wide = self.width() > px(NARROW)
        wide = self.width() * SHARES[0] if is_wide else when_left - px(WORDS + 8)
        self._say(painter, px(WORDS), wide, line.words, theme.font("strong"), tokens.ink)
        if is_wide:
            left = px(WORDS + 12) + wide
            about = theme.font("field")
            self._say(painter, left, when_left - left - px(12), line.about, about, tokens.grey)

    def _paint_sign(self, painter: QPainter) -> None:
        px, size = self._theme.px, self._theme.px(SIGN)
        middle = QPointF(px(10), self.height() / 2)
        if self.line.sign == "block":
            box = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
            paint_icon(painter, "block", box, QColor(self._theme.tokens.amber))
        else:
            ring(painter, middle, size, self.line.sign, "", self._theme.tokens, share=0.6)

    def _paint_verb(self, painter: QPainter) -> float:
        """Draw the verb and an arrow at the right; return where they begin."""
        px, accent = self._theme.px, QColor(self._theme.tokens.accent)
        font = self._theme.font("control")
        wide = QFontMetricsF(font).horizontalAdvance(self.line.verb)
        left = self.width() - wide - px(26)
        self._say(painter, left, wide + 2, self.line.verb, font, self._theme.tokens.accent)
        side = px(16)
        box = QRectF(self.width() - side - px(2), (self.height() - side) / 2, side, side)
        paint_icon(painter, "arrow", box, accent)
        return left

    def _say(
        self, painter: QPainter, left: float, wide: float, text: str, font: QFont, ink: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, wide + 1)
        box = QRectF(left, 0, wide + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)


class OpenRows(QWidget):
    """At most so many rows, then "and 3 more". `wanted` carries an OpenLine, `put_down_wanted` too.

    `all_wanted` asks for the whole list.
    """

    wanted = Signal(object)
    put_down_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(
        self, theme: Theme, most: int, *, may_put_down: bool = True, shows_put_down: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._most, self._may_put_down = theme, most, may_put_down
        self._shows_put_down = shows_put_down  # as a button beside each row
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.rows: list[OpenRow] = []

    def show_only(self, most: int) -> None:
        """Show so many rows from the next time on."""
        self._most = most

    def show_lines(self, lines: Sequence[OpenLine], *, counts_rest: bool = True) -> None:
        """Show the first of them; the keyboard stays at its place among the rows."""
        here = next((n for n, row in enumerate(self.rows) if row.hasFocus()), None)
        clear(self._box)
        self.rows = [self._row(line) for line in lines[: self._most]]
        for row in self.rows:
            self._box.addWidget(self._with_button(row) if self._shows_put_down else row)
        if counts_rest and len(lines) > self._most:
            self._box.addWidget(self._more(len(lines) - self._most))
        if here is not None and self.rows:
            self.rows[min(here, len(self.rows) - 1)].setFocus()

    def _row(self, line: OpenLine) -> OpenRow:
        row = OpenRow(line, self._theme, may_put_down=self._may_put_down)
        row.clicked.connect(lambda _on=False: self.wanted.emit(line))
        row.put_down_wanted.connect(lambda: self.put_down_wanted.emit(line))
        return row

    def _with_button(self, row: OpenRow) -> QWidget:
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(row, 1)
        down = small_button(_("Put down …"), "quiet")
        down.setAccessibleName(_("Put down: {what}").format(what=row.line.words))
        down.clicked.connect(lambda _on=False: row.put_down_wanted.emit())
        line.addWidget(down)
        return both

    def _more(self, n: int) -> QWidget:
        more = small_button(_("and {n} more").format(n=n), "link")
        more.clicked.connect(lambda _on=False: self.all_wanted.emit())
        return more
