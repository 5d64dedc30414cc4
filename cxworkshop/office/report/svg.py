"""Charts as SVG inside the page: in its colours, with a title, a description and words.

Each bar has its number in words and each line its first and last, so that nothing is told by colour
or length alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from cxworkshop.office.report.content import Bar, BarChart, LineOfMonths, MonthChart, Number, told

_WIDE = 720
_LABEL, _NUMBER = 300, 60  # of a bar's row: for its words, and for its number
_ROW = 30
_CELL, _CELL_HIGH = 228, 96
_LINE, _LINE_HIGH = 132, 48  # of a small line, and the rest for its first and last number
_ACROSS = 3
_LINES_OF_LABEL = 38  # characters that a bar's label has room for


def chart_svg(key: str, chart: BarChart | MonthChart) -> str:
    """The chart as an element of the page, named for screen readers."""
    if isinstance(chart, BarChart):
        height, inside = _ROW * len(chart.bars), "".join(_bars(chart.bars))
        described = "; ".join(f"{bar.label}: {told(bar.value)}" for bar in chart.bars)
    else:
        rows = -(-len(chart.lines) // _ACROSS)
        height, inside = _CELL_HIGH * rows, "".join(_lines(chart.lines))
        described = "; ".join(f"{line.label}: {_range(line)}" for line in chart.lines)
    names = f"{key}-title {key}-desc"
    return (
        f'<svg role="img" aria-labelledby="{names}" viewBox="0 0 {_WIDE} {max(height, 1)}">'
        f'<title id="{key}-title">{escape(chart.title)}</title>'
        f'<desc id="{key}-desc">{escape(described)}</desc>{inside}</svg>'
    )


def _bars(bars: Sequence[Bar]) -> Iterator[str]:
    most = max((bar.value or 0 for bar in bars), default=0) or 1
    room = _WIDE - _LABEL - _NUMBER
    for n, bar in enumerate(bars):
        y = n * _ROW
        width = round(room * (bar.value or 0) / most, 1)
        yield _text(bar.label, _LABEL - 12, y + 20, "end")
        yield f'<line class="axis" x1="{_LABEL}" x2="{_LABEL}" y1="{y}" y2="{y + _ROW}"/>'
        yield f'<rect class="bar" x="{_LABEL}" y="{y + 6}" width="{width}" height="18" rx="2"/>'
        yield _text(told(bar.value), _LABEL + width + 8, y + 20, "start", "number")


def _lines(lines: Sequence[LineOfMonths]) -> Iterator[str]:
    most = max((n for line in lines for n in line.values if n is not None), default=0) or 1
    for n, line in enumerate(lines):
        down, right = divmod(n, _ACROSS)
        yield f'<g transform="translate({right * (_CELL + 12)} {down * _CELL_HIGH})">'
        yield _text(line.label, 0, 16, "start", "number")
        yield f'<line class="axis" x1="0" x2="{_LINE}" y1="72" y2="72"/>'
        yield from _line(line.values, most)
        yield _text(_range(line), _LINE + 8, 60, "start")
        yield "</g>"


def _line(values: Sequence[Number], most: int) -> Iterator[str]:
    """Where a month is not shown the line is interrupted; a month alone is a point."""
    apart = _LINE / max(len(values) - 1, 1)
    numbered = list(enumerate(values))
    for is_shown, group in groupby(numbered, key=lambda one: one[1] is not None):
        if not is_shown:
            continue
        points = [
            (round(n * apart, 1), round(72 - _LINE_HIGH * (value or 0) / most, 1))
            for n, value in group
        ]
        path = " ".join(f"{x},{y}" for x, y in points)
        yield f'<polyline class="line" points="{path}"/>'
        x, y = points[-1]
        yield f'<circle class="bar" cx="{x}" cy="{y}" r="3"/>'


def _range(line: LineOfMonths) -> str:
    shown = [n for n in line.values if n is not None]
    return f"{told(shown[0])} → {told(shown[-1])}" if shown else told(None)


def _text(words: str, x: float, y: float, anchor: str, kind: str = "") -> str:
    short = words if len(words) <= _LINES_OF_LABEL else f"{words[: _LINES_OF_LABEL - 1].rstrip()}…"
    name = f' class="{kind}"' if kind else ""
    return f'<text{name} x="{x}" y="{y}" text-anchor="{anchor}">{escape(short)}</text>'
