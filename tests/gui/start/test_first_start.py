"""A first start: the loop, and a rehearsal in the bakery that leaves nothing behind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from cxworkshop import paths
from cxworkshop.services.rehearsals import new_rehearsal, throw_rehearsals_away
from cxworkshop.sheets import write_sheets
from cxworkshop.workshop import Workshop
from tests.core.sheets.pdf_reading import pages
from tests.gui.conftest import Hands
from tests.gui.start.test_start import team, wait
from ui.start.recent_files import recent
from ui.window.rehearsal import next_day_30

MARK = "Rehearsal: made up, to try things out"
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def left_behind() -> list[str]:
    """What lies in the folders where workshops leave something."""
    folders = (paths.data_folder() / name for name in ("rehearsal", "sessions", "backups"))
    return [str(path) for folder in folders for path in folder.rglob("*.cxw")]


def words(part) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def rehearsing(window) -> Hands:
    """A rehearsal, begun by Enter on the button that a first start has in focus."""
    wait(window)
    assert QApplication.focusWidget().accessibleName() == "Try it in the bakery, five minutes"
    press(Qt.Key.Key_Return)
    wait(window)
    return Hands(window)


def test_a_rehearsal_says_so_moves_to_day_30_and_leaves_nothing(rehearsing):
    window, workshop = rehearsing.window, rehearsing.workshop
    assert workshop.is_rehearsal
    day_30 = next_day_30(workshop)
    for stop in (2, 6):
        rehearsing.go(stop)
        assert any(text.startswith("Rehearsal, ") for text in words(window.desk))
        assert any(text.startswith("Try: ") for text in words(window.desk))
    rehearsing.click("Move to day 30")
    assert workshop.today == day_30
    while next_day_30(workshop) is not None:  # one that was locked later
        rehearsing.click("Move to day 30")
    assert not rehearsing.find("Move to day 30", QAbstractButton).isEnabled(), "none is to come"
    assert window.desk.page.isAncestorOf(QApplication.focusWidget()), "the keyboard is on the page"
    assert recent() == []
    for key in ("save_as", "copies", "share", "import"):
        assert not window._actions[key].isVisible()
    rehearsing.click("End the rehearsal")
    wait(window)
    assert window.bridge is None
    assert left_behind() == []
    assert QApplication.focusWidget().accessibleName() == "Try it in the bakery, five minutes"


def test_a_digit_opens_that_stop_and_quitting_throws_it_away_too(window, tmp_path):
    wait(window)
    press(Qt.Key.Key_6)
    wait(window)
    assert window.desk.here == 6
    path = team(tmp_path, "pool")
    window.close()
    assert left_behind() == []
    assert path.is_file()
    assert recent() == [path]


def test_its_papers_are_marked_and_those_of_a_real_workshop_are_not(tmp_path):
    day = date(2026, 12, 2)
    for path, is_rehearsal in ((new_rehearsal(), True), (tmp_path / "team.cxw", False)):
        path.parent.mkdir(parents=True, exist_ok=True)
        with Workshop.new(path, "Corner Bakery", day) as workshop:
            (pdf,) = write_sheets(workshop, ["script"], tmp_path)
            workshop.save()
        texts = pages(pdf)
        assert len(texts) > 1
        assert all((MARK in text) is is_rehearsal for text in texts)
    throw_rehearsals_away()
    assert left_behind() == []


def test_one_that_is_open_in_another_window_stays(tmp_path):
    path = new_rehearsal()
    path.parent.mkdir(parents=True)
    workshop = Workshop.new(path, "Corner Bakery")
    workshop.start_saving()
    throw_rehearsals_away()
    assert path.is_file()
    workshop.close()
    throw_rehearsals_away()
    assert not Path(path).exists()
