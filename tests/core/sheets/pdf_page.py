"""The letters and shapes on a PDF's pages, by pdfium, six times as fast as pdfplumber.

Lengths are in points; `top` and `bottom` are counted from the upper edge of the page.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby, pairwise
from typing import Any

import pypdfium2
from pypdfium2 import raw

Mark = dict[str, Any]
Point = tuple[float, float]
_HYPHEN = "\x02"  # pdfium’s sign for one that divides a word
_KINDS = {
    raw.FPDF_SEGMENT_MOVETO: "m",
    raw.FPDF_SEGMENT_LINETO: "l",
    raw.FPDF_SEGMENT_BEZIERTO: "c",
}


class Drawn:
    """What is drawn on the pages of a PDF."""

    def __init__(self, data: bytes) -> None:
        self.pages = [Page(page, n) for n, page in enumerate(pypdfium2.PdfDocument(data), 1)]


class Page:
    """Letters and shapes, each in the order in which they are drawn."""

    def __init__(self, page: pypdfium2.PdfPage, number: int) -> None:
        self._page, self.page_number = page, number
        self.width, self.height = page.get_size()

    @property
    def lines(self) -> list[Mark]:
        return [one for one in self._shapes if one["object_type"] == "line"]

    @property
    def curves(self) -> list[Mark]:
        return [one for one in self._shapes if one["object_type"] == "curve"]

    @property
    def rects(self) -> list[Mark]:
        return [one for one in self._shapes if one["object_type"] == "rect"]

    @property
    def words(self) -> dict[str, Mark]:
        """Each word; of one that comes again, the last."""
        found: list[Mark] = []
        for char in self.chars:
            if found and _goes_on(found[-1], char):
                found[-1] = {
                    **found[-1],
                    "text": found[-1]["text"] + char["text"],
                    "x1": char["x1"],
                }
            else:
                found.append(char)
        return {word["text"]: word for word in found}

    @cached_property
    def chars(self) -> list[Mark]:
        """A letter and its marks are one where they are one glyph; `x1` includes an overhang."""
        return [*_Letters(self._page, self._objects)]

    @cached_property
    def _shapes(self) -> list[Mark]:
        kinds = ((one, raw.FPDFPageObj_GetType(one)) for one in self._objects)
        paths = (one for one, kind in kinds if kind == raw.FPDF_PAGEOBJ_PATH)
        return [shape for path in paths for shape in _shapes_of(path, self.height)]

    @cached_property
    def _objects(self) -> list[Any]:
        count = raw.FPDFPage_CountObjects(self._page)
        return [raw.FPDFPage_GetObject(self._page, number) for number in range(count)]


def _goes_on(word: Mark, char: Mark) -> bool:
    """Whether the letter belongs to the word: both are on one line, without a gap."""
    is_gap = abs(char["x0"] - word["x1"]) > 0.2 * char["size"]
    is_space = word["text"].isspace() or char["text"].isspace()
    return word["base"] == char["base"] and not is_gap and not is_space


class _Letters:
    """The letters of a page, for which pdfium is asked as little as possible: they are many."""

    def __init__(self, page: pypdfium2.PdfPage, objects: list[Any]) -> None:
        self._text, self._page_height = page.get_textpage(), page.get_height()
        self._place = {_address(one): place for place, one in enumerate(objects)}
        self._runs: dict[int, Mark] = {}

    def __iter__(self) -> Iterator[Mark]:
        """In the order of what is drawn, for pdfium reads a page line by line."""
        letters = sorted(self._as_read(), key=lambda letter: letter["place"])
        for _glyph, parts in groupby(letters, lambda one: (one["place"], one["x0"], one["x1"])):
            first, *others = parts
            first["text"] += "".join(other["text"] for other in others)
            yield first

    def _as_read(self) -> Iterator[Mark]:
        text, x, y, box = self._text.raw, ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        for number in range(raw.FPDFText_CountChars(text)):
            if owner := raw.FPDFText_GetTextObject(text, number):  # else it is not in the file
                raw.FPDFText_GetCharOrigin(text, number, x, y)
                raw.FPDFText_GetLooseCharBox(text, number, box)
                char = chr(raw.FPDFText_GetUnicode(text, number))
                shown = "-" if char == _HYPHEN else char
                yield {**self._run(owner, y.value), "text": shown, "x0": x.value, "x1": box.right}

    def _run(self, owner: Any, base: float) -> Mark:
        """What is the same for all letters that are shown together."""
        key = _address(owner)
        if key not in self._runs:
            matrix, size = raw.FS_MATRIX(), ctypes.c_float()
            raw.FPDFPageObj_GetMatrix(owner, matrix)
            raw.FPDFTextObj_GetFontSize(owner, size)
            assert matrix.d > 0, "this is for letters that stand upright"
            name, descent = _font(owner)
            high = size.value * matrix.d
            bottom = self._page_height - base - descent * high
            self._runs[key] = {
                "object_type": "char", "place": self._place[key], "fontname": name,
                "size": high, "base": base, "top": bottom - high, "bottom": bottom,
            }  # fmt: skip
        return self._runs[key]


def _font(owner: Any) -> tuple[str, float]:
    """The name of a font, and its descent as a part of its size."""
    font = raw.FPDFTextObj_GetFont(owner)
    name, descent = ctypes.create_string_buffer(99), ctypes.c_float()
    raw.FPDFFont_GetBaseFontName(font, name, len(name))
    raw.FPDFFont_GetDescent(font, 1, descent)
    return name.value.decode(), descent.value


def _address(pointer: Any) -> int:
    return ctypes.addressof(pointer.contents)


def _shapes_of(path: Any, height: float) -> Iterator[Mark]:
    """Each part of a path that begins somewhere else is a shape."""
    drawn = _drawn(path)
    for kinds, points in _parts(path):
        turned = [(x, height - y) for x, y in points]
        across, down = ([*along] for along in zip(*turned, strict=True))
        x0, x1, top, bottom = min(across), max(across), min(down), max(down)
        yield {
            "object_type": _kind_of(kinds, points), "pts": turned, **drawn,
            "x0": x0, "x1": x1, "top": top, "bottom": bottom,
            "width": x1 - x0, "height": bottom - top,
        }  # fmt: skip


def _kind_of(kinds: str, points: list[Point]) -> str:
    """What pdfplumber calls them, too: a rectangle stands upright, all else is a curve."""
    if kinds == "ml":
        return "line"
    closed = points[0] == points[-1]
    sides = {(x0 == x1) + (y0 == y1) for (x0, y0), (x1, y1) in pairwise(points)}
    return "rect" if kinds == "mllll" and closed and sides == {1} else "curve"


def _parts(path: Any) -> Iterator[tuple[str, list[Point]]]:
    """The kinds of the segments of each part, and where each of them ends."""
    matrix, kinds, points = raw.FS_MATRIX(), "", []
    raw.FPDFPageObj_GetMatrix(path, matrix)
    for kind, x, y in _segments(path):
        if kind == "m" and kinds:
            yield kinds, points
            kinds, points = "", []
        kinds += kind
        points.append((
            matrix.a * x + matrix.c * y + matrix.e,
            matrix.b * x + matrix.d * y + matrix.f,
        ))  # fmt: skip
    yield kinds, points


def _segments(path: Any) -> Iterator[tuple[str, float, float]]:
    x, y, of_a_curve = ctypes.c_float(), ctypes.c_float(), 0
    for number in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        kind = _KINDS[raw.FPDFPathSegment_GetType(segment)]
        of_a_curve = (of_a_curve + 1) % 3 if kind == "c" else 0
        if not of_a_curve:  # a curve has two points more, which pull at it
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            yield kind, x.value, y.value


def _drawn(path: Any) -> Mark:
    """How a path is drawn: its colours from 0 to 1, its line width, and the lengths of dashes."""
    fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    raw.FPDFPageObj_GetStrokeWidth(path, width)
    dash = (ctypes.c_float * max(0, raw.FPDFPageObj_GetDashCount(path)))()
    raw.FPDFPageObj_GetDashArray(path, dash, len(dash))
    return {
        "fill": bool(fill.value), "stroke": bool(stroke.value),
        "linewidth": width.value * math.hypot(matrix.a, matrix.b),
        "dash": [*dash],
        "stroking_color": _colour(raw.FPDFPageObj_GetStrokeColor, path),
        "non_stroking_color": _colour(raw.FPDFPageObj_GetFillColor, path),
    }  # fmt: skip


def _colour(read: Any, path: Any) -> tuple[float, ...]:
    parts = [ctypes.c_uint() for _part in "rgba"]
    read(path, *parts)
    return tuple(part.value / 255 for part in parts[:3])
