"""Who decides: the doers, ticked by name; and the button for their ballots."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.model import PersonId
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, make_button, small_button
from ui.widgets.lists import AddLine


class DecidersBar(QWidget):
    """A chip for each person we know; a click ticks or unticks them."""

    ballots_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._shown: list[tuple[PersonId, str, bool]] = []  # who, name, whether they decide
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        self._label = Label(_("Who decides"), theme, "field", "grey")
        self._label.setWordWrap(False)
        self._add = AddLine(_("add a name"), self._add_decider)
        self._add.setFixedWidth(theme.px(120))
        names = QWidget()
        self._names = FlowLayout(theme.px(7))
        names.setLayout(self._names)
        self._names.addWidget(self._label)
        self._names.addWidget(self._add)
        line.addWidget(names, 1)
        ballots = small_button(_("Type in the ballots"), lead="paper")
        ballots.show_key("Ctrl+G")
        ballots.clicked.connect(lambda _on=False: self.ballots_wanted.emit())
        line.addWidget(ballots, 0, Qt.AlignmentFlag.AlignTop)

    def read(self) -> None:
        """Show everybody we know; chips that are right already keep the focus they have."""
        workshop = self._bridge.workshop
        deciders = set(workshop.pick.deciders())
        people = [(row.id, row.name, row.id in deciders) for row in workshop.people.all()]
        if people == self._shown:
            return
        self._shown = people
        self._names.keep(self._label, self._add)
        self._names.removeWidget(self._add)  # it comes after the names
        for who, name, decides in people:
            self._names.addWidget(self._chip(who, name, decides=decides))
        self._names.addWidget(self._add)

    def _chip(self, who: PersonId, name: str, *, decides: bool) -> Button:
        chip = make_button(name, "chip", lead="check" if decides else "")
        chip.setCheckable(False)
        chip.setAccessibleName(_("{name} decides").format(name=name))
        chip.clicked.connect(partial(self._toggle, who))
        return chip

    def _toggle(self, who: PersonId, _on: object = None) -> None:
        pick = self._bridge.workshop.pick
        old = pick.deciders()
        new = [person for person in old if person != who] if who in old else [*old, who]
        self._bridge.do(lambda: pick.set_deciders(new))

    def _add_decider(self, name: str) -> object:
        workshop = self._bridge.workshop

        def action() -> bool:
            with workshop.as_one(_("Tick who decides")):
                who = workshop.people.find_or_add(name)
                workshop.pick.set_deciders([*workshop.pick.deciders(), who])
            return True

        return self._bridge.do(action)
