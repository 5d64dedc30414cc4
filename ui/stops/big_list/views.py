"""The two views of the big list, of which one is in front."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cxworkshop.model import CardId, GroupId
from cxworkshop.queries.board import Board
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.captions import Captions
from ui.stops.big_list.board.selection import BoardSelection
from ui.stops.big_list.board.steps import next_loose
from ui.stops.big_list.board.view import BoardView
from ui.stops.big_list.tree import BoardTree
from ui.theme.mirror import margins
from ui.theme.theme import Theme

COLUMNS, TREE = 0, 1


class ListViews(QStackedWidget):
    """The board and the tree; what is selected in one is not selected in the other."""

    selection_changed = Signal()

    def __init__(self, theme: Theme, actions: BoardActions) -> None:
        super().__init__()
        self.board = BoardView(theme, actions)
        self.tree = BoardTree(theme, actions)
        self.addWidget(self.board)
        self.addWidget(_with_margin(self.tree, theme))
        self._for_tree: tuple[Board, Captions] | None = None
        self.board.selection.changed.connect(self.selection_changed)
        self.tree.selection_changed.connect(self.selection_changed)

    @property
    def front(self) -> BoardView | BoardTree:
        """The view in front."""
        return self.tree if self.currentIndex() == TREE else self.board

    @property
    def home(self) -> QWidget:
        """What the keyboard comes to: the view in front, or the headline that is open on it."""
        is_tree = self.front is self.tree
        field = self.tree.headline if is_tree else self.board.headlines.field
        return field if field.isVisible() else self.front

    def focus_front(self) -> None:
        """Give the view in front the keyboard."""
        self.front.setFocus()

    def show_view(self, number: int) -> None:
        """Bring a view to the front and give it the keyboard."""
        self.board.drag.cancel()
        self.setCurrentIndex(number)
        self._fill_tree()
        self.focus_front()

    def show_board(self, board: Board, captions: Captions) -> None:
        """Show a board in both views."""
        self.board.show_board(board, captions)
        self._for_tree = (board, captions)
        self._fill_tree()

    def selected(self) -> list[CardId]:
        """The cards that are selected in front."""
        if self.front is self.tree:
            return self.tree.selected()
        return self.board.selection.cards()

    def select_none(self) -> None:
        """Deselect all: what comes next is about other cards."""
        if self.front is self.tree:
            self.tree.clearSelection()
        else:
            self.board.selection.clear()

    def focus_card(self, card: CardId) -> None:
        """Select a card alone and scroll to it."""
        self._selection.focus_card(card)

    def select_also(self, cards: Sequence[CardId]) -> None:
        """Add these to what is selected, and take the keyboard."""
        self._selection.select_also(cards)
        self.focus_front()

    def name_new_group(self, group: GroupId) -> None:
        """Open the field for the headline of a group that has just been made."""
        if self.front is self.tree:
            self.tree.edit_group(group)
        else:
            self.board.headlines.edit_new_group(group, self._to_next_loose)

    def _to_next_loose(self) -> None:
        """Go on to the next card that is in no group, with nothing selected."""
        selection = self.board.selection
        was = selection.focused()
        selection.clear()
        following = next_loose(self.board.columns, self.board.cards[was] if was else None)
        if following is not None:
            selection.move_to(following.face.card.id)

    def begin_move(self) -> None:
        """Ask where to move the selected cards, as the key M does."""
        self.focus_front()
        if self.front is self.tree:
            self.tree.begin_move()
        else:
            self.board.keys.begin_move()

    @property
    def _selection(self) -> BoardSelection | BoardTree:
        return self.tree if self.front is self.tree else self.board.selection

    def _fill_tree(self) -> None:
        """Fill the tree only while it is in front, for all of its rows are made again."""
        if self._for_tree is not None and self.front is self.tree:
            self.tree.show_board(*self._for_tree)
            self._for_tree = None


def _with_margin(tree: QWidget, theme: Theme) -> QWidget:
    """Only the columns reach the window's edge."""
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(*margins(0, 0, theme.px(28), 0))
    box.addWidget(tree)
    return page
