"""A window off screen, with settings of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from ui.app import application
from ui.theme.motion import let_move
from ui.theme.theme import Theme
from ui.window.main_window import MainWindow


@contextmanager
def shown_window(scratch: Path) -> Iterator[MainWindow]:
    """A window without a workshop; it is closed behind it."""
    app = application(["cxworkshop-soak"])
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(scratch))
    let_move(on=False)
    theme = Theme(app)
    theme.apply()
    window = MainWindow(theme)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
