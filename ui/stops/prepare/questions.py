"""Questions: the deck by the ten ways on the left, what is asked in this round on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.i18n import _
from cxworkshop.model import Question, QuestionId, Way
from ui.bridge import Bridge
from ui.stops.prepare.wording_hint import WordingHint
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.editable_rows import EditableRow, EditableRows, moved, sheet
from ui.widgets.fields import Field, TextArea
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.labels import Label, make_button
from ui.widgets.lists import AddLine
from ui.widgets.tick import Tick


class QuestionsSection(SideBySide):
    """Questions are ticked on the left, and reworded and put in order on the right."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme.px(16), theme.px(700))
        self._bridge, self._theme = bridge, theme
        self._way = bridge.workshop.prepare.ways()[0].id
        for panel in (self._deck(), self._list()):
            self.line.addWidget(panel, 1, Qt.AlignmentFlag.AlignTop)

    def read(self) -> None:
        """Show the deck of the chosen way, and everything that is asked."""
        prepare = self._bridge.workshop.prepare
        ways = {way.id: way for way in prepare.ways()}
        asked = prepare.questions.ticked()
        for n, (key, chip) in enumerate(self._chips.items(), start=1):
            count = sum(question.way == key for question in asked)
            self._show_chip(chip, n, ways[key], count)
        self._name.show_text(ways[self._way].name, self._way)
        self._meaning.setText(self._meanings.get(self._way, ""))
        of_way = [row for row in prepare.questions.all() if row.way == self._way]
        self._ticks.show_values({row.id: row for row in of_way})
        self._asked.show_values({row.id: (n, row) for n, row in enumerate(asked, start=1)})

    def _show_chip(self, chip: Button, n: int, way: Way, count: int) -> None:
        chip.say(f"{n % 10}  {way.name}" + (f"  ·{count}" if count else ""))
        chip.setAccessibleName(_("{way}, {n} asked").format(way=way.name, n=count))
        chip.setChecked(way.id == self._way)

    def _deck(self) -> QWidget:
        panel = sheet(self._theme, _("The ten ways, and what to ask about each"))
        chips = QWidget()
        flow = FlowLayout(self._theme.px(6))
        chips.setLayout(flow)
        self._meanings = {way.key: way.meaning for way in catalogue.ways()}
        self._chips: dict[str, Button] = {}
        for way in self._bridge.workshop.prepare.ways():
            chip = make_button(way.name, "chip")
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._turn_to, way.id))
            self._chips[way.id] = chip
            flow.addWidget(chip)
        panel.box.addWidget(chips)
        self._name = Field(_("Our name for this way"), "", self._rename, "inline")
        panel.box.addWidget(self._name)
        self._meaning = Label("", self._theme, "small", "grey")
        panel.box.addWidget(self._meaning)
        self._ticks = EditableRows[Question](self._theme, _("Questions"), self._tick_row)
        self._ticks.list.be_as_high_as_its_rows()
        panel.box.addWidget(self._ticks.list)
        own = AddLine(_("Add a question of your own"), self._add)
        hint = WordingHint(self._theme, own.setText)
        own.textChanged.connect(hint.look_at)
        panel.box.addWidget(own)
        panel.box.addWidget(hint)
        return panel

    def _list(self) -> QWidget:
        panel = sheet(self._theme, _("What we ask, in this order"))
        first = _("We begin with: {question}").format(question=catalogue.opening_question())
        panel.box.addWidget(Label(first, self._theme, "small", "grey"))
        self._asked = EditableRows[tuple[int, Question]](
            self._theme, _("What we ask"), self._asked_row
        )
        self._asked.show_when_empty(_("Tick a question on the left. Five or six are enough."))
        self._asked.list.be_as_high_as_its_rows()
        panel.box.addWidget(self._asked.list)
        return panel

    def _turn_to(self, way: str, _on: object = None) -> None:
        self._way = way
        self.read()

    def _rename(self, name: str) -> object:
        prepare = self._bridge.workshop.prepare
        return self._bridge.attempt(lambda: prepare.rename_way(self._way, name)) or None

    def _add(self, words: str) -> object:
        prepare = self._bridge.workshop.prepare
        return self._bridge.do(lambda: prepare.questions.add(words, self._way))

    def _tick_row(self, key: str) -> QWidget:
        return _TickRow(self._theme, partial(self._tick, QuestionId(key)))

    def _tick(self, question: QuestionId, on: bool) -> None:
        self._bridge.do(lambda: self._bridge.workshop.prepare.questions.tick(question, ticked=on))

    def _asked_row(self, key: str) -> QWidget:
        question, prepare = QuestionId(key), self._bridge.workshop.prepare
        row = _AskedRow(
            self._theme,
            lambda words: (
                self._bridge.attempt(lambda: prepare.questions.reword(question, words)) or None
            ),
        )
        row.moved.connect(partial(self._move, question))
        row.away.connect(lambda: self._tick(question, on=False))
        return row

    def _move(self, question: QuestionId, step: int) -> None:
        prepare = self._bridge.workshop.prepare
        order = moved([row.id for row in prepare.questions.ticked()], question, step)
        if order is not None:
            self._bridge.do(lambda: prepare.questions.reorder([QuestionId(key) for key in order]))


class _TickRow(EditableRow):
    """A question of the deck, with the tick that asks it."""

    def __init__(self, theme: Theme, tick: Callable[[bool], object]) -> None:
        super().__init__(theme)
        self._tick = Tick(theme)
        self._tick.clicked.connect(lambda on=False: tick(on))
        self._words = Label("", theme)
        self.line.addWidget(self._tick)
        self.line.addWidget(self._words, 1)

    def show_value(self, value: Question) -> None:
        self._tick.setChecked(value.ticked)
        self._tick.setAccessibleName(value.words)
        self._words.setText(value.words)
        self._words.paint_in("ink" if value.ticked else "grey")


class _AskedRow(QWidget):
    """A question that is asked, edited in place; below it, why other words would be better."""

    def __init__(self, theme: Theme, write: Callable[[str], object]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._row = EditableRow(theme)
        self.moved, self.away = self._row.moved, self._row.away
        self._number = Label("", theme, "small", "grey")
        self._number.setFixedWidth(theme.px(22))
        self._row.add_note(self._number)
        self._field = TextArea(_("Question"), "", write)
        self._row.add_field(self._field)
        self._row.add_moves()
        self._out = self._row.add_quiet_icon("x", _("Leave out"))
        self._out.clicked.connect(lambda _on=False: self._row.away.emit())
        column.addWidget(self._row)
        hint = WordingHint(theme, write, 30)
        self._field.textChanged.connect(lambda: hint.look_at(self._field.text()))
        column.addWidget(hint)

    def show_value(self, value: tuple[int, Question]) -> None:
        """Show number and question."""
        number, question = value
        self._number.setText(f"{number}.")
        self._field.show_text(question.words)
        self._field.setAccessibleName(_("Question {n}").format(n=number))
        self._row.name_buttons(question.words)
        self._out.setAccessibleName(_("Leave out: {words}").format(words=question.words))
