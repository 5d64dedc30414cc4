"""Who: the team, what it offers to whom and to whom not, who has a say, who talks to whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.customer_word import CustomerWord
from cxworkshop.i18n import _
from cxworkshop.model import Person, Served
from ui.bridge import Bridge
from ui.stops.prepare.letterhead import LetterheadPanel
from ui.stops.prepare.offer import OfferPanel
from ui.stops.prepare.talks import TalksPanel
from ui.theme.theme import Theme
from ui.widgets.buttons import ChoiceButton
from ui.widgets.customer_choice import CustomerChoice
from ui.widgets.day_field import DayField
from ui.widgets.editable_rows import EditableRow, EditableRows
from ui.widgets.fields import Field, TextArea
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, Panel
from ui.widgets.lists import AddLine
from ui.widgets.names import NameCompleter
from ui.widgets.tick import Tick


class WhoSection(SideBySide):
    """Three columns of panels, stacked where the window is narrow."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme.px(16), theme.px(700))
        self._bridge, self._theme = bridge, theme
        self._team, self._offer = _TeamPanel(bridge, theme), OfferPanel(bridge, theme)
        self._serve, self._not_please = (
            _ServedPanel(bridge, theme, serve=on) for on in (True, False)
        )
        self._call, self._letterhead = _CallPanel(bridge, theme), LetterheadPanel(bridge, theme)
        self._say, self._talks = _SayPanel(bridge, theme), TalksPanel(bridge, theme)
        places = (
            (self._offer, self._serve, self._call),
            (self._not_please, self._team, self._letterhead),
            (self._say, self._talks),
        )
        for parts in places:
            column = QWidget(self)
            box = QVBoxLayout(column)
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(theme.px(12))
            for part in parts:
                box.addWidget(part)
            box.addStretch(1)
            self.line.addWidget(column, 1)

    def read(self) -> None:
        for part in (
            self._team,
            self._offer,
            self._serve,
            self._call,
            self._letterhead,
            self._not_please,
            self._say,
            self._talks,
        ):
            part.read()


class _TeamPanel(Panel):
    """The team's name, day 1 and its paper size."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme)
        self._bridge = bridge
        self._name = Field(_("Team"), _("the team’s name"), self._rename, "inline")
        self._day = DayField(
            _("Day 1"), self._set_day_1, lambda: bridge.workshop.today, kind="inline"
        )
        self._off, self._day_30 = (Label("", theme, "small", "grey") for _part in range(2))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._papers = {"A4": ChoiceButton("A4", "first"), "Letter": ChoiceButton("Letter", "last")}
        for key, choice in self._papers.items():
            choice.setAccessibleName(_("Paper: {paper}").format(paper=key))
            choice.clicked.connect(partial(self._choose_paper, key))
            line.addWidget(choice)
        line.addStretch(1)
        for title, part in ((_("Team"), self._name), (_("Day 1"), self._day)):
            self.box.addWidget(Label(title, theme, "small", "grey"))
            self.box.addWidget(part)
        self.box.addWidget(self._off)
        self.box.addWidget(self._day_30)
        self.box.addWidget(Label(_("Paper"), theme, "small", "grey"))
        papers = QWidget()
        papers.setLayout(line)
        self.box.addWidget(papers)
        self._asks = QCheckBox(_("Ask before big changes"))
        self._asks.setToolTip(_("Before 20 cards or more change at once"))
        self._asks.clicked.connect(self._set_asks)
        self.box.addWidget(self._asks)

    def read(self) -> None:
        prepare = self._bridge.workshop.prepare
        self._name.show_text(prepare.team().team)
        self._day.show_day(prepare.day_1())
        self._off.setText(prepare.day_1_note())
        self._off.setVisible(bool(self._off.text()))
        self._day_30.setText(_("Day 30 is {day}").format(day=days.full(prepare.day_30())))
        self._papers[prepare.team().paper].setChecked(True)
        self._asks.setChecked(prepare.team().ask_before_many)

    def _rename(self, name: str) -> object:
        prepare = self._bridge.workshop.prepare
        return self._bridge.attempt(lambda: prepare.rename_team(name)) or None

    def _set_day_1(self, day: date | None) -> object:
        prepare = self._bridge.workshop.prepare
        return day and (self._bridge.attempt(lambda: prepare.set_day_1(day)) or None)

    def _set_asks(self, asks: bool) -> None:
        prepare = self._bridge.workshop.prepare
        self._bridge.do(lambda: prepare.set_ask_before_many(asks=asks))

    def _choose_paper(self, paper: str, _on: object = None) -> None:
        prepare = self._bridge.workshop.prepare
        if prepare.team().paper != paper:
            self._bridge.do(lambda: prepare.choose_paper(paper))


class _ServedPanel(Panel):
    """Kinds of customers: those we serve, or those we accept we will not please."""

    def __init__(self, bridge: Bridge, theme: Theme, *, serve: bool) -> None:
        super().__init__(theme)
        self._bridge, self._serve = bridge, serve
        title = _("Whom we serve") if serve else _("Whom we accept we will not please")
        about = _("For whom is what we offer best?")
        if not serve:
            about = _("Nobody can please everyone. Say it aloud, and be kind about it.")
        self.box.addWidget(Label(title, theme, "label", "accent"))
        self.box.addWidget(Label(about, theme, "small", "grey"))
        self._lines = EditableRows[Served](theme, title, self._row)
        empty = _("Who are you here for? Write down the first kind of {customer}.")
        self._lines.show_when_empty(empty if serve else _("Nobody is named yet."))
        self._lines.list.be_as_high_as_its_rows()
        self.box.addWidget(self._lines.list)
        prepare = bridge.workshop.prepare
        take = prepare.served.add if serve else prepare.served.add_not_pleased
        add = AddLine(_("Add a kind of {customer}"), lambda words: bridge.do(lambda: take(words)))
        add.setAccessibleName(f"{title}: {add.placeholderText()}")
        self.box.addWidget(add)

    def read(self) -> None:
        served = self._bridge.workshop.prepare.served.all()
        self._lines.show_values({row.id: row for row in served if row.serve is self._serve})

    def _row(self, key: str) -> QWidget:
        prepare, bridge = self._bridge.workshop.prepare, self._bridge
        return _Worded(
            self._theme,
            lambda words: bridge.attempt(lambda: prepare.served.reword(key, words)) or None,
            lambda: bridge.do(lambda: prepare.served.set_aside(key)),
        )


class _CallPanel(Panel):
    """What the team calls those it serves; with another word the window is built anew."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme)
        self._bridge = bridge
        self.box.addWidget(Label(_("What do you call them?"), theme, "label", "accent"))
        about = _("Every page and paper then says so.")
        self.box.addWidget(Label(about, theme, "small", "grey"))
        self._choice = CustomerChoice(theme, self._call)
        self.box.addWidget(self._choice)

    def read(self) -> None:
        self._choice.show_word(self._bridge.workshop.prepare.customer_word())

    def _call(self, word: CustomerWord) -> object:
        prepare = self._bridge.workshop.prepare
        return self._bridge.attempt(lambda: prepare.call_customers(*word)) or None


class _Worded(EditableRow):
    """One kind of customer, edited in place, with a button that sets it aside."""

    def __init__(
        self, theme: Theme, write: Callable[[str], object], away: Callable[[], object]
    ) -> None:
        super().__init__(theme)
        self._field = TextArea(_("Kind of {customer}"), "", write)
        self.add_field(self._field)
        self._aside = self.add_quiet(_("Set aside"), _("Set aside"))
        self._aside.clicked.connect(lambda _on=False: self.away.emit())
        self.away.connect(away)

    def show_value(self, value: Served) -> None:
        self._field.show_text(value.words)
        self._field.setAccessibleName(value.words)
        self._aside.setAccessibleName(_("Set aside: {words}").format(words=value.words))


class _SayPanel(Panel):
    """Who has a say: ticked by name."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme)
        self._bridge = bridge
        self.box.addWidget(Label(_("Who has a say"), theme, "label", "accent"))
        about = _("Those who will do the work, and whoever can stop it.")
        self.box.addWidget(Label(about, theme, "small", "grey"))
        self._lines = EditableRows[Person](theme, _("Who has a say"), self._row)
        self._lines.show_when_empty(_("Nobody is named yet."))
        self._lines.list.be_as_high_as_its_rows()
        self.box.addWidget(self._lines.list)
        add = AddLine(_("Add a name"), self._add)
        add.setAccessibleName(_("Who has a say: Add a name"))
        NameCompleter(add, bridge.workshop.people.names, several=True)
        self.box.addWidget(add)

    def read(self) -> None:
        self._lines.show_values({row.id: row for row in self._bridge.workshop.people.all()})

    def _row(self, key: str) -> QWidget:
        return _PersonRow(self._theme, partial(self._tick, key), partial(self._rename, key))

    def _rename(self, key: str, name: str) -> object:
        people = self._bridge.workshop.people
        person = next(row for row in people.all() if row.id == key)
        return self._bridge.attempt(lambda: people.rename(person.id, name)) or None

    def _tick(self, key: str, on: bool) -> None:
        people = self._bridge.workshop.people
        person = next(row for row in people.all() if row.id == key)
        self._bridge.do(lambda: people.describe(person.id, role=person.role, has_say=on))

    def _add(self, names: str) -> object:
        people = self._bridge.workshop.people

        def action() -> bool:
            with self._bridge.workshop.as_one(_("Name who has a say")):
                for person in people.find_or_add_all(names):
                    people.describe(person, has_say=True)
            return True

        return self._bridge.do(action)


class _PersonRow(EditableRow):
    """A tick and a name, edited in place."""

    def __init__(
        self, theme: Theme, tick: Callable[[bool], object], rename: Callable[[str], object]
    ) -> None:
        super().__init__(theme)
        self._tick = Tick(theme)
        self._tick.clicked.connect(lambda on=False: tick(on))
        self._name = TextArea(_("Name"), "", rename)
        self.line.addWidget(self._tick)
        self.add_field(self._name)

    def show_value(self, value: Person) -> None:
        self._tick.setChecked(value.has_say)
        self._tick.setAccessibleName(_("{name} has a say").format(name=value.name))
        self._name.show_text(value.name)
        self._name.setAccessibleName(_("Name: {name}").format(name=value.name))
