"""Stop 4: each hard rule answers the same by drag, key, menu and click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from cxworkshop.model import Criterion, CriterionAnswer, Mark, NextStep, Verdict
from tests.gui.painted import painted, settle
from ui.stops.pick.candidate_words import line_parts
from ui.stops.pick.deciders_bar import DecidersBar
from ui.widgets.buttons import Button
from ui.widgets.lists import AddLine
from ui.widgets.people_count import HeardBy
from ui.widgets.wrapped_button import WrappedButton

pytestmark = pytest.mark.begins_at(4)

WAYS = ["drag", "key", "menu", "double click"]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(hands):
    """Four lines, the first three of them picked."""
    talk = hands.workshop.talk.begin(hands.workshop.talk.next_customer().id)
    for words in ("parking", "greeting", "forms", "phone"):
        hands.workshop.talk.say(words, talk.id)
    for code in ("1", "2", "3"):
        hands.workshop.pick.put(hands.workshop.pick.subject(code))
    hands.go(4)
    return hands.page


def line(page, words: str) -> int:
    texts = [page.list.text_at(n) for n in range(len(page.list.values))]
    return next(n for n, text in enumerate(texts) if words in text)


def choose(page, words: str) -> QPoint:
    place = page.list.rect_at(line(page, words)).center()
    QTest.mouseClick(page.list.viewport(), LEFT, pos=place)
    return place


def drag(page, words: str, slot: int, *, let_go: bool = True) -> None:
    """From the line to the middle of the slot, in ten steps."""
    view = page.list.viewport()
    start = choose(page, words)
    panel = page.slots[slot - 1]
    end = view.mapFromGlobal(panel.mapToGlobal(panel.rect().center()))
    QTest.mousePress(view, LEFT, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(view, start + (end - start) * step / 10)
        QApplication.processEvents()
    if let_go:
        QTest.mouseRelease(view, LEFT, pos=end)
    QApplication.processEvents()


def put(page, words: str, slot: int, way: str) -> None:
    if way == "drag":
        drag(page, words, slot)
        return
    place = choose(page, words)
    if way == "key":
        QTest.keyClick(page.list, getattr(Qt.Key, f"Key_{slot}"))
    elif way == "menu":
        menu = page.list.line_menu()
        action = menu.actions()[slot - 1]
        assert action.text() == f"Put into slot {slot}"
        action.trigger()
    else:
        QTest.mouseDClick(page.list.viewport(), LEFT, pos=place)
    QApplication.processEvents()


def picked(hands) -> list[str]:
    return [story.subject.headline for story in hands.workshop.share.outcomes()]


@pytest.mark.parametrize("way", WAYS)
def test_the_fourth_is_refused_and_stays_on_the_list(page, hands, way):
    seq = hands.workshop._store.seq
    put(page, "phone", 2, way)
    assert hands.message.startswith("Three is the most for one round.")
    assert QApplication.focusWidget().text() == "Keep on the list"
    assert picked(hands) == ["parking", "greeting", "forms"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert hands.message == ""
    assert hands.workshop._store.seq == seq
    assert hands.workshop.undo_title() == "Pick card 3"


def test_a_card_that_was_grouped_after_it_was_picked_keeps_its_customers(page, hands):
    assert page.slots[0].findChild(HeardBy).accessibleName() == "1 customer"
    hands.workshop.big_list.piles.group("Coming in: 1 4")
    hands.go(3)
    hands.go(4)
    assert hands.page.slots[0].findChild(HeardBy).accessibleName() == "1 customer"


@pytest.mark.parametrize("way", WAYS)
def test_a_group_with_a_picked_card_in_it_is_not_picked_as_well(page, hands, way):
    big_list, pick = hands.workshop.big_list, hands.workshop.pick
    pick.take_out(2)
    big_list.group([*pick.subject("1").cards, *pick.subject("4").cards], "Cars")
    QApplication.processEvents()
    seq = hands.workshop._store.seq
    put(page, "Cars", 2, way)
    assert hands.message == "Card 1 is in slot 1 and would be part of group A. Once is enough."
    assert hands.workshop._store.seq == seq


def test_a_slot_says_why_not_while_the_line_still_hovers(page, hands):
    drag(page, "phone", 2, let_go=False)
    says, sentence = page.slots[1].drop_answer
    assert says == "no"
    assert sentence.startswith("Three is the most")
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert page.slots[1].drop_answer == ("", "")
    assert hands.message == ""
    assert picked(hands) == ["parking", "greeting", "forms"]


def test_the_criteria_of_all_picks_begin_at_the_same_height(page, hands):
    """However many lines a headline takes, and once more as soon as it takes fewer."""
    card = hands.workshop.pick.subject("2").card
    was = _tops(page)
    hands.workshop.big_list.set_card_headline(card, "Whether my book is here. " * 3)
    settle()
    assert len({*was}) == len({*_tops(page)}) == 1
    assert _tops(page)[0] > was[0]
    hands.window.resize(1366, 900)
    hands.workshop.undo()
    settle()
    assert _tops(page) == was


def _tops(page) -> list[int]:
    return [slot.criteria.mapTo(page, QPoint()).y() for slot in page.slots]


def test_a_line_goes_into_a_free_slot_by_drag_and_back_by_undo(page, hands):
    hands.workshop.pick.take_out(2)
    drag(page, "phone", 2)
    assert picked(hands) == ["parking", "phone", "forms"]
    hands.undo()
    assert picked(hands) == ["parking", "forms"]


def test_swap_by_keys(page, hands):
    put(page, "phone", 1, "key")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget().text() == "Swap for …"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    QApplication.processEvents()
    press = page.slots[2].button
    press.setFocus()
    QTest.keyClick(press, Qt.Key.Key_Return)
    assert picked(hands) == ["parking", "greeting", "phone"]


def test_a_yes_that_is_undone_is_chosen_no_more(page, hands):
    yes = hands.find("We can improve it, yes")
    hands.click("We can improve it, yes")
    hands.undo()
    assert yes.isVisible()
    assert not yes.isChecked()


def test_the_second_press_of_a_double_click_presses_nothing_that_moved_up(page, hands):
    hands.click("We can improve it, yes")
    hands.click("Customers would notice, yes")
    pressed = list[int]()
    last = hands.find("We can make it last: not answered yet", QAbstractButton)
    last.clicked.connect(lambda: pressed.append(1))
    yes = hands.find("Within 30 days, yes")
    place = yes.mapTo(hands.window, yes.rect().center())
    QTest.mouseDClick(hands.window.windowHandle(), LEFT, pos=place)
    QApplication.processEvents()
    assert len(hands.workshop.pick.judgements(1)) == 3
    assert hands.window.childAt(place) is last, "it has come there"
    assert pressed == []
    QTest.mouseClick(hands.window.windowHandle(), LEFT, pos=place + QPoint(30, 0))
    assert pressed == [1]


def test_a_no_wants_its_reason(page, hands):
    hands.click("We can improve it, no")
    why = QApplication.focusWidget()
    assert isinstance(why, QLineEdit)
    assert "Why?" in why.placeholderText()
    QTest.keyClicks(why, "the landlord decides")
    QTest.keyClick(why, Qt.Key.Key_Return)
    given = hands.workshop.pick.judgements(1)
    assert [row.reason for row in given.values()] == ["the landlord decides"]


def begin_reason(hands) -> QLineEdit:
    """Say that it is not sure whether we can improve it, and begin to type why."""
    hands.click("We can improve it, not sure")
    why = QApplication.focusWidget()
    QTest.keyClicks(why, "ask the landlord")
    return why


@pytest.mark.parametrize("what", ["criterion", "decider", "answer", "list"])
def test_a_reason_that_is_left_for_something_else_is_an_answer(page, hands, what):
    bridge = hands.window.bridge
    bridge.do(lambda: bridge.workshop.people.find_or_add("Ben"))
    why = begin_reason(hands)
    pressed = {
        "criterion": lambda: hands.find("Customers would notice: not answered yet", WrappedButton),
        "decider": lambda: hands.find("Ben does not decide", QAbstractButton),
        "answer": lambda: hands.find("We can improve it, no", QAbstractButton),
        "list": page.list.viewport,
    }[what]()
    hands.click_slowly(pressed)
    given = hands.workshop.pick.judgements(1)[Criterion.CAN]
    assert given.reason == "ask the landlord"
    assert given.answer == (CriterionAnswer.NO if what == "answer" else CriterionAnswer.UNSURE)
    assert why.text() == "ask the landlord"


def test_a_press_on_another_criterion_opens_it_while_a_reason_is_written(page, hands):
    begin_reason(hands)
    hands.click_slowly(hands.find("Customers would notice: not answered yet", WrappedButton))
    assert hands.find("Customers would notice, yes", QAbstractButton).hasFocus()


def test_what_is_half_said_about_a_pick_stays_with_it(page, hands):
    """A reason without an answer, and a not sure without its reason, are both kept in sight."""
    why = hands.find("We can improve it: why", QLineEdit)
    why.setFocus()
    QTest.keyClicks(why, "ask the landlord")
    hands.click_slowly(hands.find("Customers would notice: not answered yet", WrappedButton))
    hands.click("Customers would notice, not sure")
    hands.click_slowly(hands.find("Within 30 days: not answered yet", WrappedButton))
    assert why.isVisible()
    assert why.text() == "ask the landlord"
    assert hands.find("Customers would notice, not sure", QAbstractButton).isChecked()
    assert hands.workshop.pick.judgements(1) == {}
    hands.click("We can improve it, no")
    assert hands.workshop.pick.judgements(1)[Criterion.CAN].reason == "ask the landlord"
    hands.undo()
    assert (why.text(), hands.workshop.pick.judgements(1)) == ("", {})


def test_a_reason_too_long_is_refused_and_stays(page, hands):
    hands.click("We can improve it, no")
    why = QApplication.focusWidget()
    QApplication.clipboard().setText("the landlord " * 900)
    hands.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert why.text().startswith("the landlord the landlord")
    hands.key(Qt.Key.Key_Return)
    assert hands.message
    assert hands.workshop.pick.judgements(1) == {}
    assert why.text().startswith("the landlord the landlord")


def test_words_typed_after_a_yes_answer_no_other_criterion(page, hands):
    """They are the beginning of a reason; a space in them pressed one Yes after the other."""
    hands.click("We can improve it, yes")
    for key in "We may set them":
        QTest.keyClick(QApplication.focusWidget(), key)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert list(hands.workshop.pick.judgements(1)) == [Criterion.CAN]
    assert hands.find("Customers would notice: why", QLineEdit).text() == "We may set them"


def test_enter_in_a_reason_without_an_answer_leads_to_the_answers(page, hands):
    why = hands.find("We can improve it: why", QLineEdit)
    why.setFocus()
    QTest.keyClicks(why, "ask the landlord")
    QTest.keyClick(why, Qt.Key.Key_Return)
    assert hands.find("We can improve it, yes", QAbstractButton).hasFocus()
    assert why.text() == "ask the landlord"


def test_taking_out_by_the_slots_own_menu_keeps_its_answers(page, hands):
    hands.click("We can improve it, yes")
    menu = page.slots[0].menu()
    menu.actions()[0].trigger()
    assert picked(hands) == ["greeting", "forms"]
    put(page, "parking", 1, "key")
    assert page.slots[0].accessibleName() == "Slot 1 of 3, parking"
    assert len(hands.workshop.pick.judgements(1)) == 1


def test_ballots_are_typed_and_a_wrong_one_is_said_before_any_counts(page, hands):
    hands.click("Type in the ballots")
    dialog = QApplication.activeModalWidget() or hands.find("Ballots").window()
    lines = dialog.lines
    for ballot in ("1: 4", "99: 2"):
        QTest.keyClicks(lines, ballot)
        QTest.keyClick(lines, Qt.Key.Key_Return)
    hands_on(dialog, "Count them")
    assert "99" in dialog.summary.text()
    lines.selectAll()
    for ballot in ("1: 4", "4: 9"):
        QTest.keyClicks(lines, ballot)
        QTest.keyClick(lines, Qt.Key.Key_Return)
    hands_on(dialog, "Count them")
    assert not dialog.isVisible()


def hands_on(dialog, words: str) -> None:
    from ui.widgets.buttons import Button

    press = next(b for b in dialog.findChildren(Button) if b.words == words)
    QTest.mouseClick(press, LEFT)
    QApplication.processEvents()


def test_each_line_says_how_many_of_those_we_serve_and_its_votes(hands):
    workshop = hands.workshop
    workshop.prepare.served.add("regular")
    card = None
    for kind in ("regular", "regular", "tourist"):
        who = workshop.talk.next_customer(kind=kind)
        talk = workshop.talk.begin(who.id).id
        if card is None:
            card = workshop.talk.say("ring me", talk).id
        else:
            workshop.talk.say_also("ring me", talk, card)
    workshop.pick.ballots.record(["1: 9"])
    hands.go(4)
    spoken = hands.page.list.text_at(0)
    assert spoken == "Card 1, ring me, 3 customers, 2 of those we serve · 9 votes"


@pytest.fixture
def deciders(hands):
    """The bar alone, without its page."""
    hands.workshop.people.find_or_add("Ben")
    bar = DecidersBar(hands.window.bridge, hands.window.theme)
    bar.read()
    yield bar
    bar.deleteLater()


def chip(bar, name: str) -> Button:
    (found,) = (b for b in bar.findChildren(Button) if not b.isHidden() and b.words == name)
    return found


def test_those_who_have_a_say_are_ticked_until_somebody_ticks_others(deciders, hands):
    people = hands.workshop.people
    anna = people.find_or_add("Anna")
    (ben,) = (row for row in people.all() if row.name == "Ben")
    people.describe(anna, has_say=True)
    deciders.read()
    assert chip(deciders, "Anna").accessibleName() == "Anna decides"
    QTest.mouseClick(chip(deciders, "Ben"), LEFT)
    assert set(hands.workshop.pick.deciders()) == {anna, ben.id}
    deciders.read()
    QTest.mouseClick(chip(deciders, "Anna"), LEFT)
    assert hands.workshop.pick.deciders() == [ben.id]


def test_a_click_on_a_name_ticks_and_unticks_who_decides(deciders, hands):
    (ben,) = hands.workshop.people.all()
    chip(deciders, "Ben").click()
    assert hands.workshop.pick.deciders() == [ben.id]
    deciders.read()
    chip(deciders, "Ben").click()
    assert hands.workshop.pick.deciders() == []


def test_a_new_name_decides_at_once_and_is_one_step(deciders, hands):
    field = deciders.findChild(AddLine)
    QTest.keyClicks(field, "Ana")
    QTest.keyClick(field, Qt.Key.Key_Return)
    names = [hands.workshop.people.name_of(who) for who in hands.workshop.pick.deciders()]
    assert names == ["Ana"]
    hands.workshop.undo()
    assert [row.name for row in hands.workshop.people.all()] == ["Ben"]


def test_several_names_with_commas_decide_each(deciders, hands):
    field = deciders.findChild(AddLine)
    QTest.keyClicks(field, "Ana, Ben")
    QTest.keyClick(field, Qt.Key.Key_Return)
    names = [hands.workshop.people.name_of(who) for who in hands.workshop.pick.deciders()]
    assert sorted(names) == ["Ana", "Ben"]
    assert len(hands.workshop.people.all()) == 2


def test_chips_stay_while_nobody_comes_or_goes(deciders):
    before = chip(deciders, "Ben")
    deciders.read()
    assert chip(deciders, "Ben") is before


@pytest.fixture
def both_sides(hands):
    """Round 2: two cards that are opposites, the first was tried in round 1; on stop 4."""
    workshop = hands.workshop
    workshop.prepare.served.add("student")
    for words, kinds in (("Quiet, please", ("student", "student", "")), ("Music", ("parent",))):
        talks = [workshop.talk.begin(workshop.talk.next_customer(kind=kind).id) for kind in kinds]
        card = workshop.talk.say(words, talks[0].id).id
        for talk in talks[1:]:
            workshop.talk.say_also(words, talk.id, card)
    pick = workshop.pick.put(workshop.pick.subject("1")).id
    workshop.make_better.schedule(pick, workshop.today)
    workshop.make_better.lock(pick, reason="a test")
    workshop.check.record_answer(pick, "As loud as ever", Mark.NO_DIFFERENCE)
    workshop.check.give_verdict(pick, Verdict.NONE)
    workshop.check.choose_next_step(pick, NextStep.BACK)
    workshop.rounds.start_next()
    workshop.pick.opposites.mark(workshop.pick.subject("1"), workshop.pick.subject("2"))
    hands.go(4)
    return hands.page


def spoken(page) -> list[str]:
    return [page.list.text_at(n) for n in range(len(page.list.values))]


def test_a_line_says_whom_we_serve_its_opposite_its_age_and_what_was_before(both_sides):
    before = "round 1: tried, and learned. 0 of 1 customer notices. “As loud as ever”"
    against = "Opposite: card 2, said by 1 customer, none of those we serve, “Music”"
    assert spoken(both_sides) == [
        "Card 1, Quiet, please, 3 customers, 2 of those we serve, 1 kind not known · "
        f"since round 1, {against}, {before}",
        "Card 2, Music, 1 customer, none of those we serve · since round 1, Opposite: card 1, "
        "said by 3 customers, 2 of those we serve, 1 kind not known, “Quiet, please”",
    ]


def test_all_that_a_line_says_is_painted(both_sides):
    first = both_sides.list.values[0].candidate
    parts = line_parts(first, served=True, full=False)
    assert parts[0].code == "1"
    assert [part.words for part in parts] == [
        "“Quiet, please”",
        "2 of those we serve, 1 kind not known · since round 1",
        "Opposite: card 2, said by 1 customer, none of those we serve",
        "“Music”",
        "round 1: tried, and learned",
        "0 of 1 customer notices.",
    ]
    told = [part.words for part in line_parts(first, served=True, full=True)]
    assert told[-1] == "0 of 1 customer notices. “As loud as ever”"
    rows = [both_sides.list.rect_at(n).height() for n in (0, 1)]
    assert rows[0] > rows[1]


def test_o_goes_to_the_opposite_and_back(both_sides):
    choose(both_sides, "Card 1")
    QTest.keyClick(both_sides.list, Qt.Key.Key_O)
    assert both_sides.list.current_row == 1
    QTest.keyClick(both_sides.list, Qt.Key.Key_O)
    assert both_sides.list.current_row == 0


def test_the_team_decides_for_whom_from_the_menu_of_the_line(both_sides, hands):
    place = choose(both_sides, "Card 2")
    view = both_sides.list.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)
    menu = QApplication.activePopupWidget()
    words = "For whom do we decide, card 1 or card 2?"
    while (now := menu.activeAction()) is None or now.text() != words:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    asked = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        asked.append(dialog.labelText())
        QTest.keyClicks(dialog.findChild(QLineEdit), "students, until six")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(50, answer)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert asked == ["“Quiet, please” or “Music”: for whom do we decide?"]
    hands.window.activateWindow()
    QApplication.processEvents()
    assert all("We decide for: students, until six" in line for line in spoken(both_sides))
    hands.undo()
    assert not any("We decide" in line for line in spoken(both_sides))


def test_the_arrow_keys_go_on_in_the_list_after_a_refusal(page, hands):
    """Qt takes Up and Down on a button for Tab, which led from the last one to Undo."""
    choose(page, "phone")
    row = page.list.current_row
    hands.key(Qt.Key.Key_3)
    assert page.refusal.text
    assert page.refusal.fine.hasFocus()
    hands.key(Qt.Key.Key_Up)
    assert page.refusal.text == ""
    assert page.list.hasFocus()
    assert page.list.current_row == row - 1
    hands.key(Qt.Key.Key_Down)
    assert page.list.current_row == row


def test_customers_own_words_look_like_words_and_a_headline_like_a_headline(page, hands):
    card = hands.workshop.pick.subject("4").cards[0]
    hands.workshop.big_list.set_card_headline(card, "A phone that is answered")
    settle()
    runs = {run.text: run for run in painted(page.list)}
    theme = hands.window.theme
    words, headline = runs["“parking”"], next(r for t, r in runs.items() if "answered" in t)
    assert words.font.family() == theme.font("verbatim_list").family() != headline.font.family()
    assert (words.font.italic(), headline.font.italic()) == (True, False)
    assert runs["1"].font.family() == headline.font.family(), "the number is ours"
    assert runs["1"].box.right() < words.box.left()
