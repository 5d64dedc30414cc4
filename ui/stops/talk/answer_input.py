"""Where answers are typed: the box, the ten ways, and what was typed last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.exchange.lines import is_pasted_table, pasted_lines
from cxworkshop.i18n import _
from cxworkshop.model import VerbatimId
from cxworkshop.stops.talk import RecordedAnswer
from cxworkshop.textual import MAX_VERBATIM
from cxworkshop.workshop import Workshop
from ui.stops.talk.capture_box import CaptureBox
from ui.stops.talk.paste_dialog import PasteDialog, Raised
from ui.stops.talk.recent_answers import RecentAnswer, RecentAnswerContent
from ui.stops.talk.ways import GOOD, WayChips
from ui.theme.theme import Theme
from ui.widgets.fields import MOST_PASTED
from ui.widgets.labels import Label
from ui.widgets.lists import RowList

MOST_RECENT = 12  # answers below the box


@dataclass(frozen=True)
class HalfTyped:
    """A new answer as far as it is typed, and its chosen chip."""

    words: str = ""
    way: str | None = None


class AnswerInput(QWidget):
    """The box is for a new answer, or for the correction of an earlier one.

    `saved` carries the words of the box, `lines_pasted` the lines that are to be a card each;
    `table_pasted` says that what was copied is to be looked at as a table;
    `hearing_changed` carries a customer's number and whether they want to hear what becomes of it;
    `correction_changed` says that a correction has begun or ended, `agreed` that one more customer
    said what was typed last.
    """

    saved = Signal(str)
    agreed = Signal()
    lines_pasted = Signal(object)  # PastedAnswers
    table_pasted = Signal()
    correction_changed = Signal()
    answer_removed = Signal(str)
    hearing_changed = Signal(str, bool)

    def __init__(self, workshop: Workshop, theme: Theme, page: QWidget) -> None:
        super().__init__()
        self._workshop, self._theme = workshop, theme
        self.correcting: VerbatimId | None = None
        self._too_long: dict[VerbatimId, str] = {}  # corrections that were left by Esc
        self._half_typed = HalfTyped()  # of a new answer, while an earlier one is corrected
        # Whether pasted lines are likely to be from one customer:
        self.is_one_customer: Callable[[], bool] = lambda: True
        self.kind: Callable[[], str] = lambda: ""  # of each customer of pasted lines
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self.box = CaptureBox(theme)
        self.ways = WayChips(workshop.prepare.ways(), theme, page)
        self._recent = RowList(theme, _("Just typed"))
        self._recent.set_gap(0)
        self._recent.take_what_is_left(theme.px(92))
        column.addWidget(self.box)
        column.addWidget(self.ways)
        column.addWidget(Label(_("Just typed"), theme, "h2"))
        column.addWidget(self._recent, 1)
        self.box.saved.connect(self.saved)
        self.box.last_wanted.connect(self._correct_last)
        self.box.left.connect(self.end_correction)
        self.box.pasted.connect(self._ask_about_lines)
        self.box.agreed.connect(self.agreed)
        self.ways.turned.connect(self.box.setFocus)

    def read(self) -> None:
        """Show the latest answers of this round."""
        ways = {way.id: way.name for way in self._workshop.prepare.ways()}
        latest = self._workshop.talk.answers.latest(MOST_RECENT)
        rows: list[QWidget] = [self._row(answer, ways) for answer in latest]
        nothing = _("Nothing yet. What you type above is kept here.")
        self._recent.show_rows(rows or [Label(nothing, self._theme, "body", "grey")])

    def let_rows_grow(self, *, on: bool) -> None:
        """Show all rows at full height, where the whole page scrolls."""
        self._recent.grow(on=on)

    def clear(self) -> None:
        """Empty the box and let go of the way."""
        self.box.clear()
        self.ways.choose(None)

    def correct(self, answer: RecordedAnswer) -> None:
        """Bring an answer back into the box; Enter keeps the correction, Esc drops it."""
        if answer.verbatim.said is None:
            return
        if self.correcting is None:
            self._half_typed = HalfTyped(self.box.toPlainText(), self.ways.chosen_chip)
        self.correcting = answer.verbatim.id
        correcting = _("Correcting {code}").format(code=answer.code)
        self.box.mark_as(correcting if answer.code else _("Correcting what was good"))
        self.box.type_again(self._too_long.pop(answer.verbatim.id, answer.verbatim.said))
        self.ways.choose(answer.verbatim.way if answer.code else GOOD)
        self.box.setFocus()
        self.correction_changed.emit()

    def end_correction(self) -> None:
        """Go back to the new answer, as far as it was typed; the correction is dropped.

        One that is too long to be written comes back with its answer.
        """
        if self.correcting is not None:
            if len(self.box.toPlainText()) > MAX_VERBATIM:
                self._too_long[self.correcting] = self.box.toPlainText()
            self.correcting = None
            self.box.mark_as("")
            self.box.type_again(self._half_typed.words)
            self.ways.choose(self._half_typed.way)
        self.correction_changed.emit()

    @property
    def correction(self) -> tuple[str, str]:
        """The id of the answer that is corrected, and its words so far; "" for none."""
        return (self.correcting, self.box.toPlainText()) if self.correcting else ("", "")

    def correct_again(self, verbatim: str, words: str) -> None:
        """Go on with a correction that was half typed, if its answer is still there."""
        for answer in self._workshop.talk.answers.latest(MOST_RECENT):
            if answer.verbatim.id == verbatim:
                self.correct(answer)
                self.box.type_again(words)

    @property
    def new_words(self) -> str:
        """What is half typed of a new answer."""
        return self.box.toPlainText() if self.correcting is None else self._half_typed.words

    def go_on_without(self, verbatim: VerbatimId) -> None:
        """Go on in the box after an answer was set aside; if it was being corrected, that ends."""
        if self.correcting == verbatim:
            self.end_correction()
        self.box.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc leave a correction from anywhere here."""
        if event.key() == Qt.Key.Key_Escape and self.correcting is not None:
            self.end_correction()
            self.box.setFocus()
        else:
            super().keyPressEvent(event)

    def _correct_last(self) -> None:
        for answer in self._workshop.talk.answers.latest(MOST_RECENT):
            if answer.verbatim.said:
                self.correct(answer)
                return

    def _ask_about_lines(self, lines: list[str]) -> None:
        """Ask whether pasted lines are a card each or one; the box keeps what is in it."""
        similarity = self._workshop.similarity
        found = similarity.raised_again(lines)
        raised = {
            line: Raised(card, subject, similarity.why_left(card))
            for line, subject in found.items()
            for card in subject.cards
        }
        dialog = PasteDialog(
            lines,
            self._theme,
            self,
            raised,
            one_customer=self.is_one_customer(),
            kind=self.kind(),
        )
        copied = QApplication.clipboard().text()
        if pasted_lines(copied) == lines and is_pasted_table(copied):
            dialog.offer_table()
        dialog.as_table.connect(self.table_pasted)
        dialog.many.connect(lambda: self.lines_pasted.emit(dialog.answers()))
        dialog.one.connect(lambda: self.box.insertPlainText("\n".join(lines)[:MOST_PASTED]))
        dialog.finished.connect(lambda _result: self.box.setFocus())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _row(self, answer: RecordedAnswer, ways: dict[str, str]) -> RecentAnswer:
        verbatim, code = answer.verbatim, answer.code
        words = verbatim.said or _("said the same")
        way = ways.get(verbatim.way or "", "") if code else _("good")
        whose = _("no. {n}").format(n=answer.customer)
        hears, is_said = answer.wants_to_hear, verbatim.said is not None
        content = RecentAnswerContent(code, words, way, whose, is_said, hears)
        row = RecentAnswer(content, self._theme)
        row.opened.connect(lambda: self.correct(answer))
        row.removed.connect(lambda: self.answer_removed.emit(verbatim.id))
        row.hearing_turned.connect(
            lambda: self.hearing_changed.emit(str(answer.customer), not hears)
        )
        return row
