"""Sheets of stop 5 for the doers: licence cards, the wall sheet, fridge cards."""

from __future__ import annotations

from datetime import date, timedelta

import pypdf
import pypdfium2
import pytest

from cxworkshop import days
from cxworkshop.errors import Refusal
from cxworkshop.sheets import PrintOptions, write_sheets
from cxworkshop.sheets.paper import A4, LETTER, MM
from cxworkshop.workshop import Workshop
from tests.crammed import crammed
from tests.opened import new

PAPERS = pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
SLUGS = ["licence-cards", "wall-sheet", "fridge-card"]


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    with crammed(tmp_path_factory.mktemp("c") / "c.cxw", customers=12) as workshop:
        yield workshop


@PAPERS
def test_each_doer_gets_the_licence_and_blank_ones_fill_the_page(shop, words_of, paper):
    pages = words_of(shop, "licence-cards", paper=paper)
    names = ("Mira", "Ben", "Tom", "Ana")
    assert all(f"for {name}" in " ".join(pages) for name in names)
    assert "Do what it takes. Only ask us about: moving the oven shelf." in pages[0]
    assert sum(page.count("Given by Helena") for page in pages) == len(names)
    assert all(page.count("Our licence to do it") == 4 for page in pages)


def test_a_licence_of_many_words_goes_on_to_another_card_and_none_is_lost(full, words_of):
    text = " ".join(words_of(full, "licence-cards", slots=(1,)))
    doers = 1 + len(full.make_better.helpers(full.pick.slots()[1].id))
    assert text.count("continued") >= doers
    assert text.count("Only ask us about: money.") >= 15 * doers


def test_who_leads_and_who_helps_stands_on_plan_and_book(tmp_path, words_of):
    with Workshop.new(tmp_path / "help.cxw", "Us") as workshop:
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say("Nobody rings back", talk.id)
        pick = workshop.pick.put(workshop.pick.subject("1")).id
        people = [workshop.people.find_or_add(name) for name in ("Mira", "Ben", "Ana")]
        workshop.make_better.assign_owner(pick, people[0])
        for person in people[1:]:
            workshop.make_better.add_helper(pick, person)
        assert "Ben and Ana help" in words_of(workshop, "action-plan")[0]
        assert "Ben and Ana help" in " ".join(words_of(workshop, "round-book"))


def test_an_improvement_beside_an_empty_slot_is_not_the_third_of_two(tmp_path, words_of):
    slugs = ["action-plan", "wall-sheet", "check-sheet", "staff-test", "round-book"]
    with Workshop.new(tmp_path / "gap.cxw", "Us") as workshop:
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        for number, words in enumerate(("Nobody rings back", "It is cold", "No forms"), 1):
            workshop.talk.say(words, talk.id)
            pick = workshop.pick.put(workshop.pick.subject(str(number))).id
            workshop.make_better.assign_owner(pick, workshop.people.find_or_add("Mira"))
            workshop.make_better.set_words(pick, promise_we="do it now")
            workshop.make_better.schedule(pick, workshop.today)
            if number != 2:
                workshop.make_better.lock(pick, "as we agreed")
        before = {slug: " ".join(words_of(workshop, slug)) for slug in slugs}
        workshop.pick.take_out(2)
        after = {slug: " ".join(words_of(workshop, slug)) for slug in slugs}
    assert [slug for slug in slugs if "3 of 3" in before[slug]] == slugs
    assert [slug for slug in slugs if "3 of 2" in after[slug]] == []
    assert all("No forms" in text for text in after.values())


def test_words_on_cards_stay_inside_their_cuts(full, tmp_path):
    for slug, columns, rows in (("licence-cards", 2, 2), ("fridge-card", 1, 3)):
        (path,) = write_sheets(full, [slug], tmp_path, PrintOptions(paper=A4))
        cuts_x = [10 + 190 / columns * n for n in range(columns + 1)]
        cuts_y = [14 + 269 / rows * n for n in range(rows + 1)]
        for page in pypdfium2.PdfDocument(path):
            text = page.get_textpage()
            for left, low, right, top in (text.get_rect(n) for n in range(text.count_rects())):
                if top > (297 - 14) * MM:
                    continue  # the note in the margin
                over = [x for x in cuts_x if left < x * MM < right]
                across = [y for y in cuts_y if low < (297 - y) * MM < top]
                assert not over + across, (slug, text.get_text_bounded(left, low, right, top))


@PAPERS
def test_the_wall_has_a_square_for_each_day_and_a_row_for_each_week(shop, words_of, paper):
    pages = words_of(shop, "wall-sheet", paper=paper)
    slots = shop.pick.slots()
    assert len(pages) == len(slots)
    for page, pick in zip(pages, slots.values(), strict=True):
        assert "When a customer" in page
        assert days.full(pick.check_on) in page
        for day in (pick.start_on + timedelta(days=n) for n in range(31)):
            assert f" {day.day} " in page
        weeks = (pick.check_on - pick.start_on + timedelta(days=pick.start_on.weekday())).days // 7
        assert page.count("Week ") == weeks + 1
        assert "Who clears it by Friday" in page


def test_days_without_work_are_grey_on_the_wall(shop, tmp_path):
    """A holiday of the team’s own is as grey as a Sunday."""

    def greys() -> int:
        (path,) = write_sheets(shop, ["wall-sheet"], tmp_path, PrintOptions(slots=(1,)))
        content = pypdf.PdfReader(path).pages[0].get_contents().get_data()
        return content.count(b"0.373 0.408 0.439 rg BT")  # grey

    before = greys()
    day = shop.pick.slots()[1].start_on + timedelta(days=5)
    shop.prepare.add_holiday(day, "Fair")
    assert greys() == before + 1


@PAPERS
def test_the_fridge_card_says_the_promise_and_the_day(shop, words_of, paper):
    (page,) = words_of(shop, "fridge-card", paper=paper)
    for pick in shop.pick.slots().values():
        assert pick.promise_we in page
        assert f"We ask customers on {days.full(pick.check_on)}" in page


@pytest.mark.parametrize("slug", SLUGS)
def test_with_nothing_picked_each_says_so(slug, tmp_path):
    empty = new(tmp_path / "e.cxw", "A team", date(2026, 11, 23))
    with pytest.raises(Refusal, match="Nothing is picked yet"):
        write_sheets(empty, [slug], tmp_path / "paper", PrintOptions())
