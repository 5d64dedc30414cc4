"""Nobody is left unanswered: whatever a room does, each wish has exactly one answer."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import suppress
from datetime import date, timedelta

import pytest

from cxworkshop.errors import AsksFirst, BadWords, NotFound, PickedStays, Refusal
from cxworkshop.model import Answer, Left, Look, Mark, NextStep, Verdict
from cxworkshop.wishes import AnswerKind
from tests.opened import new, opened


def subject(board, name):
    return board.workshop.answers.subject(board.code(name))


def told(board) -> list[str]:
    """Each wish with its answer: `ring: On the list, since round 1 / 1 customer said so. …`."""
    wishes = board.workshop.answers.to_everybody().wishes
    return [f"{wish.card.words}: {' / '.join((wish.lead, *wish.sentences))}" for wish in wishes]


def kinds(board) -> str:
    wishes = board.workshop.answers.to_everybody().wishes
    return " ".join(f"{wish.card.words}={wish.kind.value}" for wish in wishes)


def judged(board, pick, verdict, mark=Mark.NOTICES):
    board.workshop.check.record_answer(pick, "They did", mark)
    board.workshop.check.give_verdict(pick, verdict)


def kept(board, name):
    pick = board.locked(name)
    judged(board, pick, Verdict.NOTICE)
    board.workshop.staff_test.mark_sure(pick)
    return pick


def test_we_cant_and_handed_on_leave_the_list_and_tell_why(board, workshop):
    board.say("ring", "park", "bus")
    workshop.answers.cant(
        subject(board, "park"), "the town sets the fines", "the town hall, room 4"
    )
    workshop.answers.hand_on(subject(board, "bus"), "the bus company", date(2026, 11, 20))
    board.check("ring | - - -")
    assert told(board) == [
        "ring: On the list, since round 1 / 1 customer said so. / We choose from our list every "
        "month.",
        "park: We can’t, because / the town sets the fines. / Who can: the town hall, room 4.",
        "bus: Handed on to the bus company / We asked them on Fri 20 Nov. / They have not answered "
        "yet. We tell you when they do.",
    ]
    assert workshop.answers.to_everybody().awaited == 1
    (row,) = workshop._store.rows(Answer, left=Left.HANDED_ON)
    workshop.answers.their_answer(row.id, "From May on it waits")
    assert told(board)[2].endswith("/ They say: “From May on it waits”")
    assert workshop.answers.to_everybody().awaited == 0
    assert workshop.answers.to_everybody().unanswered == 0


def test_a_whole_group_leaves_as_one_step_and_the_group_with_it(board, workshop):
    board.say("ring", "hold", "park")
    board.group("Phone", "ring hold")
    workshop.answers.cant(subject(board, "Phone"), "there is no line")
    board.check("park | - - -")
    assert kinds(board) == "ring=cant hold=cant park=list"
    assert workshop.undo().title == "Answer that we can’t: group A"
    board.check("[Phone: ring hold] park | - - -")
    assert kinds(board) == "ring=list hold=list park=list"


def test_what_is_in_a_slot_stays_also_as_a_part_of_a_group(board, workshop):
    board.say("ring", "hold", "park")
    board.group("Phone", "ring hold")
    board.pick("Phone")
    board.pick("park")
    for name in ("Phone", "ring", "park"):
        board.try_(workshop.answers.cant, subject(board, name), "no")
        assert "Take it out of the slot first" in board.message
    with pytest.raises(PickedStays):
        workshop.answers.hand_on(subject(board, "park"), "the town")


def test_an_answer_wants_words_and_a_day_that_was(board, workshop):
    board.say("ring")
    ring = subject(board, "ring")
    with pytest.raises(BadWords):
        workshop.answers.cant(ring, "  ")
    with pytest.raises(BadWords):
        workshop.answers.hand_on(ring, "")
    with pytest.raises(BadWords):
        workshop.answers.hand_on(ring, "the town", workshop.today + timedelta(days=1))
    workshop.answers.hand_on(ring, "the town")
    (row,) = workshop._store.rows(Answer)
    with pytest.raises(BadWords):
        workshop.answers.their_answer(row.id, "")
    assert row.asked_on == workshop.today


def test_twenty_cards_ask_first(board, workshop):
    names = [f"card{n}" for n in range(20)]
    board.say(*names)
    group = workshop.big_list.group(board.ids(" ".join(names)), "Many", sure=True)
    many = workshop.answers.subject("A")
    with pytest.raises(AsksFirst):
        workshop.answers.cant(many, "no")
    workshop.answers.cant(many, "no", sure=True)
    assert group not in [row.id for row in workshop.big_list.board().groups]
    assert workshop.answers.to_everybody().counts["cant"] == 20


@pytest.mark.parametrize(
    "raise_again",
    ["say_also", "agree", "bring_back", "group", "join", "aside and back"],
)
def test_what_left_comes_back_when_it_is_raised_again(board, workshop, raise_again):
    board.say("ring", "park")
    ring, park = board.ids("ring park")
    workshop.answers.cant(subject(board, "ring"), "no line")
    workshop.rounds.start_next()
    workshop.today += timedelta(days=3)
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    {
        "say_also": lambda: workshop.talk.say_also("still no line", talk.id, ring),
        "agree": lambda: workshop.talk.agree(ring),
        "bring_back": lambda: workshop.big_list.bring_back([ring]),
        "group": lambda: workshop.big_list.group([ring, park], "Both"),
        "join": lambda: workshop.big_list.join([ring, park]),
        "aside and back": lambda: (
            workshop.big_list.set_aside([ring]),
            workshop.big_list.bring_back([ring]),
        ),
    }[raise_again]()
    assert kinds(board).startswith("ring=list")
    (row,) = workshop._store.rows(Answer)
    assert (row.why, row.raised_again_on) == ("no line", workshop.today)
    assert workshop.answers.of(ring).lead == "On the list, since round 1"


def test_set_aside_is_no_wish(board, workshop):
    board.say("ring", "park")
    workshop.answers.cant(subject(board, "ring"), "no line")
    workshop.big_list.set_aside(board.ids("ring park"))
    assert told(board) == []
    assert workshop.answers.of(board.named["ring"]) is None
    with pytest.raises(NotFound):
        workshop.answers.subject("1")


def test_a_part_of_what_left_is_a_wish_of_its_own(board, workshop):
    board.say("ring")
    ring = board.named["ring"]
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    more = workshop.talk.say_also("and a bell", talk.id, ring)
    workshop.answers.cant(subject(board, "ring"), "no line")
    workshop.big_list.split(ring, [more.id])
    assert kinds(board) == "ring=cant and a bell=list"


def test_an_answer_of_this_round_is_put_right_and_one_of_an_earlier_stays(board, workshop):
    board.say("ring")
    ring = workshop.answers.subject("1")
    workshop.answers.cant(ring, "no lien")
    workshop.answers.cant(ring, "no line")
    assert [row.why for row in workshop._store.rows(Answer)] == ["no line"]
    workshop.rounds.start_next()
    workshop.answers.hand_on(ring, "the town")
    assert [row.left.value for row in workshop._store.rows(Answer)] == ["cant", "handed-on"]
    assert kinds(board) == "ring=handed-on"


def test_the_latest_pick_answers_as_far_as_r6_lets_it(board, workshop):
    board.say("ring", "hold", "park")
    board.group("Phone", "ring hold")
    board.pick("Phone")
    assert kinds(board) == "ring=list hold=list park=list"  # picked, and nothing begun
    assert "We have looked at it, and have not begun yet." in told(board)[0]
    pick = board.ready()
    workshop.make_better.lock(pick)
    assert kinds(board) == "ring=doing hold=doing park=list"
    judged(board, pick, Verdict.NONE, Mark.NO_DIFFERENCE)
    workshop.check.choose_next_step(pick, NextStep.BACK)
    assert told(board)[0] == (
        "ring: We tried / Our promise was: When you ring, we answer. / It is back on our list."
    )
    workshop.rounds.start_next()
    assert kinds(board) == "ring=tried hold=tried park=list"
    judged(board, board.locked("ring"), Verdict.SOME)
    assert kinds(board) == "ring=did hold=tried park=list"
    assert told(board)[0] == "ring: We did / When you ring, we answer. / 1 of 1 customer notices."


def test_a_pick_that_was_never_begun_is_on_the_list_again(board, workshop):
    board.say("ring")
    board.pick("ring")
    workshop.rounds.start_next()
    assert kinds(board) == "ring=list"


def test_what_is_kept_leaves_and_comes_back_as_the_same_card(board, workshop):
    board.say("ring", "park")
    kept(board, "ring")
    assert kinds(board) == "ring=did park=list"
    workshop.today += timedelta(days=1)
    workshop.rounds.start_next()
    board.check("park | - - -")
    with pytest.raises(NotFound):
        workshop.answers.cant(workshop.answers.subject("1"), "no")
    workshop.talk.agree(board.named["ring"])
    assert kinds(board) == "ring=list park=list"
    assert "You say it is not, so it is back." in told(board)[0]
    workshop.today += timedelta(days=1)
    workshop.rounds.start_next()  # it stays until something is done about it again
    board.check("ring park | - - -")
    kept(board, "ring")
    workshop.today += timedelta(days=1)
    workshop.rounds.start_next()
    board.check("park | - - -")
    assert kinds(board) == "ring=did park=list"


def test_what_slips_is_on_the_list_again(board, workshop):
    board.say("ring")
    pick = kept(board, "ring")
    workshop.rounds.start_next()
    workshop.today += timedelta(days=100)
    workshop.looking_again.record_answer(pick, "It rings and rings")
    workshop.looking_again.judge(pick, Look.SLIPPING)
    assert kinds(board) == "ring=list"
    workshop.rounds.start_next()
    assert kinds(board) == "ring=list"


def test_who_wants_to_hear_gets_their_own_wishes(board, workshop):
    board.say("ring", "park")
    hearing = workshop.talk.customers.with_number(1)
    workshop.talk.customers.set_wants_to_hear(hearing.id)
    agreeing = workshop.talk.agree(board.named["park"])
    workshop.talk.customers.set_wants_to_hear(agreeing.id)
    workshop.talk.customers.set_wants_to_hear(workshop.talk.next_customer(name="Ada").id)
    workshop.answers.cant(subject(board, "ring"), "no line")
    slips = workshop.content.answers.slips().slips
    assert [(slip.customer, [wish.words for wish in slip.wishes]) for slip in slips] == [
        (1, [("ring",)]),
        (3, [("park",)]),
    ]
    assert (slips[0].wishes[0].lead, slips[0].wishes[0].agreed) == ("We can’t, because", False)
    assert slips[1].wishes[0].agreed
    content = workshop.content.answers.to_everybody()
    assert [(wish.code, wish.slips) for wish in content.wishes] == [("1", 1), ("2", 1)]
    assert (content.slips, content.unanswered, dict(content.counts)["cant"]) == (2, 0, 1)
    workshop.talk.customers.set_wants_to_hear(hearing.id, wants=False)
    assert [customer.number for customer in workshop.answers.to_hear()] == [3]


def wish(workshop, words):
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    return workshop.talk.say(words, talk.id)


def begin(workshop, pick) -> None:
    if pick:
        workshop.make_better.schedule(pick, workshop.today)
        workshop.make_better.lock(pick, "we are brave")


def one_step(workshop, chance: random.Random) -> None:
    """Something that a room may do next; it may be refused."""
    list_ = workshop.big_list.board()
    cards = [card.id for card in (*list_.cards, *list_.aside, *list_.left)]
    some = chance.sample(cards, min(len(cards), 3))
    some = some or [wish(workshop, "the first").id]
    codes = [str(card.code) for card in (*list_.cards, *list_.left)]
    codes += [group.letter for group in list_.groups]
    code, slots = chance.choice(codes or ["1"]), list(workshop.pick.slots().values())
    pick = chance.choice(slots).id if slots else None
    answers, check = workshop.answers, workshop.check
    chance.choice(
        [
            lambda: answers.cant(answers.subject(code), "no"),
            lambda: answers.hand_on(answers.subject(code), "the town"),
            lambda: workshop.talk.agree(some[0]),
            lambda: workshop.big_list.group(some, "Some"),
            lambda: workshop.big_list.ungroup(some),
            lambda: workshop.big_list.set_aside(some[:1]),
            lambda: workshop.big_list.bring_back(some),
            lambda: workshop.big_list.join(some),
            lambda: workshop.big_list.split(some[0], []),
            lambda: workshop.pick.put(workshop.pick.subject(code)),
            lambda: workshop.pick.take_out(1),
            lambda: begin(workshop, pick),
            lambda: begin(workshop, pick),
            lambda: pick and check.record_answer(pick, "Yes", Mark.NOTICES),
            lambda: pick and check.record_answer(pick, "Yes", Mark.NOTICES),
            lambda: pick and check.give_verdict(pick, chance.choice([*Verdict])),
            lambda: pick and check.give_verdict(pick, chance.choice([*Verdict])),
            lambda: pick and workshop.staff_test.mark_sure(pick),
            lambda: wish(workshop, "one more"),
            lambda: pick and check.choose_next_step(pick, chance.choice([*NextStep])),
            lambda: pick and workshop.staff_test.mark_sure(pick),
            workshop.rounds.start_next,
            workshop.undo,
            workshop.redo,
        ]
    )()
    if chance.random() < 0.2:
        workshop.today += timedelta(days=chance.randrange(10))


def test_after_any_run_every_wish_has_one_answer(tmp_path):
    seen: Counter[AnswerKind] = Counter()
    for seed in range(4):
        workshop = new(tmp_path / f"{seed}.cxw", "Bakery", date(2026, 11, 23))
        chance = random.Random(seed)
        for number in range(8):
            wish(workshop, f"wish {number}")
        for _step in range(250):
            with suppress(Refusal):
                one_step(workshop, chance)
            each_wish_has_one_answer(workshop)
            seen.update(one.kind for one in workshop.answers.to_everybody().wishes)
        before = answers_in_words(workshop)
        workshop.save()
        assert answers_in_words(opened(workshop.path, workshop.today)) == before
    assert min(seen[kind] for kind in AnswerKind) > 5


def each_wish_has_one_answer(workshop) -> None:
    found, list_ = workshop.answers.to_everybody(), workshop.big_list.board()
    cards = [card.code for card in (*list_.cards, *list_.left) if not card.is_bare]
    assert sorted(cards) == [one.card.code for one in found.wishes]
    assert (sum(found.counts.values()), found.unanswered) == (len(cards), 0)
    for one in found.wishes:
        assert one.lead
        assert one.sentences
        written = one.kind.value in ("cant", "handed-on")
        assert written is (one.card.left in (Left.CANT, Left.HANDED_ON))
        assert written is (one.answer is not None)


def answers_in_words(workshop):
    return [(one.lead, one.sentences) for one in workshop.answers.to_everybody().wishes]
