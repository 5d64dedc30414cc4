"""A list of the languages that there are translations for, each named in itself."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from cxworkshop import i18n
from ui.widgets.wheel import ChoiceBox


def language_choice(name: str, code: str) -> ChoiceBox:
    """Make the list, with this language chosen; its data are the languages' codes."""
    box = ChoiceBox()
    box.setAccessibleName(name)
    for each in i18n.languages():
        box.addItem(QLocale(each).nativeLanguageName() or each, each)
    choose_language(box, code)
    return box


def choose_language(box: ChoiceBox, code: str) -> None:
    """Show this language, or the one that is nearest to it."""
    here = box.findData(code)
    box.setCurrentIndex(here if here >= 0 else max(0, box.findData(code.partition("_")[0])))
