"""Parts of an interview, from who asks whom to the thanks, laid out at any width."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from cxworkshop import days
from cxworkshop.content.values import GuideQuestion, InterviewGuideContent, Visit
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, aligned, set_text
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, beside, level, row
from cxworkshop.sheets.layout.form_lines import (
    BODY,
    ROW,
    answer,
    fields,
    label,
    points,
    ticks,
    words,
)
from cxworkshop.sheets.layout.signs import tick
from cxworkshop.sheets.paper import ACCENT, HAIR, INK
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style

_QUESTION = Style(face=SEMI, size=12, leading=15)
_THANKS = Style(size=12, leading=15.4)  # large: customers may read it too
_NUMBER, _WAY = 8.0, 30.0  # mm, columns beside a question
_GAP = 4.4
_BOX, _WHOM, _WHEN = 8.0, 0.42, 0.8  # columns of visits: mm for the box, then shares of the width
_BLANK_VISITS = 2
_WORTH_CUTTING = 60.0  # mm; a lower row is never cut
_MAX_WAY_LINES = 2  # of a way's name; a longer one is cut to its digit
_MOST_KINDS, _MAX_LETTERS = 6, 26  # kinds of customers to tick, and letters of a kind


def who_talks_to_whom(guide: InterviewGuideContent, x: float, width: float) -> list[Piece]:
    """A table of who talks to whom by when; empty rows if nothing is planned."""
    whom, when = x + width * _WHOM, x + width * _WHEN
    heads = [
        Cell(x, (set_text(_("Who talks"), LABEL, whom - x - 3),)),
        Cell(whom, (set_text(_("To whom"), SMALL, when - whom - 3),)),
        Cell(when, (set_text(_("By when"), SMALL, x + width - when),)),
    ]

    def rule_below(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(x, x + width, top + height, 0.9, INK)

    head = row(heads, least=6.0, paint=rule_below, gap=2.0, keep=True, role="TH")
    if not guide.visits:
        blank = FixedPiece(height=ROW, paint=partial(_blank_visit, x, (whom, when, x + width)))
        return [head, *[blank] * _BLANK_VISITS]
    return [head, *(_visit(visit, x, (whom, when, x + width)) for visit in guide.visits)]


def how_to_begin(style: Style, x: float, width: float) -> list[Piece]:
    """What to say first, and what not to say."""
    texts = (
        _("Say who you are and why you ask: “We would like to do better, and you know best"
          " where.”"),
        _("Ask whether you may write it down. No name is needed."),
        _("Ask, then be silent. What comes after the pause is often the best of it."),
        _("Write it the way they say it. Explain nothing, defend nothing, promise nothing."),
        _("Ask once more: “And what else?”"),
    )  # fmt: skip
    return [
        label(_("How to begin"), x, width, gap=_GAP),
        *points(texts, style, x, width),
    ]


def questions(
    guide: InterviewGuideContent, x: float, width: float, lines: int, *, ways: bool
) -> list[Piece]:
    """Each question with `lines` to write on; `ways` names the way beside it."""
    pieces: list[Piece] = []
    for question in guide.questions:
        pieces += [_question(question, x, width, ways=ways), answer(lines, x, width)]
    return pieces


def praise(x: float, width: float) -> list[Piece]:
    """The last question, the same for every customer."""
    ask = set_text(_("And what was good?"), replace(_QUESTION, color=ACCENT, role="H2"), width)
    return [row([Cell(x, (ask,))], gap=_GAP, keep=True), answer(3, x, width)]


def who_it_was(
    guide: InterviewGuideContent, x: float, width: float, *, wide: bool = True
) -> list[Piece]:
    """Fields for who it was; for a name only if they agree."""
    kinds = [kind for kind in guide.kinds if len(kind) <= _MAX_LETTERS][:_MOST_KINDS]
    our_fields = [(_("Asked by"), 3.0), (_("Date"), 2.0)]
    kind = (_("Kind of {customer}"), 1.0)
    agreed = _("They agree to give their name:")
    feedback = _("They would like to hear what comes of it. How:")
    pieces = [label(_("Who it was"), x, width, gap=_GAP), fields([*our_fields], x, width)]
    pieces.append(fields([kind], x, width))
    if kinds:
        pieces.append(ticks(kinds, BODY, x, width, gap=2.8))
    if wide:
        return [*pieces, fields([(agreed, 1.0)], x, width, box=True),
                fields([(feedback, 1.0)], x, width, box=True)]  # fmt: skip
    return [*pieces, *_box_and_line(agreed, x, width), *_box_and_line(feedback, x, width)]


def thanks(guide: InterviewGuideContent, x: float, width: float) -> list[Piece]:
    """The thanks, and what happens next."""
    text = _("“Thank you. We read everything, choose up to three things and make them better"
             " within 30 days. Around {day} we come back and ask what you notice.”")  # fmt: skip
    block = words(text.format(day=days.day_month(guide.back_on)), _THANKS, x, width)
    head = label(_("Say thank you, and what happens next"), x, width)
    return [beside([head, block], gap=_GAP)]  # never broken over two cards


def privacy_of_notes() -> str:
    """The footer of a page that customers' words are written on."""
    return _("No name unless they agree. Type it in soon, then shred this page.")


def _visit(visit: Visit, x: float, columns: tuple[float, float, float]) -> Piece:
    whom, when, right = columns
    cells = [
        Cell(x + _BOX, (set_text(visit.asker, BODY, whom - x - _BOX - 3),)),
        Cell(whom, (set_text(visit.whom, BODY, when - whom - 3),)),
        Cell(when, (set_text(days.short(visit.by_when), BODY, right - when),)),
    ]

    def ruled(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(x, right, top + height, 0.4, HAIR)

    def with_box(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.box(x, top + (height - BOX) / 2)
        if visit.done:
            tick(canvas, x, top + (height - BOX) / 2, alt=_("done"))
        ruled(canvas, top, height)

    piece = row(cells, least=7.0, pad=0.9, paint=with_box, again=ruled, role="TR")
    return piece if piece.height > _WORTH_CUTTING else beside([piece])


def _blank_visit(
    x: float, columns: tuple[float, float, float], canvas: PageCanvas, top: float, height: float
) -> None:
    whom, when, right = columns
    canvas.box(x, top + height - BOX - 0.8)
    for left, end in ((x + _BOX, whom - 3), (whom, when - 3), (when, right)):
        canvas.writing_line(left, end, top + height)


def _question(question: GuideQuestion, x: float, width: float, *, ways: bool) -> Piece:
    room = width - _NUMBER - (_WAY if ways and question.way else 0.0)
    number = set_text(str(question.number), replace(_QUESTION, color=ACCENT), _NUMBER)
    cells = [Cell(x, (number,)), Cell(x + _NUMBER, (set_text(question.words, _QUESTION, room),))]
    if ways and question.way:
        style = replace(aligned(SMALL, "right"), leading=_QUESTION.leading)
        way = set_text(question.way, style, _WAY - 2)
        if len(way.lines) > _MAX_WAY_LINES:
            way = set_text(question.way.split(" ", 1)[0], style, _WAY - 2)
        cells.append(Cell(x + width - _WAY + 2, (way,)))
    return row(level(cells), gap=_GAP, keep=True)


def _box_and_line(text: str, x: float, width: float) -> list[Piece]:
    """A box with its words, and a line to write on below them."""
    box = replace(ticks([text], BODY, x, width, gap=2.4), keep=True)
    return [box, answer(1, x, width, said=False)]
