"""Count what was set aside, by reason: cards, single answers, and lines of imported files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from cxworkshop import days
from cxworkshop.content.values import SaidVerbatim, SetAside
from cxworkshop.i18n import _, ngettext, with_colon, with_commas
from cxworkshop.model import BatchId, ImportAside, ImportBatch, Round
from cxworkshop.queries.board import board
from cxworkshop.store.tables.query import StoreReader

_MOST_NAMED = 8  # cards or lines that are named by their numbers; more are only counted
_MOST_WORDS = 40  # letters of words that all lines have in common


def counted_aside(
    store: StoreReader, round_: Round, answers: Sequence[SaidVerbatim]
) -> tuple[SetAside, ...]:
    """What is not on the list any more, most of it in a few lines."""
    return (*_cards(store, round_), *_answers(answers), *_lines(store))


def _cards(store: StoreReader, round_: Round) -> Iterator[SetAside]:
    """Cards by the day; no other reason is kept for these."""
    by_day = defaultdict(list)
    for card in board(store, round_).aside:
        by_day[card.set_aside_on].append(card.code)
    for day, codes in by_day.items():
        text = ngettext("{n} card", "{n} cards", len(codes)).format(n=len(codes))
        why = _("by us, on {day}").format(day=days.short(day)) if day else _("by us")
        yield SetAside(what=_with_numbers(text, codes), why=why)


def _answers(answers: Sequence[SaidVerbatim]) -> Iterator[SetAside]:
    """Single answers of cards that are still on the list, and of none."""
    if not answers:
        return
    text = ngettext("{n} answer", "{n} answers", len(answers)).format(n=len(answers))
    codes = sorted({int(answer.code) for answer in answers if answer.code})
    of_cards = ngettext("{what} of card {codes}", "{what} of cards {codes}", len(codes))
    if 0 < len(codes) <= _MOST_NAMED:
        text = of_cards.format(what=text, codes=_numbers(codes))
    yield SetAside(what=text, why=_("by us"))


def _lines(store: StoreReader) -> Iterator[SetAside]:
    """Lines of imported files that did not become cards and were not brought back."""
    files = {row.id: row.file_name for row in store.rows(ImportBatch)}
    found: dict[tuple[BatchId, str], list[ImportAside]] = defaultdict(list)
    for row in store.rows(ImportAside, brought_back=None):
        found[row.import_batch, row.why].append(row)
    for (batch, why), rows in found.items():
        text = ngettext("{n} line of {file}", "{n} lines of {file}", len(rows))
        what = text.format(n=len(rows), file=files.get(batch, ""))
        yield SetAside(what=_with_numbers(what, (row.line for row in rows)), why=_why(why, rows))


def _why(why: str, rows: Sequence[ImportAside]) -> str:
    """The reason, with the words where all lines have the same few."""
    words = {row.words for row in rows}
    only = next(iter(words))
    if len(words) > 1 or len(only) > _MOST_WORDS:
        return why
    return _("{why}: “{words}”").format(why=why, words=only)


def _with_numbers(text: str, numbers: Iterable[int]) -> str:
    listed = [*dict.fromkeys(numbers)]
    return with_colon(text, _numbers(listed)) if len(listed) <= _MOST_NAMED else text


def _numbers(numbers: Iterable[int]) -> str:
    return with_commas(map(str, numbers))
