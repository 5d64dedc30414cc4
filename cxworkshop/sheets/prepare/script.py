"""The facilitator's script: both meetings by the minute, and what to do without projector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop import days
from cxworkshop.content.values import ScriptContent, ScriptLine, ScriptMeeting, ScriptStop
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, aligned, put
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece, height_of, level, on_pages, row, spread
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
from cxworkshop.sheets.layout.page_frame import Frame, framed
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import HAIR, INK, MM, Paper
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style, balanced

_DAY = Style(face=HEAVY, size=15, leading=19, role="H2")
_STOP = replace(LABEL, size=10.5, leading=13.6, role="H3")
_SAY = Style(face=SEMI, size=12, leading=15.4)
_LEADS = replace(SMALL, leading=_SAY.leading)
_AT = Style(face=SEMI, size=10.5, leading=13.6)
_FROM, _CLOCK, _MINUTES = 13.0, 19.0, 18.0  # columns
_LEAD = 19.0  # before what is said and watched for
_CLOCK_LINE = 5.7  # below the top of its row
_WRITTEN = 4  # lines of an agenda that has none
_GAP = 4.2
_ABOVE_FOOT = 1.5
_MOST_SPREAD = 1.2


def script(plan: ScriptContent, options: PrintOptions) -> list[Page]:
    """Day 1 on the front, day 30 and the projector's end on the back; more pages if needed."""
    paper = options.paper
    said = _Script(paper)
    first, last = ([*said.meeting(meeting)] for meeting in plan.meetings)
    heading = title(_("What to say, and when"), paper)
    front = [heading, *said.hint(), *first]
    back = [*last, *said.without_projector(), *said.notes()]
    sides = on_pages(front, paper.room, paper.room)
    if len(sides) > 1:  # no longer a page for each day
        sides = on_pages([*front, *back], paper.room, paper.room)
    else:
        sides += on_pages(back, paper.room, paper.room)
    sides = [_loosened(filled(side, paper.room - _ABOVE_FOOT), paper) for side in sides]
    round_ = _("round {n}").format(n=plan.round_number)
    frame = Frame(kind=_("Facilitator’s script"), whose=f"{plan.team}  ·  {round_}")
    return framed(frame, sides, paper)


@dataclass(frozen=True)
class _Script:
    paper: Paper

    @property
    def _x(self) -> float:
        return self.paper.left

    @property
    def _width(self) -> float:
        return self.paper.column

    def hint(self) -> list[Piece]:
        """How the columns are meant."""
        text = _("Times count from the beginning. Write the clock’s time beside them once you"
                 " begin. If a part runs over, take the minutes from the break, never from the"
                 " last part: it says who starts tomorrow.")  # fmt: skip
        return [words(text, SMALL, self._x, self._width)]

    def meeting(self, meeting: ScriptMeeting) -> list[Piece]:
        """Its day, its stops with their lines, and when it ends."""
        day = _("Day {n}  ·  {day}").format(n=meeting.day, day=days.full(meeting.on))
        took = _lasting(meeting.minutes) if meeting.minutes else ""
        head = row(
            [Cell(self._x, (put(day, _DAY, self._width - 40),)),
             Cell(self._x, (put(took, aligned(SMALL, "right"), self._width),))],
            gap=5.0, pad=1.6, keep=True,
        )  # fmt: skip
        if not meeting.stops:
            blank = ScriptLine(begins=0, minutes=0, title="")
            return [head, *[self._line(blank, first=not n) for n in range(_WRITTEN)]]
        pieces: list[Piece] = [head]
        for stop in meeting.stops:
            pieces += self._stop(stop)
        return [*pieces[:-1], replace(pieces[-1], keep=True), self._end(meeting.minutes)]

    def without_projector(self) -> list[Piece]:
        """Nothing of the session is on the screen alone."""
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
        """What room is left on the last page."""
        lines = answer(1, self._x, self._width, said=False)
        return [label(_("Notes"), self._x, self._width, gap=6.0), lines]

    def _stop(self, stop: ScriptStop) -> list[Piece]:
        pieces: list[Piece] = [
            row([Cell(self._x, (put(stop.title, _STOP, self._width),))], gap=_GAP, keep=True)
        ]
        for lead, text, style in (
            (_("Say"), stop.say, _SAY),
            (_("Watch for"), stop.watch, BODY),
        ):
            if text:
                pieces.append(self._told(lead, text, style))
        return pieces + [self._line(line, first=not n) for n, line in enumerate(stop.lines)]

    def _told(self, lead: str, text: str, style: Style) -> Piece:
        cells = [
            Cell(self._x, (put(lead, replace(_LEADS, leading=style.leading), _LEAD - 2),)),
            Cell(self._x + _LEAD, (balanced(text, style, (self._width - _LEAD) * MM),)),
        ]
        return row(level(cells), gap=0.4, keep=True)

    def _line(self, line: ScriptLine, *, first: bool) -> Piece:
        """When, what, and how many minutes; room for the clock's time between."""
        right, what = self._x + self._width, self._x + _FROM + _CLOCK
        minutes = _("{n} min").format(n=line.minutes) if line.title else _("min")
        begins = clock(line.begins) if line.title else ""
        cells = [
            Cell(self._x, (put(begins, _AT, _FROM),)),
            Cell(what, (put(line.title, BODY, self._width - _FROM - _CLOCK - _MINUTES),)),
            Cell(right - _MINUTES, (put(minutes, aligned(BODY, "right"), _MINUTES),)),
        ]
        paint = partial(_ruled, self._x, right, first=first)
        again = partial(_line_below, self._x, right)
        least = ROW if not line.title else 7.2
        return row(level(cells), least=least, pad=0.8, paint=paint, again=again, gap=1.2 * first,
                   role="TR")  # fmt: skip

    def _end(self, minutes: int) -> Piece:
        cells = [
            Cell(self._x, (put(clock(minutes), _AT, _FROM),)),
            Cell(self._x + _FROM + _CLOCK, (put(_("End"), _AT, 40),)),
        ]
        return row(cells, least=7.2, gap=1.2, role="TR",
                   paint=partial(_clock, self._x))  # fmt: skip


def _loosened(pieces: Sequence[Piece], paper: Paper) -> list[Piece]:
    return spread(pieces, paper.room - height_of(pieces), _MOST_SPREAD)


def clock(minutes: int) -> str:
    """ "1:05": an hour and five minutes after the beginning."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def _lasting(minutes: int) -> str:
    if minutes < 60:
        return _("{n} min in all").format(n=minutes)
    if not minutes % 60:
        return _("{hours} h in all").format(hours=minutes // 60)
    return _("{hours} h {minutes} min in all").format(hours=minutes // 60, minutes=minutes % 60)


def _ruled(
    left: float, right: float, canvas: PageCanvas, top: float, height: float, *, first: bool
) -> None:
    if first:
        canvas.rule(left, right, top, 0.6, INK)
    _clock(left, canvas, top, height)
    _line_below(left, right, canvas, top, height)


def _clock(left: float, canvas: PageCanvas, top: float, _height: float) -> None:
    """Room to write the clock's time."""
    canvas.writing_line(left + _FROM, left + _FROM + _CLOCK - 5, top + _CLOCK_LINE)


def _line_below(left: float, right: float, canvas: PageCanvas, top: float, height: float) -> None:
    canvas.rule(left, right, top + height, 0.4, HAIR)
