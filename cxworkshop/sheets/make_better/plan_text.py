"""The upper parts of an action plan: what customers said, why this one, our promise, its owner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from cxworkshop.content.values import CriterionReason, CustomerQuote, PlanContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets.layout.blocks import INDENT, behind_bar, item, said_by
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, Density, set_text
from cxworkshop.sheets.layout.excerpts import AT_A_TABLE, excerpted
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, row
from cxworkshop.sheets.layout.signs import cross, dash, tick
from cxworkshop.sheets.paper import MM
from cxworkshop.sheets.typesetting.text import balanced

_BOX_COLUMN = 7.0


def label(text: str, x: float, width: float, gap: float = 0.0) -> Piece:
    """The heading of a part, kept with what follows."""
    return row([Cell(x, (set_text(text, LABEL, width),))], least=5.2, gap=gap, keep=True)


def blank(x: float, width: float, height: float, gap: float = 0.0) -> Piece:
    """A line to write on."""
    return FixedPiece(height=height, gap=gap, paint=partial(_writing, x, x + width))


def quotes(
    plan: PlanContent, density: Density, x: float, width: float, gap: float = 0.0
) -> list[Piece]:
    """Customers' own words, and how many asked for something like this."""
    shown = plan.best_quotes(density.quotes)
    pieces = [label(_("What {customers} said"), x, width, gap)]
    pieces += [_quote(excerpted(quote, AT_A_TABLE), density, x, width) for quote in shown]
    if not shown:
        pieces += [_blank_quote(x, width, density.row) for _line in range(2)]
    counts = " ".join(_counts(plan, len(plan.quotes) - len(shown)))
    if counts:
        pieces.append(row([Cell(x, (set_text(counts, SMALL, width - 4),))], gap=1.4))
    return pieces


def reasons(
    plan: PlanContent, density: Density, x: float, width: float, gap: float = 0.0
) -> list[Piece]:
    """The four criteria: the answer as a mark and in words, with its reason."""
    rows = [_reason(reason, density, x, width) for reason in plan.reasons]
    return [label(_("Why this one"), x, width, gap), *rows]


def promise(
    plan: PlanContent, density: Density, x: float, width: float, gap: float = 0.0
) -> list[Piece]:
    """When a customer …, we …; with lines to write on for what is missing."""
    pieces = [label(_("Our promise"), x, width, gap)]
    if plan.promise:
        return [*pieces, row([Cell(x, (set_text(plan.promise, density.strong, width - 4),))])]
    if plan.promise_opening:
        opening = _("{opening}, we").format(opening=plan.promise_opening)
        pieces.append(row([Cell(x, (set_text(opening, density.strong, width - 4),))]))
        return [*pieces, blank(x, width - 2, density.row - 1)]
    return [
        *pieces,
        _opening(_("When {a_customer}"), density, x, width),
        _opening(_("we"), density, x, width),
    ]


def owner(
    plan: PlanContent, density: Density, x: float, width: float, gap: float = 0.0
) -> list[Piece]:
    """Who owns it, and who helps."""
    pieces = [label(_("Who owns it"), x, width, gap)]
    if plan.owner:
        pieces.append(row([Cell(x, (set_text(plan.owner, density.strong, width),))]))
    else:
        pieces.append(blank(x, width, density.row - 1))
    if plan.helpers:
        pieces.append(row([Cell(x, (set_text(plan.who_helps, SMALL, width),))]))
    return pieces


def overrides(
    plan: PlanContent, density: Density, x: float, width: float, gap: float
) -> list[Piece]:
    """The written reasons for going past a rule; they are always printed (R9, R10)."""
    if not plan.overrides:
        return []
    pieces = [label(_("Decided all the same, because"), x, width, gap)]
    return [*pieces, *(item(reason, x, width, density.text) for reason in plan.overrides)]


def _writing(left: float, right: float, canvas: PageCanvas, top: float, height: float) -> None:
    canvas.writing_line(left, right, top + height)


def _quote(quote: CustomerQuote, density: Density, x: float, width: float) -> Piece:
    words = _("“{words}”").format(words=quote.words)
    block = balanced(words, density.said, (width - INDENT - 4) * MM)
    return behind_bar(block, x, said_by(quote), 2.4)


def _blank_quote(x: float, width: float, height: float) -> Piece:
    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.quote_bar(x + 0.7, top + 2.4, top + height)
        canvas.writing_line(x + INDENT, x + width - 4, top + height)

    return FixedPiece(height=height, paint=paint)


def _counts(plan: PlanContent, left_out: int) -> Iterator[str]:
    if plan.heard and plan.asked:
        yield plan.heard_by
    if left_out:
        yield ngettext(
            "And {n} more of their sentences is on the list.",
            "And {n} more of their sentences are on the list.",
            left_out,
        ).format(n=left_out)


def _reason(reason: CriterionReason, density: Density, x: float, width: float) -> Piece:
    room = width - _BOX_COLUMN
    blocks = [set_text(reason.title, density.text, room)]
    said = _answer(reason)
    if said:
        blocks.append(set_text(said, SMALL, room))
    mark = partial(_answer_box, reason.answer, x)
    return row([Cell(x + _BOX_COLUMN, tuple(blocks))], paint=mark, gap=2.2)


def _answer(reason: CriterionReason) -> str:
    """The answer in words, unless it is a plain yes."""
    if reason.answer == "no":
        return _("no: {why}").format(why=reason.why) if reason.why else _("no")
    if reason.answer == "unsure":
        return _("not sure: {why}").format(why=reason.why) if reason.why else _("not sure")
    return reason.why


def _answer_box(answer: str, x: float, canvas: PageCanvas, top: float, _height: float) -> None:
    """Draw the answer as a mark, level with the first line."""
    canvas.box(x, top + 0.4)
    marks: dict[str, Callable[[PageCanvas, float, float], None]] = {
        "yes": partial(tick, alt=_("yes")),
        "no": cross,
        "unsure": dash,
    }  # criteria without an answer have an empty box
    if answer in marks:
        marks[answer](canvas, x, top + 0.4)


def _opening(words: str, density: Density, x: float, width: float) -> Piece:
    block = set_text(words, density.text, width)

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.words(block, x, top + height - block.height / MM + 0.9)
        canvas.writing_line(x + block.widest / MM + 2, x + width - 2, top + height)

    return FixedPiece(height=density.row - 0.6, paint=paint)
