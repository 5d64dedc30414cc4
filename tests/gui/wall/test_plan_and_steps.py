"""What the room reads of a plan: nothing that the Desk denies, and what is late first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cxworkshop import days
from cxworkshop.content.values.wall import WallKind, WallSubject
from cxworkshop.model import Criterion, CriterionAnswer, PickId
from cxworkshop.workshop import Workshop
from tests.gui.wall.every_wall import misplaced, pages
from tests.opened import new
from ui.theme.theme import Theme
from ui.wall.layouts import lay_out
from ui.wall.pages import WallFrame
from ui.wall.scene import WallPage
from ui.wall.shot import paint_page
from ui.wall.tokens import PROMISE, USUAL_PART

TODAY = date(2026, 11, 23)
SIZE = (1920, 1080)


@pytest.fixture(scope="module", autouse=True)
def fonts(app):
    Theme(app)


@pytest.fixture
def team(tmp_path) -> Workshop:
    return new(tmp_path / "team.cxw", "Corner Bakery", TODAY)


@pytest.fixture
def pick(team) -> PickId:
    who = team.talk.next_customer(kind="regular", name="")
    card = team.talk.say("Nobody rings back.", team.talk.begin(who.id).id)
    return team.pick.put(team.pick.subject(str(card.code))).id


def wall(team: Workshop) -> list[WallPage]:
    found = pages(team, WallSubject(WallKind.PLAN), WallFrame.of(*SIZE, SIZE[1] / USUAL_PART))
    assert [fault for page in found for fault in misplaced(page)] == []
    return found


def read(found: list[WallPage]) -> str:
    return " ".join(" ".join(page.words.split()) for page in found)


def lock(team: Workshop, pick: PickId, promise: str = "ring back") -> None:
    for criterion in Criterion:
        team.pick.judge(1, criterion, CriterionAnswer.YES, "")
    team.make_better.assign_owner(pick, team.people.find_or_add("Mira"))
    team.make_better.grant_licence(pick, "", team.people.find_or_add("Gita"))
    team.make_better.set_words(pick, promise_when="rings", promise_we=promise)
    team.make_better.schedule(pick, TODAY)
    team.make_better.lock(pick)


def test_a_licence_without_words_is_given_once_somebody_gives_it(team, pick):
    team.make_better.grant_licence(pick, "", team.people.find_or_add("Gita"))
    words = read(wall(team))
    assert "Gita gives the licence" in words
    assert "not given yet" not in words


def test_that_nobody_gives_a_licence_is_said_once(team, pick):
    words = read(wall(team))
    assert words.count("not given yet") == 1
    assert "nobody yet" not in words


def test_a_promise_that_is_missing_is_not_the_largest_of_the_page(team, pick):
    pieces = [piece for page in wall(team) for piece in page.pieces if piece.style]
    sizes = {piece.words: piece.style.px for piece in pieces}
    missing = next(px for words, px in sizes.items() if "no promise yet" in words)
    assert missing < min(max(sizes.values()), PROMISE.px)


def wide_shapes(found: list[WallPage]) -> list[float]:
    """The heights of what is painted across the page and is neither text nor a rule."""
    across = (p for page in found for p in page.pieces if not p.words and p.box.width() > 1000)
    return [piece.box.height() for piece in across if 40 <= piece.box.height() < 50]


def test_the_thirty_days_have_their_ticks_once_the_plan_is_locked(team, pick):
    assert not wide_shapes(wall(team)), "no day is known yet"
    team.make_better.schedule(pick, TODAY)
    assert not wide_shapes(wall(team)), "it is not locked yet"
    assert "We ask customers on" in read(wall(team))
    lock(team, pick)
    assert len(wide_shapes(wall(team))) == 1


@pytest.mark.parametrize("later", [0, 1, 12])
def test_the_wall_counts_the_thirty_days_as_the_desk_does(team, pick, later):
    lock(team, pick)
    today = TODAY + timedelta(days=later)
    (content,) = team.content.wall.view(WallSubject(WallKind.PLAN), today).contents
    assert content.day == later
    desk = days.of_thirty(TODAY, today)
    words = read(lay_out((content,), WallFrame.of(*SIZE, SIZE[1] / USUAL_PART)))
    assert "Day 0" not in words
    assert (f"Day {later}," if later else desk) in words


def test_what_is_late_comes_first_and_what_is_finished_last(team, pick):
    steps, mira = team.make_better.steps, team.people.find_or_add("Mira")
    for words, after in (
        ("Finished already", -5),
        ("Much later", 20),
        ("Next of all", 2),
        ("Late by three", -3),
    ):
        steps.add(pick, words, mira, TODAY + timedelta(days=after))
    steps.finish(steps.of(pick)[0].id)
    words = read(wall(team))
    places = [
        words.index(one) for one in ("Late by three", "Next of all", "Much later", "Finished")
    ]
    assert places == sorted(places)


def test_a_slot_has_its_own_form_on_the_wall_too(team, pick):
    card = team.talk.say("The door is heavy.", team.talk.begin(team.talk.next_customer().id).id)
    team.pick.put(team.pick.subject(str(card.code)))
    for criterion in Criterion:
        team.pick.judge(1, criterion, CriterionAnswer.YES, "")
    team.pick.judge(2, next(iter(Criterion)), CriterionAnswer.YES, "")
    (page,) = pages(team, WallSubject(WallKind.SLOTS), WallFrame.of(*SIZE, SIZE[1] / USUAL_PART))
    image, scale = paint_page(page, SIZE, dark=False), SIZE[1] / page.height
    rings = [p.box for p in page.pieces if not p.words and p.box.width() == p.box.height() > 160]
    first, second, free = (
        image.pixelColor(((box.topLeft() + box.center()) / 2 * scale).toPoint()).name()
        for box in sorted(rings, key=lambda box: box.left())
    )
    assert first != second == free, "only the one that has four times yes is filled"


def test_what_is_late_is_on_the_first_page_below_a_long_promise_too(team, pick):
    lock(team, pick, "ring back on the same day, and say who we are and what happens next")
    steps, mira = team.make_better.steps, team.people.find_or_add("Mira")
    for n in range(1, 5):
        steps.add(pick, f"Step {n} of what we begin with", mira, TODAY + timedelta(days=n - 3))
    first, *more = wall(team)
    assert "Step 1 of what" in " ".join(first.words.split())
    assert "We ask customers on" in " ".join(first.words.split())
    assert more
