"""The frame of an action plan: running head, footer, and the title with its number in a ring."""

from __future__ import annotations

from cxworkshop import days
from cxworkshop.content.values import PlanContent
from cxworkshop.i18n import _, with_dots
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import LABEL, NUMBER, SMALL, Density, aligned, set_text
from cxworkshop.sheets.layout.flow import FixedPiece, Piece
from cxworkshop.sheets.layout.page_frame import Frame, place, privacy
from cxworkshop.sheets.paper import ACCENT, MM, Paper

_RADIUS = 8.0
_TITLE_COLUMN = 21.0


def title(plan: PlanContent, paper: Paper, density: Density) -> Piece:
    """The number in its ring, and beside it the title."""
    x, width = paper.left, paper.column
    words = density.title(plan.title, width - _TITLE_COLUMN)
    place_block = set_text(place(plan.slot, plan.of), aligned(SMALL, "center"), 16)
    words_height = words.height / MM
    ring = 2 * _RADIUS + 0.8 + place_block.height / MM

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        above = (height - words_height) / 2 if words_height < ring else 0.0
        if words:
            canvas.words(words, x + _TITLE_COLUMN, top + above)
        else:
            canvas.writing_line(x + _TITLE_COLUMN, paper.right, top + 2 * _RADIUS - 2)
        _number(canvas, plan, x + _RADIUS, top + _RADIUS + 0.2)
        canvas.words(place_block, x, top + 2 * _RADIUS + 0.8)

    return FixedPiece(height=max(words_height, ring), paint=paint)


def frame(plan: PlanContent) -> Frame:
    """Running head and footer of every page."""
    shown = privacy()
    return Frame(kind=_("Action plan"), whose=_whose(plan), privacy=shown)


def again(plan: PlanContent, paper: Paper) -> Piece:
    """The line at the top of later pages that says which plan continues."""
    words = _("{n} of {of}, continued: {title}") if plan.of else _("{title}, continued")
    text = words.format(n=plan.slot, of=plan.of, title=plan.title)
    block = set_text(text, aligned(LABEL, "left"), paper.column)
    return FixedPiece(
        height=block.height / MM,
        paint=lambda canvas, top, _height: canvas.words(block, paper.left, top),
    )


def _number(canvas: PageCanvas, plan: PlanContent, x: float, y: float) -> None:
    """A disc once the plan is locked; until then an arc that shows how complete it is."""
    style = NUMBER
    if plan.pick.locked_on:
        canvas.disc(x, y, _RADIUS)
    else:
        style = aligned(NUMBER, "center", ACCENT)
        canvas.arc(x, y, _RADIUS - 0.6, plan.begun)
    number = set_text(str(plan.slot or ""), style, 2 * _RADIUS)  # a blank plan has no slot
    canvas.words(number, x - _RADIUS, y - number.height / MM / 2)


def _whose(plan: PlanContent) -> str:
    kind = _("card {code}") if plan.code.isdigit() else _("group {code}")
    agreed = _("agreed {day}").format(day=days.full(plan.pick.locked_on))
    open_ = _("not locked yet") if plan.slot else ""
    state = agreed if plan.pick.locked_on else open_
    round_ = _("round {n}").format(n=plan.round_number)
    parts = (plan.team, round_, kind.format(code=plan.code) if plan.code else "", state)
    return with_dots(part for part in parts if part)
