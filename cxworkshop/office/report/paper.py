"""The report on paper: the same sections, as a tagged PDF set by our own sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from cxworkshop.i18n import _
from cxworkshop.office.report.content import (
    Bar,
    BarChart,
    DataTable,
    MonthChart,
    Number,
    OfficeReport,
    ReportSection,
    told,
)
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import SMALL, aligned, set_text
from cxworkshop.sheets.layout.document import Document, DocumentInfo
from cxworkshop.sheets.layout.flow import FixedPiece, Piece
from cxworkshop.sheets.layout.page_frame import Frame, flowing
from cxworkshop.sheets.paper import ACCENT, EDGE, MM, Paper
from cxworkshop.sheets.share.parts import SMALL_INK, BookParts

_LABEL, _NUMBER = 62.0, 20.0  # mm, left and right of the bars
_BAR = 4.6  # points
_ROW = 5.6
_ACROSS, _CELL_HIGH, _LINE_HIGH = 5, 19.0, 8.0
_MOST_COLUMNS = 4  # a wider table is that of the months, in a smaller type
_FIRST = 0.22  # of the width, for the first column of a wide table
_TINY = aligned(SMALL_INK, "right")


def pdf_of(report: OfficeReport, paper: Paper) -> bytes:
    """The whole report as a PDF."""
    frame = Frame(kind=_("The programme’s year"), whose=report.title)
    pages = flowing(frame, list(_OnPaper(report, paper).pieces()), paper)
    about = DocumentInfo(
        title=report.title, author=report.title, language=report.language, day=report.day
    )
    document = Document(about)
    document.draw(pages)
    return document.finish(both_sides=True)


@dataclass(frozen=True)
class _OnPaper:
    report: OfficeReport
    paper: Paper

    @property
    def _parts(self) -> BookParts:
        return BookParts(self.paper.left, self.paper.column)

    def pieces(self) -> Iterator[Piece]:
        """Title and rules, then section by section."""
        yield self._parts.title(self.report.title)
        yield self._parts.text(self.report.about, gap=1.0)
        yield from map(self._parts.item, self.report.rules)
        for section in self.report.sections:
            yield from self._section(section)

    def _section(self, section: ReportSection) -> Iterator[Piece]:
        yield self._parts.part(section.title)
        for sentence in section.sentences:
            yield self._parts.text(sentence, gap=1.0, keep=True)
        if isinstance(section.chart, BarChart):
            yield self._bars(section.chart)
        elif section.chart is not None:
            yield self._lines(section.chart)
        if section.table is not None and section.table.rows:
            yield from self._table(section.table)

    def _bars(self, chart: BarChart) -> Piece:
        alt = "; ".join(f"{bar.label}: {told(bar.value)}" for bar in chart.bars)
        most = max((bar.value or 0 for bar in chart.bars), default=0) or 1

        def paint(canvas: PageCanvas, top: float, _height: float) -> None:
            with canvas.figure(f"{chart.title}. {alt}"):
                for n, bar in enumerate(chart.bars):
                    self._bar(canvas, bar, most, top + n * _ROW)

        return FixedPiece(height=max(1.0, _ROW * len(chart.bars)), gap=2.0, paint=paint)

    def _bar(self, canvas: PageCanvas, bar: Bar, most: int, top: float) -> None:
        left = self.paper.left + _LABEL
        room = self.paper.column - _LABEL - _NUMBER
        end = left + room * (bar.value or 0) / most
        words = set_text(bar.label, _TINY, _LABEL - 3)
        canvas.words(words, self.paper.left, top + (_ROW - words.height / MM) / 2)
        canvas.upright(left, top, top + _ROW, 0.5, EDGE)
        if bar.value:
            canvas.rule(left, end, top + _ROW / 2, _BAR * 2, ACCENT)
        number = set_text(told(bar.value), SMALL_INK, _NUMBER)
        canvas.words(number, end + 1.5, top + (_ROW - number.height / MM) / 2)

    def _lines(self, chart: MonthChart) -> Piece:
        rows = -(-len(chart.lines) // _ACROSS)
        most = max((n for line in chart.lines for n in line.values if n is not None), default=0)
        alt = "; ".join(
            f"{line.label}: {', '.join(map(told, line.values))}" for line in chart.lines
        )

        def paint(canvas: PageCanvas, top: float, _height: float) -> None:
            wide = self.paper.column / _ACROSS
            with canvas.figure(f"{chart.title}. {alt}"):
                for n, line in enumerate(chart.lines):
                    down, right = divmod(n, _ACROSS)
                    x, y = self.paper.left + right * wide, top + down * _CELL_HIGH
                    canvas.words(set_text(line.label, SMALL_INK, wide - 3), x, y)
                    low = y + _CELL_HIGH - 3
                    canvas.rule(x, x + wide - 6, low, 0.5, EDGE)
                    _line(canvas, line.values, most or 1, (x, low, wide - 6))

        return FixedPiece(height=rows * _CELL_HIGH, gap=2.0, paint=paint)

    def _table(self, table: DataTable) -> Sequence[Piece]:
        wide = len(table.head) - 1
        if wide <= _MOST_COLUMNS:
            shares = (0.5, *[0.5 / wide] * wide)
            return self._parts.table(table.head, table.rows, shares)
        shares = (_FIRST, *[(1 - _FIRST) / wide] * wide)
        head = (" ", *table.head[1:])
        return self._parts.table(head, table.rows, shares, SMALL)


def _line(
    canvas: PageCanvas, values: Sequence[Number], most: int, place: tuple[float, float, float]
) -> None:
    """Interrupted where a month is not shown."""
    left, low, wide = place
    apart = wide / max(len(values) - 1, 1)
    run: list[tuple[float, float]] = []
    runs = [run]
    for n, value in enumerate(values):
        if value is None:
            run = []
            runs.append(run)
        else:
            run.append((left + n * apart, low - _LINE_HIGH * value / most))
    for points in filter(None, runs):
        draw = partial(canvas.stroke, points, 1.2, ACCENT)
        draw() if len(points) > 1 else None
        canvas.disc(*points[-1], 0.7)
