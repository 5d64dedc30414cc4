"""Qt's own texts in our language, and windows that begin where its lines begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cxworkshop import i18n
from ui.theme.mirror import is_mirrored

_installed: list[object] = []


def translate_qt(app: QApplication) -> None:
    """Show Qt's own texts, such as Cancel, in our language, if we have a translation for it.

    Called again when another language is chosen.
    """
    if is_mirrored() is not i18n.runs_to_the_left():
        way = Qt.LayoutDirection
        app.setLayoutDirection(way.LeftToRight if is_mirrored() else way.RightToLeft)
    if not (i18n.is_translated() or _installed):
        return
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator  # QLocale alone costs 5 ms

    while _installed:
        before = _installed.pop()
        assert isinstance(before, QTranslator)
        app.removeTranslator(before)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if i18n.is_translated() and translator.load(QLocale(i18n.language()), "qtbase", "_", folder):
        app.installTranslator(translator)
        _installed.append(translator)
