"""The facilitator's script: both meetings minute by minute, and what to do without a projector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from cxworkshop import days
from cxworkshop.clock import clock_time
from cxworkshop.content.values import ScriptContent, ScriptLine, ScriptMeeting, ScriptStop
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece, height_of, level, nothing, row, spread
from cxworkshop.sheets.layout.form_lines import (
    BODY,
    ROW,
    answer,
    filled,
    label,
    points,
    title,
    words,
)
from cxworkshop.sheets.layout.page_breaks import on_pages
from cxworkshop.sheets.layout.page_frame import Frame, framed
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import HAIR, INK, MM, Paper
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style, balanced

_DAY = Style(face=HEAVY, size=15, leading=19, role="H2")
_STOP = replace(LABEL, size=10.5, leading=13.6, role="H3")
_SAY = Style(face=SEMI, size=12, leading=15.4)
_LEAD_STYLE = replace(SMALL, leading=_SAY.leading)
_TIME = Style(face=SEMI, size=10.5, leading=13.6)
_BEGINS, _CLOCK, _MINUTES = 13.0, 19.0, 18.0  # mm, widths of the columns
_LEAD = 27.0  # mm, the column of "Say" and "Watch for"
_CLOCK_LINE = 5.7  # mm below the top of its row
_LENGTH = 40.0  # mm, left to how long a meeting takes
_BLANK_LINES = 4  # for an empty agenda
_GAP = 4.2
_ABOVE_FOOTER = 1.5
_MAX_SPREAD = 1.2


def script(content: ScriptContent, options: PrintOptions) -> list[Page]:
    """Draw day 1 on the front, and day 30 on the back; or on more pages if needed."""
    paper = options.paper
    pieces_of = _ScriptPieces(paper)
    first, last = ([*pieces_of.meeting(meeting)] for meeting in content.meetings)
    heading = title(_("What to say, and when"), paper)
    has_times = all(meeting.starts_at is not None for meeting in content.meetings)
    front = [heading, *pieces_of.hint(has_times=has_times), *first]
    back = [*last, *pieces_of.without_projector(), *pieces_of.notes()]
    sides = on_pages(front, paper.room, paper.room)
    if len(sides) > 1:  # day 1 needs more than the front: let day 30 follow it directly
        sides = on_pages([*front, *back], paper.room, paper.room)
    else:
        sides += on_pages(back, paper.room, paper.room)
    sides = [_spread_out(filled(side, paper.room - _ABOVE_FOOTER), paper) for side in sides]
    round_ = _("round {n}").format(n=content.round_number)
    frame = Frame(kind=_("Facilitator’s script"), whose=f"{content.team}  ·  {round_}")
    return framed(frame, sides, paper)


@dataclass(frozen=True)
class _ScriptPieces:
    paper: Paper

    @property
    def _x(self) -> float:
        return self.paper.left

    @property
    def _width(self) -> float:
        return self.paper.column

    def hint(self, *, has_times: bool) -> list[Piece]:
        """How to read the columns."""
        text = _("If a part runs over, take the minutes from the break, never from the last part:"
                 " it says who starts tomorrow.")  # fmt: skip
        if not has_times:
            count = _("Times count from the beginning. Write the clock’s time beside them once you"
                      " begin.")  # fmt: skip
            text = f"{count} {text}"
        return [words(text, SMALL, self._x, self._width)]

    def meeting(self, meeting: ScriptMeeting) -> list[Piece]:
        """One meeting: its date, its stops with their lines, and its end."""
        head = meeting_head(self.paper, meeting.day, meeting.on, meeting.minutes, pad=1.6)
        if not meeting.stops:
            blank = ScriptLine(begins=0, minutes=0, title="")
            rows = (self._line(blank, None, first=not n) for n in range(_BLANK_LINES))
            return [head, *rows]
        pieces: list[Piece] = [head]
        for stop in meeting.stops:
            pieces += self._stop(stop, meeting.starts_at)
        end = self._end(meeting.minutes, meeting.starts_at)
        return [*pieces[:-1], replace(pieces[-1], keep=True), end]

    def without_projector(self) -> list[Piece]:
        """What to do if the projector fails."""
        texts = (
            _("Say so, and go on: everything you need is on paper."),
            _("Hang the cards on the wall and sort them by hand. One line for each pile:"
              " its headline, then the numbers of its cards."),
            _("Write the three slots of the blank kit on a flip chart, and ask the four questions"
              " of each."),
            _("Fill in a blank plan for each pick. The licence is said aloud, as always."),
            _("Afterwards type the piles, the picks and the plans in: ten minutes."),
        )  # fmt: skip
        head = label(_("If the projector dies"), self._x, self._width, style=_DAY, gap=8.0)
        return [replace(piece, keep=True) for piece in
                (head, *points(texts[:-1], BODY, self._x, self._width))] + points(
            texts[-1:], BODY, self._x, self._width
        )  # fmt: skip

    def notes(self) -> list[Piece]:
        """Lines for notes, which fill the last page."""
        lines = answer(1, self._x, self._width, said=False)
        return [label(_("Notes"), self._x, self._width, gap=6.0), lines]

    def _stop(self, stop: ScriptStop, start: int | None) -> list[Piece]:
        pieces: list[Piece] = [
            row([Cell(self._x, (set_text(stop.title, _STOP, self._width),))], gap=_GAP, keep=True)
        ]
        for lead, text, style in (
            (_("Say"), stop.say, _SAY),
            (_("Watch for"), stop.watch, BODY),
        ):
            if text:
                pieces.append(self._with_lead(lead, text, style))
        rows = (self._line(line, start, first=not n) for n, line in enumerate(stop.lines))
        return [*pieces, *rows]

    def _with_lead(self, lead: str, text: str, style: Style) -> Piece:
        cells = [
            Cell(
                self._x, (set_text(lead, replace(_LEAD_STYLE, leading=style.leading), _LEAD - 2),)
            ),
            Cell(self._x + _LEAD, (balanced(text, style, (self._width - _LEAD) * MM),)),
        ]
        return row(level(cells), gap=0.4, keep=True)

    def _line(self, line: ScriptLine, start: int | None, *, first: bool) -> Piece:
        """A row: when it begins, title and length; without a start, room for the clock's time."""
        right, title_x = self._x + self._width, self._x + _BEGINS + _CLOCK
        minutes = _("{n} min").format(n=line.minutes) if line.title else _("min")
        begins = clock(line.begins, start) if line.title else ""
        cells = [
            Cell(self._x, (set_text(begins, _TIME, _BEGINS),)),
            Cell(title_x, (set_text(line.title, BODY, self._width - _BEGINS - _CLOCK - _MINUTES),)),
            Cell(right - _MINUTES, (set_text(minutes, aligned(BODY, "right"), _MINUTES),)),
        ]
        paint = partial(ruled, self._x, right, first=first, writes=start is None)
        again = partial(line_below, self._x, right)
        least = ROW if not line.title else 7.2
        return row(level(cells), least=least, pad=0.8, paint=paint, again=again, gap=1.2 * first,
                   role="TR")  # fmt: skip

    def _end(self, minutes: int, start: int | None) -> Piece:
        cells = [
            Cell(self._x, (set_text(clock(minutes, start), _TIME, _BEGINS),)),
            Cell(self._x + _BEGINS + _CLOCK, (set_text(_("End"), _TIME, 40),)),
            Cell(self._x + self._width, ()),
        ]
        paint = partial(_clock, self._x) if start is None else nothing
        return row(cells, least=7.2, gap=1.2, role="TR", paint=paint)


def _spread_out(pieces: Sequence[Piece], paper: Paper) -> list[Piece]:
    return spread(pieces, paper.room - height_of(pieces), _MAX_SPREAD)


def clock(minutes: int, start: int | None = None) -> str:
    """ "1:05" for 65 minutes after the start; what a clock shows then, where the start is known."""
    if start is not None:
        return clock_time(start + minutes)
    return f"{minutes // 60}:{minutes % 60:02d}"


def duration(minutes: int) -> str:
    """ "1 h 30 min in all"."""
    if minutes < 60:
        return _("{n} min in all").format(n=minutes)
    if not minutes % 60:
        return _("{hours} h in all").format(hours=minutes // 60)
    return _("{hours} h {minutes} min in all").format(hours=minutes // 60, minutes=minutes % 60)


def meeting_head(paper: Paper, day: int, on: date, minutes: int, pad: float) -> Piece:
    """Its day, and how long it takes."""
    words_ = _("Day {n}  ·  {day}").format(n=day, day=days.full(on))
    length = duration(minutes) if minutes else ""
    return row(
        [Cell(paper.left, (set_text(words_, _DAY, paper.column - _LENGTH),)),
         Cell(paper.left, (set_text(length, aligned(SMALL, "right"), paper.column),))],
        gap=5.0, pad=pad, keep=True,
    )  # fmt: skip


def ruled(
    left: float,
    right: float,
    canvas: PageCanvas,
    top: float,
    height: float,
    *,
    first: bool,
    writes: bool,
) -> None:
    if first:
        canvas.rule(left, right, top, 0.6, INK)
    if writes:
        _clock(left, canvas, top, height)
    line_below(left, right, canvas, top, height)


def _clock(left: float, canvas: PageCanvas, top: float, _height: float) -> None:
    """Draw a line for the clock's time."""
    canvas.writing_line(left + _BEGINS, left + _BEGINS + _CLOCK - 5, top + _CLOCK_LINE)


def line_below(left: float, right: float, canvas: PageCanvas, top: float, height: float) -> None:
    canvas.rule(left, right, top + height, 0.4, HAIR)
