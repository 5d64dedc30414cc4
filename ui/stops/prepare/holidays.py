"""The days on which the team does not work; day 30 and every check move past them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cxworkshop import days
from cxworkshop.i18n import _
from cxworkshop.model import Holiday
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.day_field import DayField
from ui.widgets.editable_rows import EditableRow, EditableRows
from ui.widgets.fields import TextArea
from ui.widgets.labels import Label, Panel


class HolidaysPanel(Panel):
    """A line for each day, and a field below that adds one as soon as a day is chosen."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme)
        self._bridge = bridge
        title = _("Days on which we don’t work")
        self.box.addWidget(Label(title, theme, "label", "accent"))
        about = _("Day 30 and every check move to the next day on which we work.")
        self.box.addWidget(Label(about, theme, "small", "grey"))
        self._rows = EditableRows[Holiday](theme, title, self._row)
        self._rows.show_when_empty(_("Only weekends so far."))
        self._rows.list.be_as_high_as_its_rows()
        self.box.addWidget(self._rows.list)
        self._name = QLineEdit()
        self._name.setPlaceholderText(_("what it is, if you like"))
        self._name.setAccessibleName(_("Name of the day off"))
        self._day = DayField(_("Add a day off"), self._add, lambda: bridge.workshop.today)
        self._name.returnPressed.connect(self._day.setFocus)
        self._day.entered.connect(self._name.setFocus)
        self._clear()
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self._name, 1)
        line.addWidget(self._day, 1)
        self.box.addLayout(line)

    def read(self) -> None:
        holidays = self._bridge.workshop.prepare.holidays()
        self._rows.show_values({row.id: row for row in holidays})

    def _row(self, key: str) -> QWidget:
        prepare, bridge = self._bridge.workshop.prepare, self._bridge
        day = date.fromisoformat(key)
        row = _HolidayRow(
            self._theme,
            lambda name: bridge.attempt(lambda: prepare.name_holiday(day, name)) or None,
        )
        row.away.connect(lambda: bridge.do(lambda: prepare.remove_holiday(day)))
        return row

    def _add(self, day: date | None) -> object:
        if day is None:
            return True
        prepare, name = self._bridge.workshop.prepare, self._name.text()
        if not self._bridge.attempt(lambda: prepare.add_holiday(day, name)):
            return None
        self._clear()
        return True

    def _clear(self) -> None:
        self._name.clear()
        self._day.show_day(None)
        self._day.ask_for(_("add a day"))


class _HolidayRow(EditableRow):
    """A day, its name edited in place, and a button that makes it a working day again."""

    def __init__(self, theme: Theme, write: Callable[[str], object]) -> None:
        super().__init__(theme)
        self._day = Label("", theme)
        self.add_note(self._day)
        self._name = TextArea("", _("what it is"), write)
        self.add_field(self._name)
        self._out = self.add_quiet(_("Take out"), _("Take out"))
        self._out.clicked.connect(lambda _on=False: self.away.emit())

    def show_value(self, value: Holiday) -> None:
        day = days.full(value.day)
        self._day.setText(day)
        self._name.show_text(value.words)
        self._name.setAccessibleName(_("Name of {day}").format(day=day))
        words = _("{day}, {name}").format(day=day, name=value.words) if value.words else day
        self._out.setAccessibleName(_("Take out: {words}").format(words=words))
