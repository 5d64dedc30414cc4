"""Turns what is typed at stop 2 into answers, and gets the fields ready for the next one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from cxworkshop.i18n import _
from cxworkshop.model import CardId
from ui.stops.talk.actions import PastedAnswers, SheetAnswer, TalkActions
from ui.stops.talk.input_area import InputArea
from ui.widgets.refusal_panel import RefusalPanel


class AnswerSaver(QObject):
    """Saves from the box, from pasted lines and from a paper sheet. `saved` says that it was done.

    While the date can't be read nothing is saved: it would be filed under another day.
    """

    saved = Signal()

    def __init__(self, area: InputArea, talk: TalkActions, refusal: RefusalPanel) -> None:
        super().__init__(area)
        self._area, self._talk, self._refusal = area, talk, refusal
        area.entry.saved.connect(self.save)
        area.entry.agreed.connect(self.agree)
        area.entry.lines_pasted.connect(self.add_lines)
        area.sheet.taken.connect(self.take_sheet)

    def save(self, words: str) -> None:
        """Save a new answer, or the correction of an earlier one."""
        entry = self._area.entry
        if entry.correcting is not None:
            way, good = entry.ways.chosen, entry.ways.is_good
            if self._talk.correct(entry.correcting, words, way, good=good):
                entry.end_correction()
        elif self._area.strip.accepts_day():
            context = self._area.context
            if entry.ways.is_good:
                self._after(done=self._talk.praise(words, context))
            else:
                self._after(done=self._talk.say(words, context, entry.ways.chosen))

    def save_rest(self) -> bool:
        """Save what stands in the box for the customer who has said something; False if refused."""
        entry = self._area.entry
        if self._talk.talk is not None and not self._area.is_sheet and entry.correcting is None:
            if entry.box.toPlainText().strip():
                self.save(entry.box.toPlainText())
            return not entry.box.toPlainText().strip()
        return True

    def agree(self) -> None:
        """Save the words in the box, then count one more customer for them (Ctrl+Enter)."""
        box = self._area.entry.box
        if self._area.entry.correcting is None and box.toPlainText().strip():
            self.save(box.toPlainText())
        if box.toPlainText().strip():
            return  # refused, or being corrected
        if not self._talk.agree(self._area.strip.kind) and self._talk.last is None:
            self._refusal.show_sentence(
                _(
                    "Type first what {a_customer} said. "
                    "Then Ctrl+Enter counts one more who says it."
                ),
                takes_focus=False,
            )

    def add_lines(self, pasted: PastedAnswers) -> None:
        """Save pasted lines; what is half typed in the box stays."""
        entry = self._area.entry
        if not self._area.strip.accepts_day():
            return
        half_typed, way = entry.box.toPlainText(), entry.ways.chosen
        done = self._talk.say_many(pasted, self._area.context, way)
        if pasted.each and done:
            entry.ways.choose(None)
        else:
            self._after(done=done)
        entry.box.type_again(half_typed)

    def take_sheet(self, answers: Sequence[SheetAnswer]) -> None:
        """Save what stands on a paper sheet."""
        if not answers:
            self._refusal.show_sentence(_("The sheet is empty so far. Type what stands on it."))
            return
        if self._area.strip.accepts_day() and self._talk.take_sheet(answers, self._area.context):
            self._area.sheet.begin()
            self._area.strip.show_customer("")
            self.saved.emit()

    def add_to_card(self, card: CardId) -> None:
        """Add the words in the box to a card that says the same."""
        box = self._area.entry.box
        if self._area.strip.accepts_day():
            self._after(done=self._talk.say_also(box.toPlainText(), self._area.context, card))
            box.setFocus()

    def _after(self, *, done: bool) -> None:
        """Empty the box, and show above it which customer it was."""
        who = self._talk.customer
        if not done or who is None:
            return
        self._area.strip.show_customer(who.name or str(who.number), who.kind)
        self._area.entry.clear()
        self.saved.emit()
