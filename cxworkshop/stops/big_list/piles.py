"""Piles of a real wall, typed as one line each: grouped in one step, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from cxworkshop.errors import Refusal, WrongLines
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import GroupId
from cxworkshop.queries.pile_lines import Pile, Piles, piles
from cxworkshop.queries.places import StandingGroup
from cxworkshop.queries.rounds import team
from cxworkshop.rules import ask_first
from cxworkshop.stops.big_list.placement import Placement, dry_run
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.journal import Store
from cxworkshop.textual import fold


class TypedPiles:
    """Groups what was sorted by hand and typed back."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store, self._placement = store, Placement(store, today)

    def preview(self, text: str) -> Piles:
        """What each line would do, and what the rules would refuse of it; writes nothing."""
        found = piles(self._store, self._placement.round, text)
        groups, refusal = self._try(found.doing)
        refused = {} if refusal is None else self._refused_lines(found.doing)
        if refused:
            fitting = [pile for pile in found.doing if pile.number not in refused]
            groups, refusal = self._try(fitting)
        return Piles(tuple(_with_result(pile, groups, refused) for pile in found.lines))

    def group(self, text: str, *, sure: bool = False, but_these: bool = False) -> list[GroupId]:
        """Group `Waiting on the phone: 3 17 22` or `B: 4`, one pile a line, all in one step.

        A letter or a headline of an existing group adds to that group. Raises WrongLines for
        numbers that are unknown, set aside or doubled, and for lines that can't be read; then
        nothing is done, unless `but_these` asks for all that `preview` said without those.
        Raises AsksFirst from 20 cards on (R12).
        """
        found = self.preview(text)
        if not found.lines or (found.troubles and not (but_these and found.doing)):
            raise WrongLines(_sentence(found), found.cards)
        ask_first(team(self._store), found.cards, sure=sure)
        with self._store.edit(self._title(found)) as edit:
            groups = self._put_together(edit, found.doing)
        ids = (groups[pile.number].id if pile.number in groups else pile.group
               for pile in found.lines)  # fmt: skip
        return [group for group in ids if group is not None]

    def group_line(self, line: str, *, sure: bool = False) -> GroupId:
        """Group one pile, which may be broken over several lines."""
        return self.group(" ".join(line.split()), sure=sure)[0]

    def _put_together(self, edit: Edit, lines: Sequence[Pile]) -> dict[int, StandingGroup]:
        """Group these piles; returns their groups by line numbers."""
        new: dict[str, StandingGroup] = {}
        groups: dict[int, StandingGroup] = {}
        left: set[GroupId] = set()
        words: set[str] = set()
        for pile in lines:
            if pile.group is not None:
                group = self._placement.group(pile.group)
            else:
                key = fold(pile.headline)
                group = new[key] = new.get(key) or self._placement.add_group(edit, pile.headline)
            left |= self._placement.put_in(edit, pile.cards, group.id)
            words |= self._placement.headlines_from(pile.cards)
            groups[pile.number] = group
        self._placement.tidy_up(edit, left, words)
        return groups

    def _try(self, lines: Sequence[Pile]) -> tuple[dict[int, StandingGroup], Refusal | None]:
        """The groups that these piles would get, or what would be refused; writes nothing."""
        try:
            with dry_run(self._store) as edit:
                groups = self._put_together(edit, lines)
        except Refusal as refusal:
            return {}, refusal
        return groups, None

    def _refused_lines(self, lines: Sequence[Pile]) -> dict[int, Refusal]:
        """The lines that the rules refuse once those before them are done, by number."""
        fitting: list[Pile] = []
        refused: dict[int, Refusal] = {}
        for pile in lines:
            _groups, refusal = self._try([*fitting, pile])
            if refusal is None:
                fitting.append(pile)
            else:
                refused[pile.number] = refusal
        return refused

    def _title(self, found: Piles) -> str:
        if len(found.doing) > 1:
            n = len(found.doing)
            return ngettext("Type in {n} pile", "Type in {n} piles", n).format(n=n)
        pile = found.doing[0] if found.doing else found.lines[0]
        if pile.group is None:
            return self._placement.title(_("Put {codes} together"), pile.cards)
        title = _("Put {codes} into group {letter}").replace("{letter}", pile.letter)
        return self._placement.title(title, pile.cards)


def _with_result(
    pile: Pile, groups: Mapping[int, StandingGroup], refused: Mapping[int, Refusal]
) -> Pile:
    """The pile with its group's letter; a refused one with the reason and without cards."""
    if pile.number in refused:
        why = (*pile.troubles, str(refused[pile.number]))
        return replace(pile, cards=(), codes=(), moved=(), already_there=(), troubles=why)
    if pile.number not in groups:
        return pile
    group = groups[pile.number]
    first = next(number for number, other in groups.items() if other.id == group.id)
    is_later = pile.group is None and first != pile.number
    return replace(pile, letter=group.letter, first_line=first if is_later else 0)


def _sentence(found: Piles) -> str:
    """What does not fit, line by line; a single line goes without its number."""
    if len(found.lines) > 1:
        lines = [_("Line {n}: {what}").format(n=pile.number, what=_joined(pile.troubles))
                 for pile in found.lines if pile.troubles]  # fmt: skip
        return " ".join([_("Nothing was grouped yet, for some lines don’t fit."), *lines])
    if not found.lines:
        return _("Type a headline, a colon and the cards’ numbers, like this: Waiting: 3 17 22")
    troubles = found.lines[0].troubles
    if troubles[0].endswith("."):
        return " ".join(troubles)
    return _("Nothing was grouped, for some numbers don’t fit; {parts}").format(
        parts=_joined(troubles)
    )


def _joined(troubles: Sequence[str]) -> str:
    text = "; ".join(trouble.rstrip(".") for trouble in troubles)
    return f"{text}."
