"""The agenda for those who take part: both meetings, and what to bring."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from cxworkshop.content.values import AgendaContent, AgendaMeeting, ScriptLine
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.density import aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece, height_of, level, row, spread
from cxworkshop.sheets.layout.form_lines import fields, label, points, title
from cxworkshop.sheets.layout.page_breaks import on_pages
from cxworkshop.sheets.layout.page_frame import Frame, framed
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import Paper
from cxworkshop.sheets.prepare.script import clock, line_below, meeting_head, ruled
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style

_DAY = Style(face=HEAVY, size=15, leading=19, role="H2")
_TEXT = Style(size=11.5, leading=15)
_TIME = Style(face=SEMI, size=11.5, leading=15)
_BEGINS, _MINUTES = 20.0, 22.0  # mm, widths of the columns
_FIRST_DAY = 1
_MAX_SPREAD = 2.6


def agenda(content: AgendaContent, options: PrintOptions) -> list[Page]:
    """Draw both meetings on a page, or on more if they need them."""
    paper = options.paper
    parts = _Agenda(paper)
    pieces: list[Piece] = [title(_("What we do, and when"), paper)]
    for meeting in content.meetings:
        pieces += parts.meeting(meeting)
    sides = on_pages(pieces, paper.room, paper.room)
    sides = [spread(side, paper.room - height_of(side), _MAX_SPREAD) for side in sides]
    round_ = _("round {n}").format(n=content.round_number)
    frame = Frame(kind=_("Agenda"), whose=f"{content.team}  ·  {round_}")
    return framed(frame, sides, paper)


@dataclass(frozen=True)
class _Agenda:
    paper: Paper

    @property
    def _x(self) -> float:
        return self.paper.left

    @property
    def _width(self) -> float:
        return self.paper.column

    def meeting(self, meeting: AgendaMeeting) -> list[Piece]:
        """Its day, where it is, each part with its time, and what to bring."""
        head = meeting_head(self.paper, meeting.day, meeting.on, meeting.minutes, pad=1.0)
        rows = [self._line(line, meeting.starts_at, n) for n, line in enumerate(meeting.lines)]
        if meeting.lines:
            end = ScriptLine(begins=meeting.minutes, minutes=0, title=_("End"))
            rows.append(self._line(end, meeting.starts_at, len(rows)))
        return [head, self._where(meeting), *rows, *self._to_bring(meeting)]

    def _where(self, meeting: AgendaMeeting) -> Piece:
        names = [(_("Where"), 2.0)]
        if meeting.starts_at is None:
            names.insert(0, (_("We begin at"), 1.4))
        return fields(names, self._x, self._width, style=_TEXT)

    def _line(self, line: ScriptLine, start: int | None, number: int) -> Piece:
        right = self._x + self._width
        minutes = _("{n} min").format(n=line.minutes) if line.minutes else ""
        room = self._width - _BEGINS - _MINUTES
        cells = [
            Cell(self._x, (set_text(clock(line.begins, start), _TIME, _BEGINS - 2),)),
            Cell(self._x + _BEGINS, (set_text(line.title, _TEXT, room),)),
            Cell(right - _MINUTES, (set_text(minutes, aligned(_TEXT, "right"), _MINUTES),)),
        ]
        paint = partial(ruled, self._x, right, first=not number, writes=False)
        again = partial(line_below, self._x, right)
        return row(level(cells), least=6.4, pad=0.5, paint=paint, again=again,
                   gap=2.0 * (not number), role="TR")  # fmt: skip

    def _to_bring(self, meeting: AgendaMeeting) -> list[Piece]:
        if meeting.day == _FIRST_DAY:
            texts = [
                _("What {customers} told you, word for word: your guide, your cards, your notes"),
                _("Your calendar for the next 30 days"),
                _("A pen"),
            ]
        else:
            texts = [
                _("What {customers} tell you now, word for word"),
                _("Your plan, with what is done and what was in the way"),
                _("Your calendar for the next round"),
            ]
        head = label(_("Please bring"), self._x, self._width, gap=2.4)
        return [head, *points(texts, _TEXT, self._x, self._width)]
