"""What an import would do, piece by piece, before anything is done.

A piece is one answer: a record and an answer column, after splitting. Every piece ends in exactly
one place, and the plan asserts that they add up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b

from cxworkshop.exchange.columns import Choices, is_praise
from cxworkshop.exchange.dates import days
from cxworkshop.exchange.non_answers import is_content, is_non_answer
from cxworkshop.exchange.table import Record, Table
from cxworkshop.i18n import _, ngettext
from cxworkshop.textual import MAX_VERBATIM, clean, fold

_BULLET = re.compile(r"^\s*(?:[-*•‣–—·]|\(?\d{1,3}[.)])\s+(?=\S)")
_GUARD = re.compile(r"^'(?=[=+\-@\t\r])")  # what our own CSV export puts before a formula's sign
_MAIL_OR_PHONE = re.compile(r"[\w.+-]+@[\w-]+\.\w+|(?<!\d)\+?\d[\d /()-]{7,}\d(?!\d)")


@dataclass(frozen=True)
class PlannedAnswer:
    """A customer's words with what the file says about them; `line` is where they stand."""

    words: str
    line: int
    respondent: str
    kind: str
    day: date | None
    question: str
    key: str


@dataclass(frozen=True)
class PlannedCard:
    """A new card; further answers said exactly the same."""

    answers: tuple[PlannedAnswer, ...]


@dataclass(frozen=True)
class Aside:
    """A piece that is not taken, and why; it is kept and can be brought back."""

    words: str
    line: int
    why: str
    key: str


@dataclass(frozen=True)
class ImportPlan:
    """Where every piece goes. Raises AssertionError if one were lost or counted twice."""

    pieces: int
    cards: tuple[PlannedCard, ...]
    praise: tuple[PlannedAnswer, ...]
    aside: tuple[Aside, ...]
    empty: int
    known: int
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        placed = len(self.cards) + self.merged + len(self.praise) + len(self.aside)
        assert self.pieces == placed + self.empty + self.known, "a piece was lost"

    @property
    def merged(self) -> int:
        """Exact repeats: words that join a card which is there already."""
        return sum(len(card.answers) - 1 for card in self.cards)

    @property
    def customers(self) -> int:
        """How many different people the taken answers come from."""
        taken = [answer for card in self.cards for answer in card.answers]
        return len({answer.respondent for answer in (*taken, *self.praise)})

    def report(self) -> tuple[str, ...]:
        """The sum in words: every piece, and where it went."""
        lines = (
            (self.pieces, _("{n} answers in the file")),
            (len(self.cards), _("{n} become new cards")),
            (self.merged, _("{n} say exactly the same as one of them and count as heard again")),
            (len(self.praise), _("{n} are praise, kept without a card")),
            (self.empty, _("{n} are empty")),
            (len(self.aside), _("{n} are set aside, with the reason")),
            (self.known, _("{n} were imported before")),
        )
        said = [text.format(n=n) for n, text in lines if n or text == lines[0][1]]
        return (*said, *self.notes)


@dataclass
class _Sorter:
    """Takes piece after piece and remembers where each went."""

    known_keys: Collection[str]
    pieces: int = 0
    empty: int = 0
    known: int = 0
    cards: dict[str, list[PlannedAnswer]] = field(default_factory=dict)
    praise: list[PlannedAnswer] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)

    def take(self, piece: PlannedAnswer, skipped: frozenset[str]) -> None:
        """Put one piece in its one place."""
        self.pieces += 1
        if not piece.words:
            self.empty += 1
        elif piece.key in self.known_keys:
            self.known += 1
        elif why := _why_not(piece, skipped):
            self.aside.append(Aside(piece.words, piece.line, why, piece.key))
        elif is_praise(piece.question):
            self.praise.append(piece)
        else:
            self.cards.setdefault(fold(piece.words), []).append(piece)


def plan(
    table: Table,
    choices: Choices,
    *,
    known: Collection[str] = (),
    watch: Callable[[Iterable[Record]], Iterable[Record]] = iter,
) -> ImportPlan:
    """Sort every piece of the table; `known` holds the keys of pieces that were taken before.

    The records pass through `watch` on their way, which may count them.
    """
    sorter = _Sorter(known)
    for piece in _pieces(table, choices, watch(table.body)):
        sorter.take(piece, choices.skipped)
    cards = tuple(PlannedCard(tuple(answers)) for answers in sorter.cards.values())
    found = ImportPlan(
        pieces=sorter.pieces,
        cards=cards,
        praise=tuple(sorter.praise),
        aside=tuple(sorter.aside),
        empty=sorter.empty,
        known=sorter.known,
    )
    return replace(found, notes=tuple(_notes(table.notes, found)))


def _why_not(piece: PlannedAnswer, skipped: frozenset[str]) -> str:
    if skipped and fold(piece.question) in skipped:
        return _("its question was left out")
    if is_non_answer(piece.words):
        return _("says nothing")
    if is_content(piece.words) and not is_praise(piece.question):
        return _("says that all is well")
    if len(piece.words) > MAX_VERBATIM:
        return _("longer than {most} characters").format(most=MAX_VERBATIM)
    if piece.words.count("\ufffd") * 4 > len(piece.words):
        return _("damaged before it came here")
    return ""


def _pieces(table: Table, choices: Choices, body: Iterable[Record]) -> Iterator[PlannedAnswer]:
    when = days(table.column(choices.day)).days if choices.day is not None else []
    seen: dict[str, int] = {}
    for place, record in enumerate(body):
        who = _respondent(choices, record)
        piece = PlannedAnswer(
            words="",
            line=record.line,
            respondent=who,
            kind=" ".join(_cell(record, choices.customer_kind).split())[:80],
            day=when[place] if when else None,
            question="",
            key="",
        )
        for column in choices.answers:
            asked = _question(table, choices, record, column)
            for words in _split_list(_cell(record, column), table.delimiter):
                key = _key(who if choices.respondent is not None else "", asked, words, seen)
                yield replace(piece, words=words, question=asked, key=key)


def _cell(record: Record, column: int | None) -> str:
    if column is None or column >= len(record.cells):
        return ""
    return record.cells[column]


def _respondent(choices: Choices, record: Record) -> str:
    """One record is one customer, unless an id says that two records are the same."""
    named = clean(_cell(record, choices.respondent))
    return f"id {named}" if named else f"line {record.line}"


def _question(table: Table, choices: Choices, record: Record, column: int) -> str:
    asked = _cell(record, choices.question) if choices.question is not None else ""
    return " ".join(clean(asked or table.titles[column]).split())


def _split_list(cell: str, delimiter: str) -> list[str]:
    """One answer is one piece, except where every line is a bullet or a number of a list."""
    words = clean(_GUARD.sub("", cell))
    lines = [line for line in words.splitlines() if line.strip()]
    if len(lines) > 1 and all(_BULLET.match(line) for line in lines):
        return [_BULLET.sub("", line).strip() for line in lines]
    return [words if delimiter else _BULLET.sub("", words).strip()]


def _key(who: str, question: str, words: str, seen: dict[str, int]) -> str:
    """The same for the same piece of the same file, also when rows were added around it."""
    base = "\0".join((who, fold(question), words))
    seen[base] = seen.get(base, 0) + 1
    return blake2b(f"{base}\0{seen[base]}".encode(), digest_size=12).hexdigest()


def _notes(before: tuple[str, ...], found: ImportPlan) -> Iterator[str]:
    yield from before
    answers = [answer for card in found.cards for answer in card.answers]
    lines = [str(a.line) for a in answers if _MAIL_OR_PHONE.search(a.words)]
    if lines:
        text = ngettext(
            "{n} answer seems to hold a mail address or a telephone number; look at line {lines}.",
            "{n} answers seem to hold a mail address or a telephone number; look at lines {lines}.",
            len(lines),
        )
        yield text.format(n=len(lines), lines=", ".join(lines[:10]))
    long = [str(aside.line) for aside in found.aside if len(aside.words) > MAX_VERBATIM]
    if long:
        yield _("Too long to keep as one: line {lines}.").format(lines=", ".join(long[:10]))
