"""The cards that were found, in rows: chosen by mouse, keys and screen readers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId
from ui.stops.big_list.gather.card import RIM, GatheredCards
from ui.stops.big_list.gather.model import GatheredModel
from ui.theme.focus import OWN_FOCUS
from ui.theme.theme import Theme
from ui.widgets.drag_start import DragStart
from ui.widgets.gestures import watch

CARD = 190  # pixels at 100 % that a card wants
AT_ONCE = 24  # cards that are measured in one go; the others follow while nothing else is done
MOST = 344  # pixels at 100 %: more cards scroll


class GatheredView(QListView):
    """As high as its cards, up to a part of the window.

    `acted` carries a key that means something for the chosen cards, and where a menu for them
    would open. `dragged` and `dropped` carry points of the screen.
    """

    acted = Signal(int, QPoint)
    chosen = Signal()
    left = Signal()
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    drag_lost = Signal()

    def __init__(self, theme: Theme, model: GatheredModel) -> None:
        super().__init__()
        self._theme, self._cards = theme, GatheredCards(theme, model)
        self._model = model
        self._drag = DragStart()
        self.viewport().setMouseTracking(True)  # a move without a button tells of a lost release
        self._most = theme.px(MOST)
        self._set_up()
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.chosen.emit())
        theme.changed.connect(self._cards.clear)
        finger = watch(self)
        finger.tapped.connect(self._turn_at)
        finger.held.connect(self._choose_at)
        finger.carried.connect(lambda here: self.dragged.emit(self.viewport().mapToGlobal(here)))
        finger.let_go.connect(lambda here: self.dropped.emit(self.viewport().mapToGlobal(here)))
        finger.lost.connect(self.drag_lost)
        self._keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Space: self._turn_current,
            Qt.Key.Key_Escape: self._press_esc,
        }

    def _set_up(self) -> None:
        self.setObjectName("gathered")
        self.setAccessibleName(_("Cards found"))
        self.setModel(self._model)
        self.setItemDelegate(self._cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()  # whose width is kept, and which shows only what scrolls
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda _least, most: bar.setEnabled(most > 0))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 - Qt's own

    def fit_most(self, most: int) -> None:
        """Take at most so many pixels of height."""
        self._most = most
        self.updateGeometries()

    def selected(self) -> list[CardId]:
        """The cards that are chosen, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.card_at(row).id for row in rows]

    def select(self, cards: set[CardId]) -> None:
        """Choose these cards, as far as they are there."""
        for row in self._model.rows_of(cards):
            flag = QItemSelectionModel.SelectionFlag.Select
            self.selectionModel().select(self._model.index(row), flag)

    def current_card(self) -> CardId | None:
        """The card that has the keyboard."""
        index = self.currentIndex()
        return self._model.card_at(index.row()).id if index.isValid() else None

    def focus_first(self) -> None:
        """Take the keyboard, on the first card if it has been on none."""
        if not self.currentIndex().isValid():
            first = self._model.index(0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.setFocus()

    @override
    def updateGeometries(self) -> None:
        """Be as high as the cards that are measured so far."""
        super().updateGeometries()
        around = self.height() - self.viewport().height() if self.isVisible() else 2
        high = min(self.contentsSize().height() + max(2, around), self._most)
        if high != self.minimumHeight():
            self.setFixedHeight(high)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among as many cards as fit."""
        wide = event.size().width() - 2
        columns = max(1, wide // (self._theme.px(CARD) + 2 * RIM))
        self._cards.width = wide // columns - 2 * RIM
        super().resizeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in self._keys:
            self._keys[key]()
        elif key in ACTING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = self.visualRect(self.currentIndex()).center()
            self.acted.emit(key, self.viewport().mapToGlobal(at))
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.acted.emit(Qt.Key.Key_Menu, event.globalPos())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        here = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        self._drag.press(here if left and self.indexAt(here).isValid() else None)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the chosen cards; Qt would draw a rubber band or select on."""
        if self._drag.is_lost(event):
            self.drag_lost.emit()
        elif self._drag.move(event.position().toPoint()):
            self.dragged.emit(event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag.end():
            self.dropped.emit(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def _turn_at(self, here: QPoint) -> None:
        """A tap chooses a card besides the others, or no more."""
        self.setFocus()
        index = self.indexAt(here)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.Toggle
            self.selectionModel().setCurrentIndex(index, flag)

    def _choose_at(self, here: QPoint) -> None:
        """A held finger carries the card with the others that are chosen."""
        index = self.indexAt(here)
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.dragged.emit(self.viewport().mapToGlobal(here))

    def _turn_current(self) -> None:
        flag = QItemSelectionModel.SelectionFlag.Toggle
        self.selectionModel().select(self.currentIndex(), flag)

    def _press_esc(self) -> None:
        (self.drag_lost if self._drag.end() else self.left).emit()


ACTING = (
    Qt.Key.Key_G,
    Qt.Key.Key_M,
    Qt.Key.Key_U,
    Qt.Key.Key_O,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
