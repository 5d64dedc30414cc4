"""What was heard so far: a count for each of the ten ways, and the latest answers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, in_quotes, ngettext, with_commas
from cxworkshop.keys import key_name
from ui.theme.icons import paint_icon
from ui.theme.mirror import draw_text, painter_of, runs_against
from ui.theme.text_layout import TextLayout
from ui.theme.theme import Theme
from ui.widgets.own_keys import keeps_key

MOST_DOTS = 7  # above that the number alone goes on


class WayCount(QWidget):
    """A way, its digit, a dot for each thing heard, and the number."""

    def __init__(self, digit: int, name: str, theme: Theme) -> None:
        super().__init__()
        self._digit, self._name, self._count, self._theme = digit, name, 0, theme
        self.setMaximumHeight(theme.px(27))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_count(self, count: int) -> None:
        """Say how many things were heard."""
        self._count = count
        said = ngettext("{n} thing heard", "{n} things heard", count).format(n=count)
        self.setAccessibleName(with_commas((self._name, said)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(21))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint digit, name, dots and number; grey with a dotted ring while there is nothing."""
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px, high = self._theme.tokens, self._theme.px, self.height()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(tokens.grey))
        draw_text(painter, QRectF(px(4), 0, px(16), high), middle, str(self._digit))
        number = QRectF(0, 0, self.width() - px(4), high)
        text = str(self._count) if self._count else "–"
        draw_text(painter, number, middle | Qt.AlignmentFlag.AlignRight, text)
        painter.setFont(self._theme.font("field"))
        painter.setPen(QColor(tokens.ink if self._count else tokens.grey))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(self._name)
        draw_text(painter, QRectF(px(20), 0, wide + 2, high), middle, self._name)
        x, radius = max(px(130), px(32) + wide), px(8) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        for dot in range(min(self._count, MOST_DOTS)):
            painter.drawEllipse(QPointF(x + dot * px(11), high / 2), radius, radius)
        if not self._count:
            pen = QPen(QColor(tokens.edge), 1.4)
            pen.setDashPattern([0.1, 1.9])
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, high / 2), radius - 0.5, radius - 0.5)


@dataclass(frozen=True)
class RecentAnswerContent:
    """One answer as it is shown: the card's code, the words, the way, and the customer."""

    code: int | None  # None for praise, which is no card
    words: str
    way: str
    whose: str
    is_said: bool = True  # else they only agreed, and the words are ours
    wants_to_hear: bool = False  # whether this customer wants to hear what becomes of it


class RecentAnswer(QAbstractButton):
    """One of the latest answers; a double click or F2 corrects it, Delete sets it aside.

    A single click does nothing: the box keeps the keyboard, so that what is typed next goes there.
    H notes that its customer wants to hear what becomes of it, and again that they need not.
    """

    opened = Signal()
    removed = Signal()
    hearing_turned = Signal()

    def __init__(self, line: RecentAnswerContent, theme: Theme) -> None:
        super().__init__()
        self._line, self._theme = line, theme
        self._code = str(line.code or "+")
        font = theme.font("verbatim_list" if line.is_said else "field")
        words = in_quotes(line.words) if line.is_said else line.words
        self._words = TextLayout(words, font, theme.px(22))
        name = _("Card {code}").format(code=line.code) if line.code else _("Praise")
        hears = _("wants to hear") if line.wants_to_hear else ""
        parts = (name, line.words, line.way, line.whose, hears)
        self.setAccessibleName(with_commas(part for part in parts if part))
        self.setToolTip(_("Double click or F2 to correct what was typed") if line.is_said else "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda _on=False: self.opened.emit())  # by Space or a screen reader
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it, and do nothing."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take it, and do nothing."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep F2 for itself, which elsewhere turns the big list."""
        return keeps_key(event, Qt.Key.Key_F2) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_H and not event.modifiers():
            self.hearing_turned.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        if self._line.is_said:
            correct = menu.addAction(_("Correct what was typed") + "\tF2")
            correct.triggered.connect(lambda _on=False: self.opened.emit())
        hears = menu.addAction(_("Wants to hear what becomes of it") + "\tH")
        hears.setCheckable(True)
        hears.setChecked(self._line.wants_to_hear)
        hears.triggered.connect(lambda _on=False: self.hearing_turned.emit())
        action = menu.addAction("{}\t{}".format(_("Set aside"), key_name("Del")))
        action.triggered.connect(lambda _on=False: self.removed.emit())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._words.height(self._box(width).width()) + self._theme.px(19))

    @override
    def sizeHint(self) -> QSize:
        wide = max(self.width(), self._theme.px(400))
        return QSize(self._theme.px(300), self.heightForWidth(wide))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tag, the words with their bar, and way and customer in grey."""
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px = self._theme.tokens, self._theme.px
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(tokens.line))
        if self.underMouse():
            painter.fillRect(QRectF(0, 1, self.width(), self.height() - 1), QColor(tokens.tint))
        self._paint_tag(painter, QRectF(px(4), px(11), self._tag(), px(20)))
        box = self._box(self.width())
        colour = tokens.quote if self._line.is_said else tokens.grey
        self._words.paint(painter, box, QColor(colour))
        x = box.right() + 6 if runs_against(self._line.words) else box.left() - 9
        if self._line.is_said:
            bar = QRectF(x, box.top() + 2, 2, self.height() - px(22))
            painter.fillRect(bar, QColor(tokens.accent))
        if self._line.wants_to_hear:
            self._paint_hearing(painter)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(tokens.grey))
        metrics = QFontMetricsF(self._theme.font("small"))
        for words, left, wide in (
            (self._line.way, self.width() - px(168), px(96)),
            (self._line.whose, self.width() - px(52), px(48)),
        ):
            short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide)
            place = QRectF(left, px(11), wide, px(20))
            side = Qt.AlignmentFlag.AlignRight if words == self._line.whose else 0
            draw_text(painter, place, Qt.AlignmentFlag.AlignVCenter | side, short)

    def _paint_hearing(self, painter: QPainter) -> None:
        """Paint a speech bubble before the customer: they want to hear."""
        px = self._theme.px
        bubble = QRectF(self.width() - px(68), px(14), px(14), px(14))
        paint_icon(painter, "say", bubble, QColor(self._theme.tokens.accent))

    def _paint_tag(self, painter: QPainter, tag: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.sunken))
        painter.drawRoundedRect(tag, 4, 4)
        painter.setPen(QColor(self._theme.tokens.ink))
        painter.setFont(self._theme.font("label"))
        draw_text(painter, tag, Qt.AlignmentFlag.AlignCenter, self._code)

    def _tag(self) -> float:
        metrics = QFontMetricsF(self._theme.font("label"))
        return max(self._theme.px(26), metrics.horizontalAdvance(self._code) + 12)

    def _box(self, width: int) -> QRectF:
        left = self._theme.px(4) + self._tag() + self._theme.px(20)
        return QRectF(left, self._theme.px(9), width - left - self._theme.px(180), 10_000)
