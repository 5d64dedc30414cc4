"""The checks of names and of plain text can fail."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.gui.checks.acting import unworkable
from tests.gui.checks.names import nameless
from tests.gui.checks.plain_text import marked_up


def test_a_field_without_a_name_would_be_found(bakery):
    bakery.go(6)
    assert nameless(bakery.window) == []
    bakery.page.entry.words.setAccessibleName("")
    bakery.page.entry.words.setPlaceholderText("")
    bakery.page.entry.words.setToolTip("")
    assert len(nameless(bakery.window)) == 1


def test_what_cannot_be_worked_would_be_found(bakery):
    bakery.go(6)
    assert unworkable(bakery.window) == []
    mute = QWidget(bakery.page)
    mute.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    mute.show()
    assert unworkable(bakery.window) == ["Client '' has no name, role"]


def test_words_taken_for_markup_would_be_found(bakery):
    bakery.go(6)
    assert marked_up(bakery.window) == []
    bakery.page._head.title.setTextFormat(Qt.TextFormat.AutoText)
    bakery.page.view.note.setToolTip("<b>bold?</b>")
    bakery.page.tabs.setAccessibleName("{n} improvements")
    assert len(marked_up(bakery.window)) == 3
