"""Each stop's gatherer, made alone on a store that is only read: what it gathers, in values."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from cxworkshop import catalogue
from cxworkshop.content.gather.big_list import BigListGatherer
from cxworkshop.content.gather.books import BooksGatherer
from cxworkshop.content.gather.check import CheckGatherer
from cxworkshop.content.gather.make_better import MakeBetterGatherer
from cxworkshop.content.gather.pick import PickGatherer
from cxworkshop.content.gather.prepare import PrepareGatherer
from cxworkshop.content.gather.share import ShareGatherer
from cxworkshop.content.gather.staff_test import StaffTestGatherer
from cxworkshop.content.gather.talk import TalkGatherer
from cxworkshop.content.values import CustomerQuote, PlanContent, best_quote, is_rising
from cxworkshop.errors import NotFound
from cxworkshop.model import Pick, PickId, RoundId
from cxworkshop.rules import Claim
from cxworkshop.sample import bakery
from cxworkshop.stages import Stage
from cxworkshop.store.disk.resume import open_readonly
from cxworkshop.store.tables.journal import Store
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.workshop import Workshop

DAY = date(2026, 11, 23)
START, CHECK = date(2026, 11, 11), date(2026, 12, 11)  # of the bakery's fourth round


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreReader]:
    """The rows of the worked example: four rounds, on day 12 of the fourth."""
    path = tmp_path_factory.mktemp("bakery") / "bakery.cxw"
    workshop = Workshop.new(path, "Corner Bakery", DAY)
    bakery(workshop)
    workshop.save()
    workshop.close()
    with closing(open_readonly(path).connection) as connection:
        yield Store(connection, by="", guard=lambda _row: None, today=lambda: DAY)


@pytest.fixture(scope="module")
def make_better(store: StoreReader) -> MakeBetterGatherer:
    return MakeBetterGatherer(store)


@pytest.fixture(scope="module")
def share(store: StoreReader, make_better: MakeBetterGatherer) -> ShareGatherer:
    return ShareGatherer(store, make_better)


@pytest.fixture(scope="module")
def books(
    store: StoreReader, make_better: MakeBetterGatherer, share: ShareGatherer
) -> BooksGatherer:
    return BooksGatherer(store, BigListGatherer(store), make_better, share)


def test_the_interview_begins_with_the_opening_question_and_names_each_ones_way(store):
    guide = PrepareGatherer(store).interview_guide()
    assert guide.questions[0].words == catalogue.opening_question()
    assert guide.questions[1].way == "1 Quick"
    assert [question.number for question in guide.questions] == list(range(1, 14))
    assert guide.back_on == CHECK


def test_the_script_says_what_to_say_once_for_each_stop(store):
    first, last = PrepareGatherer(store).script().meetings
    assert (first.day, first.on, first.minutes) == (1, START, 180)
    assert (last.day, last.on, last.minutes) == (30, CHECK, 90)
    titles = [stop.title for stop in first.stops if stop.say]
    assert len(titles) == len(set(titles)) > 0


def test_the_blank_kit_has_a_plan_with_nothing_but_the_four_criteria(store):
    plan = PrepareGatherer(store).blank_kit().plan
    assert [reason.title for reason in plan.reasons] == [c.title for c in catalogue.criteria()]
    assert {reason.answer for reason in plan.reasons} == {""}
    assert plan == PlanContent(
        pick=plan.pick,
        team="Corner Bakery",
        language="en",
        round_number=4,
        slot=0,
        of=0,
        reasons=plan.reasons,
    )
    assert plan.begun == 0.0


def test_blank_cards_name_the_ten_ways_with_the_digits_of_their_keys(store):
    ways = TalkGatherer(store).blank_cards().ways
    assert ways[0] == "1 Quick"
    assert [way[0] for way in ways] == list("1234567890")


def test_wall_cards_are_ordered_by_code_and_know_their_group(store):
    cards = BigListGatherer(store).wall_cards().cards
    codes = [int(card.code) for card in cards]
    assert codes == sorted(codes)
    assert len(codes) == 44
    assert {card.letter for card in cards} >= {"B", ""}


def test_everything_said_counts_words_once_and_names_nobody_unless_asked(store):
    gatherer = BigListGatherer(store)
    assert gatherer.has_words()
    said = gatherer.everything_said()
    cards = [*said.loose, *(card for group in said.groups for card in group.cards)]
    assert sum(len(card.said) for card in cards) == 55
    assert sum(len(card.said) for card in (*cards, *said.left)) == said.verbatims == 63


def test_the_deck_of_ideas_is_numbered_from_one(store):
    ideas = BigListGatherer(store).ideas()
    assert [idea.number for idea in ideas] == list(range(1, 57))


def test_contenders_are_the_most_heard_first_and_picked_ones_have_their_answers(store):
    gatherer = PickGatherer(store)
    contenders = gatherer.criteria_grid().contenders
    heard = [contender.customers for contender in contenders]
    assert heard == sorted(heard, reverse=True)
    assert sum(bool(contender.answers) for contender in contenders) == 2
    assert not any(contender.answers for contender in gatherer.ballots().contenders)
    assert gatherer.ballots().voters == 4


def test_there_is_a_plan_for_each_slot_of_this_round_and_of_an_earlier_one(make_better):
    assert [(plan.slot, plan.of) for plan in make_better.plans()] == [(1, 2), (2, 2)]
    assert [plan.round_number for plan in make_better.plans(round_number=1)] == [1, 1]
    with pytest.raises(NotFound, match="no round 9"):
        make_better.plans(round_number=9)


def test_a_plan_counts_customers_not_words_and_is_complete_once_locked(make_better):
    plan = make_better.plans()[0]
    assert (plan.heard, plan.asked) == (9, 78)
    assert len(plan.quotes) == 4
    assert plan.begun == 1.0


def test_the_wall_sheet_has_whole_weeks_from_monday_between_start_and_check(make_better):
    sheet = make_better.wall_sheets()[0]
    assert (sheet.weeks[0].first, sheet.weeks[-1].last) == (START, CHECK)
    assert [week.number for week in sheet.weeks] == [1, 2, 3, 4, 5]
    assert all(week.first.weekday() == 0 for week in sheet.weeks[1:])
    assert len(sheet.days_off) == 9  # four weekends and a wedding


def test_a_check_sheet_asks_those_who_said_it_first_by_number(store, make_better):
    sheets = CheckGatherer(store, make_better).check_sheets()
    assert [sheet.promise for sheet in sheets] == [plan.promise for plan in make_better.plans()]
    assert sheets[1].to_ask[:2] == ("no. 6, parent", "no. 7, regular")


def test_a_staff_test_has_all_six_headings_before_anybody_has_answered(store, make_better):
    first, second = StaffTestGatherer(store, make_better).staff_tests()
    titles = [heading.title for heading in catalogue.headings()]
    assert [heading.title for heading in first.headings] == titles
    assert (first.attempt, first.sure, second.slot) == (1, None, 2)


def test_a_poster_claims_what_the_check_showed(share):
    assert {poster.claim for poster in share.posters()} == {Claim.DOING}
    first, second = share.posters(round_number=1)
    assert (first.claim, first.stage) == (Claim.WE_DID, Stage.KEPT)
    assert (second.claim, second.stage) == (Claim.WE_TRIED, Stage.TRIED)
    assert first.counted == "3 of 4 customers notice."
    assert len(first.answers) == 2
    assert list(first.days_asked) == sorted(first.days_asked)


def test_the_staff_page_says_what_comes_next_and_how_many_cards_wait(share):
    page = share.staff_page()
    assert [poster.slot for poster in page.improvements] == [1, 2]
    assert page.next_steps[-1] == "40 cards are on the list for the next round."
    assert page.promises == share.promises()


def test_the_poster_quotes_a_sentence_that_can_be_read_in_passing():
    short, good, long = (
        CustomerQuote(words=words, said_by="")
        for words in ("Call.", "I pay ahead and still stand in line.", "so " * 40)
    )
    assert best_quote([short, long, good]) == good
    assert best_quote([long, short]) == short
    assert best_quote([]) is None


def test_the_round_book_holds_what_the_other_sheets_say(books, make_better, share):
    book = books.round_book()
    assert [pick.plan for pick in book.picks] == make_better.plans()
    assert tuple(pick.poster for pick in book.picks) == share.posters()
    assert book.promises == share.promises()


def test_the_year_book_holds_every_round(books, share):
    rounds = books.year_book().rounds
    assert [len(each.picks) for each in rounds] == [2, 3, 2, 2]
    assert rounds[0].picks == share.posters(round_number=1)
    assert books.has_picks()


@pytest.mark.parametrize(
    ("when", "we", "sentence"),
    [
        ("calls,", "ring back today.", "When a customer calls, we ring back today."),
        ("", "ring back today.", "We ring back today."),
        ("calls", "", ""),
    ],
)
def test_a_promise_is_a_sentence_once_both_halves_are_there(when, we, sentence):
    pick = Pick(id=PickId("p"), round=RoundId("round-1"), promise_when=when, promise_we=we)
    plan = PlanContent(
        pick=pick, team="", language="en", round_number=1, slot=1, of=1, reasons=(),
    )  # fmt: skip
    assert plan.promise == sentence


def test_a_way_rises_only_when_more_speak_of_it_for_some_rounds():
    assert is_rising((1, 2, 2))
    assert is_rising((1, 1, 2, 3, 3, 4))
    assert not is_rising((2, 2, 2))
    assert not is_rising((1, 2)), "two rounds are no trend"
    assert not is_rising((4, 3, 4, 0, 1, 5)), "one high round is no trend"
