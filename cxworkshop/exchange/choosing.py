"""Choose what to take of a table: what a person named, and of the rest what was guessed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from cxworkshop.exchange import titles as say
from cxworkshop.exchange.columns import ColumnKind, TableColumn, guess
from cxworkshop.exchange.non_answers import is_non_answer
from cxworkshop.exchange.questions import praised, question_line
from cxworkshop.exchange.refusals import NoAnswers, NobodyAnswered, NoSuchColumn, NoSuchQuestion
from cxworkshop.exchange.table import Table
from cxworkshop.textual import fold

NO_COLUMN = "none"  # in place of a column's name: there is none
_NOBODY = re.compile(
    r"(?:an? )?(?:google user|anonym\w*|unknown|unbekannt|inconnu|desconocido|guests?|gast|invit\w+"
    r"|deleted(?: user)?|n a|none|null|nan|user|kunde|customer|onbekend|ukendt|ukjent|okänd|x+)"
)


@dataclass(frozen=True)
class ImportChoices:
    """What a person said about the file: columns by title or by number from 1.

    "none" in place of a column says that there is none; `header` is how many rows name the columns,
    `sheet` which one of a workbook is read: "" is the one with the most answers.
    """

    columns: Sequence[str] = ()
    question_column: str | None = None
    skip_questions: Sequence[str] = ()
    respondent: str | None = None
    kind: str | None = None
    date: str | None = None
    praise: Sequence[str] = ()
    leave_out: Sequence[str] = ()
    header: int | None = None
    sheet: str = ""


GUESSED = ImportChoices()  # nobody has said anything yet


@dataclass(frozen=True)
class ColumnChoices:
    """What to take: numbers of columns from 0, and folded texts of questions.

    `asked` has the question of every column; `skipped` questions are set aside, answers to
    `praise` questions and in `praise_columns` get no card. `guessed` is what each column seems to
    hold, and `unsure_who` a column that may tell people apart. The header is moved with
    `Table.headed`, before choosing.
    """

    answers: tuple[int, ...]
    asked: tuple[str, ...] = ()
    question: int | None = None
    respondent: int | None = None
    customer_kind: int | None = None
    day: int | None = None
    skipped: frozenset[str] = frozenset()
    praise: frozenset[str] = frozenset()
    praise_columns: frozenset[int] = frozenset()
    guessed: tuple[TableColumn, ...] = field(default=(), compare=False)
    unsure_who: int | None = None

    @property
    def offered(self) -> tuple[int, ...]:
        """Columns of words that are left out, but may be answers: a person should say."""
        others = (column for column in self.guessed if column.number not in self.answers)
        return tuple(column.number for column in others if not column.is_sure)


def choices(
    table: Table,
    columns: Sequence[str] = (),
    question_column: str | None = None,
    skip_questions: Sequence[str] = (),
) -> ColumnChoices:
    """Take the columns that are named, and guess the others; as `choose` does."""
    return choose(table, ImportChoices(columns, question_column, skip_questions))


def choose(table: Table, wanted: ImportChoices) -> ColumnChoices:
    """Take the columns that a person named by title or number, and guess the others.

    Raises NoSuchColumn, NoSuchQuestion, and NoAnswers or NobodyAnswered when no column was named
    and none looks like answers.
    """
    guessed = guess(table)
    question = _question(table, guessed, wanted)
    left_out = {_named(guessed, name) for name in wanted.leave_out}
    praise = frozenset(_named(guessed, name) for name in wanted.praise)
    answers = _chosen_answers(guessed, wanted, question, left_out, praise)
    answers = answers or _beside(table, guessed, left_out)
    if not answers:
        raise NobodyAnswered if _is_unanswered(table, guessed) else NoAnswers(table.titles)
    questions = _questions(table, guessed, answers, question)
    others = [c for c in guessed if c.number not in (*answers, *left_out, question)]
    who, unsure_who = _respondent(table, others)
    return ColumnChoices(
        answers=answers,
        asked=tuple(column.asks for column in guessed),
        question=question,
        respondent=_wanted(guessed, wanted.respondent, who),
        customer_kind=_wanted(guessed, wanted.kind, _first(others, ColumnKind.CUSTOMER_KIND)),
        day=_wanted(guessed, wanted.date, _day(others)),
        skipped=_skipped(wanted.skip_questions, questions) | _our_steps(question, questions),
        praise=frozenset(fold(text) for text in praised(tuple(questions.values()))),
        praise_columns=praise,
        guessed=guessed,
        unsure_who=None if wanted.respondent else unsure_who,
    )


def _question(table: Table, guessed: Sequence[TableColumn], wanted: ImportChoices) -> int | None:
    """The column that says what was asked."""
    known = table.question
    found = _first(guessed, ColumnKind.QUESTION) if known is None else known
    return _wanted(guessed, wanted.question_column, found)


def _beside(
    table: Table, guessed: Sequence[TableColumn], left_out: Collection[int]
) -> tuple[int, ...]:
    """What stands beside the questions of a document, which can only be the answers."""
    if table.question is None:
        return ()
    return tuple(c.number for c in guessed if c.number not in (table.question, *left_out))


def _chosen_answers(
    guessed: Sequence[TableColumn],
    wanted: ImportChoices,
    question: int | None,
    left_out: Collection[int],
    praise: frozenset[int],
) -> tuple[int, ...]:
    named = tuple(dict.fromkeys(_named(guessed, column) for column in wanted.columns))
    found = tuple(n for n in named or _answers(guessed, question) if n not in left_out)
    return (*found, *sorted(praise.difference(found)))


def _questions(
    table: Table, guessed: Sequence[TableColumn], answers: Sequence[int], question: int | None
) -> dict[str, str]:
    """Every question that is answered in the table, by its folded text."""
    texts = [guessed[number].asks for number in answers]
    if question is not None:
        texts = [*dict.fromkeys(table.column(question)), *texts]
    lines = (question_line(text) for text in texts)
    return {fold(line): line for line in lines if line}


def _our_steps(column: int | None, questions: dict[str, str]) -> frozenset[str]:
    """What stands in a column of questions and asks nobody: "Action items"."""
    if column is None:
        return frozenset()
    return frozenset(f for f, text in questions.items() if say.ACTIONS.match(say.plain(text)))


def _skipped(wanted: Sequence[str], questions: dict[str, str]) -> frozenset[str]:
    for text in wanted:
        if fold(text) not in questions:
            raise NoSuchQuestion(text, tuple(questions.values()))
    return frozenset(fold(text) for text in wanted)


def _answers(guessed: Sequence[TableColumn], question: int | None) -> tuple[int, ...]:
    found = tuple(column.number for column in guessed if column.kind is ColumnKind.ANSWER)
    if found or len(guessed) > 1 or question is not None:
        return tuple(number for number in found if number != question)
    return (0,) if guessed else ()


def _is_unanswered(table: Table, guessed: Sequence[TableColumn]) -> bool:
    """Whether there are columns for words, and all that stands there says nothing."""
    for column in guessed:
        values = list(filter(None, map(str.strip, table.column(column.number))))
        if column.kind in (ColumnKind.CHOICE, ColumnKind.ANSWER) and values:
            empty = sum(map(is_non_answer, values))
            if empty * 2 >= len(values):
                return True
    return False


def _wanted(guessed: Sequence[TableColumn], name: str | None, otherwise: int | None) -> int | None:
    if name is None:
        return otherwise
    return None if fold(name) == NO_COLUMN else _named(guessed, name)


def _named(guessed: Sequence[TableColumn], wanted: str) -> int:
    """Find a column by title, by number from 1, or by a part of a title that only it has."""
    sought, number = fold(wanted), wanted.strip()
    same = [column for column in guessed if sought and fold(column.title) == sought]
    if same:  # a box of choices and the words beside it often share their title
        return next((c.number for c in same if c.kind is ColumnKind.ANSWER), same[0].number)
    if number.isascii() and number.isdecimal() and 1 <= int(number[:9]) <= len(guessed):
        return int(number[:9]) - 1
    inside = [column.number for column in guessed if sought and sought in fold(column.title)]
    if len(inside) == 1:
        return inside[0]
    raise NoSuchColumn(wanted, tuple(column.title for column in guessed))


def _first(guessed: Sequence[TableColumn], kind: ColumnKind) -> int | None:
    return next((column.number for column in guessed if column.kind is kind), None)


def _respondent(table: Table, guessed: Sequence[TableColumn]) -> tuple[int | None, int | None]:
    """The column that tells people apart, and one that may; a name alone is not sure to."""
    ranked = sorted(
        (rank, column.number) for column in guessed if (rank := _rank(column)) is not None
    )
    repeated = [(rank, n) for rank, n in ranked if has_repeats(table.column(n))]
    sure = [n for rank, n in repeated if rank < _NAME]
    unsure = [n for rank, n in repeated if rank == _NAME]
    ids = [c.number for c in guessed if c.kind is ColumnKind.RESPONDENT]
    if sure:
        return sure[0], None
    return (ids[0] if ids else None), (unsure[0] if unsure else None)


_NAME = 4
_NAMED = re.compile(
    r"(?:(?:your|full|first|last|sur|nick|display|person|voller|ihr|votre|su|uw|dit|ditt) ?)?"
    r"(?:names?|nom(?: complet)?|nombre(?: completo)?|naam|navn|namn|vorname|nachname|prénom)"
)


def _rank(column: TableColumn) -> int | None:
    """How surely a column tells people apart, 0 is best; None if it does not."""
    words = say.plain(column.title)
    if column.kind is ColumnKind.RESPONDENT:
        return 0 if say.PERSON_ID.search(words) else 1
    if column.kind is not ColumnKind.PERSONAL:
        return None
    if say.EMAIL.search(words):
        return 2
    if say.USERNAME.match(words):
        return 3
    return _NAME if _NAMED.fullmatch(words) else None


def has_repeats(values: Sequence[str]) -> bool:
    """Whether somebody stands in several rows."""
    if len(set(values)) == len(values):
        return False  # in most files, and soon found out
    people = [name for value in values if (name := fold(value)) and not is_nobody(name)]
    return len(set(people)) < len(people)


def is_nobody(folded: str) -> bool:
    """Whether a name stands for anybody: "A Google user", "anonymous", "-"."""
    return not any(map(str.isalnum, folded)) or bool(_NOBODY.fullmatch(folded))


def _day(guessed: Sequence[TableColumn]) -> int | None:
    dates = [column for column in guessed if column.kind is ColumnKind.DATE]
    first = [c for c in dates if not say.LATER_DAY.search(say.plain(c.title))] or dates
    named = [column for column in first if say.DAY.search(say.plain(column.title))]
    return next((column.number for column in named or first), None)
