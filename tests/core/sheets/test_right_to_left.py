"""Right-to-left text on every sheet that quotes customers."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from cxworkshop import i18n
from cxworkshop.sheets.typesetting.text import Style, lines
from cxworkshop.workshop import Workshop
from tests.core.sheets.pdf_reading import printed, taken_apart
from tests.core.sheets.sentences import SENTENCES

DAY = date(2026, 11, 2)
ACCENT = (10 / 255, 108 / 255, 116 / 255)
QUOTES = ["cards", "everything-said", "ballots", "criteria-grid", "action-plan", "check-sheet",
          "staff-page", "thank-you", "round-book", "answers", "round-start"]  # fmt: skip


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory):
    workshop = Workshop.new(tmp_path_factory.mktemp("hebrew") / "h.cxw", "סניף הנמל", DAY)
    talk = workshop.talk.begin(workshop.talk.next_customer(kind="לקוח").id)
    card = workshop.talk.say(SENTENCES["hebrew"], talk.id)
    workshop.talk.praise(SENTENCES["hebrew"], talk.id)
    workshop.pick.put(workshop.pick.subject(str(card.code)))
    with workshop:
        yield workshop


def bars(page) -> list[dict]:
    """The bars beside customers’ words: vertical, in one colour, thicker than any rule."""
    return [
        line for line in page.lines
        if line["x0"] == line["x1"] and line["stroking_color"] == pytest.approx(ACCENT, abs=0.01)
        and line["linewidth"] == pytest.approx(1.6)
    ]  # fmt: skip


@pytest.mark.parametrize("slug", QUOTES)
def test_the_bar_is_at_the_side_where_the_words_begin(hebrew, tmp_path, slug):
    found = 0
    with taken_apart(printed(hebrew, slug, tmp_path)) as opened:
        for page in opened.pages:
            letters = [c for c in page.chars if unicodedata.bidirectional(c["text"][0]) == "R"]
            for bar in bars(page):
                beside = [c for c in letters if bar["top"] < c["bottom"] - 3 < bar["bottom"]]
                ends = [c["x1"] for c in beside if abs(c["x1"] - bar["x0"]) < 14]
                assert ends or not beside
                assert all(end < bar["x0"] for end in ends)
                found += bool(ends)
    assert found


def test_what_is_short_begins_where_our_words_do_and_sentences_where_theirs_do():
    def indent(text: str, width: float, role: str = "P") -> float:
        block = lines(text, Style(role=role), width).from_the_right()
        return block.indent(block.lines[0])

    name = lines("Ben", Style(), 100)
    assert indent("Ben", 100) == pytest.approx(100 - name.widest)
    assert indent("Ring me back when it is ready, and not after I have come", 100) == 0
    assert indent("Ring me", 100, role="BlockQuote") == 0


def test_parts_with_dots_stand_in_the_order_of_our_language():
    assert i18n.with_dots(["Ben", "", "round 4"]) == "Ben  ·  round 4"
    assert i18n.with_dots(["", ""]) == ""
    with i18n.speaking("ar"):
        assert i18n.with_dots(["Ben", "جولة"]) == "\N{RIGHT-TO-LEFT MARK}Ben  ·  جولة"
        assert i18n.with_dots([]) == ""
