"""Where a word of Latin letters may be divided at the end of a line: by pyphen's patterns.

The language is the paper's, unless a text has letters that only another one has. A language that we
have no patterns of is divided as Turkish is: before a consonant that a vowel follows.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import pyphen

_LEAST = 3  # letters on either side: fewer are hard to read
_LATIN = "A-Za-zÀ-ÖØ-öø-\u024f\u1e00-\u1eff"
# A word with the marks around it, what is elided before it and a short ending: “l’annonce’s”.
_WORD = re.compile(
    rf"[^\w@#/\\]*(?:[{_LATIN}]{{1,3}}[’'])?([{_LATIN}]+)(?:[’'][{_LATIN}]{{1,2}})?[^\w@/\\]*"
)
PATTERNS = {"de": "de_DE", "en": "en_US", "es": "es", "fr": "fr", "nl": "nl_NL", "pl": "pl_PL"}
_TURKISH = "tr"
_TELLING = (
    (re.compile("[ğĞıİşŞ]"), _TURKISH),
    (re.compile("[ąęłńśźżĄĘŁŃŚŹŻ]"), "pl"),
    (re.compile("ß"), "de"),
    (re.compile("[ñ¿¡]"), "es"),
)
_VOWELS = "aeiouàáâãäåæèéêëìíîïòóôõöøùúûüıąęœ"
_SYLLABLE = re.compile(rf"[^{_VOWELS}](?=[{_VOWELS}])", re.IGNORECASE)


def language_of(text: str, paper: str) -> str:
    """Whose syllables count in this text; "" for a language that is nobody's here."""
    if not text.isascii():
        told = next((spoken for letters, spoken in _TELLING if letters.search(text)), "")
        if told:
            return told
    plain = paper.partition("_")[0]
    return plain if plain in PATTERNS or plain == _TURKISH else ""


@lru_cache(maxsize=4096)
def places(chunk: str, language: str) -> tuple[int, ...]:
    """Where the one word of this chunk may be divided; nowhere in an address or a figure."""
    found = _WORD.fullmatch(chunk)
    if found is None or len(found[1]) < 2 * _LEAST:
        return ()
    word, start = found[1], found.start(1)
    return tuple(
        start + at for at in _syllables(word, language) if _LEAST <= at <= len(word) - _LEAST
    )


def letters_of(chunk: str) -> tuple[int, int]:
    """Where the letters of the chunk's one word begin and end; twice 0 for what is no word."""
    found = _WORD.fullmatch(chunk)
    return found.span(1) if found else (0, 0)


def _syllables(word: str, language: str) -> list[int]:
    if language in PATTERNS:
        return [*map(int, _dictionary(PATTERNS[language]).positions(word))]
    return [one.start() for one in _SYLLABLE.finditer(word)]


@cache
def _dictionary(name: str) -> pyphen.HyphDict:
    return _Dictionary(pyphen.LANGUAGES[name])


class _Patterns:
    """Patterns as they are written ("1be", "4t3s"), taken apart when a word asks for them."""

    def __init__(self, written: dict[str, str]) -> None:
        self._written = written

    def get(self, letters: str) -> tuple[int, list[int]] | None:
        """Return the first place that is graded, and the grades of all from there on."""
        written = self._written.get(letters)
        if written is None:
            return None
        return 0, [int(digit or 0) for digit, _letter in pyphen.parse(written)]


class _Dictionary(pyphen.HyphDict):  # type: ignore[misc]  # pyphen has no types
    """pyphen's own takes all patterns apart at once, which are 0.6 s of German."""

    def __init__(self, path: Path) -> None:
        encoding, _end, rows = path.read_bytes().partition(b"\n")
        named = encoding.decode("ascii").strip()
        letters = rows.translate(None, b"0123456789").decode(named).split("\n")
        written = dict(zip(letters, rows.decode(named).split("\n"), strict=True))
        self.patterns = _Patterns(written)
        self.maxlen = max(len(one) for one in written if one[:1] not in "#%")
        self.cache: dict[str, list[int]] = {}
