"""Stop 6, the 30-day check: those who said it, what they say now, the verdict, and looks again."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from cxworkshop.compat import override
from cxworkshop.errors import Refusal, WrongLines
from cxworkshop.i18n import _, n_
from cxworkshop.open_thing import OpenKind
from cxworkshop.stops import STOPS
from ui.stops.check.actions import CheckActions
from ui.stops.check.answers_view import AnswersView
from ui.stops.check.asked_list import SOMEBODY
from ui.stops.check.look_again import LookAgainPart
from ui.stops.check.progress import check_footer, tab_face
from ui.stops.check.sheet_form import CheckSheetForm
from ui.stops.head_place import HeadPlace
from ui.stops.page import StopPage, empty_state
from ui.widgets.drafts import Drafts, Typed
from ui.widgets.footer import Footer
from ui.widgets.improvement_tabs import ImprovementTabs
from ui.widgets.labels import small_button
from ui.widgets.tab_strip import TabStrip


class CheckPage(StopPage):
    """A tab for each improvement; its answers, or the form for a check sheet from paper."""

    key = "check"
    prints = n_("Print check sheets")

    @override
    def build(self) -> None:
        self.tabs = ImprovementTabs(self.theme, OpenKind.CHECK, OpenKind.NEXT_STEP)
        self.check_actions = CheckActions(self.bridge, self.tabs)
        text = _("Lock a plan first; then its {customers} are asked here.")
        self.empty = empty_state(self, 5, text)
        self.view = AnswersView(self.theme, self.check_actions, self)
        self.entry = self.view.asked.entry
        self.form = CheckSheetForm(self.theme, self.check_actions.preview_sheet, self)
        self.form.hide()
        self.looks = LookAgainPart(self.bridge, self.theme, self)
        self.content.addWidget(self.looks.bar)
        strip = TabStrip(self.tabs)
        self.content.addWidget(strip)
        self.content.addWidget(self.empty, 1)
        self.content.addWidget(self.view, 1)
        self.content.addWidget(self.form, 1)
        self.content.addWidget(self.looks.view, 1)
        self._head_place = self._scrolling_head(strip)
        self.sheet_button = small_button(_("From a check sheet"), lead="paper")
        self.sheet_button.setCheckable(True)
        self.sheet_button.show_key("Ctrl+G")
        self.tools.addWidget(self.sheet_button)
        self._drafts = Drafts(self._typed, self._set_typed)
        self._connect()

    def _scrolling_head(self, strip: TabStrip) -> HeadPlace:
        return HeadPlace(
            self.theme,
            self,
            self.head_bar,
            self.view.area,
            self.content,
            self.looks.bar,
            strip,
            scrolls=lambda: not self.view.isHidden(),
        )

    def _connect(self) -> None:
        self.tabs.turned.connect(self.refusal.hide)  # it was of the last improvement
        self.tabs.turned.connect(self._turn)
        self.entry.added.connect(self._add_answer)
        self.entry.mark_missing.connect(self._ask_mark)
        # After a refusal, `read` shows again what was chosen before.
        self.view.chosen.connect(self.read)
        self.view.tell_wanted.connect(lambda: self.stop_requested.emit(len(STOPS)))
        self.sheet_button.clicked.connect(self.show_sheet)
        self.form.taken.connect(lambda _rows: self._take_sheet(but_these=False))
        self.form.left.connect(lambda: self.show_sheet(on=False))
        self.looks.turned.connect(self._look_turned)

    def _turn(self) -> None:
        """Show the other check; whoever was typing goes on typing."""
        now = QApplication.focusWidget()
        typed = now is not None and self.view.isAncestorOf(now)
        self.read()
        if typed:
            self._take_keys()

    @override
    def enter(self) -> None:
        """Give the keyboard to the first answer that is missing."""
        super().enter()
        self._take_keys()

    @override
    def read(self) -> None:
        picks = self.tabs.show_picks(self.workshop)
        self.tabs.show_faces([tab_face(self.workshop, pick.id) for pick in picks])
        self.looks.read()
        check, sheet = self.check_actions.latest, self.sheet_button.isChecked()
        shown = check is not None and not self.looks.is_open
        self.tabs.setVisible(bool(picks) and not self.looks.is_open)
        self.sheet_button.setVisible(shown)
        self.view.setVisible(shown and not sheet)
        self.form.setVisible(shown and sheet)
        self._head_place.fit()
        self.empty.setVisible(check is None and not self.looks.is_open)
        if check is not None:
            self._drafts.turn_to(check.pick)
            if sheet:  # ten rows of fields, which most looks at this page never ask for
                self.form.offer(self.workshop.check.to_ask(check.pick))
            self.view.show_check(self.workshop, check)
        self.footer_changed.emit()

    def _look_turned(self) -> None:
        """Show the look that was opened; or, once it is left, the check, with the keyboard."""
        self.read()
        if not self.looks.is_open:
            self._take_keys()
            self.keyboard_left.emit()  # there may be no check to come back to

    @override
    def footer(self) -> Footer:
        return check_footer(self.workshop, self.check_actions.latest)

    @override
    def draft(self) -> str:
        return self._drafts.as_text()

    @override
    def take_draft(self, text: str) -> None:
        self.tabs.turn_to(self._drafts.read(text))
        if self.form.draft():
            self.show_sheet(on=True)

    def from_paper(self) -> None:
        """Switch between the answers and the form for a check sheet (Ctrl+G)."""
        if self.check_actions.latest is not None and not self.looks.is_open:
            self.show_sheet(on=not self.sheet_button.isChecked())

    def next_customer(self) -> None:
        """Take the answer of somebody who did not say it before (Ctrl+N)."""
        if self.view.isVisible():
            self.view.asked.take(SOMEBODY)

    def show_sheet(self, on: bool) -> None:
        """Show the form for a check sheet, or the answers; both keep what is half typed."""
        self.sheet_button.setChecked(on)
        self.refusal.hide()
        self.read()
        if on:
            self.form.focus_first()
        else:
            self._take_keys()

    @override
    def show_refusal(self, refusal: Refusal) -> None:
        """Show it; rows that don't fit can be put right, or left out."""
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

    def _take_keys(self) -> None:
        if not self.view.isVisible():
            return
        if self.view.asked.hand is None:
            self.view.verdict.take_keys()
        else:
            self.view.asked.focus_entry()

    def _add_answer(self) -> None:
        mark, row = self.entry.mark, self.view.asked.hand
        if mark is None:
            return
        customer, kind = self.view.asked.who
        if self.check_actions.record_answer(self.entry.words.text(), mark, customer, kind):
            self.view.asked.answered(row)

    def _take_sheet(self, *, but_these: bool) -> None:
        """Take the sheet as one step; rows that don't fit stay in the form."""
        rows = self.form.sheet_rows()
        complete = {one.row.number for one in self.check_actions.preview_sheet(rows).complete}
        if self.check_actions.take_sheet(rows, but_these=but_these):
            self.form.clear(complete)
            self.show_sheet(on=bool(self.form.draft()))

    def _ask_mark(self) -> None:
        """Ask for the mark, with the keyboard there: one digit and Enter are enough."""
        self.refusal.show_sentence(_("Choose the mark first. What does this {customer} notice?"))
        self.entry.marks.take_keys()

    def _typed(self) -> Typed:
        return {**self.view.asked.typed(), "sheet": self.form.draft()}

    def _set_typed(self, typed: Typed) -> None:
        self.view.asked.set_typed(typed)
        self.form.take_draft(typed.get("sheet", ""))
