"""The tables of an action plan: first steps, and what could slow us down."""

from __future__ import annotations

from functools import partial

from cxworkshop import days
from cxworkshop.content.values import PlanBlocker, PlanContent, PlanStep
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, Density, set_text
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, height_of, row
from cxworkshop.sheets.layout.signs import tick
from cxworkshop.sheets.paper import HAIR, INK, MM
from cxworkshop.sheets.typesetting.text import TextBlock

_BOX_COLUMN = 9.0
_DATE_COLUMN, _BESIDE_DATE = 26.0, 0.5  # mm at least; Arabic and Polish months are long
_WORDS_SHARE = 0.46  # of a blocker's row; the rest is for who removes it
_ROW = 4.7  # mm, the height of a row of one line without padding


def steps(plan: PlanContent, density: Density, x: float, width: float, who: float) -> list[Piece]:
    """A table of what, who and by when; done steps are ticked."""
    dates = [set_text(days.short(step.by_when), density.text, who - x) for step in plan.steps]
    when = x + width - max(_DATE_COLUMN, *(date.widest / MM + _BESIDE_DATE for date in dates), 0.0)
    heads = ((who, _("Who")), (when, _("By when")))
    columns = (x + _BOX_COLUMN, who, when, x + width)
    return [
        _table_head(_("What we will do"), heads, x, width, density.gap),
        *[_step(step, density, x, columns) for step in plan.steps],
    ]


def to_write(count: int, density: Density, x: float, width: float) -> list[Piece]:
    """Empty rows to write on."""
    return [_blank(x, width, density.row)] * count


def blockers(
    plan: PlanContent,
    density: Density,
    x: float,
    width: float,
    *,
    room: float = 0.0,
    gap: float = 0.0,
) -> list[Piece]:
    """A table of what delays, who removes it and when; empty rows fill `room`."""
    who = x + _BOX_COLUMN + (width - _BOX_COLUMN) * _WORDS_SHARE
    pieces = [
        _table_head(_("What could slow us down"), ((who, _("Who removes it")),), x, width, gap),
        *[_blocker(blocker, density, x, who, width) for blocker in plan.blockers],
    ]
    blank_rows = max(
        int((room - height_of(pieces)) / density.row), density.spare, not plan.blockers
    )
    return [*pieces, *to_write(blank_rows, density, x, width)]


def _table_head(
    title: str, columns: tuple[tuple[float, str], ...], x: float, width: float, gap: float
) -> Piece:
    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(x, x + width, top + height, 0.9, INK)

    cells = [Cell(x, (set_text(title, LABEL, columns[0][0] - x - 2),))]
    ends = [left for left, _title in columns[1:]] + [x + width]
    cells += [
        Cell(left, (set_text(words, SMALL, end - left),))
        for (left, words), end in zip(columns, ends, strict=True)
    ]
    return row(cells, least=6.2, paint=paint, gap=gap, keep=True, role="TH")


def _step(
    step: PlanStep, density: Density, x: float, columns: tuple[float, float, float, float]
) -> Piece:
    words, who, when, right = columns
    cells = [
        Cell(words, (set_text(step.words, density.text, who - words - 4),)),
        Cell(who, (set_text(step.who, density.strong, when - who - 3),)),
        Cell(when, (set_text(days.short(step.by_when), density.text, right - when),)),
    ]
    paint = partial(_ticked if step.done else _ruled, x, right)
    again = partial(_line, x, right)
    least = _ROW + 2 * density.pad
    return row(cells, least=least, pad=density.pad, paint=paint, again=again, role="TR")


def _blocker(blocker: PlanBlocker, density: Density, x: float, who: float, width: float) -> Piece:
    words = set_text(blocker.words, density.text, who - x - _BOX_COLUMN - 3)
    blocks = [set_text(blocker.remover, density.strong, x + width - who)] if blocker.remover else []
    if _outcome(blocker):
        blocks.append(set_text(_outcome(blocker), SMALL, x + width - who))

    def removed(canvas: PageCanvas, top: float, height: float) -> None:
        _ticked(x, x + width, canvas, top, height)
        _strike(canvas, words, x + _BOX_COLUMN, top + (height - words.height / MM) / 2)

    paint = removed if blocker.removed_on else partial(_ruled, x, x + width)
    cells = [Cell(x + _BOX_COLUMN, (words,)), Cell(who, tuple(blocks))]
    again = partial(_line, x, x + width)
    least = _ROW + 2 * density.pad
    return row(cells, least=least, pad=density.pad, paint=paint, again=again, role="TR")


def _outcome(blocker: PlanBlocker) -> str:
    """Since when it is in the way; when it was removed, and how many days it cost."""
    lost = ngettext("{n} day lost", "{n} days lost", blocker.days_lost)
    lost = lost.format(n=blocker.days_lost) if blocker.days_lost else ""
    if blocker.removed_on is None:
        since = _("since {day}").format(day=days.short(blocker.since)) if blocker.since else ""
        return lost or since
    removed = _("removed {day}").format(day=days.short(blocker.removed_on))
    return " · ".join(part for part in (removed, lost) if part)


def _ruled(left: float, right: float, canvas: PageCanvas, top: float, height: float) -> None:
    canvas.box(left, top + (height - BOX) / 2)
    _line(left, right, canvas, top, height)


def _ticked(left: float, right: float, canvas: PageCanvas, top: float, height: float) -> None:
    _ruled(left, right, canvas, top, height)
    tick(canvas, left, top + (height - BOX) / 2, alt=_("done"))


def _line(left: float, right: float, canvas: PageCanvas, top: float, height: float) -> None:
    canvas.rule(left, right, top + height, 0.4, HAIR)


def _blank(x: float, width: float, height: float) -> Piece:
    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.box(x, top + (height - BOX) / 2)
        canvas.writing_line(x + _BOX_COLUMN, x + width, top + height)

    return FixedPiece(height=height, paint=paint)


def _strike(canvas: PageCanvas, block: TextBlock, left: float, top: float) -> None:
    """Strike through every line of this text."""
    leading = block.style.leading / MM
    for number, line in enumerate(block.lines):
        before, width = block.indent(line) / MM, line.ems * block.style.size / MM
        if canvas.is_mirrored:
            before = block.width / MM - before - width
        start = left + before
        canvas.rule(start, start + width, top + leading * (number + 0.53), 0.7, INK)
