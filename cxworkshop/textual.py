"""Cleaning and comparing what people type, paste and import. Knows nothing else of ours."""

from __future__ import annotations

import re
import unicodedata

MAX_VERBATIM = 10_000
MAX_HEADLINE = 500

# Overrides, embeddings and isolates turn the order of other people's letters about; the plain
# marks U+200E and U+200F are part of ordinary Hebrew and Arabic and stay.
_TURNERS = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_KEPT_CONTROLS = frozenset("\n\t")
_NOT_WORDS = re.compile(r"[^\w]+", re.UNICODE)


def clean(text: str) -> str:
    """The words as they are kept: NFC, no control characters but newline and tab, trimmed.

    Lone surrogates and characters that reorder their neighbours are dropped; nothing else is.
    """
    if text.isascii() and text.isprintable():
        return text.strip()  # most of what people type, and nothing in it to clean
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\N{LINE SEPARATOR}", "\n")
    text = text.replace("\N{BYTE ORDER MARK}", "")
    kept = "".join(char for char in text if _stays(char))
    return unicodedata.normalize("NFC", kept).strip()


def _stays(char: str) -> bool:
    if char in _TURNERS:
        return False
    return char in _KEPT_CONTROLS or unicodedata.category(char) not in ("Cc", "Cs")


def fold(text: str) -> str:
    """The text for comparing: case, width, punctuation and spaces make no difference.

    A text of punctuation alone folds to itself, so that "?" and "!" are not the same.
    """
    wide = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_WORDS.sub(" ", wide).strip() or wide.strip()
