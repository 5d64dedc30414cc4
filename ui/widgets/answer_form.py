"""The answers that people write: we can't, because …, who can; handed on to …; their answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.errors import AsksFirst, Refusal
from cxworkshop.i18n import _, n_
from cxworkshop.model import Answer
from cxworkshop.workshop import Workshop
from ui.theme.theme import Theme
from ui.widgets.day_field import DayField
from ui.widgets.fields import is_left_as_typed
from ui.widgets.labels import Label, make_button


class Writing(StrEnum):
    """What is written."""

    CANT = "cant"
    HAND_ON = "hand-on"
    THEIR_ANSWER = "their-answer"


TITLES = {
    Writing.CANT: n_("We can’t, because …"),
    Writing.HAND_ON: n_("Hand on to …"),
    Writing.THEIR_ANSWER: n_("Their answer"),
}
FIELDS = {
    Writing.CANT: (n_("Because"), n_("Who can")),
    Writing.HAND_ON: (n_("Handed on to"), n_("Their answer, if they gave one")),
    Writing.THEIR_ANSWER: (n_("What they say"), ""),
}


class AnswerForm(QWidget):
    """Two fields, and a day where it is handed on. `given` when it was written, `left` if not.

    A refusal is shown in the form, and what was typed stays.
    """

    given = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._write: Callable[[bool], object] = lambda _sure: None
        self._asked = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self._title = Label("", theme, "h2")
        column.addWidget(self._title)
        self._heads = [Label("", theme, "label", "accent") for _n in range(3)]
        self.fields = [QLineEdit(), QLineEdit()]
        self._today = date.min  # of the workshop, from `write` on
        self.day = DayField(_("Asked on"), lambda _day: True, lambda: self._today)
        self.day.entered.connect(self.focusNextChild)
        self._heads[2].setText(_("Asked on"))
        for head, field in zip(
            (self._heads[0], self._heads[2], self._heads[1]),
            (self.fields[0], self.day, self.fields[1]),
            strict=True,
        ):
            column.addWidget(head)
            column.addWidget(field)
        for field in self.fields:
            field.returnPressed.connect(self._save)
        self._said = Label("", theme, "small", "amber")
        column.addWidget(self._said)
        column.addLayout(self._buttons(theme))

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.save = make_button("", "primary")
        self.save.clicked.connect(lambda _on=False: self._save())
        cancel = make_button(_("Cancel"))
        cancel.clicked.connect(lambda _on=False: self.left.emit())
        line.addWidget(self.save)
        line.addWidget(cancel)
        line.addStretch(1)
        return line

    def write(self, workshop: Workshop, code: str, what: Writing, was: Answer | None) -> None:
        """Ask for an answer to a card or a group; `was` is the one that it has now."""
        self._asked, self._today = False, workshop.today
        self._title.setText(_("{code}: {title}").format(code=code, title=_(TITLES[what])))
        first, second = FIELDS[what]
        for field, head, name in zip(self.fields, self._heads, (first, second), strict=False):
            head.setText(_(name) if name else "")
            field.setAccessibleName(_(name) if name else "")
            head.setVisible(bool(name))
            field.setVisible(bool(name))
            field.clear()
        for part in (self._heads[2], self.day):
            part.setVisible(what is Writing.HAND_ON)
        self.day.show_day(was.asked_on if was and was.asked_on else workshop.today)
        self._fill(what, was)
        self._say("")
        self.save.say(_("Save"))
        self._write = lambda sure: self._writes(workshop, code, what, was, sure=sure)
        self.fields[0].setFocus()

    def _fill(self, what: Writing, was: Answer | None) -> None:
        if was is None:
            return
        words = {
            Writing.CANT: (was.why, was.who_can),
            Writing.HAND_ON: (was.handed_to, was.their_answer),
            Writing.THEIR_ANSWER: (was.their_answer, ""),
        }
        for field, text in zip(self.fields, words[what], strict=True):
            field.setText(text)

    def _writes(
        self, workshop: Workshop, code: str, what: Writing, was: Answer | None, *, sure: bool
    ) -> None:
        answers, (first, second) = workshop.answers, (field.text() for field in self.fields)
        if what is Writing.THEIR_ANSWER and was is not None:
            answers.their_answer(was.id, first)
        elif what is Writing.CANT:
            answers.cant(answers.subject(code), first, second, sure=sure)
        else:
            with workshop.as_one(_("Hand on {code}").format(code=code)):
                rows = answers.hand_on(answers.subject(code), first, self.day.day(), sure=sure)
                for row in rows if second.strip() else ():
                    answers.their_answer(row.id, second)

    def _save(self) -> None:
        if self.day.isVisible() and not self.day.accept():
            return
        try:
            self._write(self._asked)
        except AsksFirst as refusal:
            self._asked = True
            self.save.say(_("Yes, all of them"))
            self._say(str(refusal))
        except Refusal as refusal:
            self._say(str(refusal))
            self.fields[0].setFocus()
        else:
            self.given.emit()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._said.setAccessibleName(sentence)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave only this form at Esc; while its words are too many, hide the refusal first."""
        if event.key() == Qt.Key.Key_Escape:
            is_work = any(is_left_as_typed(field.text()) for field in self.fields)
            if is_work and not self._said.isHidden():
                self._say("")
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)
