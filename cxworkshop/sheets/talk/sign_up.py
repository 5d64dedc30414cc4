"""A list for customers who would talk to us: their name, how to reach them, and their yes."""

from __future__ import annotations

from cxworkshop import days
from cxworkshop.content.values import SignUpContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Paint, PaintedRow, Piece, height_of, row
from cxworkshop.sheets.layout.form_lines import label, points, title, words
from cxworkshop.sheets.layout.page_frame import Frame, framed
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import HAIR, INK, MM, Paper
from cxworkshop.sheets.typesetting.text import Style

_LEAD = Style(size=13, leading=17.4)
_TEXT = Style(size=11.5, leading=15)
_SHARES = (0.36, 0.42)  # of the width: name, and how to reach them
_LEAST, _MOST = 13.0, 17.0  # mm, the height of a row
_ROWS = 12  # at most
_GAP = 4.0
_ROUNDING = 0.01
_ABOVE_FOOT = 2.0


def sign_up(content: SignUpContent, options: PrintOptions) -> list[Page]:
    """Draw one page: what they agree to, and as many rows as there is room for."""
    paper = options.paper
    top, head = _top(content, paper), _head(paper)
    free = paper.room - height_of([*top, head]) - _ABOVE_FOOT
    count = max(1, min(_ROWS, int(free / _LEAST)))
    height = min(_MOST, free / count - _ROUNDING)
    rows = [PaintedRow(height=height, cells=_cells(paper))] * count
    round_ = _("round {n}").format(n=content.round_number)
    frame = Frame(kind=_("Talk to us"), whose=f"{content.team}  ·  {round_}")
    return framed(frame, [[*top, head, *rows]], paper)


def _top(content: SignUpContent, paper: Paper) -> list[Piece]:
    x, width = paper.left, paper.column
    lead = _("We would like to do better, and you know best where. Leave your name, and one of us"
             " will ask you.")  # fmt: skip
    texts = (
        _("What for: one talk about what we should do better, and one question later: what do you"
          " notice?"),
        _("Who sees it: only those of us who talk to {customers}. We give it to nobody else."),
        _("How long: until {day} at the latest. Then we shred this page.").format(
            day=days.full(content.keep_until)),
        _("You can say no later, at any time. Tell any of us, and we cross you out."),
        _("Others can read this list. Would you rather not stand on it? Ask for a page of your"
          " own."),
    )  # fmt: skip
    return [
        title(_("May we ask you?"), paper, 28),
        words(lead, _LEAD, x, width, gap=1.0),
        label(_("What you agree to with your tick"), x, width, gap=4.6),
        *points(texts, _TEXT, x, width),
    ]


def _columns(paper: Paper) -> tuple[float, float, float]:
    left, width = paper.left, paper.column
    reach = left + width * _SHARES[0]
    return left, reach, reach + width * _SHARES[1]


def _head(paper: Paper) -> Piece:
    left, reach, yes = _columns(paper)
    cells = [
        Cell(left, (set_text(_("Name"), LABEL, reach - left - _GAP),)),
        Cell(reach, (set_text(_("How to reach you: telephone or e-mail"), SMALL,
                              yes - reach - _GAP),)),
        Cell(yes, (set_text(_("I agree"), SMALL, paper.right - yes),)),
    ]  # fmt: skip

    def rule_below(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(left, paper.right, top + height, 0.9, INK)

    return row(cells, least=6.4, pad=0.6, paint=rule_below, gap=5.0, keep=True, role="TH")


def _cells(paper: Paper) -> tuple[Paint, ...]:
    left, reach, yes = _columns(paper)
    agreed = set_text(_("You may ask me."), _TEXT, paper.right - yes - BOX - 2)

    def name(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(left, paper.right, top + height, 0.4, HAIR)

    def line(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.upright(reach - _GAP / 2, top + 1.6, top + height - 1.6, 0.4, HAIR)

    def tick(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.upright(yes - _GAP / 2, top + 1.6, top + height - 1.6, 0.4, HAIR)
        canvas.box(yes, top + (height - BOX) / 2)
        canvas.words(agreed, yes + BOX + 2, top + (height - agreed.height / MM) / 2)

    return name, line, tick
