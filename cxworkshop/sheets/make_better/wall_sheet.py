"""Thirty days on the wall: a square for each day, and rows to write on for each week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from cxworkshop import days
from cxworkshop.content.values import WallSheetContent, Week
from cxworkshop.i18n import _, with_dots
from cxworkshop.sheets.layout.blocks import paragraph, title
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import (
    Cell,
    FixedPiece,
    Paint,
    PaintedRow,
    Piece,
    height_of,
    row,
)
from cxworkshop.sheets.layout.page_frame import Frame, framed, place, table_on_pages
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, EDGE, GREY, HAIR, INK, MM, Paper
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style

_DAYS = 7
_DAY = 11.0  # mm, the height of a day's square
_NAMES = 5.0
_DASH = 5.0
_LEAST, _MOST = 15.0, 30.0  # mm, the height of a week's row to write on
_WEEK, _BESIDE_WEEK = 34.0, 3.0  # mm, the column that names the week, and the gap in it
_TEXT = Style(face=SEMI, size=12, leading=16)
_NUMBER = Style(face=SEMI, size=10, leading=12.6)
_CHECK = Style(face=HEAVY, size=10, leading=12.6, color=ACCENT)


def wall_sheets(contents: Sequence[WallSheetContent], options: PrintOptions) -> list[Page]:
    """Draw a page for each improvement."""
    return [page for content in contents for page in _WallSheet(content, options.paper).pages()]


@dataclass(frozen=True)
class _WallSheet:
    content: WallSheetContent
    paper: Paper

    def pages(self) -> list[Page]:
        """Lay out all pages; the rows of the weeks fill the room that is left."""
        plan, head, weeks = self.content.plan, self._head(), self.content.weeks
        top = self._top()
        free = self.paper.room - height_of([*top, head])
        height = max(_LEAST, min(_MOST, free / len(weeks) - 0.01))
        rows = [self._week(week, height) for week in weeks]
        room = self.paper.room
        sheets = table_on_pages(top, head, rows, room)
        round_ = _("round {n}").format(n=plan.round_number)
        whose = with_dots(part for part in (plan.team, round_, place(plan.slot, plan.of)) if part)
        frame = Frame(kind=_("Thirty days on the wall"), whose=whose)
        pages = framed(frame, sheets, self.paper)
        return [replace(pages[0], bookmark=f"{plan.slot}  {plan.title}"), *pages[1:]]

    def _top(self) -> list[Piece]:
        x, width = self.paper.left, self.paper.column
        pieces = [title(self.content.plan.title, self.paper)]
        if self.content.plan.promise:
            pieces.append(paragraph(self.content.plan.promise, x, width, _TEXT, 1.6))
        when = _("{first} to {last}: then we ask {customers}").format(
            first=days.full(self.content.plan.pick.start_on),
            last=days.full(self.content.plan.pick.check_on),
        )
        return [*pieces, paragraph(when, x, width, SMALL, 2.0), self._calendar()]

    def _calendar(self) -> Piece:
        """The days by week, to strike out one by one; days off are pale."""
        first = self.content.plan.pick.start_on
        last = self.content.weeks[-1].last  # the check, unless that is years away
        assert first is not None  # the gatherer fills it
        monday = first - timedelta(days=first.weekday())
        weeks = (last - monday).days // _DAYS + 1
        width = self.paper.column / _DAYS

        def paint(canvas: PageCanvas, top: float, _height: float) -> None:
            for n in range(_DAYS):
                name = set_text(days.weekday(monday + timedelta(days=n)), SMALL, width)
                canvas.words(name, self.paper.left + n * width + 1.2, top)
            for n in range(weeks * _DAYS):
                day = monday + timedelta(days=n)
                if first <= day <= last:
                    spot = self.paper.left + n % _DAYS * width, top + _NAMES + n // _DAYS * _DAY
                    self._square(canvas, spot, width, day)

        alt = _("A calendar from {first} to {last}").format(
            first=days.full(first), last=days.full(last)
        )
        drawn = partial(_as_figure, alt, paint)
        return FixedPiece(height=_NAMES + weeks * _DAY, gap=2.6, paint=drawn)

    def _square(
        self, canvas: PageCanvas, spot: tuple[float, float], width: float, day: date
    ) -> None:
        x, y = spot
        plan, day_off = self.content.plan, day in self.content.days_off
        asked = day == plan.pick.check_on
        canvas.frame((x, y, width, _DAY), 1.4 if asked else 0.5, ACCENT if asked else EDGE)
        style = _CHECK if asked else replace(_NUMBER, color=GREY if day_off else INK)
        canvas.words(set_text(str(day.day), style, 8), x + 1.2, y + 0.8)
        words = _("ask") if asked else _("start") if day == plan.pick.start_on else ""
        if words:
            canvas.words(set_text(words, aligned(_CHECK, "right"), width - 2.4), x + 1.2, y + 0.8)
        if day_off:  # a dash too: not by colour alone
            canvas.rule(
                x + width / 2 - _DASH / 2, x + width / 2 + _DASH / 2, y + _DAY / 2, 0.9, EDGE
            )

    @property
    def _columns(self) -> tuple[float, float, float, float, float]:
        left, right = self.paper.left, self.paper.right
        moved = left + _WEEK
        each = (right - moved) / 3
        return left, moved, moved + each, moved + 2 * each, right

    def _head(self) -> Piece:
        columns = self._columns
        names = (_("Each week"), _("What moved"), _("What is in the way"),
                 _("Who clears it by Friday"))  # fmt: skip
        cells = [
            Cell(left, (set_text(name, LABEL if not n else SMALL, right - left - 2),))
            for n, (name, left, right) in enumerate(zip(names, columns, columns[1:], strict=False))
        ]

        def rule_below(canvas: PageCanvas, top: float, height: float) -> None:
            canvas.rule(columns[0], columns[-1], top + height, 0.9, INK)

        return row(cells, least=6.0, paint=rule_below, gap=4.6, keep=True, role="TH")

    def _week(self, week: Week, height: float) -> Piece:
        columns = self._columns
        number = set_text(_("Week {n}").format(n=week.number), _NUMBER, _WEEK)
        when = set_text(_span(week), replace(SMALL, color=GREY), _WEEK - _BESIDE_WEEK)

        def first(canvas: PageCanvas, top: float, height: float) -> None:
            canvas.words(number, columns[0], top + 1.2)
            canvas.words(when, columns[0], top + 1.2 + number.height / MM)
            canvas.rule(columns[0], columns[-1], top + height, 0.4, HAIR)

        def column(n: int, canvas: PageCanvas, top: float, height: float) -> None:
            canvas.upright(columns[n] - 2, top + 1, top + height - 1, 0.4, EDGE)

        cells: tuple[Paint, ...] = (first, *(partial(column, n) for n in (1, 2, 3)))
        return PaintedRow(height=height, cells=cells)


def _span(week: Week) -> str:
    """ "23 Nov – 29 Nov", or the one day that the week has."""
    last = days.day_month(week.last)
    return f"{days.day_month(week.first)} – {last}" if week.first != week.last else last


def _as_figure(alt: str, paint: Paint, canvas: PageCanvas, top: float, height: float) -> None:
    with canvas.figure(alt):
        paint(canvas, top, height)
