"""The card whose turn it is, large enough to be read aloud."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.content.values import SortCard
from cxworkshop.i18n import _, in_quotes, ngettext, with_commas
from ui.theme.focus import INK_RING
from ui.theme.mirror import painter_of
from ui.theme.theme import Theme
from ui.widgets.code_tag import CodeTag
from ui.widgets.drag_start import DragStart
from ui.widgets.labels import Label, QuoteLabel, clear
from ui.widgets.people_count import HeardBy

T = TypeVar("T")

PAD, SMALL_PAD = 28, 12
LARGE_TEXT = 150  # percent: from there on, room is for words
LOWEST = 180  # pixels at 100 %: below it, a short sentence would stand on a strip


def roomy(theme: Theme, wide: T, narrow: T) -> T:
    """Choose what is `narrow` where text is large."""
    return wide if theme.percent < LARGE_TEXT else narrow


def age_words(since: int) -> str:
    """Say since which round a card has been on the list; "" for a card of this round."""
    return _("since round {number}").format(number=since) if since else ""


def customers_words(count: int) -> str:
    """Say how many customers there are."""
    return ngettext("{n} {customer}", "{n} {customers}", count).format(n=count)


class SortCardPanel(QLabel):
    """The card; it has the keyboard. `dragged` and `dropped` carry points of the screen.

    To screen readers it is one text; a widget that Qt knows nothing of could not be said.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    drag_lost = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)
        self._drag = DragStart()
        self.setMouseTracking(True)  # a move without a button tells of a lost release
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(INK_RING, True)  # noqa: FBT003 - Qt's own
        pad = theme.px(roomy(theme, PAD, SMALL_PAD))
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(pad, theme.px(roomy(theme, 22, 10)), pad, theme.px(10))
        self.box.setSpacing(theme.px(roomy(theme, 16, 8)))
        self.setMinimumHeight(theme.px(roomy(theme, LOWEST, 0)))
        self._tag = CodeTag(theme, "h2")
        self._age = Label("", theme, "field", "grey")
        self._heard = HeardBy(theme, role="h2")
        self._kinds = Label("", theme, "field", "grey")
        self._way = Label("", theme, "field")
        self._way.setWordWrap(False)
        self._words = QVBoxLayout()
        self._words.setSpacing(theme.px(16))
        self.box.addLayout(_line(theme, self._tag, self._age, None, self._heard))
        self.box.addLayout(self._words)
        self.box.addStretch(1)
        self.box.addLayout(_line(theme, self._kinds, None, self._way))

    def show_card(self, card: SortCard, place: str) -> None:
        """Show a card; `place` says for screen readers how far the sorting has come."""
        self._tag.show_code(card.code)
        self._age.setText(age_words(card.since))
        self._heard.show_count(card.customers)
        self._kinds.setText(with_commas(card.kinds))
        self._way.setText(card.way)
        clear(self._words)
        if card.headline:
            self._words.addWidget(Label(card.headline, self._theme, "question"))
        for n, words in enumerate(card.said):
            role = "verbatim_further" if n or card.headline else "verbatim_sort"
            self._words.addWidget(QuoteLabel(in_quotes(words), self._theme, role))
        spoken = (
            place,
            _("Card {code}").format(code=card.code),
            card.headline,
            *card.said,
            customers_words(card.customers),
            age_words(card.since),
        )
        self.setAccessibleName(with_commas(part for part in spoken if part))

    @override
    def sizeHint(self) -> QSize:
        return self.box.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.box.minimumSize()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(self.box.heightForWidth(width), self.minimumHeight())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.tokens.line))
        painter.setBrush(QColor(self._theme.tokens.panel))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 10, 10)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag.press(event.position().toPoint())
        self.setFocus()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag.is_lost(event):
            self.drag_lost.emit()
        elif self._drag.move(event.position().toPoint()):
            self.dragged.emit(event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag.end():
            self.dropped.emit(event.globalPosition().toPoint())

    def take_drag_back(self) -> bool:
        """End a drag without a drop; returns whether there was one."""
        was_dragging = self._drag.end()
        if was_dragging:
            self.drag_lost.emit()
        return was_dragging


def _line(theme: Theme, *parts: QWidget | None) -> QHBoxLayout:
    """Make a line of widgets, with what is free at None."""
    line = QHBoxLayout()
    line.setSpacing(theme.px(10))
    for part in parts:
        if part is None:
            line.addStretch(1)
        else:
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    return line
