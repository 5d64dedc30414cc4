"""Make ids, which sort by time; where a rule allows one row only, its id is a fixed name."""

from __future__ import annotations

import os
import string
import struct
import threading
import time
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterable, Iterator
from itertools import islice

from cxworkshop.blake2 import blake2b

# Base 64 in an alphabet that sorts as text.
_DIGITS = "-" + string.digits + string.ascii_uppercase + "_" + string.ascii_lowercase
_USUAL = string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/"
_SORTING = bytes.maketrans(_USUAL.encode(), _DIGITS.encode())
_USUAL_AGAIN = bytes.maketrans(_DIGITS.encode(), _USUAL.encode())
_LENGTH = 16
_FIRST = 1 << 54  # makes the first digit a 0: behind the ids of formats 1 and 2, until 2109
_MOST = _FIRST - (1 << 40)  # what is behind leaves room for many ids
_lock = threading.Lock()
_last = 0


def _random_tails() -> Iterator[int]:
    """36 random bits each time; the system is not asked for each."""
    while True:
        for number in struct.unpack(">512Q", os.urandom(512 * 8)):
            yield number >> 28


_tails = _random_tails()


def new_id() -> str:
    """Make an id of 16 characters; later ones of one program sort after earlier ones."""
    return new_ids(1)[0]


def new_ids(count: int) -> list[str]:
    """Make so many ids at once: an import needs 80,000.

    The first ten hold what a UUIDv7 does, milliseconds and a 12-bit counter, the other six are
    random (36 bits). The counter keeps the order of ids made within one millisecond, also when the
    clock stands still or is set back, and `go_on_behind` that from one program to the next. Formats
    1 and 2 had UUIDs of 36 characters: an answer holds eleven ids, so that each character counts.
    """
    global _last  # noqa: PLW0603 - the one counter of the whole program
    with _lock:
        moment = (time.time_ns() // 1_000_000) << 12
        # A clock set to 2109 or later would make ids that sort before those of today.
        first = max(moment if moment < _MOST else 0, _last + 1)
        _last = first + count - 1
        tails = list(islice(_tails, count))
    numbers = zip(range(first, first + count), tails, strict=True)
    data = [((_FIRST | number) << 36 | tail).to_bytes(12, "big") for number, tail in numbers]
    text = _text(b"".join(data))
    return [text[at : at + _LENGTH] for at in range(0, _LENGTH * count, _LENGTH)]


def go_on_behind(ids: Iterable[str]) -> None:
    """Make later ids sort after these, of a file: the clock may have been set back since.

    Ids of another form, and what no clock can have shown, are passed over.
    """
    global _last  # noqa: PLW0603 - the one counter of the whole program
    moments = [moment for made in ids if (moment := _moment(made)) < _MOST]
    with _lock:
        _last = max(_last, *moments, 0)


def _moment(made: str) -> int:
    """The milliseconds and the counter in an id; -1 if it has none."""
    try:
        data = a2b_base64(made.encode("ascii").translate(_USUAL_AGAIN))
    except ValueError:
        return -1
    number = int.from_bytes(data, "big") >> 36
    is_one_of_ours = len(made) == _LENGTH == len(data) * 4 // 3 and number >= _FIRST
    return number - _FIRST if is_one_of_ours else -1


def new_session() -> str:
    """Make a random id for one opening of a file; it is stamped on every row that is written."""
    return _text(os.urandom(6))


def _text(data: bytes) -> str:
    """The bytes in base 64; their number can be divided by three."""
    return b2a_base64(data, newline=False).translate(_SORTING).decode("ascii")


def identity_from(first_session: str) -> str:
    """A workshop's identity, from the random id of the session that made it.

    Its first rows carry that session's stamp, so an identity can be found again in an older format
    that had none, and in a file that has lost the row which holds it.
    """
    return blake2b(first_session.encode("utf-8", "replace"), digest_size=16).hexdigest()


def letters(number: int) -> str:
    """A group's letters from its number: 1 is A, 26 is Z, 27 is AA."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def letter_number(text: str) -> int:
    """The inverse of `letters`: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
