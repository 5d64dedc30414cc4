"""The fonts that paper is set in: which file, which characters, and which face helps out."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

import uharfbuzz as hb

from cxworkshop import paths


class _Cache(Protocol):
    def cache_clear(self) -> None: ...


Kept = TypeVar("Kept", bound=_Cache)
_clear: list[Callable[[], None]] = []

# Names of faces are the names of their files in resources/fonts.
SANS = "CXWSans-Regular"
SEMI = "CXWSans-SemiBold"
HEAVY = "CXWSans-ExtraBold"
SERIF = "CXWSerif-Italic"
EMOJI = "CXWEmoji-Regular"

_SCRIPTS = ("Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai", "Georgian", "Armenian")
_PLAIN = tuple(f"CXW{script}-Regular" for script in _SCRIPTS)
_BOLD = tuple(f"CXW{script}-Bold" for script in _SCRIPTS)
_SIGNS = ("CXWSymbols-Regular", "CXWSymbols2-Regular", EMOJI)

# Where a face has no glyph, the next one in its row is asked.
_HELPERS = {
    SANS: (SERIF, *_PLAIN, *_SIGNS),
    SEMI: (SANS, SERIF, *_BOLD, *_SIGNS),
    HEAVY: (SANS, SERIF, *_BOLD, *_SIGNS),
    SERIF: (SANS, *_PLAIN, *_SIGNS),
}

# Too large to ship: a team that needs them lays them into a folder of its own.
_EAST = {"JP": "CXWJP-Regular", "KR": "CXWKR-Regular", "SC": "CXWSC-Regular", "TC": "CXWTC-Regular"}
_HAN = re.compile(
    "[\u2e80-\u2fdf\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_BY_LANGUAGE = {"ja": "JP", "ko": "KR", "zh_TW": "TC", "zh_HK": "TC", "zh_Hant": "TC", "zh": "SC"}


def rescan() -> None:
    """Look anew which fonts are there: somebody has laid some into one of the folders."""
    for clear in _clear:
        clear()


def of_these_fonts(function: Kept) -> Kept:
    """For a cache of what is true only as long as no font is added."""
    _clear.append(function.cache_clear)
    return function


def chain(face: str, east: str = "") -> tuple[str, ...]:
    """The face and those that help out, in the order in which they are asked.

    `east` names the writing of East Asia that is asked first: see `east_asian`.
    """
    found = (face, *_HELPERS[face])
    if not east:
        return found
    others = [code for code in _EAST if code != east]
    return (*found[:-1], *(_EAST[code] for code in (east, *others) if there(_EAST[code])), EMOJI)


def east_asian(text: str, language: str) -> str:
    """JP, KR, SC or TC, or "" where no such letter stands in the text.

    The same Chinese letter is drawn differently in each: kana and hangul tell, else the language.
    """
    if _KANA.search(text):
        return "JP"
    if _HANGUL.search(text):
        return "KR"
    if not _HAN.search(text):
        return ""
    codes = (_BY_LANGUAGE.get(code) for code in (language, language[:7], language[:2]))
    return next(filter(None, codes), "SC")


def missing_fonts(text: str, language: str = "en") -> set[str]:
    """The files of the optional fonts that would help, such as "CXWJP-Regular.ttf", or none.

    `language` is that of the workshop; it decides for Chinese letters by themselves.
    """
    codes = {east_asian(paragraph, language) for paragraph in text.splitlines()} - {""}
    codes |= {code for code, letters in (("JP", _KANA), ("KR", _HANGUL)) if letters.search(text)}
    return {f"{_EAST[code]}.ttf" for code in codes if not there(_EAST[code])}


def font_folders() -> list[Path]:
    """Where fonts are looked for: ours, what CXW_FONTS names, beside the program, this user's."""
    override = os.environ.get("CXW_FONTS")
    more = [Path(override)] if override else []
    return [paths.resource("fonts"), *more, paths.PACKAGE.parent / "fonts", own_folder()]


def own_folder() -> Path:
    """Where this user may lay fonts; it need not be there."""
    return paths.data_folder() / "fonts"


def path(face: str) -> Path:
    """The face's TrueType file; the place where it would be if it is nowhere."""
    files = [folder / f"{face}.ttf" for folder in font_folders()]
    return next((file for file in files if file.is_file()), files[0])


@of_these_fonts
@cache
def there(face: str) -> bool:
    """Whether the face has a file that paper can be set in: TrueType, and not damaged."""
    return path(face).is_file() and "glyf" in opened(face).face.table_tags


@of_these_fonts
@cache
def opened(face: str) -> hb.Font:
    """The face, ready to shape with. Measured in units of its em."""
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path(face)))))


@of_these_fonts
@cache
def coverage(face: str) -> frozenset[str]:
    """The characters that the face has a glyph for."""
    return frozenset(map(chr, opened(face).face.unicodes))
