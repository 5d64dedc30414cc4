"""Transcripts: lines that begin with who speaks. The interviewer's are questions, not answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from cxworkshop.exchange.questions import MOST_QUESTIONS, question_line
from cxworkshop.exchange.table import Table, TableRecord
from cxworkshop.i18n import _, ngettext

_TIME = r"(?:[(\[]?\d{1,2}(?::\d\d){1,2}(?:[.,]\d{1,3})?[)\]]?)"
_TURN = re.compile(
    rf"\s*(?:{_TIME}\s*[-–]?\s*)?(?P<who>[^\W\d_][\w .'’-]{{0,30}}?)\s*{_TIME}?\s*[:：]\s*"
    r"(?P<words>\S.*)",
    re.DOTALL,
)
_ASKS = re.compile(
    r"interviewer(?:in)?|interviewende|intervieweu(?:r|se)|entrevistador[ae]?|intervjuare?|intervjuer"
    r"|moderator(?:in)?|moderador[ae]?|mod[ée]rat(?:eur|rice)|animat(?:eur|rice)|enqu[êe]t(?:eur|rice)"
    r"|facilitator|researcher|ordstyrer|questions?|frage|pregunta|vraag|spørgsmål|spørsmål|fråga"
)
_ASKS_IN_SHORT = frozenset(("i", "q", "f", "int"))
_SHORT = 3  # characters of "I", "INT", "P2"
_MOST_SPEAKERS = 12
_FEWEST_TURNS = 2  # of the interviewer, or it is only a line with a colon
_IS_ASKED = re.compile("[?？؟]")


class _Turn(NamedTuple):
    """A line, and who speaks in it: "" goes on with the one before."""

    line: int
    who: str
    words: str


class _Answer(NamedTuple):
    """What somebody said, and the question before it."""

    line: int
    question: str
    words: str
    who: str


def transcript(records: Sequence[TableRecord]) -> Table | None:
    """The answers of a list whose lines begin with who speaks, if it is one; else None."""
    turns = [_turn(record) for record in records]
    counts = Counter(turn.who for turn in turns if turn.who)
    asking = _interviewers(tuple(counts))
    asked = sum(counts[who] for who in asking)
    is_spoken = asked >= _FEWEST_TURNS and 2 * counts.total() >= len(turns)
    if not is_spoken or not set(counts) - asking or len(counts) > _MOST_SPEAKERS:
        return None
    return _table(list(_answers(turns, asking)), _note(asked, len(counts) - len(asking)))


def _turn(record: TableRecord) -> _Turn:
    found = _TURN.match(record.cells[0])
    if found is None:
        return _Turn(record.line, "", record.cells[0])
    return _Turn(record.line, " ".join(found["who"].casefold().split()), found["words"])


def _interviewers(speakers: Sequence[str]) -> set[str]:
    """Who asks. A letter alone says so only among letters: "I" and "P2"."""
    are_short = all(len(who) <= _SHORT for who in speakers)
    return {
        who
        for who in speakers
        if _ASKS.fullmatch(plain := who.rstrip(" 0123456789"))
        or (are_short and plain in _ASKS_IN_SHORT)
    }


def _answers(turns: Sequence[_Turn], asking: set[str]) -> Iterator[_Answer]:
    """What the others say; what stands above the first turn is a title."""
    who, question = "", ""
    for turn in turns:
        who = turn.who or who
        if who in asking:
            question = question_line(turn.words) if _IS_ASKED.search(turn.words) else question
        elif who:
            yield _Answer(turn.line, question, turn.words, who)


def _table(answers: Sequence[_Answer], note: str) -> Table:
    """Answers with their questions, where these are few, and with who it was."""
    questions = {answer.question for answer in answers}
    has_questions = "" not in questions and len(questions) <= MOST_QUESTIONS
    titles = ((_("Question"),) if has_questions else ()) + (_("Answer"), _("Who"))
    people = _people(answers)
    rows = (
        (*((said.question,) if has_questions else ()), said.words, people[said.who])
        for said in answers
    )
    lines = (said.line for said in answers)
    records = (TableRecord(0, titles), *map(TableRecord, lines, rows))
    question, who = 0 if has_questions else None, len(titles) - 1
    return Table(records, "", "\t", 0, 1, titles, (note,), question=question, respondent=who)


def _people(answers: Sequence[_Answer]) -> dict[str, str]:
    """Give each a number, and a mark of the longest thing they said.

    Who is "Customer" in two transcripts is two people.
    """
    longest: dict[str, str] = {}
    for said in answers:
        longest[said.who] = max(longest.get(said.who, ""), said.words, key=len)
    return {
        who: f"{number}-{crc32(words.encode('utf-8', 'surrogatepass')):08x}"
        for number, (who, words) in enumerate(longest.items(), start=1)
    }


def _note(asked: int, speakers: int) -> str:
    lines = ngettext(
        "It is read as a transcript: {n} line of who asks is nobody’s answer.",
        "It is read as a transcript: {n} lines of who asks are nobody’s answers.",
        asked,
    )
    answer = ngettext("{n} person answers.", "{n} people answer.", speakers)
    return f"{lines.format(n=asked)} {answer.format(n=speakers)}"
