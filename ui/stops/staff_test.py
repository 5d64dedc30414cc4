"""Stop 7, the replace-the-staff test: the question, large, and six headings that are no persons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cxworkshop import catalogue, days
from cxworkshop.errors import NeedsFix, Refusal
from cxworkshop.i18n import _
from cxworkshop.model import Fix, Heading, Pick, PickId, StaffTest, TestAnswer
from ui.foot import Footer
from ui.improvements import ImprovementTabs, TabFace
from ui.lists import scrolling
from ui.staff.heading import HeadingPanel, Shown
from ui.staff.sure import FixShown, SurePanel
from ui.stops.page import StopPage
from ui.words import Words

ASK_AGAIN_DAYS = 14
ACROSS, NARROW = 3, 760  # headings in a row; below so many pixels two
BREAK = "\x1f"


class StaffTestPage(StopPage):
    """Answers under six headings, each with where to find it; then sure or not sure."""

    key = "staff_test"
    says_aloud = False  # what is said is the question, and that stands below, large

    def build(self) -> None:
        """The question, the headings, and the two answers."""
        self.tabs = ImprovementTabs(self.look)
        self.tabs.turned.connect(self.read)
        self.content.addWidget(self.tabs)
        self.empty = Words("", self.look, "h2", "grey")
        self.content.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(10))
        column.addWidget(Words(self.stop.say, self.look, "question"))
        self._grid = QGridLayout()
        self._grid.setSpacing(self.look.px(10))
        self.headings = [
            HeadingPanel(heading, self.look, self._add) for heading in catalogue.headings()
        ]
        for panel in self.headings:
            panel.aside_wanted.connect(self._set_aside)
        self._place_headings(ACROSS)
        column.addLayout(self._grid, 1)
        first_day = self.workshop.today + timedelta(days=ASK_AGAIN_DAYS)
        self.answer = SurePanel(self.look, first_day)
        self.answer.sure.connect(lambda: self._decide(self.workshop.staff_test.sure))
        self.answer.not_sure.connect(self._not_sure)
        self.answer.finished.connect(self._finish)
        column.addWidget(self.answer)
        self._scroll = scrolling(inside)
        self.content.addWidget(self._scroll, 1)

    def enter(self) -> None:
        """The tabs have the keys."""
        super().enter()
        self.tabs.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own
        """With large text two headings stand in a row, not three."""
        super().resizeEvent(event)
        self._place_headings(ACROSS if self.width() >= self.look.px(NARROW) else ACROSS - 1)

    def read(self) -> None:
        """Show the answers of all attempts."""
        picks = self.tabs.show_picks(self.workshop)
        self.tabs.show_faces([self._face(pick) for pick in picks])
        self.tabs.setVisible(bool(picks))
        self._scroll.setVisible(bool(picks))
        self.empty.setVisible(not picks)
        self.empty.setText(_("Checked first, then this question."))
        pick = self.tabs.pick
        if pick is not None:
            self._show(pick)
        self.footed.emit()

    def footer(self) -> Footer:
        """How often it was asked, and whether it is kept."""
        onward = _("Share and repeat")
        pick = self.tabs.pick
        if pick is None:
            return Footer(_("Checked first, then this question"), "", onward)
        story = self.workshop.share.story(pick)
        return Footer(
            _("Kept") if story.kept else _("Not kept yet"), story.why_not_kept or "", onward
        )

    def draft(self) -> str:
        """A fix and answers that are half typed."""
        fields = [field.text() for panel in self.headings for field in (panel.words, panel.where)]
        parts = [*self.answer.words(), *fields]
        return BREAK.join(parts) if any(parts) else ""

    def take_draft(self, text: str) -> None:
        """Put them back."""
        fix, who, *fields = text.split(BREAK)
        self.answer.put_words(fix, who)
        for place, panel in enumerate(self.headings):
            panel.words.setText(fields[2 * place])
            panel.where.setText(fields[2 * place + 1])

    def show_refusal(self, refusal: Refusal) -> None:
        """What a "not sure" still wants is asked for where it is written."""
        super().show_refusal(refusal)
        if isinstance(refusal, NeedsFix):
            self.answer.ask_for_fix()

    def _place_headings(self, across: int) -> None:
        for place, panel in enumerate(self.headings):
            self._grid.addWidget(panel, place // across, place % across)

    def _face(self, pick: Pick) -> TabFace:
        decided = [t for t in self.workshop.staff_test.attempts(pick.id) if t.sure is not None]
        if pick.locked_on is None:
            return TabFace("thin", 0.0, _("not locked yet"))
        if not decided:
            return TabFace("thin", 0.0, _("not asked yet"))
        if decided[-1].sure:
            times = _("sure, asked {n} times").format(n=len(decided))
            return TabFace("disc", 1.0, times if len(decided) > 1 else _("sure"))
        fixes = self.workshop.staff_test.fixes(pick.id)
        runs = any(fix.done_on is None for fix in fixes)
        note = _("not sure, a fix is running") if runs else _("not sure, ask again")
        return TabFace("open", 0.0, note)

    def _show(self, pick: PickId) -> None:
        tests = self.workshop.staff_test
        answers = tests.answers(pick)
        locked = self.workshop.make_better.plan(pick).locked_on is not None
        for panel, heading in zip(self.headings, catalogue.headings(), strict=True):
            here = [self._shown(row) for row in answers if row.heading == heading.key]
            panel.show_answers(here, can_add=locked)
        attempts = tests.attempts(pick)
        decided = [test for test in attempts if test.sure is not None]
        self.answer.show_state(
            decided[-1].sure if decided else None,
            [self._fix(fix) for fix in tests.fixes(pick)],
            [_asked(test) for test in decided],
        )

    def _shown(self, row: TestAnswer) -> Shown:
        people = self.workshop.staff_test.people_in(row.words)
        return Shown(row.id, row.words, row.where_to_find, people[0] if people else "")

    def _fix(self, fix: Fix) -> FixShown:
        if fix.done_on is not None:
            done = _("done {day}").format(day=days.day_month(fix.done_on))
            return FixShown(fix.id, f"{fix.words}, {done}", due=False)
        who = self.workshop.people.name_of(fix.who)
        return FixShown(fix.id, f"{fix.words}, {who}, {days.short(fix.by_when)}", due=True)

    def _with_pick(self, action: Callable[[PickId], object]) -> bool:
        pick = self.tabs.pick
        return pick is not None and self.bridge.did(lambda: action(pick))

    def _decide(self, action: Callable[[PickId], object]) -> None:
        if not self._with_pick(action):
            self.read()  # the button that was pressed goes back to what is so

    def _add(self, heading: Heading, words: str, where: str) -> bool:
        return self._with_pick(
            lambda pick: self.workshop.staff_test.answer(pick, heading, words, where)
        )

    def _set_aside(self, answer: str) -> None:
        self.bridge.do(lambda: self.workshop.staff_test.set_aside(answer))

    def _not_sure(self, fix: str, who: str, day: date | None) -> None:
        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Not sure that it stays")):
                person = self.workshop.people.named(who) if who else None
                return self.workshop.staff_test.not_sure(pick, fix, person, day)

        if self._with_pick(action):
            self.answer.put_words("", "")
        else:
            self.read()

    def _finish(self, fix: str) -> None:
        self.bridge.do(lambda: self.workshop.staff_test.finish_fix(fix))


def _asked(test: StaffTest) -> tuple[str, str]:
    """A ring and "11 Dec, not sure"."""
    text = _("{day}, sure") if test.sure else _("{day}, not sure")
    return "disc" if test.sure else "open", text.format(day=days.day_month(test.asked_on))
