"""The signs of the answers, which differ in form, and their words."""

from __future__ import annotations

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.paper import ACCENT, EDGE, INK
from cxworkshop.wishes import ANSWER_WORDS, AnswerKind

KINDS = tuple(kind.value for kind in AnswerKind)


def kind_word(kind: str) -> str:
    """What the answer is called, as a heading of the list."""
    return _(ANSWER_WORDS[AnswerKind(kind)])


def answer_mark(canvas: PageCanvas, kind: str, x: float, y: float, radius: float) -> None:
    """Draw a disc, a ring, an arc, a dotted ring, a speech bubble or an arrow."""
    with canvas.figure(kind_word(kind)):
        match kind:
            case AnswerKind.DID:
                canvas.disc(x, y, radius)
            case AnswerKind.TRIED:
                canvas.ring(x, y, radius, 0.9, EDGE)
            case AnswerKind.DOING:
                canvas.arc(x, y, radius, 0.7)
            case AnswerKind.LIST:
                canvas.dotted_ring(x, y, radius, EDGE)
            case AnswerKind.CANT:
                _speech(canvas, x, y, radius)
            case AnswerKind.HANDED_ON:
                _arrow(canvas, x, y, radius)


def _speech(canvas: PageCanvas, x: float, y: float, radius: float) -> None:
    left, right, top, low = x - radius, x + radius, y - radius * 0.9, y + radius * 0.45
    corners = (
        (left, top), (right, top), (right, low), (x, low), (x - radius * 0.5, y + radius),
        (x - radius * 0.5, low), (left, low), (left, top),
    )  # fmt: skip
    canvas.stroke(corners, 1.0, INK)


def _arrow(canvas: PageCanvas, x: float, y: float, radius: float) -> None:
    canvas.rule(x - radius, x + radius, y, 1.2, ACCENT)
    head = (
        (x + radius * 0.3, y - radius * 0.6),
        (x + radius, y),
        (x + radius * 0.3, y + radius * 0.6),
    )
    canvas.stroke(head, 1.2, ACCENT)
