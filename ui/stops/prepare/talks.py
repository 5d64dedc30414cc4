"""Who of us talks to which customers by when: each row edited in place, ticked when it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.i18n import _
from cxworkshop.model import PlannedTalk
from ui.bridge import Bridge
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.day_field import DayField
from ui.widgets.editable_rows import EditableRow, EditableRows
from ui.widgets.fields import Field, TextArea
from ui.widgets.first_line import FirstLineLayout
from ui.widgets.labels import Label, Panel, small_button
from ui.widgets.names import NameCompleter

WHO = 96  # pixels for a name at 100 %


class TalksPanel(Panel):
    """A row for each planned talk, and fields below that add one, by Enter or by their button."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme)
        self._bridge = bridge
        title = _("Who talks to whom, by when")
        self.box.addWidget(Label(title, theme, "label", "accent"))
        self._lines = EditableRows[PlannedTalk](theme, title, self._row)
        self._lines.show_when_empty(_("Two {customers} each is enough to begin with."))
        self._lines.list.be_as_high_as_its_rows()
        self.box.addWidget(self._lines.list)
        self._asker, self._whom = QLineEdit(), QLineEdit()
        NameCompleter(self._asker, bridge.workshop.people.names)
        self._day = DayField(_("By when"), lambda _day: True, lambda: bridge.workshop.today)
        self._day.entered.connect(self._add)
        self._day.show_day(None)
        self._day.ask_for(_("by when"))
        for field, hint in ((self._asker, _("who of us")), (self._whom, _("talks to whom"))):
            field.setPlaceholderText(hint)
            field.setAccessibleName(hint)
            field.returnPressed.connect(self._add)
            self.box.addWidget(field)
        self.box.addLayout(self._foot(theme))

    def _foot(self, theme: Theme) -> QHBoxLayout:
        add = small_button(_("Add"))
        add.setAccessibleName(_("Add who talks to whom"))
        add.clicked.connect(lambda _on=False: self._add())
        foot = FirstLineLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self._day, 1, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        return foot

    def read(self) -> None:
        talks = self._bridge.workshop.prepare.planned_talks.all()
        self._lines.show_values({row.id: row for row in talks})

    def _row(self, key: str) -> QWidget:
        return _TalkRow(self._theme, self._bridge, key)

    def _add(self) -> None:
        asker, whom = self._asker.text().strip(), self._whom.text().strip()
        if not asker or not whom:
            (self._whom if asker else self._asker).setFocus()
            return
        if not self._day.accept():
            return
        workshop, day = self._bridge.workshop, self._day.day()

        def action() -> None:
            with workshop.as_one(_("Plan a talk with {customers}")):
                workshop.prepare.planned_talks.add(workshop.people.find_or_add(asker), whom, day)

        if self._bridge.attempt(action):
            self._whom.clear()
            self._whom.setFocus()


class _TalkRow(QWidget):
    """A tick, who of us, to whom, and below them by when."""

    def __init__(self, theme: Theme, bridge: Bridge, key: str) -> None:
        super().__init__()
        self._bridge, self._key = bridge, key
        self._talks = bridge.workshop.prepare.planned_talks
        self._tick = QCheckBox()
        self._tick.clicked.connect(self._set_done)
        self._asker = Field(_("who of us"), _("who of us"), self._set_asker, "inline")
        self._asker.setFixedWidth(theme.px(WHO))
        NameCompleter(self._asker, bridge.workshop.people.names)
        self._whom = TextArea(_("talks to whom"), "", self._set_whom)
        self._day = DayField(
            _("By when"), self._set_by_when, lambda: bridge.workshop.today, kind="inline"
        )
        self._day.ask_for(_("by when"))
        self._out = small_button(_("Take out"), "quiet")
        self._out.clicked.connect(lambda _on=False: self._take_out())
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        top = Qt.AlignmentFlag.AlignTop
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins(0, theme.px(2), theme.px(4), theme.px(6)))
        column.setSpacing(theme.px(2))
        first, second = EditableRow(theme), QHBoxLayout()
        first.away.connect(self._take_out)
        first.line.addWidget(self._tick, 0, top)
        first.add_field(self._asker, 0)
        first.add_field(self._whom)
        second.setContentsMargins(*margins(theme.px(28), 0, 0, 0))
        second.addWidget(self._day, 1, top)
        second.addWidget(self._out, 0, top)
        column.addWidget(first)
        column.addLayout(second)

    def show_value(self, value: PlannedTalk) -> None:
        who = self._bridge.workshop.people.name_of(value.asker)
        words = _("{who}: {whom}").format(who=who, whom=value.whom)
        if value.by_when:
            words = _("{words}, by {day}").format(words=words, day=days.short(value.by_when))
        self._tick.setChecked(value.done_on is not None)
        self._asker.show_text(who)
        self._whom.show_text(value.whom)
        self._day.show_day(value.by_when)
        for part, name in (
            (self._tick, _("Done: {words}")),
            (self._asker, _("Who: {words}")),
            (self._whom, _("To whom: {words}")),
            (self._day.entry, _("By when: {words}")),
            (self._out, _("Take out: {words}")),
        ):
            part.setAccessibleName(name.format(words=words))

    def _do(self, action: Callable[[], object]) -> object:
        return self._bridge.attempt(action) or None

    def _set_done(self, done: bool) -> None:
        self._do(partial(self._talks.set_done, self._key, done=done))

    def _set_asker(self, name: str) -> object:
        workshop = self._bridge.workshop

        def action() -> None:
            with workshop.as_one(_("Change a talk with {customers}")):
                self._talks.set_asker(self._key, workshop.people.find_or_add(name))

        return self._do(action)

    def _set_whom(self, words: str) -> object:
        return self._do(partial(self._talks.set_whom, self._key, words))

    def _set_by_when(self, day: date | None) -> object:
        return self._do(partial(self._talks.set_by_when, self._key, day))

    def _take_out(self) -> None:
        self._do(partial(self._talks.remove, self._key))
