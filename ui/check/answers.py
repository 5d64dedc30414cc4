"""What they said before on the left, what they say now on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop import catalogue, days
from cxworkshop.i18n import _
from cxworkshop.model import Customer, DayCheck, Verbatim
from cxworkshop.papers import PlanPage
from ui.check.marks import MarkChoice, MarkShown
from ui.lists import Lines
from ui.theme.look import Look
from ui.words import Hairline, Panel, Quote, Words, small_button
from ui.wrap import Wrap


class Before(Panel):
    """The words that were frozen when the plan was locked."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._day = Words("", look, "small", "grey")
        self.box.addLayout(_head(_("What they said before"), self._day, look))
        self.said = Lines(look, _("What they said before"))
        self.said.take_what_is_left(look.px(90))
        self.box.addWidget(self.said, 1)

    def show_page(self, page: PlanPage) -> None:
        """Everything that customers said of it before anything was done."""
        self._day.setText(days.day_month(page.locked_on))
        rows = [_said(quote.words, quote.said_by, self._look) for quote in page.quotes]
        text = _("{heard} of {asked} customers spoke of it")
        count = Words(text.format(heard=page.heard, asked=page.asked), self._look, "small", "grey")
        self.said.show_rows([*rows, Hairline(self._look), count])


class Now(Panel):
    """The field for an answer, its mark, and the answers that are in.

    `answered` carries the words, the mark and the kind of customer; `unmarked` says that the mark
    is missing; `noted` carries our own view.
    """

    answered = Signal(str, object, str)
    unmarked = Signal()
    noted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._asked = Words("", look, "small", "grey")
        self.box.addLayout(_head(_("What they say now"), self._asked, look))
        line = QHBoxLayout()
        line.setSpacing(look.px(10))
        line.addWidget(self._field(), 1)
        line.addWidget(self._kind())
        self.box.addLayout(line)
        self.box.addWidget(self._marks())
        self.said = Lines(look, _("What they say now"))
        self.said.take_what_is_left(look.px(90))
        self.box.addWidget(self.said, 1)
        self._notes = QLineEdit()
        self._notes.setAccessibleName(_("Our own view"))
        self._notes.setPlaceholderText(_("Our own view: welcome, and no verdict"))
        self._notes.setProperty("kind", "inline")
        self._notes.editingFinished.connect(self._note)
        self._noted = ""
        self.box.addWidget(self._notes)

    def show_check(
        self,
        page: PlanPage,
        check: DayCheck,
        answers: Sequence[tuple[Verbatim, Customer]],
    ) -> None:
        """Who asks until when, and what is in so far; the newest stands first."""
        text = _("{names} ask, by {day}") if page.who_asks else _("to be asked by {day}")
        self._asked.setText(text.format(names=page.who_asks, day=days.short(check.due_on)))
        rows = [self._row(answer, who) for answer, who in reversed(answers)]
        nobody = Words(_("Nobody has asked a customer yet."), self._look, "body", "grey")
        self.said.show_rows(rows or [nobody])
        self._noted = check.notes
        if not self._notes.hasFocus():
            self._notes.setText(check.notes)

    def clear(self) -> None:
        """The next customer."""
        self.words.clear()
        self.kind.clear()
        self.marks.let_go()
        self.words.setFocus()

    def _field(self) -> QLineEdit:
        self.words = QLineEdit()
        self.words.setAccessibleName(_("What the customer says now"))
        self.words.setPlaceholderText(f"“{catalogue.check_question()}”")
        self.words.setProperty("kind", "answer")
        self.words.setFont(self._look.font("verbatim_list"))
        self.words.setFixedHeight(self._look.px(44))
        self.words.returnPressed.connect(self._add)
        return self.words

    def _kind(self) -> QLineEdit:
        self.kind = QLineEdit()
        self.kind.setAccessibleName(_("Kind of customer"))
        self.kind.setPlaceholderText(_("regular, new …"))
        self.kind.setFixedWidth(self._look.px(110))
        self.kind.returnPressed.connect(self._add)
        self.kind.setFixedHeight(self._look.px(44))
        return self.kind

    def _marks(self) -> QWidget:
        made = QWidget()
        line = Wrap(self._look.px(10))
        made.setLayout(line)
        lead = Words(_("This customer"), self._look, "field", "grey")
        lead.setWordWrap(False)
        self.marks = MarkChoice(self._look)
        add = small_button(_("Add"))
        add.show_key("Enter")
        add.clicked.connect(lambda _on=False: self._add())
        for widget in (lead, self.marks, add):
            line.addWidget(widget)
        return made

    def _add(self) -> None:
        """An answer without its mark says too little: the keyboard goes to the marks."""
        mark = self.marks.chosen
        if mark is None:
            self.unmarked.emit()
            self.marks.ask()
        else:
            self.answered.emit(self.words.text(), mark, self.kind.text().strip())

    def _note(self) -> None:
        if self._notes.text() != self._noted:
            self._noted = self._notes.text()
            self.noted.emit(self._noted)

    def _row(self, answer: Verbatim, who: Customer) -> QWidget:
        shown = MarkShown(answer.notices, self._look) if answer.notices is not None else None
        return _said(answer.said or "", who.kind, self._look, shown)


def _head(title: str, right: Words, look: Look) -> QHBoxLayout:
    line = QHBoxLayout()
    words = Words(title, look, "h2")
    words.setWordWrap(False)
    right.setWordWrap(False)
    right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
    line.addWidget(words)
    line.addWidget(right, 1)
    return line


def _said(words: str, kind: str, look: Look, mark: QWidget | None = None) -> QWidget:
    """A customer's words with their bar and the mark, the kind of customer small below."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, look.px(4))
    column.setSpacing(0)
    column.addWidget(Hairline(look))
    column.addSpacing(look.px(6))
    line = QHBoxLayout()
    line.addWidget(Quote(f"“{words}”", look) if words else QWidget(), 1)
    if mark is not None:
        mark.setFixedSize(mark.sizeHint())
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(line)
    below = kind or ("" if words else _("no words, only a mark"))
    if below:
        small = Words(below, look, "small", "grey")
        small.setContentsMargins(look.px(11), 0, 0, 0)
        column.addWidget(small)
    return made
