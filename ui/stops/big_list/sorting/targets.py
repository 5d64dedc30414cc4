"""The groups as places for a card, each with its letter, and the place for a new group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.compat import override
from cxworkshop.content.values import SortedCard, SortTarget
from cxworkshop.i18n import _, ngettext, with_commas
from ui.stops.big_list.sorting.card_panel import customers_words, roomy
from ui.theme.mirror import draw_text, painter_of
from ui.theme.theme import Theme
from ui.widgets.enter_button import EnterButton
from ui.widgets.labels import Label
from ui.widgets.painted_button import PaintedButton
from ui.widgets.people_count import HeardBy
from ui.widgets.scroll_area import ScrollArea

LETTER, SMALL_LETTER = 40, 28
ONE_COLUMN = 6  # groups that stand below one another; more stand in two columns


class LetterKey(QWidget):
    """A letter as a key that can be pressed; "+" for a new group."""

    def __init__(self, theme: Theme, ink: str = "accent") -> None:
        super().__init__()
        self._theme, self._ink, self._letter = theme, ink, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_letter(self, letter: str) -> None:
        """Show another letter."""
        self._letter = letter
        side = self._theme.px(roomy(self._theme, LETTER, SMALL_LETTER))
        self.setFixedSize(side, side)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.setBrush(QColor(tokens.edge))
        painter.drawRoundedRect(box, 6, 6)
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(box.adjusted(0, 0, 0, -2), 6, 6)
        painter.setPen(QColor(getattr(tokens, self._ink)))
        painter.setFont(self._theme.font("letter"))
        draw_text(painter, box.adjusted(0, 0, 0, -2), Qt.AlignmentFlag.AlignCenter, self._letter)


class PlaceButton(PaintedButton):
    """A place for the card: its key, its words, and what stands at its end."""

    def __init__(self, theme: Theme, end: QWidget, *, dashed: bool = False) -> None:
        super().__init__(leaves_keys=True)
        self._theme, self._dashed = theme, dashed
        self._is_near = self._is_below = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(theme.px(roomy(theme, 68, 40)))
        self.key = LetterKey(theme, "grey" if dashed else "accent")
        self.headline, self.about = Label("", theme, "h2"), Label("", theme, "small", "grey")
        line = QHBoxLayout(self)
        side, edge = theme.px(roomy(theme, 16, 8)), theme.px(roomy(theme, 10, 6))
        line.setContentsMargins(side, edge, side, edge)
        line.setSpacing(side)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.headline)
        words.addWidget(self.about)
        words.addStretch(1)
        line.addWidget(self.key)
        line.addLayout(words, 1)
        line.addWidget(end)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_state(self, *, near: bool = False, below: bool = False) -> None:
        """Mark it as likely, or as lying below the card that is being dragged."""
        self._is_near, self._is_below = near, below
        self.update()

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None  # made with it
        return layout.sizeHint().expandedTo(QSize(self._theme.px(roomy(self._theme, 220, 140)), 0))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        marked = self._is_near or self._is_below
        edge = tokens.accent if marked else tokens.edge if self.underMouse() else tokens.line
        pen = QPen(QColor(edge), 3 if self._is_below else 1)
        if self._dashed and not self._is_below:
            pen = QPen(QColor(tokens.edge), 1.5, Qt.PenStyle.DashLine)
        ground = tokens.tint if marked else tokens.canvas if self._dashed else tokens.panel
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        half = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 10, 10)


class GroupPlace(PlaceButton):
    """A group as a place for the card."""

    def __init__(self, theme: Theme) -> None:
        self._heard = HeardBy(theme, role="letter")
        super().__init__(theme, self._heard)
        self.letter = ""

    def show_target(self, target: SortTarget, near: SortedCard | None) -> None:
        """Show a group; `near` is the card in it that says something like the card."""
        self.letter = target.letter
        self.key.show_letter(target.letter)
        self.headline.setText(target.headline)
        cards = ngettext("{n} card", "{n} cards", target.cards).format(n=target.cards)
        parts = [cards]
        if target.slot:
            parts.append(_("picked in slot {n}").format(n=target.slot))
        if near is not None:
            parts.append(_("the near one, {code}, is here").format(code=near.code))
        self.about.setText(" · ".join(parts))
        self._heard.show_count(target.customers)
        self.show_state(near=near is not None)
        customers = customers_words(target.customers)
        self.setAccessibleName(with_commas((target.letter, target.headline, customers, *parts)))


class NewGroupButton(PlaceButton):
    """The place for a new group."""

    def __init__(self, theme: Theme) -> None:
        key = Label(_("Enter"), theme, "caption", "grey")
        key.setWordWrap(False)
        super().__init__(theme, key, dashed=True)
        self.key.show_letter("+")
        self.headline.setText(_("New group"))
        about = _("with this card; type its headline, or later")
        self.about.setText(roomy(theme, about, ""))
        if not self.about.text():
            self.about.hide()
        self.setAccessibleName(_("New group"))


class NewGroupPlace(QWidget):
    """A place for a new group; pressed, it becomes a field for the headline.

    `wanted` asks for that, `named` carries the headline, "" for none, and `left` says that there
    shall be no new group.
    """

    wanted = Signal()
    named = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._half: dict[str, str] = {}  # headlines half typed, by the words of their cards
        self.button = NewGroupButton(theme)
        self.button.clicked.connect(lambda _on=False: self.wanted.emit())
        self._field = _HeadlineField(theme)
        self._field.taken.connect(lambda: self._end(self._field.text()))
        self._field.unnamed.connect(lambda: self._end(""))
        self._field.taken_back.connect(self._leave)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.button)
        self._stack.addWidget(self._field)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def is_open(self) -> bool:
        """Whether the field is open."""
        return self._stack.currentWidget() is self._field

    def open(self, words: str) -> None:
        """Ask for the headline; until one is typed these words, the customer's, stand there."""
        self._field.setText(self._half.pop(words, ""))
        self._field.setPlaceholderText(words)
        self._stack.setCurrentWidget(self._field)
        self._field.setFocus()

    def close_field(self) -> None:
        """Be a button again; a headline half typed comes back with its card."""
        if self.is_open and self._field.text():
            self._half[self._field.placeholderText()] = self._field.text()
        self._stack.setCurrentWidget(self.button)

    def _end(self, words: str) -> None:
        self._field.clear()
        self.close_field()
        self.named.emit(words.strip())

    def _leave(self) -> None:
        self.close_field()
        self.left.emit()


class _HeadlineField(QLineEdit):
    """Enter or its button takes the words, Esc none.

    Backspace in an empty field takes all of it back.
    """

    taken = Signal()
    unnamed = Signal()
    taken_back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(_("Headline of the new group"))
        self.setFont(theme.font("h2"))
        self.setMinimumHeight(theme.px(roomy(theme, 60, 44)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        EnterButton(self, _("New group"), self.taken.emit, always=True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()  # here, for Qt would pass Enter on to the page
        elif event.key() == Qt.Key.Key_Escape:
            self.unnamed.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)


class SortTargets(QWidget):
    """All places for the card; `chosen` carries a group's letter."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._places: list[GroupPlace] = []
        self.new_group = NewGroupPlace(theme)
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))
        self._area = ScrollArea()
        self._area.keep_from_bar(theme.px(6))
        self._area.box.addWidget(inner)
        self._area.box.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._area, 1)
        column.addWidget(self.new_group)

    @property
    def letters(self) -> list[str]:
        """The letters of the groups, in their order."""
        return [place.letter for place in self._places]

    def show_targets(self, targets: Sequence[SortTarget], near: SortedCard | None) -> None:
        """Show the groups; buttons stay the same widgets, for this happens at each key."""
        if len(targets) != len(self._places):
            self._make_places(len(targets))
        for place, target in zip(self._places, targets, strict=True):
            is_near = near is not None and near.letter == target.letter
            place.show_target(target, near if is_near else None)

    def at(self, point: QPoint) -> GroupPlace | NewGroupButton | None:
        """The place at a point of the screen."""
        places: list[GroupPlace | NewGroupButton] = [*self._places, self.new_group.button]
        there = (one for one in places if one.rect().contains(one.mapFromGlobal(point)))
        return next((one for one in there if one.isVisible()), None)

    def mark_below(self, point: QPoint | None) -> None:
        """Mark the place below a card that is being dragged."""
        below = self.at(point) if point is not None else None
        for place in (*self._places, self.new_group.button):
            place.show_state(below=place is below)

    def _make_places(self, count: int) -> None:
        while len(self._places) > count:
            gone = self._places.pop()
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._places) < count:
            place = GroupPlace(self._theme)
            place.clicked.connect(lambda _on=False, one=place: self.chosen.emit(one.letter))
            self._places.append(place)
        columns = 1 if count <= ONE_COLUMN else roomy(self._theme, 2, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
        rows = -(-count // columns)
        for n, place in enumerate(self._places):
            self._grid.addWidget(place, n % rows, n // rows)
