"""Where there is nothing yet, a stop says something useful or nothing: no zeros to read."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.gui.painted import painted, settle
from ui.stops.share.page import INNER
from ui.widgets.buttons import Button
from ui.widgets.ring import Ring

ZERO = re.compile(r"(^|\s)0(\s|$)")
KEYS = {"0", "0  Honourable"}  # at stop 2 a way has this digit


def zeros(hands) -> set[str]:
    """What is counted, in sight, although there is none of it."""
    return {run.text for run in painted(hands.window) if ZERO.search(run.text)} - KEYS


def test_no_stop_counts_what_is_not_there(hands):
    found = {}
    for stop in range(2, 9):
        hands.go(stop)
        settle()
        found[stop] = zeros(hands)
    for key in INNER:
        hands.page.open_inner(key)
        settle()
        found[key] = zeros(hands) - {"0 of 3"}  # papers that can be printed all the same
        hands.page.close_inner()
    assert {place: words for place, words in found.items() if words} == {}


def test_the_list_counts_only_what_is_there(hands):
    talk = hands.workshop.talk.begin(hands.workshop.talk.next_customer().id)
    cards = [hands.workshop.talk.say(words, talk.id).id for words in ("parking", "greeting")]
    hands.go(3)
    assert (hands.page.footer().bold, hands.page.footer().grey) == ("2 not grouped yet", "")
    hands.workshop.big_list.group(cards)
    settle()
    assert (hands.page.footer().bold, hands.page.footer().grey) == ("1 group", "")


def test_the_next_round_is_not_proposed_before_something_is_picked(hands):
    hands.go(8)
    button = hands.find("Start round 2", Button)
    assert button.property("kind") == "plain"
    talk = hands.workshop.talk.begin(hands.workshop.talk.next_customer().id)
    hands.workshop.talk.say("parking", talk.id)
    hands.workshop.pick.put(hands.workshop.pick.subject("1"))
    settle()
    assert hands.find("Start round 2", Button).property("kind") == "primary"


def test_what_an_empty_page_says_stands_at_the_same_place_on_each(hands):
    middles = set()
    for stop in (3, 5, 6, 7):
        hands.go(stop)
        settle()
        ring = hands.page.empty.findChild(Ring)
        middles.add(ring.mapTo(hands.window, QPoint(ring.width() // 2, 0)).x())
    assert len(middles) == 1
    assert QApplication.focusWidget() is not None
