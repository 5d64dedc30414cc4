"""The printed sheets of stops 1 and 2: guides, script, encounter map, blank kit, cards."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest

from cxworkshop import catalogue
from cxworkshop.errors import BadWords
from cxworkshop.sheets import SHEETS, jobs_for
from cxworkshop.sheets.layout.form_lines import ROW, answer, filled
from cxworkshop.sheets.layout.labels import plain
from cxworkshop.sheets.layout.profiles import PROFILES, to_write_on
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import A4, LETTER, MM
from cxworkshop.workshop import Workshop
from tests.core.sheets.pdf_reading import (
    compact,
    inside,
    marks_of,
    outside,
    pages,
    printed,
    printed_anew,
    roles,
    spelling,
    taken_apart,
    text_of,
)
from tests.opened import kept_open, until_the_test_ends
from tests.told_once import bakery_of

DAY = date(2026, 11, 23)
FRAMED = ("interview-guide", "script", "back-row", "blank-kit")
OURS = (*FRAMED, "interview-cards", "encounter-map", "blank-cards")
GREEK = "Πότε περιμένατε περισσότερο από όσο θέλατε;"
ARABIC = "ما الذي يمكن أن نفعله بشكل أفضل؟"
LONG_STEP = " ".join(f"s{n}" for n in range(600))
PAPERS = pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
EACH_SIZE = pytest.mark.parametrize(
    ("size", "paper"), [("empty", A4), ("usual", LETTER), ("crowded", A4)]
)


def empty(folder: Path) -> Workshop:
    return Workshop.new(folder / "empty.cxw", "Us", DAY)


def usual(folder: Path) -> Workshop:
    return bakery_of(folder / "usual.cxw", DAY)


def crowded(folder: Path) -> Workshop:
    """30 talks and 25 questions, endless steps, a way with a name of 300 letters."""
    opened = Workshop.new(folder / "crowded.cxw", "N" * 80, DAY)
    ask, people = opened.prepare, opened.people
    for n in range(30):
        ask.planned_talks.add(
            people.find_or_add(f"Asker{n} {'N' * 80}"), f"whom{n} " + "and then " * 12, DAY
        )
    for words in (GREEK, ARABIC, *(f"q{n} " + "why is that so " * 12 for n in range(12))):
        ask.questions.add(words)
    for n in range(7):
        ask.encounter.add(f"Step{n}", "a place to sit")
    ask.encounter.add(LONG_STEP, "adds " * 60)
    ask.encounter.drop(ask.encounter.steps()[1].id)
    ask.agenda.add(1, "Ring everybody " * 30, 25)
    ask.rename_way("easy", "easy " * 60)
    opened.talk.begin(opened.talk.next_customer(kind="regular", name="Ada Nym").id)
    return opened


SIZES = {"empty": empty, "usual": usual, "crowded": crowded}


@pytest.fixture(scope="module")
def workshops(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workshops")
    with kept_open({size: make(folder) for size, make in SIZES.items()}) as made:
        yield made


@pytest.fixture(scope="module")
def sheet(workshops, tmp_path_factory):
    """The PDF of a sheet of a workshop, printed once."""
    made: dict[tuple[str, str, str], Path] = {}

    def print_(slug: str, size: str = "usual", paper=A4) -> Path:
        key = slug, size, paper.name
        if key not in made:
            folder = tmp_path_factory.mktemp("paper")
            made[key] = printed(workshops[size], slug, folder, paper=paper)
        return made[key]

    return print_


def boxes(page, side: float = 4.2) -> int:
    return sum(
        abs(one["width"] / MM - side) < 0.1 and abs(one["height"] / MM - side) < 0.1
        for one in page.curves
    )


def dotted(page) -> int:
    return sum(bool(line["dash"]) for line in page.lines)


def bars(page) -> list[dict]:
    """The bars beside customers' words."""
    upright = [line for line in page.lines if line["width"] < 0.01 and line["height"] > 10]
    return [line for line in upright if abs(line["linewidth"] - 1.6) < 0.01]


# --- all of them ---


@EACH_SIZE
def test_nothing_stands_beyond_the_margins(sheet, size, paper):
    for slug in FRAMED:
        edges = (paper.left, paper.top, paper.right, paper.bottom)
        assert outside(sheet(slug, size, paper), edges) == [], slug
    on = paper.landscape
    edges = (on.left, on.top, on.right, on.bottom)
    assert outside(sheet("encounter-map", size, paper), edges) == []
    for slug in ("interview-cards", "blank-cards"):
        edges = (4, 5, paper.width - 4, paper.height - 5)
        assert outside(sheet(slug, size, paper), edges) == [], slug


def test_a_long_team_name_stays_above_the_line_below_the_head(sheet):
    for slug in FRAMED:
        with taken_apart(sheet(slug, "crowded")) as opened:
            for page in opened.pages:
                accent = next(line for line in page.lines if abs(line["linewidth"] - 1.4) < 0.01)
                kind, *_rest = (char for char in page.chars if char["text"].strip())
                name = [char for char in page.chars if char["text"] == "N" and char["size"] < 8]
                name = [char for char in name if char["top"] < accent["top"] + 12]
                assert len(name) == 80, slug
                assert all(char["bottom"] < accent["top"] + 1.5 for char in name), slug
                assert min(char["x0"] for char in name) > kind["x1"] + 8 * MM, slug


@pytest.mark.parametrize("size", SIZES)
def test_each_has_one_headline_at_its_top_and_headings_in_order(sheet, size):
    for slug in OURS:
        heads = [role for role, _alt in roles(sheet(slug, size)) if re.fullmatch("H[123]", role)]
        assert heads[0] == "H1", slug
        assert heads.count("H1") == 1, slug
        assert all(int(now[1]) - int(was[1]) < 2 for was, now in pairwise(heads)), slug


def test_an_empty_workshop_prints_all_of_them_with_lines_to_write_on(workshops, sheet):
    for slug in OURS:
        assert SHEETS[slug].sensible(workshops["empty"]), slug
        with taken_apart(sheet(slug, "empty")) as opened:
            assert slug == "back-row" or all(dotted(page) >= 6 for page in opened.pages), slug


def test_no_customers_name_is_on_them_and_the_bytes_stay_the_same(workshops, sheet, tmp_path):
    for slug in OURS:
        again = printed_anew(workshops["crowded"], slug, tmp_path / slug, names=False)
        assert again.read_bytes() == sheet(slug, "crowded").read_bytes(), slug
        assert "Nym" not in text_of(again), slug


# --- the interview guide ---


@PAPERS
@pytest.mark.parametrize("size", ["empty", "usual"])
def test_the_guide_is_front_and_back_of_two_sheets(workshops, sheet, size, paper):
    front, *others, back = pages(sheet("interview-guide", size, paper))
    assert len(others) == 2
    assert "Who talks" in front
    assert "How to begin" in front
    for words in ("And what was good?", "Who it was", "Thank you."):
        assert words not in front
        assert words in back
    both = compact(front + "".join(others) + back)
    asked = [catalogue.opening_question()] + [
        question.words for question in workshops[size].prepare.questions.ticked()
    ]
    places = [both.find(f"{n}{compact(words)}") for n, words in enumerate(asked, 1)]
    assert -1 not in places
    assert places == sorted(places)


def test_each_question_has_room_for_the_answer_behind_the_customers_bar(workshops, sheet):
    asked = 1 + len(workshops["empty"].prepare.questions.ticked())
    with taken_apart(sheet("interview-guide", "empty")) as opened:
        found = [bar for page in opened.pages for bar in bars(page)]
        assert len(found) == asked + 2  # more room, and what was good
        for page in opened.pages:
            for bar in bars(page):
                lines = [
                    line for line in page.lines
                    if line["dash"] and line["x0"] - bar["x0"] < 12
                    and bar["top"] <= line["top"] <= bar["bottom"] + 0.1
                ]  # fmt: skip
                more_room = bar["bottom"] - bar["top"] < 2 * ROW * MM
                assert len(lines) >= (1 if more_room else 3)
                assert lines[0]["top"] - bar["top"] > 6 * MM  # room for a line of handwriting


def test_what_room_is_left_goes_to_lines_to_write_on_the_first_ones_first():
    pieces = [answer(1, 0, 100), answer(2, 0, 100)]
    assert [piece.height for piece in filled(pieces, 6 * ROW + 1)] == [3 * ROW, 3 * ROW]
    assert [piece.height for piece in filled(pieces, 4 * ROW + 1)] == [2 * ROW, 2 * ROW]
    assert filled(pieces, 3.5 * ROW) == pieces


def test_few_questions_get_more_lines_each(tmp_path):
    workshop = until_the_test_ends(empty(tmp_path))
    for question in workshop.prepare.questions.ticked()[2:]:
        workshop.prepare.questions.tick(question.id, ticked=False)
    with taken_apart(printed(workshop, "interview-guide", tmp_path)) as opened:
        assert len(opened.pages) == 2
        assert min(bar["height"] for bar in bars(opened.pages[0])) > 25 * MM


@pytest.mark.parametrize("more", [6, 12, 18, 24])
def test_questions_for_more_than_a_sheet_take_whole_sheets(tmp_path, more):
    workshop = until_the_test_ends(empty(tmp_path))
    for n in range(more):
        workshop.prepare.questions.add(f"And what about thing number {n}?")
    found = pages(printed(workshop, "interview-guide", tmp_path))
    assert len(found) % 2 == 0
    assert "And what was good?" in found[-1]
    everything = compact(" ".join(found))
    for question in workshop.prepare.questions.ticked():
        assert everything.count(compact(question.words)) == 1


def test_a_long_plan_of_talks_stands_behind_the_guide_and_nobody_is_missing(sheet):
    found = pages(sheet("interview-guide", "crowded"))
    assert "is on the last page" in found[0]
    later = [page for page in found if "Who talks To whom By when" in page]
    assert later == found[-len(later) :]
    listed = " ".join(later)
    for n in range(30):
        assert f"Asker{n} " in listed
        assert f"whom{n} " in listed
    for page in later:  # no row is cut between two pages
        assert page.count("and then") == 12 * len(re.findall(r"whom\d", page))


def test_who_asks_whom_is_on_the_guide_and_ticked_when_done(tmp_path):
    workshop = until_the_test_ends(empty(tmp_path))
    who = workshop.people.find_or_add("Mira")
    talk = workshop.prepare.planned_talks.add(who, "three regulars", DAY)
    workshop.prepare.planned_talks.add(who, "two newcomers")
    workshop.prepare.planned_talks.set_done(talk.id, done=True)
    path = printed(workshop, "interview-guide", tmp_path)
    assert "Mira three regulars Mon 23 Nov" in pages(path)[0]
    assert [alt for role, alt in roles(path) if role == "Figure"] == ["done"]
    assert "Around 23 Dec" in pages(path)[-1]


def test_kinds_of_customers_that_we_know_are_there_to_tick(tmp_path):
    workshop = until_the_test_ends(empty(tmp_path))
    workshop.talk.next_customer(kind="early bird", name="Ada Nym")
    workshop.talk.next_customer(kind="k" * 80)
    for slug in ("interview-guide", "interview-cards"):
        found = text_of(printed(workshop, slug, tmp_path))
        assert "early bird" in found
        assert "kkk" not in found


# --- the interview cards ---


@EACH_SIZE
def test_every_question_is_whole_on_one_card_of_four_to_a_page(workshops, sheet, size, paper):
    spots = plain(paper, 2, 2).spots
    with taken_apart(sheet("interview-cards", size, paper)) as opened:
        cards = [spelling(inside(page, spot)) for page in opened.pages for spot in spots]
    assert len(cards) % 4 == 0
    for number, card in enumerate(cards, 1):
        assert card.startswith(f"Interviewcard{number}of{len(cards)}")
    for question in workshops[size].prepare.questions.ticked():
        if question.words != ARABIC:
            assert sum(compact(question.words) in card for card in cards) == 1
    for words in ("Howtobegin", "Andwhatwasgood?", "askwhatyounotice.”"):
        assert sum(words in card for card in cards) == 1
    assert sum("“Thankyou." in card and "younotice.”" in card for card in cards) == 1


def test_no_mark_on_a_card_crosses_where_it_is_cut(sheet):
    profile = plain(A4, 2, 2)
    (left, middle, right), (top, level, bottom) = profile.edges
    with taken_apart(sheet("interview-cards", "crowded")) as opened:
        for page in opened.pages:
            inner = [
                one for one in marks_of(page)
                if left * MM < one["x0"] < right * MM and top * MM < one["top"] < bottom * MM
                and max(one["x1"] - one["x0"], one["bottom"] - one["top"]) > 4 * MM
            ]  # fmt: skip
            assert inner
            for one in inner:
                assert not one["x0"] < middle * MM < one["x1"]
                assert not one["top"] < level * MM < one["bottom"]


# --- the script ---


@PAPERS
def test_the_script_has_a_side_for_each_day_with_times_that_add_up(workshops, sheet, paper):
    front, back = pages(sheet("script", "usual", paper))
    for page, day in ((front, 1), (back, 30)):
        assert f"Day {day} ·" in page
        at = 0
        for line in (row.line for row in workshops["usual"].prepare.agenda.meeting(day).lines):
            begins = f"{at // 60}:{at % 60:02d}"
            assert f"{begins} {line.title} {line.minutes} min" in page
            at += line.minutes
        assert f"{at // 60}:{at % 60:02d} End" in page
    assert "3 h in all" in front
    assert "If the projector dies" in back


def test_what_to_say_and_to_watch_for_stands_once_with_each_stop(sheet):
    found = compact(" ".join(pages(sheet("script"))))
    for stop in catalogue.stops():
        assert found.count(compact(f"Say{stop.say}Watch for{stop.watch}")) == 1, stop.key


def test_a_stop_that_comes_again_in_a_meeting_is_not_explained_again(tmp_path):
    workshop = until_the_test_ends(empty(tmp_path))
    lines = [row.line.id for row in workshop.prepare.agenda.meeting(1).lines]
    workshop.prepare.agenda.reorder([*lines[1:], lines[0]])
    workshop.prepare.agenda.set_minutes(lines[1], 50)
    front, _back = pages(printed(workshop, "script", tmp_path))
    assert front.count("Trying to please everybody.") == 1
    assert front.count("1 Prepare") == 2
    assert "0:50 What customers said" in front
    assert "3:30 When were you served well?" in front


def test_the_script_has_the_clocks_times(tmp_path):
    workshop = until_the_test_ends(empty(tmp_path))
    workshop.prepare.agenda.set_start(1, 9 * 60 + 30)
    assert "Write the clock’s time" in pages(printed(workshop, "script", tmp_path))[0]
    workshop.prepare.agenda.set_start(30, 23 * 60 + 30)
    front, back = pages(printed(workshop, "script", tmp_path))
    assert "9:30 When were you served well?" in front
    assert "12:30 End" in front
    assert "Write the clock’s time" not in front
    last = workshop.prepare.agenda.meeting(30)
    assert f"{last.clock(last.minutes)} End" in back, "it goes on after midnight"


def test_a_line_of_a_stop_that_we_do_not_know_is_printed_all_the_same(tmp_path):
    workshop = until_the_test_ends(empty(tmp_path))
    line = workshop.prepare.agenda.meeting(1).lines[0].line
    with workshop._store.edit("Another program wrote it") as edit:
        edit.write(replace(line, stop="lunch", title="Soup and bread"))
    assert "0:00 Soup and bread 5 min" in pages(printed(workshop, "script", tmp_path))[0]


def test_an_agenda_without_lines_has_rows_to_write_on(tmp_path):
    workshop = until_the_test_ends(empty(tmp_path))
    agenda = workshop.prepare.agenda
    for row in (*agenda.meeting(1).lines, *agenda.meeting(30).lines):
        agenda.set_aside(row.line.id)
    path = printed(workshop, "script", tmp_path)
    front, back = pages(path)
    assert "min min min min" in front
    assert "min min min min" in back
    assert "End" not in front
    assert outside(path, (A4.left, A4.top, A4.right, A4.bottom)) == []


def test_a_long_agenda_flows_on_and_its_end_stands_with_its_last_line(sheet):
    found = pages(sheet("script", "crowded"))
    (last,) = [page for page in found if "3:25 End" in page]
    assert "Ring everybody " * 29 in last


# --- the map of the encounter ---


@PAPERS
def test_the_map_lies_on_its_side_with_the_steps_in_their_order(workshops, sheet, paper):
    path = sheet("encounter-map", "usual", paper)
    with taken_apart(path) as opened:
        page = opened.pages[0]
        assert page.width > page.height
        assert boxes(page) == 6
        steps = [page.words[step]["x0"] for step in ("Waiting", "Choosing", "Paying", "Carrying")]
    assert steps == sorted(set(steps))
    found = text_of(path)
    assert "We want to offer: You leave with warm bread" in found
    for step in workshops["usual"].prepare.encounter.steps():
        for word in f"{step.words} {step.adds}".split():
            assert word in found


def test_steps_without_end_go_on_below_one_another_and_a_dropped_one_is_ticked(sheet):
    path = sheet("encounter-map", "crowded")
    assert re.findall(r"\bs\d+\b", text_of(path)) == LONG_STEP.split()
    assert "dropped" in pages(path)[0]
    assert [alt for role, alt in roles(path) if role == "Figure"] == ["ticked"]
    with taken_apart(path) as opened:
        assert boxes(opened.pages[0]) == 6
        assert dotted(opened.pages[-1]) >= 6  # rows for steps that are still to be written


# --- the back row ---


@PAPERS
def test_the_lines_of_the_back_row_test_shrink_and_each_has_its_number(sheet, paper):
    path = sheet("back-row", "usual", paper)
    with taken_apart(path) as opened:
        (page,) = opened.pages
        letters = [char for char in page.chars if char["text"].strip() and char["top"] > 40 * MM]
    assert max(char["size"] for char in letters) > 85
    numbers = [one for one in letters if one["x0"] / MM - paper.left < 6 and one["text"].isdigit()]
    lines = sorted({(round(one["top"]), round(one["size"])) for one in numbers})
    sizes = [size for _top, size in lines]
    assert sizes == sorted(set(sizes), reverse=True)
    assert len(sizes) == 11
    assert sizes[-1] <= 12
    ideas = {compact(idea) for group in catalogue.ideas() for idea in group.ideas}
    said = []
    for size in sizes:
        line = spelling([char for char in letters if round(char["size"]) == size])
        said.append(re.sub(r"^\d+", "", line))
    assert len(set(said)) == len(said)
    assert all(any(words.startswith(idea) for idea in ideas) for words in said)


# --- the blank kit ---


@PAPERS
def test_the_blank_kit_has_a_page_for_each_of_the_stops_four_to_seven(sheet, paper):
    path = sheet("blank-kit", "usual", paper)
    slots, plan, check, staff = pages(path)
    assert [entry.title for entry in pypdf.PdfReader(path).outline] == [
        "Three slots", "Action plan", "30-day check", "Replace-the-staff test",
    ]  # fmt: skip
    for criterion in catalogue.criteria():
        assert slots.count(criterion.title) == 3
        assert criterion.title in plan
    assert catalogue.check_question() in check
    for heading in catalogue.headings():
        assert heading.title in staff
        assert heading.hint in staff
    with taken_apart(path) as opened:
        counted = [boxes(page) for page in opened.pages]
        assert [counted[0], *counted[2:]] == [3 * 4 * 3, 10 * 4 + 3, 2]
        assert len(bars(opened.pages[2])) == 1 + 10
        assert all(dotted(page) >= 14 for page in opened.pages)


def test_a_blank_plan_has_no_number_and_is_of_nobody(sheet):
    plan = pages(sheet("blank-kit"))[1]
    assert "0 of 0" not in plan
    assert "not locked" not in plan
    assert "Page 1 of 1" in plan
    for part in ("What customers said", "When a customer", "What we will do", "Given by"):
        assert part in plan


# --- blank customer cards ---


@PAPERS
def test_six_cards_have_five_lines_a_box_for_the_number_and_the_ten_ways(sheet, paper):
    profile = to_write_on(PrintOptions(paper=paper))
    with taken_apart(sheet("blank-cards", "usual", paper)) as opened:
        (page,) = opened.pages
        assert boxes(page, 3.2) == 6 * 10
        assert len(bars(page)) == 6
        assert dotted(page) == 6 * ((6 if paper is A4 else 5) + 2)
        for spot in profile.spots:
            words = spelling(inside(page, spot))
            for number, way in enumerate(catalogue.ways(), 1):
                assert f"{number % 10}{compact(way.short)}" in words
            for field in ("Kindofcustomer", "Othersagree", "Number"):
                assert field in words


def test_names_too_long_for_a_card_stand_on_one_of_their_own(sheet):
    spots = to_write_on(PrintOptions()).spots
    with taken_apart(sheet("blank-cards", "crowded")) as opened:
        (page,) = opened.pages
        cards = [spelling(inside(page, spot)) for spot in spots]
        legend = [card for card in cards if "Kindofcustomer" not in card]
        assert boxes(page, 3.2) == 10 * (6 - len(legend))
    assert "2" + "easy" * 60 in "".join(legend)
    assert "0Honourable" in "".join(legend)
    assert all("1234567890" in card for card in cards[len(legend) :])


@pytest.mark.parametrize("slug", [slug for slug in PROFILES if PROFILES[slug].height > 30])
def test_blank_cards_fit_every_label(workshops, tmp_path, slug):
    profile = PROFILES[slug]
    path = printed(workshops["empty"], "blank-cards", tmp_path, profile=slug, backs=True)
    with taken_apart(path) as opened:
        (page,) = opened.pages
        for bar in bars(page):
            assert bar["height"] > 3 * MM
        inner = [one for spot in profile.spots for one in inside(page, spot)]
        below = [char for char in page.chars if char["text"].strip() and char not in inner]
        title = "Onethingacard,inthecustomer’sownwords"
        assert spelling(below).startswith(title)
        legend = sum("Kindofcustomer" not in spelling(inside(page, spot)) for spot in profile.spots)
        assert len(bars(page)) == profile.count - legend
        assert legend == 0 or profile.height < 80  # higher ones have room for the names


def test_a_label_that_nobody_knows_is_refused_before_anything_is_drawn(workshops):
    with pytest.raises(BadWords, match="a4-95x65"):
        jobs_for(workshops["empty"], ["blank-cards"], PrintOptions(profile="napkin"))
