"""The six headings of the replace-the-staff test, with their answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import Heading, PickId
from cxworkshop.stops.staff_test import StaffTests
from ui.stops.staff_test.names import WordsWithNames
from ui.theme.icons import paint_icon
from ui.theme.mirror import draw_text, painter_of
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.drafts import Typed
from ui.widgets.fields import is_left_as_typed
from ui.widgets.labels import Hairline, Label, Panel, clear, make_button

COLUMNS, FEWER = 3, 2
LARGE = 115  # percent: with larger text there are fewer columns


@dataclass(frozen=True)
class AnswerCard:
    """An answer as it is shown; `person` is one of our people whom it names, or "".

    `names` are the places of all names of staff in it: begin and end of each.
    """

    id: str
    words: str
    where: str
    person: str
    names: tuple[tuple[int, int], ...] = ()


class _Empty(QPushButton):
    """A dashed box below a heading without answers; a click opens the entry."""

    def __init__(self, theme: Theme, title: str, hint: str) -> None:
        super().__init__()
        self._theme = theme
        nothing = _("Nothing yet.")
        self._text = f"{nothing} {hint}"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Write under: {title}").format(title=title))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(58))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashes with a pen: a style sheet cannot round their corners."""
        painter, tokens = painter_of(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse()
        painter.setPen(
            QPen(QColor(tokens.edge if over else tokens.ghost), 1.5, Qt.PenStyle.DashLine)
        )
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QColor(tokens.grey))
        painter.setFont(self._theme.font("field"))
        gap = self._theme.px(10)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        draw_text(painter, self.rect().adjusted(gap, gap, -gap, -gap), flags, self._text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class _Pin(QWidget):
    """The pin before the place where an answer is found."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(16), theme.px(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._theme.px(16)
        box = QRectF(0, self._theme.px(1), size, size)
        paint_icon(painter_of(self), "pin", box, QColor(self._theme.tokens.grey))


class HeadingGrid:
    """The six headings, three in a row of `layout`.

    `add` takes a heading, words and where to find them, and returns whether it was done; `aside`
    takes the id of an answer.
    """

    def __init__(
        self,
        theme: Theme,
        add: Callable[[Heading, str, str], bool],
        aside: Callable[[str], object],
    ) -> None:
        self.layout = QGridLayout()
        self.layout.setContentsMargins(0, 0, 0, 0)
        self.layout.setSpacing(theme.px(10))
        self._columns: dict[str, HeadingColumn] = {}
        columns = COLUMNS if theme.percent <= LARGE else FEWER
        for n, heading in enumerate(catalogue.headings()):
            column = HeadingColumn(theme, heading, partial(add, Heading(heading.key)), aside)
            self._columns[heading.key] = column
            row, place = divmod(n, columns)
            self.layout.addWidget(column, row, place)
            self.layout.setColumnStretch(place, 1)
            self.layout.setRowStretch(row, 1)

    def show_answers(self, tests: StaffTests, pick: PickId) -> None:
        """Show the answers of all attempts, each below its heading."""
        answers = tests.answers(pick)
        for key, column in self._columns.items():
            column.show_cards(
                [
                    AnswerCard(
                        a.id,
                        a.words,
                        a.where_to_find,
                        tests.person_in(a.words),
                        tests.names_in(a.words),
                    )
                    for a in answers
                    if a.heading == key
                ]
            )

    def typed(self) -> Typed:
        """Return what is half typed."""
        typed: Typed = {}
        for key, column in self._columns.items():
            typed[f"{key} words"], typed[f"{key} where"] = column.typed()
        return typed

    def set_typed(self, typed: Typed) -> None:
        """Put half-typed words back."""
        for key, column in self._columns.items():
            column.set_typed(typed.get(f"{key} words", ""), typed.get(f"{key} where", ""))


class HeadingColumn(Panel):
    """One heading with its answers and the entry for another; callbacks as in `HeadingGrid`."""

    def __init__(
        self,
        theme: Theme,
        heading: catalogue.HeadingText,
        add: Callable[[str, str], bool],
        aside: Callable[[str], object],
    ) -> None:
        super().__init__(theme, fill="sunken", border="sunken")
        self._add, self._aside = add, aside
        pad = theme.px(10)
        self.box.setContentsMargins(pad, theme.px(6), pad, theme.px(8))
        self.box.setSpacing(theme.px(6))
        self.box.addLayout(self._head(heading.title))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.px(6))
        self.box.addLayout(self._cards)
        self._entry = self._writing(heading)
        self.box.addWidget(self._entry)
        self._empty = _Empty(theme, heading.title, heading.hint)
        self._empty.clicked.connect(lambda _on=False: self.open())
        self.box.addWidget(self._empty, 1)
        self.box.addStretch(0)
        self._has_cards = False
        self._shown: list[AnswerCard] | None = None
        self._close()

    def show_cards(self, cards: list[AnswerCard]) -> None:
        """Show the answers below this heading."""
        if cards != self._shown:
            self._shown = cards
            clear(self._cards)
            for card in cards:
                self._cards.addWidget(self._card(card))
        self._has_cards = bool(cards)
        self._fit()

    def open(self) -> None:
        """Open the entry."""
        self._open = True
        self._fit()
        self.words.setFocus()

    def typed(self) -> tuple[str, str]:
        """Return what is half typed: words, and where to find it."""
        return self.words.text(), self.where.text()

    def set_typed(self, words: str, where: str) -> None:
        """Put half-typed words back; open the entry if there are any."""
        self.words.setText(words)
        self.where.setText(where)
        self._open = bool(words or where)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the entry at Esc, and empty it unless somebody's work is in it."""
        if event.key() == Qt.Key.Key_Escape and self._open:
            if any(is_left_as_typed(words) for words in self.typed()):
                self._open = False
                self._fit()
            else:
                self._close()
            (self._more if self._has_cards else self._empty).setFocus()
        else:
            super().keyPressEvent(event)

    def _head(self, title: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(Label(title, self._theme, "strong"), 1)
        self._more = Button(_("Add"), "link", lead="plus")
        self._more.setAccessibleName(_("Write under: {title}").format(title=title))
        policy = self._more.sizePolicy()
        # All titles are on one level then; with large text they need the room themselves.
        policy.setRetainSizeWhenHidden(self._theme.percent <= LARGE)
        self._more.setSizePolicy(policy)
        self._more.clicked.connect(lambda _on=False: self.open())
        line.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _writing(self, heading: catalogue.HeadingText) -> Panel:
        panel = Panel(self._theme)
        pad = self._theme.px(10)
        panel.box.setContentsMargins(pad, self._theme.px(6), pad, self._theme.px(6))
        panel.box.setSpacing(self._theme.px(2))
        panel.box.addWidget(Label(heading.hint, self._theme, "small", "grey"))
        self.words, self.where = QLineEdit(), QLineEdit()
        for field, name, hint in (
            (self.words, _("{title}: how"), _("How?")),
            (self.where, _("{title}: where to find it"), _("Where?")),
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
        self.set_typed("", "")

    def _fit(self) -> None:
        self._entry.setVisible(self._open)
        self._empty.setVisible(not self._has_cards and not self._open)
        self._more.setVisible(self._has_cards and not self._open)

    def _card(self, card: AnswerCard) -> Panel:
        panel = Panel(self._theme)
        pad = self._theme.px(10)
        panel.box.setContentsMargins(pad, self._theme.px(7), pad, self._theme.px(7))
        panel.box.setSpacing(self._theme.px(2))
        panel.box.addWidget(WordsWithNames(card.words, card.names, self._theme))
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(4))
        line.addWidget(_Pin(self._theme), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(card.where, self._theme, "small", "grey"), 1)
        aside = make_button(_("Set aside"), "link")
        aside.setAccessibleName(_("Set aside: {words}").format(words=card.words))
        aside.clicked.connect(lambda _on=False: self._aside(card.id))
        line.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
        panel.box.addLayout(line)
        if card.person:
            panel.box.addWidget(Hairline(self._theme))
            text = _("{name} is a person. Which role would do it?").format(name=card.person)
            panel.box.addWidget(Label(text, self._theme, "small", "amber"))
        return panel
