"""What each layout of the Wall keeps in sight where there is little room, in any script."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRectF

from cxworkshop.content.values import SortCard, SortingContent, SortTarget
from cxworkshop.content.values.wall import (
    BeforeAndNow,
    WallCheck,
    WallContent,
    WallMonth,
    WallOpened,
    WallOpenLine,
    WallOpenRound,
    WallPlan,
    WallReason,
    WallRefusal,
    WallSaid,
    WallSlot,
    WallSlots,
    WallSorting,
    WallStaffTest,
    WallStep,
    WallStillOpen,
    WallYear,
)
from cxworkshop.stages import Stage
from tests.gui.wall.every_wall import misplaced
from ui.theme.theme import Theme
from ui.wall.layouts import lay_out
from ui.wall.pages import WallFrame
from ui.wall.scene import WallPage
from ui.wall.shot import paint_page
from ui.wall.tokens import USUAL_PART

NARROW, WIDE = (1024, 768), (1920, 1080)
VERY_LONG = "It rings and rings, and then a voice says that nobody is there. " * 22
ONE_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 3
ARABIC = "انتظرت نصف ساعة على الهاتف ولم يجبني أحد."
HEBREW = "חיכיתי בתור עשרים דקות."
JAPANESE = "電話をかけても誰も出ませんでした。"


@pytest.fixture(scope="module", autouse=True)
def fonts(app):
    Theme(app)


def pages(content: WallContent, size: tuple[int, int] = NARROW) -> list[WallPage]:
    found = lay_out((content,), WallFrame.of(*size, size[1] / USUAL_PART))
    assert [fault for page in found for fault in misplaced(page)] == []
    return found


def read(found: list[WallPage]) -> str:
    return " ".join(" ".join(page.words.split()) for page in found)


def check(*rows: BeforeAndNow) -> WallCheck:
    return WallCheck(
        slot=1,
        headline="A place at the counter for what is paid",
        rows=rows,
        marks=("notices", *[""] * 8),
        answered=1,
        notice=1,
        said_on=date(2026, 11, 17),
        asked_on=date(2026, 12, 17),
        expectation=None,
        missing=2,
    )


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
def test_the_three_stay_in_sight_while_a_fourth_is_refused(size):
    headlines = ("The lift, honestly", "High chairs", "A room where nobody talks or laughs either")
    slots = tuple(
        WallSlot(number=n, headline=words, customers=n + 2, quote="")
        for n, words in enumerate(headlines, 1)
    )
    refusal = WallRefusal(
        lead="Three is the most for one round.",
        sentence="Do these, ask your customers, then come back for this one.",
        code="A",
        words="Tell me when my book is here, on the day it comes",
        customers=3,
    )
    (page,) = pages(WallSlots(slots=slots, criteria=(), refusal=refusal), size)
    for words in (*headlines, refusal.lead, refusal.words):
        assert words in read([page])


def test_the_check_never_cuts_a_sentence_that_fits_on_a_page():
    before = "We stood twelve minutes for two rolls, with a hungry child."
    waiting = BeforeAndNow(before=(before,), now="", mark="")
    found = pages(check(*[waiting] * 3))
    assert [before in read([page]) for page in found] == [True] * 3
    assert "no answer yet" in found[0].words


def test_a_mark_stays_with_the_words_that_it_is_for():
    found = pages(check(BeforeAndNow(before=(), now=VERY_LONG, mark="worse")))
    assert len(found) > 2
    assert [("worse" in page.words, "rings" in page.words) for page in found[:2]] == [
        (True, True),
        (False, True),
    ]
    assert read(found).count("nobody") == VERY_LONG.count("nobody")


def test_a_question_without_answers_has_no_empty_page():
    question = "Suppose we have all moved on, and others do our work. " * 3
    found = pages(WallStaffTest(slot=1, question=question, reasons=(), sure=None))
    assert all("Suppose" in page.words for page in found)


def test_something_new_stands_beside_the_groups_where_these_leave_room():
    headlines = ("Reaching us", "Knowing what is in it", "Cake orders", "Crates", "At the till")
    targets = tuple(
        SortTarget(letter=letter, headline=words, cards=2, customers=3)
        for letter, words in zip("ABCDEFGHIJK", headlines * 3, strict=False)
    )
    card = SortCard(code="6", headline="", said=("One sum.",), customers=4, kinds=())
    content = SortingContent(
        number=1, total=15, sorted=0, skipped=0, card=card, targets=targets, near=None, last=None
    )
    (page,) = pages(WallSorting(content=content), WIDE)
    assert "or something new" in page.words


def test_the_year_is_one_page_on_a_narrow_wall_and_shows_months_to_come():
    begun = tuple(
        WallMonth(month=date(2026, n, 1), stages=(Stage.KEPT, Stage.DOING, Stage.TRIED))
        for n in range(7, 11)
    )
    coming = tuple(WallMonth(month=date(2027, n, 1), stages=()) for n in range(1, 9))
    year = WallYear(months=begun + coming, picked=7, kept=2, notice=9, answered=11)
    (page,) = pages(year)
    assert "9 of 11 customers we asked notice a difference" in read([page])
    assert "Jan" in page.words


def test_the_rounds_are_seen_on_the_first_page_of_what_is_open():
    line = WallOpenLine(
        when="3 days late", is_late=True, words="Ask again", who="Tom", round_number=1
    )
    running = WallOpenRound(number=1, open=13, is_running=True)
    first, *more = pages(WallStillOpen(lines=(line,) * 13, rounds=(running,)), WIDE)
    assert "13 open, running" in read([first])
    assert read([first]).count("Ask again") > 2
    assert read([first, *more]).count("Ask again") == 13


def test_the_rounds_stand_below_all_that_is_open_where_it_fits_one_page():
    line = WallOpenLine(when="late", is_late=True, words="Ask again", who="Tom", round_number=1)
    running = WallOpenRound(number=1, open=5, is_running=True)
    for n in range(1, 7):
        drawn = pages(WallStillOpen(lines=(line,) * n, rounds=(running,)), WIDE)
        words = read(drawn[:1])
        assert len(drawn) > 1 or words.rindex("Ask again") < words.index("can start")


def test_the_thirty_days_stand_beside_the_promise_and_steps_have_their_label():
    step = WallStep(words="Call the lift company", who="Ben", by_when=None, done=False, late="")
    plan = WallPlan(
        slot=1,
        headline="The lift, honestly",
        is_locked=True,
        begun=1,
        doers="Mira leads",
        promise="When a customer needs the lift, we say when it works.",
        quote="",
        licence="Do what it takes. Only ask us about: moving walls.",
        giver="Helena",
        until=None,
        steps=(step,) * 4,
        start_on=date(2026, 11, 1),
        check_on=date(2026, 12, 1),
        asking="We ask customers on Tue 1 Dec 2026",
        day=12,
    )
    for size in (NARROW, WIDE):
        first, *more = pages(plan, size)
        assert "We ask customers on" in first.words or "Our promise" not in more[0].words
        assert all("First steps" in page.words for page in more[:1])


def test_words_that_run_to_the_left_have_their_bar_at_the_right():
    cards = [
        WallSaid(code=str(n), headline="", said=(words,), customers=1)
        for n, words in enumerate((ARABIC, HEBREW, JAPANESE, ONE_WORD), 1)
    ]
    for card in cards:
        content = WallOpened(letter="", headline="", customers=1, asked=4, cards=(card,))
        (page,) = pages(content, WIDE)
        (words,) = (piece for piece in page.pieces if card.said[0][:9] in piece.words)
        (line,) = (
            piece
            for piece in page.pieces
            if piece.box.width() < 10 and piece.box.height() == words.box.height()
        )
        is_right = line.box.left() > words.box.right()
        assert is_right == (card.said[0] in {ARABIC, HEBREW})


def test_a_question_without_answers_uses_the_room_of_its_page():
    question = "Suppose we have all moved on, and others do our work. Does it stay?"
    (page,) = pages(WallStaffTest(slot=1, question=question, reasons=(), sure=None), WIDE)
    (asked,) = (piece for piece in page.pieces if "Suppose" in piece.words)
    above, below = asked.box.top(), page.height - asked.box.bottom()
    assert asked.box.height() > page.height / 3
    assert below < 3 * above


def test_a_question_stands_above_its_answers_on_one_page_while_they_fit():
    reason = WallReason(heading="How the work is set up", words="It is on a list.", where="In A")
    staff = WallStaffTest(slot=1, question="Does it stay?", reasons=(reason,) * 3, sure=True)
    (page,) = pages(staff, WIDE)
    assert page.words.index("Does it stay?") < page.words.index("It is on a list.")
    many = WallStaffTest(slot=1, question="Does it stay?", reasons=(reason,) * 30, sure=True)
    assert all("Does it stay?" in page.words for page in pages(many, WIDE))


def test_nothing_is_said_now_before_anybody_was_asked():
    waiting = BeforeAndNow(before=("We stood twelve minutes.",), now="", mark="")
    content = replace(check(waiting), answered=0, asked_on=None, asking="We ask you on 21 Dec")
    (page,) = pages(content, WIDE)
    words = " ".join(page.words.split())
    assert "We ask you on 21 Dec" in words
    assert words.index("Now") < words.index("21 Dec") == words.rindex("21 Dec")


def test_the_ring_of_a_check_has_the_form_that_it_has_on_the_desk():
    """Not begun, begun, judged: no two look alike."""
    row = BeforeAndNow(before=("We stood twelve minutes.",), now="", mark="")
    seen = []
    for answered, is_judged in ((0, False), (1, False), (1, True)):
        content = replace(check(row), answered=answered, is_judged=is_judged)
        (page,) = pages(content, WIDE)
        ring = next(p.box for p in page.pieces if p.box.width() == p.box.height() == 92)
        image = paint_page(page, WIDE, dark=False).copy(ring.toRect())
        seen.append(bytes(image.constBits()))
    assert len(set(seen)) == 3


def test_the_ring_of_the_staff_question_says_nothing_before_it_is_decided():
    reason = WallReason(heading="How the work is set up", words="It is on a list.", where="In A")
    seen = []
    for reasons, sure in (((), None), ((reason,), None), ((reason,), False), ((reason,), True)):
        staff = WallStaffTest(slot=1, question="Does it stay?", reasons=reasons, sure=sure)
        (page,) = pages(staff, WIDE)
        ring = next(p.box for p in page.pieces if p.box.width() == p.box.height() == 104)
        image = paint_page(page, WIDE, dark=False)
        scale = WIDE[1] / page.height
        box = QRectF(ring.topLeft() * scale, ring.size() * scale)
        edge = QPointF(box.center().x(), box.top() + 0.065 * box.height())
        inside = QPointF(box.center().x(), box.top() + 0.2 * box.height())
        seen.append(tuple(image.pixelColor(at.toPoint()).name() for at in (edge, inside)))
    assert seen[0] == seen[1]
    assert len(set(seen)) == 3
