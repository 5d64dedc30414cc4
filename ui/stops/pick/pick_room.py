"""Where the parts of stop 4 stand: the slots are always in sight beside the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from ui.stops.head_place import HeadPlace
from ui.stops.pick.slots import SlotPanel
from ui.theme.theme import Theme
from ui.widgets.scroll_area import ScrollArea

NARROW = 870  # pixels at 100 %: below it the slots stand one below another
LIST, SLOTS, SLOTS_BELOW = 8, 18, 11  # shares of the width


class PickRoom(QWidget):
    """List and slots side by side, each scrolling alone; `arranged` says that that has changed,
    or the height.

    With room the slots stand in a row under `above`, and a refusal is as wide as the page, so that
    it takes few lines from them. Without, as with large text, they are small,
    folded and one below another, so that all three are in sight, with `below` after them in
    `area`, which scrolls; `above` gives its room to them.
    """

    arranged = Signal()

    def __init__(
        self,
        theme: Theme,
        above: QWidget,
        below: QWidget,
        candidates: QWidget,
        slots: Sequence[SlotPanel],
        refusal: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._above, self._below, self._slots = theme, above, below, slots
        self._refusal = refusal
        self.is_narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self._column.addWidget(above)
        self._column.addWidget(below)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(theme.px(20))
        self._sides.addWidget(candidates, LIST)
        self.area = ScrollArea(theme.px(12))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fill_area()
        self._sides.addWidget(self.area, SLOTS)
        self._column.addLayout(self._sides, 1)
        self._column.addWidget(refusal)

    def _fill_area(self) -> None:
        px, area = self._theme.px, self.area
        area.by_finger = False  # a line is dragged onto the slots
        area.be_roomy()
        area.keep_from_bar(px(8))
        self._row.setSpacing(px(12))
        for slot in self._slots:
            self._row.addWidget(slot, 1)
            slot.unfolded.connect(self._fold_others)
            slot.laid_out.connect(self._align)
            slot.head.installEventFilter(self)
        area.box.addLayout(self._row, 1)

    def take_head(self, page: QWidget, head: QWidget, content: QVBoxLayout) -> None:
        """Let the page's head scroll behind the slots where there is little room."""
        self._page = page
        place = partial(HeadPlace, self._theme, page, head, self.area, content)
        self._head = place(scrolls=lambda: self.is_narrow, last=True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            QTimer.singleShot(0, self, self.arranged.emit)  # not amid a layout
        narrow = self.width() < self._theme.px(NARROW)
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the headlines, which take more lines where the slots are narrower."""
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._align()
        return super().eventFilter(watched, event)

    def _align(self) -> None:
        """Let the criteria of all picks begin at the same height where they stand in a row."""
        full = [] if self.is_narrow else [s for s in self._slots if not s.criteria.isHidden()]
        heights = {slot: _height_of(slot.head) for slot in full}
        most = max(heights.values(), default=0)
        for slot in self._slots:
            slot.head.setContentsMargins(0, 0, 0, most - heights.get(slot, most))

    def fold_what_is_judged(self) -> None:
        """Keep unfolded what was opened, until it is judged to the end."""
        for slot in self._slots:
            if not slot.wants_answers and not slot.is_folded:
                slot.fold(on=True)

    def _arrange(self) -> None:
        narrow, way = self.is_narrow, QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._above.setHidden(narrow)
        if narrow:
            self.area.box.addWidget(self._refusal)
            self.area.box.addWidget(self._below)
        else:
            self._column.insertWidget(1, self._below)
            self._column.addWidget(self._refusal)
        self._sides.setStretch(1, SLOTS_BELOW if narrow else SLOTS)
        for slot in self._slots:
            self._row.setStretchFactor(slot, 0 if narrow else 1)
            slot.fold(on=True)
            slot.be_small(on=narrow)
        self._row.setSpacing(self._theme.px(4 if narrow else 12))
        QTimer.singleShot(0, self, self._fit_page)
        self.area.measure_soon()
        self.arranged.emit()

    def _fit_page(self) -> None:
        """Give the head's room to the slots, once the page has been laid out.

        Qt resizes the page again when its margins change. Amid a layout the head would leave it
        while Qt goes through its parts, and the program would end.
        """
        px = self._theme.px
        margins = (-px(12), 0, -px(6)) if self.is_narrow else (0, 0, 0)
        self._page.setContentsMargins(0, *margins)
        self._head.fit()

    def _fold_others(self) -> None:
        opened = self.sender()
        for slot in self._slots:
            if slot is not opened and self.is_narrow and not slot.is_folded:
                slot.fold(on=True)


def _height_of(head: QWidget) -> int:
    """What its words take, in pixels, without the room below them."""
    return head.heightForWidth(head.width()) - head.contentsMargins().bottom()
