"""In the window: a full workshop says so before anything is taken, and tells it long before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cxworkshop.model import Verbatim
from cxworkshop.queries import room
from tests.gui.dropping import drop
from tests.opened import new
from ui.importing.page import ImportPage
from ui.widgets.fields import MOST_PASTED, TextArea

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def three(monkeypatch) -> None:
    """Three answers are the most, and from two on it is told."""
    monkeypatch.setattr(room, "MOST_ANSWERS", 3)


def said(hands) -> list[str]:
    return [row.said for row in hands.workshop._store.rows(Verbatim)]


def paste(hands, lines: str) -> None:
    """Paste lines into the answer box, and make each a card."""
    QApplication.clipboard().setText(lines)
    QTest.keyClick(hands.page.capture, Qt.Key.Key_V, CONTROL)
    QApplication.processEvents()
    QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_paste_of_too_many_lines_takes_none_and_keeps_the_typed_words(hands):
    hands.go(2)
    QTest.keyClicks(hands.page.capture, "half a sen")
    paste(hands, "Ring me back\nOpen at eight\nMore rye\nA bench")
    assert hands.message.startswith("This holds 4 answers; 3 are the most in one workshop.")
    assert said(hands) == []
    assert hands.page.capture.toPlainText() == "half a sen"


def test_what_fits_is_taken_and_one_more_is_not(hands):
    hands.go(2)
    paste(hands, "Ring me back\nOpen at eight\nMore rye")
    assert said(hands) == ["Ring me back", "Open at eight", "More rye"]
    QTest.keyClicks(hands.page.capture, "A bench")
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    assert hands.message.startswith("The workshop holds 3 answers, and 3 are the most.")
    assert hands.page.capture.toPlainText() == "A bench"


def test_a_file_with_too_many_answers_is_refused_without_a_preview(hands, tmp_path, until):
    path = tmp_path / "answers.csv"
    path.write_text(
        "Customer,What should we do better?\n1,Ring me back soon please\n"
        "2,Open at eight in the morning\n3,Bake more rye bread\n4,Put a bench outside\n"
    )
    drop(hands.window, path)
    until(lambda: hands.window.refusal.text)
    assert hands.window.refusal.text.startswith("This holds 4 answers; 3 are the most")
    assert not [d for d in hands.window.findChildren(ImportPage) if d.isVisible()]
    assert said(hands) == []


def test_a_calm_sentence_at_opening_comes_before_the_limit(window, tmp_path):
    path = tmp_path / "team.cxw"
    workshop = new(path, "Corner Bakery")
    talk = workshop.talk.begin(workshop.talk.next_customer(kind="regular").id)
    for words in ("Ring me back", "More rye"):
        workshop.talk.say(words, talk.id)
    workshop.save()
    workshop.file.leave()
    assert window.open(path)
    assert window.refusal.text.startswith("This workshop holds 2 answers; 3 are the most.")


def test_a_book_that_is_pasted_into_a_field_is_cut(hands):
    hands.go(1)
    field = next(f for f in hands.window.findChildren(TextArea) if f.isVisible())
    QApplication.clipboard().setText("word " * 100_000)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert 0 < len(field.text()) <= MOST_PASTED
    field.clear()


def test_a_whole_book_in_any_field_of_stop_2_takes_nothing_and_fails_nowhere(hands):
    hands.go(2)
    QTest.keyClicks(hands.page.capture, "half a sen")
    QApplication.clipboard().setText("ab\n" * 700_000)
    QTest.keyClick(hands.page.capture, Qt.Key.Key_V, CONTROL)
    assert hands.message.startswith("That is 700,000 lines, and 1,000 are the most to paste")
    assert hands.page.capture.toPlainText() == "half a sen"
    assert QApplication.activeModalWidget() is None
    hands.click("All right")
    QApplication.clipboard().setText("ab " * 700_000)
    QTest.keyClick(hands.page.capture, Qt.Key.Key_V, CONTROL)
    assert hands.message.startswith("That is 2,100,000 characters, and 500,000 are the most")
    who = hands.find("Customer", QLineEdit)
    who.setFocus()
    QTest.keyClick(who, Qt.Key.Key_V, CONTROL)
    QTest.keyClick(who, Qt.Key.Key_Tab)
    hands.page.capture.setFocus()
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    assert "500 is the most" in hands.message
    assert said(hands) == []


def test_words_that_are_too_many_for_a_field_stay_in_it_to_be_split(hands):
    hands.go(1)
    field = hands.find("What we are good at", TextArea)
    field.setFocus()
    QTest.keyClicks(field, "half a sen ")
    QApplication.clipboard().setText("word " * 200)
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert hands.message.startswith("That is 1010 characters, 510 too many: 500 is the most.")
    assert field.text().startswith("half a sen word")
    field.setFocus()
    hands.key(Qt.Key.Key_Z, CONTROL)  # takes the paste back
    assert field.text() == "half a sen "
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert hands.workshop.prepare.team().good_at == "half a sen"
