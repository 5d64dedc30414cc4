"""Piles of a real wall, typed as one line each: all of them in one step, or nothing at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cxworkshop.errors import Refusal, WrongLines
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import CardGroup, GroupId
from cxworkshop.queries.pile_lines import Pile, Piles, piles
from cxworkshop.queries.rounds import team
from cxworkshop.rules import ask_first
from cxworkshop.stops.big_list.placement import DryRunEnds, Placing
from cxworkshop.store.tables.journal import Edit
from cxworkshop.textual import fold


class Piling(Placing):
    """What was sorted by hands comes back as groups."""

    def preview_piles(self, text: str) -> Piles:
        """What each line would do; what the rules would refuse is said of its line."""
        found = piles(self._store, self._round, text)
        made, refusal = self._tried(found.doing)
        refused = {} if refusal is None else self._blame(found.doing)
        if refused:
            kept = [pile for pile in found.doing if pile.number not in refused]
            made, refusal = self._tried(kept)
        return Piles(tuple(_told(pile, made, refused) for pile in found.lines))

    def group_piles(
        self, text: str, *, sure: bool = False, but_these: bool = False
    ) -> list[GroupId]:
        """`Waiting on the phone: 3 17 22`, `B: 4`: a pile a line, all of them as one step.

        A letter or a headline that a group has already adds to that group. Raises WrongLines for
        numbers that are unknown, set aside, doubled, and for lines that can't be read; then
        nothing was done. `but_these` does what `look_at` said all the same, without those.
        Raises AsksFirst from 20 cards on (R12).
        """
        found = self.preview_piles(text)
        if not found.lines or (found.troubles and not (but_these and found.doing)):
            raise WrongLines(_sentence(found), found.cards)
        ask_first(team(self._store), found.cards, sure=sure)
        with self._store.edit(self._named(found)) as edit:
            made = self._put_piles(edit, found.doing)
        groups = (made[pile.number].id if pile.number in made else pile.group
                  for pile in found.lines)  # fmt: skip
        return [group for group in groups if group is not None]

    def group_pile(self, line: str, *, sure: bool = False) -> GroupId:
        """One pile as one line."""
        return self.group_piles(" ".join(line.split()), sure=sure)[0]

    def _put_piles(self, edit: Edit, lines: Sequence[Pile]) -> dict[int, CardGroup]:
        """The groups by the numbers of their lines; what is left empty is looked at at the end."""
        new: dict[str, CardGroup] = {}
        made: dict[int, CardGroup] = {}
        for pile in lines:
            if pile.group is not None:
                group = self._store.get(CardGroup, pile.group)
            else:
                key = fold(pile.headline)
                group = new[key] = new.get(key) or self._new_group(edit, pile.headline)
            self._put_in(edit, pile.cards, group.id)
            made[pile.number] = group
        self._settle(edit)
        return made

    def _tried(self, lines: Sequence[Pile]) -> tuple[dict[int, CardGroup], Refusal | None]:
        """What doing them would make, or refuse: done in an edit that is taken back at once."""
        made: dict[int, CardGroup] = {}
        try:
            with self._store.edit("") as edit:
                made = self._put_piles(edit, lines)
                raise DryRunEnds
        except DryRunEnds:
            return made, None
        except Refusal as refusal:
            return {}, refusal

    def _blame(self, lines: Sequence[Pile]) -> dict[int, Refusal]:
        """Which lines the rules refuse, when those before them are done."""
        kept: list[Pile] = []
        refused: dict[int, Refusal] = {}
        for pile in lines:
            _made, refusal = self._tried([*kept, pile])
            if refusal is None:
                kept.append(pile)
            else:
                refused[pile.number] = refusal
        return refused

    def _named(self, found: Piles) -> str:
        if len(found.doing) > 1:
            n = len(found.doing)
            return ngettext("Type in {n} pile", "Type in {n} piles", n).format(n=n)
        pile = found.doing[0] if found.doing else found.lines[0]
        if pile.group is None:
            return self._title(_("Put {codes} together"), pile.cards)
        title = _("Put {codes} into group {letter}").replace("{letter}", pile.letter)
        return self._title(title, pile.cards)


def _told(pile: Pile, made: Mapping[int, CardGroup], refused: Mapping[int, Refusal]) -> Pile:
    """The line with the letter of its group, or without cards and with the reason."""
    if pile.number in refused:
        why = (*pile.troubles, str(refused[pile.number]))
        return replace(pile, cards=(), codes=(), moved=(), there=(), troubles=why)
    if pile.number not in made:
        return pile
    group = made[pile.number]
    first = next(number for number, other in made.items() if other.id == group.id)
    is_later = pile.group is None and first != pile.number
    return replace(pile, letter=group.letter, like=first if is_later else 0)


def _sentence(found: Piles) -> str:
    """All that does not fit, line by line; of a single line without its number."""
    if len(found.lines) > 1:
        said = [_("Line {n}: {what}").format(n=pile.number, what=_joined(pile.troubles))
                for pile in found.lines if pile.troubles]  # fmt: skip
        return " ".join([_("Nothing was grouped yet, for some lines don’t fit."), *said])
    if not found.lines:
        return _("Type a headline, a colon and the cards’ numbers, like this: Waiting: 3 17 22")
    troubles = found.lines[0].troubles
    if troubles[0].endswith("."):
        return " ".join(troubles)
    return _("Nothing was grouped, for some numbers don’t fit; {parts}").format(
        parts=_joined(troubles)
    )


def _joined(troubles: Sequence[str]) -> str:
    whole = "; ".join(text.rstrip(".") for text in troubles)
    return f"{whole}."
