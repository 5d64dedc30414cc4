"""Rows of what is still open: a click or Enter goes to the very thing."""

from __future__ import annotations

import math
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
from cxworkshop.i18n import _, ngettext
from cxworkshop.keys import key_name
from ui.theme.icons import paint_icon
from ui.theme.mirror import draw_text, margins, painter_of
from ui.theme.paint import ring
from ui.theme.text_layout import TextLayout
from ui.theme.theme import Theme
from ui.widgets.labels import clear, small_button

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from ui.widgets.open_lines import OpenLine

HIGH, LINE, SIGN, WORDS, WHEN, VERB = 44, 21, 18, 32, 112, 128  # pixels at 100 %
SHARE = 0.295  # of the width is for the words
NARROW = 700  # pixels at 100 %: in a narrower row the parts stand one below the other


class OpenRow(QAbstractButton):
    """The whole row is the target. `put_down_wanted` asks to give it up, with a reason."""

    put_down_wanted = Signal()

    def __init__(self, line: OpenLine, theme: Theme, *, may_put_down: bool = True) -> None:
        super().__init__()
        self.line, self._theme, self._may_put_down = line, theme, may_put_down
        self.is_last = False  # without a line below it
        self._texts: dict[tuple[str, str, int], TextLayout] = {}  # by role and size of text
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(line.spoken)
        self.setToolTip(f"{line.words}\n{line.about}")

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(600), self._theme.px(HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self._theme.px(HIGH))

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
            down = menu.addAction("{}\t{}".format(_("Put down, with a reason …"), key_name("Del")))
            down.triggered.connect(lambda _on=False: self.put_down_wanted.emit())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """As high as every word needs."""
        words, about = self._boxes(width)
        high = max(words.bottom(), about.bottom())
        if self._is_narrow(width):
            high += self._lines_below(width) * self._theme.px(LINE + 2)
        return max(self._theme.px(HIGH), math.ceil(high + self._pad(width)))

    def _lines_below(self, width: int) -> int:
        """Count the lines of a narrow row below its words: one, or two where one is too short."""
        if not self.line.when:
            return 1
        when = QFontMetricsF(self._when).horizontalAdvance(self.line.when)
        fits = self._theme.px(WORDS) + when + self._theme.px(12) <= self._ends(width)[1]
        return 1 if fits else 2

    def _is_narrow(self, width: int) -> bool:
        return width <= self._theme.px(NARROW)

    def _pad(self, width: int) -> float:
        return self._theme.px(8) if self._is_narrow(width) else self._theme.px(HIGH - LINE) / 2

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Sign, words, what they are about, when, and the verb; a line below."""
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, line, tokens = self._theme, self.line, self._theme.tokens
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.tint))
            painter.drawRoundedRect(self.rect(), 6, 6)
        if not self.is_last:
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(tokens.line))
        words, about = self._boxes(self.width())
        self._paint_sign(painter, words.top() + theme.px(LINE) / 2)
        self._laid(line.words, "strong").paint(painter, words, QColor(tokens.ink))
        self._laid(line.about, "field").paint(painter, about, QColor(tokens.grey))
        self._paint_ends(painter, words.top(), about.bottom())

    def _paint_ends(self, painter: QPainter, top: float, low: float) -> None:
        """When, and the verb with its arrow: on the first line, or in a narrow row below all."""
        theme, line, tokens = self._theme, self.line, self._theme.tokens
        when_left, verb_left = self._ends(self.width())
        when_top = verb_top = top
        if self._is_narrow(self.width()):
            step = theme.px(LINE + 2)
            when_left, when_top = theme.px(WORDS), low + theme.px(2)
            verb_top = when_top + (self._lines_below(self.width()) - 1) * step
        ink = tokens.amber if line.urgent else tokens.ink
        self._say(painter, when_left, when_top, line.when, self._when, ink)
        self._say(painter, verb_left, verb_top, line.verb, theme.font("control"), tokens.accent)
        side = theme.px(16)
        x, y = self.width() - side - theme.px(2), verb_top + (theme.px(LINE) - side) / 2
        paint_icon(painter, "arrow", QRectF(x, y, side, side), QColor(tokens.accent))

    @property
    def _when(self) -> QFont:
        return self._theme.font("control" if self.line.urgent else "field")

    def _ends(self, width: int) -> tuple[float, float]:
        """Where the words about the day begin, and where the verb does."""
        px = self._theme.px
        wide = QFontMetricsF(self._theme.font("control")).horizontalAdvance(self.line.verb)
        verb = width - wide - px(26)
        room = max(QFontMetricsF(self._when).horizontalAdvance(self.line.when), px(WHEN))
        return min(verb, width - px(VERB)) - room - px(10), verb

    def _boxes(self, width: int) -> tuple[QRectF, QRectF]:
        """The boxes of the words and of what they are about, below them in a narrow row."""
        px, left, top = self._theme.px, self._theme.px(WORDS), self._pad(width)
        strong, field = self._laid(self.line.words, "strong"), self._laid(self.line.about, "field")
        if self._is_narrow(width):
            room = max(1.0, width - left)
            words = QRectF(left, top, room, strong.height(room))
            return words, QRectF(left, words.bottom(), room, field.height(room))
        wide, when = width * SHARE, self._ends(width)[0]
        about = left + wide + px(12)
        room = max(1.0, when - about - px(12))
        words = QRectF(left, top, wide, strong.height(wide))
        return words, QRectF(about, top, room, field.height(room))

    def _laid(self, text: str, role: str) -> TextLayout:
        known = text, role, self._theme.percent
        if known not in self._texts:
            self._texts[known] = TextLayout(text, self._theme.font(role), self._theme.px(LINE))
        return self._texts[known]

    def _paint_sign(self, painter: QPainter, y: float) -> None:
        size = self._theme.px(SIGN)
        middle = QPointF(self._theme.px(10), y)
        if self.line.sign == "block":
            box = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
            paint_icon(painter, "block", box, QColor(self._theme.tokens.amber))
        else:
            ring(painter, middle, size, self.line.sign, "", self._theme.tokens, share=0.6)

    def _say(
        self, painter: QPainter, left: float, top: float, text: str, font: QFont, ink: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        box = QRectF(left, top, self.width() - left, self._theme.px(LINE))
        draw_text(painter, box, Qt.AlignmentFlag.AlignVCenter, text)


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
        rest = len(lines) - self._most if counts_rest else 0
        if rest > 0:
            self._box.addWidget(self._more(rest))
        elif self.rows:
            self.rows[-1].is_last = True
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
        level = QVBoxLayout()  # with the first line of the row
        level.addSpacing((self._theme.px(HIGH) - down.sizeHint().height()) // 2)
        level.addWidget(down)
        level.addStretch(1)
        line.addLayout(level)
        return both

    def _more(self, n: int) -> QWidget:
        """Line it up with the words above."""
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(*margins(self._theme.px(WORDS - 4), 0, 0, 0))
        text = ngettext("and {n} more", "and {n} more", n)
        more = small_button(text.format(n=n), "link")
        more.clicked.connect(lambda _on=False: self.all_wanted.emit())
        line.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return made
