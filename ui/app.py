"""Starting the program with its window, and drawing the window off screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

import ui.plain_imports  # noqa: F401 - before more is imported
from cxworkshop import paths
from ui.theme.focus import FocusRing
from ui.theme.qt_language import translate_qt
from ui.theme.theme import Theme
from ui.widgets.layout_items import keep_no_items
from ui.widgets.long_press import LongPress
from ui.widgets.quick_taps import QuickTaps
from ui.window.failures import Failures
from ui.window.field_undo import FieldUndo
from ui.window.garbage import GarbageCollector
from ui.window.guide import open_guide
from ui.window.help import remembered_language
from ui.window.main_window import MainWindow
from ui.window.placement import place

if TYPE_CHECKING:
    from datetime import date

# An argument, not `setStyle`: that hands Python a QStyle, whose hundreds of names cost 8 ms.
STYLE = ("-style", "Fusion")
LAYOUT_TURNS = 6  # turns of the event loop: layouts of text ask for their height repeatedly


def application(arguments: list[str] | None = None) -> QApplication:
    """The QApplication; made at the first call."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    app = QApplication([*(arguments or sys.argv[:1]), *STYLE])
    app.setOrganizationName("CXWorkshop")
    app.setApplicationName("CX Workshop")
    FocusRing(app)
    FieldUndo(app)
    LongPress(app)
    QuickTaps(app)
    GarbageCollector(app)
    keep_no_items()
    translate_qt(app)
    # They are needed after the first paint, which comes in the first turn of the event loop.
    QTimer.singleShot(0, app, lambda: QTimer.singleShot(0, app, _install_interfaces))
    return app


def _install_interfaces() -> None:
    from ui.accessible.views import install

    install()


def keep_in(folder: Path) -> None:
    """Keep the settings there, those of Qt's own dialogs too, and what is noted of fonts.

    To be called before there is an application.
    """
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")  # fontconfig's, if the system has none
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for each in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(each, QSettings.Scope.UserScope, str(folder / "settings"))


def run(file: Path | None = None, *, example: bool = False, today: date | None = None) -> int:
    """Open the window, with a workshop or the example; returns when it is closed.

    With `today` the window believes in that day.
    """
    portable = paths.portable_folder()
    if portable is not None:
        keep_in(portable)
    app = application()
    window = first_window(app, today)
    if file is not None:
        window.open(file)
    elif example:
        window.files.open_example()
    code = app.exec()
    _delete(window)
    return code


def first_window(app: QApplication, today: date | None = None) -> MainWindow:
    """Show the window on its start page, in the colours, language and place of last time."""
    theme = Theme(app)
    theme.remembered()
    remembered_language()
    window = MainWindow(theme, today)
    Failures(window, theme)
    place(window)
    window.show()
    return window


def _delete(window: MainWindow) -> None:
    """Delete the window before Python ends: a widget in focus would call our event filters then."""
    focused = window.focusWidget()
    if focused is not None:
        focused.clearFocus()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def show_guide() -> bool:
    """Open the guide in the browser; False without a guide, or without a browser."""
    portable = paths.portable_folder()
    if portable is not None:
        keep_in(portable)
    application()
    remembered_language()
    return open_guide()


def shot(
    file: Path,
    target: Path,
    stop: int,
    size: tuple[int, int],
    *,
    dark: bool = False,
    text: int = 100,
    today: date | None = None,
) -> None:
    """Draw a stop of a workshop (0 is the start page) into a PNG, without a screen.

    Raises a FileRefusal for a workshop that can't be opened, CannotWrite for the picture.
    """
    from cxworkshop.store.refusals import CannotWrite

    theme = Theme(application())
    theme.apply(dark=dark, percent=text)
    with off_screen(theme, size, today) as window:
        show_stop(window, file, stop, today)
        done = window.grab().save(str(target))
    if not done:
        raise CannotWrite(target.name)


@contextmanager
def off_screen(theme: Theme, size: tuple[int, int], today: date | None) -> Iterator[MainWindow]:
    """A window of this size that can be drawn, and is on no screen."""
    window = MainWindow(theme, today)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(*size)
    window.show()
    yield window
    window.close()


def show_stop(window: MainWindow, file: Path, stop: int, today: date | None) -> None:
    """Open a workshop, unless one is open, and go to a stop; for 0 show it on the start page."""
    from cxworkshop.workshop import Workshop
    from ui.widgets.slices import Slices

    if stop:
        if window.bridge is None:
            window.workshops.show(Workshop.open(file, today))
        window.go(stop)
    else:
        window.start.show_now([file])
    _lay_out()
    for timer in window.findChildren(QTimer):
        if timer.isSingleShot() and timer.isActive():
            timer.start(
                0
            )  # what begins after a rest begins now, on a fast machine as on a slow one
    _lay_out()
    for slices in window.findChildren(Slices):
        slices.finish()
    _lay_out()


def _lay_out() -> None:
    for _turn in range(LAYOUT_TURNS):
        QApplication.processEvents()
