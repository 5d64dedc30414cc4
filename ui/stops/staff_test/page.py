"""Stop 7, the replace-the-staff test: the question, large, and six headings that are no persons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cxworkshop import catalogue, days
from cxworkshop.compat import override
from cxworkshop.errors import NeedsFix, Refusal
from cxworkshop.i18n import _, ngettext, ordinal
from cxworkshop.model import Fix, Heading, Pick, PickId, StaffTest
from ui.stops.page import StopPage
from ui.stops.staff_test.headings import AnswerCard, HeadingColumn
from ui.stops.staff_test.verdict import FixLine, StaffTestVerdict, fix_words
from ui.widgets.drafts import Drafts, Typed
from ui.widgets.footer import Footer
from ui.widgets.improvement_tabs import ImprovementTabs, TabFace
from ui.widgets.labels import Label
from ui.widgets.scroll_area import ScrollArea

ASK_AGAIN_DAYS = 14
LARGE = 115  # with larger text than this the whole page scrolls as one


class StaffTestPage(StopPage):
    """Answers under six headings, each with where to find it; then sure or not sure."""

    key = "staff_test"
    says_aloud = False  # what is said is the question, and that stands below, large

    @override
    def build(self) -> None:
        """The question, the headings, and the two answers."""
        self.tabs = ImprovementTabs(self.theme)
        self.tabs.turned.connect(self.read)
        self.content.addWidget(self.tabs)
        text = _("Checked first, then this question.")
        self.empty = Label(text, self.theme, "h2", "grey")
        self.content.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self._body = ScrollArea(self.theme.px(12))
        self._body.box.setSpacing(self.theme.px(8))
        self._body.box.addWidget(Label(self.stop.say, self.theme, "question"))
        self._body.box.addWidget(self._headings(), 1)
        self.sureness = StaffTestVerdict(self.theme)
        self.sureness.sure.connect(self._sure)
        self.sureness.unsure.connect(self._not_sure)
        self.sureness.finished.connect(self._finish)
        self._body.box.addWidget(self.sureness)
        self.content.addWidget(self._body, 1)
        self._drafts = Drafts(self._typed, self._put_typed)

    def _headings(self) -> QWidget:
        """They scroll for themselves between the question and the answer, where there is room."""
        own = self.theme.percent <= LARGE
        place: ScrollArea | QWidget = ScrollArea(self.theme.px(12)) if own else QWidget()
        grid = QGridLayout() if isinstance(place, ScrollArea) else QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.theme.px(10))
        if isinstance(place, ScrollArea):
            place.box.addLayout(grid)
            place.setMinimumHeight(self.theme.px(150))
        self._columns: dict[str, HeadingColumn] = {}
        for n, heading in enumerate(catalogue.headings()):
            add = partial(self._add, Heading(heading.key))
            column = HeadingColumn(self.theme, heading, add, self._set_aside)
            self._columns[heading.key] = column
            grid.addWidget(column, n // 3, n % 3)
            grid.setColumnStretch(n % 3, 1)
            grid.setRowStretch(n // 3, 1)
        return place

    @override
    def read(self) -> None:
        """Show the answers of all attempts."""
        picks = self.tabs.show_picks(self.workshop)
        self.tabs.show_faces([self._face(pick) for pick in picks])
        pick = self.tabs.pick
        self.tabs.setVisible(bool(picks))
        self._body.setVisible(pick is not None)
        self.empty.setVisible(pick is None)
        if pick is not None:
            self.sureness.propose(self.workshop.today + timedelta(days=ASK_AGAIN_DAYS))
            self._drafts.turn_to(pick)
            self._show(pick)
        self.footed.emit()

    @override
    def footer(self) -> Footer:
        """How often it was asked, and whether it is kept."""
        pick = self.tabs.pick
        if pick is None:
            return Footer(_("Checked first, then this question"), "", _("Share and repeat"))
        story = self.workshop.share.outcome(pick)
        asked = sum(test.sure is not None for test in self.workshop.staff_test.attempts(pick))
        bold = _("Kept") if story.kept else _("Not kept yet")
        times = ngettext("Asked {n} time.", "Asked {n} times.", asked).format(n=asked)
        why = story.why_not_kept or ""
        grey = f"{why[:1].upper()}{why[1:]} {times}".strip()
        return Footer(bold, grey, _("Share and repeat"))

    @override
    def draft(self) -> str:
        """Answers and fixes that are half typed."""
        return self._drafts.as_text()

    @override
    def take_draft(self, text: str) -> None:
        """Back at the same improvement, with the same words."""
        self.tabs.turn_to(self._drafts.read(text))

    @override
    def show_refusal(self, refusal: Refusal) -> None:
        """Not sure wants a fix: the way on is the field for it."""
        super().show_refusal(refusal)
        if isinstance(refusal, NeedsFix):
            what, who, _day = self.sureness.fix()
            field = self.sureness.day if what and who else self.sureness.who
            wanted = field if what else self.sureness.what
            self.refusal.show_sentence(str(refusal), leave=wanted.setFocus)

    def _show(self, pick: PickId) -> None:
        testing = self.workshop.staff_test
        answers = testing.answers(pick)
        for key, column in self._columns.items():
            cards = [
                AnswerCard(a.id, a.words, a.where_to_find, testing.person_in(a.words))
                for a in answers
                if a.heading == key
            ]
            column.show_cards(cards)
        tests = testing.attempts(pick)
        self.sureness.show_answer(tests[-1].sure if tests else None)
        self.sureness.show_fixes([self._fix_line(fix) for fix in testing.fixes(pick)])
        fixing = [fix.by_when for fix in testing.fixes(pick) if fix.done_on is None]
        self.sureness.show_history(_history(tests, max(fixing, default=None)))

    def _fix_line(self, fix: Fix) -> FixLine:
        who = self.workshop.people.name_of(fix.who)
        return FixLine(fix.id, fix_words(fix.words, who, fix.by_when), fix.done_on is not None)

    def _face(self, pick: Pick) -> TabFace:
        testing = self.workshop.staff_test
        decided = [test for test in testing.attempts(pick.id) if test.sure is not None]
        if not decided:
            return TabFace("thin", 0.0, _("not asked yet"))
        if decided[-1].sure:
            again = _("sure, asked {n} times").format(n=len(decided))
            return TabFace("disc", 1.0, again if len(decided) > 1 else _("sure"))
        running = any(fix.done_on is None for fix in testing.fixes(pick.id))
        note = _("not sure, a fix is running") if running else _("fixed: ask again")
        return TabFace("open", 0.0, note)

    def _with_pick(self, action: Callable[[PickId], object]) -> bool:
        pick = self.tabs.pick
        return pick is not None and self.bridge.attempt(lambda: action(pick))

    def _add(self, heading: Heading, words: str, where: str) -> bool:
        testing = self.workshop.staff_test
        return self._with_pick(lambda pick: testing.add_answer(pick, heading, words, where))

    def _set_aside(self, answer: str) -> None:
        self.bridge.attempt(lambda: self.workshop.staff_test.set_aside(answer))

    def _sure(self) -> None:
        """Said once a day: a second click on what is said already is no second asking."""
        tests = self.workshop.staff_test.attempts(self.tabs.pick) if self.tabs.pick else []
        said = bool(tests) and tests[-1].sure and tests[-1].asked_on == self.workshop.today
        if said or not self._with_pick(self.workshop.staff_test.mark_sure):
            self.read()

    def _not_sure(self) -> None:
        words, who, day = self.sureness.fix()

        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Not sure that it stays")):
                person = self.workshop.people.find_or_add(who) if who else None
                return self.workshop.staff_test.mark_not_sure(pick, words, person, day)

        if self._with_pick(action):
            self.sureness.put_typed({})
        else:
            self.read()

    def _finish(self, fix: str) -> None:
        self.bridge.attempt(lambda: self.workshop.staff_test.finish_fix(fix))

    def _typed(self) -> Typed:
        typed = self.sureness.typed()
        for key, column in self._columns.items():
            typed[f"{key} words"], typed[f"{key} where"] = column.typed()
        return typed

    def _put_typed(self, typed: Typed) -> None:
        self.sureness.put_typed(typed)
        for key, column in self._columns.items():
            column.put_typed(typed.get(f"{key} words", ""), typed.get(f"{key} where", ""))


def _history(tests: list[StaffTest], again: date | None) -> list[tuple[str, str]]:
    """Every asking with its answer; then the one that is open, or the day of the next."""
    lines = []
    for test in tests:
        if test.sure is None:
            lines.append(("thin", _("now, for the {nth} time").format(nth=ordinal(test.attempt))))
            continue
        day = days.day_month(test.asked_on)
        said = _("{day}, sure") if test.sure else _("{day}, not sure")
        lines.append(("disc" if test.sure else "open", said.format(day=day)))
    if again is not None and tests[-1].sure is False:
        lines.append(("thin", _("again {day}").format(day=days.short(again))))
    return lines or [("thin", _("not asked yet"))]
