"""Stop 1, Prepare: whom we serve, what we ask, how the two meetings run."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.model import AgendaLine, Question
from ui.foot import Footer
from ui.lists import AddLine, Lines, row, row_with
from ui.scrolling import scrolling
from ui.stops.page import StopPage
from ui.words import Panel, Words
from ui.wrap import Beside


class PreparePage(StopPage):
    """Three panels: the customers, the questions, the agenda."""

    key = "prepare"

    def build(self) -> None:
        """Lay the three panels beside one another."""
        side = Beside(self.look.px(16), self.look.px(700))
        for panel, part in ((self._customers(), 3), (self._questions(), 5), (self._agenda(), 3)):
            panel.setMinimumHeight(self.look.px(320))
            side.line.addWidget(panel, part)
        self.content.addWidget(scrolling(side), 1)

    def read(self) -> None:
        """Show what the team has decided so far."""
        prepare = self.workshop.prepare
        for lines, serve in ((self._serve, True), (self._not_please, False)):
            lines.show_rows(
                [
                    row_with(
                        self.look, served.words, _("Set aside"), partial(self._set_aside, served.id)
                    )
                    for served in prepare.served()
                    if served.serve is serve
                ]
            )
        self._asked.show_rows([self._question(question) for question in prepare.questions()])
        self._meetings.show_rows(
            [
                row(self.look, line.title, grey=_("{n} min").format(n=line.minutes))
                if line
                else Words(
                    _("Day 30: {n} min").format(n=prepare.minutes(30)), self.look, "label", "accent"
                )
                for line in self._agenda_lines()
            ]
        )
        self._day_1.setText(_("Day 1: {n} min").format(n=prepare.minutes(1)))

    def footer(self) -> Footer:
        """How many questions there are to ask."""
        ticked = sum(question.ticked for question in self.workshop.prepare.questions())
        return Footer(_("{n} questions to ask").format(n=ticked), "", _("Talk to customers"))

    def _customers(self) -> Panel:
        panel = Panel(self.look)
        prepare = self.workshop.prepare
        self._serve = Lines(self.look, _("Whom we serve"))
        self._not_please = Lines(self.look, _("Whom we won't please"))
        for title, lines, take in (
            (_("Whom we serve"), self._serve, prepare.serve),
            (_("Whom we accept we will not please"), self._not_please, prepare.not_please),
        ):
            panel.box.addWidget(Words(title, self.look, "label", "accent"))
            panel.box.addWidget(lines, 1)
            field = AddLine(_("Add a kind of customer"), partial(self._add, take))
            field.setAccessibleName(f"{title}: {field.placeholderText()}")
            panel.box.addWidget(field)
        return panel

    def _add(self, take: object, words: str) -> object:
        assert callable(take)
        return self.bridge.do(lambda: take(words))

    def _set_aside(self, served: str) -> None:
        self.bridge.do(lambda: self.workshop.prepare.set_aside_served(served))

    def _questions(self) -> Panel:
        panel = Panel(self.look)
        panel.box.addWidget(Words(_("What we ask"), self.look, "label", "accent"))
        self._asked = Lines(self.look, _("Questions"))
        panel.box.addWidget(self._asked, 1)
        panel.box.addWidget(
            AddLine(
                _("Add a question of your own"),
                lambda words: self.bridge.do(lambda: self.workshop.prepare.add_question(words)),
            )
        )
        return panel

    def _question(self, question: Question) -> QWidget:
        """A tick and the words: a click asks it, or not."""
        made = QWidget()
        box = QHBoxLayout(made)
        box.setContentsMargins(0, self.look.px(3), 0, self.look.px(3))
        tick = QCheckBox()
        tick.setChecked(question.ticked)
        tick.setAccessibleName(question.words)
        tick.clicked.connect(
            lambda on: self.bridge.do(lambda: self.workshop.prepare.tick(question.id, ticked=on))
        )
        box.addWidget(tick)
        box.addWidget(
            Words(question.words, self.look, "body", "ink" if question.ticked else "grey"), 1
        )
        return made

    def _agenda(self) -> Panel:
        panel = Panel(self.look)
        self._day_1 = Words("", self.look, "label", "accent")
        self._meetings = Lines(self.look, _("Agenda"))
        panel.box.addWidget(self._day_1)
        panel.box.addWidget(self._meetings, 1)
        return panel

    def _agenda_lines(self) -> list[AgendaLine | None]:
        """The lines of both meetings, None where day 30 begins."""
        lines = self.workshop.prepare.agenda()
        first = [line for line in lines if line.day == 1]
        return [*first, None, *(line for line in lines if line.day != 1)]
