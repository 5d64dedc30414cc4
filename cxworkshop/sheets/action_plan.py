"""The action plan: one page an improvement, to hang where the work is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.papers import PlanPage
from cxworkshop.sheets import plan_frame, plan_words
from cxworkshop.sheets.dates import spoken
from cxworkshop.sheets.document import About, Document, written
from cxworkshop.sheets.flow import Piece, beside, draw_down, height_of, on_pages, spread
from cxworkshop.sheets.look import FLOOR, FLOWING, LOOKS, Look
from cxworkshop.sheets.paper import Paper
from cxworkshop.sheets.plan_days import day_30, thirty_days
from cxworkshop.sheets.plan_licence import licence
from cxworkshop.sheets.plan_tables import blockers, steps

_LEFT_SHARE = 0.6
_BETWEEN_COLUMNS = 8.0
_MOST_SPREAD = 4.0  # added to a gap when the page is not full


class NothingPicked(Refusal):
    """An action plan was asked for, and there is no pick to plan."""

    def __init__(self) -> None:
        super().__init__(_("Nothing is picked yet, so there is no plan to print. Pick one first."))


def action_plans(pages: Sequence[PlanPage], target: Path, paper: Paper) -> Path:
    """Write one PDF with a plan for each page of values; returns where it is."""
    if not pages:
        raise NothingPicked
    with spoken(pages[0].language), written(target, paper, _about(pages)) as document:
        for page in pages:
            _draw(page, document)
    return target


def laid_out(page: PlanPage, paper: Paper) -> list[list[Piece]]:
    """The pieces of each page: on one page in the roomiest look that fits, else on several."""
    if _fits(_compact(page, paper, FLOOR), paper):
        looks = (_compact(page, paper, look) for look in LOOKS)
        found = next(pieces for pieces in looks if _fits(pieces, paper))
        return [spread(found, paper.room - height_of(found), _MOST_SPREAD)]
    continued = plan_frame.again(page, paper)
    later = paper.room - continued.height - FLOWING.gap
    first, *others = on_pages(_flowing(page, paper), paper.room, later)
    return [first, *([continued, replace(rest[0], gap=FLOWING.gap), *rest[1:]] for rest in others)]


def _about(pages: Sequence[PlanPage]) -> About:
    title = pages[0].title if len(pages) == 1 else pages[0].team
    return About(
        title=_("Action plan: {title}").format(title=title),
        author=pages[0].team,
        language=pages[0].language,
        day=max(
            (day for page in pages for day in (page.locked_on, page.start_on) if day), default=None
        ),
    )


def _draw(page: PlanPage, document: Document) -> None:
    sheets = laid_out(page, document.paper)
    for number, pieces in enumerate(sheets, 1):
        kit = document.page()
        if number == 1:
            document.bookmark(f"{page.slot}  {page.title}")
        plan_frame.running_head(kit, page)
        draw_down(kit, pieces, document.paper.content_top)
        plan_frame.foot(kit, number, len(sheets))
        document.end_page()


def _fits(pieces: Sequence[Piece], paper: Paper) -> bool:
    return height_of(pieces) <= paper.room


def _columns(paper: Paper) -> tuple[float, float, float, float]:
    """Left edge and width of the left column, then of the right one."""
    width = paper.right - paper.left
    left = width * _LEFT_SHARE
    right = paper.left + left + _BETWEEN_COLUMNS
    return paper.left, left, right, paper.right - right


def _compact(page: PlanPage, paper: Paper, look: Look) -> list[Piece]:
    """Two columns where two parts stand well side by side."""
    x, wide, right, narrow = _columns(paper)
    width = paper.right - x
    slow, panel = blockers(page, look, x, wide), licence(page.licence, look, right, narrow)
    panel = replace(panel, height=max(panel.height, height_of(slow)))
    said, why = (
        plan_words.quotes(page, look, x, wide),
        plan_words.reasons(page, look, right, narrow),
    )
    ours = plan_words.promise(page, look, x, wide), plan_words.owner(page, look, right, narrow)
    return [
        plan_frame.title(page, paper, look),
        beside(said, why, gap=look.gap),
        beside(*ours, gap=look.gap),
        *plan_words.overrides(page, look, x, width, look.gap),
        *steps(page, look, x, width, right),
        beside(slow, [panel], gap=look.gap),
        *thirty_days(page, look, x, width),
        *day_30(page, look, x, width),
    ]


def _flowing(page: PlanPage, paper: Paper) -> list[Piece]:
    """The same parts; those that are too high to stand side by side follow one another."""
    x, _wide, right, _narrow = _columns(paper)
    look, width, gap = FLOWING, paper.right - x, FLOWING.gap
    return [
        plan_frame.title(page, paper, look),
        *plan_words.quotes(page, look, x, width, gap),
        *plan_words.reasons(page, look, x, width, gap),
        *plan_words.promise(page, look, x, width, gap),
        *plan_words.owner(page, look, x, width, gap),
        *plan_words.overrides(page, look, x, width, gap),
        *steps(page, look, x, width, right),
        *blockers(page, look, x, width, gap),
        licence(page.licence, look, x, width, gap),
        *thirty_days(page, look, x, width),
        *day_30(page, look, x, width),
    ]
