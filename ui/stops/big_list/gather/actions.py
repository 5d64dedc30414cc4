"""What is done with the cards that were found: the chosen ones, or the one with the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import CardId
from cxworkshop.queries.gathering import Gathered, Wanted
from ui.accessible.parts import Action, actions_of
from ui.accessible.rows import make_rows_accessible
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.gather.panel import GatherPanel
from ui.stops.big_list.menus import card_menu, move_menu
from ui.stops.big_list.views import ListViews
from ui.widgets.refusal_panel import RefusalPanel

MOST_NAMED = 6  # cards that are named before they are taken out of their groups


class GatheredActions(QObject):
    """Acts by keys, menus and drags; `finished` when that ends the search.

    `go_to` shows a card in the list.
    """

    finished = Signal()

    def __init__(
        self, panel: GatherPanel, views: ListViews, actions: BoardActions, refusal: RefusalPanel
    ) -> None:
        super().__init__(panel)
        self._view, self._views, self._actions = panel.view, views, actions
        self._refusal = refusal
        self.gathered = Gathered(Wanted())
        self.go_to: Callable[[CardId], object] = lambda _card: None
        panel.group_wanted.connect(self.group)
        view = panel.view
        make_rows_accessible(view, self._offers)
        view.acted.connect(self._act)
        view.dragged.connect(self._drag_to)
        view.dropped.connect(self._drop_at)
        view.drag_lost.connect(views.board.drag.cancel)

    def group(self) -> None:
        """Group what is chosen, or all that was found; say first what leaves another group.

        One card that is chosen alone is only where somebody clicked last.
        """
        chosen = self._view.selected()
        cards = chosen if len(chosen) > 1 else [card.id for card in self.gathered.cards]
        letters = self.gathered.letters
        taken = [card for card in self.gathered.cards if card.id in letters and card.id in cards]
        if not taken or len(cards) == 1:
            self._group(cards)
            return
        named = [f"{card.code} ({letters[card.id]})" for card in taken[:MOST_NAMED]]
        named += ["…"] if len(taken) > MOST_NAMED else []
        text = ngettext(
            "{n} of these cards leaves its group: {cards}.",
            "{n} of these cards leave their groups: {cards}.",
            len(taken),
        )
        self._refusal.show_sentence(
            text.format(n=len(taken), cards=with_commas(named)),
            fine=_("Leave them"),
            other=_("Group all {n}").format(n=len(cards)),
            otherwise=lambda: self._group(cards),
            leave=self._view.focus_first,
        )

    def move(self) -> None:
        """Ask where to put the chosen cards."""
        self._act(Qt.Key.Key_M, None)

    def _group(self, cards: Sequence[CardId]) -> None:
        if self._actions.group(cards):
            self._views.select_none()
            self.finished.emit()

    def _act(self, key: int, place: QPoint | None) -> None:
        """Do what a key stands for, to the chosen cards or else the one with the keyboard."""
        current = self._view.current_card()
        cards = self._view.selected() or ([current] if current else [])
        if not cards:
            return
        by_key: dict[int, Callable[[], object]] = {
            Qt.Key.Key_G: self.group,
            Qt.Key.Key_U: lambda: self._actions.ungroup(cards),
            Qt.Key.Key_O: lambda: self._actions.opposites.press(cards),
            Qt.Key.Key_Delete: lambda: self._actions.set_aside(cards),
            Qt.Key.Key_Return: lambda: self.go_to(current or cards[0]),
            Qt.Key.Key_Enter: lambda: self.go_to(current or cards[0]),
        }
        if key in by_key:
            by_key[key]()
        else:
            self._open_menu(key, cards, place)

    def _offers(self, index: QModelIndex) -> list[Action]:
        """What can be done to a card, or to all that are chosen if it is among them."""
        here, cards = self.gathered.cards[index.row()].id, self._view.selected()
        go = Action(_("Show it in the list"), lambda: self.go_to(here), _("Enter"))
        return [go, *actions_of(self._card_menu(cards if here in cards else [here]))]

    def _card_menu(self, cards: Sequence[CardId]) -> QMenu:
        front = self._views.front
        editor = self._views.board.headlines if front is self._views.board else self._views.tree
        return card_menu(self._view, editor, self._actions, cards)

    def _open_menu(self, key: int, cards: Sequence[CardId], place: QPoint | None) -> None:
        view = self._view
        if key == Qt.Key.Key_M:
            menu = move_menu(view, self._actions, cards)
        else:
            menu = self._card_menu(cards)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place or view.mapToGlobal(view.rect().center()))

    def _drag_to(self, point: QPoint) -> None:
        """Carry the chosen cards over the board below, whose headlines are places to drop them."""
        board = self._views.board
        here = board.viewport().mapFromGlobal(point)
        if self._views.front is not board:
            return
        if not board.drag.mode:
            board.drag.begin(self._view.selected(), "drag")
        if board.viewport().rect().contains(here):
            board.drag.move_to(board.board_layout.reckoned(here))

    def _drop_at(self, point: QPoint) -> None:
        board = self._views.board
        here = board.viewport().mapFromGlobal(point)
        if board.drag.mode and board.viewport().rect().contains(here):
            board.drag.drop_at(board.board_layout.reckoned(here))
        else:
            board.drag.cancel()
