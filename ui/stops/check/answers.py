"""The entry for a customer's answer in a 30-day check: words, a mark and, if not known, who."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, with_commas
from cxworkshop.model import Customer, CustomerId, Mark
from ui.stops.check.marks import MARKS, MarkBar
from ui.theme.theme import Theme
from ui.widgets.drafts import Typed
from ui.widgets.labels import small_button
from ui.widgets.wheel import ChoiceBox

HINT_ROOM = 32  # pixels at 100 % of padding and borders in the field
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AnswerWords(QLineEdit):
    """A customer's words. Alt+1 to Alt+4 choose a mark, arrows go to the rows beside.

    `marked` carries the mark, `stepped` -1 or +1; `left`: Esc was pressed.
    """

    marked = Signal(object)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.leaves_by_esc = False  # else Esc is for what lies around it
        self.setProperty("kind", "answer")
        self.setAccessibleName(name)
        self.setFont(theme.font("verbatim_list"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in KEYS:
            self.marked.emit(MARKS[KEYS.index(Qt.Key(event.key()))][0])
        elif event.key() in STEPS:
            self.stepped.emit(STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.leaves_by_esc:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AnswerEntry(QWidget):
    """The entry for one answer: words, a mark, and the customer where a row does not say it.

    `added` says that it is to be added, `mark_missing` that its mark is still wanted, `stepped`
    that the row above (-1) or below (+1) is wanted; `left`: Esc was pressed.
    """

    added = Signal()
    mark_missing = Signal()
    stepped = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, question: str) -> None:
        super().__init__()
        self._theme, self._question, self._wants_mark = theme, question, True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self.words = AnswerWords(theme, _("What the {customer} says now"))
        self.words.setToolTip(question)
        self.words.returnPressed.connect(self._enter)
        self.words.stepped.connect(self.stepped)
        self.words.left.connect(self.left)
        self._customers: list[Customer] = []
        self.customer = self._who_box()
        first = QHBoxLayout()
        first.setSpacing(theme.px(6))
        self._add = small_button(_("Add"))
        self._add.setToolTip(_("Enter"))
        self._add.clicked.connect(lambda _on=False: self._enter())
        first.addWidget(self.words, 1)
        first.addWidget(self._add)
        column.addLayout(first)
        column.addWidget(self.customer)
        self.marks = MarkBar(theme)
        self.marks.entered.connect(self._enter)
        self.words.marked.connect(lambda mark: self.marks.show_mark(mark.value))
        column.addWidget(self.marks)

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

    def ask_words_alone(self) -> None:
        """Ask for no mark, as where customers are asked months after."""
        self._wants_mark = False
        self.marks.hide()

    def ask_who(self, *, on: bool) -> None:
        """Show the box for the customer, unless the row says who it is."""
        self.customer.setVisible(on)

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
        super().resizeEvent(event)
        self._ask()

    def _ask(self) -> None:
        """Show the whole question as the hint, or its short form where it would be cut."""
        room = self.words.width() - self._theme.px(HINT_ROOM)
        fits = self.words.fontMetrics().horizontalAdvance(self._question) <= room
        self.words.setPlaceholderText(self._question if fits else _("What do they say now?"))

    def _who_box(self) -> ChoiceBox:
        """Make the box for a known customer, or for the kind of a new one."""
        box = ChoiceBox()
        field = box.take_other_words(_("This {customer}"), _("Who? A number, or a kind"))
        field.returnPressed.connect(self._enter)
        return box

    def _enter(self) -> None:
        if self._wants_mark and self.mark is None:
            self.mark_missing.emit()
        else:
            self.added.emit()


def called(customer: Customer) -> str:
    """Name a customer by number and kind, as the check sheet does: "7, regular"."""
    return with_commas(filter(None, (str(customer.number), customer.kind)))
