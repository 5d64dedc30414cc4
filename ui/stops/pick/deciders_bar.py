"""Who decides: the doers, ticked by name."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from cxworkshop.model import PersonId
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, make_button
from ui.widgets.lists import AddLine
from ui.widgets.names import NameCompleter
from ui.widgets.short_line import hint_width


class DecidersBar(QWidget):
    """A chip for each person we know; a click ticks or unticks them."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._chips: dict[PersonId, Button] = {}
        self._names = FlowLayout(theme.px(7))
        self.setLayout(self._names)
        self._label = Label(_("Who decides"), theme, "field", "grey")
        self._label.setWordWrap(False)
        self._add = AddLine(_("add a name"), self._add_deciders)
        self._add.ensurePolished()
        self._add.setFixedWidth(hint_width(self._add, theme.px(120)))
        NameCompleter(self._add, bridge.workshop.people.names, several=True)
        self._names.addWidget(self._label)
        self._names.addWidget(self._add)

    def read(self) -> None:
        """Show everybody we know; a chip keeps its widget, its place and its width."""
        workshop = self._bridge.workshop
        people = {row.id: row.name for row in workshop.people.all()}
        if list(people) != list(self._chips):
            self._make_chips(list(people))
        deciders = set(self._deciders())
        for who, chip in self._chips.items():
            # Either icon is as wide as the other, so that no chip moves under the mouse.
            chip.say(people[who], lead="check" if who in deciders else "plus")
            chip.set_quiet(quiet=who not in deciders)
            says = _("{name} decides") if who in deciders else _("{name} does not decide")
            chip.setAccessibleName(says.format(name=people[who]))

    def _make_chips(self, people: list[PersonId]) -> None:
        known = {who: chip for who, chip in self._chips.items() if who in people}
        self._names.keep(self._label, self._add, *known.values())
        for widget in (self._add, *known.values()):
            self._names.removeWidget(widget)  # they come again in their order
        self._chips = {who: known.get(who) or self._chip(who) for who in people}
        for widget in (*self._chips.values(), self._add):
            self._names.addWidget(widget)

    def _chip(self, who: PersonId) -> Button:
        chip = make_button("", "chip")
        chip.clicked.connect(partial(self._toggle, who))
        return chip

    def _deciders(self) -> list[PersonId]:
        """Who is ticked; until somebody is, those who have a say: ballots count them as well."""
        workshop = self._bridge.workshop
        with_a_say = (row.id for row in workshop.people.all() if row.has_say)
        return workshop.pick.deciders() or list(with_a_say)

    def _toggle(self, who: PersonId, _on: object = None) -> None:
        pick = self._bridge.workshop.pick
        old = self._deciders()
        new = [person for person in old if person != who] if who in old else [*old, who]
        self._bridge.do(lambda: pick.set_deciders(new))

    def _add_deciders(self, names: str) -> object:
        workshop = self._bridge.workshop

        def action() -> bool:
            with workshop.as_one(_("Tick who decides")):
                new = workshop.people.find_or_add_all(names)
                workshop.pick.set_deciders([*self._deciders(), *new])
            return True

        return self._bridge.do(action)
