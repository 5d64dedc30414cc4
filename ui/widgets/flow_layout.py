"""A layout that breaks into lines as words do, so that larger text needs more lines, not room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QStyle, QWidget

from cxworkshop.compat import override


class FlowLayout(QLayout):
    """Widgets beside one another, as many as fit, then the next line. Mirrored right to left."""

    def __init__(self, gap: int, *, level_with_foot: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._level_with_foot = gap, level_with_foot
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        """Put one more at the end."""
        self._items.append(item)

    @override
    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item there; Qt asks one beyond the end and wants none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def keep(self, *kept: QWidget) -> None:
        """Take all others out, at once for the eye and later for good."""
        for place in reversed(range(self.count())):
            widget = self._items[place].widget()
            if widget is not None and widget not in kept:
                self.takeAt(place)
                widget.hide()
                widget.deleteLater()

    @override
    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """How high the lines are together."""
        return self._place(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Place all of them."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        """All on one line."""
        hints = [item.sizeHint() for item in self._items]
        wide = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    @override
    def minimumSize(self) -> QSize:
        """The widest of them alone."""
        wide = max((item.minimumSize().width() for item in self._items), default=0)
        high = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(wide, high)

    def _place(self, area: QRect, *, move: bool) -> int:
        x, y, high = area.left(), area.top(), 0
        tallest = max((item.sizeHint().height() for item in self._items), default=0)
        parent = self.parentWidget()
        way = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        for item in self._items:
            hint = item.sizeHint()
            if x > area.left() and x + hint.width() > area.right() + 1:
                x, y, high = area.left(), y + high + self._gap, 0
            if move:
                drop = tallest - hint.height()
                drop = drop if self._level_with_foot else drop // 2
                box = QRect(QPoint(x, y + drop), hint)
                item.setGeometry(QStyle.visualRect(way, area, box))
            x += hint.width() + self._gap
            high = max(high, tallest)
        return y + high - area.top()


class SideBySide(QWidget):
    """Parts beside one another; where there is too little room they stand under one another."""

    def __init__(self, gap: int, narrow: int) -> None:
        super().__init__()
        self._narrow = narrow
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(gap)

    def stay_while_it_fits(self) -> None:
        """Break later than it was said, where all parts together need less width than that."""
        self._narrow = min(self._narrow, self.line.sizeHint().width())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Which of the two fits is known when the width is."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self.line.setDirection(way.LeftToRight if self.is_wide else way.TopToBottom)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part: it can break where it has to."""
        items = (self.line.itemAt(n) for n in range(self.line.count()))
        wide = max((item.minimumSize().width() for item in items if item), default=0)
        return QSize(wide, super().minimumSizeHint().height())

    @property
    def is_wide(self) -> bool:
        """Whether the parts stand beside one another."""
        return self.width() >= self._narrow
