"""Parse lines that were typed from paper, without looking at the workshop.

People write numbers in many ways: 3 17 22, 3;17, 17+22, no. 17, #17, 3-7, in digits of any script.
A range is accepted only when it is unambiguous: 3-7 is, 3-7-12 is not.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from cxworkshop.exchange.pieces import without_bullet
from cxworkshop.i18n import _
from cxworkshop.textual import clean, fold

LONGEST_RANGE = 200  # cards: more is a slip of the finger
_DIGITS = 9  # of a number that a card could have
_DASHES = "\\-‐‑‒–—−－"
_COLONS = re.compile("[:：﹕]")
_OTHER_SIGNS = re.compile(rf"=|\s[{_DASHES}]\s")  # between a headline and its numbers
_BETWEEN = re.compile(r"[\s,;.+&/|·•#№()、，；。،؛]+")
_AROUND_A_DASH = re.compile(rf"(?<=\d)(?:\s+[{_DASHES}]\s+|[{_DASHES}])(?=\d)")
_RANGE = re.compile(r"(\d+)-(\d+)")
_BULLET = re.compile(rf"^\s*[*•‣·▪●○◦{_DASHES}]\s+")
_BALLOT = re.compile(
    rf"(?P<code>\d+|[^\W\d_]{{1,3}})"
    rf"(?:\s*[:=→>]\s*|\s+[{_DASHES}]\s+|[{_DASHES}](?=\d)|\s*[,;،؛|/]\s*|\.?\s+)"
    rf"(?P<votes>[{_DASHES}]?\s?\d[\d.,'’ ]*)"
)


@dataclass(frozen=True)
class PileLine:
    """A pile from the wall: the headline, the numbers in order, and what is not a number."""

    number: int
    text: str
    headline: str
    codes: tuple[int, ...]
    strange: tuple[str, ...] = ()


@dataclass(frozen=True)
class BallotLine:
    """A ballot: its code and how many votes; None where that is not a whole number."""

    number: int
    text: str
    code: str
    votes: int | None
    typed: str = ""  # the votes as typed


def pile_lines(text: str) -> list[PileLine]:
    """Parse each line that is not empty; the headline is "" where none can be recognised."""
    return [_pile(number, without_bullet(line)) for number, line in _lines(text)]


def ballot_lines(text: str) -> list[BallotLine]:
    """Parse each line that is not empty; the code is "" for a line of another form."""
    return [_ballot(number, _BULLET.sub("", line)) for number, line in _lines(text)]


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines that are not empty, with their numbers; empty lines are counted."""
    lines = enumerate(map(clean, text.splitlines()), 1)
    return [(number, line) for number, line in lines if line]


def _pile(number: int, line: str) -> PileLine:
    """Split at the first sign that only numbers follow; else at the last colon."""
    parted = [
        (line[: sign.start()], line[sign.end() :])
        for signs in (_COLONS, _OTHER_SIGNS)
        for sign in signs.finditer(line)
    ]
    for headline, rest in parted:
        codes, strange = _codes(rest)
        if codes and not strange:
            return PileLine(number, line, _one_line(headline), codes)
    colons = [*_COLONS.finditer(line)]
    if not colons:
        return PileLine(number, line, "", ())
    last = colons[-1]
    return PileLine(number, line, _one_line(line[: last.start()]), *_codes(line[last.end() :]))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _codes(text: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    plain = _AROUND_A_DASH.sub("-", _plain(text))
    spoken = {*fold(_("no nos nr number numbers card cards and")).split(), "no", "nr"}
    codes: list[int] = []
    strange: list[str] = []
    for part in filter(None, _BETWEEN.split(plain)):
        found = _numbers(part)
        if found:
            codes += found
        elif fold(part) not in spoken:
            strange.append(part)
    return tuple(codes), tuple(strange)


def _numbers(part: str) -> list[int]:
    bare = re.sub(r"^(?:no|nr|و)(?=\d)", "", part, flags=re.IGNORECASE)  # و17 is "and 17"
    if re.fullmatch(rf"[0-9]{{1,{_DIGITS}}}", bare):
        return [int(bare)]
    ends = _RANGE.fullmatch(bare)
    if ends is None or max(map(len, ends.groups())) > _DIGITS:
        return []
    first, last = map(int, ends.groups())
    return [*range(first, last + 1)] if 0 < last - first < LONGEST_RANGE else []


def _ballot(number: int, line: str) -> BallotLine:
    plain = _without_words(_plain(line))
    found = _BALLOT.fullmatch(plain)
    if found is None:
        return BallotLine(number, line, "", None)
    votes = found["votes"].strip()
    whole = votes.isdecimal() and len(votes) <= _DIGITS
    return BallotLine(number, line, found["code"], int(votes) if whole else None, votes)


def _without_words(line: str) -> str:
    """ "Card no. 17: 9 votes" is "17: 9"."""
    before = {*fold(_("no nos nr number numbers card cards and")).split(), fold(_("group"))}
    behind = {*fold(_("vote votes")).split()}
    parts = line.replace("#", " ").replace("№", " ").split()
    while len(parts) > 1 and fold(parts[0].rstrip(".")) in before:
        parts = parts[1:]
    while len(parts) > 1 and fold(parts[-1]) in behind:
        parts = parts[:-1]
    return " ".join(parts)


def _plain(text: str) -> str:
    """Replace digits of any script and full-width signs by those of ASCII."""
    return "".join(map(_plain_sign, text))


def _plain_sign(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    wide = 0xFF01 <= ord(sign) <= 0xFF5E
    return chr(ord(sign) - 0xFEE0) if wide else sign
