"""The ten ways as ten small lines over the rounds, all on one scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from cxworkshop.content.values import ENOUGH_ROUNDS, YearContent, YearWay, is_rising
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import SMALL, set_text
from cxworkshop.sheets.layout.flow import FixedPiece, Piece
from cxworkshop.sheets.paper import ACCENT, EDGE, HAIR, MM, Paper
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_COLUMNS = 5
_LINE, _HIGH = 0.66, 9.0  # share of a column's width, and mm for the highest count
_END = 1.1  # mm, radius of the first and the last point
_HEAD = Style(face=SEMI, size=12, leading=14.4, role="H2")
_NAME = Style(face=SEMI, size=10, leading=12)
_COUNT = Style(size=10, leading=12)


@dataclass(frozen=True)
class TenWays:
    """How many customers spoke of each way in these rounds."""

    year: YearContent
    rounds: tuple[int, ...]
    paper: Paper

    def pieces(self) -> Iterator[Piece]:
        """A heading, and five lines in a row."""
        yield FixedPiece(height=5.4, gap=2.0, keep=True, paint=self._draw_head)
        ways = self.year.ways
        for start in range(0, len(ways), _COLUMNS):
            row = ways[start : start + _COLUMNS]
            height = max(self._name(way).height for way in row) / MM + _HIGH + 2 * _END + 1.0
            yield FixedPiece(height=height, gap=1.4, paint=partial(self._draw_row, row))

    @property
    def _wide(self) -> float:
        return self.paper.column / _COLUMNS

    @property
    def _most(self) -> int:
        return max((max(self._counts(way), default=0) for way in self.year.ways), default=0)

    def _counts(self, way: YearWay) -> tuple[int, ...]:
        pairs = zip(self.year.rounds, way.customers, strict=True)
        return tuple(n for number, n in pairs if number in self.rounds)

    def _name(self, way: YearWay) -> TextBlock:
        counts = self._counts(way)
        name = _("{way}, rising").format(way=way.name) if is_rising(counts) else way.name
        return set_text(name, _NAME, self._wide - 5)

    def _draw_head(self, canvas: PageCanvas, top: float, _height: float) -> None:
        head = set_text(_("The ten ways"), _HEAD, self._wide)
        canvas.words(head, self.paper.left, top)
        text = _("{customers} who spoke of it, round by round; all lines on one scale, 0 to {most}")
        note = set_text(text.format(most=self._most), SMALL, self.paper.column - self._wide)
        canvas.words(note, self.paper.left + head.widest / MM + 5.0, top + 0.9)

    def _draw_row(
        self, row: tuple[YearWay, ...], canvas: PageCanvas, top: float, height: float
    ) -> None:
        for n, way in enumerate(row):
            x = self.paper.left + n * self._wide
            name = self._name(way)
            canvas.words(name, x, top)
            self._draw_line(way, canvas, x, top + height - _END)

    def _draw_line(self, way: YearWay, canvas: PageCanvas, x: float, low: float) -> None:
        counts = self._counts(way)
        width = self._wide * _LINE
        apart = (width - 2 * _END) / max(len(counts) - 1, 1)
        points = [
            (x + _END + n * apart, low - _END - count / max(self._most, 1) * (_HIGH - _END))
            for n, count in enumerate(counts)
        ]
        with canvas.figure(_alt(way, counts)):
            canvas.rule(x, x + width, low, 0.6, HAIR)
            if len(counts) >= ENOUGH_ROUNDS:
                canvas.stroke(points, 1.3, ACCENT)
            for n, point in enumerate(points):
                _draw_point(canvas, point, n, len(points))
            first_last = _("{first} → {last}").format(first=counts[0], last=counts[-1])
            text = first_last if len(counts) > 1 else str(counts[0])
            block = set_text(text, _COUNT, self._wide - width - 3)
            canvas.words(block, x + width + 2, low - _HIGH / 2 - block.height / MM / 2)


def _draw_point(canvas: PageCanvas, point: tuple[float, float], n: int, of: int) -> None:
    """Draw the first as an open ring, the last as a disc; between them only where no line is."""
    if n == of - 1:
        canvas.disc(*point, _END)
    elif n == 0:
        canvas.ring(*point, _END, 1.0)
    elif of < ENOUGH_ROUNDS:
        canvas.disc(*point, _END / 2, EDGE)


def _alt(way: YearWay, counts: tuple[int, ...]) -> str:
    listed = with_commas(map(str, counts))
    text = ngettext("{way}: {counts} {customer}", "{way}: {counts} {customers}", counts[-1])
    if len(counts) > 1:
        text = ngettext(
            "{way}: {counts} {customer}, round by round",
            "{way}: {counts} {customers}, round by round",
            counts[-1],
        )
    return text.format(way=way.name, counts=listed)
