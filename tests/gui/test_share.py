"""Stop 8: only what is true is told, ticks wait for nobody, and the year shows what stayed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel

from cxworkshop.model import Mark, Verdict
from tests.gui.conftest import improve
from ui.fields import Area
from ui.share.year import RoundOpened


@pytest.fixture
def pick(hands):
    made = improve(hands.workshop, "ring me")
    hands.go(8)
    return made


def words(hands) -> list[str]:
    return [w.text() for w in hands.page.findChildren(QLabel) if w.isVisible() and w.text()]


def notice(hands, pick) -> None:
    hands.workshop.check.heard(pick, "You rang!", Mark.NOTICES)
    hands.workshop.check.heard(pick, "Same as ever.", Mark.NO_DIFFERENCE)
    hands.workshop.check.verdict(pick, Verdict.NOTICE)
    QApplication.processEvents()


def test_we_did_is_said_only_where_customers_notice(hands, pick):
    assert "We are doing" in words(hands)
    assert "Nobody has been asked yet." in words(hands)
    field = hands.page.findChildren(Area)[0]
    assert field.isReadOnly()
    notice(hands, pick)
    assert "We did" in words(hands)
    assert "1 of 2 customers notices." in words(hands)
    field = next(area for area in hands.page.findChildren(Area) if area.isVisible())
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "We ring before we bake.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert hands.workshop.share.story(pick).words == "We ring before we bake."


def test_people_are_ticked_and_unticked_and_nothing_waits_for_them(hands, pick):
    hands.type_into("Add somebody to tell", "The council", enter=True)
    hands.type_into("Add somebody to tell", "All staff", enter=True)
    assert hands.page.footer().bold == "2 still to be told"
    tick = hands.find("The council", QCheckBox)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert hands.page.footer().bold == "1 still to be told"
    tick = hands.find("The council", QCheckBox)
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert hands.page.footer().bold == "2 still to be told"
    hands.click("Start round 2")
    assert hands.workshop.rounds.current().number == 2


def test_the_year_says_what_stayed_and_a_round_says_what_was_noticed(hands, pick):
    notice(hands, pick)
    month = hands.workshop.today.strftime("%B %Y")
    column = hands.find(f"Round 1, {month}, 0 of 1 kept")
    QTest.mouseClick(column, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    opened = next(w for w in QApplication.topLevelWidgets() if isinstance(w, RoundOpened))
    said = [label.text() for label in opened.findChildren(QLabel)]
    assert "1 of 2 notice, not kept" in said
    opened.close()
    hands.workshop.staff_test.sure(pick)
    QApplication.processEvents()
    assert hands.find(f"Round 1, {month}, 1 of 1 kept")
    assert "1 kept of 1 picked in 1 rounds" in words(hands)


def test_with_nothing_picked_it_says_what_comes_first(hands):
    hands.go(8)
    assert "The poster writes itself as soon as one thing is checked." in words(hands)
