"""What the DataMatrix on a card, a headline or a ballot says: digits, as few as can be.

A kind, five digits of the workshop's identity, what is printed there for people, and a checksum of
all that. Sixteen digits make a symbol of 14 modules, 24 one of 16.
"""

from __future__ import annotations

from typing import NamedTuple
from zlib import crc32

from cxworkshop.ids import letter_number, letters

_CARD, _HEADLINE, _VOTE = "123"
_LENGTHS = {_CARD: 16, _HEADLINE: 16, _VOTE: 24}
_WORKSHOPS, _CHECKS = 100_000, 10_000
MOST_CODES = 999_999  # of cards; a larger one has no symbol
MOST_BALLOTS = 9_999


class PaperCode(NamedTuple):
    """What one symbol stands for: a card by its number, a headline or a vote by round and code.

    `workshop` is the short identity; `code` is what people read, "17" or "B". `round_number` is 0
    for a card, whose number is the same in all rounds. `ballot` is 0 for what is no vote.
    """

    workshop: str
    code: str
    round_number: int = 0
    ballot: int = 0

    @property
    def is_headline(self) -> bool:
        return bool(self.round_number) and not self.ballot

    @property
    def digits(self) -> str:
        """What the symbol holds."""
        if not self.round_number:
            body = f"{_CARD}{self.workshop}{int(self.code):06}"
        elif not self.ballot:
            body = f"{_HEADLINE}{self.workshop}{self.round_number:03}{letter_number(self.code):03}"
        else:
            body = f"{_VOTE}{self.workshop}{self.round_number:03}{self.ballot:04}{self._subject}"
        return body + _checksum(body)

    @property
    def _subject(self) -> str:
        """A digit for card or group, and the number of it."""
        is_card = self.code.isdecimal()
        return f"{0 if is_card else 1}{int(self.code) if is_card else letter_number(self.code):06}"


def short_identity(identity: str) -> str:
    """Five digits of a workshop's identity: enough to tell the papers of two teams apart."""
    return f"{int(identity, 16) % _WORKSHOPS:05}"


def read_digits(digits: str) -> PaperCode | None:
    """What they stand for; None for what is none of our codes."""
    kind, body = digits[:1], digits[:-4]
    is_ours = digits.isascii() and digits.isdigit() and len(digits) == _LENGTHS.get(kind)
    if not is_ours or digits[-4:] != _checksum(body):
        return None
    workshop, rest = body[1:6], body[6:]
    if kind == _CARD:
        return PaperCode(workshop, str(int(rest)))
    round_number = int(rest[:3])
    if kind == _HEADLINE:
        return PaperCode(workshop, letters(int(rest[3:])), round_number)
    is_card, number = rest[7] == "0", int(rest[8:])
    return PaperCode(workshop, str(number) if is_card else letters(number), round_number,
                     int(rest[3:7]))  # fmt: skip


def _checksum(body: str) -> str:
    return f"{crc32(body.encode()) % _CHECKS:04}"
