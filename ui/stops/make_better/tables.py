"""The two tables of a plan: first steps, and what could slow us down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from cxworkshop import days
from cxworkshop.i18n import _
from cxworkshop.model import Blocker, FirstStep, PickId
from cxworkshop.workshop import Workshop
from ui.stops.make_better.actions import PlanActions
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import DayField
from ui.widgets.labels import Hairline, Label, small_button


class _Table(QWidget):
    """Headings over rows over a row to write in; rows are made anew when they change.

    `widths` are pixels at 100 %; 0 is what is left over.
    """

    def __init__(self, theme: Theme, headings: tuple[str, ...], widths: tuple[int, ...]) -> None:
        super().__init__()
        self.theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.px(5))
        self._grid.setHorizontalSpacing(theme.px(10))
        for column, width in enumerate(widths):
            self._grid.setColumnStretch(column, 0 if width else 1)
            self._grid.setColumnMinimumWidth(column, theme.px(width))
        self._columns = len(widths)
        for column, text in enumerate(headings):
            first = column == 0
            head = Label(text, theme, "label" if first else "small", "accent" if first else "grey")
            self._grid.addWidget(head, 0, column)
        self._grid.addWidget(Hairline(theme, "ink"), 1, 0, 1, self._columns)
        self._rows: list[QWidget] = []
        self._next = 2

    def show_rows(self, rows: list[tuple[QWidget, ...]]) -> None:
        """Replace all rows."""
        for widget in self._rows:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows, self._next = [], 2
        for row in rows:
            for column, widget in enumerate(row):
                self._grid.addWidget(widget, self._next, column)
            line = Hairline(self.theme)
            self._grid.addWidget(line, self._next + 1, 0, 1, self._columns)
            self._rows += [*row, line]
            self._next += 2

    def add_entry(self, *fields: QWidget) -> None:
        """Add the row for new entries; it stays below all others."""
        for column, field in enumerate(fields):
            field.setMaximumWidth(self._grid.columnMinimumWidth(column) or 16_777_215)
            self._grid.addWidget(field, 1000, column)


class StepsTable(_Table):
    """First steps: what, who, by when, and a tick when it is done."""

    def __init__(self, theme: Theme, actions: PlanActions) -> None:
        super().__init__(theme, (_("What we will do"), _("Who"), _("By when")), (0, 76, 112))
        self._actions = actions
        self.words = _entry(_("Next step …"), _("Next step"), self._add)
        self.who = _entry(_("who"), _("Who does the step"), self._add)
        self.day = DayField(_("By when"), lambda _day: True)
        self.day.setProperty("kind", "inline")
        self.day.setDisplayFormat("ddd d MMM")
        self.day.show_day(None)
        self.day.ask_for(_("by when"))
        self.add_entry(self.words, self.who, self.day)

    def show_steps(self, workshop: Workshop, pick: PickId) -> None:
        self.show_rows([self._row(workshop, s) for s in workshop.make_better.steps.of(pick)])

    def _row(self, workshop: Workshop, step: FirstStep) -> tuple[QWidget, ...]:
        what = QWidget()
        line = QHBoxLayout(what)
        line.setContentsMargins(0, 0, 0, 0)
        tick = QCheckBox()
        tick.setChecked(step.done_on is not None)
        tick.setEnabled(step.done_on is None)
        tick.setAccessibleName(_("Done: {words}").format(words=step.words))
        tick.clicked.connect(lambda _on=False: self._actions.finish_step(step.id))
        line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        done = "grey" if step.done_on else "ink"
        line.addWidget(Label(step.words, self.theme, "body", done), 1)
        if step.done_on is None:
            line.addWidget(self._aside_button(step), 0, Qt.AlignmentFlag.AlignTop)
        who = Label(workshop.people.name_of(step.who), self.theme, "strong", done)
        return what, who, Label(days.short(step.by_when), self.theme, "body", done)

    def _aside_button(self, step: FirstStep) -> Button:
        button = small_button("×", "quiet")
        button.setAccessibleName(_("Set aside: {words}").format(words=step.words))
        button.setToolTip(_("Set this step aside"))
        button.clicked.connect(lambda _on=False: self._actions.set_step_aside(step.id))
        return button

    def _add(self) -> None:
        words = self.words.text().strip()
        if words and self._actions.add_step(words, self.who.text(), self.day.day()):
            self.words.clear()
            self.who.clear()
            self.day.show_day(None)
            self.words.setFocus()


class BlockersTable(_Table):
    """Blockers: what, who removes it, and a button when it is out of the way."""

    def __init__(self, theme: Theme, actions: PlanActions) -> None:
        super().__init__(
            theme, (_("What could slow us down"), _("Who removes it"), ""), (0, 108, 124)
        )
        self._actions = actions
        self.words = _entry(_("Next one …"), _("What could slow us down"), self._add)
        self.who = _entry(_("not the owner"), _("Who removes it"), self._add)
        self.add_entry(self.words, self.who)

    def show_blockers(self, workshop: Workshop, pick: PickId) -> None:
        found = workshop.make_better.blockers.of(pick)
        self.show_rows([self._row(workshop, n, b) for n, b in enumerate(found, start=1)])

    def _row(self, workshop: Workshop, number: int, blocker: Blocker) -> tuple[QWidget, ...]:
        gone = blocker.removed_on is not None
        words = Label(blocker.words, self.theme, "body", "grey" if gone else "ink")
        who = Label(workshop.people.name_of(blocker.remover), self.theme, "strong")
        if gone:
            day = _("gone {day}").format(day=days.day_month(blocker.removed_on))
            return words, who, Label(day, self.theme, "small", "grey")
        button = small_button(_("Out of the way"))
        button.setAccessibleName(_("Out of the way: {words}").format(words=blocker.words))
        button.clicked.connect(partial(self._unblock, number))
        return words, who, button

    def _unblock(self, number: int, _on: object = None) -> None:
        self._actions.clear_blocker(number)

    def _add(self) -> None:
        words = self.words.text().strip()
        if not words:
            return
        if not self.who.text().strip():
            self.who.setFocus()
        elif self._actions.add_blocker(words, self.who.text()):
            self.words.clear()
            self.who.clear()
            self.words.setFocus()


def _entry(hint: str, name: str, done: Callable[[], object]) -> QLineEdit:
    field = QLineEdit()
    field.setProperty("kind", "inline")
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    field.returnPressed.connect(done)
    return field
