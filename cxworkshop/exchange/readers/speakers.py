"""Who speaks in a transcript or a chat: who asks, and whether the speakers are people at all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from cxworkshop.first_names import FIRST_NAMES
from cxworkshop.textual import fold

_ASKS = re.compile(
    r"interviewer(?:in)?|interviewende|intervieweu(?:r|se)|entrevistador[ae]?|intervjuare?|intervjuer"
    r"|moderator(?:in)?|moderador[ae]?|mod[ée]rat(?:eur|rice)|animat(?:eur|rice)|enqu[êe]t(?:eur|rice)"
    r"|facilitator|researcher|ordstyrer|questions?|frage|pregunta|vraag|spørgsmål|spørsmål|fråga"
    r"|intervistatore|intervistatrice|ankieter|haastattelija|インタビュアー|質問者|聞き手|司会"
)
_HOSTS = re.compile(
    r"host|gastgeber(?:in)?|organi[sz]er|admin(?:istrator)?|(?:unser )?team(?: .*)?"
)
_ASKS_IN_SHORT = frozenset(("i", "q", "f", "int"))
_SHORT = 3  # characters of "I", "INT", "P2"
_PERSON = re.compile(
    r"(?:customer|client|guest|visitor|patient|participant|respondent|speaker|user|member|parent"
    r"|kund(?:e|in)|gast|besucher(?:in)?|patient(?:in)?|teilnehmer(?:in)?|sprecher(?:in)?|person"
    r"|client[ea]?|intervenant|hablante|usuari[oa]|klant|deelnemer|deltager|deltaker|deltagare|kund"
    r"|[a-z])(?: ?\d{1,3}| [a-z])?"
    r"|(?:mr|mrs|ms|miss|dr|prof|frau|herr|mme|m|madame|monsieur|sra?|señora?|mevrouw|meneer|dhr"
    r"|mevr|fru|hr|pan|pani|signora?)\.? .+"
)
# Names that are words as well, or short for others; before a colon they are names.
_ALSO_WORDS = """
alex amy ben bert bill bob chris clara dan dora ed ella emil ernst eva felix fritz grace harry ida
jack jan jim joe kim kurt lea lena leon lou luca lukas mark max may mia mila nick nora otto pat paul
robin rosa rose sam sofia ted tim tina tom will leo lily lucy jo jon oskar theo karl carl hugo
"""
_NAMES = FIRST_NAMES | frozenset(_ALSO_WORDS.split())
_IS_ASKED = re.compile("[?？؟]")
_BEFORE_NAME = re.compile(r"^\W+")
_FEWEST_QUESTIONS = 2
_MOST_WORDS = 4  # of a name


class Turn(NamedTuple):
    """What somebody says, and the day where that is known; "" goes on with the one before."""

    line: int
    who: str
    words: str
    day: str = ""


def speaker_name(text: str) -> str:
    """A name as it tells speakers apart, however it is spelled."""
    return " ".join(_BEFORE_NAME.sub("", text).casefold().split())


def is_asking(words: str) -> bool:
    """Whether a question stands in these words."""
    return bool(_IS_ASKED.search(words))


def interviewers(turns: Sequence[Turn], *, is_chat: bool = False) -> set[str]:
    """Who asks. A letter alone says so only among letters: "I" and "P2"."""
    speakers = {turn.who for turn in turns if turn.who}
    are_short = all(len(who) <= _SHORT for who in speakers)
    named = {
        who
        for who in speakers
        if _ASKS.fullmatch(plain := who.rstrip(" 0123456789"))
        or (are_short and plain in _ASKS_IN_SHORT)
        or (is_chat and _HOSTS.fullmatch(who))
    }
    fewest = 1 if is_chat else _FEWEST_QUESTIONS  # whoever opens a chat with a question asks
    return named or _asking_most(turns, fewest)


def _asking_most(turns: Sequence[Turn], fewest: int) -> set[str]:
    """Who speaks first and mostly asks, where the others mostly do not."""
    said: defaultdict[str, list[bool]] = defaultdict(list)
    for turn in turns:
        if turn.who:
            said[turn.who].append(is_asking(turn.words))
    first = next(iter(said), "")
    asks = said.get(first, [])
    others = [asked for who, lines in said.items() if who != first for asked in lines]
    is_one = sum(asks) >= fewest and 2 * sum(asks) >= len(asks) and 3 * sum(others) <= len(others)
    return {first} if is_one and others else set()


def are_people(turns: Sequence[Turn]) -> bool:
    """Whether the speakers have names of people: "Parking:" is a topic."""
    speakers = Counter(turn.who for turn in turns if turn.who)
    people = [who for who in speakers if _is_person(who)]
    may_be = all(len(who.split()) <= _MOST_WORDS for who in speakers)
    share = 3 if max(speakers.values(), default=0) > 1 else 2
    return may_be and len(people) >= 2 and share * len(people) >= len(speakers)


def _is_person(who: str) -> bool:
    words = fold(who)
    return bool(_PERSON.fullmatch(words)) or words.partition(" ")[0] in _NAMES
