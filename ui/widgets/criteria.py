"""The four criteria of a slot: one is open to be answered, the others take one line each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _, begun_small, n_, with_commas
from cxworkshop.model import CriterionAnswer, Judgement
from ui.theme.icons import paint_icon
from ui.theme.mirror import draw_text, margins, painter_of
from ui.theme.paint import mark_shape
from ui.theme.theme import Theme
from ui.widgets.buttons import ChoiceButton
from ui.widgets.fields import Field
from ui.widgets.labels import Hairline, Label
from ui.widgets.let_go import when_let_go
from ui.widgets.radio_buttons import choose_only
from ui.widgets.wrapped_button import WrappedButton

MISSING = "missing"
ANSWERS = (
    (CriterionAnswer.YES, n_("Yes")),
    (CriterionAnswer.UNSURE, n_("Not sure")),
    (CriterionAnswer.NO, n_("No")),
)


class AnswerMark(QWidget):
    """A tick, a question mark, a cross or a ring, told apart by their form."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._answer = theme, ""
        self.setFixedSize(QSize(theme.px(20), theme.px(20)))

    def show_answer(self, answer: str) -> None:
        """Show "yes", "unsure", "no", "missing", or "" for not answered."""
        self._answer = answer
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, box = self._theme.tokens, QRectF(self.rect())
        if self._answer == CriterionAnswer.UNSURE:
            font = QFont(self._theme.font("h2"))
            font.setWeight(QFont.Weight.ExtraBold)
            painter.setFont(font)
            painter.setPen(QColor(tokens.amber))
            draw_text(painter, box, Qt.AlignmentFlag.AlignCenter, "?")
        elif self._answer == MISSING:
            painter.setPen(QPen(QColor(tokens.amber), 2))
            painter.drawEllipse(box.center(), box.width() * 0.33, box.width() * 0.33)
        elif self._answer:
            yes = self._answer == CriterionAnswer.YES
            colour = QColor(tokens.accent if yes else tokens.amber)
            paint_icon(painter, "check" if yes else "x", box, colour)
        else:
            mark_shape(painter, box.center(), box.width() * 0.6, "cannot-tell")


class CriterionRow(QWidget):
    """One criterion. `answered` carries its key, the answer and the reason; `wanted` its key.

    A no or a not sure waits for its reason. What was chosen or typed so far stays, for each pick
    that the row has shown, until it is answered; where both are there, leaving the reason answers.
    """

    answered = Signal(str, object, str)
    wanted = Signal(str)

    def __init__(self, key: str, title: str, theme: Theme) -> None:
        super().__init__()
        self.key, self.title, self._theme = key, title, theme
        self._given: Judgement | None = None
        self._about = ""
        self._waits: dict[str, CriterionAnswer] = {}  # chosen, without a reason, by pick
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(1))
        column.addWidget(Hairline(theme))
        column.addSpacing(theme.px(5))
        line = QHBoxLayout()
        line.setSpacing(theme.px(4))
        self._mark = AnswerMark(theme)
        self._title = WrappedButton(title)
        self._title.clicked.connect(lambda _on=False: self.wanted.emit(self.key))
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._title, 1)
        column.addLayout(line)
        self._why = Label("", theme, "small", "grey")
        self._why.setContentsMargins(*margins(theme.px(28), 0, 0, theme.px(4)))
        column.addWidget(self._why)
        self._ask = self._asking()
        column.addWidget(self._ask)

    def show_answer(
        self, given: Judgement | None, about: str, *, is_open: bool, can_change: bool
    ) -> None:
        """Show the answer and its reason for the pick `about`.

        `is_open` shows the buttons to answer; what is half said stays open anyway.
        """
        has_changed = given != self._given and about == self._about
        self._given, self._about = given, about
        if has_changed:  # answered just now, or by undo
            self._waits.pop(about, None)
            self._reason.put(self._written)
        else:
            self._reason.show_text(self._written, about)
        is_open = can_change and (is_open or self._is_half_said)
        answer = given.answer.value if given else ""
        self._mark.show_answer(answer)
        self._mark.setVisible(not is_open)
        words = {a: _(text) for a, text in ANSWERS}
        said = begun_small(words[given.answer]) if given else _("not answered yet")
        self._title.setAccessibleName(_("{title}: {answer}").format(title=self.title, answer=said))
        self._title.setEnabled(can_change)
        self._title.set_quiet(quiet=given is None and not is_open)
        self._show_why(given, hidden=is_open)
        self._ask.setVisible(is_open)
        choose_only(self._group, self._choices[self._chosen] if self._chosen else None)
        self._ask_why()

    @property
    def is_open(self) -> bool:
        """Whether it shows the buttons to answer."""
        return not self._ask.isHidden()

    @property
    def _is_half_said(self) -> bool:
        is_typed = self._reason.text().strip() != self._written
        return self._about in self._waits or is_typed

    @property
    def _written(self) -> str:
        return self._given.reason if self._given else ""

    @property
    def _chosen(self) -> CriterionAnswer | None:
        return self._waits.get(self._about, self._given.answer if self._given else None)

    def take_keys(self) -> None:
        """Give the keyboard to the first answer."""
        self._choices[CriterionAnswer.YES].setFocus()

    def _show_why(self, given: Judgement | None, *, hidden: bool) -> None:
        lead = "" if given is None or given.answer is CriterionAnswer.YES else _("Not sure.")
        if given is not None and given.answer is CriterionAnswer.NO:
            lead = _("No.")
        self._why.setText(f"{lead} {given.reason}".strip() if given else "")
        self._why.paint_in("amber" if lead else "grey")
        self._why.setVisible(bool(given and given.reason) and not hidden)

    def _asking(self) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, self._theme.px(6))
        column.setSpacing(self._theme.px(6))
        bar = QHBoxLayout()
        bar.setSpacing(0)
        self._group = QButtonGroup(widget)
        self._choices: dict[CriterionAnswer, ChoiceButton] = {}
        for place, (answer, text) in zip(("first", "middle", "last"), ANSWERS, strict=True):
            label = _(text)
            choice = ChoiceButton(label, place)
            choice.setFont(self._theme.font("small"))
            choice.setAccessibleName(with_commas((self.title, begun_small(label))))
            choice.clicked.connect(lambda _on=False, a=answer: self._choose(a))
            choice.installEventFilter(self)
            self._group.addButton(choice)
            self._choices[answer] = choice
            bar.addWidget(choice)
        bar.addStretch(1)
        column.addLayout(bar)
        name = _("{title}: why").format(title=self.title)
        self._reason = Field(name, "", self._write_reason, stays=bool)
        self._reason.returnPressed.connect(self._ask_which)
        column.addWidget(self._reason)
        return widget

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters that are typed on an answer are the beginning of a reason.

        Else each space in it would press the answer that has the keyboard.
        """
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if held or not event.text().isalpha():
            return False
        self._reason.setFocus()
        QApplication.sendEvent(self._reason, event)
        return True

    def _ask_why(self) -> None:
        """Ask in the field itself, which is narrow, and tell the rule where the mouse rests."""
        waits = self._about in self._waits
        self._reason.setPlaceholderText(_("Why? Then Enter.") if waits else _("Why?"))
        wants = _("A no or a not sure needs its reason.")
        self._reason.setToolTip(wants if waits else _("A yes needs no reason."))

    def _choose(self, answer: CriterionAnswer) -> None:
        """Emit a yes at once; a no or a not sure waits for its reason."""
        reason = self._reason.text().strip()
        if answer is CriterionAnswer.YES or reason:
            self._waits.pop(self._about, None)
            self.answered.emit(self.key, answer, reason)
            return
        self._waits[self._about] = answer
        self._ask_why()
        self._reason.setFocus()

    def _write_reason(self, typed: str) -> object:
        """Answer with the reason that is typed, when its field is left.

        Not before the mouse is let go: the rows move, and what was pressed would be missed. None
        while it isn't written.
        """
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            about = self._about
            when_let_go(self, lambda: self._write_later(typed, about))
            return None
        if self._chosen is None:
            return None
        self.answered.emit(self.key, self._chosen, typed.strip())
        return self._given if self._written == typed.strip() else None

    def _write_later(self, typed: str, about: str) -> None:
        is_as_left = about == self._about and self._reason.text() == typed
        if is_as_left and self._chosen is not None and self._reason.is_half_typed:
            self.answered.emit(self.key, self._chosen, typed.strip())

    def _ask_which(self) -> None:
        """Lead from a reason to the answers, as long as none is chosen."""
        if self._chosen is None and self._reason.text():
            self.take_keys()


def first_open(keys: list[str], given: Callable[[str], Judgement | None], wanted: str) -> str:
    """Return the key to open: `wanted`, or the first without an answer, or ""."""
    if wanted in keys:
        return wanted
    return next((key for key in keys if given(key) is None), "")
