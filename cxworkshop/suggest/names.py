"""Likely names, mail addresses and telephone numbers inside somebody's words (R7).

Only shown to a person, who decides. It is a rule of thumb for languages with capital letters, and
would rather miss a name than take half of the words for names.
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
# Two capitalized words in a row, not at the beginning of a sentence or a line, where any word has
# a capital. A word in capitals only is an abbreviation.
_SPELT = r"\p{Lu}[\w'’-]*\p{Ll}[\w'’-]*"
_PAIR = regex.compile(rf"(?<=[\p{{Ll}},] )({_SPELT} +{_SPELT})(?=[\s.,;:!?)]|$)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_HANDLE = re.compile(r"(?<![\w.@/])@\w[\w.]{2,}")
_DATE = r"\d{4}-\d\d?-\d\d?(?!\d)|\d\d?[/-]\d\d?[/-]\d{4}(?!\d)"
_PHONE = re.compile(rf"(?<![\w.])(?!{_DATE})\+?\d[\d /()-]{{7,}}\d(?![\d.]\d)(?!\d)")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d\d(?: ?[\dA-Z]{4}){3,7}(?: ?[\dA-Z]{1,3})?\b")


class NameKind(StrEnum):
    """What a piece of text looks like."""

    CUSTOMER = "customer"  # the name of one of our customers
    NAME = "name"
    MAIL = "mail"
    NUMBER = "number"


@dataclass(frozen=True)
class LikelyName:
    """A piece of text that might identify somebody."""

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
    """Find what might identify somebody, as it is spelt; `known` are names in the workshop."""
    found: list[LikelyName] = []
    for sort, rule in _RULES:
        found += [
            LikelyName(match.group(match.lastindex or 0), sort) for match in rule.finditer(words)
        ]
    found += _known_in(words, known)  # the most certain kind comes last, and wins
    once = {one.words: one for one in found}.values()
    return tuple(one for one in once if not any(_part_of(one, other) for other in once))


def likely_names(words: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Find what might identify somebody, as plain text."""
    return tuple(one.words for one in likely(words, known))


def covered(words: str, pieces: Iterable[str]) -> str:
    """Replace each of these pieces by "…", whatever its case."""
    rule = holding(pieces)
    return rule.sub(COVER, words) if rule else words


def holding(pieces: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for these pieces as whole words, with or without a genitive s; None for none."""
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
    contained = (name for name in known if name.strip() and name.casefold() in line)
    for name in contained:  # far faster than a search of every text by every name's pattern
        if match := re.search(_whole(name), words, re.IGNORECASE):
            yield LikelyName(match.group(), NameKind.CUSTOMER)
