"""Headlines for piles, the agenda of those who take part, sign-up list and counter card."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.errors import BadWords
from cxworkshop.model import Customer
from cxworkshop.sheets import PrintOptions, jobs_for
from tests.core.sheets.pdf_reading import roles, taken_apart
from tests.opened import new, until_the_test_ends

LINK = "https:" + "//bakery.invalid/more"


def alts(path):
    return [alt for role, alt in roles(path) if role == "Figure"]


@pytest.fixture
def fresh(tmp_path):
    return until_the_test_ends(new(tmp_path / "w.cxw", "A team", date(2026, 11, 23)))


def test_each_group_has_a_headline_with_its_letter_and_its_customers(shop, words_of):
    text = " ".join(" ".join(words_of(shop, "pile-headlines")).split())
    for group in shop.big_list.board().groups:
        n = len(group.customers)
        assert f"{group.letter} {group.headline} {n} customer" in text


def test_blank_headlines_have_the_letters_that_the_next_groups_get(fresh, words_of):
    talk = fresh.talk.begin(fresh.talk.next_customer().id)
    cards = [fresh.talk.say(words, talk.id).id for words in ("Ring me", "Open earlier")]
    pages = words_of(fresh, "pile-headlines")
    assert sum(page.count("Customers") for page in pages) == 6
    first = fresh.content.big_list.pile_headlines()
    assert (first.groups, first.next_letters) == ((), tuple("ABCDEF"))
    fresh.big_list.group(cards, "By phone")
    assert fresh.big_list.board().groups[0].letter == "A"
    fresh.undo()
    after = fresh.content.big_list.pile_headlines()
    assert after.next_letters == tuple("BCDEFG")  # A may stand on paper already


def test_the_agenda_has_both_meetings_and_nothing_for_whoever_leads(shop, words_of):
    (page,) = words_of(shop, "agenda")
    for meeting in shop.content.prepare.script().meetings:
        for stop in meeting.stops:
            assert not stop.say or stop.say not in page
            assert not stop.watch or stop.watch not in page
            assert all(line.title in page for line in stop.lines)
    assert page.count("Please bring") == 2


def test_a_sign_up_list_says_what_for_and_how_long_and_names_no_customer(shop, words_of):
    (page,) = words_of(shop, "sign-up", names=True)
    for words in ("What for:", "Who sees it:", "How long: until Sun", "say no later"):
        assert words in page
    assert page.count("You may ask me.") >= 8
    assert not [row.kind for row in shop._store.rows(Customer) if row.kind and row.kind in page]


def test_a_counter_card_has_the_code_of_the_link_or_says_that_there_is_none(
    shop, words_of, tmp_path
):
    (page,) = words_of(shop, "counter-card")
    assert "No link was given" in page
    (page,) = words_of(shop, "counter-card", link=LINK)
    assert page.count("What should") == 2  # read from both sides of the counter
    assert "No link was given" not in page
    assert alts(tmp_path / "counter-card.pdf") == [f"Code to scan: {LINK}"]
    with pytest.raises(BadWords, match="201 characters"):
        jobs_for(shop, ["counter-card"], PrintOptions(link="x" * 201))


def test_the_thirty_days_on_four_sheets_can_be_heard_as_a_whole(shop, words_of, tmp_path):
    pages = words_of(shop, "wall-sheet-tiled", slots=(1,))
    assert [page.split(" of 4")[0].split()[-1] for page in pages] == ["A1", "A2", "B1", "B2"]
    first, *others = alts(tmp_path / "wall-sheet-tiled.pdf")
    assert first.startswith(shop.content.make_better.plans()[0].title)
    assert "A calendar from" in first
    assert others == ["Sheet A2 of 4", "Sheet B1 of 4", "Sheet B2 of 4"]


def test_in_arabic_the_two_texts_of_the_head_stand_beside_one_another(fresh, words_of, tmp_path):
    fresh.prepare.choose_language("ar")
    words_of(fresh, "sign-up")
    with taken_apart(tmp_path / "sign-up.pdf") as opened:
        head = [char for char in opened.pages[0].chars if char["bottom"] < 52]
    kind = [char for char in head if "Semi" in char["fontname"] or char["size"] > 10.2]
    whose = [char for char in head if char not in kind]
    assert kind
    assert whose
    assert max(char["x1"] for char in whose) < min(char["x0"] for char in kind)
