"""A page's content that scrolls only when the window is too small for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cxworkshop.compat import override
from ui.theme.focus import reveal
from ui.theme.mirror import margins
from ui.widgets.gestures import swipes
from ui.widgets.layout_items import shown_items

SOON = 100  # milliseconds
FRAME = 6  # pixels around a widget, for the ring that shows the focus


class _Content(QWidget):
    """Needs the height in which nothing is cut; with `roomy`, the height that it prefers."""

    def __init__(self) -> None:
        super().__init__()
        self.roomy = False
        self.box = QVBoxLayout(self)

    @override
    def heightForWidth(self, width: int) -> int:
        return self.box.heightForWidth(width) if self.roomy else needed_height(self.box, width)


def needed_height(box: QVBoxLayout, width: int) -> int:
    """Sum up the heights that a layout gives at least.

    Its own `minimumHeightForWidth` promises less for items whose words wrap, and then squeezes the
    highest of them; its `minimumSize` wraps words as if it were narrow.
    """
    high = box.heightForWidth(width)
    if high < 0:
        return box.minimumSize().height()
    items = (item for item in shown_items(box) if not item.hasHeightForWidth())
    return high - sum(item.sizeHint().height() - item.minimumSize().height() for item in items)


class ScrollArea(QScrollArea):
    """Fill `box`. Nothing in it is squeezed below what it needs: large text scrolls instead.

    Put it into its place before it is filled: a part that gets its parent late is dressed again,
    with all that is in it.
    """

    def __init__(self, gap: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.by_finger = True  # set it to False if there are drags inside
        self._content = content = _Content()
        self.box = content.box
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(gap)
        self.setWidget(content)
        content.installEventFilter(self)
        self._measure = QTimer(self)
        self._measure.setSingleShot(True)
        self._measure.setInterval(0)
        self._measure.timeout.connect(self._measure_again)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measure.start()
        if self.by_finger:
            self.by_finger = False
            # Later, for it would delay the first paint.
            QTimer.singleShot(SOON, self, lambda: swipes(self))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        self._measure.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room when something inside grew or shrank."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return super().eventFilter(watched, event)

    def keep_from_bar(self, gap: int) -> None:
        """Leave so many pixels beside the scroll bar; without one the content takes all."""

        def follow(_least: int, most: int) -> None:
            self.box.setContentsMargins(*margins(0, 0, gap if most else 0, 0))

        self.verticalScrollBar().rangeChanged.connect(follow)

    def keep_in_sight(self, widget: QWidget) -> None:
        """Show this widget, or what is in it, whole while that has the keyboard.

        Whatever grows or shrinks around it.
        """
        _Keeper(self, widget)

    def be_roomy(self) -> None:
        """Scroll as soon as something gets less height than it prefers."""
        self._content.roomy = True

    def measure_soon(self) -> None:
        """Measure everything again, after widgets inside were moved from place to place."""
        self._measure.start()

    def _measure_again(self) -> None:
        """Forget what Qt measured at another width, or while widgets were hidden."""
        for part in (*self._content.findChildren(QWidget), self._content):
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
        self._make_room()
        self.box.activate()

    def _make_room(self) -> None:
        """Set the height that the content needs at this width, which a scroll area never asks."""
        # Not `viewport()`: wrapping the first object that Qt has created costs 10 ms.
        wide, box = self._content.width(), self.box
        fits = self._content.heightForWidth(wide) if box.hasHeightForWidth() else 0
        self._content.setMinimumHeight(fits or box.minimumSize().height())


class _Keeper(QObject):
    """Scrolls to a widget that has the keyboard when it was moved by what stands around it."""

    def __init__(self, area: ScrollArea, widget: QWidget) -> None:
        super().__init__(area)
        self._area, self._widget = area, widget
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show)
        area.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._soon.start())
        inside: QWidget | None = widget
        while inside is not None and inside is not area.widget():
            inside.installEventFilter(self)
            inside = inside.parentWidget()

    def _show(self) -> None:
        focused = self._widget.window().focusWidget()
        if focused is not None and (focused is self._widget or self._widget.isAncestorOf(focused)):
            reveal(self._area, focused, FRAME)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._soon.start()
        return False


def scrolling(inside: QWidget, *, by_finger: bool = True) -> ScrollArea:
    """Return a scroll area with just this widget in it; fill that when the area has its place."""
    area = ScrollArea()
    scroll(area, inside, by_finger=by_finger)
    return area


def scroll(area: ScrollArea, inside: QWidget, *, by_finger: bool = True) -> None:
    """Let an empty area scroll just this widget.

    It is as high as it prefers to be: given less, Qt lets nested layouts with word wrap overlap
    instead of holding them to their minimum.
    """
    area.be_roomy()
    area.by_finger = by_finger
    area.box.addWidget(inside)
