"""F1: the card of a stop, over the page that it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.help_cards import HelpCard, help_cards
from cxworkshop.i18n import _
from cxworkshop.keys import keys_at
from ui.theme.mirror import margins, painter_of
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.flow_layout import SideBySide
from ui.widgets.key_list import KeyList
from ui.widgets.labels import Hairline, Label, Panel, make_button, small_button
from ui.widgets.ring import Ring
from ui.widgets.scroll_area import scrolling
from ui.window.guide import there_is_a_guide

SIZE = (740, 600)  # pixels at 100 %; higher where a stop has more keys
MARGIN = 20  # pixels of the window that stay in sight around it
DIM = 107  # of 255: how much of the page behind it is darkened
STEP_RING = 16  # pixels at 100 %


class Shade(QWidget):
    """Darkens a window behind a card; a click on it calls `leave`."""

    def __init__(self, window: QWidget, leave: Callable[[], object]) -> None:
        super().__init__(window)
        self._leave = leave
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window when it is resized."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._leave()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(27, 31, 35, DIM))


class _Step(QWidget):
    """One thing to do: a ring on the thread, a short sentence, and a word about it."""

    def __init__(self, what: str, more: str, theme: Theme, *, is_last: bool) -> None:
        super().__init__()
        self._theme, self._is_last = theme, is_last
        box = QVBoxLayout(self)
        box.setContentsMargins(*margins(theme.px(30), 0, 0, theme.px(14)))
        box.setSpacing(0)
        box.addWidget(Label(what, theme, "strong"))
        box.addWidget(Label(more, theme, "small", "grey"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring, and the thread down to the next one."""
        painter, px = painter_of(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = px(8)
        middle, tokens = QPoint(x, px(10)), self._theme.tokens
        if not self._is_last:
            painter.setPen(QPen(QColor(tokens.ghost), 2))
            painter.drawLine(middle + QPoint(0, px(9)), QPoint(x, self.height()))
        ring(
            painter, QRectF(QRect(middle, QSize(1, 1))).center(), px(STEP_RING), "open", "", tokens
        )


class MoreHelp(NamedTuple):
    """What the buttons at the foot of a card call."""

    show_keys: Callable[[], object]
    print_keys: Callable[[], object]
    open_guide: Callable[[], object]


class HelpCardDialog(QDialog):
    """What a stop is for, what to do there, what to watch for, and its keys."""

    def __init__(self, number: int, theme: Theme, parent: QWidget, more: MoreHelp) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._theme, self._number, self._more = theme, number, more
        self.setObjectName("card")
        stop = catalogue.stops()[number - 1]
        card = help_cards()[number - 1]
        self.setWindowTitle(_("Help: {stop}").format(stop=stop.title))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head(stop.title, card.about))
        self._area = scrolling(self._body(card, stop.watch))
        column.addWidget(self._area, 1)
        column.addWidget(Hairline(theme))
        column.addLayout(self._foot())
        self._shade = Shade(parent, self.reject)
        self.finished.connect(self._leave)
        self._fit(parent)

    def _fit(self, window: QWidget) -> None:
        room = window.size() - QSize(2 * MARGIN, 2 * MARGIN)
        size = QSize(self._theme.px(SIZE[0]), self._theme.px(SIZE[1])).boundedTo(room)
        self.resize(size)
        column = self.layout()
        assert column is not None
        column.activate()
        inside = self._area.widget()
        assert inside is not None
        lacks = inside.heightForWidth(self._area.width()) - self._area.height()
        size = QSize(size.width(), size.height() + max(lacks, 0)).boundedTo(room)
        corner = QPoint(
            (window.width() - size.width()) // 2, (window.height() - size.height()) // 2
        )
        self.resize(size)
        self.move(window.mapToGlobal(corner))

    def _head(self, title: str, about: str) -> QHBoxLayout:
        px = self._theme.px
        line = QHBoxLayout()
        line.setContentsMargins(*margins(px(24), px(18), px(20), px(8)))
        line.setSpacing(px(18))
        number = Ring(self._number, self._theme, 56)
        number.show_share("disc")
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(Label(title, self._theme, "h1"))
        words.addWidget(Label(about, self._theme))
        close = small_button(_("Close"))
        close.show_key(_("Esc"))
        close.clicked.connect(lambda _on=False: self.reject())
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._close = close
        return line

    def _body(self, card: HelpCard, watch: str) -> QWidget:
        theme, px = self._theme, self._theme.px
        both = SideBySide(px(24), px(560))
        both.line.setContentsMargins(*margins(px(28), px(8), px(24), px(16)))
        todo, keys = QVBoxLayout(), QVBoxLayout()
        todo.setSpacing(px(4))
        todo.addWidget(Label(_("What to do"), theme, "label", "accent"))
        for place, (what, more) in enumerate(card.steps, start=1):
            todo.addWidget(_Step(what, more, theme, is_last=place == len(card.steps)))
        hint = Panel(theme, "tint", "tint")
        hint.box.setSpacing(px(2))
        hint.box.addWidget(Label(_("Watch for"), theme, "label", "accent"))
        hint.box.addWidget(Label(watch, theme, "field"))
        todo.addWidget(hint)
        todo.addStretch(1)
        keys.setSpacing(px(6))
        keys.addWidget(Label(_("Keys"), theme, "label", "accent"))
        keys.addWidget(KeyList(keys_at(self._number), theme))
        keys.addStretch(1)
        for part in (todo, keys):
            side = QWidget()
            part.setContentsMargins(0, 0, 0, 0)
            side.setLayout(part)
            both.line.addWidget(side, 1)
        return both

    def _foot(self) -> QHBoxLayout:
        px = self._theme.px
        line = QHBoxLayout()
        line.setContentsMargins(*margins(px(28), px(14), px(20), px(14)))
        line.setSpacing(px(14))
        undo = _("Undo (Ctrl+Z) takes back any of it, one step at a time, even tomorrow.")
        line.addWidget(Label(undo, self._theme, "small", "grey"), 1)
        if there_is_a_guide():
            guide = small_button(_("Open the guide"))
            guide.clicked.connect(lambda _on=False: self._go_on(self._more.open_guide))
            line.addWidget(guide)
        paper = small_button(_("Print"), lead="print")
        paper.setAccessibleName(_("Print all keys"))
        paper.clicked.connect(lambda _on=False: self._go_on(self._more.print_keys))
        line.addWidget(paper)
        more = make_button(_("All keys on one page"), "primary")
        more.setProperty("small", True)  # noqa: FBT003 - Qt's own
        more.show_key("F1")
        QShortcut(QKeySequence("F1"), self, more.click)
        more.clicked.connect(lambda _on=False: self._go_on(self._more.show_keys))
        line.addWidget(more)
        self._close.setFocus()
        return line

    def _leave(self) -> None:
        self._shade.hide()
        self._shade.deleteLater()

    def _go_on(self, then: Callable[[], object]) -> None:
        self.accept()
        then()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A white card with a hairline around it: it has no frame of the window manager's."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.panel))
        painter.setPen(QColor(tokens.edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
