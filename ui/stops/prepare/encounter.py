"""The encounter, step by step, with the customers' words that belong to each step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import CardId, EncounterStep
from cxworkshop.queries.board import BoardCard
from ui.bridge import Bridge
from ui.stops.prepare.words_drag import WordsDrag
from ui.stops.prepare.words_list import WordsList
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.editable_rows import EditableRow, EditableRows, moved
from ui.widgets.empty_state import EmptyLine
from ui.widgets.fields import TextArea
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, Panel, small_button
from ui.widgets.lists import AddLine


@dataclass(frozen=True)
class StepContent:
    """A step with its number and the cards at it; `all_steps` are the words of every step."""

    number: int
    step: EncounterStep
    cards: tuple[BoardCard, ...]
    all_steps: tuple[str, ...]


class EncounterSection(SideBySide):
    """The steps, and beside them the customers' words that are at no step yet.

    Words are put at a step by drag, by the step's digit and by a menu.
    """

    ideas_wanted = Signal()
    talk_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme.px(16), theme.px(760))
        self._bridge, self._theme = bridge, theme
        self._steps_panel, self._loose_panel = Panel(theme), Panel(theme)
        self._loose = WordsList(theme, _("{Customers_s} words at no step"))
        self._none_left = EmptyLine(theme, way=catalogue.stops()[1].title)
        self._none_left.wanted.connect(self.talk_wanted)
        self._drag = WordsDrag(self, theme, self._targets, self._put)
        self._connect(self._loose)
        self._lines = EditableRows[StepContent](theme, _("The encounter"), self._row)
        self._fill_steps()
        self._fill_loose()
        self.line.addWidget(self._steps_panel, 5)
        self.line.addWidget(self._loose_panel, 3)

    def read(self) -> None:
        encounter = self._bridge.workshop.prepare.encounter
        steps = encounter.steps()
        names = tuple(row.words for row in steps)
        had_keys = any(words.hasFocus() for words in self.findChildren(WordsList))
        self._lines.show_values(
            {
                row.id: StepContent(n, row, encounter.cards_at(row.id), names)
                for n, row in enumerate(steps, start=1)
            }
        )
        loose = encounter.cards_at_no_step()
        self._loose.show_cards(loose, names)
        self._loose.setVisible(bool(loose))
        self._none_left.setVisible(not loose)
        has_cards = any(encounter.cards_at(row.id) for row in steps)
        nothing = _("Nothing was said yet. The words come from stop 2.")
        all_there = _("Every card is at a step.")
        self._none_left.say(all_there if has_cards else nothing, with_way=not has_cards)
        if had_keys and loose and not self._has_keys():
            self._loose.setFocus()

    def _has_keys(self) -> bool:
        return any(words.hasFocus() for words in self.findChildren(WordsList))

    def _fill_steps(self) -> None:
        box, theme = self._steps_panel.box, self._theme
        box.addWidget(Label(_("The encounter, step by step"), theme, "label", "accent"))
        about = _(
            "What does {a_customer} go through with us? What does each step add, in their eyes, "
            "and what would make it worth more? A step that adds nothing is dropped."
        )
        box.addWidget(Label(about, theme, "small", "grey"))
        self._lines.show_when_empty(_("No step yet. How does it begin for {a_customer}?"))
        self._lines.list.take_at_most_its_rows(theme.px(160))
        box.addWidget(self._lines.list, 1000)  # before the rest, that ends the panel
        prepare, bridge = self._bridge.workshop.prepare, self._bridge
        box.addWidget(
            AddLine(_("Add a step"), lambda words: bridge.do(lambda: prepare.encounter.add(words)))
        )
        button = small_button(_("Ideas for making a step worth more"), lead="eye")
        button.clicked.connect(self.ideas_wanted)
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)

    def _fill_loose(self) -> None:
        box, theme = self._loose_panel.box, self._theme
        box.addWidget(Label(_("{Customers_s} words at no step yet"), theme, "label", "accent"))
        about = _("Which step is it about? Drag it there, or press the step’s number.")
        box.addWidget(Label(about, theme, "small", "grey"))
        self._loose.setMinimumHeight(theme.px(160))
        box.addWidget(self._loose, 1)
        box.addWidget(self._none_left)
        box.addStretch(0)

    def _row(self, key: str) -> QWidget:
        row = _StepRow(self._theme, self._bridge, key)
        row.moved.connect(partial(self._move, key))
        self._connect(row.said)
        return row

    def _connect(self, words: WordsList) -> None:
        words.step_wanted.connect(self._put)
        self._drag.follow(words)

    def _targets(self) -> list[tuple[QWidget, int]]:
        steps = self._bridge.workshop.prepare.encounter.steps()
        rows = ((self._lines.row(step.id), n) for n, step in enumerate(steps, start=1))
        found = [(row, n) for row, n in rows if row is not None]
        return [*found, (self._loose_panel, 0)]

    def _put(self, card: str, number: int) -> None:
        """Put a card at the step with this number, or with 0 at none."""
        encounter, which = self._bridge.workshop.prepare.encounter, CardId(card)
        step = encounter.numbered(number).id if number else None
        there = encounter.cards_at(step) if step else encounter.cards_at_no_step()
        if which in [here.id for here in there]:
            return
        if step:
            self._bridge.attempt(lambda: encounter.put_words([which], step))
        else:
            self._bridge.attempt(lambda: encounter.take_words_away([which]))

    def _move(self, key: str, step: int) -> None:
        prepare = self._bridge.workshop.prepare
        order = moved([row.id for row in prepare.encounter.steps()], key, step)
        if order is not None:
            self._bridge.do(lambda: prepare.encounter.reorder(order))


class _StepRow(QWidget):
    """A step, what it adds, what would make it worth more, and what customers said of it."""

    def __init__(self, theme: Theme, bridge: Bridge, key: str) -> None:
        super().__init__()
        self._bridge, self._key, self._is_dropped = bridge, key, False
        encounter = bridge.workshop.prepare.encounter
        self._step = EditableRow(theme)
        self.moved = self._step.moved
        self._number = Label("", theme, "small", "grey")
        self._number.setFixedWidth(theme.px(20))
        self._step.add_note(self._number)
        self._words = self._field(_("Step"), "", encounter.reword)
        nothing = _("adds nothing yet: make it worth something, or drop it")
        self._adds = self._field(_("What it adds"), nothing, encounter.set_adds)
        worth = _("what would make it worth more?")
        self._worth_more = self._field(worth, worth, encounter.set_worth_more)
        self._step.add_field(self._words, 2)
        self._step.add_field(self._adds, 3)
        self._step.add_moves()
        self._drop = self._step.add_quiet(_("Drop"), _("Drop"))
        self._drop.clicked.connect(lambda _on=False: self._turn())
        self._count = Label("", theme, "small", "grey")
        self.said = WordsList(theme, "")
        self._lay_out(theme)

    def show_value(self, value: StepContent) -> None:
        """Show a numbered step with its cards; a dropped one is read only."""
        step, number = value.step, value.number
        self._is_dropped = step.dropped
        self._number.setText(f"{number}")
        for field, words, name in (
            (self._words, step.words, _("Step {n}")),
            (self._adds, step.adds, _("What step {n} adds")),
            (self._worth_more, step.worth_more, _("What would make step {n} worth more")),
        ):
            field.show_text(words)
            field.setAccessibleName(name.format(n=number))
            field.setEnabled(not step.dropped)
        text = _("Take it back") if step.dropped else _("Drop")
        self._drop.say(text)
        self._drop.setAccessibleName(f"{text}: {step.words}")
        self._step.name_buttons(step.words)
        self._show_words(value)

    def _show_words(self, value: StepContent) -> None:
        customers = len(frozenset().union(*(card.customers for card in value.cards)))
        some = ngettext("{n} {customer} spoke of it", "{n} {customers} spoke of it", customers)
        self._count.setText(some.format(n=customers) if customers else _("Nobody spoke of it yet."))
        name = _("{Customers_s} words at step {n}").format(n=value.number)
        self.said.setAccessibleName(with_commas((name, self._count.text())))
        self.said.show_cards(value.cards, value.all_steps)
        self.said.be_as_high_as_its_cards()
        self.said.setVisible(bool(value.cards))

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(10))
        column.setSpacing(0)
        column.addWidget(self._step)
        below = QHBoxLayout()
        below.setContentsMargins(*margins(theme.px(28), 0, theme.px(4), theme.px(4)))
        below.setSpacing(theme.px(12))
        below.addWidget(self._worth_more, 3, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._count, 2)
        column.addLayout(below)
        said = QHBoxLayout()
        said.setContentsMargins(*margins(theme.px(28), 0, theme.px(4), 0))
        said.addWidget(self.said)
        column.addLayout(said)

    def _field(self, name: str, hint: str, write: Callable[[str, str], object]) -> TextArea:
        bridge, key = self._bridge, self._key
        return TextArea(name, hint, lambda text: bridge.attempt(lambda: write(key, text)) or None)

    def _turn(self) -> None:
        prepare, dropped = self._bridge.workshop.prepare, not self._is_dropped
        self._bridge.do(lambda: prepare.encounter.drop(self._key, dropped=dropped))
