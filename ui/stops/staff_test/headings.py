"""The six headings of the replace-the-staff test: cards that each say where to find it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.i18n import _
from ui.theme.icons import paint_icon
from ui.theme.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Hairline, Panel, Words, button, clear


@dataclass(frozen=True)
class Card:
    """An answer as it is shown; `person` is somebody of ours whom it names."""

    id: str
    words: str
    where: str
    person: str


class _Empty(QPushButton):
    """A dashed place with one sentence: a click writes the first answer."""

    def __init__(self, look: Look, title: str, hint: str) -> None:
        super().__init__()
        self._look = look
        nothing = _("Nothing yet.")
        self._text = f"{nothing} {hint}"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Write under: {title}").format(title=title))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own
        """Three lines of words."""
        return QSize(self._look.px(80), self._look.px(58))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own
        """The same: it takes what is left."""
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """Dashes are drawn with a pen: a style sheet cannot round them."""
        painter, tokens = QPainter(self), self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse()
        painter.setPen(
            QPen(QColor(tokens.edge if over else tokens.ghost), 1.5, Qt.PenStyle.DashLine)
        )
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QColor(tokens.grey))
        painter.setFont(self._look.font("field"))
        gap = self._look.px(10)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        painter.drawText(self.rect().adjusted(gap, gap, -gap, -gap), flags, self._text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own
        """Enter opens it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class _Pin(QWidget):
    """Where to find it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(look.px(16), look.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """The pin."""
        size = self._look.px(16)
        box = QRectF(0, self._look.px(1), size, size)
        paint_icon(QPainter(self), "pin", box, QColor(self._look.tokens.grey))


class HeadingColumn(Panel):
    """One heading. `add` takes words and where, and says if it was done; `aside` an id."""

    def __init__(
        self,
        look: Look,
        heading: catalogue.HeadingText,
        add: Callable[[str, str], bool],
        aside: Callable[[str], object],
    ) -> None:
        super().__init__(look, fill="sunken", border="sunken")
        self._add, self._aside = add, aside
        pad = look.px(10)
        self.box.setContentsMargins(pad, look.px(6), pad, look.px(8))
        self.box.setSpacing(look.px(6))
        self.box.addLayout(self._head(heading.title))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(look.px(6))
        self.box.addLayout(self._cards)
        self._entry = self._writing(heading)
        self.box.addWidget(self._entry)
        self._empty = _Empty(look, heading.title, heading.hint)
        self._empty.clicked.connect(lambda _on=False: self.open())
        self.box.addWidget(self._empty, 1)
        self.box.addStretch(0)
        self._has_cards = False
        self._shown: list[Card] | None = None
        self._close()

    def show_cards(self, cards: list[Card]) -> None:
        """The answers under this heading."""
        if cards != self._shown:
            self._shown = cards
            clear(self._cards)
            for card in cards:
                self._cards.addWidget(self._card(card))
        self._has_cards = bool(cards)
        self._fit()

    def open(self) -> None:
        """Write an answer here."""
        self._open = True
        self._fit()
        self.words.setFocus()

    def typed(self) -> tuple[str, str]:
        """What is half typed."""
        return self.words.text(), self.where.text()

    def put_typed(self, words: str, where: str) -> None:
        """Put it back; open if there is any."""
        self.words.setText(words)
        self.where.setText(where)
        self._open = bool(words or where)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own
        """Esc leaves the writing, and forgets it."""
        if event.key() == Qt.Key.Key_Escape and self._open:
            self._close()
            (self._more if self._has_cards else self._empty).setFocus()
        else:
            super().keyPressEvent(event)

    def _head(self, title: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(Words(title, self._look, "strong"), 1)
        self._more = Button(_("Add"), "link", lead="plus")
        self._more.setAccessibleName(_("Write under: {title}").format(title=title))
        self._more.clicked.connect(lambda _on=False: self.open())
        line.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _writing(self, heading: catalogue.HeadingText) -> Panel:
        panel = Panel(self._look)
        pad = self._look.px(10)
        panel.box.setContentsMargins(pad, self._look.px(6), pad, self._look.px(6))
        panel.box.setSpacing(self._look.px(2))
        self.words, self.where = QLineEdit(), QLineEdit()
        for field, name, hint in (
            (self.words, _("{title}: how"), heading.hint),
            (self.where, _("{title}: where to find it"), _("Where to find it; then Enter")),
        ):
            field.setProperty("kind", "inline")
            field.setAccessibleName(name.format(title=heading.title))
            field.setPlaceholderText(hint)
            panel.box.addWidget(field)
        self.words.returnPressed.connect(self.where.setFocus)
        self.where.returnPressed.connect(self._enter)
        return panel

    def _enter(self) -> None:
        if self._add(self.words.text(), self.where.text()):
            self._close()
            self._more.setFocus()

    def _close(self) -> None:
        self.put_typed("", "")

    def _fit(self) -> None:
        self._entry.setVisible(self._open)
        self._empty.setVisible(not self._has_cards and not self._open)
        self._more.setVisible(self._has_cards and not self._open)

    def _card(self, card: Card) -> Panel:
        panel = Panel(self._look)
        pad = self._look.px(10)
        panel.box.setContentsMargins(pad, self._look.px(7), pad, self._look.px(7))
        panel.box.setSpacing(self._look.px(2))
        panel.box.addWidget(Words(card.words, self._look, "body"))
        line = QHBoxLayout()
        line.setSpacing(self._look.px(4))
        line.addWidget(_Pin(self._look), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Words(card.where, self._look, "small", "grey"), 1)
        aside = button(_("Set aside"), "link")
        aside.setAccessibleName(_("Set aside: {words}").format(words=card.words))
        aside.clicked.connect(lambda _on=False: self._aside(card.id))
        line.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
        panel.box.addLayout(line)
        if card.person:
            panel.box.addWidget(Hairline(self._look))
            text = _("{name} is a person. What if they move on?").format(name=card.person)
            panel.box.addWidget(Words(text, self._look, "small", "amber"))
        return panel
