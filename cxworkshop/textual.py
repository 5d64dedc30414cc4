"""Clean and compare what people type, paste and import."""

from __future__ import annotations

import re
import unicodedata

MAX_VERBATIM = 10_000
MAX_HEADLINE = 500
_ENDS = (".", "!", "?", "…", "。", "؟", "।")

# Overrides, embeddings and isolates reorder the text around them; the plain marks U+200E and
# U+200F are part of ordinary Hebrew and Arabic and stay.
_BIDI_CONTROLS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NEW_LINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


class _Kept(dict[int, int | None]):
    """For `str.translate`: drops control characters and lone surrogates."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)) in ("Cc", "Cs") else code
        return self[code]


class _Comparable(dict[int, int | None]):
    """For `str.translate`: a space for whatever does not tell words apart.

    Letters, digits, currencies and emoji stay, and so do the marks that are vowels in Hindi, Thai
    or Arabic, which `\\w` of a regular expression leaves out.
    """

    def __missing__(self, code: int) -> int | None:
        kind = unicodedata.category(chr(code))
        self[code] = code if kind[0] in "LMN" or kind in ("So", "Sc", "Pc") else ord(" ")
        return self[code]


_BYTE_ORDER_MARK = 0xFEFF
_KEPT = _Kept(dict.fromkeys((*_BIDI_CONTROLS, _BYTE_ORDER_MARK)) | {ord("\n"): 10, ord("\t"): 9})
_EMOJI_STYLE = 0xFE0F  # a variation selector: a heart is the same heart without it
_COMPARABLE = _Comparable({_EMOJI_STYLE: None})


# Marks that pile up on one letter. More than 30 are no writing, and sorting n of them for NFC takes
# n * n steps, so a joiner that nobody sees parts them ("Stream-Safe Text", UAX #15). The pattern
# is quick and finds emoji and rows of dots as well; whether they are marks is asked behind it.
_MOST_MARKS = 30
_PERHAPS_PILED = re.compile(rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS + 1},}}")
_JOINER = "\u034f"

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
    kept = _NEW_LINES.sub("\n", text).translate(_KEPT)
    return unicodedata.normalize("NFC", _parted(kept)).strip()


def fold(text: str) -> str:
    """Normalise a text for comparing: case, width, punctuation and spaces make no difference.

    Punctuation alone folds to itself, so that "?" and "!" are not the same.
    """
    if text.isascii():
        plain = text.encode().translate(_ASCII_COMPARABLE).decode()
        return " ".join(plain.split()) or text.casefold().strip()
    wide = unicodedata.normalize("NFKC", _parted(text)).casefold()
    return " ".join(wide.translate(_COMPARABLE).split()) or wide.strip()


def with_full_stop(text: str) -> str:
    """Return the text as a sentence of ours; "" and what ends a sentence stay as they are."""
    words = text.strip()
    return words + ("" if not words or words.endswith(_ENDS) else ".")


def most_marks_on_a_letter(text: str) -> int:
    """How many marks stand in the longest run of them that is more than any writing has; else 0."""
    runs = (found[0] for found in _PERHAPS_PILED.finditer(text))
    return max((sum(map(bool, map(unicodedata.combining, run))) for run in runs), default=0)


def _parted(text: str) -> str:
    return _PERHAPS_PILED.sub(lambda found: _parted_run(found[0]), text)


def _parted_run(run: str) -> str:
    parts, marks = [], 0
    for char in run:
        new = len(unicodedata.normalize("NFD", char)) if unicodedata.combining(char) else 0
        if marks + new > _MOST_MARKS:
            parts.append(_JOINER)
            marks = 0
        marks = marks + new if new else 0
        parts.append(char)
    return "".join(parts)
