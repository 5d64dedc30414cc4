"""What a person takes and leaves out, answer by answer, of a plan that is made."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxworkshop.exchange.import_plan import ImportPlan, PlannedAnswer, PlannedCard, SkippedPiece
from cxworkshop.i18n import _
from cxworkshop.textual import MAX_VERBATIM, fold


@dataclass(frozen=True)
class Ticks:
    """Answers by their keys: left out though they would be taken, and taken though set aside."""

    left_out: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()

    def turned(self, key: str, *, on: bool) -> Ticks:
        """The same when a person takes an answer, or leaves it out."""
        if on:
            return Ticks(self.left_out - {key}, self.taken | {key})
        return Ticks(self.left_out | {key}, self.taken - {key})


def can_be_taken(answer: PlannedAnswer) -> bool:
    """Whether a card can hold it."""
    return len(answer.words) <= MAX_VERBATIM


def with_ticks(found: ImportPlan, ticks: Ticks) -> ImportPlan:
    """The plan with these answers in their other places; it adds up as before."""
    if not (ticks.left_out or ticks.taken):
        return found
    cards = [[a for a in card.answers if a.key not in ticks.left_out] for card in found.cards]
    praise = [answer for answer in found.praise if answer.key not in ticks.left_out]
    here = [p for p in found.aside if p.key in ticks.taken and can_be_taken(p.answer)]
    back = frozenset(piece.key for piece in here)
    _add(cards, praise, [piece.answer for piece in here])
    out = [answer for answer in found.taken if answer.key in ticks.left_out]
    aside = [piece for piece in found.aside if piece.key not in back]
    return replace(
        found,
        cards=tuple(PlannedCard(tuple(answers)) for answers in cards if answers),
        praise=tuple(praise),
        aside=(*aside, *map(_left_out, out)),
    )


def _add(
    cards: list[list[PlannedAnswer]], praise: list[PlannedAnswer], fresh: list[PlannedAnswer]
) -> None:
    """Put answers on the cards that say the same, on cards of their own, or with the praise."""
    if not fresh:
        return  # to fold the words of thousands of cards takes a while
    places = {_place(answers[0]): answers for answers in cards if answers}
    for answer in fresh:
        if answer.is_praise:
            praise.append(answer)
        elif (same := places.get(_place(answer))) is not None:
            same.append(answer)
        else:
            places[_place(answer)] = [answer]
            cards.append(places[_place(answer)])


def _place(answer: PlannedAnswer) -> tuple[str, str]:
    return fold(answer.question), fold(answer.words)


def _left_out(answer: PlannedAnswer) -> SkippedPiece:
    why = _("left out by hand")
    return SkippedPiece(answer.words, answer.line, why, answer.key, answer)
