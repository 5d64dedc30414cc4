"""A new workshop is one page, filled in by keys from top to bottom, that ends in paper."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit

from cxworkshop.customer_word import customer_word
from tests.choosing import choosing
from tests.gui.conftest import Hands
from tests.gui.dropping import drop
from tests.gui.painted import painted, settle
from ui.printing.dialog import PrintDialog

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
MONDAY = date(2026, 11, 30)


@pytest.fixture
def page(window, tmp_path) -> Hands:
    """The page, opened by its key on an empty laptop."""
    QSettings().setValue("new/folder", str(tmp_path / "kept"))
    QTest.keyClick(window, Qt.Key.Key_N, HELD)
    settle()
    new = window.content.new
    assert new.isVisible()
    return Hands(new)


def here() -> str:
    return QApplication.focusWidget().accessibleName()


def write(words: str) -> None:
    """Type where the keyboard is, and press Enter."""
    QTest.keyClicks(QApplication.focusWidget(), words)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()


def fill(hands: Hands) -> None:
    """By keys alone; Enter goes on."""
    assert here() == "Team"
    write("Town pool")
    assert here() == "Day 1"
    QApplication.focusWidget().selectAll()
    write("2 Dec 2026")
    assert here() == "Another kind of customer"
    for kind in ("early swimmers", "parents", ""):
        write(kind)
    assert here() == "Who will you not please?"
    write("people who want it empty")
    assert here() == "Name of somebody in the room"
    for name in ("Helena", "Ben", ""):
        write(name)
    assert here() == "Print the kit"


def test_by_keys_alone_from_the_team_to_the_kit_on_paper(page, window, tmp_path):
    fill(page)
    labels = [label.text() for label in page.window.findChildren(QLabel)]
    assert "2 kinds of customers, 2 people, 2 have a say" in labels
    page.click("Ben has a say")
    page.find("Print the kit").setFocus()
    write("")
    settle()
    (dialog,) = (d for d in window.findChildren(PrintDialog) if d.isVisible())
    ticked = [sheet.slug for sheet in dialog.choices.sheets.ticked]
    assert ticked == ["interview-guide", "script", "blank-kit", "ballots"], "what the page named"
    workshop = window.bridge.workshop
    assert workshop.path == tmp_path / "kept" / "Town pool.cxw"
    assert window.desk.here == 1
    prepare = workshop.prepare
    assert (prepare.team().team, prepare.day_1()) == ("Town pool", date(2026, 12, 2))
    assert [(row.words, row.serve) for row in prepare.served.all()] == [
        ("early swimmers", True),
        ("parents", True),
        ("people who want it empty", False),
    ]
    assert {(p.name, p.has_say) for p in workshop.people.all()} == {
        ("Helena", True),
        ("Ben", False),
    }
    next(d for d in window.findChildren(PrintDialog) if d.isVisible()).reject()
    assert workshop.undo_title() == "Fill in the new workshop"
    workshop.undo()
    assert prepare.served.all() == [], "one step takes all answers back"


def test_a_word_for_customers_that_can_t_be_stays_until_it_is_corrected(page, window):
    def refusals() -> list[str]:
        labels = page.window.findChildren(QLabel)
        return [one.text() for one in labels if one.isVisible() and "braces" in one.text()]

    page.type_into("Team", "Town pool")
    page.type_into("Own word for one of them", "{swimmer}")
    page.click("Start without paper")
    assert (window.bridge, here(), len(refusals())) == (None, "Own word for one of them", 1)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_N, HELD)
    settle()
    page.window = window.content.new
    assert (page.find("Own word for one of them").text(), len(refusals())) == ("{swimmer}", 1)
    field = page.find("Own word for one of them")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert refusals() == []
    page.click("Start without paper")
    settle()
    assert window.bridge.workshop.prepare.customer_word() == ("swimmer", "swimmers")


def test_several_customers_are_asked_for_while_one_is_typed(page):
    page.find("Own word for one of them").setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "participant of the evening course")
    met = []
    for _step in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(here())
    assert met == ["Own word for several of them", "Who will you not please?"]
    several = page.find("Own word for several of them")
    assert several.text() == "participants of the evening course"
    assert several.fontMetrics().horizontalAdvance(several.text()) < several.width()
    page.type_into("Own word for one of them", "PATIENT", enter=True)
    assert page.find("Patients").isChecked()
    assert page.find("Own word for one of them").text() == ""
    assert here() == "Who will you not please?"
    assert page.find("Another kind of patient").isVisible()
    line = painted(page.window.window())
    assert [run.text for run in line if "Ask" in run.text] == ["Ask patients"]


def test_esc_loses_nothing_that_was_typed(page, window):
    fill(page)
    page.type_into("Name of somebody in the room", "Jon")
    QTest.keyClick(window.content.new, Qt.Key.Key_Escape)
    settle()
    assert window.content.new is None
    QTest.keyClick(window, Qt.Key.Key_N, HELD)
    settle()
    typed = window.content.new.typed()
    assert (typed.team, typed.day_1) == ("Town pool", date(2026, 12, 2))
    assert typed.serve == ("early swimmers", "parents")
    assert typed.not_please == "people who want it empty"
    assert [name for name, _say in typed.people] == ["Helena", "Ben", "Jon"]
    Hands(window.content.new).click("Start without paper")
    settle()
    QTest.keyClick(window, Qt.Key.Key_N, HELD)
    settle()
    assert window.content.new.typed().team == "Our team", "it has become a workshop"


def test_several_names_with_commas_are_a_chip_each(page):
    page.find("Name of somebody in the room").setFocus()
    write("Helena, Ben; Mira")
    labels = [label.text() for label in page.window.findChildren(QLabel)]
    assert "0 kinds of customers, 3 people, 3 have a say" in labels
    for name in ("Helena", "Ben", "Mira"):
        page.find(f"{name} has a say")


def test_tab_goes_down_the_left_and_then_down_the_right(page):
    for kind in ("early swimmers", "parents"):
        page.find("Another kind of customer").setText(kind)
        page.find("Another kind of customer").take()
    page.find("Name of somebody in the room").setText("Helena")
    page.find("Name of somebody in the room").take()
    settle()
    page.find("Team").setFocus()
    met = []
    for _step in range(17):
        met.append(here())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert met == [
        *("Team", "Day 1", "Kind of customer", "Take out: early swimmers"),
        *("Kind of customer", "Take out: parents", "Another kind of customer"),
        *("Customers", "Own word for one of them", "Who will you not please?"),
        *("Helena has a say", "Name of somebody in the room"),
        *("Language of the paper", "Paper: A4", "Change where to keep it …", "Print the kit"),
        "Start without paper",
    ]


def test_without_a_team_it_says_so_and_backspace_takes_back(page, window):
    page.find("Team").clear()
    page.click("Start without paper")
    assert here() == "Team"
    assert page.window.isVisible()
    assert any(
        label.isVisible() and "a name" in label.text() for label in page.window.findChildren(QLabel)
    )
    page.find("Name of somebody in the room").setFocus()
    write("Helna")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert QApplication.focusWidget().text() == "Helna", "to be corrected"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert window.bridge is None
    assert window.start.isVisible()
    assert window.content.new is None


def test_a_day_that_cannot_be_read_is_said_and_begins_nothing(page, window):
    page.find("Day 1").setFocus()
    QApplication.focusWidget().selectAll()
    QTest.keyClicks(QApplication.focusWidget(), "soonish")
    page.click("Start without paper")
    settle()
    assert here() == "Day 1"
    assert window.bridge is None
    window.theme.resize(115)
    settle()
    new = window.content.new
    assert Hands(new).find("Day 1", QLineEdit).text() == "soonish"
    assert any("“soonish” is no day" in label.text() for label in new.findChildren(QLabel))


def test_another_text_size_keeps_what_was_typed(page, window):
    fill(page)
    page.click("Ben has a say")
    window.theme.resize(150)
    settle()
    again = window.content.new
    assert again.isVisible()
    typed = again.typed()
    assert (typed.team, typed.serve, typed.people) == (
        "Town pool",
        ("early swimmers", "parents"),
        (("Helena", True), ("Ben", False)),
    )
    assert (typed.day_1, typed.path.name) == (date(2026, 12, 2), "Town pool.cxw")


def test_over_a_workshop_its_keys_rest_and_esc_goes_back_to_it(improving):
    window = improving.window
    improving.go(3)
    QTest.keyClick(window, Qt.Key.Key_N, HELD)
    settle()
    steps = window.bridge.workshop.seq
    for key in (Qt.Key.Key_Z, Qt.Key.Key_5):
        QTest.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
    assert here() == "Team"
    assert (window.desk.here, window.bridge.workshop.seq) == (3, steps)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert window.desk.isVisible()
    assert window.desk.page.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.here == 5


def test_nothing_is_overwritten_and_another_place_is_two_clicks_away(
    page, window, tmp_path, monkeypatch
):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "Our team.cxw").write_bytes(b"something")
    page.find("Team").setText("Our team ")
    assert page.window.form.place.path.name == "Our team (2).cxw"
    choosing(monkeypatch, tmp_path / "elsewhere.cxw")
    page.click("Change where to keep it …")
    page.click("Start without paper")
    assert window.bridge.workshop.path == tmp_path / "elsewhere.cxw"
    assert not any(d.isVisible() for d in window.findChildren(QDialog))


def test_day_30_counts_itself_past_a_weekend(page):
    page.window.form._day.show_day(
        MONDAY - timedelta(days=2)
    )  # a Saturday; thirty days on, a Monday
    page.window.form._show_days()
    assert page.window.form._thirty.accessibleName().find("28 Dec") > 0


def test_the_teams_word_for_customers_is_chosen_before_there_is_a_workshop(page, window):
    page.type_into("Team", "Ward 4")
    page.click("Patients")
    page.find("Another kind of patient").setText("from the street")
    page.find("Another kind of patient").take()
    assert "1 kind of patients, 0 people, 0 have a say" in [
        label.text() for label in page.window.findChildren(QLabel)
    ]
    page.type_into("Own word for one of them", "{n}")
    page.type_into("Own word for one of them", "Parent")
    page.click("Start without paper")
    settle()
    prepare = window.bridge.workshop.prepare
    assert prepare.customer_word() == ("parent", "parents")
    titles = [each.line.title for each in prepare.agenda.meeting(30).lines]
    assert "What parents say now" in titles
    assert Hands(window).find("Whom we serve: Add a kind of parent").isVisible()
    window.close_workshop()
    assert customer_word() == ("customer", "customers")


def test_by_mouse_what_is_typed_is_added_by_the_button_in_its_field(page):
    for name in ("Another kind of customer", "Name of somebody in the room"):
        page.type_into(name, "Ada")
        add = page.find(name, QLineEdit).findChild(QAbstractButton)
        assert add.isVisible()
        QTest.mouseClick(add, Qt.MouseButton.LeftButton)
        assert not add.isVisible()
        page.type_into(name, "Ben")  # and left half typed
    labels = [label.text() for label in page.window.findChildren(QLabel)]
    assert "2 kinds of customers, 2 people, 2 have a say" in labels


def test_after_a_refused_file_and_in_another_size_the_keyboard_is_where_it_was(
    page, window, tmp_path
):
    """Not in the team's name, chosen to be written over."""
    page.type_into("Team", "Town pool")
    page.find("Who will you not please?").setFocus()
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
    drop(window, photo)
    assert window.refusal.text
    page.key(Qt.Key.Key_Escape)
    QTest.keyClicks(QApplication.focusWidget(), "people")
    window.theme.resize(115)
    settle()
    page.window = window.content.new
    QTest.keyClicks(QApplication.focusWidget(), " in a hurry")
    assert page.find("Who will you not please?").text() == "people in a hurry"
    assert page.find("Team").text() == "Town pool"
