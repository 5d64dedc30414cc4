"""Guards against what Qt's wheels have done before, and what Qt itself says."""

from __future__ import annotations

import builtins
import gc
import sys

import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QSpacerItem, QWidgetItem
from shiboken6 import Shiboken

from cxworkshop import i18n
from tests.gui.painted import settle
from tests.translations import HEADER, translate
from ui.theme.qt_language import translate_qt
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.scroll_area import ScrollArea


def test_a_call_that_returns_nothing_loses_no_reference_to_none(app):
    """PySide6 6.12.0 did on Python 3.10 and 3.11, and aborted after some 5,000 calls."""
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 100


def test_pyside_reads_no_source_of_what_is_imported(app):
    """It would, by a function that each import statement calls."""
    assert builtins.__import__ is not builtins.__feature_import__


def test_pyside_keeps_no_item_of_a_layout_on_any_page(bakery):
    """But those that our own layout holds; see `ui/widgets/layout_items.py`."""
    for number in range(1, 9):
        bakery.go(number)
        bakery.key(Qt.Key.Key_Tab)
    bakery.window.resize(900, 700)
    settle()
    there = gc.get_objects()  # of windows before, too
    ours = [item for one in there if isinstance(one, FlowLayout) for item in one._items]
    items = [one for one in there if type(one) in {QWidgetItem, QSpacerItem}]
    assert 0 < sum(map(Shiboken.isValid, items)) == len(ours)


def test_pages_of_a_closed_workshop_are_freed(bakery):
    """Nothing that is remembered of a layout holds its widgets, which know their pages."""
    path, areas = bakery.workshop.path, []
    for _time in range(2):
        bakery.go(7)
        bakery.window.close_workshop()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        settle()
        gc.collect()
        areas.append(sum(isinstance(one, ScrollArea) for one in gc.get_objects()))
        assert bakery.window.open(path)
    assert areas[0] == areas[1]


@pytest.mark.parametrize(("language", "said"), [("de", "Abbrechen"), ("en", "Cancel")])
def test_qts_own_words_follow_our_language(app, tmp_path, monkeypatch, language, said):
    speaks(tmp_path, monkeypatch, "de")
    i18n.set_language(language)
    assert _cancel(app) == said


def test_qt_speaks_no_language_that_we_do_not(app, tmp_path, monkeypatch):
    speaks(tmp_path, monkeypatch, "de")
    i18n.set_language("fr")
    assert _cancel(app) == "Cancel"


def speaks(folder, monkeypatch, code):
    monkeypatch.setenv("CXW_LOCALE", str(folder))
    translate(folder, code, HEADER + '\nmsgid "Undo"\nmsgstr "Zurück"\n')


def _cancel(app) -> str:
    before = set(app.findChildren(QTranslator))
    translate_qt(app)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    text = box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")
    for words in set(app.findChildren(QTranslator)) - before:
        app.removeTranslator(words)
    return text
