"""The lower parts of an action plan: the time line, and boxes for what customers say at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from cxworkshop import catalogue, days
from cxworkshop.content.values import PlanContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import (
    LABEL,
    SMALL,
    Density,
    aligned,
    set_on_a_line,
    set_text,
)
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, row
from cxworkshop.sheets.layout.signs import triangle
from cxworkshop.sheets.paper import EDGE, INK, MM

_DAYS = 30  # from start to check, while the dates are not set
_LINE = 8.6  # mm from the top of its piece to the time line
_RADIUS = 1.9
_END = 2.1  # mm from the margins to the first and the last day
_LEAST_NAME = 8.0  # points
_NAMED = 38.0  # mm, the width of the words above and below a day
_MARK_COLUMN, _TICK_COLUMN, _WORD_COLUMN = 7.5, 44.0, 101.0
_ASKED = 10
_BETWEEN_BOXES = 5.2

Milestone = tuple[int, str]


def thirty_days(plan: PlanContent, density: Density, x: float, width: float) -> list[Piece]:
    """A stroke for each day, weekends paler, and five named days."""
    heading = row(
        [Cell(x, (set_text(_("Thirty days"), LABEL, width),))],
        least=5.4,
        gap=density.gap,
        keep=True,
    )
    line = FixedPiece(height=14.6, paint=partial(_days, plan, x, x + width))
    return [heading, line]


def day_30(plan: PlanContent, density: Density, x: float, width: float) -> list[Piece]:
    """The question, and for each of the four marks boxes to tick and a line to write on."""
    question = _("On day {n} ask ten {customers}: “{question}”").format(
        n=length(plan), question=catalogue.check_question()
    )
    cells = [Cell(x, (set_text(question, LABEL, width),))]
    who = _("asked by {who}").format(who=plan.pick.who_asks) if plan.pick.who_asks else ""
    heads = ((0.0, who, 36.0), (_TICK_COLUMN, _("one tick for each {customer}"), 54.0),
             (_WORD_COLUMN, _("in their words"), width - _WORD_COLUMN))  # fmt: skip
    under = [Cell(x + at, (set_text(words, SMALL, room),)) for at, words, room in heads]
    marks = [
        _mark_row(shape, words, density, x, width, keep=number < 3)
        for number, (shape, words) in enumerate(_marks())
    ]
    return [row(cells, gap=density.gap, keep=True), row(under, keep=True), *marks]


def length(plan: PlanContent) -> int:
    """Number of days from the start to the check."""
    if plan.pick.start_on and plan.pick.check_on and plan.pick.check_on > plan.pick.start_on:
        return (plan.pick.check_on - plan.pick.start_on).days
    return _DAYS


def _marks() -> Iterator[tuple[Callable[[PageCanvas, float, float], None], str]]:
    yield lambda canvas, x, y: canvas.disc(x, y, 2.1), _("They notice")
    yield lambda canvas, x, y: canvas.ring(x, y, 2.0, 1.4, INK), _("No difference")
    yield lambda canvas, x, y: triangle(canvas, x, y, 2.0), _("Worse")
    yield lambda canvas, x, y: canvas.dotted_ring(x, y, 2.0), _("Cannot tell")


def _mark_row(
    shape: Callable[[PageCanvas, float, float], None],
    words: str,
    density: Density,
    x: float,
    width: float,
    *,
    keep: bool,
) -> Piece:
    block = set_text(words, density.text, _TICK_COLUMN - _MARK_COLUMN - 2)

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        middle = top + height / 2 + 0.8
        shape(canvas, x + 2.2, middle)
        canvas.words(block, x + _MARK_COLUMN, middle - block.height / MM / 2)
        for number in range(_ASKED):
            canvas.box(x + _TICK_COLUMN + number * _BETWEEN_BOXES, middle - BOX / 2)
        canvas.writing_line(x + _WORD_COLUMN, x + width, middle + BOX / 2)

    return FixedPiece(height=max(9.0, block.height / MM + 1), paint=paint, keep=keep)


def _days(
    plan: PlanContent, left: float, right: float, canvas: PageCanvas, top: float, _height: float
) -> None:
    y, days = top + _LINE, length(plan)
    start, end = left + _END, right - _END
    canvas.rule(start, end, y, 1.4, INK)
    for day in range(0, days + 1, 1 if days <= 70 else max(7, days // 70)):
        _day(canvas, start + (end - start) * day / days, y, _date(plan, day))
    for day, words in _milestones(plan, days):
        align = {0: "left", days: "right"}.get(day, "center")
        spot = start + (end - start) * day / days
        _milestone(canvas, spot, y, (words, align), _date(plan, day))


def _day(canvas: PageCanvas, x: float, y: float, day: date | None) -> None:
    if day and days.is_weekend(day):
        canvas.upright(x, y - 0.8, y + 0.8, 0.4, EDGE)
    else:
        canvas.upright(x, y - 1.3, y + 1.3, 0.6, INK)


def _date(plan: PlanContent, day: int) -> date | None:
    return plan.pick.start_on + timedelta(days=day) if plan.pick.start_on else None


def _milestones(plan: PlanContent, days: int) -> list[Milestone]:
    """Start, three looks in between, and check; on working days."""
    between = ((7, _("First look")), (15, _("Half way")), (22, _("Fix what slips")))
    looks = [(_next_working_day(plan, round(days * n / _DAYS)), words) for n, words in between]
    middle = [(day, words) for day, words in looks if 0 < day < days]
    return [(0, _("Start")), *middle, (days, _("Ask {customers}"))]


def _next_working_day(plan: PlanContent, day: int) -> int:
    found = _date(plan, day)
    return day + (7 - found.weekday()) if found and days.is_weekend(found) else day


def _milestone(
    canvas: PageCanvas, x: float, y: float, named: tuple[str, str], day: date | None
) -> None:
    """A ring with words above and its date below; start and end are aligned with the margins."""
    words, align = named
    left = {"left": x - _END, "center": x - _NAMED / 2, "right": x + _END - _NAMED}[align]
    (canvas.ring if align == "center" else canvas.disc)(x, y, _RADIUS)
    name = set_on_a_line(words, aligned(SMALL, align, INK), _NAMED, least=_LEAST_NAME)
    canvas.words(name, left, y - 2.6 - name.height / MM)
    if day:
        date_ = set_text(days.short(day), aligned(SMALL, align), _NAMED)
        canvas.words(date_, left, y + 2.1)
    else:
        from_left = {"left": 0.0, "center": 9.0, "right": 18.0}[align]
        canvas.writing_line(left + from_left, left + from_left + 20, y + 6)
