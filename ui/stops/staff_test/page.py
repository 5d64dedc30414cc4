"""Stop 7, the replace-the-staff test: the question, large, and six headings that are no persons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from cxworkshop.errors import NeedsFix, Refusal
from cxworkshop.i18n import _, n_
from cxworkshop.model import Heading, PickId, StaffTest
from cxworkshop.open_thing import OpenKind
from ui.stops.head_place import HeadPlace
from ui.stops.page import StopPage, empty_state
from ui.stops.staff_test.headings import HeadingGrid
from ui.stops.staff_test.progress import history, staff_test_footer, tab_face, who_else
from ui.stops.staff_test.verdict import StaffTestVerdict
from ui.widgets.drafts import Drafts, Typed
from ui.widgets.footer import Footer
from ui.widgets.improvement_tabs import ImprovementTabs
from ui.widgets.labels import Label
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.tab_strip import TabStrip

LARGE = 115  # percent: with larger text than this the whole page scrolls as one


class StaffTestPage(StopPage):
    """Answers under six headings, each with where to find it; then sure or not sure."""

    key = "staff_test"
    prints = n_("Print test sheets")
    says_aloud = False  # what is said aloud is the question, which stands below, large

    @override
    def build(self) -> None:
        self.tabs = ImprovementTabs(self.theme, OpenKind.STAFF_TEST, OpenKind.FIX)
        self.tabs.turned.connect(self.refusal.hide)  # it was of the last improvement
        self.tabs.turned.connect(self.read)
        strip = TabStrip(self.tabs)
        self.content.addWidget(strip)
        text = _("Checked first, then this question.")
        self.empty = empty_state(self, 6, text)
        self.content.addWidget(self.empty, 1)
        self.headings = HeadingGrid(self.theme, self._add, self._set_aside)
        self.verdict = StaffTestVerdict(
            self.theme,
            self._write_against,
            lambda: self.workshop.today,
            self.workshop.people.names,
        )
        self.verdict.sure.connect(self._sure)
        self.verdict.unsure.connect(self._not_sure)
        self.verdict.finished.connect(self._finish)
        self.verdict.reopened.connect(self._reopen)
        self._body = ScrollArea(self.theme.px(12), self)
        self._body.box.setSpacing(self.theme.px(8))
        self._question = Label(self.stop.say, self.theme, "question")
        self._body.box.addWidget(self._question)
        self._body.box.addWidget(self._place_headings(), 1)
        self._body.box.addWidget(self.verdict)
        self.content.addWidget(self._body, 1)
        self._head_place = self._scrolling_head(strip)
        self._drafts = Drafts(self._typed, self._set_typed)

    def _scrolling_head(self, strip: TabStrip) -> HeadPlace:
        return HeadPlace(
            self.theme,
            self,
            self.head_bar,
            self._body,
            self.content,
            strip,
            scrolls=lambda: self.tabs.pick is not None,
        )

    def _place_headings(self) -> QWidget:
        """Let them scroll by themselves between the question and the verdict, if text is small."""
        if self.theme.percent > LARGE:
            place = QWidget()
            place.setLayout(self.headings.layout)
            return place
        area = ScrollArea(self.theme.px(12))
        area.box.addLayout(self.headings.layout)
        area.setMinimumHeight(self.theme.px(150))
        return area

    @override
    def read(self) -> None:
        picks = self.tabs.show_picks(self.workshop)
        self.tabs.show_faces([tab_face(self.workshop, pick.id) for pick in picks])
        pick = self.tabs.pick
        self.tabs.setVisible(bool(picks))
        self._body.setVisible(pick is not None)
        self.empty.setVisible(pick is None)
        self._head_place.fit()
        if pick is not None:
            self.verdict.propose(self.workshop.staff_test.day_to_propose())
            self._drafts.turn_to(pick)
            self._show(pick)
        self.footer_changed.emit()

    @override
    def footer(self) -> Footer:
        return staff_test_footer(self.workshop, self.tabs.pick)

    @override
    def draft(self) -> str:
        return self._drafts.as_text()

    @override
    def take_draft(self, text: str) -> None:
        self.tabs.turn_to(self._drafts.read(text))

    @override
    def show_refusal(self, refusal: Refusal) -> None:
        """Show it; when a fix is missing, its button leads to the field to fill in."""
        super().show_refusal(refusal)
        if isinstance(refusal, NeedsFix):
            field = self.verdict.missing_field()
            self.refusal.show_sentence(str(refusal), leave=field.setFocus)

    def _show(self, pick: PickId) -> None:
        tests = self.workshop.staff_test
        self.headings.show_answers(tests, pick)
        self._question.setText(self.workshop.content.staff_test.question_about(pick))
        attempts = tests.attempts(pick)
        self.verdict.show_answer(self._answer_now(attempts[-1]) if attempts else None)
        self.verdict.against.show_text(tests.pulls_against(pick), pick)
        names = [row.name for row in tests.did_not_do_it(pick)]
        self.verdict.show_asked(names, who_else(self.workshop, pick))
        self.verdict.show_history(history(self.workshop, pick))

    def _answer_now(self, last: StaffTest) -> bool | None:
        """The answer that holds; after a "not sure" of an earlier day it is asked again."""
        return last.sure or (last.sure if last.asked_on == self.workshop.today else None)

    def _with_pick(self, action: Callable[[PickId], object]) -> bool:
        pick = self.tabs.pick
        return pick is not None and self.bridge.attempt(lambda: action(pick))

    def _add(self, heading: Heading, words: str, where: str) -> bool:
        tests = self.workshop.staff_test
        return self._with_pick(lambda pick: tests.add_answer(pick, heading, words, where))

    def _set_aside(self, answer: str) -> None:
        self.bridge.attempt(lambda: self.workshop.staff_test.set_aside(answer))

    def _write_against(self, words: str) -> object:
        tests = self.workshop.staff_test
        return self._with_pick(lambda pick: tests.write_pulls_against(pick, words)) or None

    def _sure(self) -> None:
        """Record it, once a day for each who is asked: a second click is no second attempt."""
        who = self.verdict.asked_of.currentText().strip()
        if self._is_known(who):
            self.read()
        elif self._with_pick(lambda pick: self.workshop.staff_test.mark_sure(pick, who)):
            self.verdict.asked_of.setEditText("")
        else:
            self.read()

    def _is_known(self, who: str) -> bool:
        tests = self.workshop.staff_test.attempts(self.tabs.pick) if self.tabs.pick else []
        last = tests[-1] if tests else None
        today = last is not None and bool(last.sure) and last.asked_on == self.workshop.today
        return today and last is not None and (not who or last.asked_of == who)

    def _not_sure(self) -> None:
        if not self.verdict.day.accept():
            self.read()
            return
        words, who, day = self.verdict.fix()
        asked_of = self.verdict.asked_of.currentText().strip()

        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Not sure that it stays")):
                person = self.workshop.people.find_or_add(who) if who else None
                return self.workshop.staff_test.mark_not_sure(pick, words, person, day, asked_of)

        if self._with_pick(action):
            self.verdict.set_typed({})
        else:
            self.read()

    def _finish(self, fix: str) -> None:
        self.bridge.do(lambda: self.workshop.staff_test.finish_fix(fix))

    def _reopen(self, fix: str) -> None:
        self.bridge.do(lambda: self.workshop.staff_test.reopen_fix(fix))

    def _typed(self) -> Typed:
        return {**self.verdict.typed(), **self.headings.typed()}

    def _set_typed(self, typed: Typed) -> None:
        self.verdict.set_typed(typed)
        self.headings.set_typed(typed)
