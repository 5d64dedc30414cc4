"""The action plan: one page an improvement, to hang where the work is done."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cxworkshop.content.values import PlanContent
from cxworkshop.sheets.layout.density import DENSITIES, FLOWING, Density
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece, beside, height_of, on_pages, spread
from cxworkshop.sheets.layout.page_frame import framed
from cxworkshop.sheets.make_better import plan_frame
from cxworkshop.sheets.make_better import plan_text as plan_words
from cxworkshop.sheets.make_better.plan_days import day_30, thirty_days
from cxworkshop.sheets.make_better.plan_licence import licence
from cxworkshop.sheets.make_better.plan_tables import blockers, steps, to_write
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import Paper

_LEFT_SHARE = 0.57
_BETWEEN_COLUMNS = 8.0
_MOST_SPREAD = 4.0  # added to a gap when the page is not full
_MOST_STRETCH = 20.0  # of the licence's ground, beside many blockers
_MOST_MORE_ROWS = 4
_ROWS_FOR_STEPS = 3  # to write on, where no step is written down yet; one fewer in small looks
_SMALL = 10.0  # points

Part = Callable[[PlanContent, Density, float, float, float], list[Piece]]


def action_plans(plans: Sequence[PlanContent], options: PrintOptions) -> list[Page]:
    """A page for each plan, or several where one does not hold it."""
    return [page for plan in plans for page in _pages(plan, options.paper)]


def laid_out(page: PlanContent, paper: Paper) -> list[list[Piece]]:
    """The pieces of each page: on one page in the roomiest look that fits, else on several."""
    plans = [PlanLayout(page, paper, density) for density in DENSITIES]
    if plans[-1].fits():
        return [plans[bisect_left(plans, x=True, key=PlanLayout.fits)].filled()]
    continued = plan_frame.again(page, paper)
    later = paper.room - continued.height - FLOWING.gap
    first, *others = on_pages(PlanLayout(page, paper, FLOWING).flowing(), paper.room, later)
    return [first, *([continued, replace(rest[0], gap=FLOWING.gap), *rest[1:]] for rest in others)]


def _pages(plan: PlanContent, paper: Paper) -> list[Page]:
    frame = plan_frame.frame(plan)
    first, *others = framed(frame, laid_out(plan, paper), paper)
    return [replace(first, bookmark=f"{plan.slot}  {plan.title}"), *others]


@dataclass(frozen=True)
class PlanLayout:
    """One plan in one look."""

    page: PlanContent
    paper: Paper
    density: Density

    def fits(self) -> bool:
        """Whether it stands on one page, with the rows to write on that it needs."""
        return height_of(self._least) <= self.paper.room

    def filled(self) -> list[Piece]:
        """On one page: what room is left goes to rows to write on, then between the parts."""
        room = self.paper.room - height_of(self._least)
        more = min(_MOST_MORE_ROWS, int(room / self.density.row))
        pieces = self._pieces(self._blanks + more, self.paper.room)
        return spread(pieces, self.paper.room - height_of(pieces), _MOST_SPREAD)

    def flowing(self) -> list[Piece]:
        """For several pages: parts that are too high to stand side by side follow one another."""
        return self._pieces(self._blanks, self.paper.room / 2)

    @cached_property
    def _least(self) -> list[Piece]:
        return self._pieces(self._blanks, self.paper.room)

    @property
    def _blanks(self) -> int:
        if self.page.steps:
            return self.density.spare
        return _ROWS_FOR_STEPS - (self.density.body <= _SMALL)

    def _pieces(self, blanks: int, most: float) -> list[Piece]:
        page, density = self.page, self.density
        x, width = self.paper.left, self.paper.column
        right = self._columns[2]
        return [
            plan_frame.title(page, self.paper, density),
            *self._pair(plan_words.quotes, plan_words.reasons, most),
            *self._pair(plan_words.promise, plan_words.owner, most),
            *plan_words.overrides(page, density, x, width, density.gap),
            *steps(page, density, x, width, right),
            *to_write(blanks, density, x, width),
            *self._hindered_and_licensed(most),
            *thirty_days(page, density, x, width),
            *day_30(page, density, x, width),
        ]

    def _pair(self, one: Part, other: Part, most: float) -> list[Piece]:
        """Side by side, unless that would be higher than `most`."""
        x, wide, right, narrow = self._columns
        columns = [
            one(self.page, self.density, x, wide, 0),
            other(self.page, self.density, right, narrow, 0),
        ]
        if max(map(height_of, columns)) <= most:
            return [beside(*columns, gap=self.density.gap)]
        width = self.paper.right - x
        return [
            *one(self.page, self.density, x, width, self.density.gap),
            *other(self.page, self.density, x, width, self.density.gap),
        ]

    def _hindered_and_licensed(self, most: float) -> list[Piece]:
        """As a pair, the two of the same height unless one is far higher."""
        x, wide, right, narrow = self._columns
        given, density, gap = self.page.licence, self.density, self.density.gap
        panel = licence(given, density, right, narrow)
        slow = blockers(self.page, density, x, wide, room=min(panel.height, most))
        height = max(panel.height, height_of(slow))
        if height <= most:
            level = height if height - panel.height < _MOST_STRETCH else panel.height
            return [beside(slow, [replace(panel, height=level)], gap=gap)]
        width = self.paper.right - x
        return [
            *blockers(self.page, density, x, width, gap=gap),
            licence(given, density, x, width, gap),
        ]

    @property
    def _columns(self) -> tuple[float, float, float, float]:
        """Left edge and width of the left column, then of the right one."""
        x = self.paper.left
        wide = (self.paper.right - x) * _LEFT_SHARE
        right = x + wide + _BETWEEN_COLUMNS
        return x, wide, right, self.paper.right - right
