"""Sheets of stop 8 as they are printed: posters, thank-you cards, the staff page, the books."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import ImageChops, ImageStat

from cxworkshop.errors import BadWords, NotFound
from cxworkshop.model import Criterion, CriterionAnswer, Heading, Mark, NextStep, Verdict
from cxworkshop.rules import Claim
from cxworkshop.services.importing import ImportFile
from cxworkshop.sheets import SHEETS
from cxworkshop.sheets.layout.figures import _modules
from cxworkshop.sheets.layout.labels import plain
from cxworkshop.sheets.layout.tiled import OVERLAP, PageTile
from cxworkshop.sheets.needs import NotYet
from cxworkshop.sheets.paper import A3, A4, LETTER, MM
from cxworkshop.workshop import Workshop
from tests.core.sheets.pdf_reading import (
    compact,
    inside,
    little,
    outside,
    pages,
    printed,
    printed_anew,
    roles,
    spelling,
    taken_apart,
    text_of,
)
from tests.crammed import crammed
from tests.opened import kept_open, new, until_the_test_ends
from tests.told_once import bakery_of

DAY = date(2026, 11, 23)
LINK = "https:" + "//example.invalid/tell"
PAPERS = pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
TOLD = ["poster", "poster-a3", "poster-tiled", "staff-page", "thank-you"]
ALL = [*TOLD, "round-book", "year-book"]
CRAMMED_NAME = "Zebulon"


def noticed(folder: Path) -> Workshop:
    """The bakery after its last check: customers notice one improvement and not the other."""
    workshop = bakery_of(folder / "noticed.cxw", DAY)
    first, second = (story.pick.id for story in workshop.share.outcomes())
    workshop.today = DAY + timedelta(days=20)
    heard = workshop.check.record_answer
    customer = workshop.talk.next_customer(kind="regular", name="Ada Nym")
    heard(first, "Two minutes, as you said.", Mark.NOTICES, customer=customer.id)
    heard(first, "I did not see the sign.", Mark.NO_DIFFERENCE, kind="new")
    workshop.today += timedelta(days=2)
    heard(first, "My bag was ready.", Mark.NOTICES, kind="cafe")
    workshop.check.give_verdict(first, Verdict.NOTICE)
    workshop.share.write_we_did(first, "What you have paid for waits at the left of the counter.")
    heard(second, "Now it slams.", Mark.WORSE, kind="parent")
    workshop.check.give_verdict(second, Verdict.NONE)
    workshop.check.choose_next_step(second, NextStep.AGAIN)
    workshop.share.add_to_tell("The cafes")
    return workshop


def picked(folder: Path) -> Workshop:
    """A workshop with one verbatim, which is picked."""
    workshop = little(folder)
    workshop.pick.put(workshop.pick.candidates()[0].subject)
    return workshop


@pytest.fixture(scope="module")
def workshops(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workshops")
    made = {
        "little": picked(folder),
        "noticed": noticed(folder),
        "crammed": crammed(folder / "crammed.cxw", customers=12),
    }
    with kept_open(made):
        yield made


def read_by_pdfium(path: Path) -> list[str]:
    """Check faster, for PDFs with many shapes or pages."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def alts(path: Path) -> list[str]:
    return [alt for role, alt in roles(path) if role == "Figure"]


def sizes(path: Path, page: int = 0) -> dict[str, float]:
    """The smallest size of each letter on a page, by the words it stands in."""
    with taken_apart(path) as opened:
        return {spelled: word["size"] for spelled, word in opened.pages[page].words.items()}


def test_the_poster_says_we_did_only_where_customers_notice(workshops, tmp_path):
    did, tried = pages(printed(workshops["noticed"], "poster", tmp_path))
    assert "You said “I pay ahead and still stand in line.” regular" in did
    assert "9 of 78 customers said so" in did
    assert "We did What you have paid for waits at the left of the counter." in did
    assert "Done by Mira and Ben." in did
    assert "Clear the left end of the counter" in did
    assert "You say now 2 of 3 customers notice. 1 no difference" in did
    assert "“My bag was ready.” “Two minutes, as you said.”" in did
    assert "asked from Sun 13 Dec to Tue 15 Dec" in did
    assert "We tried A door that a child can open" in tried
    assert "0 of 1 customer notices. 1 worse “Now it slams.”" in tried
    assert "We change it, and try for another 30 days." in tried
    assert "We did" not in tried
    assert "Ask the joiner for a lighter spring" not in tried  # no ticks beside what did not help


def test_what_is_not_asked_yet_is_doing_or_done_and_asked_on_a_day(tmp_path):
    workshop = until_the_test_ends(bakery_of(tmp_path / "b.cxw", DAY))
    first = workshop.share.outcomes()[0].pick.id
    doing = pages(printed(workshop, "poster", tmp_path))[0]
    assert "We are doing When you have paid ahead, we hand it over within two minutes." in doing
    assert "On Fri 11 Dec we ask you what you notice." in doing
    assert "Clear the left end" not in doing
    for step in workshop.make_better.steps.of(first):
        if step.done_on is None:
            workshop.make_better.steps.finish(step.id)
    asking = pages(printed(workshop, "poster", tmp_path))[0]
    assert "Done, asking you on Fri 11 Dec When you have paid ahead" in asking
    workshop.today = date(2026, 12, 14)
    late = pages(printed_anew(workshop, "poster", tmp_path))[0]
    assert "Done, and we still have to ask you When you have paid ahead" in late
    assert "We wanted to ask you on Fri 11 Dec. We are late, and still will." in late
    for text in (doing, asking, late):
        assert "We did" not in text
        assert "What do you say?" in text


def test_what_was_never_locked_is_picked_and_not_begun_on_every_paper(tmp_path):
    workshop = until_the_test_ends(picked(tmp_path))
    for slug in ("poster", "thank-you", "staff-page", "round-book", "year-book"):
        text = text_of(printed(workshop, slug, tmp_path))
        assert "Picked, and not begun" in text, slug
        assert "We are doing" not in text
        assert "What do you say?" not in text
    assert "picked, and not begun" in alts(printed(workshop, "year-book", tmp_path))


def test_paper_and_screen_take_their_words_from_one_place(workshops):
    workshop = workshops["noticed"]
    for story, page in zip(
        workshop.share.outcomes(), workshop.content.share.posters(), strict=True
    ):
        assert (story.lead, story.words, story.counted, story.others) == (
            page.lead, page.ours, page.counted, page.others)  # fmt: skip
    assert [page.claim for page in workshop.content.share.posters()] == [
        Claim.WE_DID,
        Claim.WE_TRIED,
    ]


@pytest.mark.parametrize(
    ("size", "paper"), [("little", LETTER), ("noticed", A4), ("crammed", LETTER)]
)
def test_a_poster_is_one_page_within_its_margins_in_letters_to_read_from_afar(
    workshops, tmp_path, size, paper
):
    workshop = workshops[size]
    path = printed(workshop, "poster", tmp_path, paper=paper, link=LINK)
    assert len(pages(path)) == len(workshop.pick.slots())
    assert outside(path, (paper.left, paper.top, paper.right, paper.bottom)) == []
    with taken_apart(path) as opened:
        for page in opened.pages:
            small = {char["size"] for char in page.chars if char["size"] < 11.9}
            assert small <= {10.0}  # the line about names alone


def test_on_a3_all_is_larger_and_ends_at_its_margins(workshops, tmp_path):
    usual = printed(workshops["noticed"], "poster", tmp_path, link=LINK)
    large = printed(workshops["noticed"], "poster-a3", tmp_path, paper=LETTER, link=LINK)
    assert pages(large) == pages(usual)
    assert pypdfium2.PdfDocument(large)[0].get_width() == pytest.approx(A3.width * MM, abs=0.1)
    assert outside(large, (A3.left, A3.top, A3.right, A3.bottom)) == []
    assert sizes(large)["notice."] == pytest.approx(sizes(usual)["notice."] * 1.414, abs=0.1)


def test_a_poster_takes_little_ink(workshops, tmp_path):
    for size, paper in (("little", LETTER), ("noticed", A4), ("crammed", LETTER)):
        path = printed(workshops[size], "poster", tmp_path, paper=paper, link=LINK)
        for page in pypdfium2.PdfDocument(path):
            grey = page.render(scale=1, grayscale=True).to_pil()
            dark = sum(count * (255 - shade) for shade, count in enumerate(grey.histogram()))
            assert dark / 255 / (grey.width * grey.height) < 0.06


def test_customers_are_figures_with_words_for_them(workshops, tmp_path):
    path = printed(workshops["noticed"], "poster", tmp_path)
    assert alts(path) == ["2 of 3 customers notice. 1 no difference",
                          "0 of 1 customer notices. 1 worse"]  # fmt: skip
    with taken_apart(path) as opened:
        shoulders = [[one for one in page.curves if len(one["pts"]) == 4] for page in opened.pages]
    filled = [[one["fill"] for one in found] for found in shoulders]
    assert filled == [[True, True, False], [False]]


def test_more_than_twenty_customers_are_twenty_figures_in_proportion(tmp_path):
    workshop = until_the_test_ends(noticed(tmp_path))
    first = workshop.share.outcomes()[0].pick.id
    for number in range(37):
        workshop.check.record_answer(first, f"Number {number} sees it.", Mark.NOTICES)
    path = printed(workshop, "poster", tmp_path)
    assert "39 of 40 customers notice." in pages(path)[0]
    assert alts(path)[0] == "39 of 40 customers notice. 1 no difference"
    with taken_apart(path) as opened:
        shoulders = [one for one in opened.pages[0].curves if len(one["pts"]) == 4]
    assert [one["fill"] for one in shoulders] == [True] * 20  # 39 of 40 are 19.5 of 20
    across = {round(one["x0"]) for one in shoulders}
    assert len(across) == 10


def test_a_code_to_scan_stands_only_where_the_team_gave_a_link(workshops, tmp_path):
    without = printed(workshops["noticed"], "poster", tmp_path / "without")
    with_ = printed(workshops["noticed"], "poster", tmp_path / "with", link=LINK)
    assert "scan" not in text_of(without)
    assert not any("scan" in alt for alt in alts(without))
    for text in pages(with_):
        assert LINK in text
    assert alts(with_).count(f"Code to scan: {LINK}") == 2


def test_the_code_is_drawn_square_by_square(workshops, tmp_path):
    path = printed(workshops["noticed"], "poster", tmp_path, link=LINK)
    grey = pypdfium2.PdfDocument(path)[0].render(scale=4, grayscale=True).to_pil()
    rows = _modules(LINK)
    with taken_apart(path) as opened:
        weights = [line for line in opened.pages[0].lines if line["linewidth"] > 1.9]
        left, right = min(w["x0"] for w in weights), max(w["x1"] for w in weights)
        top = min(w["top"] - w["linewidth"] / 2 for w in weights)
    each = (right - left) / len(rows)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            spot = (int((left + (x + 0.5) * each) * 4), int((top + (y + 0.5) * each) * 4))
            assert (grey.getpixel(spot) < 128) is dark, (x, y)


@pytest.mark.parametrize("slug", ["poster", "thank-you"])
def test_a_link_too_long_to_scan_is_refused(workshops, tmp_path, slug):
    with pytest.raises(BadWords, match="Use a short one"):
        printed(workshops["noticed"], slug, tmp_path, link=LINK + "x" * 200)


def test_an_answer_of_1400_words_breaks_neither_poster_nor_thank_you(tmp_path):
    workshop = new(tmp_path / "long.cxw", "Us", DAY)
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    words = [f"w{number}" for number in range(1400)]
    workshop.talk.say(" ".join(words), talk.id)
    workshop.pick.put(workshop.pick.candidates()[0].subject)
    pick = workshop.pick.in_slot(1).id
    workshop.make_better.rename(pick, "Short words")
    workshop.share.say_on_poster(pick, "We ring back. " * 150)
    for sheet, times in (("poster", 1), ("thank-you", 4), ("action-plan", 1), ("criteria-grid", 1)):
        text = text_of(printed(workshop, sheet, tmp_path))
        begun = re.findall(r"“(w0 [w\d ]+)…”", text)
        assert len(begun) == times, sheet
        assert begun[0].split() == words[: len(begun[0].split())]
        assert "continued" not in text
    with taken_apart(tmp_path / "poster.pdf") as opened:
        (page,) = opened.pages
        said = {char["size"] for char in page.chars if "Serif" in char["fontname"]}
        assert min(said) >= 27.9
        assert "We ring back…" in text_of(tmp_path / "poster.pdf")
        assert outside(tmp_path / "poster.pdf", (A4.left, A4.top, A4.right, A4.bottom)) == []


@PAPERS
def test_four_sheets_put_together_are_the_poster(workshops, tmp_path, paper):
    """Each tile is cut out along its marks and laid over the strip of the one before it."""
    workshop, dots = workshops["noticed"], 2.0
    path = printed(workshop, "poster-tiled", tmp_path, paper=paper, link=LINK, slots=(1,))
    tiles = pypdfium2.PdfDocument(path)
    assert len(tiles) == 4
    tile = PageTile(SimplePage(paper), 0, 0)
    poster = pypdfium2.PdfDocument(printed(workshop, "poster", tmp_path, paper=paper, link=LINK))
    large = poster[0].render(scale=dots * tile._scale, grayscale=True).to_pil()
    left, top, width, height = (length * MM * dots for length in tile._box)
    seen = 0.0
    for number in range(4):
        row, column = divmod(number, 2)
        sheet = tiles[number].render(scale=dots, grayscale=True).to_pil()
        x = column * (width - OVERLAP * MM * dots) - tile._spare * MM * dots
        y = row * (height - OVERLAP * MM * dots)
        spot = [round(at) for at in (x, y, x + width, y + height)]
        cut = [round(at) for at in (left, top, left + spot[2] - spot[0], top + spot[3] - spot[1])]
        there, here = large.crop(spot).reduce(8), sheet.crop(cut).reduce(8)
        apart = ImageStat.Stat(ImageChops.difference(there, here)).mean[0]
        assert apart < 0.4 * (255 - ImageStat.Stat(there).mean[0]) + 0.5, number
        seen += 255 - ImageStat.Stat(here).mean[0]
    assert seen > 30


class SimplePage:
    """A page without content, to ask a tile for its sizes."""

    def __init__(self, paper):
        self.paper = paper


def test_a_tile_says_which_it_is_and_nothing_that_is_cut_in_half_can_be_searched(
    workshops, tmp_path
):
    path = printed(workshops["noticed"], "poster-tiled", tmp_path)
    texts = [" ".join(text.split()) for text in read_by_pdfium(path)]
    for text, code in zip(texts, ["A1", "A2", "B1", "B2"] * 2, strict=True):
        assert f"Sheet {code} of 4" in text
        assert "counter" not in text
    assert "A2 and B1 go on top" in texts[0]
    assert "lay it over the strip" in texts[3]
    first, *others = alts(path)
    assert first.startswith("You said: “I pay ahead and still stand in line.”")
    assert "We did: What you have paid for" in first
    assert "2 of 3 customers notice." in first
    assert others[:3] == ["Sheet A2 of 4", "Sheet B1 of 4", "Sheet B2 of 4"]
    assert others[3].startswith("You said: “The door is too heavy")


@PAPERS
def test_each_thank_you_card_stands_in_its_place_and_says_the_same(workshops, tmp_path, paper):
    path = printed(workshops["noticed"], "thank-you", tmp_path, paper=paper, link=LINK)
    with taken_apart(path) as opened:
        for page, lead in zip(opened.pages, ["Wedid", "WetriedAdoor"], strict=True):
            cards = [inside(page, spot) for spot in plain(paper, 2, 2).spots]
            texts = {spelling(card) for card in cards}
            assert len(texts) == 1
            (text,) = texts
            assert text.startswith("Thankyoufortellingus.Yousaid“")
            assert lead in text
            assert compact(LINK) in text
            assert all(char["size"] >= 11.9 for card in cards for char in card)
            assert sum(map(len, cards)) > 0.8 * len([c for c in page.chars if c["text"].strip()])
    assert [role for role, _alt in roles(path)].count("Sect") == 8


@PAPERS
def test_a_thank_you_with_too_many_words_goes_on_to_another_card(workshops, tmp_path, paper):
    path = printed(workshops["crammed"], "thank-you", tmp_path, paper=paper, link=LINK)
    assert outside(path, (4, 4, paper.width - 4, paper.height - 4)) == []
    with taken_apart(path) as opened:
        page = opened.pages[0]
        cards = [spelling(inside(page, spot)) for spot in plain(paper, 2, 2).spots]
        assert min(char["size"] for card in plain(paper, 2, 2).spots
                   for char in inside(page, card)) >= 9.9  # fmt: skip
    assert cards[:2] == cards[2:]
    assert "continued" in cards[1]
    assert compact("".join(cards[:2])).count("sayhello") == 15


@PAPERS
def test_the_page_for_all_staff_tells_it_in_order_on_one_page(workshops, tmp_path, paper):
    path = printed(workshops["noticed"], "staff-page", tmp_path, paper=paper)
    (text,) = pages(path)
    order = [
        "What customers said, and what came of it",
        "1 A place at the counter for what is paid",
        "What we heard “I pay ahead and still stand in line.”",
        "We did What you have paid for waits",
        "What customers say now 2 of 3 customers notice.",
        "2 A door that a child can open",
        "We tried A door that a child can open",
        "What we promise, and what customers get",
        "Fresh bread until we close mostly true, not on Saturdays",
        "What comes next",
        "would it stay this good without us?",
        "We change it, and try for another 30 days.",
        "Still to be told: The cafes.",
        "cards are on the list for the next round.",
    ]
    found = [text.find(words) for words in order]
    assert -1 not in found
    assert found == sorted(found)
    assert outside(path, (paper.left, paper.top, paper.right, paper.bottom)) == []


def lately(tmp_path) -> Workshop:
    """The bakery with everything that the round's book must show."""
    workshop = until_the_test_ends(noticed(tmp_path))
    first = workshop.share.outcomes()[0].pick.id
    workshop.staff_test.add_answer(first, Heading.SETUP, "The shelf is screwed on", "by the till")
    workshop.staff_test.mark_not_sure(
        first, "Show newcomers", workshop.people.find_or_add("Ben"), DAY + timedelta(days=30)
    )
    workshop.staff_test.add_answer(first, Heading.NEWCOMERS, "Shown on day one", "starter sheet")
    workshop.staff_test.mark_sure(first, "a new starter")
    card = workshop.talk.say("Sell me a bicycle.", workshop.talk.begin(
        workshop.talk.next_customer(kind="new").id).id)  # fmt: skip
    third = workshop.pick.put(workshop.pick.subject(str(card.code))).id
    workshop.pick.judge(3, Criterion.CAN, CriterionAnswer.NO, "we are a bakery")
    workshop.make_better.set_words(third, promise_when="comes by bicycle", promise_we="lend a pump")
    workshop.make_better.schedule(third, DAY)
    workshop.make_better.lock(third, "Helena is away, and we begin all the same.")
    board = workshop.big_list.board()
    workshop.big_list.set_aside([board.loose[0].id])
    return workshop


def test_the_rounds_book_leaves_nothing_out(tmp_path):
    workshop = lately(tmp_path)
    aside = workshop.big_list.board().aside[0]
    text = text_of(printed(workshop, "round-book", tmp_path))
    for words in (
        "The book of round 4",
        "What we are good at Bread with time in it, and knowing what you like.",
        "The experience we want to offer You leave with warm bread",
        "We serve – regular",
        "We accept that we will not please – those who want bread",
        "things said by",
        "B Reaching us",
        "Customers would notice yes They walk past the line.",
        "We can improve it no we are a bakery",
        "Decided all the same, because – Helena is away, and we begin all the same.",
        "When a customer has paid ahead, we hand it over within two minutes.",
        "Do what it takes. Only ask us about: moving the oven shelf. Up to: 200 for a shelf",
        "Given by Helena",
        "Write names on bags, large Tom",
        "The old till stands where the shelf should be Helena Fri 13 Nov, 1 day lost",
        "“I pay ahead and still stand in line.” — regular",
        "30-day check Customers notice (Tue 15 Dec 2026)",
        "“I did not see the sign.” — new · No difference",
        "Only 1 answered so far.",
        "Then: Another 30 days",
        "attempt 1 Not sure",
        "To mend: Show newcomers Ben · by Wed 23 Dec",
        "attempt 2 Sure, asked a new starter",
        "Shown on day one starter sheet",
        f"1 card: {aside.code} by us, on",
    ):
        assert compact(words).replace("–", "") in compact(text).replace("–", ""), words


def test_the_rounds_book_has_a_bookmark_for_each_part(workshops, tmp_path):
    reader = pypdf.PdfReader(printed(workshops["noticed"], "round-book", tmp_path))
    titles = [entry.title for entry in reader.outline]
    for title in ("Whom we serve", "What customers said", "B Reaching us",
                  "1 A place at the counter for what is paid", "2 A door that a child can open",
                  "What we promise, and what customers get"):  # fmt: skip
        assert title in titles
    place = reader.get_destination_page_number(reader.outline[titles.index("Whom we serve")])
    assert "Whom we serve" in reader.pages[place].extract_text()


def test_what_was_set_aside_is_counted_in_the_book_and_quoted_as_nobodys_speech(tmp_path):
    workshop = until_the_test_ends(picked(tmp_path))
    lines = b"what would be better\nOpen the door earlier.\n" + b"n/a\n" * 12
    source = ImportFile("answers.csv", lines)
    workshop.importing.take(workshop.importing.prepare(source), sure=True)
    why = workshop.importing.aside()[0].why
    text = text_of(printed(workshop, "round-book", tmp_path))
    assert f"12 lines of answers.csv {why}: “n/a”" in text
    assert text.count("n/a") == 1


def test_the_years_book_has_a_ring_for_each_place_and_what_customers_noticed(workshops, tmp_path):
    path = printed(workshops["noticed"], "year-book", tmp_path)
    text = text_of(path)
    assert "4 kept of 7 picked in 4 rounds" in text
    for words in ("Round 1, from Sat 18 Jul 2026", "Round 4, from Wed 11 Nov 2026",
                  "3 of 4 customers notice.", "What stayed – Say today what we keep",
                  "We tried: A door that a child can open"):  # fmt: skip
        assert compact(words).replace("–", "") in compact(text).replace("–", ""), words
    rings = alts(path)
    thread, legend, rows = rings[:12], rings[12:17], rings[17:]
    assert thread == ["kept", "tried, and learned", "free",
                      "kept", "kept", "tried, and learned",
                      "kept", "done, not sure it stays", "free",
                      "done, not sure it stays", "tried, and learned", "free"]  # fmt: skip
    assert len(set(legend)) == 5
    assert rows == [ring for ring in thread if ring != "free"]


def test_a_year_may_begin_with_one_round(workshops, tmp_path):
    assert SHEETS["year-book"].sensible(workshops["noticed"])
    assert "0 kept of 1 picked in 1 round" in text_of(
        printed(workshops["little"], "year-book", tmp_path)
    )


@pytest.mark.parametrize("slug", ["staff-page", "round-book", "year-book"])
@pytest.mark.parametrize(("size", "paper"), [("little", A4), ("crammed", LETTER)])
def test_the_pages_stay_within_their_margins(workshops, tmp_path, slug, size, paper):
    path = printed(workshops[size], slug, tmp_path, paper=paper)
    document = pypdfium2.PdfDocument(path)
    if len(document) < 9:
        assert outside(path, (paper.left, paper.top, paper.right, paper.bottom)) == []
    for page in document:
        text = page.get_textpage()
        for left, low, right, top in (text.get_rect(n) for n in range(text.count_rects())):
            assert left > paper.left * MM - 1
            assert right < paper.right * MM + 1
            assert low > (paper.height - paper.bottom) * MM - 1
            assert top < (paper.height - paper.top) * MM + 1


@pytest.mark.parametrize("slug", ALL)
def test_the_same_bytes_twice_and_one_headline_above_all_others(workshops, tmp_path, slug):
    one, two = (
        printed_anew(workshops["noticed"], slug, tmp_path / str(n), link=LINK) for n in (1, 2)
    )
    assert one.read_bytes() == two.read_bytes()
    found = [role for role, _alt in roles(one) if role.startswith("H")]
    assert found.count("H1") == 1
    assert found[0] == "H1"
    assert all(int(after[1]) - int(before[1]) <= 1 for before, after in pairwise(found))


@pytest.mark.parametrize("slug", ALL)
def test_customers_are_named_only_where_that_was_turned_on(workshops, tmp_path, slug):
    path = printed(workshops["noticed"], slug, tmp_path / "without")
    without = " ".join([*read_by_pdfium(path), *alts(path)])
    path = printed(workshops["noticed"], slug, tmp_path / "with", names=True)
    with_ = " ".join([*read_by_pdfium(path), *alts(path)])
    assert "Nym" not in without
    named = slug in ("staff-page", "round-book")
    assert ("Ada Nym" in with_) is named
    for page in read_by_pdfium(path):
        assert ("names are on this page" in page) is ("Ada Nym" in page)


@pytest.mark.parametrize("slug", ALL)
def test_with_nothing_said_and_picked_there_is_nothing_to_tell(tmp_path, slug):
    empty = new(tmp_path / "empty.cxw", "Us", DAY)
    assert not SHEETS[slug].sensible(empty)
    with pytest.raises(NotYet):
        printed(empty, slug, tmp_path)


def test_a_slot_that_is_free_has_no_paper(workshops, tmp_path):
    with pytest.raises(NotFound, match="Nothing is picked in slot 3"):
        printed(workshops["noticed"], "poster", tmp_path, slots=(3,))


def test_only_the_slots_that_are_wanted_are_told(workshops, tmp_path):
    (text,) = pages(printed(workshops["noticed"], "poster", tmp_path, slots=(2,)))
    assert "The door is too heavy" in text


def test_a_slip_names_a_customer_only_where_that_is_turned_on(tmp_path):
    opened = until_the_test_ends(little(tmp_path))
    customer = opened.talk.next_customer(name="Ada Nym")
    opened.talk.say("Open earlier.", opened.talk.begin(customer.id).id)
    opened.talk.customers.set_wants_to_hear(customer.id)
    assert "Ada Nym" not in text_of(printed(opened, "answer-slips", tmp_path))
    assert "Ada Nym" in text_of(printed(opened, "answer-slips", tmp_path, names=True))
