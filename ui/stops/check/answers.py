"""Rows of customers' words, and the box for the next answer of a 30-day check."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import Customer, CustomerId, Mark
from cxworkshop.stops.check import CheckWords
from ui.stops.check.marks import MarkBar, MarkWord
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.drafts import Typed
from ui.widgets.labels import Hairline, Label, QuoteLabel, small_button

HINT_ROOM = 32  # pixels at 100 % of padding and borders in the field


class AnswerEntry(QWidget):
    """The entry for one answer: words, customer and mark.

    `added` says that it is to be added, `mark_missing` that its mark is still wanted.
    """

    added = Signal()
    mark_missing = Signal()

    def __init__(self, theme: Theme, question: str) -> None:
        super().__init__()
        self._theme, self._question = theme, question
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.words = QLineEdit()
        self.words.setProperty("kind", "answer")
        self.words.setAccessibleName(_("What the customer says now"))
        self.words.setToolTip(question)
        self.words.setFont(theme.font("verbatim_list"))
        self.words.returnPressed.connect(self._enter)
        column.addWidget(self.words)
        self._customers: list[Customer] = []
        self.customer = self._who_box()
        self.marks = MarkBar(theme)
        self.marks.entered.connect(self._enter)
        self._add = small_button(_("Add"))
        self._add.show_key(_("Enter"))
        self._add.clicked.connect(lambda _on=False: self._enter())
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(6))
        self._stacked: bool | None = None
        self._arrange(stacked=False)
        column.addLayout(self._grid)

    @property
    def mark(self) -> Mark | None:
        """The mark that is chosen, or None."""
        return self.marks.mark

    @property
    def who(self) -> tuple[CustomerId | None, str]:
        """A customer who said it before, or None and the kind of a new one."""
        text = self.customer.currentText().strip()
        known = next((row.id for row in self._customers if called(row) == text), None)
        return known, "" if known else text

    def show_customers(self, customers: list[Customer]) -> None:
        """Offer those who can still be asked; what is typed stays."""
        typed = self.customer.currentText()
        self._customers = customers
        self.customer.clear()
        self.customer.addItems([called(row) for row in customers])
        self.customer.setEditText(typed)

    def clear(self) -> None:
        """Empty it for the next customer."""
        self.set_typed({})

    def typed(self) -> Typed:
        """Return what is half typed."""
        mark = self.mark
        return {
            "words": self.words.text(),
            "customer": self.customer.currentText(),
            "mark": mark.value if mark else "",
        }

    def set_typed(self, typed: Typed) -> None:
        """Put half-typed words back."""
        self.words.setText(typed.get("words", ""))
        self.customer.setEditText(typed.get("customer", ""))
        self.marks.show_mark(typed.get("mark", ""))

    @override
    def minimumSizeHint(self) -> QSize:
        wide = self.marks.minimumSizeHint().width()
        return QSize(wide, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the marks beside the customer, or where there is no room above."""
        super().resizeEvent(event)
        self._ask()
        parts = (self.customer.width(), self.marks.sizeHint().width(), self._add.sizeHint().width())
        self._arrange(stacked=sum(parts) + 2 * self._theme.px(8) > self.width())

    def _ask(self) -> None:
        """Show the whole question as the hint, or its short form where it would be cut."""
        room = self.width() - self._theme.px(HINT_ROOM)
        fits = self.words.fontMetrics().horizontalAdvance(self._question) <= room
        self.words.setPlaceholderText(self._question if fits else _("What do they say now?"))

    def _who_box(self) -> QComboBox:
        """Make the box for a known customer, or for the kind of a new one."""
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setAccessibleName(_("This customer"))
        box.setFixedWidth(self._theme.px(112))
        field = box.lineEdit()
        assert field is not None  # it is editable
        field.setPlaceholderText(_("Who?"))
        field.returnPressed.connect(self._enter)
        return box

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
            self.mark_missing.emit()
        else:
            self.added.emit()


class _Dotted(QWidget):
    """A dotted ring, for an empty list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(24), theme.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        ring(painter, middle, self._theme.px(22), "dotted", "", self._theme.tokens)


def quote_row(theme: Theme, said: CheckWords) -> QWidget:
    """Make a row of a customer's words and kind."""
    return _row(theme, said, None)


def answer_row(theme: Theme, said: CheckWords) -> QWidget:
    """Make a row of a customer's words, kind and mark."""
    return _row(theme, said, said.mark)


def empty_row(theme: Theme, text: str) -> QWidget:
    """Make the row for an empty list: a dotted ring and a sentence."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, theme.px(12), 0, 0)
    line.setSpacing(theme.px(10))
    line.addWidget(_Dotted(theme), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(text, theme, "body", "grey"), 1)
    return row


def _row(theme: Theme, said: CheckWords, mark: Mark | None) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, theme.px(3))
    column.setSpacing(theme.px(5))
    column.addWidget(Hairline(theme))
    line = QHBoxLayout()
    words = QVBoxLayout()
    words.setSpacing(0)
    if said.words:
        words.addWidget(QuoteLabel(f"“{said.words}”", theme))
    else:
        words.addWidget(Label(_("a mark without words"), theme, "body", "grey"))
    who = Label(said.who, theme, "small", "grey")
    who.setContentsMargins(theme.px(11) if said.words else 0, 0, 0, 0)
    words.addWidget(who)
    line.addLayout(words, 1)
    if mark is not None:
        line.addWidget(MarkWord(theme, mark), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(line)
    return row


def called(customer: Customer) -> str:
    """Name a customer by number and kind, as the check sheet does: "7, regular"."""
    return f"{customer.number}, {customer.kind}" if customer.kind else str(customer.number)
