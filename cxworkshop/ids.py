"""Make ids: UUIDv7 (RFC 9562); where a rule allows one row only, its id is a fixed name."""

from __future__ import annotations

import os
import threading
import time
from hashlib import blake2b

_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """Make a UUIDv7 of 36 characters; later ones of one program sort after earlier ones.

    The 12 bits after the milliseconds count on, so that ids made within one millisecond keep
    their order even when the clock stands still or is set back.
    """
    global _last  # noqa: PLW0603 - the one counter of the whole program
    with _lock:
        _last = max(_last + 1, (time.time_ns() // 1_000_000) << 12)
        stamp = _last
    millis, count = stamp >> 12, stamp & 0xFFF
    tail = int.from_bytes(os.urandom(8), "big") & (2**62 - 1)
    number = (millis << 80) | (7 << 76) | (count << 64) | (0b10 << 62) | tail
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def new_session() -> str:
    """Make a random id for one opening of a file; it is stamped on every row that is written."""
    return os.urandom(6).hex()


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
