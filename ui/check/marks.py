"""The four marks that a customer's answer can get, by form first and always with the word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from cxworkshop.i18n import _, n_
from cxworkshop.model import Mark
from ui.buttons import Choice
from ui.theme.look import Look
from ui.theme.paint import mark_shape

MARKS = {
    Mark.NOTICES: n_("Notices"),
    Mark.NO_DIFFERENCE: n_("No difference"),
    Mark.WORSE: n_("Worse"),
    Mark.CANNOT_TELL: n_("Cannot tell"),
}


class MarkChoice(QWidget):
    """One of four, or none yet."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._group = QButtonGroup(self)
        self._choices: dict[Mark, Choice] = {}
        places = ("first", "middle", "middle", "last")
        for place, (mark, text) in zip(places, MARKS.items(), strict=True):
            choice = Choice(_(text), place, mark.value)
            choice.setFont(look.font("field"))
            self._choices[mark] = choice
            self._group.addButton(choice)
            line.addWidget(choice)

    @property
    def chosen(self) -> Mark | None:
        """The mark that was chosen."""
        return next((mark for mark, choice in self._choices.items() if choice.isChecked()), None)

    def let_go(self) -> None:
        """None is chosen: the next customer."""
        self._group.setExclusive(False)
        for choice in self._choices.values():
            choice.setChecked(False)
        self._group.setExclusive(True)

    def ask(self) -> None:
        """Put the keyboard on the first."""
        self._choices[Mark.NOTICES].setFocus(Qt.FocusReason.TabFocusReason)


class MarkShown(QWidget):
    """A mark with its word, as it was given."""

    def __init__(self, mark: Mark, look: Look) -> None:
        super().__init__()
        self._mark, self._look, self._words = mark, look, _(MARKS[mark])
        self.setAccessibleName(self._words)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own
        """The widest of the four, so that they stand in a column."""
        metrics = QFontMetricsF(self._look.font("field"))
        wide = max(metrics.horizontalAdvance(_(text)) for text in MARKS.values())
        return QSize(round(wide) + self._look.px(26), self._look.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """Form, then word."""
        painter = QPainter(self)
        size = self._look.px(14)
        middle = self._look.px(11)
        mark_shape(painter, QPointF(size / 2 + 1, middle), size, self._mark.value)
        painter.setFont(self._look.font("field"))
        painter.setPen(QColor(self._look.tokens.ink))
        box = QRectF(self._look.px(24), 0, self.width(), 2 * middle)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._words)
