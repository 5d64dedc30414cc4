"""The upper parts of an action plan: what customers said, why this one, our promise, its owner."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from cxworkshop.content.values import CriterionReason, CustomerQuote, PlanPage
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets.layout.blocks import INDENT, behind_bar, item, said_by
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, Density, put
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, row
from cxworkshop.sheets.paper import MM
from cxworkshop.sheets.typesetting.text import balanced

_SHORT, _LONG = 5, 32  # words: what says enough, and can be taken in at a glance
_BOX_COLUMN = 7.0


def label(text: str, x: float, width: float, gap: float = 0.0) -> Piece:
    """The heading of a part, held to what follows."""
    return row([Cell(x, (put(text, LABEL, width),))], least=5.2, gap=gap, keep=True)


def blank(x: float, width: float, height: float, gap: float = 0.0) -> Piece:
    """A line to write on."""
    return FixedPiece(height=height, gap=gap, paint=partial(_writing, x, x + width))


def quotes(
    page: PlanPage, density: Density, x: float, width: float, gap: float = 0.0
) -> list[Piece]:
    """Their own words, and how many asked for something like this."""
    shown = chosen(page.quotes, density.quotes)
    pieces = [label(_("What customers said"), x, width, gap)]
    pieces += [_quote(quote, density, x, width) for quote in shown]
    if not shown:
        pieces += [_blank_quote(x, width, density.row) for _line in range(2)]
    counted = " ".join(_counts(page, len(page.quotes) - len(shown)))
    if counted:
        pieces.append(row([Cell(x, (put(counted, SMALL, width - 4),))], gap=1.4))
    return pieces


def chosen(said: Sequence[CustomerQuote], most: int) -> list[CustomerQuote]:
    """Whole sentences, the short ones first but none too short to say anything; in their order."""
    ranked = sorted(range(len(said)), key=lambda place: _rank(said[place].words))
    return [said[place] for place in sorted(ranked[:most])]


def reasons(
    page: PlanPage, density: Density, x: float, width: float, gap: float = 0.0
) -> list[Piece]:
    """The four criteria: the answer as a mark and in words, with its reason."""
    rows = [_reason(reason, density, x, width) for reason in page.reasons]
    return [label(_("Why this one"), x, width, gap), *rows]


def promise(
    page: PlanPage, density: Density, x: float, width: float, gap: float = 0.0
) -> list[Piece]:
    """When a customer …, we …; with lines to write on where it is not said yet."""
    pieces = [label(_("Our promise"), x, width, gap)]
    if page.pick.promise_we:
        return [*pieces, row([Cell(x, (put(_promised(page), density.strong, width - 4),))])]
    opening = _("When a customer {when}, we").format(when=page.pick.promise_when or "…")
    if page.pick.promise_when:
        pieces.append(row([Cell(x, (put(opening, density.strong, width - 4),))]))
        return [*pieces, blank(x, width - 2, density.row - 1)]
    return [
        *pieces,
        _opening(_("When a customer"), density, x, width),
        _opening(_("we"), density, x, width),
    ]


def owner(
    page: PlanPage, density: Density, x: float, width: float, gap: float = 0.0
) -> list[Piece]:
    """Who owns it, and who does it with them."""
    pieces = [label(_("Who owns it"), x, width, gap)]
    if page.owner:
        pieces.append(row([Cell(x, (put(page.owner, density.strong, width),))]))
    else:
        pieces.append(blank(x, width, density.row - 1))
    if page.helpers:
        helpers = _("with {names}").format(names=", ".join(page.helpers))
        pieces.append(row([Cell(x, (put(helpers, SMALL, width),))]))
    return pieces


def overrides(page: PlanPage, density: Density, x: float, width: float, gap: float) -> list[Piece]:
    """The written reasons for going past a rule, which always stand on the paper."""
    if not page.overrides:
        return []
    pieces = [label(_("Decided all the same, because"), x, width, gap)]
    return [*pieces, *(item(reason, x, width, density.text) for reason in page.overrides)]


def _writing(left: float, right: float, canvas: PageCanvas, top: float, height: float) -> None:
    canvas.writing_line(left, right, top + height)


def _rank(words: str) -> tuple[bool, int]:
    return not _SHORT <= len(words.split()) <= _LONG, len(words)


def _quote(quote: CustomerQuote, density: Density, x: float, width: float) -> Piece:
    words = _("“{words}”").format(words=quote.words)
    laid = balanced(words, density.said, (width - INDENT - 4) * MM)
    return behind_bar(laid, x, said_by(quote), 2.4)


def _blank_quote(x: float, width: float, height: float) -> Piece:
    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.quote_bar(x + 0.7, top + 2.4, top + height)
        canvas.writing_line(x + INDENT, x + width - 4, top + height)

    return FixedPiece(height=height, paint=paint)


def _counts(page: PlanPage, left_out: int) -> Iterator[str]:
    if page.heard and page.asked:
        yield ngettext(
            "{heard} of the {n} customer we talked to asked for something like this.",
            "{heard} of the {n} customers we talked to asked for something like this.",
            page.asked,
        ).format(heard=page.heard, n=page.asked)
    if left_out:
        yield ngettext(
            "And {n} more of their sentences is on the list.",
            "And {n} more of their sentences are on the list.",
            left_out,
        ).format(n=left_out)


def _reason(reason: CriterionReason, density: Density, x: float, width: float) -> Piece:
    room = width - _BOX_COLUMN
    blocks = [put(reason.title, density.text, room)]
    said = _answer(reason)
    if said:
        blocks.append(put(said, SMALL, room))
    mark = partial(_answer_box, reason.answer, x)
    return row([Cell(x + _BOX_COLUMN, tuple(blocks))], paint=mark, gap=2.2)


def _answer(reason: CriterionReason) -> str:
    """What the mark says, in words wherever it is not a plain yes."""
    if reason.answer == "no":
        return _("no: {why}").format(why=reason.why) if reason.why else _("no")
    if reason.answer == "unsure":
        return _("not sure: {why}").format(why=reason.why) if reason.why else _("not sure")
    return reason.why


def _answer_box(answer: str, x: float, canvas: PageCanvas, top: float, _height: float) -> None:
    """Beside the first line."""
    canvas.box(x, top + 0.4)
    marks: dict[str, Callable[[float, float], None]] = {
        "yes": partial(canvas.tick, alt=_("yes")),
        "no": canvas.cross,
        "unsure": canvas.dash,
    }  # the others are said in words
    if answer in marks:
        marks[answer](x, top + 0.4)


def _promised(page: PlanPage) -> str:
    we = page.pick.promise_we.rstrip(".")
    if not page.pick.promise_when:
        return page.pick.promise_we
    return _("When a customer {when}, we {we}.").format(
        when=page.pick.promise_when.rstrip(","), we=we
    )


def _opening(words: str, density: Density, x: float, width: float) -> Piece:
    laid = put(words, density.text, width)

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.words(laid, x, top + height - laid.height / MM + 0.9)
        canvas.writing_line(x + laid.widest / MM + 2, x + width - 2, top + height)

    return FixedPiece(height=density.row - 0.6, paint=paint)
