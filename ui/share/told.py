"""Who is told: a tick each, and nothing waits for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.i18n import _
from cxworkshop.model import Told
from ui.lists import AddLine, Lines
from ui.theme.look import Look
from ui.words import Panel, Words


class ToldPanel(Panel):
    """`ticked` carries the id of who was told, and whether."""

    ticked = Signal(str, bool)

    def __init__(self, look: Look, add: Callable[[str], object]) -> None:
        super().__init__(look)
        self.people = Lines(look, _("Who is told"))
        self.people.take_what_is_left(look.px(90))
        self.box.addWidget(self.people, 1)
        self.add = AddLine(_("Add somebody to tell"), add)
        self.box.addWidget(self.add)
        quiet = _("Nothing waits for these ticks.")
        self.box.addWidget(Words(quiet, look, "small", "grey"))

    def show_people(self, people: Sequence[Told]) -> None:
        """Everybody who is to hear how it went."""
        self.people.show_rows([self._row(told) for told in people])

    def take_focus(self) -> None:
        """To the first tick, or to the line for a first name."""
        first = self.people.findChild(QCheckBox)
        (first if isinstance(first, QCheckBox) else self.add).setFocus()

    def _row(self, told: Told) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, self._look.px(2), 0, self._look.px(2))
        tick = QCheckBox()
        tick.setAccessibleName(told.who)
        tick.setChecked(told.told_on is not None)
        tick.clicked.connect(lambda on: self.ticked.emit(told.id, on))
        line.addWidget(tick)
        line.addWidget(Words(told.who, self._look, "field" if told.told_on else "control"), 1)
        when = Words(days.day_month(told.told_on), self._look, "small", "grey")
        when.setWordWrap(False)
        line.addWidget(when)
        return made
