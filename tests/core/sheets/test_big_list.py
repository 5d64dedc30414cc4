"""The printed sheets of stop 3: wall cards, everything said, idea cards, the label test."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from cxworkshop import catalogue
from cxworkshop.content.values import EverythingSaidContent, SaidCard, SaidGroup, SaidVerbatim
from cxworkshop.errors import BadWords
from cxworkshop.sheets import SHEETS, PrintOptions, jobs_for
from cxworkshop.sheets.job import PrintJob, as_pdf
from cxworkshop.sheets.layout.profiles import PROFILES, eight_up, profile_for
from cxworkshop.sheets.paper import A4, LETTER, MM
from tests.core.sheets.pdf_reading import (
    LONG,
    WORKSHOPS,
    compact,
    inside,
    joined,
    little,
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
from tests.opened import kept_open, new, until_the_test_ends

CODE = 27.0  # points: no smaller is the code on a card's first side
PAPERS = pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
ALL = pytest.mark.parametrize("size", WORKSHOPS)
SHAPES = ("a4-95x65", "letter-89x51", "a4-99x38")
# The crowded one in each shape, since it is hard to fit.
SHAPED = [("little", SHAPES[0]), ("normal", SHAPES[1]), *(("much", shape) for shape in SHAPES)]
EACH_SHAPE = pytest.mark.parametrize(("size", "profile"), SHAPED)


@pytest.fixture(scope="module")
def workshops(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workshops")
    with kept_open({size: make(folder) for size, make in WORKSHOPS.items()}) as made:
        yield made


def card_letters(path: Path, slug: str) -> list[list[dict]]:
    """The letters of each card, page after page; empty places are left out."""
    with taken_apart(path) as opened:
        spots = PROFILES[slug].spots
        found = [inside(page, spot) for page in opened.pages for spot in spots]
    return [letters for letters in found if letters]


def code_on(letters: list[dict]) -> str:
    """The large text on a card."""
    return spelling([char for char in letters if char["size"] >= CODE])


# Profiles


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_a_profile_fills_its_paper_and_stands_in_its_middle(profile):
    across = profile.columns * profile.width + (profile.columns - 1) * profile.gap_across
    down = profile.rows * profile.height + (profile.rows - 1) * profile.gap_down
    assert 2 * profile.left + across == pytest.approx(profile.paper.width, abs=0.02)
    assert 2 * profile.top + down == pytest.approx(profile.paper.height, abs=0.02)
    assert len({*profile.spots}) == len(profile.spots) == profile.count
    for one, other in pairwise(profile.spots):
        apart = other[0] >= one[0] + one[2] - 0.01 or other[1] >= one[1] + one[3] - 0.01
        assert apart


def test_each_paper_has_its_usual_profile_and_a_profile_has_its_paper():
    assert (
        profile_for(PrintOptions(paper=A4)).count,
        profile_for(PrintOptions(paper=LETTER)).count,
    ) == (8, 10)
    assert (eight_up(PrintOptions(paper=A4)).count, eight_up(PrintOptions(paper=LETTER)).count) == (
        8,
        8,
    )
    assert profile_for(PrintOptions(paper=A4, profile="A4-99x38 ")).count == 14


def test_labels_are_known_by_their_makers_codes():
    codes = ("L7163", "avery l7165", "J8160", "Zweckform 32015", "c32011", "Post-it 76x76")
    on_letter = ("5371", "Avery 5388", "8160", "5163")
    sizes = [profile_for(PrintOptions(profile=code)).count for code in codes]
    sizes += [profile_for(PrintOptions(paper=LETTER, profile=code)).count for code in on_letter]
    assert sizes == [14, 8, 21, 8, 10, 6, 10, 3, 30, 10]
    for profile in PROFILES.values():
        left, top, wide, high = profile.spots[-1]
        assert left + wide <= profile.paper.width - profile.left + 0.2, profile.slug
        assert top + high <= profile.paper.height - profile.top + 0.2, profile.slug


@pytest.mark.parametrize("slug", ["cards", "idea-cards", "label-test", "blank-cards"])
def test_labels_that_are_not_on_the_paper_are_refused(workshops, tmp_path, slug):
    with pytest.raises(BadWords) as refused:
        printed(workshops["little"], slug, tmp_path, paper=LETTER, profile="L7163")
    assert str(refused.value) == (
        "A4, Avery L7163: 14 labels of 99.1 × 38.1 mm. This would be printed on Letter: choose "
        "the paper A4, or cards and labels on Letter."
    )


def test_labels_too_small_to_write_on_get_no_blank_cards(workshops, tmp_path):
    with pytest.raises(BadWords, match="too small to write on"):
        printed(workshops["little"], "blank-cards", tmp_path, paper=LETTER, profile="5160")


def test_a_drift_stretches_what_lies_between_the_rulers(workshops, tmp_path):
    here, there = (
        printed(workshops["little"], "label-test", tmp_path / str(n), profile="L7160", drift=drift)
        for n, drift in enumerate([(0.0, 0.0), (0.5, -1.5)])
    )
    near, far = profile_for(PrintOptions(profile="L7160")).rulers
    moved = [
        [(one["x0"] + one["x1"]) / 2 / MM for one in ruler_lines(path, upright=True)]
        + [one["top"] / MM for one in ruler_lines(path, upright=False)]
        for path in (here, there)
    ]
    assert moved[0] == pytest.approx([near[0], far[0], near[1], far[1]], abs=0.05)
    assert moved[1] == pytest.approx([near[0], far[0] + 0.5, near[1], far[1] - 1.5], abs=0.05)


def ruler_lines(path, *, upright):
    """The two long lines of the rulers, one of each."""
    with taken_apart(path) as opened:
        lines = [line for line in opened.pages[0].lines if 0.8 < line["linewidth"] < 1]
    return sorted(
        (line for line in lines if (line["height"] > line["width"]) == upright),
        key=lambda line: line["top"],
    )


@pytest.mark.parametrize("slug", ["cards", "idea-cards", "label-test"])
def test_an_unknown_profile_names_the_known_ones(workshops, tmp_path, slug):
    with pytest.raises(BadWords, match=r"napkin.*a4-95x65.*5388"):
        printed(workshops["little"], slug, tmp_path, profile="napkin")
    assert list(tmp_path.iterdir()) == []


# Cards


@EACH_SHAPE
def test_every_card_is_there_once_with_its_code_words_and_customers(
    workshops, tmp_path, size, profile
):
    board = workshops[size].big_list.board()
    letter = {card.id: group.letter for group in board.groups for card in group.cards}
    ways = [way.id for way in workshops[size].prepare.ways()]
    found = card_letters(printed(workshops[size], "cards", tmp_path, profile=profile), profile)
    first = {code_on(letters): spelling(letters) for letters in found if code_on(letters)}
    cards = sorted(board.cards, key=lambda card: card.code)
    assert list(first) == [str(card.code) for card in cards]
    for card in cards:
        text = first[str(card.code)]
        if len(card.words) < 150:
            assert compact(card.words) in text
        counted = rf"[^\d]{len(card.customers)}customers?"
        digit = (ways.index(card.way) + 1) % 10 if card.way else ""
        assert re.search(rf"{letter.get(card.id, '')}.*{counted}{digit}", text)


@EACH_SHAPE
def test_nothing_comes_near_the_edge_of_a_card(workshops, tmp_path, size, profile):
    path = printed(workshops[size], "cards", tmp_path, profile=profile, backs=True)
    chosen = PROFILES[profile]
    near = []
    with taken_apart(path) as opened:
        for page in opened.pages:
            for char in page.chars:
                x, y = (char["x0"] + char["x1"]) / 2 / MM, (char["top"] + char["bottom"]) / 2 / MM
                for left, top, width, height in chosen.spots:
                    if left < x < left + width and top < y < top + height:
                        free = min(
                            *(char["x0"] / MM - left, left + width - char["x1"] / MM),
                            *(y - top - 1.2, top + height - y - 1.2),
                        )
                        near += [(page.page_number, char["text"])] if free < 2 else []
                        break
                else:
                    near += [(page.page_number, char["text"])] if y > chosen.top else []
    assert near == []


def test_words_that_are_too_many_go_on_on_the_next_card_and_none_is_lost(workshops, tmp_path):
    path = printed(workshops["much"], "cards", tmp_path, profile="a4-99x38")
    found = [spelling(letters) for letters in card_letters(path, "a4-99x38")]
    first = next(n for n, words in enumerate(found) if words.startswith("7“"))
    after = [words for words in found[first + 1 :] if words.startswith("7,continued")]
    series = [found[first], *found[first + 1 : first + 1 + len(after)]]
    assert series[1:] == after
    assert len(series) > 2
    foot = r"\d+customers?.*?\d+of\d+(,goeson)?$"
    inner = [re.sub(rf"^7(,continued)?|{foot}", "", words) for words in series]
    assert "".join(inner) == compact(f"“{LONG.strip()}”")
    counted = [re.findall(r"(\d+of\d+)(,goeson)?$", words)[0] for words in series]
    total = len(series)
    assert [more for _count, more in counted] == [",goeson"] * (total - 1) + [""]
    assert counted[-1][0].endswith(f"{total}of{total}")


def test_words_shrink_to_ten_points_and_no_further(workshops, tmp_path):
    for profile in ("a4-95x65", "a4-99x38"):
        path = printed(workshops["much"], "cards", tmp_path, profile=profile)
        with taken_apart(path) as opened:
            sizes = {
                round(char["size"], 1)
                for page in opened.pages
                for char in page.chars
                if "Serif" in char["fontname"]
            }
        assert min(sizes) == 10.0
        assert max(sizes) >= 16


def lines_of(path: Path, page: int = 0) -> list[dict]:
    with taken_apart(path) as opened:
        found = opened.pages[page]
        return [one for one in [*found.lines, *found.curves] if one["x1"] - one["x0"] < 400]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_only_plain_paper_has_marks_to_cut_along(workshops, tmp_path, profile):
    path = printed(workshops["little"], "cards", tmp_path, profile=profile.slug)
    thin = [line for line in lines_of(path) if line["linewidth"] <= 0.5]
    if not profile.to_cut:
        assert thin == []
        return
    down, across = profile.edges
    assert len(thin) == 2 * (len(down) + len(across)) + 2 * (len(down) - 2) * (len(across) - 2)
    for line in thin:
        at = (line["x0"] / MM, line["top"] / MM)
        upright = abs(line["x1"] - line["x0"]) < 0.1
        nearest = min(abs(edge - at[0 if upright else 1]) for edge in (down if upright else across))
        assert nearest < 0.1


@pytest.mark.parametrize("profile", ["a4-95x65", "letter-89x51", "a4-99x38", "letter-127x76"])
def test_each_back_lies_behind_its_front(workshops, tmp_path, profile):
    path = printed(workshops["normal"], "cards", tmp_path, profile=profile, backs=True)
    chosen = PROFILES[profile]
    with taken_apart(path) as opened:
        assert len(opened.pages) % 2 == 0
        for front, back in zip(opened.pages[::2], opened.pages[1::2], strict=True):
            for left, top, width, height in chosen.spots:
                here = code_on(inside(front, (left, top, width, height)))
                behind = inside(back, (chosen.paper.width - left - width, top, width, height))
                assert code_on(behind) == here
    without = printed(workshops["normal"], "cards", tmp_path / "without", profile=profile)
    assert 2 * len(pages(without)) == len(opened.pages)


def test_backs_have_the_groups_letter(workshops, tmp_path):
    path = printed(workshops["normal"], "cards", tmp_path, backs=True)
    assert pages(path)[1].split()[:4] == ["2", "B", "3", "J"]


@pytest.mark.parametrize("slug", ["cards", "label-test"])
def test_an_offset_moves_everything_by_as_much(workshops, tmp_path, slug):
    here, moved = (
        printed(workshops["normal"], slug, tmp_path / str(n), profile="a4-85x54", offset=offset)
        for n, offset in enumerate([(0.0, 0.0), (2.5, -1.0)])
    )
    with taken_apart(here) as one, taken_apart(moved) as other:
        pairs = zip(marks_of(one.pages[0])[60:], marks_of(other.pages[0])[60:], strict=False)
        ways = {
            (round((b["x0"] - a["x0"]) / MM, 1), round((b["top"] - a["top"]) / MM, 1))
            for a, b in pairs
            if a.get("text") == b.get("text") and slug == "cards"
        }
        frames = [min(page.rects, key=lambda r: (r["top"], r["x0"])) for page in
                  (one.pages[0], other.pages[0])] if slug == "label-test" else []  # fmt: skip
    if frames:
        ways = {
            tuple(round((frames[1][key] - frames[0][key]) / MM, 1) for key in ("x0", "top")),
        }
    assert ways == {(2.5, -1.0)}


def test_the_codes_on_paper_are_the_codes_that_are_typed_back(workshops, tmp_path):
    workshop = until_the_test_ends(little(tmp_path))
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    for words in ("The phone rings and rings.", "Nobody rang me.", "The door is heavy."):
        workshop.talk.say(words, talk.id)
    workshop._store.undo()
    workshop.talk.say("I rang for an hour.", talk.id)  # the code of what was undone stays spent
    path = printed(workshop, "cards", tmp_path, backs=True)
    cards = {code_on(letters): spelling(letters) for letters in card_letters(path, "a4-95x65")[:4]}
    codes = [code for code, words in cards.items() if "rang" in words or "rings" in words]
    assert codes == ["2", "3", "5"]
    workshop.big_list.piles.group_line(f"Reaching us: {' '.join(codes)}")
    (group,) = workshop.big_list.board().groups
    assert (group.letter, group.headline) == ("A", "Reaching us")
    assert [str(card.code) for card in group.cards] == codes
    again = printed(workshop, "cards", tmp_path)
    lettered = [letters for letters in card_letters(again, "a4-95x65") if "A" in spelling(letters)]
    assert [code_on(letters) for letters in lettered] == codes


@ALL
def test_customers_names_are_on_no_card(workshops, tmp_path, size):
    path = printed(workshops[size], "cards", tmp_path, names=True)
    assert "Nym" not in text_of(path)


def test_without_a_card_there_is_nothing_to_cut_out(tmp_path):
    empty = new(tmp_path / "empty.cxw", "Us")
    assert not SHEETS["cards"].sensible(empty)
    assert not SHEETS["everything-said"].sensible(empty)
    assert SHEETS["idea-cards"].sensible(empty)
    with pytest.raises(Exception, match="no card on the list"):
        printed(empty, "cards", tmp_path)


def test_praise_alone_is_something_said(tmp_path):
    workshop = new(tmp_path / "praise.cxw", "Us")
    talk = workshop.talk.begin(workshop.talk.next_customer(kind="regular").id)
    workshop.talk.praise("You always smile.", talk.id)
    assert not SHEETS["cards"].sensible(workshop)
    assert "You always smile." in text_of(printed(workshop, "everything-said", tmp_path))


# Everything said


@ALL
@PAPERS
def test_all_that_was_said_stands_in_it_with_who_and_how_many(workshops, tmp_path, size, paper):
    workshop = workshops[size]
    said = workshop.content.big_list.everything_said()
    shown = joined(text_of(printed(workshop, "everything-said", tmp_path, paper=paper)))
    for group in said.groups:
        assert joined(f"{group.letter}{group.headline}{group.customers}customers"[:100]) in shown
    cards = [card for group in said.groups for card in group.cards] + [*said.loose, *said.aside]
    for one in [*(one for card in cards for one in card.said), *said.praise]:
        if len(one.words) < 300:
            who = f"—{one.said_by}" if one.said_by else ""
            assert joined(f"“{one.words}”{who}") in shown
    assert "Nym" not in shown
    assert (
        outside(
            tmp_path / "everything-said.pdf", (paper.left, paper.top, paper.right, paper.bottom)
        )
        == []
    )


def test_words_that_left_the_list_with_an_answer_are_printed_with_it(tmp_path):
    workshop = new(tmp_path / "left.cxw", "Us")
    talk = workshop.talk.begin(workshop.talk.next_customer(kind="regular").id)
    for words in ("Bring it to my home.", "The street is dark.", "Nobody rings back."):
        workshop.talk.say(words, talk.id)
    workshop.answers.cant(workshop.answers.subject("1"), "We have no car")
    workshop.answers.hand_on(workshop.answers.subject("2"), "The council")

    for sheet in ("everything-said", "round-book"):
        shown = text_of(printed(workshop, sheet, tmp_path))
        assert "3 things said by 1 customer" in shown
        after = shown[shown.index("Left the list with an answer") :]
        assert after.index("1 customer, answered that we can’t") < after.index("Bring it to my")
        assert after.index("1 customer, handed on") < after.index("The street is dark.")
    workshop.rounds.start_next()
    assert "The street is dark." in text_of(printed(workshop, "everything-said", tmp_path))
    assert "The street is dark." not in text_of(printed(workshop, "round-book", tmp_path))


def test_where_nothing_is_known_of_a_customer_nothing_is_said_of_them(tmp_path):
    workshop = new(tmp_path / "who.cxw", "Us")
    for kind, words in (("", "Said by somebody."), ("new", "Said by a new one.")):
        talk = workshop.talk.begin(workshop.talk.next_customer(kind=kind).id)
        workshop.talk.say(words, talk.id)
    shown = compact(text_of(printed(workshop, "everything-said", tmp_path)))
    assert "“Saidbysomebody.”—" not in shown
    assert "“Saidbyanewone.”—new" in shown


def test_groups_come_first_then_the_rest_then_what_was_good_and_what_is_set_aside(tmp_path):
    workshop = until_the_test_ends(little(tmp_path))
    talk = workshop.talk.begin(workshop.talk.next_customer(kind="regular", name="Ada Nym").id)
    ids = [workshop.talk.say(f"Thing {n}.", talk.id, way="right").id for n in range(2, 6)]
    workshop.talk.agree(ids[0])
    workshop.talk.praise("You always smile.", talk.id)
    workshop.big_list.group(ids[:2], "Waiting")
    workshop.big_list.set_card_headline(ids[2], "Our own headline")
    workshop.big_list.set_aside([ids[3]])
    said = next(iter(workshop.big_list.board().groups[0].cards[1].verbatims))
    workshop.talk.set_aside(said.id)
    path = printed(workshop, "everything-said", tmp_path)
    text = text_of(path)
    order = """
        A Waiting 2 customers | 2 2 customers, 1 of them only agreed | Thing 2 | Not grouped
        | 1 “Ring me back.” | Our own headline | Thing 4 | What was good
        | You always smile | Set aside | Thing 5 | Thing 3 | of card 3
    """
    order = [" ".join(words.split()) for words in order.split("|")]
    assert [text.find(words) for words in order] == sorted(text.find(words) for words in order)
    assert all(words in text for words in order)
    assert "“Thing 2.” — regular · Gets it right" in text
    outline = [entry.title for entry in pypdf.PdfReader(path).outline]
    assert [title.split(":")[0] for title in outline] == [
        "Everything said", "A Waiting",
        "Not grouped", "What was good", "Set aside",
    ]  # fmt: skip


def test_names_are_in_it_only_when_they_are_turned_on(workshops, tmp_path):
    path = printed(workshops["much"], "everything-said", tmp_path, names=True)
    assert "— Ada Nym 1, k" in text_of(path)
    assert "Customers’ names are on this page" in text_of(path)


def test_a_sentence_of_any_length_is_whole_across_pages(tmp_path):
    workshop = until_the_test_ends(little(tmp_path))
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    words = [f"w{number}" for number in range(1700)]
    workshop.talk.say(" ".join(words), talk.id)
    path = printed(workshop, "everything-said", tmp_path)
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert len(document) > 2
    assert re.findall(r"\bw\d+\b", text) == words


# Idea cards, and the test of labels


@PAPERS
def test_the_56_ideas_stand_eight_on_a_page(workshops, tmp_path, paper):
    path = printed(workshops["little"], "idea-cards", tmp_path, paper=paper)
    found = card_letters(path, eight_up(PrintOptions(paper=paper)).slug)
    ideas = [(group.title, idea) for group in catalogue.ideas() for idea in group.ideas]
    assert len(pages(path)) == 7
    assert len(found) == len(ideas) == 56
    for number, (letters, (group, idea)) in enumerate(zip(found, ideas, strict=True), 1):
        assert spelling(letters) == compact(f"{number}{idea}{group}")


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_a_test_of_labels_has_an_outline_for_each_and_says_what_to_do(workshops, tmp_path, profile):
    path = printed(
        workshops["little"],
        "label-test",
        tmp_path,
        profile=profile.slug,
        offset=(1.5, 0.0),
    )
    with taken_apart(path) as opened:
        (page,) = opened.pages
        frames = [(r["x0"] / MM - 1.5, r["top"] / MM, r["width"] / MM, r["height"] / MM)
                  for r in page.rects]  # fmt: skip
        corners = [line for line in page.lines if line["linewidth"] == pytest.approx(0.9)]
    expected = [pytest.approx(spot, abs=0.05) for spot in profile.spots]
    assert frames == expected
    assert {round((line["x1"] - line["x0"] + line["height"]) / MM) for line in corners} == {20}
    text = text_of(path)
    for words in ("at 100 %", "outline", "counts as plus", "Add the four numbers"):
        assert words in text
    assert "Printed with the offset +1.5 and 0 mm, the drift 0 and 0." in " ".join(text.split())
    page = profile.paper
    assert outside(path, (3, 3, page.width - 3, page.height - 3)) == []
    alts = [alt for role, alt in roles(path) if role == "Figure"]
    assert alts == [
        f"Ruler {n}, in millimetres; its zero is the corner of a label." for n in (1, 2)
    ]


def test_the_test_of_labels_is_printed_only_when_it_is_asked_for(workshops):
    slugs = {job.sheet.slug for job in jobs_for(workshops["little"], (), PrintOptions())}
    assert {"cards", "everything-said", "idea-cards"} <= slugs
    assert "label-test" not in slugs


@pytest.mark.parametrize("slug", ["cards", "everything-said", "idea-cards", "label-test"])
def test_the_same_bytes_twice_and_one_headline_at_the_top(workshops, tmp_path, slug):
    one, two = (printed_anew(workshops["normal"], slug, tmp_path / str(n)) for n in (1, 2))
    assert one.read_bytes() == two.read_bytes()
    found = [role for role, _alt in roles(one)]
    assert found.count("H1") == 1
    headings = [int(role[1]) for role in found if re.fullmatch(r"H\d", role)]
    assert headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    if slug == "cards":
        assert found.count("Sect") == len(workshops["normal"].content.big_list.wall_cards().cards)


@pytest.mark.parametrize("slug", ["cards", "everything-said", "ballots", "criteria-grid"])
def test_the_bar_of_a_quote_stands_where_its_words_begin(tmp_path, slug):
    workshop = new(tmp_path / "hebrew.cxw", "Us")
    for words in ("Nobody rang.", "אף אחד לא התקשר"):
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say(words, talk.id)
    with taken_apart(printed(workshop, slug, tmp_path)) as opened:
        bars = [line for line in opened.pages[0].lines if abs(line["linewidth"] - 1.6) < 0.01]
        letters = opened.pages[0].chars
    sides = []
    for bar in bars[:2]:
        beside = [c for c in letters if bar["top"] < (c["top"] + c["bottom"]) / 2 < bar["bottom"]]
        quote = [c for c in beside if c["text"] in "“”"]
        nearest = min(quote, key=lambda char: abs(char["x0"] - bar["x0"]))
        sides.append((nearest["x0"] > bar["x0"], abs(nearest["x0"] - bar["x0"]) < 25))
    assert sides == [(True, True), (False, True)]


def test_five_hundred_short_answers_need_fourteen_pages_and_each_says_where_it_belongs():
    said = [
        SaidCard(
            code=str(n),
            headline="",
            customers=1,
            agreed=0,
            said=(SaidVerbatim(words=f"Answer {n} of somebody.", said_by="visitor"),),
        )
        for n in range(500)
    ]
    groups = [
        SaidGroup(letter="A", headline="Waiting", customers=300, cards=tuple(said[:300])),
        SaidGroup(letter="B", headline="The door", customers=200, cards=tuple(said[300:])),
    ]
    content = EverythingSaidContent(
        team="Us", round_number=1, verbatims=500, customers=500, asked=590, groups=tuple(groups),
        loose=(), praise=(), left=(), aside=(), answers_aside=(),
    )  # fmt: skip
    order = PrintJob(SHEETS["everything-said"], content, PrintOptions(), "Us", None, "en")
    shown = [_text(page) for page in pypdfium2.PdfDocument(as_pdf([order]))]
    assert len(shown) <= 14
    assert "500 things said by 500 of the 590 customers we talked to" in shown[0]
    tops = [
        re.search(r"round 1 (A|B) (Waiting|The door)(, continued)?", page) for page in shown[1:]
    ]
    assert all(tops)
    assert [top[1] for top in tops if top[3]] == sorted(top[1] for top in tops if top[3])


def _text(page: pypdfium2.PdfPage) -> str:
    return " ".join(page.get_textpage().get_text_range().split())
