"""One thing has one figure: on the rail, in the status, on posters, in the book and in the year."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cxworkshop.exports.describe import status
from cxworkshop.open_thing import OpenKind
from cxworkshop.stops import STOPS
from cxworkshop.wishes import AnswerKind
from cxworkshop.workshop import Workshop
from tests.soak.histories import Year

pytestmark = pytest.mark.slow


@pytest.fixture(params=range(6))
def workshop(request) -> Iterator[Workshop]:
    """A workshop after some rounds of random work."""
    with Year(f"figures {request.param}", finishes_earlier=True) as year:
        for _step in range(170):
            year.act()
        yield year.workshop


def test_status_year_and_book_count_the_same_stories(workshop):
    told, year = status(workshop), workshop.content.year.year(workshop.today)
    assert told["stories"] == {"picked": year.picked, "kept": year.kept}
    assert year.picked == len(year.stories) == len(workshop.share.stories())
    picks = sum(len(story.rounds) for story in year.stories)
    assert picks == len(told["improvements"]) >= year.picked
    kept = {row["round"] for row in told["improvements"] if row["kept"]}
    assert kept == {number for number in kept if number in year.rounds}
    assert sum(story.kept for story in year.stories) <= sum(
        row["kept"] for row in told["improvements"]
    )


def test_a_poster_says_what_status_and_year_say(workshop):
    by_place = {(row["round"], row["slot"]): row for row in status(workshop)["improvements"]}
    year = workshop.content.year.year(workshop.today)
    counts = {
        (check.round_number, story.title): (check.notice, check.answered)
        for story in year.stories
        for check in story.checks
    }
    books = {row.number: row.picks for row in workshop.content.books.year_book().rounds}
    for number in (row.number for row in workshop.rounds.all()):
        posters = workshop.in_round(number).content.share.posters()
        assert [poster.slot for poster in posters] == [
            slot for of, slot in sorted(by_place) if of == number
        ]
        for poster in posters:
            row = by_place[number, poster.slot]
            assert (poster.stage == "kept") == row["kept"]
            assert (poster.lead in ("We did",)) == (row["verdict"] in ("notice", "some"))
            found = counts.get((number, poster.title))
            assert found is None or found == (poster.notice, poster.answered)
        assert len(books.get(number, posters)) == len(posters)


def test_every_wish_has_one_answer_that_fits_the_list(workshop):
    answers, board = workshop.answers.to_everybody(), workshop.big_list.board()
    codes = [wish.card.code for wish in answers.wishes]
    there = {card.code for card in (*board.cards, *board.left) if not card.is_bare}
    assert sorted(codes) == sorted(there)
    assert answers.unanswered == 0
    assert sum(answers.counts.values()) == len(codes)
    left = {card.code for card in board.left}
    for wish in answers.wishes:
        if wish.kind in (AnswerKind.CANT, AnswerKind.HANDED_ON):
            assert wish.card.code in left


def test_the_rail_counts_what_the_round_has(workshop):
    rail = dict(zip(STOPS, workshop.overview.stop_statuses(), strict=True))
    rows = [
        row for row in status(workshop)["improvements"] if row["round"] == status(workshop)["round"]
    ]
    judged = sum(row["verdict"] is not None for row in rows)
    promises = workshop.open_promises
    kinds = {thing.kind for thing in (*promises.now(), *promises.coming())}
    # What an earlier round left open keeps a stop from being complete.
    whole = 0.99 if kinds & {OpenKind.CHECK, OpenKind.NEXT_STEP} else 1.0
    locked = sum(row["locked"] for row in rows)
    assert rail["check"].share == min(judged / len(rows) if rows else 0, whole)
    assert rail["make_better"].share == (locked / len(rows) if rows else 0)
    people = workshop.share.to_tell()
    done = sum(row.told_on is not None for row in people)
    whole = 0.99 if OpenKind.TELLING in kinds and done == len(people) else 1.0
    assert rail["share"].share == min(done / len(people) if people else 0, whole)


def test_what_is_open_is_open_everywhere(workshop):
    things = (*workshop.open_promises.now(), *workshop.open_promises.coming())
    open_checks = {thing.pick for thing in things if thing.kind is OpenKind.CHECK}
    rounds = [row.number for row in workshop.rounds.all()]
    of_rounds = [thing for number in rounds for thing in workshop.open_promises.of_round(number)]
    assert sorted(thing.id for thing in of_rounds) == sorted(thing.id for thing in things)
    put_down = {row.row for row in workshop.open_promises.put_downs()}
    for number in rounds:
        for outcome in workshop.share.outcomes(number):
            is_open = outcome.check is not None and outcome.check.verdict is None
            is_down = outcome.check is not None and outcome.check.id in put_down
            assert (outcome.pick.id in open_checks) == (is_open and not is_down)


def test_a_pick_that_was_never_locked_is_not_being_done(workshop):
    for number in (row.number for row in workshop.rounds.all()):
        then = workshop.in_round(number)
        leads = {poster.slot: poster.lead for poster in then.content.share.posters()}
        asked = {row.pick.id for row in workshop.share.outcomes(number) if row.check}
        for slot, pick in workshop.pick.slots(number).items():
            if pick.locked_on is None:
                assert pick.id in asked or leads.get(slot, "") != "We are doing"
