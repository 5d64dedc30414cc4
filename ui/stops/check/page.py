"""Stop 6, the 30-day check: what they said before, what they say now, and the verdict."""

from __future__ import annotations

from PySide6.QtCore import Qt

from cxworkshop.compat import override
from cxworkshop.errors import Refusal, WrongLines
from cxworkshop.i18n import _
from cxworkshop.still_open import OpenKind
from ui.stops.check.actions import CheckActions
from ui.stops.check.answers_view import AnswersView
from ui.stops.check.progress import check_footer, tab_face
from ui.stops.check.sheet_form import CheckSheetForm
from ui.stops.check.verdict_panel import VerdictPanel
from ui.stops.page import StopPage
from ui.widgets.drafts import Drafts, Typed
from ui.widgets.fields import Field
from ui.widgets.footer import Footer
from ui.widgets.improvement_tabs import ImprovementTabs
from ui.widgets.labels import Label, small_button


class CheckPage(StopPage):
    """A tab for each improvement; its answers, or the form for a check sheet from paper."""

    key = "check"

    @override
    def build(self) -> None:
        self.tabs = ImprovementTabs(self.theme, OpenKind.CHECK, OpenKind.NEXT_STEP)
        self.check_actions = CheckActions(self.bridge, self.tabs)
        text = _("Lock a plan first; then its customers are asked here.")
        self.empty = Label(text, self.theme, "h2", "grey")
        hint = _("Our own view, which is no verdict")
        self.note = Field(_("Our own view"), hint, self._write_note, "inline")
        self.view = AnswersView(self.theme, VerdictPanel(self.theme, self.note))
        self.entry = self.view.now.entry
        self.form = CheckSheetForm(self.theme, self.check_actions.preview_sheet)
        self.form.hide()
        self.content.addWidget(self.tabs)
        self.content.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(self.view, 1)
        self.content.addWidget(self.form, 1)
        self.sheet_button = small_button(_("From a check sheet"), lead="paper")
        self.sheet_button.setCheckable(True)
        self.sheet_button.show_key("Ctrl+G")
        self.tools.addWidget(self.sheet_button)
        self._drafts = Drafts(self._typed, self._set_typed)
        self._connect()

    def _connect(self) -> None:
        verdict = self.view.verdict
        self.tabs.turned.connect(self.read)
        self.entry.added.connect(self._add_answer)
        self.entry.mark_missing.connect(self._ask_mark)
        # After a refusal, `read` shows again what was chosen before.
        verdict.verdict_given.connect(lambda v: self.check_actions.give_verdict(v) or self.read())
        verdict.next_step_chosen.connect(
            lambda step: self.check_actions.choose_next_step(step) or self.read()
        )
        verdict.all_in.connect(self.check_actions.mark_all_in)
        self.sheet_button.clicked.connect(self.show_sheet)
        self.form.taken.connect(lambda _rows: self._take_sheet(but_these=False))
        self.form.left.connect(lambda: self.show_sheet(on=False))

    @override
    def read(self) -> None:
        picks = self.tabs.show_picks(self.workshop)
        self.tabs.show_faces([tab_face(self.workshop, pick.id) for pick in picks])
        check, sheet = self.check_actions.latest, self.sheet_button.isChecked()
        self.tabs.setVisible(bool(picks))
        self.sheet_button.setVisible(check is not None)
        self.view.setVisible(check is not None and not sheet)
        self.form.setVisible(check is not None and sheet)
        self.empty.setVisible(check is None)
        if check is not None:
            self._drafts.turn_to(check.pick)
            self.form.offer(self.workshop.check.to_ask(check.pick))
            self.view.show_check(self.tabs.workshop, self.tabs.slot, check)
            self.note.show_text(check.notes)
        self.footer_changed.emit()

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
        if self.check_actions.latest is not None:
            self.show_sheet(on=not self.sheet_button.isChecked())

    def show_sheet(self, on: bool) -> None:
        """Show the form for a check sheet, or the answers; both keep what is half typed."""
        self.sheet_button.setChecked(on)
        self.refusal.hide()
        self.read()
        if on:
            self.form.focus_first()
        else:
            self.entry.words.setFocus()

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

    def _add_answer(self) -> None:
        mark = self.entry.mark
        if mark is None:
            return
        customer, kind = self.entry.who
        if self.check_actions.record_answer(self.entry.words.text(), mark, customer, kind):
            self.entry.clear()
            self.entry.words.setFocus()

    def _take_sheet(self, *, but_these: bool) -> None:
        """Take the sheet as one step; rows that don't fit stay in the form."""
        rows = self.form.sheet_rows()
        complete = {one.row.number for one in self.check_actions.preview_sheet(rows).complete}
        if self.check_actions.take_sheet(rows, but_these=but_these):
            self.form.clear(complete)
            self.show_sheet(on=bool(self.form.draft()))

    def _ask_mark(self) -> None:
        """Ask for the mark, with the keyboard there: one digit and Enter are enough."""
        self.refusal.show_sentence(_("Choose the mark first. What does this customer notice?"))
        self.entry.marks.take_keys()

    def _write_note(self, text: str) -> object:
        return self.check_actions.write_note(text) or None

    def _typed(self) -> Typed:
        return {**self.entry.typed(), "sheet": self.form.draft()}

    def _set_typed(self, typed: Typed) -> None:
        self.entry.set_typed(typed)
        self.form.take_draft(typed.get("sheet", ""))
