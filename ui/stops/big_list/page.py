"""Stop 3, Big list: columns of cards, and the same list as a tree (F2)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.errors import Refusal, WrongLines
from cxworkshop.i18n import _
from cxworkshop.model import CardId
from cxworkshop.queries.board import Board
from ui.dialogs.pile_entry import PileEntryDialog
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.view import BoardView
from ui.stops.big_list.list_footer import ListFooter
from ui.stops.big_list.similar_cards import SimilarCards
from ui.stops.big_list.tools import ListTools
from ui.stops.big_list.tree import BoardTree
from ui.stops.page import StopPage
from ui.theme.theme import Theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.footer import Footer

LOW = 440  # pixels of a page at 100 %, below which piles are typed over it


class PilesFromPaper(StopPage):
    """What was sorted on a real wall is typed back: one pile as one line, or many at once."""

    deeds: BoardActions
    tools_row: ListTools

    def focus_list(self) -> None:
        """The list has the keys."""
        raise NotImplementedError

    @override
    def show_refusal(self, refusal: Refusal) -> None:
        """Many cards at once ask first: the way on is to say yes."""
        if isinstance(refusal, WrongLines) and refusal.fitting:
            self.refusal.show_sentence(
                str(refusal),
                fine=_("Put it right"),
                other=_("All but these"),
                otherwise=self._pile_up,
                leave=self.tools_row.pile.line.setFocus,
            )
        elif self.deeds.asks(refusal):
            self.refusal.show_sentence(
                str(refusal),
                fine=_("Leave them"),
                other=_("Yes, change them"),
                otherwise=self.deeds.yes,
            )
        else:
            super().show_refusal(refusal)

    def from_paper(self) -> None:
        """Ctrl+G: one line for each pile of the real wall."""
        pile = self.tools_row.pile
        if self._has_no_room():
            pile.ask_for_many()
        else:
            pile.begin()

    def _has_no_room(self) -> bool:
        """Whether there is no room for one more line above the list, as with large text."""
        return self.height() < self.theme.px(LOW)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper line goes when there is no room for it; what is typed in it stays."""
        super().resizeEvent(event)
        if self._has_no_room():
            self.tools_row.pile.hide()

    @override
    def draft(self) -> str:
        """A pile that is half typed, and many of them."""
        pile = self.tools_row.pile
        parts = {"line": pile.line.text(), "lines": pile.kept}
        return json.dumps(parts) if any(parts.values()) else ""

    @override
    def take_draft(self, text: str) -> None:
        """Put them back."""
        parts = json.loads(text)
        self.tools_row.pile.keep(parts["lines"])
        self.tools_row.pile.line.setText(parts["line"])
        self.tools_row.pile.setVisible(not self._has_no_room())

    def _pile_up(self) -> None:
        """The cards of the paper line that fit."""
        line = self.tools_row.pile.line
        if self.deeds.pile_up(line.text()):
            line.clear()
            line.setFocus()

    def type_piles(self, lines: str) -> None:
        """Each pile has a line of its own there; what is half typed is kept here."""
        dialog = PileEntryDialog(self.workshop, self.theme, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.typed.connect(self.tools_row.pile.keep)
        dialog.finished.connect(self.focus_list)
        self.tools_row.pile.keep(lines)
        dialog.begin(lines)


class BigListPage(PilesFromPaper):
    """The views say what a person did; the core decides; the views are shown again."""

    key = "big_list"
    to_the_edge = True

    @override
    def build(self) -> None:
        """Tools at the top, the two views of one list below them."""
        self.deeds = BoardActions(self.bridge)
        self.likes = SimilarCards(self.bridge, self)
        self.likes.found.connect(self._show_likes)
        self._found: Board | None = None
        self._hits: list[CardId] = []
        self._for_tree: tuple[Board, dict[CardId, str], dict[str, str]] | None = None
        self.tools_row = ListTools(self.theme, self.deeds.paper_line, self.deeds.look_at)
        self.content.addWidget(self.tools_row)
        self.board = BoardView(self.theme, self.deeds)
        self.tree = BoardTree(self.theme, self.deeds)
        self.views = QStackedWidget()
        self.views.addWidget(self.board)
        self.views.addWidget(_with_margin(self.tree, self.theme))
        nothing = _("Nothing here yet. The list fills as you type what customers say.")
        self.empty = EmptyState(2, nothing, _("Talk to customers"), self.theme)
        self.empty.wanted.connect(lambda: self.onward.emit(2))
        self.content.addWidget(self.empty, 1)
        self.content.addWidget(self.views, 1)
        self._listen()

    def _listen(self) -> None:
        self.board.chosen_changed.connect(self.footed)
        self.board.hand_changed.connect(self._hand_changed)
        self.board.number_typed.connect(self.tools_row.look_for)
        self.tree.itemSelectionChanged.connect(self.footed)
        tools = self.tools_row
        tools.typed.connect(self._show_hits)
        tools.entered.connect(self._next_hit)
        tools.view_wanted.connect(self.show_view)
        tools.drawer_wanted.connect(self._turn_drawer)
        tools.group_wanted.connect(self._new_group)
        tools.pair_wanted.connect(self._show_pair)
        tools.pile.many.connect(self.type_piles)
        tools.pile_wanted.connect(self.from_paper)

    @override
    def enter(self) -> None:
        """The list has the keys at once."""
        super().enter()
        self._view().setFocus()
        self.likes.go_on()

    @override
    def read(self) -> None:
        """Show the list in both views."""
        found = self._found = self.workshop.big_list.board()
        kinds = self.deeds.kinds(found)
        ways = {way.id: way.name for way in self.workshop.prepare.ways()}
        self.board.show_board(found, kinds, ways)
        self._for_tree = (found, kinds, ways)
        self._show_tree()
        there = bool(found.cards or found.aside)
        self.views.setVisible(there)
        self.empty.setVisible(not there)
        self.tools_row.setVisible(there)
        self.tools_row.show_drawer(len(found.aside))
        self._show_hits()
        self.likes.begin()
        self.tools_row.show_pairs(0)
        self.tools_row.pile.show_would()

    def _hand_changed(self) -> None:
        """While cards are in the hand every frame is theirs: nothing is looked for."""
        self.footed.emit()
        if self.board.mode:
            self.likes.end()
        else:
            self.likes.go_on()

    @override
    def footer(self) -> Footer:
        """What is in the hand, or chosen; else groups and what is not grouped yet."""
        found, chosen = self._found, self._chosen()
        self.likes.choose(chosen[0] if len(chosen) == 1 and not self.board.mode else None)
        if found is None:
            return Footer()
        foot = ListFooter(found, self.deeds, self.likes)
        if self.board.mode:
            return foot.with_cards(self.board.in_hand, self.board.mode, self.board.put_back)
        if chosen:
            return foot.with_choice(chosen, self._move, self._choose_too)
        return foot.at_rest()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more: look for nothing."""
        super().hideEvent(event)
        self.likes.end()

    def switch_view(self) -> None:
        """F2: from columns to the tree and back."""
        self.show_view(1 - self.views.currentIndex())

    def show_view(self, number: int) -> None:
        """0 shows columns, 1 the tree; what is chosen in one is not chosen in the other."""
        self.board.put_back()
        self.views.setCurrentIndex(number)
        self.tools_row.show_view(number)
        self._show_tree()
        self._view().setFocus()
        self._show_hits()
        self.footed.emit()

    @override
    def focus_list(self) -> None:
        """The view in front has the keys."""
        self._view().setFocus()

    def _show_tree(self) -> None:
        """The tree is filled when it is looked at: all of its lines are made anew each time."""
        if self._for_tree is not None and self._view() is self.tree:
            self.tree.show_board(*self._for_tree)
            self._for_tree = None

    def _view(self) -> BoardView | BoardTree:
        return self.tree if self.views.currentIndex() else self.board

    def _chosen(self) -> list[CardId]:
        return self.tree.chosen() if self._view() is self.tree else self.board.marked()

    def _choose_too(self, cards: Sequence[CardId]) -> None:
        """Cards that are like the chosen one are chosen beside it."""
        self._view().choose_too(cards)
        self._view().setFocus()

    def _show_likes(self) -> None:
        self.tools_row.show_pairs(len(self.likes.twins))
        self.footed.emit()

    def _show_pair(self) -> None:
        """Two cards that say nearly the same: both are chosen, and a person decides."""
        pair = self.likes.next_pair()
        if pair is not None:
            self._view().focus_card(pair[0])
            self._choose_too(pair[1:])

    def _move(self) -> None:
        self._view().setFocus()
        self._view().begin_move()

    def _new_group(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.deeds.group(chosen)
        else:
            self.refusal.show_sentence(
                _("Choose the cards that belong together first: click one, Ctrl and click others.")
            )

    def _turn_drawer(self) -> None:
        self.board.drawer_open = not self.board.drawer_open
        self.read()
        if self.board.drawer_open:
            last = self.board.columns[-1]
            self.board.ensureVisible(last.head, 12, 0)

    def _show_hits(self, _text: str = "") -> None:
        """As it is typed: cards that say it stand out, the others step back."""
        text = self.tools_row.words
        found = self._found
        self._hits = self.deeds.find(text, found) if text and found else []
        self.board.show_only(self._hits if text else None)
        self.tools_row.show_count(len(self._hits))

    def _next_hit(self) -> None:
        """Enter goes to the first card that says it, and from there to the next."""
        if not self.tools_row.words:
            return
        if not self._hits:
            self.refusal.show_sentence(_("No card says that. Try fewer words."))
            return
        here = self._chosen()
        at = self._hits.index(here[0]) + 1 if len(here) == 1 and here[0] in self._hits else 0
        self._view().focus_card(self._hits[at % len(self._hits)])
        if len(self._hits) > 1:
            self.tools_row.look_for(self.tools_row.words)


def _with_margin(view: QWidget, theme: Theme) -> QWidget:
    """Only the columns reach the window's edge."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, theme.px(28), 0)
    box.addWidget(view)
    return made
