"""Transcripts: lines that begin with who speaks. The interviewer's are questions, not answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from cxworkshop.exchange.questions import MOST_QUESTIONS, question_line
from cxworkshop.exchange.readers.chats import chat_turns
from cxworkshop.exchange.readers.speakers import (
    Turn,
    are_people,
    interviewers,
    is_asking,
    speaker_name,
)
from cxworkshop.exchange.table import Table, TableRecord
from cxworkshop.i18n import _, ngettext

_TIME = r"(?:[(\[]?\d{1,2}(?::\d\d){1,2}(?:[.,]\d{1,3})?[)\]]?)"
_NAME = r"[^\W\d_][\w .'’-]{0,30}?"
_TURN = re.compile(
    rf"\s*(?:{_TIME}\s*[-–]?\s*)?(?P<who>{_NAME})\s*{_TIME}?\s*[:：]\s*(?P<words>\S.*)", re.DOTALL
)
_SPEAKER = re.compile(rf"\s*(?:(?P<who>{_NAME})\s+{_TIME}|{_TIME}\s+(?P<who2>{_NAME}))\s*")
_LONG_SPEAKER = 60  # characters of a line with a name and a time alone
_MOST_SPEAKERS = 12
_MOST_IN_CHAT = 300
_FEWEST_TURNS = 2  # of the interviewer, or it is only a line with a colon
_NEARLY_ALL = 0.8  # of the lines begin with who speaks, where none is called an interviewer


class _Answer(NamedTuple):
    """What somebody said, and the question before it."""

    line: int
    question: str
    words: str
    who: str
    day: str


def transcript(records: Sequence[TableRecord]) -> Table | None:
    """The answers of a list whose lines begin with who speaks, if it is one; else None."""
    turns = [_turn(record) for record in records]
    counts = Counter(turn.who for turn in turns if turn.who)
    asking = interviewers(turns)
    asked = sum(counts[who] for who in asking)
    if not set(counts) - asking or len(counts) > _MOST_SPEAKERS:
        return None
    if asking:
        is_spoken = asked >= _FEWEST_TURNS and 2 * counts.total() >= len(turns)
    else:
        is_spoken = _are_turns(turns) and are_people(turns)
    if not is_spoken:
        return None
    return _table(list(_answers(turns, asking)), _note(asked, len(counts) - len(asking)))


def _are_turns(turns: Sequence[Turn]) -> bool:
    """Whether most lines name a speaker, or some name one and nothing else."""
    names_alone = sum(bool(turn.who and not turn.words) for turn in turns)
    named = sum(bool(turn.who) for turn in turns)
    return names_alone >= _FEWEST_TURNS or named >= _NEARLY_ALL * len(turns)


def chat(text: str) -> Table | None:
    """The answers in a chat or in subtitles, if the text is one; else None."""
    found = chat_turns(text)
    if found is None:
        return None
    turns, without = found
    counts = Counter(turn.who for turn in turns if turn.who)
    asking = interviewers(turns, is_chat=True)
    if not set(counts) - asking or len(counts) > _MOST_IN_CHAT:
        return None
    note = _note(sum(counts[who] for who in asking), len(counts) - len(asking))
    notes = filter(None, (note, _without_words(without)))
    return _table(list(_answers(turns, asking)), " ".join(notes))


def _turn(record: TableRecord) -> Turn:
    text = record.cells[0]
    if len(text) < _LONG_SPEAKER and (found := _SPEAKER.fullmatch(text)):
        return Turn(record.line, speaker_name(found["who"] or found["who2"]), "")
    if found := _TURN.match(text):
        return Turn(record.line, speaker_name(found["who"]), found["words"])
    return Turn(record.line, "", text)


def _answers(turns: Sequence[Turn], asking: set[str]) -> Iterator[_Answer]:
    """What the others say; what stands above the first turn is a title."""
    who, question = "", ""
    for turn in turns:
        who = turn.who or who
        if who in asking:
            question = question_line(turn.words) if is_asking(turn.words) else question
        elif who and turn.words:
            yield _Answer(turn.line, question, turn.words, who, turn.day)


def _table(answers: Sequence[_Answer], note: str) -> Table | None:
    """Answers with their questions, where these are few, and with who it was and when."""
    if not answers:
        return None
    questions = {answer.question for answer in answers}
    has_questions = "" not in questions and len(questions) <= MOST_QUESTIONS
    has_days = any(answer.day for answer in answers)
    titles = ((_("Question"),) if has_questions else ()) + (_("Answer"), _("Who"))
    who = len(titles) - 1
    titles += (_("Date"),) if has_days else ()
    people = _people(answers)
    rows = (
        (
            *((said.question,) if has_questions else ()),
            *(said.words, people[said.who]),
            *((said.day,) if has_days else ()),
        )
        for said in answers
    )
    lines = (said.line for said in answers)
    records = (TableRecord(0, titles), *map(TableRecord, lines, rows))
    question = 0 if has_questions else None
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
    text = ngettext("{n} person answers.", "{n} people answer.", speakers)
    answer = text.format(n=speakers)
    if not asked:
        return _("It is read as a transcript.") + f" {answer}"
    lines = ngettext(
        "It is read as a transcript: {n} line of who asks is nobody’s answer.",
        "It is read as a transcript: {n} lines of who asks are nobody’s answers.",
        asked,
    )
    return f"{lines.format(n=asked)} {answer}"


def _without_words(n: int) -> str:
    if not n:
        return ""
    text = ngettext(
        "{n} message without words is left out.", "{n} messages without words are left out.", n
    )
    return text.format(n=n)
