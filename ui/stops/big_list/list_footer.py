"""The footer of stop 3: about the list, the selected cards, or those that are being moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import CardId
from cxworkshop.queries.board import Board
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.similar_cards import SimilarCards
from ui.stops.big_list.views import ListViews
from ui.widgets.footer import Footer, Tool

MOST_CODES = 12  # named in the footer


def list_footer(
    board: Board, views: ListViews, actions: BoardActions, similar: SimilarCards
) -> Footer:
    """The footer for what is being moved or selected now, or else for the whole list.

    Suggestions follow the card that is selected alone.
    """
    drag, selected = views.board.drag, views.selected()
    similar.select(selected[0] if len(selected) == 1 and not drag.mode else None)
    footer = ListFooter(board, actions, similar)
    if drag.group is not None and drag.group.group is not None:
        return footer.while_moving_group(drag.group.group.letter, drag.cancel)
    if drag.mode:
        return footer.while_moving(drag.cards, drag.mode, drag.cancel)
    if selected:
        return footer.with_selection(selected, views.begin_move, views.select_also)
    return footer.at_rest()


class ListFooter:
    """The footer's sentences and buttons; suggestions are quiet, for a person decides."""

    def __init__(self, board: Board, actions: BoardActions, similar: SimilarCards) -> None:
        self._board, self._actions, self._similar = board, actions, similar

    def at_rest(self) -> Footer:
        """While nothing is selected: the groups, and what is not grouped yet."""
        groups, loose = len(self._board.groups), len(self._board.loose)
        in_groups = ngettext("{n} group", "{n} groups", groups).format(n=groups)
        alone = ngettext("{n} not grouped yet", "{n} not grouped yet", loose).format(n=loose)
        said = [words for words, n in ((in_groups, groups), (alone, loose)) if n]
        bold, grey = (*said, "", "")[:2]  # of what there is none, nothing is said
        return Footer(bold, grey, _("Pick up to three"))

    def while_moving(self, cards: list[CardId], mode: str, cancel: Callable[[], object]) -> Footer:
        """While cards are being moved: where they can go."""
        n = len(cards)
        bold = ngettext("{n} card in your hand", "{n} cards in your hand", n).format(n=n)
        hint = _("Let go to group them.")
        if mode == "place":
            hint = _("Click where they belong, or type a group’s letter.")
        back = Tool(_("Put back"), cancel, "Esc", "quiet")
        return Footer(bold, self._whose(cards), tools=(back,), hint=hint)

    def while_moving_group(self, letter: str, cancel: Callable[[], object]) -> Footer:
        """While a group is being moved by its headline."""
        back = Tool(_("Put back"), cancel, "Esc", "quiet")
        bold = _("Group {letter} in your hand").format(letter=letter)
        hint = _("Let go beside a group, or on one to make one of both.")
        return Footer(bold, "", tools=(back,), hint=hint)

    def with_selection(
        self,
        selected: list[CardId],
        move: Callable[[], object],
        select_also: Callable[[Sequence[CardId]], object],
    ) -> Footer:
        """While cards are selected: what can be done with them."""
        n = len(selected)
        bold = ngettext("{n} card selected", "{n} cards selected", n).format(n=n)
        if set(selected) <= {card.id for card in self._board.aside}:
            back = Tool(_("Bring back"), lambda: self._actions.bring_back(selected), "B", "primary")
            return Footer(bold, self._whose(selected), tools=(back,))
        # What comes last stands where "Pick up to three" was: there a click too many does no harm.
        tools = (
            *self._suggested(selected, select_also),
            Tool(_("Set aside"), lambda: self._actions.set_aside(selected), "Del"),
            Tool(
                _("Group"), lambda: self._actions.group(selected), "G", "primary" if n > 1 else ""
            ),
            *self._opposite(selected),
            Tool(_("Move to …"), move, "M"),
        )
        return Footer(bold, self._whose(selected), tools=tools)

    def _whose(self, cards: list[CardId]) -> str:
        """ "25 · 28 · 37  from 3 customers"."""
        by_id = {card.id: card for card in (*self._board.cards, *self._board.aside)}
        rows = [by_id[card] for card in cards if card in by_id]
        count = len(frozenset().union(*(row.customers for row in rows)))
        codes = " · ".join(str(row.code) for row in rows[:MOST_CODES])
        more = " …" if len(rows) > MOST_CODES else ""
        text = ngettext("from {n} {customer}", "from {n} {customers}", count).format(n=count)
        return f"{codes}{more}  {text}"

    def _opposite(self, selected: list[CardId]) -> tuple[Tool, ...]:
        """For two cards, as for a pair that looks the same: they may be opposites."""
        opposites = self._actions.opposites
        subjects = opposites.subjects_of(selected) if len(selected) == 2 else []
        if len(subjects) != 2:
            return ()
        one, other = subjects
        marked = opposites.pair_of(one, other) is not None
        words = _("Not opposites") if marked else _("Opposites")
        return (Tool(words, lambda: opposites.turn(one, other), "O"),)

    def _suggested(
        self, selected: list[CardId], select_also: Callable[[Sequence[CardId]], object]
    ) -> tuple[Tool, ...]:
        """Cards like the only selected one, and the way that it is probably about."""
        if len(selected) != 1:
            return ()
        similar, way = self._similar.similar, self._similar.likely_way
        tools = []
        if similar:
            codes = " · ".join(subject.code for subject in similar)
            cards = [card for subject in similar for card in subject.cards]
            words = _("Like it: {codes}").format(codes=codes)
            tools.append(Tool(words, lambda: select_also(cards), "", "quiet"))
        if way is not None:
            words = _("Way: {way}?").format(way=self._actions.way_name(way))
            tools.append(Tool(words, lambda: self._actions.tag(selected[:1], way), "", "quiet"))
        return tuple(tools)
