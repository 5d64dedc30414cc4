"""Stop 3, Big list: columns of cards, and the same list as a tree (F2)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.model import GroupId
from cxworkshop.queries.board import Board
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.desks import ListDesks
from ui.stops.big_list.list_dialogs import ListDialogs
from ui.stops.big_list.list_footer import list_footer
from ui.stops.big_list.list_search import ListSearch
from ui.stops.big_list.low_page import LowPage
from ui.stops.big_list.piles_from_paper import PilesFromPaper
from ui.stops.big_list.refusals import ListRefusals
from ui.stops.big_list.similar_cards import SimilarCards
from ui.stops.big_list.tools import ListTools
from ui.stops.big_list.views import COLUMNS, TREE, ListViews
from ui.stops.page import StopPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.footer import Footer


class BigListPage(StopPage):
    """Tools at the top, and below them two views of one list, shown again after each change."""

    key = "big_list"
    to_the_edge = True

    @override
    def build(self) -> None:
        self.board_actions = BoardActions(self.bridge)
        self._dialogs = ListDialogs(self, self.board_actions)
        self.board_actions.grouped = self._name_group
        self._similar = SimilarCards(self.bridge, self)
        self.desks = ListDesks(self.bridge, self.theme, self.content, self)
        self._board: Board | None = None
        actions = self.board_actions
        self.tools_row = ListTools(self.theme, actions.group_pile, actions.preview_piles)
        self.views = ListViews(self.theme, actions)
        self.board, self.tree = self.views.board, self.views.tree
        self.search = ListSearch(self.tools_row, self.views, actions, self.refusal, self.theme)
        LowPage(self, self.tools_row, self.search, self.desks)
        self.piles = PilesFromPaper(self, self.tools_row.pile, actions, self.views.focus_front)
        self._refusals = ListRefusals(self.refusal, actions, self.piles)
        nothing = _("Nothing here yet. The list fills as you type what {customers} say.")
        self.empty = EmptyState(2, nothing, _("Talk to {customers}"), self.theme, edge=28)
        self.empty.wanted.connect(lambda: self.stop_requested.emit(2))
        self.content.addWidget(self.tools_row)
        self.content.addWidget(self.empty, 1)
        self.content.addWidget(self.search.panel)
        self.content.addWidget(self.views, 1)
        self._connect()

    @override
    def keyboard_home(self) -> QWidget | None:
        """Return the cards: the list is worked on by keys, and searched only now and then."""
        if self.desks.front is not None:
            return self.desks.front
        if self.search.is_on:
            return self.search.panel.view
        return self.views.home

    def _connect(self) -> None:
        tools = self.tools_row
        self.views.selection_changed.connect(self.footer_changed)
        self.board.drag.changed.connect(self.footer_changed)
        self.board.resized.connect(self.footer_changed)
        self._similar.give_way_to(self.board)
        self.board.keys.number_typed.connect(tools.look_for)
        self._similar.found.connect(self._show_suggestions)
        self.search.changed.connect(self.footer_changed)
        tools.typed.connect(lambda _words: self._similar.wait())
        tools.view_wanted.connect(self.show_view)
        tools.drawer_wanted.connect(self.board.turn_drawer)
        tools.group_wanted.connect(self._new_group)
        tools.pair_wanted.connect(lambda: self.desks.compare(self._similar.pairs))
        tools.pile_wanted.connect(self.from_paper)
        tools.photos_wanted.connect(lambda: self.action_requested.emit("photos"))
        tools.sort_wanted.connect(self.sort_one_by_one)
        self.desks.gives_way = (self.tools_row, self.views, self.empty, self.refusal)
        self.desks.opened.connect(self._similar.pause)
        for give_way in (self.search.end, self.views.select_none):
            self.desks.opened.connect(give_way)
        self.desks.closed.connect(self._show_list)
        self.desks.moved.connect(self.refusal.hide)
        self.desks.moved.connect(self.footer_changed)
        self.board_actions.opposites.say = self.refusal.show_sentence
        self.board_actions.opposites.go_to = self.views.focus_card
        self._dialogs.closed.connect(self.views.focus_front)

    def _name_group(self, group: GroupId) -> None:
        """A new group wants a headline: its field is open at once."""
        if self.isVisible() and self.desks.front is None:
            if not self.views.isVisible():
                self.search.end()  # in a low page it stands in place of the list
            self.views.name_new_group(group)

    @override
    def enter(self) -> None:
        super().enter()
        self.views.focus_front()
        self._similar.resume()

    @override
    def read(self) -> None:
        if self.desks.read():
            return
        board = self._board = self.board_actions.board()
        captions = self.board_actions.captions()
        has_cards = bool(board.cards or board.aside)
        self.views.setVisible(has_cards)
        self.empty.setVisible(not has_cards)
        self.tools_row.setVisible(has_cards)
        layout = self.layout()
        if layout is not None:
            layout.activate()  # or the cards would be measured twice: at a first size too
        self.views.show_board(board, captions)
        self.tools_row.show_drawer(len(board.aside))
        self.search.read(board, captions)
        self._similar.restart()
        self.tools_row.pile.show_preview()

    @override
    def footer(self) -> Footer:
        if (footer := self.desks.footer()) is not None:
            return footer
        if self._board is None:
            return Footer()
        if self.search.is_on:
            return self.search.footer()
        return list_footer(self._board, self.views, self.board_actions, self._similar)

    @override
    def show_refusal(self, refusal: Refusal) -> None:
        if not self._refusals.show(refusal):
            super().show_refusal(refusal)

    @override
    def draft(self) -> str:
        return self.piles.draft()

    @override
    def take_draft(self, text: str) -> None:
        self.piles.take_draft(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.piles.page_resized()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._similar.pause()
        to_another_stop = not event.spontaneous()  # and not a window that is minimized
        if to_another_stop and not self.bridge.is_closed:
            self.desks.end()
            self.search.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the search, wherever the keyboard is, unless it means something there."""
        if event.key() == Qt.Key.Key_Escape and self.search.is_open:
            self.search.end()
        else:
            super().keyPressEvent(event)

    def search_list(self) -> None:
        """Ctrl+F: search the list."""
        if self.desks.front is None and self.tools_row.isVisible():
            self.tools_row.look_for("")

    def sort_one_by_one(self) -> None:
        """F8: go through the selected cards, or all that are in no group, one at a time."""
        self.desks.sort(self.views.selected())

    def _show_list(self, sentence: str) -> None:
        if not self.isVisible():
            self._stale = True  # another stop is in front: read when this one is entered again
            return
        self.read()
        self.views.focus_front()
        if sentence:
            self.refusal.show_sentence(sentence, takes_focus=False)
        self.footer_changed.emit()

    def from_paper(self) -> None:
        """Ctrl+G: type a pile of the real wall."""
        self.views.select_none()
        self.piles.open()

    def switch_view(self) -> None:
        """F2: from columns to the tree and back."""
        self.show_view(COLUMNS if self.views.front is self.tree else TREE)

    def show_view(self, number: int) -> None:
        """Show the columns or the tree."""
        self.views.show_view(number)
        self.tools_row.show_view(number)
        self.footer_changed.emit()

    def _show_suggestions(self) -> None:
        self.tools_row.show_pairs(len(self._similar.pairs))
        self.footer_changed.emit()

    def _new_group(self) -> None:
        selected = self.views.selected()
        if selected:
            self.board_actions.group(selected)
        else:
            self.refusal.show_sentence(
                _("Choose the cards that belong together first: click one, Ctrl and click others.")
            )
