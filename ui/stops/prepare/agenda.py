"""The agenda of the two meetings, with the sum of their minutes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.catalogue import FIRST_DAY, LAST_DAY
from cxworkshop.clock import read_time
from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.queries.meeting_now import LineAsItGoes, meeting_now
from cxworkshop.queries.meetings import Meeting, MeetingLine
from ui.bridge import Bridge
from ui.stops.prepare.holidays import HolidaysPanel
from ui.theme.theme import Theme
from ui.widgets.editable_rows import EditableRow, EditableRows, moved
from ui.widgets.fields import Field, TextArea
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, Panel, small_button
from ui.widgets.lists import AddLine

MOST_MINUTES = 600
BESIDE = 900  # pixels at 100 % that both meetings need side by side
WIDEST_TIMES = "10:00 – 10:00"


class AgendaSection(SideBySide):
    """Day 1 beside day 30. `back_row_wanted` asks for the test of how small text may be."""

    back_row_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme.px(16), theme.px(BESIDE))
        self._bridge = bridge
        self._meetings = [_Meeting(bridge, theme, day) for day in (FIRST_DAY, LAST_DAY)]
        self._back_row = Label("", theme, "small", "grey")
        button = small_button(_("Back-row test"), lead="eye")
        button.clicked.connect(self.back_row_wanted)
        self._holidays = HolidaysPanel(bridge, theme)
        second = QWidget()
        below = QVBoxLayout(second)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.px(14))
        below.addWidget(self._meetings[1])
        below.addWidget(self._holidays)
        below.addStretch(1)
        bridge.timed_line.moved.connect(self._follow_line)
        self.line.addWidget(self._meetings[0], 1, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(second, 1)
        self._meetings[1].box.addWidget(self._back_row)
        self._meetings[1].box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _follow_line(self) -> None:
        """Say where we are, and what an overrun costs, while that is in sight."""
        if self.isVisible():
            for meeting in self._meetings:
                meeting.read()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_line()

    def read(self) -> None:
        for meeting in self._meetings:
            meeting.read()
        self._holidays.read()
        size = self._bridge.workshop.prepare.team().back_row_px
        said = _("The back row reads from {n} pixels on.").format(n=size)
        self._back_row.setText(
            said if size else _("How small may text on the wall be? Let the back row tell.")
        )


class _Meeting(Panel):
    """The lines of one meeting, and how long it takes in all."""

    def __init__(self, bridge: Bridge, theme: Theme, day: int) -> None:
        super().__init__(theme)
        self._bridge, self._theme, self._day = bridge, theme, day
        self._title = Label("", theme, "label", "accent")
        self.box.addWidget(self._title)
        self.box.addLayout(self._start_line())
        self._cost = Label("", theme, "small", "red")
        self.box.addWidget(self._cost)
        self._lines = EditableRows[TimedRow](theme, _("Agenda of day {n}").format(n=day), self._row)
        self._lines.list.be_as_high_as_its_rows()
        self.box.addWidget(self._lines.list)
        add = AddLine(_("Add a line"), self._add)
        add.setAccessibleName(_("Day {n}: Add a line").format(n=day))
        self.box.addWidget(add)

    def _start_line(self) -> QHBoxLayout:
        """When the meeting begins, which gives each line its time, and when it ends."""
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        begins = Label(_("Begins at"), self._theme, "small", "grey")
        begins.setWordWrap(False)
        self._start = Field(
            _("Day {n}: begins at").format(n=self._day), "9:30", self._set_start, "inline"
        )
        self._start.setFixedSize(self._theme.px(72), self._theme.px(33))
        self._ends = Label("", self._theme, "small", "grey")
        line.addWidget(begins)
        line.addWidget(self._start)
        line.addWidget(self._ends, 1)
        return line

    def read(self) -> None:
        prepare = self._bridge.workshop.prepare
        day = prepare.day_1() if self._day == FIRST_DAY else prepare.day_30()
        meeting = prepare.agenda.meeting(self._day)
        self._title.setText(
            _("Day {n}, {day}: {minutes} min, {hours}").format(
                n=self._day,
                day=days.short(day),
                minutes=meeting.minutes,
                hours=_hours(meeting.minutes),
            )
        )
        self._start.show_text(meeting.clock(0))
        ends = _("ends at {time}").format(time=meeting.clock(meeting.minutes))
        is_known = meeting.starts_at is not None
        self._ends.setText(ends if is_known else _("then each line says its time"))
        goes = meeting_now(meeting, self._bridge.timed_line.now)
        self._cost.setText(f"{goes.lead} {goes.cost}" if goes is not None and goes.late else "")
        self._cost.setVisible(bool(self._cost.text()))
        lines = goes.lines if goes is not None else (None,) * len(meeting.lines)
        self._lines.show_values(
            {
                row.line.id: TimedRow(meeting, row, line)
                for row, line in zip(meeting.lines, lines, strict=True)
            }
        )

    def _set_start(self, text: str) -> object:
        """Take a time of the day, or none where the field was emptied."""
        agenda = self._bridge.workshop.prepare.agenda
        return (
            self._bridge.attempt(
                lambda: agenda.set_start(self._day, read_time(text) if text.strip() else None)
            )
            or None
        )

    def _add(self, title: str) -> object:
        prepare = self._bridge.workshop.prepare
        return self._bridge.do(lambda: prepare.agenda.add(self._day, title))

    def _row(self, key: str) -> QWidget:
        row = _AgendaRow(self._theme, self._bridge, key)
        row.moved.connect(partial(self._move, key))
        prepare = self._bridge.workshop.prepare
        row.away.connect(lambda: self._bridge.do(lambda: prepare.agenda.set_aside(key)))
        return row

    def _move(self, key: str, step: int) -> None:
        prepare = self._bridge.workshop.prepare
        lines = prepare.agenda.meeting(self._day).lines
        order = moved([row.line.id for row in lines], key, step)
        if order is not None:
            self._bridge.do(lambda: prepare.agenda.reorder(order))


@dataclass(frozen=True)
class TimedRow:
    """A line, and the meeting that knows its times; `goes` while one of its lines is on."""

    meeting: Meeting
    timed: MeetingLine
    goes: LineAsItGoes | None = None

    @property
    def times(self) -> str:
        """ "9:30 – 9:40"; "" while nobody has said when the meeting begins.

        Below it "we are here", or when it was to begin.
        """
        goes = self.goes
        begins, ends = (self.meeting.clock(at) for at in (self.timed.begins, self.timed.ends))
        planned = _("{begins} – {ends}").format(begins=begins, ends=ends) if begins else ""
        if goes is not None and goes.was:
            return "\n".join((goes.at, _("was {time}").format(time=goes.was)))
        here = _("we are here") if goes is not None and goes.is_here else ""
        return "\n".join(filter(None, (planned, here)))

    @property
    def ink(self) -> str:
        """The colour of the times: beside their words, never alone."""
        if self.goes is None:
            return "grey"
        return "accent" if self.goes.is_here else "amber" if self.goes.was else "grey"


class _AgendaRow(EditableRow):
    """When it begins and ends; minutes and a title, both edited in place."""

    def __init__(self, theme: Theme, bridge: Bridge, key: str) -> None:
        super().__init__(theme)
        prepare = bridge.workshop.prepare
        self._title = TextArea(
            _("Title"),
            "",
            lambda text: bridge.attempt(lambda: prepare.agenda.reword(key, text)) or None,
        )
        self._minutes = Field(
            _("Minutes"),
            "0",
            lambda text: (
                bridge.attempt(lambda: prepare.agenda.set_minutes(key, int(text or 0))) or None
            ),
            "inline",
        )
        self._minutes.setValidator(QIntValidator(0, MOST_MINUTES, self._minutes))
        self._minutes.setFixedWidth(theme.px(52))
        self._times = Label("", theme, "small", "grey")
        self.add_note(self._times)
        self._times.setMinimumWidth(self._times.fontMetrics().horizontalAdvance(WIDEST_TIMES))
        self.add_field(self._minutes, 0)
        self.add_note(Label(_("min"), theme, "small", "grey"))
        self.add_field(self._title)
        self.add_moves()
        self._timer = self.add_quiet_icon("timer", _("Start the timer"))
        self._timer.clicked.connect(lambda _on=False: bridge.timed_line.wanted.emit(key))
        self._aside = self.add_quiet_icon("x", _("Leave out"))
        self._aside.clicked.connect(lambda _on=False: self.away.emit())

    def show_value(self, row: TimedRow) -> None:
        value = row.timed.line
        self._times.setText(row.times)
        self._times.paint_in(row.ink)
        self._times.setVisible(bool(row.times))
        self._minutes.show_text(str(value.minutes))
        self._minutes.setAccessibleName(_("Minutes: {title}").format(title=value.title))
        self._title.show_text(value.title)
        self._title.setAccessibleName(value.title)
        self._timer.setAccessibleName(_("Start the timer: {title}").format(title=value.title))
        self._aside.setAccessibleName(_("Leave out: {title}").format(title=value.title))
        self.name_buttons(value.title)


def _hours(minutes: int) -> str:
    """Format minutes as "3 h 5 min"."""
    if minutes % 60 == 0:
        return _("{hours} h").format(hours=minutes // 60)
    return _("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
