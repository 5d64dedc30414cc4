"""A list of the languages that there are translations for."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal

from cxworkshop import i18n
from ui.widgets.wheel import ChoiceBox


class LanguageChoice(ChoiceBox):
    """Each language is named in itself. `chosen` carries its code."""

    chosen = Signal(str)

    def __init__(self, name: str, code: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        for each in i18n.languages():
            self.addItem(QLocale(each).nativeLanguageName() or each, each)
        self.choose(code)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))

    def choose(self, code: str) -> None:
        """Show this language, or the one that is nearest to it."""
        here = self.findData(code)
        self.setCurrentIndex(here if here >= 0 else max(0, self.findData(code.partition("_")[0])))

    @property
    def code(self) -> str:
        """The code of the language that is chosen."""
        return str(self.currentData())
