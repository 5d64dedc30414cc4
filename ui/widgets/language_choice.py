"""A list of the languages that there are translations for."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox

from cxworkshop import i18n


class LanguageChoice(QComboBox):
    """Each language is named in itself. `chosen` carries its code."""

    chosen = Signal(str)

    def __init__(self, name: str, code: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        for each in i18n.languages():
            self.addItem(QLocale(each).nativeLanguageName() or each, each)
        here = self.findData(code)
        self.setCurrentIndex(here if here >= 0 else max(0, self.findData(code.partition("_")[0])))
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))

    @property
    def code(self) -> str:
        """The code of the language that is chosen."""
        return str(self.currentData())
