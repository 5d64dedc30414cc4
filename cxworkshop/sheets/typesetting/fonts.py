"""Fonts for paper: their files, their coverage, and their fallbacks."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

import uharfbuzz as hb

from cxworkshop import paths
from cxworkshop.textual import is_western


class _Cache(Protocol):
    def cache_clear(self) -> None: ...


Kept = TypeVar("Kept", bound=_Cache)
_clear: list[Callable[[], None]] = []

# A face is named like its file in resources/fonts.
SANS = "CXWSans-Regular"
SEMI = "CXWSans-SemiBold"
HEAVY = "CXWSans-ExtraBold"
SERIF = "CXWSerif-Italic"
EMOJI = "CXWEmoji-Regular"

_SCRIPTS = ("Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai", "Georgian", "Armenian")
_PLAIN = tuple(f"CXW{script}-Regular" for script in _SCRIPTS)
_BOLD = tuple(f"CXW{script}-Bold" for script in _SCRIPTS)
_SIGNS = ("CXWSymbols-Regular", "CXWSymbols2-Regular", EMOJI)

# Fallbacks, in order.
_FALLBACKS = {
    SANS: (SERIF, *_PLAIN, *_SIGNS),
    SEMI: (SANS, SERIF, *_BOLD, *_SIGNS),
    HEAVY: (SANS, SERIF, *_BOLD, *_SIGNS),
    SERIF: (SANS, *_PLAIN, *_SIGNS),
}

# Too large to ship: a font pack brings them (font_pack.py), or a team lays them into a folder.
EAST = {"JP": "CXWJP-Regular", "KR": "CXWKR-Regular", "SC": "CXWSC-Regular", "TC": "CXWTC-Regular"}
_HAN = "[\u2e80-\u2fdf\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
_KANA = "[\u3040-\u30ff\u31f0-\u31ff]"
_HANGUL = "[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]"
LETTERS = {"JP": _KANA, "KR": _HANGUL, "SC": _HAN, "TC": _HAN}  # that each must have
_BY_LANGUAGE = {"ja": "JP", "ko": "KR", "zh_TW": "TC", "zh_HK": "TC", "zh_Hant": "TC", "zh": "SC"}


def rescan() -> None:
    """Forget what is cached about fonts, so that newly added files are found."""
    for clear in _clear:
        clear()


def cleared_by_rescan(function: Kept) -> Kept:
    """Mark a cache that `rescan` clears, since its values depend on the fonts that are there."""
    _clear.append(function.cache_clear)
    return function


def chain(face: str, east: str = "") -> tuple[str, ...]:
    """Return the face and its fallbacks, in order.

    `east` is the East Asian writing system that comes first, as `east_asian` returns it.
    """
    found = (face, *_FALLBACKS[face])
    if not east:
        return found
    others = [code for code in EAST if code != east]
    return (
        *found[:-1],
        *(EAST[code] for code in (east, *others) if is_available(EAST[code])),
        EMOJI,
    )


def east_asian(text: str, language: str) -> str:
    """Return JP, KR, SC or TC, or "" if the text has no East Asian characters.

    Han characters are drawn differently in each: kana and hangul decide, else the language.
    """
    if is_western(text):
        return ""  # before a pattern is compiled, which takes milliseconds
    if re.search(_KANA, text):
        return "JP"
    if re.search(_HANGUL, text):
        return "KR"
    if not re.search(_HAN, text):
        return ""
    codes = (_BY_LANGUAGE.get(code) for code in (language, language[:7], language[:2]))
    return next(filter(None, codes), "SC")


def missing_fonts(text: str, language: str = "en") -> set[str]:
    """Name the optional font files that this text needs, such as "CXWJP-Regular.ttf".

    `language` is the workshop's; it decides about Han characters without kana or hangul.
    """
    codes = {east_asian(paragraph, language) for paragraph in text.splitlines()} - {""}
    codes |= {code for code in ("JP", "KR") if codes and re.search(LETTERS[code], text)}
    return {f"{EAST[code]}.ttf" for code in codes if not is_available(EAST[code])}


def font_folders() -> list[Path]:
    """List the font folders: shipped, CXW_FONTS, beside the program, the user's own."""
    override = os.environ.get("CXW_FONTS")
    more = [Path(override)] if override else []
    return [paths.resource("fonts"), *more, paths.PACKAGE.parent / "fonts", own_folder()]


def own_folder() -> Path:
    """Return the user's own font folder, which may not exist."""
    return paths.data_folder() / "fonts"


def path(face: str) -> Path:
    """Return the face's TrueType file; where it would be shipped, if there is none."""
    files = [folder / f"{face}.ttf" for folder in font_folders()]
    return next((file for file in files if file.is_file()), files[0])


@cleared_by_rescan
@cache
def is_available(face: str) -> bool:
    """Whether the face has a TrueType file that is not damaged."""
    return path(face).is_file() and "glyf" in opened(face).face.table_tags


@cleared_by_rescan
@cache
def opened(face: str) -> hb.Font:
    """Open the face for HarfBuzz, in units of its em."""
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path(face)))))


@cleared_by_rescan
@cache
def coverage(face: str) -> frozenset[str]:
    """Return the characters that the face has glyphs for."""
    return frozenset(map(chr, opened(face).face.unicodes))
