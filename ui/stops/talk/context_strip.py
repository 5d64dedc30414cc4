"""What keeps its value from answer to answer: customer, kind, asker, question, day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.model import Question, QuestionId
from ui.stops.talk.kind_chips import KindChips
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.day_field import DayField
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, make_button
from ui.widgets.names import NameCompleter
from ui.widgets.short_line import ShortLine
from ui.widgets.wheel import ChoiceBox


class ContextStrip(QWidget):
    """Five fields above the box, the kinds that we serve as chips, and a chip for a customer who
    wants to hear (Alt+H).

    They write nothing: the page reads them with each answer. `customer_typed` says that another
    customer was typed; `kind_given` carries who it is and of what kind, `hearing_turned` who it is
    and whether they want to hear.
    """

    customer_typed = Signal()
    kind_given = Signal(str, str)
    kind_chosen = Signal()  # by a chip
    hearing_turned = Signal(str, bool)

    def __init__(self, theme: Theme, today: Callable[[], date], page: QWidget) -> None:
        super().__init__()
        self._theme = theme
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.px(8))
        halves = SideBySide(theme.px(8), theme.px(620))
        both.addWidget(halves)
        self._line = QHBoxLayout()
        halves.line.addLayout(self._line)
        self._who = self._field(_("{Customer}"), 103)
        self._who.editingFinished.connect(self.customer_typed)
        self._kind = self._field(_("Kind"), 96, _("regular"))
        self._kind.editingFinished.connect(lambda: self.kind_given.emit(self.who, self.kind))
        self._asked_by = self._field(_("Asked by"), 78, _("name"))
        self._people: list[str] = []
        NameCompleter(self._asked_by, lambda: self._people)
        self._line.addStretch(0)
        self._line = QHBoxLayout()
        halves.line.addLayout(self._line, 1)
        self._question = self._question_box()
        self._add(_("Question"), self._question, 1)
        self._day = DayField(_("Date"), lambda _day: True, today, with_year=False)
        self._day.ask_for(_("today"))
        self._add(_("Date"), self._day, 0)
        self._day.refuse_in(refused := Label("", theme, "small"))
        both.addWidget(refused)
        both.addWidget(self._kind_chips(page))

    def _kind_chips(self, page: QWidget) -> KindChips:
        self._hears = self._hearing_chip(page)
        self._chips = KindChips(self._theme, self._hears)
        self._chips.chosen.connect(self._choose_kind)
        self._kind.textChanged.connect(self._kind_changed)
        return self._chips

    @property
    def who(self) -> str:
        """A number or a name; "" for the next customer."""
        return self._who.text().strip()

    @property
    def kind(self) -> str:
        """Kind of customer, or ""."""
        return self._kind.text().strip()

    @property
    def asked_by(self) -> str:
        """Which of us asks, or ""."""
        return self._asked_by.text().strip()

    @property
    def question(self) -> QuestionId | None:
        chosen: QuestionId | None = self._question.currentData()
        return chosen

    @property
    def day(self) -> date | None:
        return self._day.day()

    def accepts_day(self) -> bool:
        """Whether the date can be read; if not, it says so and takes the keyboard."""
        return self._day.accept()

    @property
    def wants_to_hear(self) -> bool:
        """Whether this customer wants to hear what becomes of it."""
        return self._hears.isChecked()

    def show_wants_to_hear(self, *, wants: bool) -> None:
        self._hears.setChecked(wants)

    def show_customer(self, who: str, kind: str = "") -> None:
        """Show the current customer; without one the kind and the chip are cleared too."""
        self._who.setText(who)
        self._show_kind(kind or (self._kind.text() if who else ""))
        self._hears.setChecked(self._hears.isChecked() and bool(who))

    def show_next(self, number: int) -> None:
        """Show the next customer's number as a hint."""
        self._who.setPlaceholderText(_("no. {n}").format(n=number))

    def show_day(self, day: date) -> None:
        self._day.show_day(day)

    def offer_kinds(self, kinds: Sequence[str]) -> None:
        """Offer the kinds of customers that we serve, a click each."""
        self._chips.offer(kinds)
        self._chips.show_chosen(self.kind)

    def _kind_changed(self, _text: str) -> None:
        self._chips.show_chosen(self.kind)

    def _show_kind(self, kind: str) -> None:
        """Show a kind that was not typed from its beginning, also when it is the same again."""
        self._kind.setText(kind)
        self._kind.setCursorPosition(0)

    def _choose_kind(self, kind: str) -> None:
        self._show_kind(kind)
        self.kind_given.emit(self.who, kind)
        self.kind_chosen.emit()

    def show_kind(self, kind: str) -> None:
        """Show of what kind the customer is, unless another is just being typed."""
        if not self._kind.hasFocus():
            self._show_kind(kind)

    def offer(self, questions: Sequence[Question], kinds: list[str], people: list[str]) -> None:
        """Offer questions, kinds and names; the chosen question stays chosen."""
        chosen = self.question
        self._question.clear()
        self._question.addItem(_("any question"), None)
        for question in questions:
            self._question.addItem(question.words, question.id)
            self._question.setItemData(
                self._question.count() - 1, question.words, Qt.ItemDataRole.ToolTipRole
            )
        self.ask(chosen)
        self._people = people
        completer = QCompleter(kinds, self._kind)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._kind.setCompleter(completer)

    def ask(self, question: QuestionId | None) -> None:
        self._question.setCurrentIndex(max(0, self._question.findData(question)))

    def ask_for_question(self, *, asks: bool) -> None:
        """Enable the choice of a question; a paper sheet has its own."""
        self._question.setEnabled(asks)

    def words(self) -> tuple[str, str, str]:
        """Return the three texts, for a page that is built again."""
        return self._who.text(), self._kind.text(), self._asked_by.text()

    def put_words(self, who: str, kind: str, asked_by: str) -> None:
        """Restore the three texts."""
        for field, text in ((self._who, who), (self._kind, kind), (self._asked_by, asked_by)):
            field.setText(text)

    def _question_box(self) -> ChoiceBox:
        box = ChoiceBox()
        box.setAccessibleName(_("Question"))
        box.setMinimumContentsLength(8)
        fit = ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        box.setSizeAdjustPolicy(fit)
        return box

    def _hearing_chip(self, page: QWidget) -> Button:
        chip = make_button(_("Wants to hear what becomes of it"), "chip")
        chip.setToolTip(_("They get a slip with the answers to what they said"))
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.show_key("Alt+H")
        chip.clicked.connect(lambda on: self.hearing_turned.emit(self.who, on))
        QShortcut(QKeySequence("Alt+H"), page, chip.click)
        return chip

    def _field(self, title: str, wide: int, hint: str = "") -> ShortLine:
        field = ShortLine()
        field.setPlaceholderText(hint)
        field.setAccessibleName(title)
        field.setFixedWidth(self._theme.px(wide))
        self._add(title, field, 0)
        return field

    def _add(self, title: str, field: QWidget, stretch: int) -> None:
        self._line.setSpacing(self._theme.px(8))
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(1))
        label = Label(title, self._theme, "small", "grey")
        label.setBuddy(
            field
        )  # on Linux a list of choices is called by its label, else by its value
        column.addWidget(label)
        line = field.entry if isinstance(field, DayField) else field
        line.setFixedHeight(self._theme.px(34))
        column.addWidget(field)
        column.addStretch(1)
        self._line.addLayout(column, stretch)
