"""Stop 5, Make it better: one sheet an improvement, in the order of its print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.errors import NotReadyToLock, Refusal
from cxworkshop.i18n import _
from cxworkshop.model import Blocker, FirstStep, PickId
from cxworkshop.papers import PlanPage
from cxworkshop.readings.progress import licence_of
from ui.fields import Day, Field
from ui.foot import Footer
from ui.improvements import ImprovementTabs
from ui.lists import AddLine, Lines, row, row_with
from ui.stops.page import StopPage
from ui.words import Panel, Words, button, clear


class PlanSheet(StopPage):
    """What a plan's fields, lists and buttons say to the core."""

    tabs: ImprovementTabs
    _fields: dict[str, Field]

    def _step_row(self, step: FirstStep) -> QWidget:
        who = self.workshop.people.name_of(step.who)
        day = step.by_when.isoformat() if step.by_when else ""
        if step.done_on:
            return row(self.look, f"✓ {step.words}", grey=f"{who} {day}")
        do = partial(self.bridge.do, partial(self.workshop.make_better.finish_step, step.id))
        return row_with(self.look, f"{step.words} · {who} {day}", _("Done"), do)

    def _block_row(self, number: int, blocker: Blocker) -> QWidget:
        who = self.workshop.people.name_of(blocker.remover)
        if blocker.removed_on:
            return row(self.look, f"✓ {blocker.words}", grey=who)
        pick = blocker.pick
        do = partial(self.bridge.do, partial(self.workshop.make_better.unblock, pick, number))
        return row_with(self.look, f"{blocker.words} · {who}", _("Out of the way"), do)

    def _with_pick(self, action: Callable[[PickId], object]) -> object:
        pick = self.tabs.pick
        if pick is None:
            return None
        return self.bridge.do(lambda: action(pick) or True)

    def _rename(self, text: str) -> object:
        return self._with_pick(lambda pick: self.workshop.make_better.rename(pick, text))

    def _promise(self, _text: str) -> object:
        when, we = self._fields["when"].text(), self._fields["we"].text()
        return self._with_pick(lambda pick: self.workshop.make_better.promise(pick, when, we))

    def _own(self, name: str) -> object:
        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Choose the owner")):
                owner = self.workshop.people.named(name)
                return self.workshop.make_better.own(pick, owner)

        return self._with_pick(action)

    def _help(self, names: str) -> object:
        def action(pick: PickId) -> None:
            with self.workshop.as_one(_("Choose the helpers")):
                for name in filter(str.strip, names.split(",")):
                    self.workshop.make_better.help(pick, self.workshop.people.named(name))

        return self._with_pick(action)

    def _license(self, _text: str) -> object:
        """The giver makes it a licence; words alone wait for them."""
        may, giver = self._fields["may"].text(), self._fields["giver"].text().strip()
        if not giver:
            return True

        def action(pick: PickId) -> None:
            was = licence_of(self.workshop.store, pick)
            with self.workshop.as_one(_("Give the licence")):
                who = self.workshop.people.named(giver)
                self.workshop.make_better.license(pick, may, who, up_to=was.up_to, until=was.until)

        return self._with_pick(action)

    def _schedule(self, start: date, check: date | None) -> object:
        return self._with_pick(lambda pick: self.workshop.make_better.schedule(pick, start, check))

    def _move_check(self, day: date) -> object:
        def action(pick: PickId) -> object:
            start = self.workshop.make_better.plan(pick).start_on or self.workshop.today
            return self.workshop.make_better.schedule(pick, start, day)

        return self._with_pick(action)

    def _add_step(self, text: str) -> object:
        words, who, day = (*(part.strip() for part in text.split("/")), "", "")[:3]

        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Add a first step")):
                person = self.workshop.people.named(who) if who else None
                return self.workshop.make_better.add_step(pick, words, person, _day(day))

        return self._with_pick(action)

    def _block(self, text: str) -> object:
        words, _slash, who = text.partition("/")

        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Add a blocker")):
                person = self.workshop.people.named(who)
                return self.workshop.make_better.block(pick, words, person)

        return self._with_pick(action)


class MakeBetterPage(PlanSheet):
    """The plan of one pick: words on top, promise, owner, licence, steps, blockers, dates."""

    key = "make_better"

    def build(self) -> None:
        """Tabs, then the sheet."""
        self.tabs = ImprovementTabs(self.look)
        self.tabs.turned.connect(self.read)
        self.content.addWidget(self.tabs)
        self.empty = Words(_("Pick one thing, then make its plan here."), self.look, "h2", "grey")
        self.content.addWidget(self.empty)
        self.sheet = QScrollArea()
        self.sheet.setWidgetResizable(True)
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.paper = Panel(self.look)
        self.sheet.setWidget(self.paper)
        self.content.addWidget(self.sheet, 1)
        self._fields: dict[str, Field] = {}
        self.paper.box.addLayout(self._top())
        self.paper.box.addLayout(self._plan())
        self.paper.box.addLayout(self._lists())
        self.paper.box.addLayout(self._foot())

    def read(self) -> None:
        """Show the plan of the tab that is open."""
        self.tabs.show_picks(self.workshop)
        pick = self.tabs.pick
        self.empty.setVisible(pick is None)
        self.sheet.setVisible(pick is not None)
        if pick is not None:
            pages = {page.slot: page for page in self.workshop.printing.plans()}
            slot = next(n for n, row_ in self.workshop.pick.slots().items() if row_.id == pick)
            self._show(pick, pages[slot])
        self.footed.emit()

    def footer(self) -> Footer:
        """What this plan still lacks."""
        pick = self.tabs.pick
        if pick is None:
            return Footer(_("Nothing is picked yet"), "", _("30-day check"))
        if self.workshop.make_better.plan(pick).locked_on:
            return Footer(_("Locked"), "", _("30-day check"))
        missing = self.workshop.make_better.missing(pick)
        grey = ", ".join(missing) or _("ready to be locked")
        return Footer(_("Not locked yet"), grey, _("30-day check"))

    def show_refusal(self, refusal: Refusal) -> None:
        """What is missing before it can be locked; a written reason is the way on."""
        if isinstance(refusal, NotReadyToLock):
            self._reason.show()
            self._reason.setFocus()
        super().show_refusal(refusal)

    def _top(self) -> QLayout:
        box = QHBoxLayout()
        said = QVBoxLayout()
        self._title = self._field("title", _("What we will do"), _("in a few words"), self._rename)
        self._title.setFont(self.look.font("h2"))
        said.addWidget(self._title)
        said.addWidget(Words(_("What customers said"), self.look, "label", "accent"))
        self._quotes = QVBoxLayout()
        said.addLayout(self._quotes)
        self._heard = Words("", self.look, "small", "grey")
        said.addWidget(self._heard)
        box.addLayout(said, 3)
        self._why = QVBoxLayout()
        box.addLayout(self._why, 2)
        return box

    def _plan(self) -> QLayout:
        grid = QGridLayout()
        places = (
            ("when", _("When a customer …"), _("rings"), self._promise),
            ("we", _("we …"), _("answer within a minute"), self._promise),
            ("owner", _("Who owns it"), _("one name"), self._own),
            ("helper", _("Who helps"), _("add a name"), self._help),
            (
                "may",
                _("Our licence: do what it takes, only ask us about"),
                _("money"),
                self._license,
            ),
            ("giver", _("Given by"), _("one name, not the owner"), self._license),
        )
        for place, (key, title, hint, write) in enumerate(places):
            column = QVBoxLayout()
            column.setSpacing(self.look.px(2))
            column.addWidget(Words(title, self.look, "label", "accent"))
            column.addWidget(self._field(key, title, hint, write))
            grid.addLayout(column, place // 2, place % 2)
        return grid

    def _lists(self) -> QLayout:
        box = QHBoxLayout()
        self._steps = Lines(self.look, _("First steps"))
        self._blocks = Lines(self.look, _("What could slow us down"))
        for title, lines, hint, add in (
            (_("What we will do first"), self._steps, _("what / who / 2026-11-26"), self._add_step),
            (_("What could slow us down"), self._blocks, _("what / who removes it"), self._block),
        ):
            column = QVBoxLayout()
            column.addWidget(Words(title, self.look, "label", "accent"))
            lines.setMinimumHeight(self.look.px(110))
            column.addWidget(lines, 1)
            field = AddLine(hint, add)
            field.setAccessibleName(f"{title}: {hint}")
            column.addWidget(field)
            box.addLayout(column)
        return box

    def _foot(self) -> QLayout:
        line = QHBoxLayout()
        self._start = Day(_("Start"), lambda day: self._schedule(day, None))
        self._check = Day(_("Ask customers on"), self._move_check)
        for title, day in ((_("Start"), self._start), (_("Ask customers on"), self._check)):
            line.addWidget(Words(title, self.look, "label", "accent"))
            line.addWidget(day)
        self._reason = Field(_("Reason"), _("why it is locked all the same"), lambda _text: True)
        self._reason.hide()
        line.addWidget(self._reason, 1)
        line.addStretch(1)
        self._lock = button(_("Lock the plan"), "primary")
        self._lock.clicked.connect(lambda _on=False: self._lock_or_unlock())
        line.addWidget(self._lock)
        return line

    def _field(self, key: str, name: str, hint: str, write: Callable[[str], object]) -> Field:
        self._fields[key] = Field(name, hint, write)
        return self._fields[key]

    def _show(self, pick: PickId, page: PlanPage) -> None:
        self._show_fields(page)
        text = _("{heard} of the {asked} customers we talked to asked for something like this.")
        self._heard.setText(text.format(heard=page.heard, asked=page.asked))
        quotes = [f"“{quote.words}” — {quote.said_by}" for quote in page.quotes[:3]]
        _fill(self._quotes, [Words(q, self.look, "verbatim_list", "quote") for q in quotes])
        reasons = [f"{_MARKS[reason.answer]}  {reason.title}" for reason in page.reasons]
        _fill(self._why, [Words(reason, self.look) for reason in reasons])
        steps = self.workshop.make_better.steps(pick)
        self._steps.show_rows([self._step_row(step) for step in steps])
        blockers = self.workshop.make_better.blockers(pick)
        self._blocks.show_rows([self._block_row(n, b) for n, b in enumerate(blockers, start=1)])

    def _show_fields(self, page: PlanPage) -> None:
        locked = page.locked_on is not None
        for key, text in {
            "title": page.title,
            "when": page.promise_when,
            "we": page.promise_we,
            "owner": page.owner,
            "helper": ", ".join(page.helpers),
            "may": page.licence.may,
            "giver": page.licence.giver,
        }.items():
            self._fields[key].show_text(text)
            self._fields[key].setReadOnly(locked)
        self._start.show_day(page.start_on)
        self._check.show_day(page.check_on)
        for day in (self._start, self._check):
            day.setEnabled(not locked)
        self._lock.say(_("Unlock the plan") if locked else _("Lock the plan"))

    def _lock_or_unlock(self) -> None:
        better, reason = self.workshop.make_better, self._reason.text()

        def action(pick: PickId) -> object:
            return better.unlock(pick) if better.plan(pick).locked_on else better.lock(pick, reason)

        if self._with_pick(action):
            self._reason.clear()
            self._reason.hide()


_MARKS = {"yes": "✓", "no": "✗", "unsure": "?", "": "○"}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _fill(box: QVBoxLayout, widgets: list[Words]) -> None:
    clear(box)
    for widget in widgets:
        box.addWidget(widget)
