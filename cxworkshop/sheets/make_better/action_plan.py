"""The action plan: one page for each improvement, to hang where the work is done."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cxworkshop.content.values import PlanContent
from cxworkshop.sheets.layout.density import DENSITIES, FLOWING, Density
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece, beside, height_of, spread
from cxworkshop.sheets.layout.page_breaks import on_pages
from cxworkshop.sheets.layout.page_frame import framed
from cxworkshop.sheets.make_better import plan_frame, plan_text
from cxworkshop.sheets.make_better.plan_days import day_30, thirty_days
from cxworkshop.sheets.make_better.plan_licence import licence
from cxworkshop.sheets.make_better.plan_tables import blockers, steps, to_write
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import Paper

_LEFT_SHARE = 0.57  # of the width, for the left column
_BETWEEN_COLUMNS = 8.0
_MAX_SPREAD = 4.0  # mm added to each gap when the page is not full
_MAX_STRETCH = 20.0  # mm by which the licence's panel may grow beside many blockers
_MAX_EXTRA_ROWS = 4
_BLANK_STEPS = 3  # rows to write on where there are no steps yet; one fewer in small type
_SMALL = 10.0  # points of body text

Part = Callable[[PlanContent, Density, float, float, float], list[Piece]]


def action_plans(plans: Sequence[PlanContent], options: PrintOptions) -> list[Page]:
    """Draw each plan on one page, or on several if it is too long."""
    return [page for plan in plans for page in _pages(plan, options.paper)]


def laid_out(plan: PlanContent, paper: Paper) -> list[list[Piece]]:
    """The pieces of each page: one page in the roomiest density that fits, else several."""
    layouts = [PlanLayout(plan, paper, density) for density in DENSITIES]
    if layouts[-1].fits():
        return [layouts[bisect_left(layouts, x=True, key=PlanLayout.fits)].filled()]
    continued = plan_frame.again(plan, paper)
    later = paper.room - continued.height - FLOWING.gap
    first, *others = on_pages(PlanLayout(plan, paper, FLOWING).flowing(), paper.room, later)
    return [first, *([continued, replace(rest[0], gap=FLOWING.gap), *rest[1:]] for rest in others)]


def _pages(plan: PlanContent, paper: Paper) -> list[Page]:
    frame = plan_frame.frame(plan)
    first, *others = framed(frame, laid_out(plan, paper), paper)
    return [replace(first, bookmark=f"{plan.slot}  {plan.title}"), *others]


@dataclass(frozen=True)
class PlanLayout:
    """One plan in one density."""

    plan: PlanContent
    paper: Paper
    density: Density

    def fits(self) -> bool:
        """Whether it fits on one page, with the rows to write on that it needs."""
        return height_of(self._minimal) <= self.paper.room

    def filled(self) -> list[Piece]:
        """Lay out one page; spare room goes to rows to write on, then into the gaps."""
        room = self.paper.room - height_of(self._minimal)
        extra = min(_MAX_EXTRA_ROWS, int(room / self.density.row))
        pieces = self._pieces(self._blank_rows + extra, self.paper.room)
        return spread(pieces, self.paper.room - height_of(pieces), _MAX_SPREAD)

    def flowing(self) -> list[Piece]:
        """Lay out for several pages; parts too high to stand side by side are stacked."""
        return self._pieces(self._blank_rows, self.paper.room / 2)

    @cached_property
    def _minimal(self) -> list[Piece]:
        return self._pieces(self._blank_rows, self.paper.room)

    @property
    def _blank_rows(self) -> int:
        if self.plan.steps:
            return self.density.spare
        return _BLANK_STEPS - (self.density.body <= _SMALL)

    def _pieces(self, blank_rows: int, max_height: float) -> list[Piece]:
        plan, density = self.plan, self.density
        x, width = self.paper.left, self.paper.column
        right = self._columns[2]
        return [
            plan_frame.title(plan, self.paper, density),
            *self._pair(plan_text.quotes, plan_text.reasons, max_height),
            *self._pair(plan_text.promise, plan_text.owner, max_height),
            *plan_text.overrides(plan, density, x, width, density.gap),
            *steps(plan, density, x, width, right),
            *to_write(blank_rows, density, x, width),
            *self._blockers_and_licence(max_height),
            *thirty_days(plan, density, x, width),
            *day_30(plan, density, x, width),
        ]

    def _pair(self, one: Part, other: Part, max_height: float) -> list[Piece]:
        """Both parts side by side, or stacked where that would be higher than `max_height`."""
        x, wide, right, narrow = self._columns
        columns = [
            one(self.plan, self.density, x, wide, 0),
            other(self.plan, self.density, right, narrow, 0),
        ]
        if max(map(height_of, columns)) <= max_height:
            return [beside(*columns, gap=self.density.gap)]
        width = self.paper.right - x
        return [
            *one(self.plan, self.density, x, width, self.density.gap),
            *other(self.plan, self.density, x, width, self.density.gap),
        ]

    def _blockers_and_licence(self, max_height: float) -> list[Piece]:
        """Both as a pair of equal height, unless the blockers are far higher."""
        x, wide, right, narrow = self._columns
        given, density, gap = self.plan.licence, self.density, self.density.gap
        panel = licence(given, density, right, narrow)
        blocker_pieces = blockers(self.plan, density, x, wide, room=min(panel.height, max_height))
        height = max(panel.height, height_of(blocker_pieces))
        if height <= max_height:
            level = height if height - panel.height < _MAX_STRETCH else panel.height
            return [beside(blocker_pieces, [replace(panel, height=level)], gap=gap)]
        width = self.paper.right - x
        return [
            *blockers(self.plan, density, x, width, gap=gap),
            licence(given, density, x, width, gap),
        ]

    @property
    def _columns(self) -> tuple[float, float, float, float]:
        """Left edge and width of the left column, then of the right one."""
        x = self.paper.left
        wide = (self.paper.right - x) * _LEFT_SHARE
        right = x + wide + _BETWEEN_COLUMNS
        return x, wide, right, self.paper.right - right
