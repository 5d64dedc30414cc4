"""The two tables of a plan: first steps, and what could slow us down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Blocker, FirstStep, PickId
from cxworkshop.workshop import Workshop
from ui.stops.make_better.row_actions import BlockerActions, StepActions
from ui.stops.make_better.rows import WHO, BlockerRow, PlanRow, StepRow
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.day_field import DayField
from ui.widgets.drafts import Typed
from ui.widgets.editable_rows import moved
from ui.widgets.first_line import FirstLineLayout
from ui.widgets.labels import Hairline, Label, clear, small_button
from ui.widgets.names import NameCompleter

R = TypeVar("R", bound=PlanRow)


class PlanRows(QWidget, Generic[R]):
    """Rows by key, each keeping its widget while others come and go; `reorder` takes their order.

    Below them, what was set aside, behind a button that counts it.
    """

    def __init__(
        self,
        theme: Theme,
        make_row: Callable[[str], R],
        reorder: Callable[[Sequence[str]], None],
        bring_back: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._theme, self._make_row, self._reorder = theme, make_row, reorder
        self._bring_back = bring_back
        self._aside = QWidget()
        self._rows: dict[str, R] = {}
        self._lines: list[Hairline] = []
        self._target: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._inside = QWidget()
        self._box = QVBoxLayout(self._inside)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        column.addWidget(self._inside)
        self._mark = Hairline(theme, "accent")
        self._mark.setParent(self._inside)
        self._mark.setFixedHeight(theme.px(3))
        self._mark.hide()
        self.more = small_button("", "link")
        self.foot = self._foot()

    def _foot(self) -> QWidget:
        """What was set aside; it stands below the row for new entries."""
        self.more.setCheckable(True)
        self.more.toggled.connect(self._aside.setVisible)
        self._aside_box = QVBoxLayout(self._aside)
        self._aside_box.setContentsMargins(*margins(self._theme.px(20), 0, 0, 0))
        self._aside_box.setSpacing(0)
        self._aside.hide()
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._aside)
        return foot

    def show_keys(self, keys: Sequence[str]) -> list[R]:
        """Have exactly these rows, in this order; return them."""
        for key in self._rows.keys() - set(keys):
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        for key in keys:
            if key not in self._rows:
                self._rows[key] = self._new(key)
        rows = [self._rows[key] for key in keys]
        if list(self._rows) != list(keys) or self._box.count() != 2 * len(keys):
            self._lay_out(rows)
        self._rows = dict(zip(keys, rows, strict=True))
        return rows

    def show_aside(self, aside: Sequence[tuple[str, str, str]]) -> None:
        """Show what was set aside: its key, its words and when."""
        n = len(aside)
        text = ngettext("{n} set aside", "{n} set aside", n).format(n=n)
        self.more.say(text)
        self.more.setVisible(n > 0)
        self._aside.setVisible(n > 0 and self.more.isChecked())
        clear(self._aside_box)
        for key, words, when in aside:
            self._aside_box.addWidget(self._aside_row(key, words, when))

    def _new(self, key: str) -> R:
        row = self._make_row(key)
        row.moved.connect(partial(self._move, key))
        row.dragged.connect(self._drag)
        row.dropped.connect(partial(self._drop, key))
        row.lost.connect(self._put_back)
        return row

    def _lay_out(self, rows: Sequence[R]) -> None:
        while self._box.count():
            self._box.takeAt(0)
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [Hairline(self._theme) for _row in rows]
        for row, line in zip(rows, self._lines, strict=True):
            self._box.addWidget(row)
            self._box.addWidget(line)

    def _aside_row(self, key: str, words: str, when: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Label(words, self._theme, "body", "grey"), 1)
        line.addWidget(Label(when, self._theme, "small", "grey"))
        button = small_button(_("Bring back"), "quiet")
        button.setAccessibleName(_("Bring back: {words}").format(words=words))
        button.clicked.connect(lambda _on=False: self._bring_back(key))
        line.addWidget(button)
        return row

    def _move(self, key: str, step: int) -> None:
        order = moved(list(self._rows), key, step)
        if order is not None:
            self._reorder(order)

    def _drag(self, y: int) -> None:
        """Mark the gap that is nearest to the mouse."""
        rows = list(self._rows.values())
        gaps = [row.y() for row in rows] + [rows[-1].geometry().bottom() + 2]
        self._target = min(range(len(gaps)), key=lambda n: abs(gaps[n] - y))
        high = self._mark.height()
        top = max(0, min(gaps[self._target] - high // 2, self._inside.height() - high))
        self._mark.setGeometry(0, top, self._inside.width(), high)
        self._mark.raise_()
        self._mark.show()

    def _put_back(self) -> None:
        self._mark.hide()
        self._target = None

    def _drop(self, key: str) -> None:
        self._mark.hide()
        target, self._target = self._target, None
        if target is None:
            return
        keys = list(self._rows)
        target -= keys.index(key) < target
        rest = [other for other in keys if other != key]
        order = [*rest[:target], key, *rest[target:]]
        if order != keys:
            self._reorder(order)


class StepsTable(QWidget):
    """First steps: what, who, by when, and a tick when it is done."""

    def __init__(self, theme: Theme, actions: StepActions) -> None:
        super().__init__()
        self._actions = actions
        self._rows = PlanRows[StepRow](
            theme, lambda key: StepRow(theme, actions, key), actions.reorder, actions.bring_back
        )
        self.words = _entry(_("Next step …"), _("Next step"), self._add)
        self.who = _entry(_("who"), _("Who does the step"), self._add)
        NameCompleter(self.who, actions.plan.names)
        self.day = DayField(
            _("By when"), lambda _day: True, actions.plan.today, kind="inline", with_year=False
        )
        self.day.ask_for(_("by when"))
        self.day.entered.connect(self._add)
        add = small_button(_("Add"))
        add.setAccessibleName(_("Add the step"))
        add.clicked.connect(lambda _on=False: self._add())
        head = _Head(theme, _("What we will do"), (_("Who"), WHO), (_("By when"), 149))
        _stack(self, theme, head, self._rows, _line(theme, self.words, self.who, self.day, add))

    def show_steps(self, workshop: Workshop, pick: PickId) -> None:
        steps = workshop.make_better.steps
        found = {step.id: step for step in steps.of(pick)}
        for row, step in zip(self._rows.show_keys(list(found)), found.values(), strict=True):
            row.show_step(step, workshop)
        self._rows.show_aside([_aside(row) for row in steps.aside(pick)])

    def typed(self) -> Typed:
        """Return what is half typed in the row for new entries."""
        day = self.day.day()
        by = day.isoformat() if day else ""
        return {"step": self.words.text(), "step who": self.who.text(), "step by": by}

    def set_typed(self, typed: Typed) -> None:
        """Put half-typed words back."""
        self.words.setText(typed.get("step", ""))
        self.who.setText(typed.get("step who", ""))
        by = typed.get("step by", "")
        self.day.show_day(date.fromisoformat(by) if by else None)

    def _add(self) -> None:
        words = self.words.text().strip()
        if not words:
            self.words.setFocus()
        elif self.day.accept() and self._actions.add(words, self.who.text(), self.day.day()):
            self.set_typed({})
            self.words.setFocus()


class BlockersTable(QWidget):
    """Blockers: what, who removes it, since when, and a button when it is out of the way."""

    def __init__(self, theme: Theme, actions: BlockerActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._rows = PlanRows[BlockerRow](theme, self._new_row, actions.reorder, actions.bring_back)
        self._order: list[str] = []
        self.words = _entry(_("Next one …"), _("What could slow us down"), self._add)
        self.who = _entry(_("not the owner"), _("Who removes it"), self._add)
        NameCompleter(self.who, actions.plan.names)
        add = small_button(_("Add"))
        add.setAccessibleName(_("Add what is in the way"))
        add.clicked.connect(lambda _on=False: self._add())
        head = _Head(theme, _("What could slow us down"), (_("Who removes it"), 235))
        _stack(self, theme, head, self._rows, _line(theme, self.words, self.who, None, add))

    def show_blockers(self, workshop: Workshop, pick: PickId) -> None:
        blockers = workshop.make_better.blockers
        found = {blocker.id: blocker for blocker in blockers.of(pick)}
        new = [blocker.words for key, blocker in found.items() if key not in self._order]
        if self.words.text().strip() in new:
            self.set_typed({})  # it was taken after all, with a written reason
        self._order = list(found)
        for row, blocker in zip(self._rows.show_keys(self._order), found.values(), strict=True):
            row.show_blocker(blocker, workshop)
        self._rows.show_aside([_aside(row) for row in blockers.aside(pick)])

    def _new_row(self, key: str) -> BlockerRow:
        row = BlockerRow(self._theme, self._actions, key)
        row.removed.connect(lambda: self._actions.clear(self._order.index(key) + 1))
        return row

    def _add(self) -> None:
        words = self.words.text().strip()
        if not words or not self.who.text().strip():
            (self.who if words else self.words).setFocus()
        elif self._actions.add(words, self.who.text()):
            self.set_typed({})
            self.words.setFocus()

    def typed(self) -> Typed:
        """Return what is half typed in the row for new entries."""
        return {"blocker": self.words.text(), "blocker who": self.who.text()}

    def set_typed(self, typed: Typed) -> None:
        """Put half-typed words back."""
        self.words.setText(typed.get("blocker", ""))
        self.who.setText(typed.get("blocker who", ""))


class _Head(QWidget):
    """The headings of a table over a line; the widths are pixels at 100 %."""

    def __init__(self, theme: Theme, first: str, *others: tuple[str, int]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(theme.px(4))  # as in the rows, whose words begin below the headings
        line.addWidget(Label(first, theme, "label", "accent"), 1)
        for text, width in others:
            label = Label(text, theme, "small", "grey")
            label.setWordWrap(False)
            label.setMinimumWidth(theme.px(width))
            line.addWidget(label)
        column.addLayout(line)
        column.addWidget(Hairline(theme, "ink"))


def _stack(table: QWidget, theme: Theme, head: _Head, rows: PlanRows[R], entry: QWidget) -> None:
    column = QVBoxLayout(table)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(2))
    for part in (head, rows, entry, rows.foot):
        column.addWidget(part)


def _line(
    theme: Theme, words: QLineEdit, who: QLineEdit, day: DayField | None, add: QWidget
) -> QWidget:
    """The row for a new entry."""
    widget = QWidget()
    line = FirstLineLayout(widget)
    line.setContentsMargins(*margins(theme.px(20), 0, 0, 0))
    line.setSpacing(theme.px(8))
    top = Qt.AlignmentFlag.AlignTop
    line.addWidget(words, 1, top)
    who.setMaximumWidth(theme.px(WHO if day else 120))
    line.addWidget(who, 0, top)
    if day is not None:
        line.addWidget(day, 0, top)
    line.addWidget(add, 0, top)
    return widget


def _aside(row: FirstStep | Blocker) -> tuple[str, str, str]:
    when = _("set aside {day}").format(day=days.day_month(row.set_aside_on))
    return row.id, row.words, when


def _entry(hint: str, name: str, done: Callable[[], object]) -> QLineEdit:
    field = QLineEdit()
    field.setProperty("kind", "inline")
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    field.returnPressed.connect(done)
    return field
