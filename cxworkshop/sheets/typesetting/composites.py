"""Letters of several glyphs as composite glyphs: readers of the PDF find one glyph for each letter.

An accent that HarfBuzz puts over its letter, drawn as a glyph of its own, would be read by some
programs as a word of its own, and a gap be found in the middle of an Indic word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

Parts = tuple[tuple[int, float, float], ...]  # glyphs, with their places in thousandths of the em

_PLACED_BY_XY = 0x0002  # of a component's flags: its arguments are an offset, not two points
_AS_IT_IS = 0x0004  # the offset is whole units already


def composed(
    program: bytes, letters: Sequence[tuple[Parts, float]], numbers: Mapping[int, int]
) -> bytes:
    """The TrueType program with a composite glyph more for each letter, in their order.

    A letter is its parts and its advance; `numbers` leads from a part's number in the face to the
    one in this program.
    """
    from fontTools.ttLib import TTFont  # a tenth of a second that plain words need not wait for

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
    component.flags = _PLACED_BY_XY | _AS_IT_IS
    return component
