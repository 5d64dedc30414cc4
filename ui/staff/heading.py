"""One of the six headings: answers as cards with where to find them, and a line for one more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.i18n import _
from cxworkshop.model import Heading
from ui.lists import Lines
from ui.theme.icons import paint_icon
from ui.theme.look import Look
from ui.words import Hairline, Panel, Words, button


@dataclass(frozen=True)
class Shown:
    """An answer on the screen; `person` is who it speaks of, if it seems to speak of one."""

    id: str
    words: str
    where: str
    person: str


class HeadingPanel(Panel):
    """`aside_wanted` carries the id of an answer that does not hold after all."""

    aside_wanted = Signal(str)

    def __init__(
        self,
        heading: catalogue.HeadingText,
        look: Look,
        take: Callable[[Heading, str, str], bool],
    ) -> None:
        super().__init__(look, fill="sunken", border="sunken")
        self._key, self._take, self._hint = Heading(heading.key), take, heading.hint
        self.box.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(8))
        self.box.setSpacing(look.px(4))
        title = Words(heading.title, look, "strong")
        title.setToolTip(heading.hint)
        self.box.addWidget(title)
        self.cards = Lines(look, heading.title)
        self.cards.take_what_is_left(look.px(44))
        self.box.addWidget(self.cards, 1)
        self.box.addLayout(self._entry(heading))

    def show_answers(self, answers: Sequence[Shown], *, can_add: bool) -> None:
        """Cards, or the place where one is missing."""
        rows = [self._card(answer) for answer in answers]
        self.cards.show_rows(rows or [_Nothing(self._hint, self._look)])
        for field in (self.words, self.where):
            field.setEnabled(can_add)

    def _entry(self, heading: catalogue.HeadingText) -> QHBoxLayout:
        """What, then where: Enter in the first goes to the second, there it adds."""
        line = QHBoxLayout()
        line.setSpacing(self._look.px(6))
        self.words, self.where = QLineEdit(), QLineEdit()
        for field, hint, part in (
            (self.words, _("what keeps it good"), 3),
            (self.where, _("where to find it"), 2),
        ):
            field.setPlaceholderText(hint)
            field.setProperty("kind", "small")
            field.setAccessibleName(f"{heading.title}: {hint}")
            line.addWidget(field, part)
        self.words.returnPressed.connect(self.where.setFocus)
        self.where.returnPressed.connect(self._add)
        return line

    def _add(self) -> None:
        if self._take(self._key, self.words.text(), self.where.text()):
            self.words.clear()
            self.where.clear()
            self.words.setFocus()

    def _card(self, answer: Shown) -> QWidget:
        card = Panel(self._look)
        px = self._look.px
        card.box.setContentsMargins(px(10), px(6), px(4), px(6))
        card.box.setSpacing(px(2))
        line = QHBoxLayout()
        line.addWidget(Words(answer.words, self._look, "body"), 1)
        away = button("", "quiet", lead="x")
        away.setProperty("small", True)  # noqa: FBT003 - Qt's own
        away.setAccessibleName(_("Set aside: {words}").format(words=answer.words))
        away.setToolTip(_("Set aside"))
        away.clicked.connect(lambda _on=False: self.aside_wanted.emit(answer.id))
        line.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        card.box.addLayout(line)
        where = QHBoxLayout()
        where.setSpacing(px(5))
        where.addWidget(_Pin(self._look))
        where.addWidget(Words(answer.where, self._look, "small", "grey"), 1)
        card.box.addLayout(where)
        if answer.person:
            card.box.addWidget(Hairline(self._look))
            text = _("{name} is a person. What if they move on?").format(name=answer.person)
            card.box.addWidget(Words(text, self._look, "small", "amber"))
        return card


class _Pin(QWidget):
    """Where to find it; the words beside it say so to everybody else."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(look.px(16), look.px(18)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        size = self._look.px(16)
        box = QRectF(0, 1, size, size)
        paint_icon(QPainter(self), "pin", box, QColor(self._look.tokens.grey))


class _Nothing(QWidget):
    """A dashed place: an answer is missing here, and what it could be."""

    def __init__(self, hint: str, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(8))
        words = Words(_("Nothing yet. {hint}").format(hint=hint), look, "small", "grey")
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.tokens.ghost), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
