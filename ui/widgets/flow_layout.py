"""Layouts that wrap where there is too little width, as with large text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QLayoutItem, QWidget

from cxworkshop.compat import override
from ui.widgets.layout_items import items_of


class FlowLayout(QLayout):
    """Widgets in lines, as many in each as fit. Mirrored for right-to-left languages.

    Each line is as high as what stands in it: its widgets are centred, or with `on_baseline`
    their words stand on one line, however large.
    """

    def __init__(self, gap: int, *, on_baseline: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._on_baseline = gap, on_baseline
        self._heights: dict[int, int] = {}  # by width: Qt asks for them over and over
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return None past the end, where Qt stops asking."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def keep(self, *kept: QWidget) -> None:
        """Remove all other widgets: hide them now, delete them later."""
        for place in reversed(range(self.count())):
            widget = self._items[place].widget()
            if widget is not None and widget not in kept:
                self.takeAt(place)
                widget.hide()
                widget.deleteLater()

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        wide = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    @override
    def minimumSize(self) -> QSize:
        wide = max((item.minimumSize().width() for item in self._shown()), default=0)
        high = max((item.minimumSize().height() for item in self._shown()), default=0)
        return QSize(wide, high)

    def _shown(self) -> list[QLayoutItem]:
        """Those that take room: what is hidden takes none, and no gap."""
        return [item for item in self._items if not item.isEmpty()]

    def _fitted(self, item: QLayoutItem, width: int) -> QSize:
        """As large as it wants to be; words that wrap on a line no wider than all of it."""
        hint = item.sizeHint()
        if hint.width() <= width or not item.hasHeightForWidth():
            return hint
        return QSize(width, item.heightForWidth(width))

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        """What stands in each line, and how large."""
        line: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self._shown():
            size = self._fitted(item, width)
            if line and used + size.width() > width:
                yield line
                line, used = [], 0
            line.append((item, size))
            used += size.width() + self._gap
        if line:
            yield line

    def _rise(self, item: QLayoutItem, size: QSize) -> int:
        """The pixels of it above what its line is aligned by."""
        widget = item.widget()
        if not self._on_baseline or widget is None:
            return size.height() // 2
        metrics = widget.fontMetrics()
        wraps = isinstance(widget, QLabel) and widget.wordWrap()  # its last line is its foot
        below = 0 if wraps else (size.height() - metrics.height()) // 2
        return size.height() - below - metrics.descent()

    def _place(self, area: QRect, *, move: bool) -> int:
        y, parent = area.top(), self.parentWidget()
        way = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        to_the_left = way == Qt.LayoutDirection.RightToLeft
        for line in self._lines(area.width()):
            rises = [self._rise(*placed) for placed in line]
            x, high = area.left(), 0
            for (item, size), rise in zip(line, rises, strict=True):
                drop = max(rises) - rise
                if move:
                    box = QRect(QPoint(x, y + drop), size)
                    item.setGeometry(_mirrored(box, area) if to_the_left else box)
                x += size.width() + self._gap
                high = max(high, drop + size.height())
            y += high + self._gap
        return max(0, y - self._gap - area.top())


def _mirrored(box: QRect, area: QRect) -> QRect:
    """Where a box goes in an area that runs from right to left, as `QStyle.visualRect` has it."""
    return box.translated(area.left() + area.right() - box.left() - box.right(), 0)


class SideBySide(QWidget):
    """Parts side by side in `line`, or stacked below a width of `narrow` pixels.

    Without `narrow` they are stacked where they don't all fit side by side as wide as they want.
    `turned` says that they stand the other way now.
    """

    turned = Signal()

    def __init__(self, gap: int, narrow: int | None = None) -> None:
        super().__init__()
        self._narrow = narrow
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(gap)

    def stay_while_it_fits(self) -> None:
        """Stack later than at `narrow` if all parts fit into less."""
        fits = min(self._least, self.line.sizeHint().width())
        self._narrow = max(fits, self.line.minimumSize().width())  # a long title has to, too

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._narrow is None:
            self._turn()  # a part has come, or has gone, or is wider
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        way = QBoxLayout.Direction
        wanted = way.LeftToRight if self.is_wide else way.TopToBottom
        if wanted != self.line.direction():
            self.line.setDirection(wanted)
            self.turned.emit()

    @override
    def minimumSizeHint(self) -> QSize:
        """Need the width of the widest part, for it can stack them."""
        wide = max((item.minimumSize().width() for item in items_of(self.line)), default=0)
        return QSize(wide, super().minimumSizeHint().height())

    @property
    def is_wide(self) -> bool:
        """Whether the parts are side by side."""
        return self.width() >= self._least

    @property
    def _least(self) -> int:
        if self._narrow is not None:
            return self._narrow
        shown = [item.sizeHint().width() for item in items_of(self.line) if not item.isEmpty()]
        return sum(shown) + self.line.spacing() * (len(shown) - 1)
