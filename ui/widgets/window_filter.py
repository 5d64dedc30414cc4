"""Sees events of a window before the widgets in it do."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


class WindowFilter(QObject):
    """An event filter on the system's window; `eventFilter` says what it keeps."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QObject | None = None

    def watch(self) -> None:
        """Begin once the widget is a window of the system's; call it each time it is shown."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)
