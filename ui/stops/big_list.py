"""Stop 3, Big list: columns of cards, and the same list as a tree (F2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QInputDialog, QLineEdit, QStackedWidget, QTreeWidget, QTreeWidgetItem

from cxworkshop.errors import AsksFirst, Refusal
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from cxworkshop.readings.heard import customer_of
from cxworkshop.readings.search import Search
from ui.cards.view import BoardView
from ui.foot import Footer
from ui.stops.page import StopPage
from ui.words import button


class BigListPage(StopPage):
    """The board says what a person did; the core decides; the board is shown again."""

    key = "big_list"

    def build(self) -> None:
        """Tools at the top, the two views of one list below them."""
        self._again: Callable[[], object] | None = None
        self._search = Search(self.workshop.store)
        self._add_tools()
        self.board = BoardView(self.look)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(_("Big list as a tree"))
        self.views = QStackedWidget()
        self.views.addWidget(self.board)
        self.views.addWidget(self.tree)
        self.content.addWidget(self.views, 1)
        self._connect()

    def read(self) -> None:
        """Show the list in both views."""
        found = self.workshop.big_list.board()
        store = self.workshop.store
        kinds = {
            card.id: customer_of(store, card.verbatims[0].conversation).kind
            for card in found.cards
            if card.verbatims
        }
        ways = {way.id: way.name for way in self.workshop.prepare.ways()}
        self.board.show_board(found, kinds, ways)
        self._show_tree()

    def footer(self) -> Footer:
        """Groups and what is not grouped yet."""
        found = self.workshop.big_list.board()
        text = _("{groups} groups, {loose} cards not grouped yet")
        bold = text.format(groups=len(found.groups), loose=len(found.loose))
        aside = _("{n} set aside").format(n=len(found.aside)) if found.aside else ""
        return Footer(bold, aside, _("Pick up to three"))

    def switch_view(self) -> None:
        """F2: from columns to the tree and back."""
        self.views.setCurrentIndex(1 - self.views.currentIndex())
        (self.tree if self.views.currentIndex() else self.board).setFocus()

    def paper_line(self) -> None:
        """Ctrl+G: one line for each pile of the real wall."""
        text, typed = QInputDialog.getText(
            self, _("Paper line"), _("A headline, a colon, the cards' numbers:")
        )
        if typed and text.strip():
            self._ask(lambda sure: self.workshop.big_list.paper_line(text, sure=sure))

    def _add_tools(self) -> None:
        self._find = QLineEdit()
        self._find.setPlaceholderText(_("Find words, or type a number"))
        self._find.setAccessibleName(_("Find words, or type a number"))
        self._find.setFixedWidth(self.look.px(240))
        self._find.returnPressed.connect(self._find_words)
        view = button(_("Tree (F2)"))
        view.clicked.connect(lambda _on=False: self.switch_view())
        paper = button(_("Paper line (Ctrl+G)"))
        paper.clicked.connect(lambda _on=False: self.paper_line())
        for tool in (self._find, view, paper):
            self.tools.addWidget(tool)

    def _find_words(self) -> None:
        text = self._find.text().strip()
        codes = {card.code: card.id for card in self.workshop.big_list.board().cards}
        number = text.lstrip("#")
        found = [codes[int(number)]] if number.isdecimal() and int(number) in codes else []
        on_list = set(codes.values())
        found = found or [card for card in self._search.cards(text) if card in on_list]
        if found:
            self.board.focus_card(found[0])
        else:
            self.refusal.show_sentence(_("No card says that. Try fewer words."))

    def _connect(self) -> None:
        board, big_list = self.board, self.workshop.big_list
        board.dropped_on_group.connect(self._into_group)
        board.dropped_on_card.connect(self._onto_card)
        board.dropped_on_new.connect(self._group)
        board.group_asked.connect(self._group)
        board.dropped_on_loose.connect(self._ungroup)
        board.ungroup_asked.connect(self._ungroup)
        board.set_aside_asked.connect(
            lambda cards: self._ask(lambda sure: big_list.set_aside(cards, sure=sure))
        )
        board.edit_asked.connect(self._edit_card)
        board.rename_asked.connect(self._rename)

    def _group(self, cards: Sequence[CardId]) -> None:
        self._ask(lambda sure: self.workshop.big_list.group(cards, sure=sure))

    def _ungroup(self, cards: Sequence[CardId]) -> None:
        self._ask(lambda sure: self.workshop.big_list.ungroup(cards, sure=sure))

    def _into_group(self, cards: Sequence[CardId], group: GroupId) -> None:
        self._ask(lambda sure: self.workshop.big_list.add(cards, group, sure=sure))

    def _onto_card(self, cards: Sequence[CardId], card: CardId) -> None:
        """Dropped on a card: into its group, or into a new one with it."""
        found = self.workshop.big_list.board()
        group = next((row.group for row in found.cards if row.id == card), None)
        if group is not None:
            self._into_group(cards, group)
        else:
            self._group([card, *(other for other in cards if other != card)])

    def _edit_card(self, card: CardId) -> None:
        now = next((c.headline for c in self.workshop.big_list.board().cards if c.id == card), "")
        text, typed = QInputDialog.getText(
            self,
            _("Headline"),
            _("A headline of ours; empty shows the customer's words:"),
            text=now,
        )
        if typed:
            self.bridge.do(lambda: self.workshop.big_list.head_card(card, text))

    def _rename(self, group: GroupId) -> None:
        now = next((g.headline for g in self.workshop.big_list.board().groups if g.id == group), "")
        text, typed = QInputDialog.getText(
            self, _("Headline"), _("The group's headline:"), text=now
        )
        if typed:
            self.bridge.do(lambda: self.workshop.big_list.rename(group, text))

    def _ask(self, action: Callable[[bool], object]) -> None:
        """Do it; when it asks first (R12), the panel's button says yes."""
        self._again = lambda: action(True)  # noqa: FBT003 - "sure"
        self.bridge.do(lambda: action(False))  # noqa: FBT003

    def show_refusal(self, refusal: Refusal) -> None:
        """Many cards at once ask first: the way on is to say yes."""
        again = self._again
        if isinstance(refusal, AsksFirst) and again is not None:
            self.refusal.show_sentence(
                str(refusal),
                fine=_("Leave them"),
                other=_("Yes, change {n} cards").format(n=refusal.cards),
                otherwise=lambda: self.bridge.do(again),
            )
        else:
            super().show_refusal(refusal)

    def _show_tree(self) -> None:
        self.tree.clear()
        found = self.workshop.big_list.board()
        for group in found.groups:
            text = _("{letter}  {headline}  ({n} customers)")
            top = QTreeWidgetItem(
                [text.format(letter=group.letter, headline=group.headline, n=len(group.customers))]
            )
            top.addChildren([QTreeWidgetItem([f"{c.code}  {c.words}"]) for c in group.cards])
            self.tree.addTopLevelItem(top)
        loose = QTreeWidgetItem([_("Not grouped yet")])
        loose.addChildren([QTreeWidgetItem([f"{c.code}  {c.words}"]) for c in found.loose])
        self.tree.addTopLevelItem(loose)
        self.tree.expandAll()
