"""The start page: painted at once, then the recent files, whatever became of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxworkshop import paths
from cxworkshop.model import Mark, Verdict
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from tests.gui.conftest import improve
from tests.gui.dropping import drop, hold
from ui.start.recent_files import recent, remember
from ui.start.recent_row import RecentRow
from ui.stops.page import StopPage
from ui.theme.theme import Theme
from ui.widgets.open_rows import OpenRow
from ui.widgets.timeline import Timeline
from ui.window.main_window import MainWindow
from ui.window.placement import place

TODAY = date(2026, 11, 9)  # a Monday
ROOT = Path(__file__).resolve().parents[3]
HEAVY = (
    *("sqlite_utils", "reportlab", "jinja2", "logging.handlers", "cxworkshop.workshop"),
    *("ui.widgets.fields", "ui.widgets.lists", "ui.widgets.refusal_panel", "ui.printing.selection"),
)


def wait(window) -> None:
    """Wait until every recent file was read."""
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
    """Opens windows after recent files were made."""

    def make(today: date | None = None) -> MainWindow:
        theme = Theme(app)
        theme.apply()
        made = MainWindow(theme, today)
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
    seen = [row for row in window.start.findChildren(RecentRow) if row.isVisible()]
    return sorted(seen, key=lambda row: row.y())


def open_rows(window) -> list[OpenRow]:
    return [row for row in window.start.findChildren(OpenRow) if row.isVisible()]


def test_nothing_heavy_is_loaded_before_the_first_paint():
    code = f"""
import sys
import threading
from ui.app import application
from ui.window.main_window import MainWindow
from ui.theme.theme import Theme
from ui.widgets.open_rows import OpenRow
from ui.widgets.timeline import Timeline
app = application(["test"])
theme = Theme(app)
theme.remembered()
window = MainWindow(theme)
window.show()
while not window.start.seen:
    app.processEvents()
print(*[name for name in {HEAVY!r} if name in sys.modules])
window.files.new_workshop()
for thread in threading.enumerate():
    if thread.name == "imports":
        thread.join()
print("loaded while somebody types:", "cxworkshop.stops.pick.pick" in sys.modules)
"""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["", "loaded while somebody types: True"]


def test_an_empty_start_page_shows_the_loop(window):
    wait(window)
    assert {"Eight stops, once a month", "Talk to customers", "One, two, at most three."} <= {
        *words(window)
    }


def improving(path: Path, day: date, *blockers: str) -> None:
    """Lock an improvement on that day, with something in its way."""
    workshop = Workshop.open(path, day)
    pick = improve(workshop, "ring me")
    for words in blockers:
        workshop.make_better.blockers.add(pick, words, workshop.people.find_or_add("Helena"))
    workshop.save()
    workshop.close()


def test_the_workshop_shows_its_day_and_its_button_goes_to_the_plan(opened, tmp_path):
    team(tmp_path, "garage")
    improving(team(tmp_path, "bakery"), TODAY)
    window = opened(TODAY + timedelta(days=12))
    assert {"Day 12 of 30", "ring me", "Check with customers in 18 days"} <= {*words(window)}
    assert [row.summary.team for row in rows(window)] == ["Garage"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.windowTitle().startswith("CX Workshop – Bakery")
    assert window.desk.here == 5


def test_what_is_late_leads_in_words_and_one_button_goes_to_the_very_check(opened, tmp_path):
    improving(team(tmp_path, "bakery"), TODAY, "No phone in the back")
    team(tmp_path, "garage")  # was open last, and has nothing late
    window = opened(TODAY + timedelta(days=33))
    assert "3 days late" in words(window)
    assert "1 customer said it, none of them has been asked yet" in words(window)
    blocked = open_rows(window)[0].line
    assert (blocked.words, blocked.when) == ("No phone in the back", "for 33 days")
    button = QApplication.focusWidget()
    assert button.accessibleName() == "Ask customers now"
    QTest.keyClick(button, Qt.Key.Key_Return)
    wait(window)
    assert window.desk.here == 6
    assert window.desk.findChildren(StopPage) == [window.desk.page]  # no other was built first
    assert window.desk.page.isAncestorOf(QApplication.focusWidget())
    assert window.bridge.workshop.today == TODAY + timedelta(days=33)


def test_with_the_largest_text_the_day_is_whole_and_rows_are_as_high_as_their_words(
    opened, tmp_path
):
    improving(team(tmp_path, "bakery"), TODAY, "No phone in the back")
    team(tmp_path, "garage")
    window = opened(TODAY + timedelta(days=33))
    window.resize(1280, 720)
    window.theme.resize(200)
    wait(window)
    (line,) = [w for w in window.start.findChildren(Timeline) if w.isVisible()]
    picture, ink = line.grab().toImage(), QColor(window.theme.tokens.ink).rgb()
    above = range(picture.height() // 4)
    inked = [x for x in range(picture.width()) if any(picture.pixel(x, y) == ink for y in above)]
    words = QFontMetricsF(window.theme.font("label")).horizontalAdvance("Today, Sat 12 Dec")
    assert inked[-1] - inked[0] > words - 8
    for row in (*open_rows(window), *rows(window)):
        assert row.height() >= row.heightForWidth(row.width()), row.accessibleName()
        assert row.height() > row.sizeHint().height(), "one below the other in so narrow a window"


def test_a_row_of_what_else_is_open_goes_to_that_thing(opened, tmp_path):
    improving(team(tmp_path, "bakery"), TODAY, "No phone in the back")
    window = opened(TODAY + timedelta(days=33))
    QTest.mouseClick(open_rows(window)[0], Qt.MouseButton.LeftButton)
    wait(window)
    assert window.desk.here == 5


def test_a_blocker_leads_while_nothing_is_late(opened, tmp_path):
    improving(team(tmp_path, "bakery"), TODAY, "No phone in the back")
    window = opened(TODAY + timedelta(days=4))
    assert {"Day 4 of 30", "No phone in the back"} <= {*words(window)}
    assert any("for 4 days" in text for text in words(window))
    assert QApplication.focusWidget().accessibleName() == "Clear it"


def test_workshops_stand_in_the_order_of_what_is_late_and_made_up_ones_last(opened, tmp_path):
    for name, days in (("pool", 10), ("garage", 1), ("bakery", 5)):
        improving(team(tmp_path, name), TODAY - timedelta(days=days))
    path = tmp_path / "example.cxw"
    made_up = Workshop.new(path, "Example team", TODAY - timedelta(days=90), made_up=True)
    improve(made_up, "late for long")
    made_up.save()
    made_up.close()
    remember(path)
    (tmp_path / "gone.cxw").write_bytes(b"nothing")
    remember(tmp_path / "gone.cxw")
    window = opened(TODAY + timedelta(days=31))
    assert "Pool · Round 1" in words(window)
    shown = [row.summary for row in rows(window)]
    assert [one.team for one in shown] == ["Bakery", "Garage", "gone", "Example team"]
    assert [one.when for one in shown[:2]] == ["6 days late", "2 days late"]
    assert shown[3].when == "made up, to try things out"
    assert "Example team, Example, Round 1" in rows(window)[3].accessibleName()


def test_the_example_is_made_up(window):
    window.files.open_example()
    assert window.bridge.workshop.prepare.team().made_up


def test_enter_opens_another_workshop_and_del_takes_it_off_the_list(opened, tmp_path):
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


def test_no_file_is_read_while_a_workshop_is_open(window, tmp_path):
    first, *_others = [team(tmp_path, name) for name in ("bakery", "garage", "hotel")]
    window.start.show_recent()
    assert window.open(first)
    wait(window)
    assert rows(window) == window.start.findChildren(RecentRow) == []
    window.close_workshop()
    wait(window)
    assert len(rows(window)) == 2  # beside the one on top


@pytest.mark.parametrize("odd", ["words", {"0": "/x"}, ["x", 1, None, "/a\0b", "\ud800", "../y"]])
def test_what_is_no_path_in_the_list_hides_no_others(opened, tmp_path, odd):
    team(tmp_path, "pool")
    path = team(tmp_path, "bakery")
    kept = paths.data_folder() / "recent.json"
    names = json.loads(kept.read_text())
    kept.write_text(json.dumps([*odd, *names] if isinstance(odd, list) else odd))
    window = opened()
    shown = [row.summary.team for row in rows(window)]
    assert shown == (["Pool"] if isinstance(odd, list) else [])
    assert recent() == ([Path(name) for name in names] if isinstance(odd, list) else [])
    remember(path)
    assert recent()[0] == path


def test_damaged_and_missing_files_are_named_and_hide_no_others(opened, tmp_path):
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


def test_what_was_picked_leads_although_no_criterion_is_answered(opened, tmp_path):
    with Workshop.resume(team(tmp_path, "pool"), Holder.COMMAND) as workshop:
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say("ring me", talk.id)
        workshop.pick.put(workshop.pick.subject("1"))
        workshop.save()
    assert "Pick up to three" in words(opened())


def test_when_it_is_sure_that_it_stays_stop_8_leads(opened, tmp_path):
    with Workshop.resume(team(tmp_path, "pool"), Holder.COMMAND) as workshop:
        pick = improve(workshop, "ring me")
        workshop.check.record_answer(pick, "somebody rang", Mark.NOTICES, kind="regular")
        workshop.check.give_verdict(pick, Verdict.NOTICE)
        workshop.staff_test.mark_sure(pick)
        workshop.save()
    shown = words(opened())
    assert "Share and repeat" in shown
    assert "Replace-the-staff test" not in shown


def test_a_workshop_that_is_dropped_on_the_window_opens(window, tmp_path):
    path = team(tmp_path, "garage")
    data = QMimeData()
    data.setText("words")
    assert not hold(window, data)
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert hold(window, data)
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert {"garage.cxw", "Let go to open this workshop."} <= set(shown)
    drop(window, path)
    assert window.windowTitle() == "CX Workshop – Garage"


def test_the_window_comes_back_where_it_was(opened):
    first = opened()
    first.resize(1100, 700)
    first.close()
    second = MainWindow(first.theme)
    place(second)
    assert second.height() == 700  # the width is limited by the screen of the tests
    second.deleteLater()


def test_closing_a_workshop_returns_to_the_start_page(hands):
    hands.go(2)
    window = hands.window
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    wait(window)
    assert window.windowTitle() == "CX Workshop"
    assert any("Corner Bakery · Round 1" in text for text in words(window))
