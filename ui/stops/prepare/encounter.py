"""The encounter, step by step; and what we promise beside what customers say we do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from cxworkshop.model import Deed, EncounterStep
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.editable_rows import EditableRow, EditableRows, moved
from ui.widgets.fields import TextArea
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, Panel, small_button
from ui.widgets.lists import AddLine


class EncounterSection(SideBySide):
    """What each step adds in the customer's eyes. One that adds nothing is dropped."""

    ideas_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(0, 0)
        self._bridge, self._theme = bridge, theme
        panel = Panel(theme)
        self.line.addWidget(panel)
        panel.box.addWidget(Label(_("The encounter, step by step"), theme, "label", "accent"))
        about = _(
            "What does a customer go through with us? What does each step add, in their eyes, and "
            "what would make it worth more? A step that adds nothing is dropped."
        )
        panel.box.addWidget(Label(about, theme, "small", "grey"))
        self._lines = EditableRows[tuple[int, EncounterStep]](theme, _("The encounter"), self._row)
        self._lines.show_when_empty(_("No step yet. How does it begin for a customer?"))
        self._lines.list.take_what_is_left(theme.px(160))
        panel.box.addWidget(self._lines.list, 1)
        prepare = bridge.workshop.prepare
        add = AddLine(
            _("Add a step"), lambda words: bridge.do(lambda: prepare.encounter.add(words))
        )
        panel.box.addWidget(add)
        button = small_button(_("Ideas for making a step worth more"), lead="eye")
        button.clicked.connect(self.ideas_wanted)
        panel.box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def read(self) -> None:
        steps = self._bridge.workshop.prepare.encounter.steps()
        self._lines.show_values({row.id: (n, row) for n, row in enumerate(steps, start=1)})

    def _row(self, key: str) -> QWidget:
        row = _StepRow(self._theme, self._bridge, key)
        row.moved.connect(partial(self._move, key))
        return row

    def _move(self, key: str, step: int) -> None:
        prepare = self._bridge.workshop.prepare
        order = moved([row.id for row in prepare.encounter.steps()], key, step)
        if order is not None:
            self._bridge.do(lambda: prepare.encounter.reorder(order))


class _StepRow(EditableRow):
    """A step, what it adds, and a button that drops it or takes it back."""

    def __init__(self, theme: Theme, bridge: Bridge, key: str) -> None:
        super().__init__(theme)
        self._bridge, self._key = bridge, key
        prepare = bridge.workshop.prepare
        self._number = Label("", theme, "small", "grey")
        self._number.setFixedWidth(theme.px(20))
        self.add_note(self._number)
        self._words = TextArea(
            _("Step"),
            "",
            lambda text: bridge.attempt(lambda: prepare.encounter.reword(key, text)) or None,
        )
        self._adds = TextArea(
            _("What it adds"),
            _("adds nothing yet: make it worth something, or drop it"),
            lambda text: bridge.attempt(lambda: prepare.encounter.set_adds(key, text)) or None,
        )
        self.add_field(self._words, 2)
        self.add_field(self._adds, 3)
        self.add_moves()
        self._drop = self.add_quiet(_("Drop"), _("Drop"))
        self._drop.clicked.connect(lambda _on=False: self._turn())
        self._is_dropped = False

    def show_value(self, value: tuple[int, EncounterStep]) -> None:
        """Show a numbered step; a dropped one is read only."""
        number, step = value
        self._is_dropped = step.dropped
        self._number.setText(f"{number}")
        self._words.show_text(step.words)
        self._adds.show_text(step.adds)
        self._words.setAccessibleName(_("Step {n}").format(n=number))
        self._adds.setAccessibleName(_("What step {n} adds").format(n=number))
        for field in (self._words, self._adds):
            field.setEnabled(not step.dropped)
        text = _("Take it back") if step.dropped else _("Drop")
        self._drop.say(text)
        self._drop.setAccessibleName(f"{text}: {step.words}")
        self.name_buttons(step.words)

    def _turn(self) -> None:
        prepare, dropped = self._bridge.workshop.prepare, not self._is_dropped
        self._bridge.do(lambda: prepare.encounter.drop(self._key, dropped=dropped))


class PromisesSection(SideBySide):
    """Deeds, not words: promises beside what customers say."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(0, 0)
        self._bridge, self._theme = bridge, theme
        panel = Panel(theme)
        self.line.addWidget(panel)
        panel.box.addWidget(Label(_("Deeds, not words"), theme, "label", "accent"))
        about = _("What we promise, on the left. What customers say we do, on the right.")
        panel.box.addWidget(Label(about, theme, "small", "grey"))
        self._lines = EditableRows[Deed](theme, _("What we promise"), self._row)
        self._lines.show_when_empty(_("What do we say on the door, the website, the phone?"))
        self._lines.list.take_what_is_left(theme.px(160))
        panel.box.addWidget(self._lines.list, 1)
        prepare = bridge.workshop.prepare
        add = AddLine(
            _("Add a promise"), lambda words: bridge.do(lambda: prepare.promises.add(words))
        )
        panel.box.addWidget(add)

    def read(self) -> None:
        self._lines.show_values(
            {row.id: row for row in self._bridge.workshop.prepare.promises.all()}
        )

    def _row(self, key: str) -> QWidget:
        row = _DeedRow(self._theme, self._bridge, key)
        prepare = self._bridge.workshop.prepare
        row.away.connect(lambda: self._bridge.do(lambda: prepare.promises.set_aside(key)))
        return row


class _DeedRow(EditableRow):
    """A promise beside what customers say."""

    def __init__(self, theme: Theme, bridge: Bridge, key: str) -> None:
        super().__init__(theme)
        prepare = bridge.workshop.prepare
        self._promise = TextArea(
            _("We promise"),
            "",
            lambda text: bridge.attempt(lambda: prepare.promises.reword(key, text)) or None,
        )
        self._said = TextArea(
            _("Customers say"),
            _("what customers say"),
            lambda text: (
                bridge.attempt(lambda: prepare.promises.set_customers_say(key, text)) or None
            ),
        )
        self.add_field(self._promise)
        self.add_field(self._said)
        self._aside = self.add_quiet(_("Set aside"), _("Set aside"))
        self._aside.clicked.connect(lambda _on=False: self.away.emit())

    def show_value(self, value: Deed) -> None:
        self._promise.show_text(value.promise)
        self._said.show_text(value.customers_say)
        self._promise.setAccessibleName(_("We promise: {words}").format(words=value.promise))
        self._said.setAccessibleName(_("Customers say of: {words}").format(words=value.promise))
        self._aside.setAccessibleName(_("Set aside: {words}").format(words=value.promise))
