"""Stop 7, the replace-the-staff test: the question, large, and six headings that are no persons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QLineEdit

from cxworkshop import catalogue
from cxworkshop.i18n import _
from cxworkshop.model import Heading, PickId
from ui.fields import Day
from ui.foot import Footer
from ui.improvements import ImprovementTabs
from ui.lists import AddLine, Lines, row, row_with
from ui.stops.page import StopPage
from ui.words import Panel, Words, button

ASK_AGAIN_DAYS = 14


class StaffTestPage(StopPage):
    """Answers under six headings, each with where to find it; then sure or not sure."""

    key = "staff_test"

    def build(self) -> None:
        """The question, the headings, and the two answers."""
        self.tabs = ImprovementTabs(self.look)
        self.tabs.turned.connect(self.read)
        self.content.addWidget(self.tabs)
        stop = next(stop for stop in catalogue.stops() if stop.key == self.key)
        self.content.addWidget(Words(stop.say, self.look, "question"))
        grid = QGridLayout()
        grid.setSpacing(self.look.px(12))
        self._lines: dict[str, Lines] = {}
        for place, heading in enumerate(catalogue.headings()):
            grid.addWidget(self._heading(heading), place // 3, place % 3)
        self.content.addLayout(grid, 1)
        self.fixes = Lines(self.look, _("Fixes"))
        self.fixes.setMaximumHeight(self.look.px(70))
        self.content.addWidget(self.fixes)
        self.content.addLayout(self._answers())

    def read(self) -> None:
        """Show the answers of all attempts."""
        self.tabs.show_picks(self.workshop)
        pick = self.tabs.pick
        answers = self.workshop.staff_test.answers(pick) if pick else []
        for key, lines in self._lines.items():
            lines.show_rows(
                [
                    row(self.look, answer.words, grey=answer.where_to_find)
                    for answer in answers
                    if answer.heading == key
                ]
            )
        fixes = self.workshop.staff_test.fixes(pick) if pick else []
        self.fixes.show_rows(
            [
                row(self.look, f"✓ {fix.words}")
                if fix.done_on
                else row_with(
                    self.look,
                    f"{fix.words} · {self.workshop.people.name_of(fix.who)} {fix.by_when}",
                    _("Done"),
                    partial(self._finish, fix.id),
                )
                for fix in fixes
            ]
        )
        self.footed.emit()

    def footer(self) -> Footer:
        """How often it was asked, and whether it is kept."""
        pick = self.tabs.pick
        if pick is None:
            return Footer(_("Checked first, then this question"), "", _("Share and repeat"))
        story = self.workshop.share.story(pick)
        asked = sum(t.sure is not None for t in self.workshop.staff_test.attempts(pick))
        bold = _("Kept") if story.kept else _("Not kept yet")
        times = _("Asked {n} times.").format(n=asked)
        grey = f"{story.why_not_kept or ''} {times}".strip()
        return Footer(bold, grey, _("Share and repeat"))

    def _heading(self, heading: catalogue.HeadingText) -> Panel:
        panel = Panel(self.look)
        panel.box.addWidget(Words(heading.title, self.look, "label", "accent"))
        panel.box.addWidget(Words(heading.hint, self.look, "small", "grey"))
        self._lines[heading.key] = Lines(self.look, heading.title)
        panel.box.addWidget(self._lines[heading.key], 1)
        field = AddLine(_("what / where to find it"), partial(self._add, Heading(heading.key)))
        field.setAccessibleName(f"{heading.title}: {field.placeholderText()}")
        panel.box.addWidget(field)
        return panel

    def _answers(self) -> QLayout:
        line = QHBoxLayout()
        self._fix, self._who = QLineEdit(), QLineEdit()
        self._by = Day(_("By when"), lambda _day: True)
        self._by.show_day(self.workshop.today + timedelta(days=ASK_AGAIN_DAYS))
        for field, hint in ((self._fix, _("What will be fixed")), (self._who, _("Who fixes it"))):
            field.setPlaceholderText(hint)
            field.setAccessibleName(hint)
        unsure = button(_("Not sure: fix this first"))
        unsure.clicked.connect(lambda _on=False: self._not_sure())
        sure = button(_("We are sure"), "primary")
        sure.clicked.connect(lambda _on=False: self._with_pick(self.workshop.staff_test.sure))
        for widget in (self._fix, self._who, self._by, unsure, sure):
            line.addWidget(widget, 2 if widget is self._fix else 0)
        return line

    def _with_pick(self, action: Callable[[PickId], object]) -> object:
        pick = self.tabs.pick
        return self.bridge.do(lambda: action(pick) or True) if pick is not None else None

    def _add(self, heading: Heading, text: str) -> object:
        words, _slash, where = text.partition("/")
        return self._with_pick(
            lambda pick: self.workshop.staff_test.answer(pick, heading, words, where)
        )

    def _not_sure(self) -> None:
        fix, who, by = self._fix.text(), self._who.text().strip(), self._by.date()

        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Not sure that it stays")):
                person = self.workshop.people.named(who) if who else None
                day = date(by.year(), by.month(), by.day())
                return self.workshop.staff_test.not_sure(pick, fix, person, day)

        if self._with_pick(action):
            self._fix.clear()
            self._who.clear()

    def _finish(self, fix: str) -> None:
        self.bridge.do(lambda: self.workshop.staff_test.finish_fix(fix))
