"""The papers of months two to twelve, printed as a person would, from a file of three rounds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest

from tests.core.sheets.pdf_reading import text_of

THREE = Path(__file__).parents[1] / "files" / "rounds" / "three-rounds-format-2.cxw"
DAY = "--today 2026-12-17"


@pytest.fixture
def paper(shell):
    """Prints a sheet of the three rounds; its text, with single spaces between words."""
    shutil.copy(THREE, shell.folder / "w.cxw")

    def text(slug: str, options: str = "") -> str:
        assert shell.run(f"print w.cxw {slug} --to out {options} {DAY}") == 0
        return text_of(shell.folder / "out" / f"{slug}.pdf")

    return text


def test_a_story_is_told_once_in_the_year_to_hang_up(paper):
    text = paper("year-wall")
    assert text.count("0 of 2, then 2 of 2") == 1
    assert "1 of 3, then 3 of 3" in text
    assert "17 in all" in text
    assert "Trusts me" in text


def test_what_is_hung_up_is_printed_on_a3_and_nothing_else(shell, paper):
    assert shell.run(f"print w.cxw year-wall poster --paper a3 --to out {DAY}") == 0
    for slug, size in (("year-wall-a3", (420, 297)), ("poster-a3", (297, 420))):
        page = pypdfium2.PdfDocument(shell.folder / "out" / f"{slug}.pdf")[0]
        assert tuple(round(length * 25.4 / 72) for length in page.get_size()) == size
    for slugs in ("year-wall staff-page", ""):
        refused = shell.refused(f"print w.cxw {slugs} --paper A3 --to out {DAY}")
        assert refused == (
            "Only these are printed on A3: action-plan, wall-sheet, poster, year-wall."
        )
    assert shell.refused(f"print w.cxw year-wall --paper A5 --to out {DAY}").startswith("We don’t")


def test_the_list_answers_everybody_and_a_slip_names_nobody(shell, paper):
    shell.ok(f"say w.cxw 'Open on Sundays' --kind parent --wants-to-hear {DAY}")
    shell.ok(f"say w.cxw 'A tram to your door' --kind regular {DAY}")
    shell.ok(f"hand-on w.cxw 11 --to 'the tram company' {DAY}")
    assert len(shell.json(f"answers w.cxw {DAY}")["wishes"]) == 11
    text = paper("answers")
    assert "0 of 11 without an answer" in text
    assert "Handed on to the tram company" in text
    slip = paper("answer-slips")
    assert "“Open on Sundays”" in slip
    assert "On the list, since round 3" in slip
    assert "for no." in slip


def test_the_list_has_only_the_answers_that_were_asked_for(shell, paper):
    shell.ok(f"say w.cxw 'A tram to your door' --kind regular {DAY}")
    shell.ok(f"hand-on w.cxw 10 --to 'the tram company' {DAY}")
    text = paper("answers", "--answer handed-on")
    assert "0 of 10 without an answer 1 wish of 10 is on this list · Handed on: 1" in text
    assert "We did" not in text
    assert "Handed on to the tram company" in text
    both = paper("answers", "--answer list --answer handed-on")
    assert "On the list" in both
    refused = shell.refused(f"print w.cxw answers --answer cant --to out {DAY}")
    assert refused == "No wish has this answer."
    assert "maybe" in shell.refused(f"print w.cxw answers --answer maybe --to out {DAY}")


def test_the_weekly_look_says_what_moved_and_leaves_room_to_write(shell, paper):
    text = paper("weekly-look")
    assert "Weekly look, Thu 17 Dec 2026" in text
    assert "What moved Nothing in seven days." in text
    shell.ok(f"plan w.cxw 1 --step 'Print the list / Ben / 2026-12-14' {DAY}")
    assert "Who clears it By Fri 18 Dec Print the list 3 days late Ben" in paper("weekly-look")
    shell.ok("new n.cxw --team Us")
    assert shell.refused("print n.cxw weekly-look --to out").startswith("No plan is locked yet.")


def test_nobody_who_wants_to_hear_is_no_slip(shell, paper):
    assert "answer-slips" not in shell.refused(f"print w.cxw answer-slips --to out {DAY}")
    assert shell.err.startswith("No customer is marked as one who wants to hear.")


def test_a_round_ends_with_thanks_and_with_what_goes_along(shell, paper):
    text = paper("round-start")
    assert "From round 3 to round 4" in text
    assert "Helena gave the licence" in text
    assert "Put it into the opening checklist · Waiting without a word · round 1 Ana" in text
    assert "“I was told to the minute.”" in text
    first = paper("round-start", "--round 1")
    assert "Nothing kept in this round yet." in first
    assert "From round 1 to round 2" in first
    assert "· round 1" in first
    assert "· round 3" not in first
    assert "days late" in text


def test_the_page_of_a_round_that_is_over_is_as_it_was_on_its_last_day(paper):
    text = paper("round-start", "--round 1")
    assert "due Wed 21 Oct" in text
    assert "late" not in text  # on 7 October nothing was


def test_the_cards_that_go_along_are_those_the_next_round_has(shell, paper):
    said = "5 cards are on the list and go along as they are, with their ages."
    assert said in paper("round-start")
    assert "5 cards are on the list for the next round." in paper("staff-page")
    shell.ok(f"next w.cxw {DAY}")
    assert len(shell.json(f"list w.cxw {DAY}")) == 5
    assert said in paper("round-start", "--round 3")
    assert "5 cards are on the list for the next round." in paper("staff-page", "--round 3")


def test_a_name_that_ends_in_a_full_stop_needs_no_second_one(shell, paper):
    shell.ok(f"plan w.cxw 1 --helper 'Ben O.' {DAY}")
    for slug in ("poster", "staff-page"):
        text = paper(slug)
        assert "Done by Mira and Ben O. " in text
        assert ".." not in text


def test_what_was_put_down_is_printed_with_its_reason_in_the_book_of_that_round(shell, paper):
    before = paper("round-book", "--round 1")
    shell.ok(f"put-down w.cxw 1 --reason 'the checklist is gone' {DAY}")
    book = paper("round-book")
    assert "Put down, with the reason" in book
    assert "the checklist is gone" in book
    assert paper("round-book", "--round 1") == before
    assert "opening checklist" not in paper("round-start")


def test_a_kept_improvement_is_looked_at_again_in_customers_words(paper):
    text = paper("look-again")
    assert "What they said first" in text
    assert text.count("still noticed slipping gone") == 2
    assert "due Mon 8 Feb 2027" in text


def test_cards_to_practise_and_for_the_pocket(shell, paper):
    assert "One of us is the customer, and says" in paper("practice")
    assert "What will they value in this meeting?" in paper("pocket-card")


def test_the_map_has_customers_words_at_their_step_and_names_the_silent_ones(shell, paper):
    for words in ("They arrive", "They wait"):
        shell.ok(f"encounter w.cxw --add '{words}' {DAY}")
    shell.ok(f"step w.cxw 6 2 {DAY}")
    text = paper("encounter-map")
    assert text.count("nobody has spoken of it") == 1
    assert "“The bill came without explanation.”" in text
