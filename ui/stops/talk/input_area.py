"""The left side of stop 2: what sticks above, and below it the box or a paper sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.workshop import Workshop
from ui.stops.talk.actions import AnswerContext
from ui.stops.talk.answer_input import AnswerInput
from ui.stops.talk.context_strip import ContextStrip
from ui.stops.talk.sheet_form import SheetForm
from ui.theme.theme import Theme

BREAK = "\x1f"  # between the parts of a draft


def has_words(draft: str) -> bool:
    """Whether a draft has words of an answer, a sheet or a correction, not only what sticks."""
    words, *rest = draft.split(BREAK)
    _sticks, (sheet, _hears, *correction) = rest[:3], rest[3:] or ("", "")
    return bool(words or sheet or any(correction))


CORRECTION = 5  # the place of its id among the parts after the words of a new answer


class InputArea(QWidget):
    """Customer, question and day, which stay from answer to answer, over one of two ways to type.

    `page` is where the shortcuts of the ten ways work.
    """

    def __init__(self, workshop: Workshop, theme: Theme, page: QWidget) -> None:
        super().__init__()
        self._workshop = workshop
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)  # the focus ring is painted outside the box
        column.setSpacing(theme.px(10))
        self.strip = ContextStrip(theme, lambda: workshop.today, page)
        self.strip.show_day(workshop.today)
        self.strip.customer_typed.connect(self._show_customer)
        self.strip.kind_chosen.connect(self.focus_input)
        self.entry = AnswerInput(workshop, theme, page)
        self.entry.is_one_customer = lambda: bool(self.strip.who)
        self.entry.kind = lambda: self.context.kind
        self.sheet = SheetForm(theme)
        column.addWidget(self.strip)
        column.addWidget(self.entry, 1)
        column.addWidget(self.sheet, 1)
        self.sheet.hide()

    @property
    def is_sheet(self) -> bool:
        """Whether a paper sheet is being typed in."""
        return not self.sheet.isHidden()

    @property
    def context(self) -> AnswerContext:
        """What sticks from answer to answer."""
        strip = self.strip
        who, question, hears = strip.who, strip.question, strip.wants_to_hear
        return AnswerContext(who, strip.kind, strip.asked_by, question, strip.day, hears)

    def show_sheet(self, *, on: bool) -> None:
        """Change between the box and a paper sheet; both keep what is half typed."""
        self.entry.setVisible(not on)
        self.sheet.setVisible(on)
        self.strip.ask_for_question(asks=not on)
        self.focus_input()

    def focus_input(self) -> None:
        """Give the box the focus, or the first line of the sheet."""
        if self.is_sheet:
            self.sheet.focus_first()
        else:
            self.entry.box.setFocus()

    def read(self) -> None:
        """Show the latest answers, and offer questions, kinds and names."""
        self.entry.read()
        prepare, customers = self._workshop.prepare, self._workshop.talk.customers.all()
        self.strip.show_next(customers[-1].number + 1 if customers else 1)
        served = [row.words for row in prepare.served.all() if row.serve]
        self.strip.offer_kinds(list(dict.fromkeys(served)))
        kinds = dict.fromkeys([*served, *(row.kind for row in customers if row.kind)])
        people = self._workshop.people.names()
        questions = prepare.questions.ticked()
        self.strip.offer(questions, list(kinds), people)
        self.sheet.offer(questions)
        self._show_customer()

    def begin_customer(self) -> None:
        """Get ready for the next customer, today."""
        self.strip.show_customer("")
        self.strip.show_day(self._workshop.today)
        self.focus_input()

    def draft(self) -> str:
        """Return half-typed words with what sticks above them, or ""."""
        hears = "1" if self.strip.wants_to_hear else ""
        entry = self.entry
        parts = (
            *(entry.new_words, *self.strip.words(), self.sheet.draft(), hears),
            *entry.correction,
        )
        return BREAK.join(parts) if any(parts) else ""

    def take_draft(self, text: str) -> None:
        """Restore a draft; returns to the sheet when one was half typed."""
        words, *rest = text.split(BREAK)
        self.entry.box.type_again(words)
        self.strip.put_words(*rest[:3])
        self.sheet.take_draft("".join(rest[3:4]))
        self.show_sheet(on=any(rest[3:4]))
        self.strip.show_wants_to_hear(wants=any(rest[4:5]))
        if len(rest) > CORRECTION + 1 and rest[CORRECTION]:
            self.entry.correct_again(rest[CORRECTION], rest[CORRECTION + 1])

    def _show_customer(self) -> None:
        """Show what we know of this customer; of a new one it stays as chosen."""
        known = self._workshop.talk.customers.find(self.strip.who)
        if known is not None:
            self.strip.show_wants_to_hear(wants=known.wants_to_hear)
            self.strip.show_kind(known.kind)
