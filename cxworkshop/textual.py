"""Clean and compare what people type, paste and import."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal

MAX_VERBATIM = 10_000
MAX_HEADLINE = 500
MOST_IN_TITLE = 120  # letters of a customer’s sentence where a title stands
MOST_IN_QUOTE = 240  # letters of one on a card of the screen
MOST_ON_POSTER = 240  # letters of what we did, or say: read across a room, beside two others
FEWEST_WORDS, MOST_WORDS = 5, 32  # of a quote that says enough, and can be read in passing
_ENDS = (".", "!", "?", "…", "。", "؟", "।")

# What makes a table program calculate, also in full width, in which Chinese and Japanese are typed.
FORMULA_OPENINGS = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"

_NEW_LINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters, lone surrogates and the byte order mark. Overrides, embeddings and isolates
# reorder the text around them; the plain marks U+200E and U+200F are part of ordinary Hebrew and
# Arabic and stay.
_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]+")


class _Comparable(dict[int, int | None]):
    """For `str.translate`: a space for whatever does not tell words apart.

    Letters, digits, currencies and emoji stay, and so do the marks that are vowels in Hindi, Thai
    or Arabic, which `\\w` of a regular expression leaves out.
    """

    def __missing__(self, code: int) -> int | None:
        kind = unicodedata.category(chr(code))
        self[code] = code if kind[0] in "LMN" or kind in ("So", "Sc", "Pc") else ord(" ")
        return self[code]


_EMOJI_STYLE = 0xFE0F  # a variation selector: a heart is the same heart without it
_COMPARABLE = _Comparable({_EMOJI_STYLE: None})
_BETWEEN = "[,;，、；،]"  # also as Chinese, Japanese and Arabic write them
_LONG = 200  # characters, from which on it is quicker to replace the few different ones
_FEW = 40


# Marks that pile up on one letter. More than 30 are no writing, and sorting n of them for NFC takes
# n * n steps, so a joiner that nobody sees parts them ("Stream-Safe Text", UAX #15). The pattern
# is quick, leaves out blocks without a mark (symbols, private use, emoji), and finds a few others
# as well; whether they are marks is asked behind it.
_MOST_MARKS = 30
_JOINER = "\u034f"
_WITHOUT_MARKS = (
    "\x00-\x7f\u2010-\u20cf\u2100-\u2bff\ue000-\uf8ff\U0001f000-\U0001fbff\U000f0000-\U0010ffff"
)


@cache
def _runs_of_more(most: int) -> re.Pattern[str]:
    return re.compile(rf"[^\w\s{_WITHOUT_MARKS}{_JOINER}]{{{most + 1},}}")


# Signs that normalise to others for good, as compatibility ideographs do. To compose a text takes
# fifteen times as long when one of them is in it, unless they were exchanged before.
# Compiled when first needed, as what is above: a short command has no text that is not ASCII.
_FOR_GOOD = "[\u2126-\u212b\uf900-\ufaff\ufb1d-\ufb4e\U0001d15e-\U0001d1c0\U0002f800-\U0002fa1d]"

# For ASCII alone: small letters, and a space for what does not tell words apart.
_ASCII_COMPARABLE = bytes(
    ord(chr(code).lower()) if chr(code).isalnum() or chr(code) in "$_" else ord(" ")
    for code in range(128)
).ljust(256)


def clean(text: str) -> str:
    """Normalise a text for keeping: NFC, no control characters but newline and tab, trimmed.

    Lone surrogates and characters that reorder their neighbours are dropped; nothing else is.
    """
    if text.isascii() and text.isprintable():
        return text.strip()  # most of what people type: there is nothing to clean
    kept = _DROPPED.sub("", _NEW_LINES.sub("\n", text))
    return _normalized("NFC", kept).strip()


def shortened(text: str, most: int = MOST_IN_TITLE) -> str:
    """A text of at most so many characters, ended between two words by "…" where it is longer."""
    if len(text) <= most:
        return text
    cut = most - 1
    while cut and _belongs_to_the_one_before(text[cut]):
        cut -= 1
    begun = text[:cut]
    whole_words = begun if text[cut].isspace() else begun.rpartition(" ")[0]
    if len(whole_words) * 2 > most:  # scripts without spaces, and one endless word, have none
        begun = whole_words
    return begun.rstrip(" \n,;:.–-") + "…"


def _belongs_to_the_one_before(char: str) -> bool:
    return unicodedata.category(char)[0] == "M" or char == "\u200d"


def is_western(text: str) -> bool:
    """Whether all of it is in the code page of Western Europe, as most texts are.

    Such a text has no marks to be joined to letters, and nothing that runs to the left or needs
    another font. To ask is quicker than to compile a pattern.
    """
    if text.isascii():
        return True
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def fold(text: str) -> str:
    """Normalise a text for comparing: case, width, punctuation and spaces make no difference.

    Punctuation alone folds to itself, so that "?" and "!" are not the same.
    """
    if text.isascii():
        plain = text.encode().translate(_ASCII_COMPARABLE).decode()
        return " ".join(plain.split()) or text.casefold().strip()
    wide = _normalized("NFKC", text)
    # Small letters last: some become three characters.
    return " ".join(_comparable(wide).split()).casefold() or wide.casefold().strip()


def _comparable(text: str) -> str:
    if len(text) < _LONG:
        return text.translate(_COMPARABLE)
    others = [char for char in set(text) if _COMPARABLE[ord(char)] != ord(char)]
    if len(others) > _FEW:
        return text.translate(_COMPARABLE)
    for char in others:
        text = text.replace(char, char.translate(_COMPARABLE))
    return text


def with_full_stop(text: str) -> str:
    """Return the text as a sentence of ours; "" and what ends a sentence stay as they are."""
    words = text.strip()
    return words + ("" if not words or words.endswith(_ENDS) else ".")


def without_full_stop(text: str) -> str:
    """Return the text for the end of a sentence that has its own: "Mira and Ben O"."""
    return text.strip().removesuffix(".")


def piled_up_marks(text: str) -> Iterator[int]:
    """The number of marks on each letter that has more than any writing has: more than 30."""
    found = _runs_of_more(_MOST_MARKS).finditer(text)
    return filter(None, (_marks_in(run[0]) for run in found))


def _marks_in(run: str) -> int:
    if not any(map(unicodedata.combining, set(run))):
        return 0  # of emoji, or of dots: there may be many such runs
    return sum(map(bool, map(unicodedata.combining, run)))


def _normalized(form: Literal["NFC", "NFKC"], text: str) -> str:
    parted = _parted(text)
    if re.search(_FOR_GOOD, parted):
        parted = unicodedata.normalize("NFD", parted)
    return unicodedata.normalize(form, parted)


def _parted(text: str) -> str:
    return _runs_of_more(_MOST_MARKS).sub(lambda found: _parted_run(found[0]), text)


def _parted_run(run: str) -> str:
    if not _marks_in(run):
        return run
    parts, marks = [], 0
    for char in run:
        new = len(unicodedata.normalize("NFD", char)) if unicodedata.combining(char) else 0
        if marks + new > _MOST_MARKS:
            parts.append(_JOINER)
            marks = 0
        marks = marks + new if new else 0
        parts.append(char)
    return "".join(parts)


def listed(line: str) -> tuple[str, ...]:
    """What stands between the commas or semicolons of a line, without what is empty."""
    return tuple(filter(None, map(str.strip, re.split(_BETWEEN, line))))


def quote_order(words: str) -> tuple[bool, int]:
    """The key by which words come first that can be read in passing and still say enough.

    The first of a good length comes first, and among the others the shortest.
    """
    good = FEWEST_WORDS <= len(words.split()) <= MOST_WORDS
    return not good, 0 if good else len(words)
