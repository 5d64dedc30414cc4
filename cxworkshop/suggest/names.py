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

from cxworkshop.first_names import FIRST_NAMES, WITH_A_CAPITAL

COVER = "…"

_NAME = r"\p{Lu}[\w'’-]+"
_PARTICLE = r"(?:de|del|della|di|da|du|la|le|van|von|vom|zu|den|der|ten|ter|el|al|bin|abd|af|av)"
_NAMES = rf"(?:{_PARTICLE}\s+){{0,2}}{_NAME}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME})?"
_TITLES = (
    r"Mr|Mrs|Ms|Miss|Prof|Nurse|Sister|Herr|Herrn|Frau|Monsieur|Madame|Mademoiselle|Mme|Mlle"
    r"|Señora?|Señorita|Sra?|Srta|Doña|Don|Mevrouw|Mevr|Meneer|Dhr|Mw|Fru|Fröken"
    r"|[Pp]ani?|[Pp]anią|[Pp]ana"
)
_TITLED = regex.compile(
    rf"\b(?:(?:{_TITLES})\b\.?\s+(?:[Dd]r\.?\s+)?|[Dd]r\b\.?\s+|M\.\s+){_NAMES}"
    r"|(?<!\w)(?:السيدة?|الدكتورة?|الأستاذة?|المهندسة?|الشيخ)\s+\w+(?:\s+\w+)?"
)
_INTRODUCED = regex.compile(
    r"\b(?:[Mm]y name is|(?:is|was|am) called|is named|[Aa]sk(?:ed)? for|"
    r"[Ii]ch heiße|[Mm]ein Name ist|"
    rf"[Jj]e m['’]appelle|[Mm]e llamo|[Mm]ijn naam is|[Ii]k heet)\s+[“”\"„«‘']?({_NAMES})"
)
# Two capitalized words in a row, not at the beginning of a sentence or a line, where any word has
# a capital. A word in capitals only is an abbreviation.
_SPELT = r"\p{Lu}[\w'’-]*\p{Ll}[\w'’-]*"
_PAIR = regex.compile(rf"(?<=[\p{{Ll}},] )({_SPELT} +{_SPELT})(?=[\s.,;:!?)]|$)")
# What stands in pairs of capitalized words that are no names: "May Terrible", "Punctual Was".
_NO_NAMES = """
was is are were be been has have had did does do not never no and but or if so then when where what
why how who this that these those there here they we you he she it i my our your their his her its
the a an of in on at by for from with to very too just all some any more most good bad great nice
terrible awful poor excellent best worst better worse slow fast late early friendly rude helpful
punctual clean dirty cold hot new old open closed free please thanks thank sorry dear hello hi ok
service staff team customer customers january february march april may june july august september
october november december monday tuesday wednesday thursday friday saturday sunday christmas easter
ihr ihre ihrem ihren ihrer ihres sie ihnen su sus usted ustedes votre vos uw
summer winter spring autumn north south east west street road city town app website android iphone
google windows apple facebook
"""
_NOT_IN_NAMES = frozenset(_NO_NAMES.split())
_LONGEST_ABBREVIATION = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEHIND_NAMES = """
at is was has had who she he and or the in on from said says told to with for an of does did ist war
hat und von im am die der das est a et du de la en es ha y heeft van er och og about me my we you
they if but so will would can could always never very not knows helped called came answered
"""
_FOLLOWS = frozenset(_BEHIND_NAMES.split())
# Addresses: a number beside a street in the order of the language, or a British postcode.
_WAYS = (
    r"\d{1,4}[a-z]?,? (?:\w+ ){1,2}"
    r"(?:street|road|lane|avenue|crescent|terrace|gardens|grove|court|square|mews)"
    r"|\w+(?:straße|strasse|gasse|allee|weg|ring|ufer|damm|straat|laan|gracht|kade|plein|singel|gatan?"
    r"|vägen|vej|veien|vei) \d{1,4}"
    r"|\w+str\. ?\d{1,4}[a-z]?"
    r"|\d{1,4},? (?:bis,? |ter,? )?"
    r"(?:rue|avenue|boulevard|chemin|impasse|allée|place|quai|cours) \w+"
    r"|(?:calle|c/|avenida|avda\.|paseo|plaza) ?(?:\w+,? ){1,4}(?:n[.º°]* ?)?\d{1,4}"
    r"|(?:ul\.|ulic[ay]|al\.|alej[aei]|alei|pl\.|placu?|os\.|osiedle) ?(?:\w+\.? ){1,3}\d{1,4}"
    r"|rynek \d{1,4}"
    r"|شارع (?:\w+ ){1,3}\d{1,4}|\d{1,4} شارع \w+"
    r"|[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}"
)
_ADDRESS = re.compile(rf"(?<!\w)(?:{_WAYS})(?!\w)", re.IGNORECASE)
# Nobody who writes to us was born in the last ten years; a day of those years is a visit's.
_YEAR = r"(?:19\d\d|200\d|201[0-4]|[3-9]\d)"
_DAYS = "|".join(rf"\d{{1,2}}{mark}\d{{1,2}}{mark}{_YEAR}" for mark in (r"\.", "/", "-"))
_BORN = re.compile(rf"(?<![\d/.-])(?:{_DAYS}|(?:19[2-9]\d|200\d)-\d\d-\d\d)(?![\d/.-]\d|\d)")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w")
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
    (NameKind.NUMBER, _ADDRESS),
    (NameKind.NUMBER, _BORN),
)


def likely(words: str, known: Iterable[str] = ()) -> tuple[LikelyName, ...]:
    """Find what might identify somebody, as it is spelt; `known` are names in the workshop."""
    found: list[LikelyName] = []
    for sort, rule in _RULES:
        found += [
            LikelyName(match.group(match.lastindex or 0), sort) for match in rule.finditer(words)
        ]
    found = [one for one in found if one.sort is not NameKind.NAME or _may_be_name(one.words)]
    found += (LikelyName(name, NameKind.NAME) for name in _first_named(words))
    found += _known_in(words, known)  # the most certain kind comes last, and wins
    once = {one.words: one for one in found}.values()
    return tuple(one for one in once if not any(_part_of(one, other) for other in once))


def _may_be_name(words: str) -> bool:
    """Whether none of its words is of the kind that names have not."""
    is_abbreviation = words.isupper() and len(words) <= _LONGEST_ABBREVIATION
    return not is_abbreviation and _NOT_IN_NAMES.isdisjoint(words.casefold().split())


def _first_named(words: str) -> Iterator[str]:
    """First names in any letters, with the surname behind: "jane smithers", "MARIA GONZALES"."""
    found = list(_WORD.finditer(words))
    for number, one in enumerate(found):
        name = one[0].casefold()
        if name not in FIRST_NAMES or (name in WITH_A_CAPITAL and not _stands_out(words, one)):
            continue
        behind = found[number + 1] if number + 1 < len(found) else None
        if behind is not None and _is_surname(one[0], behind[0], words[one.end() : behind.start()]):
            yield words[one.start() : behind.end()]
        else:
            yield one[0]


def _stands_out(words: str, one: re.Match[str]) -> bool:
    """Whether it has a capital that the beginning of a sentence does not explain."""
    before = words[: one.start()].rstrip(" “„«\"'(")
    return one[0][0].isupper() and bool(before) and before[-1] not in ".!?:…\n"


def _is_surname(first: str, second: str, between: str) -> bool:
    """Whether the word behind a first name belongs to it, as far as its letters say."""
    folded = second.casefold()
    if between != " " or len(second) < 3 or folded in _NOT_IN_NAMES or folded in _FOLLOWS:
        return False
    return second[0].isupper() or first.islower() or second.isupper() or len(second) > 5


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
