"""Scrolling lists of rows, and a field that adds one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.accessible.renew import renew_interface
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.enter_button import EnterButton
from ui.widgets.gestures import swipes
from ui.widgets.labels import Label, clear, make_button
from ui.widgets.layout_items import widgets_of
from ui.widgets.scroll_area import needed_height


class RowList(QScrollArea):
    """A column of widgets that scrolls if there is too little room."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self._least, self._by_finger, self._grows = 0, False, False
        self._ends_with_rows = False  # takes no more height than they do
        self._has_taken_keys = False
        self._measured = -1  # the width at which the rows were measured as they are
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._inside = QWidget()
        self._box = QVBoxLayout(self._inside)
        self._box.setContentsMargins(*margins(0, 0, theme.px(4), 0))
        self._box.setSpacing(theme.px(4))
        self.setWidget(self._inside)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._make_room)
        if not self._by_finger and not self._grows:
            self._by_finger = True
            swipes(self)

    def take_what_is_left(self, least: int) -> None:
        """Take all the height that is left, at least this many pixels."""
        self._least = least
        self.setMinimumHeight(least)
        expands = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expands, expands)

    def take_at_most_its_rows(self, least: int) -> None:
        """Take the height that is left, but no more than the rows have; else scroll within it.

        At least this many pixels, if the rows have as many.
        """
        self.take_what_is_left(least)
        self._ends_with_rows = True

    def be_as_high_as_its_rows(self) -> None:
        """Take no more and no less height than the rows: what is around it scrolls."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.grow(on=True)

    def grow(self, *, on: bool) -> None:
        """Get as high as the rows, where all around it scrolls; else scroll by itself again."""
        if on != self._grows:
            self._grows = on
            self.setMinimumHeight(self._least)
            self._make_room()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        is_measured = self._grows or self._ends_with_rows
        return QSize(
            hint.width(), self.minimumHeight() if is_measured else self._least or hint.height()
        )

    @override
    def minimumSizeHint(self) -> QSize:
        """Let a list of one row be as low as that row: Qt wants room for a scroll bar."""
        hint = super().minimumSizeHint()
        is_measured = self._grows or self._ends_with_rows
        return QSize(hint.width(), self.minimumHeight()) if is_measured else hint

    def set_gap(self, gap: int) -> None:
        """Set the pixels between rows."""
        self._box.setSpacing(gap)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Replace all rows, and delete the old ones."""
        clear(self._box)
        for row in rows:
            self._box.addWidget(row)
        self._box.addStretch(1)

    def keep_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows in this order, without deleting any."""
        let_go(self._box)
        for row in rows:
            self._box.addWidget(row)
        self._box.addStretch(1)

    def show_last(self) -> None:
        """Scroll to the last row once it is laid out."""
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(self._inside.height()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when rows were added, removed or wrapped."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
        elif event.type() is QEvent.Type.Resize:
            self._follow_width()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_width()

    def _follow_width(self) -> None:
        """Measure again at another width; what the height is says nothing of the rows."""
        if self._inside.width() != self._measured:
            self._make_room()
        else:
            self._take_keys()

    def _make_room(self) -> None:
        """Set the height of the rows, for a scroll area ignores height for width."""
        width = self._measured = self._inside.width()  # see ui/widgets/scroll_area.py
        high = needed_height(self._box, width)
        self._inside.setMinimumHeight(high)
        if self._grows:
            self.setMinimumHeight(max(high, self._least))
        elif self._ends_with_rows:
            self.setMinimumHeight(min(high, self._least))
            self.setMaximumHeight(high)
        self._take_keys()

    def _take_keys(self) -> None:
        """Take the focus only if there is something to scroll and no row takes it."""
        scrolls = self._inside.minimumHeight() > self.height()
        none = Qt.FocusPolicy.NoFocus
        rows = (part.focusPolicy() for part in self._inside.findChildren(QWidget))
        takes = scrolls and all(policy == none for policy in rows)
        if takes and not self._has_taken_keys:
            self._has_taken_keys = True
            renew_interface(self)  # to Qt it was only something that holds rows
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes else none)


def let_go(box: QBoxLayout) -> None:
    """Take all widgets out of a layout without deleting them.

    `takeAt` would leave the layout's item alive in Python: the widget would go on telling that one
    of its height, and the layout that it goes into next would never hear of it.
    """
    for widget in widgets_of(box):
        box.removeWidget(widget)
    while box.count():
        box.takeAt(0)


def row(theme: Theme, *parts: str, grey: str = "", role: str = "body") -> QWidget:
    """Make a row of words, with a grey note at its right."""
    widget = QWidget()
    box = QHBoxLayout(widget)
    box.setContentsMargins(0, theme.px(4), 0, theme.px(4))
    for part in parts:
        box.addWidget(Label(part, theme, role), 1)
    if grey:
        quiet = Label(grey, theme, "small", "grey")
        quiet.setWordWrap(False)
        box.addWidget(quiet)
    return widget


def row_with(theme: Theme, text: str, action: str, do: Callable[[], object]) -> QWidget:
    """Make a row of words with a small button."""
    widget = row(theme, text)
    button = make_button(action, "quiet")
    button.setAccessibleName(f"{action}: {text}")
    button.clicked.connect(lambda _on=False: do())
    box = widget.layout()
    assert box is not None  # `row` has set one
    box.addWidget(button)
    return widget


class AddLine(QLineEdit):
    """A field that passes its words to `take` at Enter, or at the button in it.

    It empties unless `take` returns None.
    """

    def __init__(self, hint: str, take: Callable[[str], object]) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._take = take
        self.returnPressed.connect(self._hand_over)
        EnterButton(self, _("Add"), self._hand_over)

    def _hand_over(self) -> None:
        if self._take(self.text()) is not None:
            self.clear()
