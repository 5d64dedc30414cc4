"""Starting the window, and drawing it off screen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from cxworkshop import i18n
from ui.theme.focus import FocusRing
from ui.theme.theme import Theme
from ui.window.failures import Failures
from ui.window.field_undo import FieldUndo
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from datetime import date

# Asked for here: `setStyle` hands a QStyle to Python, whose hundreds of names cost 8 ms.
STYLE = ("-style", "Fusion")
SETTLES = 6  # layouts of words ask for their height more than once


def application(arguments: list[str] | None = None) -> QApplication:
    """The one QApplication; made at the first call."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    made = QApplication([*(arguments or sys.argv[:1]), *STYLE])
    made.setOrganizationName("CXWorkshop")
    made.setApplicationName("CX Workshop")
    FocusRing(made)
    FieldUndo(made)
    speak(made)
    return made


def speak(app: QApplication) -> None:
    """Qt's own words, such as Cancel, in our language; in none that we do not speak ourselves."""
    if not i18n.is_translated():
        return
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator  # QLocale alone costs 5 ms

    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(QLocale(i18n.language()), "qtbase", "_", folder):
        app.installTranslator(words)


def run(file: Path | None = None, *, example: bool = False) -> int:
    """Open the window, with a workshop or the example; returns when it is closed."""
    app = application()
    theme = Theme(app)
    theme.remembered()
    window = MainWindow(theme)
    Failures(window, theme)
    window.show()
    if file is not None:
        window.open(file)
    elif example:
        window.open_example()
    code = app.exec()
    _delete(window)
    return code


def _delete(window: MainWindow) -> None:
    """Before Python ends: what has the focus while it dies calls our event filters, and crashes."""
    focused = window.focusWidget()
    if focused is not None:
        focused.clearFocus()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


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
    window = MainWindow(theme)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(*size)
    window.show()
    _show(window, file, stop, today)
    done = window.grab().save(str(target))
    window.close()
    if not done:
        raise CannotWrite(target.name)


def _show(window: MainWindow, file: Path, stop: int, today: date | None) -> None:
    from cxworkshop.workshop import Workshop

    if stop:
        window.show_to_look_at(Workshop.open(file, today))
        window.go(stop)
    else:
        window.start.show_now([file])
    for _turn in range(SETTLES):
        QApplication.processEvents()
