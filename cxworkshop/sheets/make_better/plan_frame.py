"""What stands around an action plan: the running head, the number in its ring, the foot."""

from __future__ import annotations

from cxworkshop import days
from cxworkshop.content.values import PlanPage
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import LABEL, NUMBER, SMALL, Density, aligned, put
from cxworkshop.sheets.layout.flow import FixedPiece, Piece
from cxworkshop.sheets.layout.page_frame import Frame, privacy
from cxworkshop.sheets.paper import ACCENT, MM, Paper

_RADIUS = 8.0
_TITLE_COLUMN = 21.0


def title(page: PlanPage, paper: Paper, density: Density) -> Piece:
    """The number in its ring, and beside it what will be better."""
    x, width = paper.left, paper.column
    words = density.title(page.title, width - _TITLE_COLUMN)
    counted = _("{n} of {of}").format(n=page.slot, of=page.of) if page.slot else ""
    count = put(counted, aligned(SMALL, "center"), 16)
    high = words.height / MM
    ring = 2 * _RADIUS + 0.8 + count.height / MM

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        above = (height - high) / 2 if high < ring else 0.0
        if words:
            canvas.words(words, x + _TITLE_COLUMN, top + above)
        else:
            canvas.writing_line(x + _TITLE_COLUMN, paper.right, top + 2 * _RADIUS - 2)
        _number(canvas, page, x + _RADIUS, top + _RADIUS + 0.2)
        canvas.words(count, x, top + 2 * _RADIUS + 0.8)

    return FixedPiece(height=max(high, ring), paint=paint)


def frame(page: PlanPage) -> Frame:
    """What this is, whose, when it was agreed, and whether names are on it; on every page."""
    shown = privacy(names=page.names_shown)
    return Frame(kind=_("Action plan"), whose=_whose(page), privacy=shown)


def again(page: PlanPage, paper: Paper) -> Piece:
    """On the pages after the first: which plan goes on here."""
    words = _("{n} of {of}, continued: {title}")
    text = words.format(n=page.slot, of=page.of, title=page.title)
    laid = put(text, aligned(LABEL, "left"), paper.column)
    return FixedPiece(
        height=laid.height / MM,
        paint=lambda canvas, top, _height: canvas.words(laid, paper.left, top),
    )


def _number(canvas: PageCanvas, page: PlanPage, x: float, y: float) -> None:
    """A disc when all is agreed; before that a ring, as far round as the plan is made."""
    style = NUMBER
    if page.pick.locked_on:
        canvas.disc(x, y, _RADIUS)
    else:
        style = aligned(NUMBER, "center", ACCENT)
        canvas.arc(x, y, _RADIUS - 0.6, page.begun)
    number = put(str(page.slot or ""), style, 2 * _RADIUS)  # a blank plan has none yet
    canvas.words(number, x - _RADIUS, y - number.height / MM / 2)


def _whose(page: PlanPage) -> str:
    kind = _("card {code}") if page.code.isdigit() else _("group {code}")
    agreed = _("agreed {day}").format(day=days.full(page.pick.locked_on))
    open_ = _("not locked yet") if page.slot else ""
    state = agreed if page.pick.locked_on else open_
    round_ = _("round {n}").format(n=page.round_number)
    parts = (page.team, round_, kind.format(code=page.code) if page.code else "", state)
    return "  ·  ".join(part for part in parts if part)
