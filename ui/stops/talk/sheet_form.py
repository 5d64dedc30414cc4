"""A paper sheet typed in from top to bottom, with a field for each of its questions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.exchange.lines import pasted_lines
from cxworkshop.i18n import _
from cxworkshop.model import Question, QuestionId
from ui.stops.talk.actions import SheetAnswer
from ui.theme.theme import Theme
from ui.widgets.fields import TextArea
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, Panel, clear, make_button


@dataclass(frozen=True)
class FormQuestion:
    """A question of the sheet."""

    key: str
    words: str
    question: QuestionId | None = None
    way: str | None = None
    good: bool = False


class SheetForm(QWidget):
    """Enter goes to the next question, Ctrl+Enter saves the sheet. Each typed line is a card."""

    taken = Signal(list)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._asked: list[FormQuestion] = []
        self._fields: dict[str, TextArea] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        panel = Panel(theme)
        about = _("Type what stands on the sheet, just as it stands there. A line is a card.")
        panel.box.addWidget(Label(about, theme, "body", "grey"))
        self._grid = QVBoxLayout()
        self._grid.setSpacing(theme.px(10))
        panel.box.addLayout(self._grid)
        self._take = make_button(_("Take this sheet"), "primary")
        self._take.show_key("Ctrl+Enter")
        self._take.clicked.connect(lambda _on=False: self.take())
        panel.box.addWidget(self._take, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(panel)
        column.addStretch(1)

    def offer(self, questions: Sequence[Question]) -> None:
        """Show what was good, what to do better, and each question; typed words stay."""
        asked = [
            FormQuestion("good", _("What was good?"), good=True),
            FormQuestion("opening", catalogue.opening_question()),
            *(FormQuestion(row.id, row.words, row.id, row.way) for row in questions),
        ]
        if asked == self._asked:
            return
        typed = {key: field.text() for key, field in self._fields.items()}
        self._asked, self._fields = asked, {}
        clear(self._grid)
        for line in asked:
            self._add_line(line, typed.get(line.key, ""))

    def answers(self) -> list[SheetAnswer]:
        """Return what was typed, line by line, without bullets and numbers."""
        return [
            SheetAnswer(words, line.question, line.way, line.good)
            for line in self._asked
            for words in pasted_lines(self._fields[line.key].text())
        ]

    def take(self) -> None:
        self.taken.emit(self.answers())

    def begin(self) -> None:
        """Empty all fields and start from the top."""
        for field in self._fields.values():
            field.setPlainText("")
        self.focus_first()

    def focus_first(self) -> None:
        if self._asked:
            self._fields[self._asked[0].key].setFocus()

    def draft(self) -> str:
        """Return what is half typed, as JSON."""
        typed = {key: field.text() for key, field in self._fields.items() if field.text()}
        return json.dumps(typed) if typed else ""

    def take_draft(self, text: str) -> None:
        """Restore it; words for a question that is no longer asked go to the opening question."""
        for key, words in json.loads(text or "{}").items():
            field = self._fields.get(key) or self._fields["opening"]
            field.type_again("\n".join(part for part in (field.text(), words) if part))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save the sheet by an Enter that no field has used."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)

    def _add_line(self, line: FormQuestion, words: str) -> None:
        both = SideBySide(self._theme.px(12), self._theme.px(560))
        self._grid.addWidget(both)
        both.line.addWidget(Label(line.words, self._theme, "field", "ink"), 2)
        field = self._fields[line.key] = _Line(line.words, self)
        field.setFont(self._theme.font("verbatim_list"))
        field.setPlainText(words)
        both.line.addWidget(field, 3)


class _Line(TextArea):
    """A field of the sheet: Enter goes to the next one, Ctrl+Enter saves the sheet."""

    def __init__(self, name: str, form: SheetForm) -> None:
        super().__init__(name, "", lambda _words: True, kind="sheet")
        self._form = form

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._form.take()
        else:
            super().keyPressEvent(event)
