"""All answers of a file in piles: what becomes a card, what is praise, what is set aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from cxworkshop.exchange.choosing import ColumnChoices
from cxworkshop.exchange.import_plan import ImportPlan, PlannedAnswer, PlannedCard
from cxworkshop.exchange.table import Table
from cxworkshop.exchange.ticks import can_be_taken
from cxworkshop.i18n import _, ngettext


class PileAnswer(NamedTuple):
    """One answer to look at; `is_taken` says whether it is imported, if a person may turn that."""

    words: str
    line: int
    note: str = ""
    key: str = ""
    is_taken: bool = False
    can_turn: bool = False


@dataclass(frozen=True)
class AnswerPile:
    """Answers of one kind: how many, and `answers`, which lists them when it is called."""

    n: int
    title: str
    answers: Callable[[], list[PileAnswer]]


def card_piles(found: ImportPlan) -> list[AnswerPile]:
    """The new cards, by the question that they answer."""
    groups: defaultdict[str, list[PlannedCard]] = defaultdict(list)
    for card in found.cards:
        groups[card.answers[0].question].append(card)
    piles = [
        AnswerPile(len(cards), question or _("without a question"), partial(_on_cards, cards))
        for question, cards in groups.items()
    ]
    if found.merged:
        text = ngettext(
            "says the same as one of them, and is counted there",
            "say the same as one of them, and are counted there",
            found.merged,
        )
        piles.append(AnswerPile(found.merged, text, partial(_repeats, found.cards)))
    return piles


def praise_piles(found: ImportPlan) -> list[AnswerPile]:
    """Praise, by the question that it answers."""
    groups: defaultdict[str, list[PlannedAnswer]] = defaultdict(list)
    for answer in found.praise:
        groups[answer.question].append(answer)
    return [
        AnswerPile(len(answers), question or _("without a question"), partial(_taken, answers))
        for question, answers in groups.items()
    ]


def naming_piles(answers: Sequence[PlannedAnswer]) -> list[AnswerPile]:
    """What is taken and may name somebody."""
    text = ngettext(
        "may name somebody: read it first", "may name somebody: read these first", len(answers)
    )
    return [AnswerPile(len(answers), text, partial(_taken, answers))] if answers else []


def aside_piles(table: Table, chosen: ColumnChoices, found: ImportPlan) -> list[AnswerPile]:
    """What is not taken, by its reason."""
    groups: defaultdict[str, list[PlannedAnswer]] = defaultdict(list)
    for piece in found.aside:
        groups[piece.why].append(piece.answer)
    piles = [AnswerPile(len(rows), why, partial(_aside, rows)) for why, rows in groups.items()]
    if found.known:
        title = _("imported before")
        piles.append(AnswerPile(found.known, title, partial(_seen, found.seen)))
    if found.empty:
        empty = partial(_empty, table, chosen)
        piles.append(AnswerPile(found.empty, _("empty"), empty))
    return sorted(piles, key=lambda pile: -pile.n)


def shortened(piles: Sequence[AnswerPile], most: int) -> list[AnswerPile]:
    """At most so many piles; the last of them holds all others."""
    if len(piles) <= most:
        return [*piles]
    rest = piles[most - 1 :]
    n = len(rest)
    title = ngettext("in {n} more pile", "in {n} more piles", n).format(n=n)
    count = sum(pile.n for pile in rest)
    others = AnswerPile(count, title, lambda: [a for pile in rest for a in pile.answers()])
    return [*piles[: most - 1], others]


def _on_cards(cards: Sequence[PlannedCard]) -> list[PileAnswer]:
    return [answer for card in cards for answer in _on_card(card)]


def _on_card(card: PlannedCard) -> Iterator[PileAnswer]:
    for place, answer in enumerate(card.answers):
        same = _("the same as line {n}").format(n=card.answers[0].line) if place else ""
        yield _turnable(answer, same, is_taken=True)


def _repeats(cards: Sequence[PlannedCard]) -> list[PileAnswer]:
    return [answer for card in cards for answer in [*_on_card(card)][1:]]


def _taken(answers: Sequence[PlannedAnswer]) -> list[PileAnswer]:
    return [_turnable(answer, "", is_taken=True) for answer in answers]


def _aside(answers: Sequence[PlannedAnswer]) -> list[PileAnswer]:
    return [_turnable(answer, "", is_taken=False) for answer in answers]


def _turnable(answer: PlannedAnswer, note: str, *, is_taken: bool) -> PileAnswer:
    can_turn = can_be_taken(answer)
    return PileAnswer(answer.words, answer.line, note, answer.key, is_taken, can_turn)


def _seen(answers: Sequence[PlannedAnswer]) -> list[PileAnswer]:
    return [PileAnswer(answer.words, answer.line) for answer in answers]


def _empty(table: Table, chosen: ColumnChoices) -> list[PileAnswer]:
    """The empty cells of the columns of answers, by their titles."""
    found = []
    for record in table.body:
        if record.line in table.unsettled:
            continue
        for number in chosen.answers:
            cell = record.cells[number] if number < len(record.cells) else ""
            if not cell.strip():
                title = table.titles[number] or _("column {n}").format(n=number + 1)
                found.append(PileAnswer("", record.line, title))
    return found
