"""A list of cards in customers' words, from which a card is put at a step of the encounter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import attrgetter

from PySide6.QtCore import QItemSelectionModel, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _, in_quotes, ngettext, with_commas
from cxworkshop.model import CardId
from cxworkshop.queries.board import BoardCard
from ui.theme.mirror import draw_text, mirror_row
from ui.theme.text_layout import TextLayout
from ui.theme.theme import Theme
from ui.widgets.carrying_list import CarryingList
from ui.widgets.row_model import Index, Says

MOST_HIGH = 240  # pixels at 100 %, of a list that is as high as its cards
BATCH = 200  # cards that are laid out at once
MOST_MEASURED = 20  # cards; so many are higher than that
DIGITS = range(1, 10)  # the steps that have a key
PAD = 4  # pixels above and below the words


class WordsList(CarryingList[BoardCard]):
    """One line a card. A digit puts it at that step, 0 or Delete takes it away, Enter opens a menu.

    `step_wanted` carries a card and a step's number, 0 for none.
    """

    step_wanted = Signal(str, int)

    def __init__(self, theme: Theme, name: str) -> None:
        role = Qt.ItemDataRole
        says: Says[BoardCard] = {
            role.DisplayRole: _quoted,
            role.AccessibleTextRole: _spoken,
            role.ToolTipRole: attrgetter("words"),
        }
        super().__init__(says)
        self._theme = theme
        self._steps: Sequence[str] = ()
        self._takes_height = False
        self.setAccessibleName(name)
        self.setObjectName("inside")
        self.setLayoutMode(QListView.LayoutMode.Batched)  # for lists of thousands
        self.setBatchSize(BATCH)
        self.setItemDelegate(_Line(self, theme))
        self.setToolTip(_("Drag it to a step, or press the step’s number; Enter lists the steps"))

    @property
    def card(self) -> CardId | None:
        """The card of the current line."""
        return None if self.current is None else self.current.id

    def show_cards(self, cards: Sequence[BoardCard], steps: Sequence[str]) -> None:
        """Show these cards; the current line stays. `steps` are offered by the menu."""
        row, self._steps = max(self.current_row, 0), steps
        self.show_values(cards)
        self.choose(min(row, len(cards) - 1))
        self._show_current()

    def be_as_high_as_its_cards(self) -> None:
        """Take the height of its cards from now on, up to a limit; what is more scrolls."""
        self._takes_height = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._take_height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        if not self._takes_height:
            return
        rows = range(min(len(self.values), MOST_MEASURED))
        high = sum(self.sizeHintForRow(row) for row in rows)
        high = min(high, self._theme.px(MOST_HIGH)) + 2 * self.frameWidth() + 2
        if high != self.height():
            self.setFixedHeight(high)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_current()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.clearSelection()

    def _show_current(self) -> None:
        """Tint the current line while the keyboard is here: there is a list at each step."""
        flags = QItemSelectionModel.SelectionFlag
        how = flags.ClearAndSelect if self.hasFocus() else flags.Deselect
        self.selectionModel().select(self.currentIndex(), how)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the card at a step by its digit."""
        digit = event.key() - Qt.Key.Key_0
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif digit in DIGITS and digit <= len(self._steps):
            self._want(digit)
        elif event.key() in (Qt.Key.Key_0, Qt.Key.Key_Delete):
            self._want(0)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.card:
            below = self.rect_at(self.current_row).bottomLeft()
            self._open_menu(self.viewport().mapToGlobal(below))
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.card is not None:
            self._open_menu(event.globalPos())

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for number, words in enumerate(self._steps, start=1):
            key = f"\t{number}" if number in DIGITS else ""
            action = menu.addAction(f"{number}  {words.replace('&', '&&')}{key}")
            action.triggered.connect(partial(self._want, number))
        menu.addSeparator()
        away = menu.addAction(_("At no step") + "\t0")
        away.triggered.connect(partial(self._want, 0))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _want(self, number: int, _on: object = None) -> None:
        if self.card is not None:
            self.step_wanted.emit(self.card, number)


class _Line(QStyledItemDelegate):
    """Paints a card's code, and customers' words as they are painted everywhere."""

    def __init__(self, shown: WordsList, theme: Theme) -> None:
        super().__init__(shown)
        self._shown, self._theme = shown, theme

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = self._shown.values[index.row()]
        tokens, px, box = self._theme.tokens, self._theme.px, QRectF(option.rect)
        painter.save()
        mirror_row(painter, option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.tint))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font("label"))
        painter.setPen(QColor(tokens.grey))
        first = QRectF(box.left() + px(6), box.top(), px(60), self._line() + 2 * px(PAD))
        draw_text(painter, first, middle, str(card.code))
        ink = tokens.ink if card.headline else tokens.quote
        room = box.adjusted(self._indent(card), px(PAD), -px(6), 0)
        self._words(card).paint(painter, room, QColor(ink))
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card = self._shown.values[index.row()]
        px, wide = self._theme.px, self._shown.viewport().width()
        high = self._words(card).height(wide - self._indent(card) - px(6))
        return QSize(wide, round(high) + 2 * px(PAD))

    def _words(self, card: BoardCard) -> TextLayout:
        font = self._theme.font("field" if card.headline else "verbatim_list")
        return TextLayout(_quoted(card), font, self._line())

    def _line(self) -> float:
        return self._theme.px(20)

    def _indent(self, card: BoardCard) -> float:
        code = QFontMetricsF(self._theme.font("label")).horizontalAdvance(str(card.code))
        return max(self._theme.px(36), code + self._theme.px(14))


def _on_one_line(card: BoardCard) -> str:
    return " ".join(card.words.split())


def _quoted(card: BoardCard) -> str:
    text = _on_one_line(card)
    return text if card.headline else in_quotes(text)


def _spoken(card: BoardCard) -> str:
    """Return a line's name for screen readers."""
    count = len(card.customers)
    by = ngettext("{n} {customer}", "{n} {customers}", count).format(n=count)
    return with_commas((_("Card {code}").format(code=card.code), _on_one_line(card), by))
