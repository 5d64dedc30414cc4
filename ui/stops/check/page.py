"""Stop 6, the 30-day check: what they said before, what they say now, and the verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cxworkshop import catalogue, days
from cxworkshop.compat import override
from cxworkshop.errors import NobodyAsked, Refusal, WrongLines
from cxworkshop.i18n import _, ngettext, ordinal
from cxworkshop.model import DayCheck, NextStep, Pick, PickId, Verdict
from cxworkshop.queries.check_sheet import CheckSheet, SheetRow
from cxworkshop.queries.rounds import day_of
from ui.stops.check.answers import AnswerEntry, answer_row, empty_row, quote_row
from ui.stops.check.columns import ColumnHead, days_of, side
from ui.stops.check.sheet_form import CheckSheetForm
from ui.stops.check.verdict_panel import VerdictPanel
from ui.stops.page import StopPage
from ui.widgets.drafts import Drafts, Typed
from ui.widgets.fields import Field
from ui.widgets.footer import Footer
from ui.widgets.improvement_tabs import ImprovementTabs, TabFace
from ui.widgets.labels import Hairline, Label, Panel, small_button
from ui.widgets.lists import RowList
from ui.widgets.scroll_area import ScrollArea

THIRTY = 30
ENOUGH = 3


class CheckLaidOut(StopPage):
    """The parts of the page and where they stand."""

    key = "check"

    @override
    def build(self) -> None:
        """Tabs, both sides, and the verdict below."""
        self.tabs = ImprovementTabs(self.theme)
        self.content.addWidget(self.tabs)
        text = _("Lock a plan first; then its customers are asked here.")
        self.empty = Label(text, self.theme, "h2", "grey")
        self.content.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self._body = ScrollArea(self.theme.px(12))
        sides = QHBoxLayout()
        sides.setSpacing(self.theme.px(20))
        sides.addWidget(self._before_side(), 352)
        sides.addWidget(self._now_side(), 698)
        self._body.box.addLayout(sides, 1)
        self.note = Field(
            _("Our own view"), _("Our own view, which is no verdict"), self.write_note, "inline"
        )
        self.outcome = VerdictPanel(self.theme, self.note)
        self._body.box.addWidget(self.outcome)
        self.content.addWidget(self._body, 1)
        self.form = CheckSheetForm(self.theme, self.look_at_sheet)
        self.form.hide()
        self.content.addWidget(self.form, 1)
        self.sheet_press = small_button(_("From a check sheet"), lead="paper")
        self.sheet_press.setCheckable(True)
        self.sheet_press.show_key("Ctrl+G")
        self.tools.addWidget(self.sheet_press)
        self.connect_parts()

    def connect_parts(self) -> None:
        """Let the parts be heard."""
        raise NotImplementedError

    def look_at_sheet(self, rows: Sequence[SheetRow]) -> CheckSheet:
        """Whom the rows of a sheet mean, and what does not fit."""
        raise NotImplementedError

    def write_note(self, text: str) -> object:
        """Our own view."""
        raise NotImplementedError

    def _before_side(self) -> Panel:
        panel = side(self, _("What they said before"))
        self._before_day = ColumnHead(self, _("What they said before"))
        panel.box.addWidget(self._before_day)
        self.before = RowList(self.theme, _("What they said before"))
        panel.box.addWidget(self.before, 1)
        return panel

    def _now_side(self) -> Panel:
        panel = side(self, _("What they say now"))
        self._asked = ColumnHead(self, _("What they say now"))
        panel.box.addWidget(self._asked)
        self.entry = AnswerEntry(self.theme, catalogue.check_question())
        panel.box.addWidget(self.entry)
        self.now = RowList(self.theme, _("What they say now"))
        self.now.setMinimumHeight(self.theme.px(104))
        panel.box.addWidget(self.now, 1)
        return panel


class CheckShown(CheckLaidOut):
    """What stop 6 shows: words before beside words after, and the rows of a sheet."""

    _shown: tuple[PickId | None, int] = (None, 0)
    _drafts: Drafts

    @override
    def read(self) -> None:
        """Show the latest check of the tab that is open."""
        picks = self.tabs.show_picks(self.workshop)
        self.tabs.show_faces([self._face(pick) for pick in picks])
        pick = self.tabs.pick
        check = self._latest(pick)
        self.tabs.setVisible(bool(picks))
        self.sheet_press.setVisible(check is not None)
        sheet = self.sheet_press.isChecked()
        self._body.setVisible(check is not None and not sheet)
        self.form.setVisible(check is not None and sheet)
        self.empty.setVisible(check is None)
        if pick is not None and check is not None:
            self._drafts.turn_to(pick)
            self._show(pick, check)
        self.footed.emit()

    @override
    def footer(self) -> Footer:
        """The day of thirty, when customers are asked, and how many have answered."""
        pick, onward = self.tabs.pick, _("Replace-the-staff test")
        check = self._latest(pick)
        if pick is None or check is None:
            return Footer(_("Nobody has asked a customer yet"), "", onward)
        start = self.workshop.make_better.plan(pick).start_on
        day = day_of(start, self.workshop.today) if start else 0
        counted = _("Day {n} of 30").format(n=max(day, 0))
        bold = counted if day <= THIRTY else _("The thirty days are over")
        grey = _("Customers are asked {day}.").format(day=days.short(check.due_on))
        if check.attempt > 1:
            again = _("Asked for the {nth} time.").format(nth=ordinal(check.attempt))
            grey = f"{grey} {again}"
        return Footer(bold, grey, onward)

    @override
    def look_at_sheet(self, rows: Sequence[SheetRow]) -> CheckSheet:
        """Whom the rows mean; of an improvement that nobody checks, nothing."""
        pick = self.tabs.pick
        if pick is None or self._latest(pick) is None:
            return CheckSheet()
        return self.workshop.check.sheets.preview(pick, rows)

    def _latest(self, pick: PickId | None) -> DayCheck | None:
        if pick is None:
            return None
        try:
            return self.workshop.check.latest(pick)
        except NobodyAsked:
            return None

    def _face(self, pick: Pick) -> TabFace:
        check = self._latest(pick.id)
        if check is None:
            return TabFace("thin", 0.0, _("not locked yet"))
        if check.verdict is not None:
            return TabFace("disc", 1.0, _verdict_note(check))
        n = len(self.workshop.check.answers(pick.id))
        if n == 0:
            return TabFace("thin", 0.0, _("no answer yet"))
        note = ngettext("{n} answer", "{n} answers", n).format(n=n)
        return TabFace("arc", min(n / ENOUGH, 1) * 0.75, note)  # the verdict is the last quarter

    def _show(self, pick: PickId, check: DayCheck) -> None:
        asking = self.workshop.check
        self._show_before(pick)
        answers = asking.said_now(pick)
        self.entry.show_customers(asking.to_ask(pick))
        self.form.offer(asking.to_ask(pick))
        rows: list[QWidget] = [answer_row(self.theme, said) for said in answers]
        self.now.show_rows(rows or [empty_row(self.theme, self._nothing_yet(check))])
        if (pick, len(answers)) != self._shown:
            self.now.show_last()
        self._shown = (pick, len(answers))
        self._asked.say(self._asked_by(pick))
        self.outcome.show_counts(asking.marks(pick), asking.few_answers(pick) or "")
        self.outcome.show_expected(asking.expectation(pick), all_in=check.all_in)
        self.outcome.show_verdict(check)
        self.note.show_text(check.notes)

    def _show_before(self, pick: PickId) -> None:
        before = self.workshop.check.said_before(pick)
        rows: list[QWidget] = [quote_row(self.theme, said) for said in before if said.words]
        page = next(p for p in self.workshop.content.plans() if p.slot == self.tabs.slot)
        spoke = _("{n} of {all} customers spoke of it").format(n=page.heard, all=page.asked)
        count = Label(spoke, self.theme, "small", "grey")
        self.before.show_rows([*rows, Hairline(self.theme), count])
        self._before_day.say(days_of([said.day for said in before if said.day]))

    def _asked_by(self, pick: PickId) -> str:
        plan = self.workshop.make_better.plan(pick)
        who = plan.who_asks or _("those who do it")
        when = days_of([said.day for said in self.workshop.check.said_now(pick) if said.day])
        if when:
            return _("asked by {who}, {days}").format(who=who, days=when)
        whom = plan.whom or _("those who said it")
        return _("{who} ask {whom}").format(who=who, whom=whom)

    def _nothing_yet(self, check: DayCheck) -> str:
        if check.due_on > self.workshop.today:
            text = _("Day 30 is {day}. Until then, make it better.")
            return text.format(day=days.short(check.due_on))
        return _("Nobody has asked a customer yet.")


class CheckPage(CheckShown):
    """What keys and buttons do; the expectation stays covered until answers are in."""

    @override
    def connect_parts(self) -> None:
        """Each thing that a person can do."""
        self.tabs.turned.connect(self.read)
        self.entry.given.connect(self._heard)
        self.entry.unmarked.connect(self._ask_mark)
        self.outcome.judged.connect(self._judge)
        self.outcome.went_on.connect(self._go_on)
        self.outcome.all_in.connect(lambda: self._with_pick(self.workshop.check.mark_all_in))
        self.sheet_press.clicked.connect(self.show_sheet)
        self.form.taken.connect(lambda _rows: self._take_sheet(but_these=False))
        self.form.left.connect(lambda: self.show_sheet(on=False))
        self._drafts = Drafts(self._typed, self._put_typed)

    @override
    def draft(self) -> str:
        """An answer that is half typed, with its mark."""
        return self._drafts.as_text()

    @override
    def take_draft(self, text: str) -> None:
        """Back at the same improvement, with the same words."""
        here = self._drafts.read(text)
        self.tabs.turn_to(here)
        if self.form.draft():
            self.show_sheet(on=True)

    @property
    def words(self) -> QLineEdit:
        """The box for what a customer says now."""
        return self.entry.words

    def from_paper(self) -> None:
        """Ctrl+G: a check sheet, and back to the answers."""
        if self._latest(self.tabs.pick) is not None:
            self.show_sheet(on=not self.sheet_press.isChecked())

    def show_sheet(self, on: bool) -> None:
        """From the answers to a paper sheet, and back; what is half typed stays in both."""
        self.sheet_press.setChecked(on)
        self.refusal.hide()
        self.read()
        if on:
            self.form.focus_first()
        else:
            self.entry.words.setFocus()

    @override
    def show_refusal(self, refusal: Refusal) -> None:
        """Rows that don't fit: put them right, or take the others."""
        if isinstance(refusal, WrongLines) and refusal.fitting:
            self.refusal.show_sentence(
                str(refusal),
                fine=_("Put it right"),
                other=_("All but these"),
                otherwise=lambda: self._take_sheet(but_these=True),
                leave=self.form.focus_wrong,
            )
        else:
            super().show_refusal(refusal)

    def _with_pick(self, action: Callable[[PickId], object]) -> bool:
        pick = self.tabs.pick
        return pick is not None and self.bridge.attempt(lambda: action(pick))

    def _heard(self) -> None:
        mark = self.entry.mark
        if mark is None:
            return
        words, (customer, kind) = self.entry.words.text(), self.entry.who

        def action(pick: PickId) -> object:
            return self.workshop.check.record_answer(
                pick, words, mark, customer=customer, kind=kind
            )

        if self._with_pick(action):
            self.entry.clear()
            self.entry.words.setFocus()

    def _take_sheet(self, *, but_these: bool) -> None:
        """All rows as one step; those that don't fit stay where they are."""
        rows = self.form.told()
        whole = {one.row.number for one in self.look_at_sheet(rows).complete}

        def action(pick: PickId) -> object:
            return self.workshop.check.sheets.take(pick, rows, but_these=but_these)

        if self._with_pick(action):
            self.form.clear(whole)
            self.show_sheet(on=bool(self.form.draft()))

    def _ask_mark(self) -> None:
        """The keyboard goes where the answer is, so one digit and Enter are enough."""
        self.refusal.show_sentence(_("Choose the mark first. What does this customer notice?"))
        self.entry.marks.take_keys()

    @override
    def write_note(self, text: str) -> object:
        """Our own view: welcome, and no verdict."""
        return self._with_pick(lambda pick: self.workshop.check.write_note(pick, text)) or None

    def _judge(self, verdict: Verdict) -> None:
        if not self._with_pick(partial(self._give, verdict)):
            self.read()

    def _give(self, verdict: Verdict, pick: PickId) -> DayCheck:
        return self.workshop.check.give_verdict(pick, verdict)

    def _go_on(self, after: NextStep) -> None:
        if not self._with_pick(lambda pick: self.workshop.check.choose_next_step(pick, after)):
            self.read()

    def _typed(self) -> Typed:
        return {**self.entry.typed(), "sheet": self.form.draft()}

    def _put_typed(self, typed: Typed) -> None:
        self.entry.put_typed(typed)
        self.form.take_draft(typed.get("sheet", ""))


def _verdict_note(check: DayCheck) -> str:
    if check.after is NextStep.AGAIN:
        return _("another 30 days")
    if check.after is NextStep.BACK:
        return _("back to the list")
    notes = {
        Verdict.NOTICE: _("customers notice"),
        Verdict.SOME: _("some customers notice"),
        Verdict.NONE: _("they don’t notice"),
    }
    return notes[check.verdict] if check.verdict else ""
