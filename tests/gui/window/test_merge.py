"""Another laptop's copy is merged in the window: what comes is shown, a person chooses, undo."""

from __future__ import annotations

import shutil
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from shiboken6 import Shiboken

from cxworkshop.services.files import Holder
from cxworkshop.workshop import Workshop
from tests.gui.conftest import Hands
from ui.dialogs.merge import MergeDialog
from ui.widgets.labels import Label


def owned(path, name: str, words: str, day: date) -> None:
    """Somebody names an owner on this copy, and adds what a customer said."""
    workshop = Workshop.resume(path, Holder.COMMAND, day)
    slot = workshop.pick.in_slot(1)
    workshop.make_better.assign_owner(slot.id, workshop.people.find_or_add(name))
    who = workshop.talk.next_customer(kind="regular")
    workshop.talk.say(words, workshop.talk.begin(who.id).id)
    workshop.save()
    workshop.file.leave()


@pytest.fixture
def opened(window, tmp_path):
    """A workshop in which Mira leads; on Anna's copy of it Ben does."""
    path, anna = tmp_path / "team.cxw", tmp_path / "anna.cxw"
    workshop = Workshop.new(path, "Corner Bakery", date(2026, 11, 23))
    who = workshop.talk.next_customer(kind="regular")
    card = workshop.talk.say("Nobody rings back", workshop.talk.begin(who.id).id)
    workshop.pick.put(workshop.pick.subject(str(card.code)))
    workshop.save()
    workshop.file.leave()
    shutil.copy(path, anna)
    owned(path, "Mira", "Too long", date(2026, 11, 24))
    owned(anna, "Ben", "The door is heavy", date(2026, 11, 25))
    window.open(path)
    QApplication.processEvents()
    return Hands(window)


def dialog() -> Hands:
    found = QApplication.activeModalWidget()
    assert isinstance(found, MergeDialog)
    return Hands(found)


def words(hands) -> list[str]:
    return [label.text() for label in hands.window.findChildren(Label) if label.isVisible()]


def owner(hands) -> str:
    slot = hands.workshop.pick.in_slot(1)
    return hands.workshop.people.name_of(slot.owner)


def test_a_copy_is_merged_with_what_a_person_chooses_and_all_of_it_undone(opened, tmp_path, until):
    opened.window.files.import_file(tmp_path / "anna.cxw")
    asked = dialog()
    assert "It would bring 1 new card, 1 thing said, 1 new customer" in words(asked)[1]
    assert "Their card 2 is card 3 here." in words(asked)
    ours = asked.find("Plan of card 1: owner: Here: “Mira” · Tue 24 Nov 2026", QRadioButton)
    assert not ours.isChecked()  # what was written later is proposed
    QTest.mouseClick(ours, Qt.MouseButton.LeftButton)
    asked.click("Merge")
    assert "Plan of card 1, owner: “Ben”" in words(asked)
    asked.click("Close")
    assert owner(opened) == "Mira"
    assert len(opened.workshop.big_list.board().cards) == 3
    opened.window.activateWindow()
    until(opened.window.isActiveWindow)
    opened.undo()
    assert len(opened.workshop.big_list.board().cards) == 2
    opened.window.files.import_file(tmp_path / "anna.cxw")
    asked = dialog()
    until(lambda: asked.window.isAncestorOf(QApplication.focusWidget()))
    asked.key(Qt.Key.Key_Return)  # "Merge" has the keyboard, and after it "Close"
    asked.key(Qt.Key.Key_Return)
    until(lambda: not Shiboken.isValid(asked.window) or not asked.window.isVisible())
    assert owner(opened) == "Ben"
    opened.window.files.import_file(tmp_path / "anna.cxw")
    assert "Everything in it is here already." in words(dialog())
    dialog().key(Qt.Key.Key_Escape)


def test_another_teams_workshop_is_refused_on_the_page(opened, tmp_path):
    other = Workshop.new(tmp_path / "other.cxw", "Other")
    other.save()
    other.file.leave()
    opened.window.files.import_file(tmp_path / "other.cxw")
    assert "another team’s workshop" in opened.window.refusal.text
