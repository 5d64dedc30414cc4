"""The start page: there at once, then what was open lately, whatever became of those files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxworkshop.workshop import Workshop
from tests.gui.conftest import improve
from ui.start.recent_files import recent, remember
from ui.start.recent_row import RecentRow
from ui.theme.theme import Theme
from ui.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[3]
HEAVY = ("sqlite_utils", "reportlab", "jinja2", "logging.handlers", "cxworkshop.workshop")


def wait(window) -> None:
    """Until every recent file was read."""
    for _turn in range(50):
        QApplication.processEvents()


def team(folder: Path, name: str) -> Path:
    path = folder / f"{name}.cxw"
    workshop = Workshop.new(path, name.title())
    workshop.save()
    workshop.close()
    remember(path)
    return path


@pytest.fixture
def opened(app, tmp_path, window):
    """A window made when recent files are there already."""

    def make() -> MainWindow:
        theme = Theme(app)
        theme.apply()
        made = MainWindow(theme)
        made.resize(1366, 768)
        made.show()
        made.activateWindow()
        wait(made)
        windows.append(made)
        return made

    windows: list[MainWindow] = []
    yield make
    for made in windows:
        made.close()
        made.deleteLater()


def words(window) -> list[str]:
    return [w.text() for w in window.start.findChildren(QLabel) if w.isVisible()]


def rows(window) -> list[RecentRow]:
    return [row for row in window.start.findChildren(RecentRow) if row.isVisible()]


def test_before_the_first_paint_nothing_heavy_is_loaded():
    code = f"""
import sys
from ui.app import application
from ui.window.main_window import MainWindow
from ui.theme.theme import Theme
app = application(["test"])
theme = Theme(app)
theme.remembered()
window = MainWindow(theme)
window.show()
while not window.start.seen:
    app.processEvents()
print(*[name for name in {HEAVY!r} if name in sys.modules])
"""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_with_nothing_yet_it_offers_a_new_one_and_the_bakery(window):
    wait(window)
    assert "No workshop yet. Start one, or look around in the bakery." in words(window)


def test_the_newest_stands_large_with_its_day_and_carries_on(opened, tmp_path):
    team(tmp_path, "garage")
    path = team(tmp_path, "bakery")
    workshop = Workshop.open(path)
    pick = improve(workshop, "ring me")
    workshop.make_better.add_helper(pick, workshop.people.find_or_add("Jonas"))
    workshop.save()
    workshop.close()
    window = opened()
    assert "Check with customers in 30 days" in words(window)
    assert "The thirty days begin" in words(window)
    assert "Mira leads, with help from Jonas" in words(window)
    assert "Nothing in the way" in words(window)
    assert [row.summary.team for row in rows(window)] == ["Garage"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.windowTitle() == "CX Workshop – Bakery"


def test_another_opens_by_enter_and_goes_off_the_list_by_del(opened, tmp_path):
    for name in ("pool", "garage", "bakery"):
        team(tmp_path, name)
    window = opened()
    assert [row.summary.team for row in rows(window)] == ["Garage", "Pool"]
    QTest.keyClick(rows(window)[0], Qt.Key.Key_Delete)
    wait(window)
    assert [row.summary.team for row in rows(window)] == ["Pool"]
    assert (tmp_path / "garage.cxw").is_file()
    assert [path.stem for path in recent()] == ["bakery", "pool"]
    QTest.keyClick(rows(window)[0], Qt.Key.Key_Return)
    assert window.windowTitle() == "CX Workshop – Pool"


def test_a_damaged_file_and_one_that_is_gone_are_said_and_hide_nothing(opened, tmp_path):
    for name in ("bakery", "garage", "pool"):
        team(tmp_path, name)
    (tmp_path / "pool.cxw").write_bytes(b"SQLite format 3\0 and then nothing")
    (tmp_path / "garage.cxw").unlink()
    window = opened()
    assert any("Bakery · Round 1" in text for text in words(window))
    troubles = [row.summary.trouble for row in rows(window)]
    assert troubles[0].startswith("pool.cxw is cut short")
    assert troubles[1].startswith("The file is not there")
    QTest.mouseClick(rows(window)[0], Qt.MouseButton.LeftButton)
    assert window.refusal.text.startswith("pool.cxw is cut short")


def test_a_workshop_that_is_dropped_on_the_window_opens(window, tmp_path):
    path = team(tmp_path, "garage")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place, copy = QPoint(200, 200), Qt.DropAction.CopyAction
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(place, copy, data, *held))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), copy, data, *held))
    assert window.windowTitle() == "CX Workshop – Garage"


def test_the_window_comes_back_where_it_was(opened):
    first = opened()
    first.resize(1100, 700)
    first.close()
    second = MainWindow(first.theme)
    assert second.height() == 700  # the width is cut to the screen that tests have
    second.deleteLater()


def test_closing_a_workshop_leads_back_to_the_start_page(hands):
    hands.go(2)
    window = hands.window
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    wait(window)
    assert window.windowTitle() == "CX Workshop"
    assert any("Corner Bakery · Round 1" in text for text in words(window))
