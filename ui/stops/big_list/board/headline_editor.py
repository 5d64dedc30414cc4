"""Writing a headline in place: on a card, on a group's headline, or on a row of the tree."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.layout import BoardLayout
from ui.theme.theme import Theme


class HeadlineField(QLineEdit):
    """Enter or a click elsewhere accepts, Esc cancels; `closed` says that it is hidden again.

    What the core refuses stays open, so that nothing typed is lost.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme, self._before = theme, ""
        self._accept: Callable[[str], bool] = lambda _text: True
        self.hide()

    def open(self, area: QRect, words: str, name: str, accept: Callable[[str], bool]) -> None:
        """Show it over `area` of its parent; `accept` returns False for what is refused."""
        self._before, self._accept = words, accept
        self.setText(words)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setGeometry(area.left(), area.top(), area.width(), self._theme.px(34))
        self.show()
        self.raise_()
        self.setFocus()
        self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere must not lose words."""
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() == Qt.FocusReason.MouseFocusReason:
            self._submit()

    def _submit(self) -> None:
        text = self.text().strip()
        if text == self._before.strip() or self._accept(text):
            self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


class HeadlineEditor:
    """Opens the field over a card or a group of the board."""

    def __init__(self, layout: BoardLayout, actions: BoardActions, theme: Theme) -> None:
        self._layout, self._actions, self._theme = layout, actions, theme
        self.field = HeadlineField(layout.view.viewport(), theme)
        self.field.closed.connect(layout.view.setFocus)

    def edit_at(self, point: QPoint) -> None:
        """Edit the headline of the card or the group at a point of the viewport."""
        card, column = self._layout.card_at(point), self._layout.column_at(point)
        if card is not None:
            self.edit_card(card.face.card.id)
        elif column is not None and column.group_id is not None:
            self.edit_group(column.group_id)

    def edit_card(self, card: CardId) -> None:
        """Edit our headline of a card."""
        item = self._layout.cards[card]
        area = self._layout.area_of(item).adjusted(6, self._theme.px(32), -6, 0)
        name = _("A headline of ours")
        self.field.open(
            area, item.face.card.headline, name, lambda text: self._actions.name_card(card, text)
        )

    def edit_group(self, group: GroupId) -> None:
        """Edit a group's headline."""
        column = next(column for column in self._layout.columns if column.group_id == group)
        assert column.group is not None  # it has this id
        self._layout.reveal_head(column)
        area = self._layout.area_of(column.head).adjusted(4, 4, -4, 0)
        name = _("The group’s headline")
        self.field.open(
            area, column.group.headline, name, lambda text: self._actions.name_group(group, text)
        )
