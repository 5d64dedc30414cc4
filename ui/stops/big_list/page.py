"""Stop 3, Big list: columns of cards, and the same list as a tree (F2)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.model import GroupId
from cxworkshop.queries.board import Board
from cxworkshop.queries.subjects import Subject
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.list_footer import list_footer
from ui.stops.big_list.list_search import ListSearch
from ui.stops.big_list.piles_from_paper import PilesFromPaper
from ui.stops.big_list.refusals import ListRefusals
from ui.stops.big_list.similar_cards import SimilarCards
from ui.stops.big_list.tools import ListTools
from ui.stops.big_list.views import COLUMNS, TREE, ListViews
from ui.stops.page import StopPage
from ui.widgets.answer_form import Writing
from ui.widgets.empty_state import EmptyState
from ui.widgets.footer import Footer

LOW = 440  # pixels of a page at 100 %; in a lower one the cards need the room of the head


class BigListPage(StopPage):
    """Tools at the top, and below them two views of one list, shown again after each change."""

    key = "big_list"
    to_the_edge = True

    @override
    def build(self) -> None:
        self.board_actions = BoardActions(self.bridge)
        self.board_actions.answer_to = self._answer
        self.board_actions.grouped = self._name_group
        self._similar = SimilarCards(self.bridge, self)
        self._board: Board | None = None
        actions = self.board_actions
        self.tools_row = ListTools(self.theme, actions.group_pile, actions.preview_piles)
        self.views = ListViews(self.theme, actions)
        self.board, self.tree = self.views.board, self.views.tree
        self._search = ListSearch(self.tools_row, self.views, actions, self.refusal.show_sentence)
        self.piles = PilesFromPaper(self, self.tools_row.pile, actions, self.views.focus_front)
        self._refusals = ListRefusals(self.refusal, actions, self.piles)
        nothing = _("Nothing here yet. The list fills as you type what customers say.")
        self.empty = EmptyState(2, nothing, _("Talk to customers"), self.theme)
        self.empty.wanted.connect(lambda: self.stop_requested.emit(2))
        self.content.addWidget(self.tools_row)
        self.content.addWidget(self.empty, 1)
        self.content.addWidget(self.views, 1)
        self._connect()

    @override
    def keyboard_home(self) -> QWidget | None:
        """Return the cards: the list is worked on by keys, and searched only now and then."""
        return self.board if self.board.isVisible() else self.tree

    def _connect(self) -> None:
        tools = self.tools_row
        self.views.selection_changed.connect(self.footer_changed)
        self.board.drag.changed.connect(self.footer_changed)
        self.board.resized.connect(self.footer_changed)
        self._similar.pause_during(self.board.drag)
        self.board.keys.number_typed.connect(tools.look_for)
        self._similar.found.connect(self._show_suggestions)
        tools.view_wanted.connect(self.show_view)
        tools.drawer_wanted.connect(self._turn_drawer)
        tools.group_wanted.connect(self._new_group)
        tools.pair_wanted.connect(self._show_pair)
        tools.pile_wanted.connect(self.from_paper)
        tools.head_wanted.connect(self.head_bar.show)
        self._connect_opposites()

    def _connect_opposites(self) -> None:
        opposites = self.board_actions.opposites
        opposites.choose = self._name_opposite
        opposites.say = self.refusal.show_sentence
        opposites.go_to = self.views.focus_card

    def _name_opposite(self, subject: Subject) -> None:
        from ui.dialogs.opposite import OppositeDialog

        dialog = OppositeDialog(self.workshop, self.theme, self.window(), subject)
        dialog.chosen.connect(self.board_actions.opposites.mark)
        dialog.finished.connect(lambda _result: self.views.focus_front())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _name_group(self, group: GroupId) -> None:
        """A new group wants a headline: its field is open at once."""
        if self.isVisible():
            self.views.edit_group(group)

    def _answer(self, code: str, what: Writing) -> None:
        from ui.dialogs.wish_answer import WishAnswerDialog

        dialog = WishAnswerDialog(self.workshop, self.theme, self.window(), code, what)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @override
    def enter(self) -> None:
        super().enter()
        self.views.focus_front()
        self._similar.resume()

    @override
    def read(self) -> None:
        board = self._board = self._search.board = self.board_actions.board()
        has_cards = bool(board.cards or board.aside)
        self.views.setVisible(has_cards)
        self.empty.setVisible(not has_cards)
        self.tools_row.setVisible(has_cards)
        layout = self.layout()
        if layout is not None:
            layout.activate()  # or the cards would be measured twice: at a first size too
        self.views.show_board(board, self.board_actions.captions(board))
        self.tools_row.show_drawer(len(board.aside))
        self._search.show_hits()
        self._similar.restart()
        self.tools_row.show_pairs(0)
        self.tools_row.pile.show_preview()

    @override
    def footer(self) -> Footer:
        if self._board is None:
            return Footer()
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
        low, px = self.height() < self.theme.px(LOW), self.theme.px
        self.head_bar.setVisible(not low)
        self.tools_row.fit(low=low)
        self.setContentsMargins(0, -px(16) if low else 0, 0, -px(8) if low else 0)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._similar.pause()

    def from_paper(self) -> None:
        """Ctrl+G: type a pile of the real wall."""
        self.piles.open()

    def switch_view(self) -> None:
        """F2: from columns to the tree and back."""
        self.show_view(COLUMNS if self.views.front is self.tree else TREE)

    def show_view(self, number: int) -> None:
        """Show the columns or the tree."""
        self.views.show_view(number)
        self.tools_row.show_view(number)
        self._search.show_hits()
        self.footer_changed.emit()

    def _show_suggestions(self) -> None:
        self.tools_row.show_pairs(len(self._similar.pairs))
        self.footer_changed.emit()

    def _show_pair(self) -> None:
        """Select two cards that look the same; a person decides what to do with them."""
        pair = self._similar.next_pair()
        if pair is not None:
            self.views.focus_card(pair[0])
            self.views.select_also(pair[1:])

    def _new_group(self) -> None:
        selected = self.views.selected()
        if selected:
            self.board_actions.group(selected)
        else:
            self.refusal.show_sentence(
                _("Choose the cards that belong together first: click one, Ctrl and click others.")
            )

    def _turn_drawer(self) -> None:
        layout = self.board.board_layout
        layout.drawer_open = not layout.drawer_open
        self.read()
        if layout.drawer_open:
            layout.scrolling.to_head(layout.columns[-1])
