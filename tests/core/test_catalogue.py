"""The decks that ship: complete, open, and short enough for a card."""

from __future__ import annotations

import re

import pytest

from cxworkshop import catalogue, i18n
from cxworkshop.model import Criterion, Heading
from cxworkshop.stops import STOPS
from tests.translations import HEADER, translate

YES_OR_NO = re.compile(
    r"(do|does|did|is|are|was|were|am|have|has|had|can|could|would|will|should|shall|may|might"
    r"|isn't|aren't|don't|doesn't|didn't|won't)\b",
    re.IGNORECASE,
)
OPEN = re.compile(r"\b(what|when|where|which|who|whom|how|why|tell)\b", re.IGNORECASE)

every_question = [question for way in catalogue.ways() for question in way.questions]


def test_there_are_ten_ways_in_their_known_order():
    assert [way.key for way in catalogue.ways()] == [
        *("quick", "easy", "right", "cares", "trust"),
        *("trusting", "honest", "interest", "professional", "honourable"),
    ]


def test_each_way_has_three_or_four_questions_and_no_question_twice():
    assert {len(way.questions) for way in catalogue.ways()} <= {3, 4}
    assert len(set(every_question)) == len(every_question)


@pytest.mark.parametrize(
    "question", [*every_question, catalogue.opening_question(), catalogue.check_question()]
)
def test_no_question_can_be_answered_with_yes_or_no(question):
    sentences = re.split(r"(?<=[.?!:]) ", question)
    assert not any(YES_OR_NO.match(sentence) for sentence in sentences)
    assert OPEN.search(question)


def test_there_are_56_ideas_in_seven_groups_and_none_twice():
    groups = catalogue.ideas()
    assert [len(group.ideas) for group in groups] == [12, 16, 7, 2, 8, 6, 5]
    assert len({idea for group in groups for idea in group.ideas}) == 56
    assert [group.key for group in groups] == [
        "person", "easy", "honest", "interesting", "help", "give", "speed",
    ]  # fmt: skip


def test_each_of_the_eight_stops_says_something_watches_for_something_and_takes_time():
    stops = catalogue.stops()
    assert tuple(stop.key for stop in stops) == STOPS
    assert len(set(STOPS)) == 8
    for stop in stops:
        assert stop.title
        assert stop.say
        assert stop.watch
        assert stop.minutes > 0


def test_the_four_criteria_and_six_headings_are_those_that_files_store():
    assert [each.key for each in catalogue.criteria()] == [each.value for each in Criterion]
    assert [each.key for each in catalogue.headings()] == [each.value for each in Heading]
    assert [each.title for each in catalogue.criteria()] == [
        "We can improve it",
        "Customers would notice",
        "Within 30 days",
        "We can make it last",
    ]
    assert all(each.help for each in catalogue.criteria())
    assert all(each.hint for each in catalogue.headings())


@pytest.mark.parametrize(("day", "minutes"), [(catalogue.FIRST_DAY, 180), (catalogue.LAST_DAY, 90)])
def test_the_minutes_of_each_meeting_add_up(day, minutes):
    lines = [line for line in catalogue.agenda() if line.day == day]
    assert all(line.minutes > 0 and line.title for line in lines)
    assert sum(line.minutes for line in lines) == minutes


def test_the_agenda_visits_every_stop_once_in_order():
    visited = list(dict.fromkeys(line.stop for line in catalogue.agenda()))
    assert tuple(visited) == STOPS
    assert {line.day for line in catalogue.agenda()} == {catalogue.FIRST_DAY, catalogue.LAST_DAY}


def test_texts_are_short_enough_for_the_card_they_stand_on():
    assert max(len(way.short) for way in catalogue.ways()) <= 24
    assert max(len(question) for question in every_question) <= 90
    assert max(len(idea) for group in catalogue.ideas() for idea in group.ideas) <= 70
    assert max(len(stop.say) for stop in catalogue.stops()) <= 120


def test_a_change_of_language_shows_in_the_decks_at_once(tmp_path, monkeypatch):
    translate(tmp_path, "de", HEADER + '\nmsgid "Big list"\nmsgstr "Lange Liste"\n')
    monkeypatch.setenv("CXW_LOCALE", str(tmp_path))
    assert catalogue.stops()[2].title == "Big list"
    i18n.set_language("de")
    assert catalogue.stops()[2].title == "Lange Liste"


def test_ideas_and_ways_keep_their_sense():
    """What a deck stands for stays when its words are polished."""
    ideas = {idea.key: idea.words for idea in catalogue.deck()}
    ways = {way.key: way.meaning for way in catalogue.ways()}
    assert "do it for them right away" in ideas["honest-5"]
    assert "convenient where it counts for them" in ideas["speed-4"]
    assert "help as far as you can" in ways["honest"]
