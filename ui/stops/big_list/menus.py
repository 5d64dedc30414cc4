"""What can be done with cards and groups, as menus: the same for the board and for the tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QMenu, QWidget

from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from ui.stops.big_list.actions import BoardActions, DropTarget
from ui.stops.big_list.board.column import ASIDE, GROUP, LOOSE, NEW


class EditsHeadlines(Protocol):
    """A view of the list on which headlines can be written."""

    def edit_card(self, card: CardId) -> None:
        """Write a card's headline."""

    def edit_group(self, group: GroupId) -> None:
        """Write a group's headline."""


def card_menu(view: EditsHeadlines, deeds: BoardActions, cards: Sequence[CardId]) -> QMenu:
    """The menu of the chosen cards; keys stand beside the words."""
    menu = QMenu(view if isinstance(view, QWidget) else None)
    board = deeds.board()
    away = {card.id for card in board.aside}
    if set(cards) & away:
        _add(menu, _("Bring back"), "B", lambda: deeds.bring_back([c for c in cards if c in away]))
        return menu
    _add(menu, _("Group"), "G", lambda: deeds.group(cards))
    menu.addMenu(move_menu(menu, deeds, cards))
    _add(menu, _("Take out of the group"), "U", lambda: deeds.ungroup(cards))
    menu.addSeparator()
    if len(cards) == 1:
        words = next(card.verbatims for card in board.cards if card.id == cards[0])
        _add(menu, _("Write a headline"), "Enter", lambda: view.edit_card(cards[0]))
        if len(words) > 1:
            _add(menu, _("A card for each sentence"), "", lambda: deeds.split(cards[0]))
    else:
        _add(menu, _("The same thing: make it one card"), "", lambda: deeds.join(cards))
    menu.addSeparator()
    _add(menu, _("Set aside"), "Del", lambda: deeds.set_aside(cards))
    return menu


def move_menu(parent: QWidget, deeds: BoardActions, cards: Sequence[CardId]) -> QMenu:
    """Every group by its letter, a new one, none, and the drawer."""
    menu = QMenu(_("Move to …"), parent)
    places = [
        (f"{group.letter}  {group.headline}", DropTarget(GROUP, group=group.id))
        for group in deeds.board().groups
    ]
    places += [(_("New group"), DropTarget(NEW)), (_("Not grouped yet"), DropTarget(LOOSE))]
    places += [(_("Set aside"), DropTarget(ASIDE))]
    for words, target in places:
        _add(menu, words, "", partial(deeds.drop, cards, target))
    return menu


def group_menu(view: EditsHeadlines, deeds: BoardActions, group: GroupId) -> QMenu:
    """Name it, let a customer's words name it, put it into another, take it apart."""
    menu = QMenu(view if isinstance(view, QWidget) else None)
    groups = deeds.board().groups
    shown = next(row for row in groups if row.id == group)
    _add(menu, _("Write a headline"), "F4", lambda: view.edit_group(group))
    said = QMenu(_("A customer’s words as headline"), menu)
    for words in dict.fromkeys(v.said for card in shown.cards for v in card.verbatims if v.said):
        _add(said, words, "", partial(deeds.name_group, group, words))
    said.setEnabled(not said.isEmpty())
    menu.addMenu(said)
    into = QMenu(_("Put all of it into"), menu)
    for other in groups:
        if other.id != group:
            words = f"{other.letter}  {other.headline}"
            _add(into, words, "", partial(deeds.merge, group, other.id))
    into.setEnabled(not into.isEmpty())
    menu.addMenu(into)
    menu.addSeparator()
    _add(menu, _("Take apart"), "", lambda: deeds.dissolve(group))
    return menu


def _add(menu: QMenu, words: str, key: str, do: Callable[[], object]) -> None:
    """A key behind a tab is only shown: the view itself listens to it."""
    plain = words.replace("&", "&&").replace("\t", " ")
    action = menu.addAction(f"{plain}\t{key}" if key else plain)
    action.triggered.connect(lambda _on=False: do())
