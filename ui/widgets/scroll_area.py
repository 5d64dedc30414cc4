"""A page's inside that scrolls only when the window is too small for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cxworkshop.compat import override
from ui.widgets.gestures import swipes

SOON = 100  # milliseconds


class _Inside(QWidget):
    """A scroll area asks for the height that its inside would like; here, for what it needs."""

    roomy = False

    @override
    def heightForWidth(self, width: int) -> int:
        """The least height in which nothing is cut; roomy ones get what they would like."""
        layout = self.layout()
        if layout is None:
            return 0
        liked = layout.heightForWidth(width)
        return liked if self.roomy else layout.minimumHeightForWidth(width)


class ScrollArea(QScrollArea):
    """Fill `box`. Nothing in it is squeezed below what it needs: large text scrolls instead."""

    def __init__(self, gap: int = 0) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.by_finger = True  # else what is inside has drags of its own
        self._inside = inside = _Inside()
        self.box = QVBoxLayout(inside)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(gap)
        self.setWidget(inside)
        inside.installEventFilter(self)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Measured anew. That fingers may swipe it is said later: it would delay a first paint."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._measure_anew)
        if self.by_finger:
            self.by_finger = False
            QTimer.singleShot(SOON, self, lambda: swipes(self))

    def _measure_anew(self) -> None:
        """What was resized while it was hidden still has the places of its old width."""
        for part in (*self._inside.findChildren(QWidget), self._inside):
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
        self._make_room()
        self.box.activate()

    def be_roomy(self) -> None:
        """Scroll as soon as something gets less than it would like."""
        self._inside.roomy = True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something inside grew or shrank."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps words elsewhere."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """A scroll area knows nothing of height for width."""
        # Not `viewport()`: the first thing that Qt made and Python has not seen costs 10 ms.
        wide, box = self._inside.width(), self.box
        fits = self._inside.heightForWidth(wide) if box.hasHeightForWidth() else 0
        self._inside.setMinimumHeight(fits or box.minimumSize().height())


def scrolling(inside: QWidget, *, by_finger: bool = True) -> ScrollArea:
    """A scroll area with just this in it.

    It is as high as it would like to be: where Qt has less for nested layouts that wrap, it lets
    them overlap instead of holding them to their least.
    """
    made = ScrollArea()
    made.be_roomy()
    made.by_finger = by_finger
    made.box.addWidget(inside)
    return made
