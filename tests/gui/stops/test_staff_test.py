"""Stop 7 by mouse and by keys: six headings that are no persons, sure or not sure (R3, R5)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from cxworkshop import catalogue
from cxworkshop.model import Mark, Verdict
from ui.stops.staff_test.names import WordsWithNames

pytestmark = pytest.mark.begins_at(7)

HOW, WHERE = "How the work is set up: how", "How the work is set up: where to find it"
WRITE = "Write under: How the work is set up"
NEEDS = "Not sure is an honest answer."


@pytest.fixture
def page(improving):
    improving.go(7)
    return improving


def pick(hands, slot: int = 1):
    return hands.workshop.pick.slots()[slot].id


def answers(hands) -> list[tuple[str, str, str]]:
    rows = hands.workshop.staff_test.answers(pick(hands))
    return [(row.heading.value, row.words, row.where_to_find) for row in rows]


def seen(hands) -> list[str]:
    return [label.text() for label in hands.page.findChildren(QLabel) if label.isVisible()]


def press(hands, name: str) -> None:
    button = hands.find(name, QAbstractButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QApplication.processEvents()


def focus() -> str:
    return QApplication.focusWidget().accessibleName()


def names(hands) -> list[str]:
    return [w.accessibleName() for w in hands.page.findChildren(QWidget) if w.isVisible()]


def write(hands, words: str, where: str) -> None:
    hands.click(WRITE)
    hands.type_into(HOW, words)
    hands.type_into(WHERE, where, enter=True)


def test_the_question_is_large_and_stands_there_once(page):
    stop = next(stop for stop in catalogue.stops() if stop.key == "staff_test")
    assert [text for text in seen(page) if stop.say in text] == [stop.say]


def test_every_heading_takes_an_answer_with_where_to_find_it(page):
    for heading in catalogue.headings():
        page.click(f"Write under: {heading.title}")
        page.type_into(f"{heading.title}: how", "a list")
        page.type_into(f"{heading.title}: where to find it", "at the till", enter=True)
    given = [(heading.key, "a list", "at the till") for heading in catalogue.headings()]
    assert answers(page) == given
    page.undo()
    assert answers(page) == given[:-1]


def test_by_keys_enter_opens_goes_on_and_adds_and_esc_leaves(page):
    press(page, WRITE)
    assert focus() == HOW
    QTest.keyClicks(QApplication.focusWidget(), "A form")
    page.key(Qt.Key.Key_Return)
    assert focus() == WHERE
    QTest.keyClicks(QApplication.focusWidget(), "desk")
    page.key(Qt.Key.Key_Return)
    assert answers(page) == [("setup", "A form", "desk")]
    assert focus() == WRITE
    page.key(Qt.Key.Key_Return)
    assert focus() == HOW
    QTest.keyClicks(QApplication.focusWidget(), "never mind")
    page.key(Qt.Key.Key_Escape)
    assert focus() == WRITE
    assert len(answers(page)) == 1
    page.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget().text() == ""
    QApplication.focusWidget().setText("word " * 200)
    page.key(Qt.Key.Key_Escape)
    page.key(Qt.Key.Key_Return)
    assert QApplication.focusWidget().text() == "word " * 200, "somebody's work"


def test_an_answer_that_does_not_say_where_is_refused_and_stays_typed(page):
    page.click(WRITE)
    page.type_into(HOW, "A form")
    page.type_into(WHERE, "", enter=True)
    assert page.message.startswith("There are no words in it.")
    assert answers(page) == []
    assert page.find(HOW).text() == "A form"


def test_an_answer_that_names_one_of_us_is_marked_and_kept(page):
    write(page, "Mira changes the sign.", "door")
    assert "Mira is a person. Which role would do it?" in seen(page)
    assert len(answers(page)) == 1


def test_all_names_in_an_answer_are_underlined_where_they_stand(page):
    page.workshop.people.find_or_add("Ben Okri")
    words = "Mira opens it, and in the long afternoon when nobody else is there Okri closes it."
    write(page, words, "door")
    (label,) = [w for w in page.page.findChildren(WordsWithNames) if w.isVisible()]
    assert label.accessibleDescription() == "names Mira, Okri"
    image, amber = label.grab().toImage(), QColor(page.window.theme.tokens.amber).rgb()
    marked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) == amber
    ]
    rows = {y for _x, y in marked}
    assert len(rows) == 4, "two pixels below each name, on two lines"
    assert len({x for x, _y in marked}) < image.width() / 2


def test_the_question_has_the_promises_own_words_where_it_is_whole(page):
    page.workshop.make_better.unlock(pick(page))
    page.workshop.make_better.set_words(
        pick(page), promise_when="leaves a number", promise_we="ring back the same day"
    )
    page.workshop.make_better.lock(pick(page))
    QApplication.processEvents()
    asked = (
        "Suppose we have all moved on, and others do our work. How do we know that a customer who "
        "leaves a number can still count on it: we ring back the same day?"
    )
    assert asked in seen(page)
    page.page.tabs.setCurrentIndex(1)
    QApplication.processEvents()
    assert asked not in seen(page)


def test_what_pulls_against_it_is_written_and_belongs_to_its_improvement(page):
    name = "What do we reward or measure that pulls against it?"
    page.type_into(name, "We praise a short line.", enter=True)
    assert page.workshop.staff_test.pulls_against(pick(page)) == "We praise a short line."
    page.page.tabs.setCurrentIndex(1)
    QApplication.processEvents()
    assert page.find(name).text() == ""


@pytest.mark.parametrize("choose", ["mouse", "keys"])
def test_it_is_asked_too_of_somebody_who_did_not_do_the_work(page, choose):
    page.click("We are sure")
    assert "Ask one who did not do the work, too." in seen(page)
    box = page.find("Who was asked")
    assert [box.itemText(n) for n in range(box.count())] == ["Helena"], "Mira owns it"
    box.setFocus()
    QTest.keyClicks(box, "Helena")
    (page.click if choose == "mouse" else lambda name: press(page, name))("We are sure")
    assert len(page.workshop.staff_test.attempts(pick(page))) == 2
    assert "Asked too, without having done the work: Helena" in seen(page)
    assert any(text.endswith("sure: Helena") for text in seen(page))


def test_a_fix_is_reopened_by_its_tick_and_asked_again_on_its_day(page):
    page.type_into("What will be fixed", "Write the list")
    page.type_into("Who fixes it", "Jan", enter=True)
    for done in (True, False):
        page.click(next(name for name in names(page) if name.startswith("Done: Write the list")))
        assert (page.workshop.staff_test.fixes(pick(page))[0].done_on is not None) is done
    assert page.find("We are not sure").isChecked()
    asked_again = page.workshop.staff_test.ask_again_on(pick(page))
    assert asked_again is not None
    day = asked_again + timedelta(days=1)
    page.workshop.today = day
    page.page.read()
    QApplication.processEvents()
    assert any(text.endswith("1 day late") for text in seen(page))
    assert not page.find("We are not sure").isChecked(), "it is asked again"
    page.click("We are sure")
    said = [text for text in seen(page) if text.endswith((", sure", ", not sure"))]
    assert len(said) == 2, "attempts are kept"


def test_a_miracle_is_not_mira(page):
    write(page, "It is a Miracle form.", "door")
    assert not any("is a person" in text for text in seen(page))


def test_an_answer_is_set_aside_and_comes_back_with_undo(page):
    write(page, "A form", "desk")
    page.click("Set aside: A form")
    assert answers(page) == []
    page.undo()
    assert len(answers(page)) == 1


@pytest.mark.parametrize("choose", ["mouse", "keys"])
def test_not_sure_without_a_fix_is_refused_and_leads_to_its_field(page, choose):
    seq = page.workshop._store.seq
    (page.click if choose == "mouse" else lambda name: press(page, name))("We are not sure")
    assert page.message.startswith(NEEDS)
    assert page.workshop.staff_test.attempts(pick(page)) == []
    assert page.workshop._store.seq == seq
    assert not page.find("We are not sure").isChecked()
    page.key(Qt.Key.Key_Space)
    assert focus() == "What will be fixed"


@pytest.mark.parametrize("choose", ["mouse", "enter"])
def test_not_sure_with_a_fix_a_name_and_a_date_is_one_step(page, choose):
    page.type_into("What will be fixed", "Write the list")
    page.type_into("Who fixes it", "Jan", enter=choose == "enter")
    if choose == "mouse":
        page.click("We are not sure")
    (fix,) = page.workshop.staff_test.fixes(pick(page))
    assert fix.words == "Write the list"
    assert page.workshop.people.name_of(fix.who) == "Jan"
    two_weeks = page.workshop.today + timedelta(days=14)
    assert fix.by_when.weekday() < 5, "on a day on which the team works"
    assert 0 <= (fix.by_when - two_weeks).days <= 2
    assert page.find("We are not sure").isChecked()
    page.undo()
    assert page.workshop.staff_test.attempts(pick(page)) == []
    assert "Jan" not in [row.name for row in page.workshop.people.all()]


def test_a_fix_is_ticked_and_then_it_is_asked_again(page):
    page.type_into("What will be fixed", "Write the list")
    page.type_into("Who fixes it", "Jan", enter=True)
    name = next(
        w.accessibleName()
        for w in page.page.findChildren(QWidget)
        if w.accessibleName().startswith("Done: Write the list")
    )
    page.click(name)
    assert page.workshop.staff_test.fixes(pick(page))[0].done_on == page.workshop.today
    page.click("We are sure")
    said = [test.sure for test in page.workshop.staff_test.attempts(pick(page))]
    assert said == [False, True]


def test_sure_twice_on_one_day_is_one_attempt(page):
    page.click("We are sure")
    page.click("We are sure")
    assert len(page.workshop.staff_test.attempts(pick(page))) == 1


@pytest.mark.parametrize("choose", ["mouse", "keys"])
def test_sure_alone_is_not_kept_and_with_a_good_check_it_is(page, choose):
    (page.click if choose == "mouse" else lambda name: press(page, name))("We are sure")
    assert not page.workshop.share.outcome(pick(page)).kept
    assert page.page.footer().bold == "Not kept yet"
    page.workshop.check.record_answer(pick(page), "You rang!", Mark.NOTICES)
    page.workshop.check.give_verdict(pick(page), Verdict.SOME)
    assert page.workshop.share.outcome(pick(page)).kept
    assert page.page.footer().bold == "Kept"


def test_arrows_walk_between_sure_and_not_sure_without_answering(page):
    page.find("We are sure").setFocus()
    page.key(Qt.Key.Key_Right)
    assert focus() == "We are not sure"
    assert page.workshop.staff_test.attempts(pick(page)) == []


def test_half_typed_words_survive_another_text_size_at_their_own_improvement(page):
    page.page.tabs.setCurrentIndex(1)
    page.click(WRITE)
    page.type_into(HOW, "A spring in the")
    page.type_into("What will be fixed", "oil")
    page.page.tabs.setCurrentIndex(0)
    assert page.find("What will be fixed").text() == ""
    page.page.tabs.setCurrentIndex(1)
    page.window.theme.resize(150)
    QApplication.processEvents()
    try:
        assert page.page.tabs.slot == 2
        assert page.find(HOW).text() == "A spring in the"
        assert page.find("What will be fixed").text() == "oil"
    finally:
        page.window.theme.resize(100)


def test_with_nothing_picked_it_says_what_comes_first(hands):
    hands.go(7)
    assert "Checked first, then this question." in seen(hands)
