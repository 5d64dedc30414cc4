"""Where answers are typed: the box, the ten ways, and what was typed last."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.model import VerbatimId
from cxworkshop.stops.talk import RecordedAnswer
from cxworkshop.workshop import Workshop
from ui.stops.talk.capture_box import CaptureBox
from ui.stops.talk.paste_dialog import PasteDialog, Raised
from ui.stops.talk.recent_answers import RecentAnswer, RecentAnswerContent
from ui.stops.talk.ways import WayChips
from ui.theme.theme import Theme
from ui.widgets.labels import Label
from ui.widgets.lists import RowList

MOST_RECENT = 12  # answers below the box


class AnswerInput(QWidget):
    """The box is for a new answer, or for the correction of an earlier one.

    `saved` carries the words of the box, `lines_pasted` the lines that are to be a card each;
    `hearing_changed` carries a customer's number and whether they want to hear what becomes of it;
    `correction_changed` says that a correction has begun or ended.
    """

    saved = Signal(str)
    lines_pasted = Signal(list, list)  # and the cards that they raise again, or None for each
    correction_changed = Signal()
    answer_removed = Signal(str)
    hearing_changed = Signal(str, bool)

    def __init__(self, workshop: Workshop, theme: Theme, page: QWidget) -> None:
        super().__init__()
        self._workshop, self._theme = workshop, theme
        self.correcting: VerbatimId | None = None
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
        self.ways.turned.connect(self.box.setFocus)

    def read(self) -> None:
        """Show the latest answers of this round."""
        ways = {way.id: way.name for way in self._workshop.prepare.ways()}
        latest = self._workshop.talk.answers.latest(MOST_RECENT)
        self._recent.show_rows([self._row(answer, ways) for answer in latest])

    def clear(self) -> None:
        """Empty the box and let go of the way."""
        self.box.clear()
        self.ways.choose(None)

    def correct(self, answer: RecordedAnswer) -> None:
        """Bring an answer back into the box; Enter keeps the correction, Esc drops it."""
        if answer.verbatim.said is None:
            return
        self.correcting = answer.verbatim.id
        self.box.setPlainText(answer.verbatim.said)
        self.ways.choose(answer.verbatim.way)
        self.box.selectAll()
        self.box.setFocus()
        self.correction_changed.emit()

    def end_correction(self) -> None:
        """Go back to a new answer; what was typed as a correction is dropped."""
        if self.correcting is not None:
            self.correcting = None
            self.clear()
        self.correction_changed.emit()

    def go_on_without(self, verbatim: VerbatimId) -> None:
        """Go on in the box after an answer was set aside; if it was being corrected, that ends."""
        if self.correcting == verbatim:
            self.end_correction()
        self.box.setFocus()

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
        dialog = PasteDialog(lines, self._theme, self, raised)
        dialog.many.connect(lambda: self.lines_pasted.emit(lines, dialog.taken_back()))
        dialog.one.connect(lambda: self.box.insertPlainText("\n".join(lines)))
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
        row.clicked.connect(lambda _on=False: self.correct(answer))
        row.removed.connect(lambda: self.answer_removed.emit(verbatim.id))
        row.hearing_turned.connect(
            lambda: self.hearing_changed.emit(str(answer.customer), not hears)
        )
        return row
