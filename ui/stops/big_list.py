"""Stop 3, Big list: columns of cards, and the same list as a tree (F2)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import CardId
from cxworkshop.readings.board import Board
from ui.cards.deeds import BoardDeeds
from ui.cards.tools import ListTools
from ui.cards.tree import BoardTree
from ui.cards.view import BoardView
from ui.foot import Footer, Tool
from ui.stops.page import StopPage
from ui.theme.look import Look
from ui.words import Words

MOST_CODES = 12  # named at the foot; more than that only as a number


class BigListPage(StopPage):
    """The views say what a person did; the core decides; the views are shown again."""

    key = "big_list"
    to_the_edge = True

    def build(self) -> None:
        """Tools at the top, the two views of one list below them."""
        self.deeds = BoardDeeds(self.bridge)
        self._found: Board | None = None
        self._hits: list[CardId] = []
        self._for_tree: tuple[Board, dict[CardId, str], dict[str, str]] | None = None
        self.tools_row = ListTools(self.look, self.deeds.paper_line)
        self.content.addWidget(self.tools_row)
        self.board = BoardView(self.look, self.deeds)
        self.tree = BoardTree(self.look, self.deeds)
        self.views = QStackedWidget()
        self.views.addWidget(self.board)
        self.views.addWidget(_with_margin(self.tree, self.look))
        self.empty = Words(
            _("Nothing here yet. The list fills as you type what customers say."),
            self.look, "h2", "grey",
        )  # fmt: skip
        self.content.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(self.views, 1)
        self.board.chosen_changed.connect(self.footed)
        self.board.hand_changed.connect(self.footed)
        self.board.number_typed.connect(self.tools_row.look_for)
        self.tree.itemSelectionChanged.connect(self.footed)
        tools = self.tools_row
        tools.typed.connect(self._show_hits)
        tools.entered.connect(self._next_hit)
        tools.view_wanted.connect(self.show_view)
        tools.drawer_wanted.connect(self._turn_drawer)
        tools.group_wanted.connect(self._new_group)

    def enter(self) -> None:
        """The list has the keys at once."""
        super().enter()
        self._view().setFocus()

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
        self.tools_row.show_drawer(len(found.aside))
        self._show_hits()

    def footer(self) -> Footer:
        """What is in the hand, or chosen; else groups and what is not grouped yet."""
        found = self._found
        if found is None:
            return Footer()
        if self.board.mode:
            return self._with_cards()
        chosen = self._chosen()
        if chosen:
            return self._with_choice(chosen)
        groups = ngettext("{n} group", "{n} groups", len(found.groups))
        loose = _("{n} not grouped yet").format(n=len(found.loose))
        return Footer(groups.format(n=len(found.groups)), loose, _("Pick up to three"))

    def show_refusal(self, refusal: Refusal) -> None:
        """Many cards at once ask first: the way on is to say yes."""
        if self.deeds.asks(refusal):
            self.refusal.show_sentence(
                str(refusal),
                fine=_("Leave them"),
                other=_("Yes, change them"),
                otherwise=self.deeds.yes,
            )
        else:
            super().show_refusal(refusal)

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

    def paper_line(self) -> None:
        """Ctrl+G: one line for each pile of the real wall."""
        self.tools_row.open_pile()

    def draft(self) -> str:
        """A pile that is half typed."""
        return self.tools_row.half_a_pile

    def take_draft(self, text: str) -> None:
        """Put it back."""
        self.tools_row.open_pile(text)

    def _show_tree(self) -> None:
        """The tree is filled when it is looked at: all of its lines are made anew each time."""
        if self._for_tree is not None and self._view() is self.tree:
            self.tree.show_board(*self._for_tree)
            self._for_tree = None

    def _view(self) -> BoardView | BoardTree:
        return self.tree if self.views.currentIndex() else self.board

    def _chosen(self) -> list[CardId]:
        return self.tree.chosen() if self._view() is self.tree else self.board.marked()

    def _with_cards(self) -> Footer:
        n = len(self.board.in_hand)
        bold = ngettext("{n} card in your hand", "{n} cards in your hand", n).format(n=n)
        hint = _("Let go to group them.")
        if self.board.mode == "place":
            hint = _("Click where they belong, or type a group's letter.")
        back = Tool(_("Put back"), self.board.put_back, "Esc", "quiet")
        return Footer(bold, self._whose(self.board.in_hand), tools=(back,), hint=hint)

    def _with_choice(self, chosen: list[CardId]) -> Footer:
        n = len(chosen)
        bold = ngettext("{n} card selected", "{n} cards selected", n).format(n=n)
        away = {card.id for card in self._found.aside} if self._found else set()
        if set(chosen) <= away:
            back = Tool(_("Bring back"), lambda: self.deeds.bring_back(chosen), "B", "primary")
            return Footer(bold, self._whose(chosen), tools=(back,))
        tools = (
            Tool(_("Group"), lambda: self.deeds.group(chosen), "G", "primary" if n > 1 else ""),
            Tool(_("Move to …"), self._move, "M"),
            Tool(_("Set aside"), lambda: self.deeds.set_aside(chosen), "Del"),
        )
        return Footer(bold, self._whose(chosen), tools=tools)

    def _whose(self, cards: list[CardId]) -> str:
        """ "25 · 28 · 37  from 3 customers"."""
        found = self._found
        rows = {card.id: card for card in (*found.cards, *found.aside)} if found else {}
        chosen = [rows[card] for card in cards if card in rows]
        heard = len(frozenset().union(*(card.customers for card in chosen)))
        codes = " · ".join(str(card.code) for card in chosen[:MOST_CODES])
        more = " …" if len(chosen) > MOST_CODES else ""
        text = ngettext("from {n} customer", "from {n} customers", heard).format(n=heard)
        return f"{codes}{more}  {text}"

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


def _with_margin(view: QWidget, look: Look) -> QWidget:
    """Only the columns reach the window's edge."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, look.px(28), 0)
    box.addWidget(view)
    return made
