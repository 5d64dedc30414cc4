"""Draw glyphs as vector outlines, which are visible but not extracted as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from cxworkshop.sheets.typesetting.fonts import opened
from cxworkshop.sheets.typesetting.glyphs import Glyph

Point = tuple[float, float]


class _Pen:
    """Collects PDF path operators in font units; HarfBuzz calls its methods by name."""

    def __init__(self) -> None:
        self.code: list[str] = []
        self._at: Point = (0.0, 0.0)

    def moveTo(self, to: Point) -> None:  # noqa: N802
        self._write("m", to)

    def lineTo(self, to: Point) -> None:  # noqa: N802
        self._write("l", to)

    def curveTo(self, one: Point, two: Point, to: Point) -> None:  # noqa: N802
        self._write("c", one, two, to)

    def qCurveTo(self, pull: Point, to: Point) -> None:  # noqa: N802
        # PDF has cubic curves only: each control point lies at two thirds of the quadratic one.
        self._write("c", _towards(self._at, pull), _towards(to, pull), to)

    def closePath(self) -> None:  # noqa: N802
        self.code.append("h")

    def _write(self, operator: str, *points: Point) -> None:
        self.code.append(" ".join(f"{x:.1f} {y:.1f}" for x, y in points) + f" {operator}")
        self._at = points[-1]


def shapes(glyphs: Sequence[Glyph], size: float, left: float, base: float) -> Iterator[str]:
    """Yield the operators that fill these glyphs; `left` is the start of the first."""
    pen, scale = left, size / 1000
    for glyph in glyphs:
        for number, right, up in glyph.parts or ((glyph.number, 0.0, 0.0),):
            x, y = pen + right * scale, base + up * scale
            path = _outline(glyph.face, number)
            unit = size / opened(glyph.face).face.upem
            yield f"q {unit:.5f} 0 0 {unit:.5f} {x:.3f} {y:.3f} cm {path} f Q"
        pen += glyph.advance * scale


def _towards(end: Point, pull: Point) -> Point:
    return end[0] + (pull[0] - end[0]) * 2 / 3, end[1] + (pull[1] - end[1]) * 2 / 3


@lru_cache(maxsize=256)
def _outline(face: str, number: int) -> str:
    pen = _Pen()
    opened(face).draw_glyph_with_pen(number, pen)
    return " ".join(pen.code)
