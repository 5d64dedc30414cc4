"""The menus of cards and groups, the same for the board and for the tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cxworkshop.i18n import _
from cxworkshop.keys import key_name
from cxworkshop.model import CardId, GroupId
from cxworkshop.queries.board import Board
from ui.stops.big_list.actions import BoardActions, DropTarget
from ui.stops.big_list.board.column import ASIDE, GROUP, LOOSE, NEW
from ui.theme.mirror import is_mirrored
from ui.widgets.answer_form import TITLES, Writing

STEP_KEY = "E"  # for the encounter


class EditsHeadlines(Protocol):
    """Opens a field to write a headline in place."""

    def edit_card(self, card: CardId) -> None:
        """Edit our headline of a card."""

    def edit_group(self, group: GroupId) -> None:
        """Edit a group's headline."""


def card_menu(
    parent: QWidget, headlines: EditsHeadlines, actions: BoardActions, cards: Sequence[CardId]
) -> QMenu:
    """The menu of these cards; keys stand beside the words."""
    menu = QMenu(parent)
    board = actions.board()
    aside = {card.id for card in board.aside}
    if set(cards) & aside:
        back = [card for card in cards if card in aside]
        _add(menu, _("Bring back"), "B", lambda: actions.bring_back(back))
        return menu
    _add(menu, _("Group"), "G", lambda: actions.group(cards))
    menu.addMenu(move_menu(menu, actions, cards))
    menu.addMenu(step_menu(menu, actions, cards))
    menu.addMenu(way_menu(menu, actions, cards))
    if not _all_loose(board, cards):
        _add(menu, _("Take out of the group"), "U", lambda: actions.ungroup(cards))
    menu.addSeparator()
    _add_wording(menu, headlines, actions, cards)
    menu.addSeparator()
    _add_opposites(menu, actions, cards)
    for code in [card.code for card in board.cards if [card.id] == list(cards)]:
        _add_answers(menu, actions, str(code))
    _add(menu, _("Set aside"), "Del", lambda: actions.set_aside(cards))
    return menu


def _add_wording(
    menu: QMenu, headlines: EditsHeadlines, actions: BoardActions, cards: Sequence[CardId]
) -> None:
    """What a card says: its headline, and one card of several or several of one."""
    if len(cards) > 1:
        _add(menu, _("The same thing: make it one card"), "", lambda: actions.join(cards))
        return
    words = next(card.verbatims for card in actions.board().cards if card.id == cards[0])
    _add(menu, _("Write a headline"), "Enter", lambda: headlines.edit_card(cards[0]))
    if len(words) > 1:
        _add(menu, _("A card for each sentence"), "", lambda: actions.split(cards[0]))


def _all_loose(board: Board, cards: Sequence[CardId]) -> bool:
    """Whether none of these cards is in a group, or set aside."""
    return set(cards) <= {card.id for card in board.loose}


def move_menu(parent: QWidget, actions: BoardActions, cards: Sequence[CardId]) -> QMenu:
    """The places to move cards to: each group, a new one, none, and the drawer."""
    menu = QMenu(_("Move to …"), parent)
    places = [
        (f"{group.letter}  {group.headline}", DropTarget(GROUP, group=group.id))
        for group in actions.board().groups
    ]
    places += [(_("New group"), DropTarget(NEW))]
    if not _all_loose(actions.board(), cards):
        places += [(_("Not grouped yet"), DropTarget(LOOSE))]
    places += [(_("Cards set aside"), DropTarget(ASIDE))]
    for words, target in places:
        _add(menu, words, "", partial(actions.drop, cards, target))
    return menu


def step_menu(parent: QWidget, actions: BoardActions, cards: Sequence[CardId]) -> QMenu:
    """The steps of the encounter, and none: to which of them the cards' words belong.

    Where all of them are is checked.
    """
    menu = QMenu("{}\t{}".format(_("Words of step …"), STEP_KEY), parent)
    chosen = {card.step for card in actions.board().cards if card.id in cards}
    steps = actions.steps()
    for number, step in enumerate(steps, start=1):
        action = _add(
            menu, f"{number}  {step.words}", "", partial(actions.put_at_step, cards, step.id)
        )
        action.setCheckable(True)
        action.setChecked(chosen == {step.id})
    menu.addSeparator()
    nowhere = _add(menu, _("At no step"), "", partial(actions.put_at_step, cards, None))
    nowhere.setEnabled(chosen != {None})
    menu.setEnabled(bool(steps))
    return menu


def way_menu(parent: QWidget, actions: BoardActions, cards: Sequence[CardId]) -> QMenu:
    """The ten ways, and none: which of them the cards are about. That of all of them is checked."""
    menu = QMenu(_("It is about the way …"), parent)
    chosen = {card.way for card in actions.board().cards if card.id in cards}
    for digit, way in enumerate(actions.ways(), start=1):
        tag = partial(actions.tag, cards, way.id)
        action = _add(menu, f"{digit % 10}  {way.name}", "", tag)
        action.setCheckable(True)
        action.setChecked(chosen == {way.id})
    menu.addSeparator()
    none = _add(menu, _("None of them"), "", partial(actions.tag, cards, None))
    none.setEnabled(chosen != {None})
    return menu


def ask_for_step(view: QWidget, actions: BoardActions, cards: Sequence[CardId]) -> None:
    """Open the menu of the steps over a view, or say that there is no step yet."""
    if not actions.steps():
        actions.opposites.say(_("There is no step yet. Write the encounter’s steps at stop 1."))
        return
    menu = step_menu(view, actions, cards)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(view.mapToGlobal(view.rect().center()))


def group_menu(
    parent: QWidget, headlines: EditsHeadlines, actions: BoardActions, group: GroupId
) -> QMenu:
    """The menu of a group: its headline, putting it into another, taking it apart."""
    menu = QMenu(parent)
    groups = actions.board().groups
    shown = next(row for row in groups if row.id == group)
    _add(menu, _("Write a headline"), "F4", lambda: headlines.edit_group(group))
    said = QMenu(_("{A_customer}’s words as headline"), menu)
    for words in dict.fromkeys(v.said for card in shown.cards for v in card.verbatims if v.said):
        _add(said, words, "", partial(actions.name_group, group, words))
    said.setEnabled(not said.isEmpty())
    menu.addMenu(said)
    into = QMenu(_("Put all of it into"), menu)
    for other in groups:
        if other.id != group:
            words = f"{other.letter}  {other.headline}"
            _add(into, words, "", partial(actions.groups.merge, group, other.id))
    into.setEnabled(not into.isEmpty())
    menu.addMenu(into)
    menu.addMenu(step_menu(menu, actions, [card.id for card in shown.cards]))
    ways = [(_("Move to the left"), "Ctrl+←"), (_("Move to the right"), "Ctrl+→")]
    for step, (words, key) in zip((-1, 1), reversed(ways) if is_mirrored() else ways, strict=True):
        _add(menu, words, key, partial(actions.groups.move, group, step))
    menu.addSeparator()
    _add_opposites(menu, actions, [group], "Shift+O")
    _add_answers(menu, actions, shown.letter)
    _add(menu, _("Take apart"), "", lambda: actions.dissolve(group))
    return menu


def _add_answers(menu: QMenu, actions: BoardActions, code: str) -> None:
    """The two answers with which a wish leaves the list."""
    for what in (Writing.CANT, Writing.HAND_ON):
        _add(menu, _(TITLES[what]), "", partial(actions.answer_to, code, what))


def _add_opposites(
    menu: QMenu, actions: BoardActions, rows: Sequence[CardId | GroupId], key: str = "O"
) -> None:
    """Mark two as opposites, or name the opposite of one; take off the marks that there are."""
    opposites = actions.opposites
    if len(rows) > 2:
        return
    subjects = opposites.subjects_of(rows)
    if len(subjects) == 2:
        one, other = subjects
        marked = opposites.pair_of(one, other) is not None
        words = _("No opposites after all") if marked else _("These two are opposites")
        _add(menu, words, key, lambda: opposites.turn(one, other))
        return
    (subject,) = subjects
    pairs = opposites.pairs_of(subject)
    _add(menu, _("Opposite of …"), "" if pairs else key, lambda: opposites.choose(subject))
    for pair, other in pairs:
        words = _("Go to its opposite, {other}").format(other=other.in_title)
        _add(menu, words, key, partial(opposites.go_to, other.cards[0]))
        words = _("No opposite of {other} after all").format(other=other.in_title)
        _add(menu, words, "", partial(opposites.take_off, pair))


def _add(menu: QMenu, words: str, key: str, do: Callable[[], object]) -> QAction:
    """Add an entry; Qt only shows a key behind a tab, and the view itself listens to it."""
    plain = words.replace("&", "&&").replace("\t", " ")
    action = menu.addAction(f"{plain}\t{key_name(key)}" if key else plain)
    action.triggered.connect(lambda _on=False: do())
    return action
