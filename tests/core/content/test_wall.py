"""What the Wall is given to say: R6 and R7 hold before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from cxworkshop.content.gather.wall.meeting import MOST_LINES
from cxworkshop.content.values.wall import (
    NameChoice,
    WallAgenda,
    WallBigList,
    WallCheck,
    WallEmpty,
    WallKind,
    WallOpened,
    WallPlan,
    WallPoster,
    WallSlots,
    WallSorting,
    WallStaffTest,
    WallStillOpen,
    WallSubject,
    WallTalk,
    WallYear,
    subject_of_stop,
)
from cxworkshop.model import Criterion, CriterionAnswer, Mark, PickId
from cxworkshop.queries.sorting import SortQueue
from cxworkshop.stages import FREE
from cxworkshop.workshop import Workshop
from tests.opened import new

DAY = date(2026, 11, 23)


@pytest.fixture
def team(tmp_path) -> Workshop:
    return new(tmp_path / "team.cxw", "Corner Bakery", DAY)


def say(team: Workshop, *all_words: str, name: str = "", kind: str = "regular"):
    """One customer says these things; returns the cards."""
    who = team.talk.next_customer(kind=kind, name=name)
    talk = team.talk.begin(who.id).id
    return [team.talk.say(words, talk) for words in all_words]


def shown(team: Workshop, subject: WallSubject, choices=None):
    """The first value of a view."""
    return team.content.wall.view(subject, DAY, choices).contents[0]


def written(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from written(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from written(one)


def improved(team: Workshop, words: str = "Nobody rings back.") -> PickId:
    """A locked plan for what one customer said."""
    (card,) = say(team, words)
    pick = team.pick.put(team.pick.subject(str(card.code))).id
    for criterion in Criterion:
        team.pick.judge(1, criterion, CriterionAnswer.YES, "")
    team.make_better.assign_owner(pick, team.people.find_or_add("Mira"))
    team.make_better.grant_licence(pick, "do it", team.people.find_or_add("Helena"))
    team.make_better.schedule(pick, DAY)
    words = {"promise_when": "rings", "promise_we": "ring back", "expectation": "You rang me."}
    team.make_better.set_words(pick, **words)
    team.make_better.lock(pick)
    return pick


def every_subject(team: Workshop) -> Iterator[WallSubject]:
    board = team.big_list.board()
    for kind in WallKind:
        yield WallSubject(kind)
    yield from (WallSubject(WallKind.GROUP, group=group.id) for group in board.groups)
    yield from (WallSubject(WallKind.CARD, card=card.id) for card in board.cards)
    queue = SortQueue(tuple(card.id for card in board.cards), (None,) * len(board.cards))
    yield WallSubject(WallKind.SORTING, queue=queue)


def test_no_customers_name_is_in_anything_that_any_wall_is_given(team):
    first, second = say(team, "Ask Ottilie, she waited.", "The door is heavy.", name="Ottilie")
    say(team, "The queue is long.", name="Berengar")
    group = team.big_list.group([first.id, second.id], "What Ottilie wants")
    pick = team.pick.put(team.pick.subject("A")).id
    team.make_better.set_words(pick, promise_when="is Ottilie", promise_we="ring Berengar")
    for subject in every_subject(team):
        view = team.content.wall.view(subject, DAY)
        texts = " ".join(written(view.contents))
        assert "Ottilie" not in texts, subject
        assert "Berengar" not in texts, subject
    opened = shown(team, WallSubject(WallKind.GROUP, group=group))
    assert opened.headline == "What … wants"
    assert [card.said for card in opened.cards] == [("The door is heavy.",)]


def test_words_that_may_name_somebody_wait_until_a_person_has_looked(team):
    (card,) = say(team, "Mrs Tanner was rude.")
    subject = WallSubject(WallKind.CARD, card=card.id)
    view = team.content.wall.view(subject, DAY)
    (held,) = view.held
    assert (held.code, held.words, held.names) == ("1", "Mrs Tanner was rude.", ("Mrs Tanner",))
    for choice, said in (
        (NameChoice.SHOW, ("Mrs Tanner was rude.",)),
        (NameChoice.COVER, ("… was rude.",)),
        (NameChoice.KEEP_OFF, ()),
    ):
        view = team.content.wall.view(subject, DAY, {held.words: choice})
        assert view.contents[0].cards[0].said == said
        assert view.held == ()


def test_the_list_counts_customers_and_leaves_out_what_is_held_back(team):
    first, second = say(team, "It rings for ever.", "Nobody rings back.")
    say(team, "Ask for Tom Baker, he knows.")
    say(team, "The door is heavy.")
    team.big_list.group([first.id, second.id], "On the telephone")
    listed = shown(team, WallSubject(WallKind.BIG_LIST))
    assert isinstance(listed, WallBigList)
    assert [(line.words, line.said, line.customers) for line in listed.lines] == [
        ("On the telephone", False, 1),
        ("The door is heavy.", True, 1),
    ]
    assert (listed.customers, listed.things) == (3, 4)


def test_the_newest_words_come_first_and_a_silent_way_brings_its_question(team):
    say(team, "The door is heavy.", "Nobody rings back.")
    said = shown(team, WallSubject(WallKind.TALK))
    assert isinstance(said, WallTalk)
    assert said.said == ("Nobody rings back.", "The door is heavy.")
    assert (said.things, said.customers) == (2, 1)
    assert len(said.silent) == 10
    assert all(way.question for way in said.silent)


def test_sorting_shows_the_card_without_what_is_held_back(team):
    (card,) = say(team, "Mr Brown shouted.")
    say(team, "It was loud.")
    team.big_list.sorting.begin([card.id])
    queue = team.big_list.sorting.queue
    sorting = shown(team, WallSubject(WallKind.SORTING, queue=queue))
    assert isinstance(sorting, WallSorting)
    assert sorting.content.card is not None
    assert (sorting.content.card.code, sorting.content.card.said) == ("1", ())


def test_a_refused_fourth_stays_in_sight_with_the_rules_own_sentence(team):
    cards = [say(team, words)[0] for words in ("One.", "Two.", "Three.", "Four.")]
    for card in cards[:3]:
        team.pick.put(team.pick.subject(str(card.code)))
    slots = shown(team, WallSubject(WallKind.SLOTS, card=cards[3].id))
    assert isinstance(slots, WallSlots)
    assert [slot.headline for slot in slots.slots] == ["One.", "Two.", "Three."]
    refusal = slots.refusal
    assert refusal is not None
    assert refusal.lead == "Three is the most for one round."
    assert refusal.sentence.endswith("It stays on the list.")
    assert (refusal.code, refusal.words) == ("4", "Four.")
    assert shown(team, WallSubject(WallKind.SLOTS)).refusal is None


def test_a_covered_expectation_is_nowhere_in_what_the_wall_is_given(team):
    pick = improved(team)
    for n in range(3):
        covered = shown(team, WallSubject(WallKind.CHECK, pick))
        assert isinstance(covered, WallCheck)
        assert covered.missing == 3 - n
        assert "You rang me." not in set(written(covered))
        team.check.record_answer(pick, f"It is better {n}.", Mark.NOTICES, kind="new")
    seen = shown(team, WallSubject(WallKind.CHECK, pick))
    assert seen.expectation == "You rang me."
    assert (seen.notice, seen.answered) == (3, 3)
    assert seen.marks == ("notices", "notices", "notices", "")


def test_before_anybody_has_answered_the_check_shows_what_was_said_before(team):
    pick = improved(team)
    (row,) = shown(team, WallSubject(WallKind.CHECK, pick)).rows
    assert (row.before, row.now, row.mark) == (("Nobody rings back.",), "", "")
    team.check.record_answer(pick, "Much better.", Mark.NOTICES, kind="new")
    rows = shown(team, WallSubject(WallKind.CHECK, pick)).rows
    assert [(row.before, row.now) for row in rows] == [
        ((), "Much better."),
        (("Nobody rings back.",), ""),
    ]
    who = team.talk.customers.all()[0].id
    team.check.record_answer(pick, "", Mark.WORSE, customer=who)
    rows = shown(team, WallSubject(WallKind.CHECK, pick)).rows
    assert (rows[0].before, rows[0].now, rows[0].mark) == (("Nobody rings back.",), "", "worse")


def test_we_did_is_said_only_where_paper_says_it_too(team):
    pick = improved(team)
    told = shown(team, subject_of_stop(8))
    assert isinstance(told, WallPoster)
    assert told.lead == team.content.share.posters()[0].lead == "We are doing"
    assert told.counted == ""
    assert isinstance(shown(team, subject_of_stop(5, pick)), WallPlan)
    test = shown(team, subject_of_stop(7, pick))
    assert isinstance(test, WallStaffTest)
    assert "ring back" in test.question


def test_the_year_has_a_field_for_each_month_and_what_is_open_says_when(team):
    improved(team)
    year = shown(team, WallSubject(WallKind.YEAR))
    assert isinstance(year, WallYear)
    assert [len(month.stages) for month in year.months] == [3] + [0] * 11
    assert year.months[0].stages == ("doing", FREE, FREE)
    still = shown(team, WallSubject(WallKind.STILL_OPEN))
    assert isinstance(still, WallStillOpen)
    assert not still.lines, "it is not due yet"
    (line,) = still.coming
    assert (line.when, line.is_late, line.round_number) == ("due in 30 days", False, 1)


def test_what_is_not_there_leaves_the_teams_name(team):
    listens = "Next, we listen: what would customers like done better?"
    assert shown(team, subject_of_stop(5)) == WallEmpty(team="Corner Bakery", sentence=listens)
    assert isinstance(shown(team, subject_of_stop(1)), WallAgenda)
    (card,) = say(team, "The door is heavy.")
    for stop in (5, 6, 7):
        assert shown(team, subject_of_stop(stop)).sentence.startswith("Next, we pick what to")
    team.big_list.set_aside([card.id])
    assert isinstance(shown(team, WallSubject(WallKind.CARD, card=card.id)), WallBigList)
    assert not isinstance(shown(team, WallSubject(WallKind.SORTING)), WallOpened)


def test_a_list_of_thousands_shows_what_most_customers_said_and_counts_the_rest(team):
    say(team, *(f"Number {n} is not there." for n in range(MOST_LINES + 5)))
    (again,) = say(team, "The bread is gone.")
    team.talk.agree(again.id)
    listed = shown(team, WallSubject(WallKind.BIG_LIST))
    assert listed.lines[0].words == "The bread is gone."
    assert (len(listed.lines), listed.more) == (MOST_LINES, 6)
    group = team.big_list.group([card.id for card in team.big_list.board().loose], sure=True)
    opened = shown(team, WallSubject(WallKind.GROUP, group=group))
    assert (len(opened.cards), opened.more) == (MOST_LINES, 6)


def test_the_check_says_no_day_of_an_answer_before_there_is_one(team):
    pick = improved(team)
    check = shown(team, subject_of_stop(6, pick))
    assert isinstance(check, WallCheck)
    assert check.asked_on is None
    assert "We ask customers on" in check.asking
