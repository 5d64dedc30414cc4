"""What stop 6 shows of one check: the list of those who said it, its story, and the verdict."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import DayCheck
from cxworkshop.stops.check import AskedList
from cxworkshop.workshop import Workshop
from ui.stops.check.actions import CheckActions
from ui.stops.check.asked_list import AskedListPanel
from ui.stops.check.story_panel import StoryPanel
from ui.stops.check.told import whom_to_tell
from ui.stops.check.verdict_panel import VerdictPanel
from ui.theme.theme import Theme
from ui.widgets.fields import Field
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label
from ui.widgets.scroll_area import ScrollArea

LIST, SIDE = 712, 346  # pixels at 100 %
NARROW = 860


class AnswersView(QWidget):
    """The list on the left, the story and the verdict on the right, or below where it is narrow.

    `chosen` and `tell_wanted` as in `VerdictPanel`.
    """

    chosen = Signal()
    tell_wanted = Signal()

    def __init__(self, theme: Theme, actions: CheckActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        self.area = scroll_area = ScrollArea(theme.px(12))
        outside.addWidget(scroll_area)
        both = SideBySide(theme.px(12), theme.px(NARROW))
        scroll_area.box.addWidget(both, 1)
        self.asked = AskedListPanel(theme, actions)
        self.story, self.verdict = StoryPanel(theme), VerdictPanel(theme, actions)
        self.verdict.chosen.connect(self.chosen)
        self.verdict.tell_wanted.connect(self.tell_wanted)
        self.asked.all_asked.connect(self.verdict.take_keys)
        self.asked.grown.connect(self.area.measure_soon)
        hint = _("Our own view, which is no verdict")
        self.note = Field(
            _("Our own view"), hint, lambda text: actions.write_note(text) or None, "inline"
        )
        self.verdict.box.addWidget(self.note)
        both.line.addWidget(self.asked, LIST)
        self._side, self._below = self._scrolling_side(), QVBoxLayout()
        self._below.setSpacing(theme.px(12))
        both.line.addWidget(self._side, SIDE)
        scroll_area.box.addLayout(self._below)
        self._is_wide: bool | None = None
        self._asked_by = Label("", theme, "small", "grey")
        self.story.box.addWidget(self._asked_by)

    def show_check(self, workshop: Workshop, check: DayCheck) -> None:
        """Show a check of any round."""
        pick, stop = check.pick, workshop.check
        asked = stop.asked(pick)
        self.asked.aside.show_answers(stop.corrections.aside(pick))
        self.asked.show_asked(asked, check, stop.to_ask(pick))
        self.story.show_earlier(stop.conclusions.earlier(pick), stop.conclusions.counted(pick))
        self.story.show_now(check, _share(asked), workshop.today)
        few = stop.few_answers(pick) or ""
        self.story.show_counts(stop.marks(pick), few, stop.without_words(pick))
        self._asked_by.setText(_asked_by(workshop, check))
        self.verdict.show_expected(stop.expectation(pick), check)
        self.verdict.show_verdict(check)
        self.verdict.show_telling(whom_to_tell(workshop, check))
        self.note.show_text(check.notes, check.pick)
        self.area.measure_soon()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the side scroll by itself, or where it is narrow stand below the list in full."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._theme.px(NARROW)
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        box = self._side.box if is_wide else self._below
        for place, panel in enumerate((self.story, self.verdict)):
            box.insertWidget(place, panel)
            panel.show()
        self._side.setVisible(is_wide)
        self.asked.scroll_by_itself(on=is_wide)

    def _scrolling_side(self) -> ScrollArea:
        side = ScrollArea(self._theme.px(12))
        side.box.addWidget(self.story)
        side.box.addWidget(self.verdict)
        side.box.addStretch(1)
        side.setMinimumHeight(self._theme.px(200))
        side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        return side


def _share(asked: AskedList) -> float:
    """Which share of those who said it is asked; 1 if only others were."""
    if not asked.rows:
        return 1.0 if asked.others else 0.0
    return sum(row.is_asked for row in asked.rows) / len(asked.rows)


def _asked_by(workshop: Workshop, check: DayCheck) -> str:
    """ "Asked by Mira and Ben, 11 to 14 Dec"; before anybody is asked, who asks whom and when."""
    plan = workshop.make_better.plan(check.pick)
    who = plan.who_asks or _("those who do it")
    heard = [said.day for said in workshop.check.said_now(check.pick) if said.day]
    if heard:
        return _("Asked by {who}, {days}").format(who=who, days=_from_to(min(heard), max(heard)))
    if check.due_on > workshop.today:
        text = _("Day 30 is {day}. Until then, make it better.")
        return text.format(day=days.short(check.due_on))
    whom = plan.whom or _("those who said it")
    nobody = _("Nobody has asked {a_customer} yet.")
    to_ask = _("To be asked by {who}: {whom}.").format(who=who, whom=whom)
    return f"{nobody} {to_ask}"


def _from_to(first: date, last: date) -> str:
    one, other = days.day_month(first), days.day_month(last)
    return one if one == other else _("{first} to {last}").format(first=one, last=other)
