"""Small signs, which differ in form and not only in colour."""

from __future__ import annotations

from contextlib import nullcontext

from cxworkshop.sheets.layout.canvas import BOX, PageCanvas, Point
from cxworkshop.sheets.paper import ACCENT, INK


def triangle(canvas: PageCanvas, x: float, y: float, radius: float) -> None:
    """Draw a triangle that points down: the mark of "worse"."""
    points = [(x - radius, y - radius * 0.8), (x + radius, y - radius * 0.8), (x, y + radius)]
    canvas.stroke((*points, points[0]), 1.3, INK)


def tick(canvas: PageCanvas, left: float, top: float, side: float = BOX, alt: str = "") -> None:
    """Draw a tick in a square; `alt` is what it says to those who hear it."""
    with canvas.figure(alt) if alt else nullcontext():
        _in_square(canvas, (left, top, side), (0.2, 0.55), (0.42, 0.78), (0.84, 0.2))


def cross(canvas: PageCanvas, left: float, top: float, side: float = BOX, alt: str = "") -> None:
    """Draw a cross in a square."""
    with canvas.figure(alt) if alt else nullcontext():
        _in_square(canvas, (left, top, side), (0.24, 0.24), (0.76, 0.76))
    _in_square(canvas, (left, top, side), (0.24, 0.76), (0.76, 0.24))


def dash(canvas: PageCanvas, left: float, top: float, side: float = BOX, alt: str = "") -> None:
    """Draw a dash in a square."""
    with canvas.figure(alt) if alt else nullcontext():
        _in_square(canvas, (left, top, side), (0.22, 0.5), (0.78, 0.5))


def _in_square(canvas: PageCanvas, square: tuple[float, float, float], *points: Point) -> None:
    left, top, side = square
    if canvas.is_mirrored:  # a tick is the same everywhere
        points = tuple((1 - x, y) for x, y in points)
    inside = [(left + x * side, top + y * side) for x, y in points]
    canvas.stroke(inside, 1.7, ACCENT, is_round=True)
