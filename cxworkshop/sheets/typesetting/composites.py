"""Add composite glyphs to a font, so that a PDF has one glyph for each grapheme.

Some programs read an accent that is drawn as a glyph of its own as a separate word, and find a
gap in the middle of an Indic word.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any

Parts = tuple[
    tuple[int, float, float], ...
]  # glyph ids with their offsets in thousandths of the em

_PLACED_BY_XY = 0x0002  # component flag: the arguments are an offset, not two points
_ROUNDED = 0x0004  # component flag: the offset is in whole units


@lru_cache(maxsize=32)  # a page that is drawn again shows the same letters
def composed(
    program: bytes, letters: tuple[tuple[Parts, float], ...], glyph_ids: tuple[tuple[int, int], ...]
) -> bytes:
    """Append a composite glyph for each letter to the TrueType font program.

    A letter is its parts and its advance; `glyph_ids` are pairs of one in the original font and
    the same one in this program.
    """
    from fontTools.ttLib import TTFont  # takes 0.1 s, and plain text does not need it

    numbers = dict(glyph_ids)
    font = TTFont(BytesIO(program), recalcTimestamp=False)
    names = font.getGlyphOrder()
    glyf, scale = font["glyf"], font["head"].unitsPerEm / 1000
    for place, (parts, advance) in enumerate(letters):
        components = [
            _component(names[numbers[number]], round(right * scale), round(up * scale))
            for number, right, up in parts
            if glyf[names[numbers[number]]].numberOfContours
        ]
        glyph = _glyph(components)
        name = f"letter{place}"
        glyf[name] = glyph
        glyph.recalcBounds(glyf)
        font["hmtx"][name] = (max(0, round(advance * scale)), getattr(glyph, "xMin", 0))
    written = BytesIO()
    font.save(written, reorderTables=None)
    return written.getvalue()


def _glyph(components: list[Any]) -> Any:
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    glyph = Glyph()
    if components:
        glyph.numberOfContours, glyph.components = -1, components
    return glyph


def _component(name: str, x: int, y: int) -> Any:
    from fontTools.ttLib.tables._g_l_y_f import GlyphComponent

    component = GlyphComponent()
    component.glyphName, component.x, component.y = name, x, y
    component.flags = _PLACED_BY_XY | _ROUNDED
    return component
