"""The agenda of the two meetings, with the sum of their minutes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.catalogue import FIRST_DAY, LAST_DAY
from cxworkshop.i18n import _
from cxworkshop.model import AgendaLine
from ui.bridge import Bridge
from ui.stops.prepare.holidays import HolidaysPanel
from ui.theme.theme import Theme
from ui.widgets.editable_rows import EditableRow, EditableRows, moved
from ui.widgets.fields import Field, TextArea
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, Panel, small_button
from ui.widgets.lists import AddLine

MOST_MINUTES = 600


class AgendaSection(SideBySide):
    """Day 1 beside day 30. `back_row_wanted` asks for the test of how small text may be."""

    back_row_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme.px(16), theme.px(700))
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
        below.addWidget(self._meetings[1], 3)
        below.addWidget(self._holidays, 1)
        self.line.addWidget(self._meetings[0], 1)
        self.line.addWidget(second, 1)
        self._meetings[1].box.addWidget(self._back_row)
        self._meetings[1].box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

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
        self._lines = EditableRows[AgendaLine](
            theme, _("Agenda of day {n}").format(n=day), self._row
        )
        self._lines.list.take_what_is_left(theme.px(96))
        self.box.addWidget(self._lines.list, 1)
        add = AddLine(_("Add a line"), self._add)
        add.setAccessibleName(_("Day {n}: Add a line").format(n=day))
        self.box.addWidget(add)

    def read(self) -> None:
        prepare = self._bridge.workshop.prepare
        day = prepare.day_1() if self._day == FIRST_DAY else prepare.day_30()
        self._title.setText(
            _("Day {n}, {day}: {minutes} min, {hours}").format(
                n=self._day,
                day=days.short(day),
                minutes=prepare.agenda.minutes(self._day),
                hours=_hours(prepare.agenda.minutes(self._day)),
            )
        )
        self._lines.show_values({row.id: row for row in self._of_day()})

    def _of_day(self) -> list[AgendaLine]:
        return [row for row in self._bridge.workshop.prepare.agenda.lines() if row.day == self._day]

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
        order = moved([row.id for row in self._of_day()], key, step)
        if order is not None:
            self._bridge.do(lambda: prepare.agenda.reorder(order))


class _AgendaRow(EditableRow):
    """Minutes and a title, both edited in place."""

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
        self._minutes.setFixedSize(theme.px(52), theme.px(33))
        self.add_field(self._minutes, 0)
        self.add_note(Label(_("min"), theme, "small", "grey"))
        self.add_field(self._title)
        self.add_moves()
        self._aside = self.add_quiet(_("Leave out"), _("Leave out"))
        self._aside.clicked.connect(lambda _on=False: self.away.emit())

    def show_value(self, value: AgendaLine) -> None:
        self._minutes.show_text(str(value.minutes))
        self._minutes.setAccessibleName(_("Minutes: {title}").format(title=value.title))
        self._title.show_text(value.title)
        self._title.setAccessibleName(value.title)
        self._aside.setAccessibleName(_("Leave out: {title}").format(title=value.title))
        self.name_buttons(value.title)


def _hours(minutes: int) -> str:
    """Format minutes as "3 h 5 min"."""
    if minutes % 60 == 0:
        return _("{hours} h").format(hours=minutes // 60)
    return _("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
