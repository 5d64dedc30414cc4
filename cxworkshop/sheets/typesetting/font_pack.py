"""Font packs: the fonts of East Asia in one file, which is carried on a stick and opened here.

A pack is a ZIP with the fonts and their licence; packaging/build_fonts.py makes it. Only fonts that
we ask for are taken from it, by their names, so that nothing in it chooses where it is written.
"""

from __future__ import annotations

import re
from pathlib import Path

import uharfbuzz as hb

from cxworkshop import private_files
from cxworkshop.errors import Refusal
from cxworkshop.exchange.readers.packed import Package
from cxworkshop.exchange.refusals import ImportRefusal
from cxworkshop.filenames import real_path
from cxworkshop.i18n import _, n_, with_commas
from cxworkshop.sheets.typesetting.fonts import EAST, LETTERS, own_folder, rescan

LICENCE = "OFL.txt"
MAX_PACK = 60_000_000  # bytes; ours has 17 million
_LANGUAGES = {
    "JP": n_("Japanese"),
    "KR": n_("Korean"),
    "SC": n_("Chinese (simplified)"),
    "TC": n_("Chinese (traditional)"),
}
_NEEDED_TABLES = {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}


class NoFontPack(Refusal):
    """Another file, half a file, or one whose fonts can't be used."""

    def __init__(self) -> None:
        super().__init__(
            _("This is no font pack, or it was not copied whole. Copy it again, then open it here.")
        )


class NoRoomForFonts(Refusal):
    """The data folder is full, or may not be written."""

    def __init__(self) -> None:
        super().__init__(
            _("The fonts can’t be put on this laptop: is there room on its disk? Nothing is lost.")
        )


def add_fonts(pack: Path) -> tuple[str, ...]:
    """Put a pack's fonts into the user's font folder, and use them from now on.

    Returns the languages that they are for. Raises NoFontPack or NoRoomForFonts; nothing is written
    unless all of the pack is sound.
    """
    found = _fonts_in(pack)
    folder = own_folder()
    try:
        for name, data in found.items():
            private_files.write(folder / name, data)
    except OSError:
        raise NoRoomForFonts from None
    finally:
        rescan()  # what was written is used, also when there was no room for the rest
    return tuple(_(_LANGUAGES[code]) for code, face in EAST.items() if f"{face}.ttf" in found)


def sentence_of(languages: tuple[str, ...]) -> str:
    """Say what can be printed now."""
    text = _("The fonts are here: {languages} can be printed from now on.")
    return text.format(languages=with_commas(languages))


def _fonts_in(pack: Path) -> dict[str, bytes]:
    """The licence and the fonts of a pack, by their names; raises NoFontPack."""
    try:
        package = Package(private_files.read(real_path(pack), MAX_PACK))
        there = set(package.names)
        codes = [code for code, face in EAST.items() if f"{face}.ttf" in there]
        if not codes or LICENCE not in there:
            raise NoFontPack
        fonts = {f"{EAST[code]}.ttf": package.part(f"{EAST[code]}.ttf") for code in codes}
        licence = package.part(LICENCE)
    except (OSError, ImportRefusal):
        raise NoFontPack from None
    if not all(_is_sound(fonts[f"{EAST[code]}.ttf"], code) for code in codes):
        raise NoFontPack
    return {LICENCE: licence, **fonts}


def _is_sound(data: bytes, code: str) -> bool:
    """Whether it is a TrueType font that draws letters of this writing system."""
    face = hb.Face(hb.Blob(data))
    letters = [chr(number) for number in sorted(face.unicodes)]
    letter = next(filter(re.compile(LETTERS[code]).match, letters), "")
    if not letter or not set(face.table_tags) >= _NEEDED_TABLES:
        return False
    font, buffer = hb.Font(face), hb.Buffer()
    buffer.add_str(letter)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    extents = font.get_glyph_extents(buffer.glyph_infos[0].codepoint)
    return extents is not None and extents.width > 0
