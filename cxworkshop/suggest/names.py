"""Likely names, mail addresses and telephone numbers inside somebody's words (R7).

Only ever shown to a person, who decides: a rule of thumb, in any language that writes capitals.
It would rather miss one than call half of the words a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import regex

COVER = "…"

_NAME = r"\p{Lu}[\w'’-]+"
_NAMES = rf"{_NAME}(?:\s+{_NAME})?"
_TITLED = regex.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Nurse|Sister|Herr|Herrn|Frau|Monsieur|Madame|Mme|Señora?|"
    rf"Mevrouw|Meneer|Fru)\b\.?\s+{_NAMES}"
)
_INTRODUCED = regex.compile(
    r"\b(?:[Mm]y name is|(?:is|was|am) called|is named|[Aa]sk(?:ed)? for|"
    r"[Ii]ch heiße|[Mm]ein Name ist|"
    rf"[Jj]e m['’]appelle|[Mm]e llamo|[Mm]ijn naam is)\s+({_NAMES})"
)
# Two capitals in a row inside a sentence, not where it or a line begins: any word may have one
# there. A word of capitals alone is an abbreviation.
_SPELT = r"\p{Lu}[\w'’-]*\p{Ll}[\w'’-]*"
_PAIR = regex.compile(rf"(?<=[\p{{Ll}},] )({_SPELT} +{_SPELT})(?=[\s.,;:!?)]|$)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_HANDLE = re.compile(r"(?<![\w.@/])@\w[\w.]{2,}")
_DATE = r"\d{4}-\d\d?-\d\d?(?!\d)|\d\d?[/-]\d\d?[/-]\d{4}(?!\d)"
_PHONE = re.compile(rf"(?<![\w.])(?!{_DATE})\+?\d[\d /()-]{{7,}}\d(?![\d.]\d)(?!\d)")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d\d(?: ?[\dA-Z]{4}){3,7}(?: ?[\dA-Z]{1,3})?\b")


class NameKind(StrEnum):
    """What a piece of somebody's words looks like."""

    CUSTOMER = "customer"  # the name of one of our customers
    NAME = "name"
    MAIL = "mail"
    NUMBER = "number"


@dataclass(frozen=True)
class LikelyName:
    """A piece of somebody's words that might tell who is meant."""

    words: str
    sort: NameKind


_RULES = (
    (NameKind.NAME, _TITLED),
    (NameKind.NAME, _INTRODUCED),
    (NameKind.NAME, _PAIR),
    (NameKind.MAIL, _MAIL),
    (NameKind.MAIL, _HANDLE),
    (NameKind.NUMBER, _PHONE),
    (NameKind.NUMBER, _ACCOUNT),
)


def likely(words: str, known: Iterable[str] = ()) -> tuple[LikelyName, ...]:
    """What might name somebody, as it stands in the words; `known` are names we have as rows."""
    found: list[LikelyName] = []
    for sort, rule in _RULES:
        found += [
            LikelyName(match.group(match.lastindex or 0), sort) for match in rule.finditer(words)
        ]
    found += _known_in(words, known)  # the surest sort comes last, and wins
    once = {one.words: one for one in found}.values()
    return tuple(one for one in once if not any(_part_of(one, other) for other in once))


def likely_names(words: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The same, as the words alone."""
    return tuple(one.words for one in likely(words, known))


def covered(words: str, pieces: Iterable[str]) -> str:
    """The words with every one of these pieces as "…", whatever its capitals."""
    rule = holding(pieces)
    return rule.sub(COVER, words) if rule else words


def holding(pieces: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of these pieces as whole words, a genitive's s included; the longest first."""
    wanted = sorted({" ".join(piece.split()) for piece in pieces} - {""}, key=len, reverse=True)
    if not wanted:
        return None
    return re.compile("|".join(map(_whole, wanted)), re.IGNORECASE)


def _whole(piece: str) -> str:
    inside = r"\s+".join(map(re.escape, piece.split()))
    before = r"(?<!\w)" if piece[0].isalnum() else ""
    after = r"s?(?!\w)" if piece[-1].isalnum() else ""
    return f"{before}{inside}{after}"


def _part_of(one: LikelyName, other: LikelyName) -> bool:
    return one.sort is other.sort and one.words != other.words and one.words in other.words


def _known_in(words: str, known: Iterable[str]) -> Iterator[LikelyName]:
    line = " ".join(words.split()).casefold()
    there = (name for name in known if name.strip() and name.casefold() in line)
    for name in there:  # far quicker than to search every text for every name's rule
        if match := re.search(_whole(name), words, re.IGNORECASE):
            yield LikelyName(match.group(), NameKind.CUSTOMER)
