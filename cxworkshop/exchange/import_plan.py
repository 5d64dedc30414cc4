"""Plan an import: where each piece would go, before anything is changed.

A piece is one answer: a record and an answer column, after splitting. Every piece goes to exactly
one place, and the plan asserts that they add up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from cxworkshop.exchange import pieces as parts
from cxworkshop.exchange.choosing import ColumnChoices
from cxworkshop.exchange.line_numbers import listed_lines
from cxworkshop.exchange.non_answers import (
    is_bare_score,
    is_content,
    is_non_answer,
    is_opt_out,
)
from cxworkshop.exchange.table import Table, TableRecord
from cxworkshop.i18n import _, ngettext
from cxworkshop.textual import MAX_VERBATIM, fold

PlannedAnswer = parts.PlannedAnswer

_SHORT = 40  # characters: opting out and marks take no more
# Each begins at the beginning of a word or a number and has an end: to look at every letter of a
# long word for an address takes the square of its length.
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w[\w.-]{0,250}")
_DIGITS = re.compile(r"\d[\d /()-]{7}")  # most words have none, and this finds that out soonest
_PHONE = re.compile(r"(?<![\d-])(?!\d{4}-\d\d-\d\d)\+?\d[\d /()-]{7,40}\d(?!\d)")


class PlannedCard(NamedTuple):
    """A new card, with all answers that say exactly the same to the same question."""

    answers: tuple[PlannedAnswer, ...]


class SkippedPiece(NamedTuple):
    """A piece that is not taken, and why; it is kept and can be brought back.

    `answer` is what it would be if a person took it all the same.
    """

    words: str
    line: int
    why: str
    key: str
    answer: PlannedAnswer


@dataclass(frozen=True)
class ImportPlan:
    """Where every piece goes. Raises AssertionError if one were lost or counted twice.

    `known` counts the pieces of `seen`, which an earlier import took or set aside.
    """

    pieces: int
    cards: tuple[PlannedCard, ...]
    praise: tuple[PlannedAnswer, ...]
    aside: tuple[SkippedPiece, ...]
    empty: int
    known: int
    notes: tuple[str, ...] = ()
    seen: tuple[PlannedAnswer, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        placed = len(self.cards) + self.merged + len(self.praise) + len(self.aside)
        assert self.pieces == placed + self.empty + self.known, "a piece was lost"

    @property
    def merged(self) -> int:
        """How many answers are exact repeats of a planned card's first one."""
        return sum(len(card.answers) - 1 for card in self.cards)

    @property
    def taken(self) -> tuple[PlannedAnswer, ...]:
        """All answers that are taken: those on cards, then praise."""
        return (*(answer for card in self.cards for answer in card.answers), *self.praise)

    @property
    def customers(self) -> int:
        """How many different people the taken answers come from."""
        return len({answer.respondent for answer in self.taken})

    @property
    def kinds(self) -> int:
        """How many kinds of customers these are."""
        return len({answer.kind for answer in self.taken} - {""})

    def report(self) -> tuple[str, ...]:
        """The plan in words: how many pieces go where; then what deserves a look."""
        return (*_sum(self), *self.notes)


@dataclass
class _Sorter:
    """Sorts piece after piece."""

    choices: ColumnChoices
    known_keys: Collection[str]
    known_words: Collection[str]
    pieces: int = 0
    empty: int = 0
    seen: list[PlannedAnswer] = field(default_factory=list)
    cards: dict[tuple[str, str], list[PlannedAnswer]] = field(default_factory=dict)
    praise: list[PlannedAnswer] = field(default_factory=list)
    aside: list[SkippedPiece] = field(default_factory=list)
    with_contact: list[int] = field(default_factory=list)  # lines of answers that are taken

    def sort(self, piece: PlannedAnswer) -> None:
        """Put one piece in its one place."""
        self.pieces += 1
        if not piece.words:
            self.empty += 1
            return
        if self._is_known(piece):
            self.seen.append(piece)
            return
        question = _folded(piece.question)
        is_long = len(piece.words) > MAX_VERBATIM
        folded = "" if is_long else fold(piece.words)
        has_contact = not is_long and _holds_contact(piece.words)
        if why := self._why_not(piece, folded, question, has_contact=has_contact):
            self.aside.append(SkippedPiece(piece.words, piece.line, why, piece.key, piece))
            return
        if has_contact:
            self.with_contact.append(piece.line)
        if piece.is_praise:
            self.praise.append(piece)
        else:
            self.cards.setdefault((question, folded), []).append(piece)

    def plan(self) -> ImportPlan:
        """Where all pieces went."""
        return ImportPlan(
            pieces=self.pieces,
            cards=tuple(PlannedCard(tuple(answers)) for answers in self.cards.values()),
            praise=tuple(self.praise),
            aside=tuple(self.aside),
            empty=self.empty,
            known=len(self.seen),
            seen=tuple(self.seen),
        )

    def _is_known(self, piece: PlannedAnswer) -> bool:
        if not (self.known_keys or self.known_words):
            return False
        if piece.words in self.known_words:
            return True
        return piece.key in self.known_keys or parts.own_half(piece.key) in self.known_keys

    def _why_not(
        self, piece: PlannedAnswer, folded: str, question: str, *, has_contact: bool
    ) -> str:
        words = piece.words
        if why := self._not_theirs(piece, folded, question):
            return why
        if is_content(words, folded) and not piece.is_praise:
            return _("says that all is well")
        if has_contact and not _without_contact(words):
            return _("only a mail address or a telephone number")
        return _unfit(words, folded)

    def _not_theirs(self, piece: PlannedAnswer, folded: str, question: str) -> str:
        """Why no customer said this in answer to what is asked; "" if one did."""
        if piece.is_unsettled:
            return _("its cells do not fit the columns")
        if piece.is_ours:
            return _("our own answers")
        if question in self.choices.skipped:
            return _("its question was left out")
        if folded and folded == question and self.choices.question is None:
            return _("the title of its column, once more")
        return ""


def plan(
    table: Table,
    choices: ColumnChoices,
    *,
    known: Collection[str] = (),
    said: Collection[str] = (),
    watch: Callable[[Iterable[TableRecord]], Iterable[TableRecord]] = iter,
) -> ImportPlan:
    """Sort every piece of the table; `known` are the keys of pieces of earlier imports.

    `said` are words that are known wherever they stand: of a table that we exported.

    The records are read through `watch`, which may count them.
    """
    sorter = _Sorter(choices, frozenset(known), frozenset(said))
    when = parts.dated(table, choices)
    body = watch(table.body)
    for piece in parts.pieces(choices, body, when, table.delimiter, table.unsettled):
        sorter.sort(piece)
    found = sorter.plan()
    unsure = (_("Dates such as 03/04 are read with the day first."),) if when.unsure else ()
    notes = (*table.notes, *unsure, *_worth_a_look(found, sorter.with_contact))
    return replace(found, notes=notes)


_folded = lru_cache(maxsize=1000)(fold)  # of questions, of which there are few


def _unfit(words: str, folded: str) -> str:
    """Why these words can't be a card as they are; "" if they can."""
    if is_non_answer(words, folded):
        return _("says nothing")
    if len(words) <= _SHORT and is_opt_out(folded):
        return _("only asks for no more messages")
    if len(words) <= _SHORT and is_bare_score(folded):
        return _("only a mark, without words")
    if len(words) > MAX_VERBATIM:
        return _("longer than {most} characters").format(most=MAX_VERBATIM)
    if words.count("\ufffd") * 4 > len(words):
        return _("damaged before it came here")
    return ""


def _holds_contact(words: str) -> bool:
    has_phone = _DIGITS.search(words) and _PHONE.search(words)
    return bool(has_phone or ("@" in words and _MAIL.search(words)))


def _without_contact(words: str) -> bool:
    """Whether it says anything beside mail addresses and telephone numbers."""
    return any(map(str.isalnum, _PHONE.sub("", _MAIL.sub("", words))))


def _worth_a_look(found: ImportPlan, personal: Sequence[int]) -> Iterator[str]:
    if personal:
        text = ngettext(
            "{n} answer seems to hold a mail address or a telephone number; look at line {lines}.",
            "{n} answers seem to hold a mail address or a telephone number; look at lines {lines}.",
            len(personal),
        )
        yield text.format(n=len(personal), lines=listed_lines(personal))
    long = [aside.line for aside in found.aside if len(aside.words) > MAX_VERBATIM]
    if long:
        text = ngettext(
            "Too long to keep as one: line {lines}.",
            "Too long to keep as one: lines {lines}.",
            len(long),
        )
        yield text.format(lines=listed_lines(long))


def _sum(found: ImportPlan) -> Iterator[str]:
    all_of_it = ngettext("{n} answer in the file", "{n} answers in the file", found.pieces)
    yield all_of_it.format(n=found.pieces)
    for text, n in (*_used(found), *_not_used(found)):
        if n:
            yield text.format(n=n)


def _used(found: ImportPlan) -> Iterator[tuple[str, int]]:
    n = len(found.cards)
    yield ngettext("{n} becomes a new card", "{n} become new cards", n), n
    n = found.merged
    text = ngettext(
        "{n} says exactly the same as one of them and counts as heard again",
        "{n} say exactly the same as one of them and count as heard again",
        n,
    )
    yield text, n
    n = len(found.praise)
    yield (
        ngettext("{n} is praise, kept without a card", "{n} are praise, kept without a card", n),
        n,
    )


def _not_used(found: ImportPlan) -> Iterator[tuple[str, int]]:
    yield ngettext("{n} is empty", "{n} are empty", found.empty), found.empty
    n = len(found.aside)
    yield ngettext("{n} is set aside, with the reason", "{n} are set aside, with the reason", n), n
    n = found.known
    yield ngettext("{n} was imported before", "{n} were imported before", n), n
