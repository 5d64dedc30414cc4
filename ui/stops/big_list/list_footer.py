"""What the foot of stop 3 says: of the list, of what is chosen, of what is in the hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import CardId
from cxworkshop.queries.board import Board
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.similar_cards import SimilarCards
from ui.widgets.footer import Footer, Tool

MOST_CODES = 12  # named at the foot; more than that only as a number


class ListFooter:
    """The sentences and the buttons; suggestions are quiet, and a person decides."""

    def __init__(self, found: Board, deeds: BoardActions, likes: SimilarCards) -> None:
        self._found, self._deeds, self._likes = found, deeds, likes

    def at_rest(self) -> Footer:
        """Groups, and what is not grouped yet."""
        groups = ngettext("{n} group", "{n} groups", len(self._found.groups))
        loose = _("{n} not grouped yet").format(n=len(self._found.loose))
        return Footer(groups.format(n=len(self._found.groups)), loose, _("Pick up to three"))

    def with_cards(self, cards: list[CardId], mode: str, put_back: Callable[[], object]) -> Footer:
        """Cards are in the hand: where they can go."""
        n = len(cards)
        bold = ngettext("{n} card in your hand", "{n} cards in your hand", n).format(n=n)
        hint = _("Let go to group them.")
        if mode == "place":
            hint = _("Click where they belong, or type a group’s letter.")
        back = Tool(_("Put back"), put_back, "Esc", "quiet")
        return Footer(bold, self._whose(cards), tools=(back,), hint=hint)

    def with_choice(
        self,
        chosen: list[CardId],
        move: Callable[[], object],
        choose_too: Callable[[Sequence[CardId]], object],
    ) -> Footer:
        """Cards are chosen: what can be done with them."""
        n = len(chosen)
        bold = ngettext("{n} card selected", "{n} cards selected", n).format(n=n)
        away = {card.id for card in self._found.aside}
        if set(chosen) <= away:
            back = Tool(_("Bring back"), lambda: self._deeds.bring_back(chosen), "B", "primary")
            return Footer(bold, self._whose(chosen), tools=(back,))
        tools = (
            *self._suggested(chosen, choose_too),
            Tool(_("Group"), lambda: self._deeds.group(chosen), "G", "primary" if n > 1 else ""),
            Tool(_("Move to …"), move, "M"),
            Tool(_("Set aside"), lambda: self._deeds.set_aside(chosen), "Del"),
        )
        return Footer(bold, self._whose(chosen), tools=tools)

    def _whose(self, cards: list[CardId]) -> str:
        """ "25 · 28 · 37  from 3 customers"."""
        found = self._found
        rows = {card.id: card for card in (*found.cards, *found.aside)}
        chosen = [rows[card] for card in cards if card in rows]
        heard = len(frozenset().union(*(card.customers for card in chosen)))
        codes = " · ".join(str(card.code) for card in chosen[:MOST_CODES])
        more = " …" if len(chosen) > MOST_CODES else ""
        text = ngettext("from {n} customer", "from {n} customers", heard).format(n=heard)
        return f"{codes}{more}  {text}"

    def _suggested(
        self, chosen: list[CardId], choose_too: Callable[[Sequence[CardId]], object]
    ) -> tuple[Tool, ...]:
        """Cards like this one, and the way that it is probably about."""
        if len(chosen) != 1:
            return ()
        like, way = self._likes.like, self._likes.way
        tools = []
        if like:
            codes = " · ".join(subject.code for subject in like)
            cards = [card for subject in like for card in subject.cards]
            words = _("Like it: {codes}").format(codes=codes)
            tools.append(Tool(words, lambda: choose_too(cards), "", "quiet"))
        if way is not None:
            words = _("Way: {way}?").format(way=self._deeds.way_name(way))
            tools.append(Tool(words, lambda: self._deeds.tag(chosen[0], way), "", "quiet"))
        return tuple(tools)
