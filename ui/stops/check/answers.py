"""Customers' words on day 30: one line a customer, and the box to type the next answer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.model import Customer, CustomerId, Mark
from cxworkshop.stops.check import Said
from ui.stops.check.marks import MarkBar, MarkWord
from ui.theme.look import Look
from ui.theme.paint import ring
from ui.widgets.drafts import Typed
from ui.widgets.labels import Hairline, Quote, Words, small_button


class AnswerEntry(QWidget):
    """What one customer says now: words, who it is, one of four marks. Enter adds.

    `given` says that it is to be added, `unmarked` that its mark is still wanted.
    """

    given = Signal()
    unmarked = Signal()

    def __init__(self, look: Look, question: str) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self.words = QLineEdit()
        self.words.setProperty("kind", "answer")
        self.words.setAccessibleName(_("What the customer says now"))
        self.words.setPlaceholderText(question)
        self.words.setMinimumHeight(look.px(42))
        self.words.setFont(look.font("verbatim_list"))
        self.words.returnPressed.connect(self._enter)
        column.addWidget(self.words)
        self._customers: list[Customer] = []
        self.customer = self._choosing()
        self.marks = MarkBar(look)
        self.marks.entered.connect(self._enter)
        self._add = small_button(_("Add"))
        self._add.show_key(_("Enter"))
        self._add.clicked.connect(lambda _on=False: self._enter())
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(6))
        self._stacked: bool | None = None
        self._arrange(stacked=False)
        column.addLayout(self._grid)

    @property
    def mark(self) -> Mark | None:
        """The mark that is chosen."""
        return self.marks.mark

    @property
    def who(self) -> tuple[CustomerId | None, str]:
        """Somebody who said it before, or a new customer of the kind that was typed."""
        text = self.customer.currentText().strip()
        known = next((row.id for row in self._customers if called(row) == text), None)
        return known, "" if known else text

    def show_customers(self, customers: list[Customer]) -> None:
        """Those who can still be asked; what is typed stays."""
        typed = self.customer.currentText()
        self._customers = customers
        self.customer.clear()
        self.customer.addItems([called(row) for row in customers])
        self.customer.setEditText(typed)

    def clear(self) -> None:
        """Ready for the next customer."""
        self.put_typed({})

    def typed(self) -> Typed:
        """What stands in it."""
        mark = self.mark
        return {
            "words": self.words.text(),
            "customer": self.customer.currentText(),
            "mark": mark.value if mark else "",
        }

    def put_typed(self, typed: Typed) -> None:
        """Put it back."""
        self.words.setText(typed.get("words", ""))
        self.customer.setEditText(typed.get("customer", ""))
        self.marks.show_mark(typed.get("mark", ""))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own
        """As narrow as two marks."""
        wide = self.marks.minimumSizeHint().width()
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own
        """In one line, or the marks in a line of their own."""
        super().resizeEvent(event)
        parts = (self.customer.width(), self.marks.sizeHint().width(), self._add.sizeHint().width())
        self._arrange(stacked=sum(parts) + 2 * self._look.px(8) > self.width())

    def _choosing(self) -> QComboBox:
        """Those who said it before, by their numbers; or the kind of somebody new."""
        made = QComboBox()
        made.setEditable(True)
        made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        made.setAccessibleName(_("This customer"))
        made.setFixedWidth(self._look.px(108))
        field = made.lineEdit()
        assert field is not None  # it is editable
        field.setPlaceholderText(_("Who?"))
        field.returnPressed.connect(self._enter)
        return made

    def _arrange(self, *, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        grid, left = self._grid, Qt.AlignmentFlag.AlignLeft
        grid.addWidget(self.customer, 1 if stacked else 0, 0, left)
        if stacked:
            grid.addWidget(self.marks, 0, 0, 1, 3)
        else:
            grid.addWidget(self.marks, 0, 1)
        grid.addWidget(self._add, 1 if stacked else 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(2, 1)

    def _enter(self) -> None:
        if self.mark is None:
            self.unmarked.emit()
        else:
            self.given.emit()


class _Dotted(QWidget):
    """A dotted ring: a place that is free."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(look.px(24), look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """One ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        ring(painter, middle, self._look.px(22), "dotted", "", self._look.tokens)


def quote_row(look: Look, said: Said) -> QWidget:
    """A customer's words with their bar, and what kind of customer it was."""
    return _row(look, said, None)


def answer_row(look: Look, said: Said) -> QWidget:
    """The same, with the mark in form and word."""
    return _row(look, said, said.mark)


def empty_row(look: Look, text: str) -> QWidget:
    """Nothing is here yet: a dotted ring and one sentence."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, look.px(12), 0, 0)
    line.setSpacing(look.px(10))
    line.addWidget(_Dotted(look), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Words(text, look, "body", "grey"), 1)
    return made


def _row(look: Look, said: Said, mark: Mark | None) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, look.px(3))
    column.setSpacing(look.px(5))
    column.addWidget(Hairline(look))
    line = QHBoxLayout()
    words = QVBoxLayout()
    words.setSpacing(0)
    if said.words:
        words.addWidget(Quote(f"“{said.words}”", look))
    else:
        words.addWidget(Words(_("a mark without words"), look, "body", "grey"))
    who = Words(said.who, look, "small", "grey")
    who.setContentsMargins(look.px(11) if said.words else 0, 0, 0, 0)
    words.addWidget(who)
    line.addLayout(words, 1)
    if mark is not None:
        line.addWidget(MarkWord(look, mark), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(line)
    return made


def called(customer: Customer) -> str:
    """ "7, regular": the number is what stands on the check sheet."""
    return f"{customer.number}, {customer.kind}" if customer.kind else str(customer.number)
