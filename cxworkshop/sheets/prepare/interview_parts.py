"""The parts of an interview, from who asks to how we part; laid out at any width."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from cxworkshop import days
from cxworkshop.content.values import GuideQuestion, InterviewGuideContent, Visit
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, aligned, put
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
from cxworkshop.sheets.paper import ACCENT, HAIR, INK
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style

_QUESTION = Style(face=SEMI, size=12, leading=15)
_HELD = Style(size=12, leading=15.4)  # what a customer may read over our shoulder
_NUMBER, _WAY = 8.0, 30.0  # columns beside a question
_GAP = 4.4
_BOX, _WHOM, _WHEN = 8.0, 0.42, 0.8  # where the columns of the visits begin
_BLANK_VISITS = 2
_WHOLE = 60.0  # mm: a row that is not higher stays on one page
_SHORT_WAY = 2  # lines: of a longer name its digit alone stands there
_MOST_KINDS, _SHORT = 6, 26  # kinds of customers to tick, and how many letters one may have


def who_talks_to_whom(guide: InterviewGuideContent, x: float, width: float) -> list[Piece]:
    """Who of us asks whom by when, with rows to write on where nothing is planned."""
    whom, when = x + width * _WHOM, x + width * _WHEN
    heads = [
        Cell(x, (put(_("Who talks"), LABEL, whom - x - 3),)),
        Cell(whom, (put(_("To whom"), SMALL, when - whom - 3),)),
        Cell(when, (put(_("By when"), SMALL, x + width - when),)),
    ]

    def under(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(x, x + width, top + height, 0.9, INK)

    head = row(heads, least=6.0, paint=under, gap=2.0, keep=True, role="TH")
    if not guide.visits:
        blank = FixedPiece(height=ROW, paint=partial(_blank_visit, x, (whom, when, x + width)))
        return [head, *[blank] * _BLANK_VISITS]
    return [head, *(_visit(visit, x, (whom, when, x + width)) for visit in guide.visits)]


def how_to_begin(style: Style, x: float, width: float) -> list[Piece]:
    """What to say first, and what to leave unsaid."""
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
    """Each question with lines for the answer."""
    pieces: list[Piece] = []
    for asked in guide.questions:
        pieces += [_question(asked, x, width, ways=ways), answer(lines, x, width)]
    return pieces


def good(x: float, width: float) -> list[Piece]:
    """What is asked of every customer at the end."""
    ask = put(_("And what was good?"), replace(_QUESTION, color=ACCENT, role="H2"), width)
    return [row([Cell(x, (ask,))], gap=_GAP, keep=True), answer(2, x, width)]


def who_it_was(
    guide: InterviewGuideContent, x: float, width: float, *, wide: bool = True
) -> list[Piece]:
    """The kind of customer; a name only if they agree."""
    kinds = [kind for kind in guide.kinds if len(kind) <= _SHORT][:_MOST_KINDS]
    ours = [(_("Asked by"), 3.0), (_("Date"), 2.0)]
    kind = (_("Kind of customer"), 1.0)
    agreed = _("They agree to give their name:")
    hear = _("They would like to hear what comes of it. How:")
    pieces = [label(_("Who it was"), x, width, gap=_GAP), fields([*ours], x, width)]
    pieces.append(fields([kind], x, width))
    if kinds:
        pieces.append(ticks(kinds, BODY, x, width, gap=2.8))
    if wide:
        return [*pieces, fields([(agreed, 1.0)], x, width, box=True),
                fields([(hear, 1.0)], x, width, box=True)]  # fmt: skip
    return [*pieces, *_asked_below(agreed, x, width), *_asked_below(hear, x, width)]


def thanks(guide: InterviewGuideContent, x: float, width: float) -> list[Piece]:
    """What is said at the end, and what happens next."""
    say = _("“Thank you. We read everything, choose up to three things and make them better"
            " within 30 days. Around {day} we come back and ask what you notice.”")  # fmt: skip
    laid = words(say.format(day=days.day_month(guide.back_on)), _HELD, x, width)
    head = label(_("Say thank you, and what happens next"), x, width)
    return [beside([head, laid], gap=_GAP)]  # on one card, or on the next


def privacy_of_notes() -> str:
    """What the foot says of a page that customers' words are written on."""
    return _("No name unless they agree. Type it in soon, then shred this page.")


def _visit(visit: Visit, x: float, columns: tuple[float, float, float]) -> Piece:
    whom, when, right = columns
    cells = [
        Cell(x + _BOX, (put(visit.asker, BODY, whom - x - _BOX - 3),)),
        Cell(whom, (put(visit.whom, BODY, when - whom - 3),)),
        Cell(when, (put(days.short(visit.by_when), BODY, right - when),)),
    ]

    def ruled(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(x, right, top + height, 0.4, HAIR)

    def boxed(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.box(x, top + (height - BOX) / 2)
        if visit.done:
            canvas.tick(x, top + (height - BOX) / 2, alt=_("done"))
        ruled(canvas, top, height)

    piece = row(cells, least=7.0, pad=0.9, paint=boxed, again=ruled, role="TR")
    return piece if piece.height > _WHOLE else beside([piece])


def _blank_visit(
    x: float, columns: tuple[float, float, float], canvas: PageCanvas, top: float, height: float
) -> None:
    whom, when, right = columns
    canvas.box(x, top + height - BOX - 0.8)
    for left, end in ((x + _BOX, whom - 3), (whom, when - 3), (when, right)):
        canvas.writing_line(left, end, top + height)


def _question(asked: GuideQuestion, x: float, width: float, *, ways: bool) -> Piece:
    room = width - _NUMBER - (_WAY if ways and asked.way else 0.0)
    number = put(str(asked.number), replace(_QUESTION, color=ACCENT), _NUMBER)
    cells = [Cell(x, (number,)), Cell(x + _NUMBER, (put(asked.words, _QUESTION, room),))]
    if ways and asked.way:
        style = replace(aligned(SMALL, "right"), leading=_QUESTION.leading)
        way = put(asked.way, style, _WAY - 2)
        if len(way.lines) > _SHORT_WAY:
            way = put(asked.way.split(" ", 1)[0], style, _WAY - 2)
        cells.append(Cell(x + width - _WAY + 2, (way,)))
    return row(level(cells), gap=_GAP, keep=True)


def _asked_below(text: str, x: float, width: float) -> list[Piece]:
    """A box with words too long for a line beside them."""
    return [ticks([text], BODY, x, width, gap=2.4), answer(1, x, width, said=False)]
