"""The four marks of a 30-day check, each a shape and a word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, n_
from cxworkshop.model import Mark
from ui.theme.mirror import draw_text, painter_of
from ui.theme.paint import mark_shape
from ui.theme.theme import Theme
from ui.widgets.buttons import ChoiceButton, Joined
from ui.widgets.own_keys import keeps_key

MARKS = (
    (Mark.NOTICES, n_("Notices")),
    (Mark.NO_DIFFERENCE, n_("No difference")),
    (Mark.WORSE, n_("Worse")),
    (Mark.CANNOT_TELL, n_("Cannot tell")),
)

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def _letters(english: str, said: str) -> list[str]:
    """A letter for each mark; the English ones where a translation has not as many."""
    letters = said.split()
    return letters if len(letters) == len(MARKS) else english.split()


def keys() -> list[str]:
    """Return the letter keys of the marks, in their order."""
    return _letters("n d w c", _("n d w c"))


def place_of(key: str) -> int:
    """Return the place, 1 to 4, of the mark that a key chooses by number or letter; 0 for none."""
    if key in ("1", "2", "3", "4"):
        return int(key)
    for letters in (keys(), _letters("n s w c", _("n s w c"))):
        if key and key.casefold() in letters:
            return letters.index(key.casefold()) + 1
    return 0


class _MarkChoice(ChoiceButton):
    """A mark to choose. `entered` says that Enter was pressed, `digit` carries a place."""

    entered = Signal()
    digit = Signal(int)

    @override
    def sizeHint(self) -> QSize:
        """Stand closer than other choices, for there are four beside a list."""
        metrics, em = self.fontMetrics(), self.font().pixelSize()
        wide = metrics.horizontalAdvance(self.text().replace("&&", "&")) + em * 41 / 13
        return QSize(round(wide + 1), super().sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = 0 if event.modifiers() & HELD else place_of(event.text())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setChecked(True)
            self.entered.emit()
        elif place:
            self.digit.emit(place)
        else:
            super().keyPressEvent(event)


class MarkBar(QWidget):
    """Four marks in a row, or two rows if the page is narrow. `entered`: Enter was pressed."""

    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._group = QButtonGroup(self)
        self._choices: dict[Mark, _MarkChoice] = {}
        self._columns = 0
        for (mark, text), place in zip(MARKS, ("first", "middle", "middle", "last"), strict=True):
            choice = _MarkChoice(_(text), place, mark.value)
            choice.setFont(theme.font("small"))
            choice.entered.connect(self.entered)
            choice.digit.connect(self.choose)
            self._group.addButton(choice)
            self._choices[mark] = choice
        self._arrange(len(MARKS))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("What this {customer} notices"))

    @property
    def mark(self) -> Mark | None:
        """The mark that is chosen, or None."""
        return next((m for m, choice in self._choices.items() if choice.isChecked()), None)

    def choose(self, number: int) -> None:
        """Choose the mark at this place, 1 to 4."""
        choice = list(self._choices.values())[number - 1]
        choice.setChecked(True)
        choice.setFocus(Qt.FocusReason.TabFocusReason)

    def show_mark(self, mark: str) -> None:
        """Choose the mark with this value; "" for none."""
        self._group.setExclusive(False)
        for here, choice in self._choices.items():
            choice.setChecked(here.value == mark)
        self._group.setExclusive(True)

    def take_keys(self) -> None:
        """Give the focus to the chosen mark, or to the first."""
        self._choices[self.mark or Mark.NOTICES].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def minimumSizeHint(self) -> QSize:
        sizes = [choice.sizeHint() for choice in self._choices.values()]
        wide = max(sizes[0].width(), sizes[2].width()) + max(sizes[1].width(), sizes[3].width())
        return QSize(wide, sizes[0].height() * (len(MARKS) // self._columns))

    @override
    def sizeHint(self) -> QSize:
        wide = sum(choice.sizeHint().width() for choice in self._choices.values())
        return QSize(wide, self.minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(len(MARKS) if self.width() >= self.sizeHint().width() else 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, choice in enumerate(self._choices.values()):
            line, column = divmod(place, columns)
            self._grid.addWidget(choice, line, column)
            above, below = line > 0, place + columns < len(MARKS)
            choice.join(Joined(column > 0, column < columns - 1, above, below))
        self.updateGeometry()


class MarkButton(QPushButton):
    """A mark and its word beside an answer; pressing it opens the answer for correction.

    `opened`: by click, Enter or F2; `marked` carries another mark that was chosen by its key,
    `removed`: Delete was pressed.
    """

    opened = Signal()
    marked = Signal(object)
    removed = Signal()

    def __init__(self, theme: Theme, mark: Mark | None, name: str) -> None:
        super().__init__()
        self._theme, self._mark = theme, mark
        self.setProperty("kind", "link")
        self._word = _(dict(MARKS)[mark]) if mark else _("no mark yet")
        self.setAccessibleName(name)
        self.setToolTip(_("Correct it (F2)"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(theme.px(124), theme.px(26))
        self.clicked.connect(lambda _on=False: self.opened.emit())

    @override
    def event(self, event: QEvent) -> bool:
        """Take F2 before the window does, which has another use for it at stop 3."""
        return keeps_key(event, Qt.Key.Key_F2) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = 0 if event.modifiers() & HELD else place_of(event.text())
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif place:
            self.marked.emit(MARKS[place - 1][0])
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = painter_of(self), self._theme.px
        middle = QPointF(px(10), self.height() / 2)
        mark = self._mark.value if self._mark else "cannot-tell"
        mark_shape(painter, middle, px(15), mark)
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.ink if self._mark else tokens.amber))
        painter.setFont(self._theme.font("field"))
        words = QRectF(px(24), 0, self.width() - px(24), self.height())
        draw_text(painter, words, Qt.AlignmentFlag.AlignVCenter, self._word)
