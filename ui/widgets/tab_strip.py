"""Tabs that scroll sideways when they are too many, and keep their words whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QTabBar, QWidget

from cxworkshop.compat import override


class TabStrip(QScrollArea):
    """Holds a bar of tabs; there and gone with it."""

    def __init__(self, tabs: QTabBar) -> None:
        super().__init__()
        self._tabs = tabs
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tabs.accessibleName())
        self.setWidget(tabs)
        tabs.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_keys)
        tabs.currentChanged.connect(lambda _now: QTimer.singleShot(0, self, self._reveal))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be there while the tabs are, as high as they are."""
        kind = event.type()
        shown_or_hidden = kind in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
        if watched is self._tabs and shown_or_hidden and self.parentWidget() is not None:
            self.setVisible(not self._tabs.isHidden())
        if kind in (QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent):
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _follow_keys(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Scroll to the open tab after Qt has scrolled to the middle of the bar."""
        if now is self._tabs:
            QTimer.singleShot(0, self, self._reveal)

    def _fit(self) -> None:
        """Leave room for the scroll bar only where it is needed."""
        bar = self.horizontalScrollBar()
        self._tabs.setMinimumWidth(0)
        is_needed = self._tabs.minimumSizeHint().width() > self.width()
        if is_needed:  # those that scroll are as wide as they want to be
            self._tabs.setMinimumWidth(self._tabs.sizeHint().width())
        high = self._tabs.sizeHint().height()
        self.setFixedHeight(high + (bar.sizeHint().height() if is_needed else 0))
        self._reveal()

    def _reveal(self) -> None:
        """Scroll to the tab that is open."""
        box = self._tabs.tabRect(self._tabs.currentIndex())
        for x in (box.right(), box.left()):  # where it is wider than the strip, its beginning
            self.ensureVisible(x, 0, 0, 0)
