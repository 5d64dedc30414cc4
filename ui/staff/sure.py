"""The foot of stop 7: are we sure; if not, what is fixed by whom until when; when it was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.fields import Day
from ui.lists import Lines
from ui.theme.look import Look
from ui.theme.paint import ring
from ui.words import Panel, UprightLine, Words, button, small_button
from ui.wrap import Beside


@dataclass(frozen=True)
class FixShown:
    """A fix in one line; `due` while it is open."""

    id: str
    words: str
    due: bool


class SurePanel(Panel):
    """`sure` and `not_sure` are for the core; `finished` carries the id of a fix."""

    sure = Signal()
    not_sure = Signal(str, str, object)
    finished = Signal(str)

    def __init__(self, look: Look, first_day: date) -> None:
        super().__init__(look)
        self._first_day = first_day
        parts = Beside(look.px(20), look.px(760))
        for part, stretch in (
            (self._asking(), 0),
            (UprightLine(look), 0),
            (self._fixing(), 6),
            (UprightLine(look), 0),
            (self._before(), 4),
        ):
            parts.line.addWidget(part, stretch)
        self.box.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(8))
        self.box.addWidget(parts)

    def show_state(
        self,
        answer: bool | None,
        fixes: Sequence[FixShown],
        attempts: Sequence[tuple[str, str]],
    ) -> None:
        """The newest answer, what is being fixed, and each asking as ring and words."""
        self._yes.setChecked(answer is True)
        self._no.setChecked(answer is False)
        rows: list[QWidget] = [_Asked(state, words, self._look) for state, words in attempts]
        rows = [*(self._fix_row(fix) for fix in fixes), *rows]
        self._asked.show_rows(rows or [Words(_("Not asked yet."), self._look, "field", "grey")])

    def words(self) -> tuple[str, str]:
        """What is half typed of a fix."""
        return self.fix.text(), self.who.text()

    def put_words(self, fix: str, who: str) -> None:
        """Put it back, or empty the line."""
        self.fix.setText(fix)
        self.who.setText(who)

    def ask_for_fix(self) -> None:
        """Not sure, but nothing was named yet: the keyboard goes to the first empty field."""
        (self.who if self.fix.text().strip() else self.fix).setFocus()

    def _asking(self) -> QWidget:
        part, column = _part()
        column.addWidget(Words(_("Are we sure?"), self._look, "h2"))
        line = QHBoxLayout()
        self._yes, self._no = button(_("Sure")), button(_("Not sure"))
        self._yes.clicked.connect(self.sure)
        self._no.clicked.connect(self._say_not_sure)
        for press in (self._yes, self._no):
            press.setCheckable(True)
            line.addWidget(press)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        return part

    def _fixing(self) -> QWidget:
        part, column = _part()
        column.addWidget(Words(_("Then we fix this, and ask again"), self._look, "label", "accent"))
        line = QHBoxLayout()
        line.setSpacing(self._look.px(8))
        self.fix, self.who = QLineEdit(), QLineEdit()
        for field, hint in ((self.fix, _("What will be fixed")), (self.who, _("Who fixes it"))):
            field.setPlaceholderText(hint)
            field.setAccessibleName(hint)
            field.returnPressed.connect(self._say_not_sure)
        self.who.setMaximumWidth(self._look.px(110))
        self.by = Day(_("By when"), lambda _day: True)
        self.by.setDisplayFormat("ddd d MMM")
        self.by.show_day(self._first_day)
        line.addWidget(self.fix, 1)
        line.addWidget(self.who)
        line.addWidget(self.by)
        column.addLayout(line)
        column.addStretch(1)
        return part

    def _before(self) -> QWidget:
        part, column = _part()
        column.addWidget(Words(_("Fixes, and when it was asked"), self._look, "label", "accent"))
        self._asked = Lines(self._look, _("Fixes, and when it was asked"))
        self._asked.set_gap(0)
        self._asked.setFixedHeight(self._look.px(52))
        column.addWidget(self._asked)
        column.addStretch(1)
        return part

    def _say_not_sure(self) -> None:
        self.not_sure.emit(self.fix.text(), self.who.text().strip(), self.by.day())

    def _fix_row(self, fix: FixShown) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Words(fix.words, self._look, "small", "ink" if fix.due else "grey"), 1)
        if fix.due:
            done = small_button(_("Done"), "link")
            done.setAccessibleName(_("Done: {words}").format(words=fix.words))
            done.clicked.connect(lambda _on=False: self.finished.emit(fix.id))
            line.addWidget(done)
        return made


class _Asked(QWidget):
    """One asking: a small ring and when it was."""

    def __init__(self, state: str, words: str, look: Look) -> None:
        super().__init__()
        self._state, self._look = state, look
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(22), 0, 0, 0)
        line.addWidget(Words(words, look, "field"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own
        """One line."""
        return QSize(self._look.px(120), self._look.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self._look.px(8), self.height() / 2)
        ring(painter, middle, self._look.px(15), self._state, "", self._look.tokens)


def _part() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(5)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return part, column
