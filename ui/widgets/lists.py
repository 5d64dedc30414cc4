"""Lines of words under one another: what was typed, who is there, what is still to be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.compat import override
from ui.theme.theme import Theme
from ui.widgets.gestures import swipes
from ui.widgets.labels import Label, button, clear


class RowList(QScrollArea):
    """A column of widgets that scrolls when it has to; `show_rows` replaces them all."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self._least, self._by_finger = 0, False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._inside = QWidget()
        self._box = QVBoxLayout(self._inside)
        self._box.setContentsMargins(0, 0, theme.px(4), 0)
        self._box.setSpacing(theme.px(4))
        self.setWidget(self._inside)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Fingers may swipe it."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._make_room)
        if not self._by_finger:
            self._by_finger = True
            swipes(self)

    def take_what_is_left(self, least: int) -> None:
        """Be so many pixels high at least, and as high as there is room: it scrolls by itself."""
        self._least = least
        self.setMinimumHeight(least)
        expands = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expands, expands)

    @override
    def sizeHint(self) -> QSize:
        """Its own, unless it takes what is left."""
        hint = super().sizeHint()
        return QSize(hint.width(), self._least or hint.height())

    def set_gap(self, gap: int) -> None:
        """Pixels between rows; rows with a line above them want none."""
        self._box.setSpacing(gap)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Put these rows in place of those that are there."""
        clear(self._box)
        for made in rows:
            self._box.addWidget(made)
        self._box.addStretch(1)

    def keep_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows; those that are there already stay as they are."""
        while self._box.count():
            self._box.takeAt(0)
        for made in rows:
            self._box.addWidget(made)
        self._box.addStretch(1)

    def show_last(self) -> None:
        """Bring the last row into view, as soon as it has its place."""
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(self._inside.height()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rows came, went or wrapped anew: they may need more height or less."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew, so the rows may need more height or less."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """A scroll area knows nothing of height for width: without this, rows are squeezed."""
        width = self._inside.width()  # see ui/scrolling.py
        least = self._box.minimumSize().height()  # of rows whose fields have grown meanwhile
        self._inside.setMinimumHeight(max(least, self._box.heightForWidth(width)))
        self._take_keys()

    def _take_keys(self) -> None:
        """The keyboard stops here only to scroll words; else at what stands in the rows."""
        scrolls = self._inside.minimumHeight() > self.height()
        none = Qt.FocusPolicy.NoFocus
        rows = (part.focusPolicy() for part in self._inside.findChildren(QWidget))
        takes = scrolls and all(policy == none for policy in rows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes else none)


def row(theme: Theme, *parts: str, grey: str = "", role: str = "body") -> QWidget:
    """One line: words, the last of them grey at the right."""
    made = QWidget()
    box = QHBoxLayout(made)
    box.setContentsMargins(0, theme.px(4), 0, theme.px(4))
    for part in parts:
        box.addWidget(Label(part, theme, role), 1)
    if grey:
        quiet = Label(grey, theme, "small", "grey")
        quiet.setWordWrap(False)
        box.addWidget(quiet)
    return made


def row_with(theme: Theme, text: str, action: str, do: Callable[[], object]) -> QWidget:
    """One line with a small button that does something about it."""
    made = row(theme, text)
    press = button(action, "quiet")
    press.setAccessibleName(f"{action}: {text}")
    press.clicked.connect(lambda _on=False: do())
    box = made.layout()
    assert box is not None  # `row` has just made it
    box.addWidget(press)
    return made


class AddLine(QLineEdit):
    """A field that hands over its words at Enter and is empty again, unless they were refused."""

    def __init__(self, hint: str, take: Callable[[str], object]) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._take = take
        self.returnPressed.connect(self._hand_over)

    def _hand_over(self) -> None:
        if self._take(self.text()) is not None:
            self.clear()
