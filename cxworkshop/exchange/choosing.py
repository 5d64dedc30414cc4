"""Choose what to take of a table: what a person named, and of the rest what was guessed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from cxworkshop.exchange import titles as say
from cxworkshop.exchange.column_kinds import ColumnKind, TableColumn
from cxworkshop.exchange.columns import guess
from cxworkshop.exchange.days_of_answers import day_of_answers
from cxworkshop.exchange.non_answers import is_non_answer
from cxworkshop.exchange.questions import praised, question_line
from cxworkshop.exchange.refusals import NoAnswers, NobodyAnswered, NoSuchColumn, NoSuchQuestion
from cxworkshop.exchange.respondents import is_carried, respondent
from cxworkshop.exchange.roles import ColumnRole, Roles
from cxworkshop.exchange.table import Table
from cxworkshop.textual import fold

NO_COLUMN = "none"  # in place of a column's name: there is none


@dataclass(frozen=True)
class ImportChoices:
    """What a person said about the file: columns by title or by number from 1.

    "none" in place of a column says that there is none; `header` is how many rows name the columns,
    below `skipped` ones. `roles` says it of every column, and then nothing is guessed. A text is
    read by `encoding` and `delimiter` where they are given ("" for a list of lines). `sheet` is
    the one of a workbook that is read: "" is the one with the most answers.
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
    skipped: int | None = None
    roles: Roles = ()
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str = ""


GUESSED = ImportChoices()  # nobody has said anything yet


@dataclass(frozen=True)
class ColumnChoices:
    """What to take: numbers of columns from 0, and folded texts of questions.

    `asked` has the question of every column; `skipped` questions are set aside, answers to
    `praise` questions and in `praise_columns` get no card. `guessed` is what each column seems to
    hold, `given` what a person said of each, and `unsure_who` a column that may tell people apart.
    `speaker` is the one that says of each row whether a customer speaks or one of ours. With
    `carries` the respondent stands in their first row alone.
    The header is moved with `Table.headed`, before choosing.
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
    speaker: int | None = None
    carries: bool = False
    given: Roles = ()

    @property
    def offered(self) -> tuple[int, ...]:
        """Columns of words that are left out, but may be answers: a person should say."""
        answers = frozenset(self.answers)  # of a thousand columns, a thousand may be answers
        others = (column for column in self.guessed if column.number not in answers)
        return tuple(column.number for column in others if not column.is_sure)

    @property
    def roles(self) -> Roles:
        """What is taken of each column."""
        return self.given or tuple(self._role(column) for column in self.guessed)

    def _role(self, column: TableColumn) -> ColumnRole:
        number = column.number
        if number in self.answers:
            by_title = self.question is None and fold(question_line(column.asks)) in self.praise
            is_praise = by_title or number in self.praise_columns
            return ColumnRole.PRAISE if is_praise else ColumnRole.WORDS
        alone = (self.question, self.respondent, self.customer_kind, self.day)
        if number in alone:
            return _ALONE[alone.index(number)]
        return _NOT_TAKEN.get(column.kind, ColumnRole.LEAVE_OUT)


_ALONE = (ColumnRole.QUESTION, ColumnRole.WHO, ColumnRole.KIND, ColumnRole.DATE)
_NOT_TAKEN = {ColumnKind.SCORE: ColumnRole.SCORE, ColumnKind.REPLY: ColumnRole.REPLY}


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
    chosen = consider(table, wanted)
    if not chosen.answers:
        raise NobodyAnswered if is_unanswered(table, chosen.guessed) else NoAnswers(table.titles)
    return chosen


def consider(table: Table, wanted: ImportChoices) -> ColumnChoices:
    """Choose as `choose` does, also where there is no answer: a person may still name some."""
    guessed = guess(table)
    if wanted.roles:
        return _by_roles(table, guessed, wanted.roles)
    question = _question(table, guessed, wanted)
    left_out = {_named(guessed, name) for name in wanted.leave_out}
    praise = frozenset(_named(guessed, name) for name in wanted.praise)
    answers = _chosen_answers(guessed, wanted, question, left_out, praise)
    answers = answers or _beside(table, guessed, left_out)
    questions = _questions(table, guessed, answers, question)
    others = [c for c in guessed if c.number not in (*answers, *left_out, question)]
    found, unsure_who = respondent(table, others)
    who = _wanted(guessed, wanted.respondent, found)
    return ColumnChoices(
        answers=answers,
        asked=tuple(column.asks for column in guessed),
        question=question,
        respondent=who,
        customer_kind=_wanted(guessed, wanted.kind, _first(others, ColumnKind.CUSTOMER_KIND)),
        day=_wanted(guessed, wanted.date, day_of_answers(table, others)),
        skipped=_skipped(wanted.skip_questions, questions) | _our_steps(question, questions),
        praise=frozenset(fold(text) for text in praised(tuple(questions.values()))),
        praise_columns=praise,
        guessed=guessed,
        unsure_who=None if wanted.respondent else unsure_who,
        speaker=_first(others, ColumnKind.SPEAKER),
        carries=_carries(table, who),
    )


def _by_roles(table: Table, guessed: Sequence[TableColumn], roles: Roles) -> ColumnChoices:
    """What a person said of every column; praise is guessed only among questions in a column."""
    found = {role: roles.index(role) for role in _ALONE if role in roles}
    question = found.get(ColumnRole.QUESTION)
    answers = tuple(n for n, role in enumerate(roles) if role.holds_words)
    asked = {} if question is None else _questions(table, guessed, (), question)
    return ColumnChoices(
        answers=answers,
        asked=tuple(column.asks for column in guessed),
        question=question,
        respondent=found.get(ColumnRole.WHO),
        carries=_carries(table, found.get(ColumnRole.WHO)),
        customer_kind=found.get(ColumnRole.KIND),
        day=found.get(ColumnRole.DATE),
        skipped=_our_steps(question, asked),
        praise=frozenset(fold(text) for text in praised(tuple(asked.values()))),
        praise_columns=frozenset(n for n in answers if roles[n] is ColumnRole.PRAISE),
        guessed=tuple(replace(column, is_sure=True) for column in guessed),
        speaker=_first([c for c in guessed if not roles[c.number].is_taken], ColumnKind.SPEAKER),
        given=tuple(roles),
    )


def _carries(table: Table, who: int | None) -> bool:
    return who is not None and is_carried(table, who)


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
    others = (table.question, table.respondent, *left_out)
    return tuple(c.number for c in guessed if c.number not in others)


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


_LOOKED_AT, _ENOUGH = 1_000, 100  # values of a column


def is_unanswered(table: Table, guessed: Sequence[TableColumn]) -> bool:
    """Whether there are columns for words, and all that stands there says nothing."""
    for column in guessed:
        if column.kind not in (ColumnKind.CHOICE, ColumnKind.ANSWER):
            continue
        some = _some_values(table, column.number)
        if some and 2 * sum(map(is_non_answer, some)) >= len(some):
            return True
    return False


def _some_values(table: Table, number: int) -> list[str]:
    """Values from all over a column: thirty columns may have 50,000 each."""
    steps = len(table.records) // _LOOKED_AT + 1
    found = list(filter(None, map(str.strip, table.column(number, steps))))
    if len(found) >= _ENOUGH or steps == 1:
        return found
    values = list(filter(None, map(str.strip, table.column(number))))
    return values[:: len(values) // _LOOKED_AT + 1]


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
