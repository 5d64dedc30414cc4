"""What the rail says of a stop is what that stop's page shows, after random work in any round."""

from __future__ import annotations

import re
from dataclasses import replace

from cxworkshop.services.overview import Overview
from tests.gui.window.rail_and_page import (
    Preparing,
    of_the_preparations,
    tab_names,
)
from tests.soak import rails


def test_the_rail_says_what_stop_1_shows_after_random_work_there(hands):
    walk, did = Preparing(hands, "2 0"), []
    for _action in range(12):
        did.append(walk.act())
        note = hands.window.desk.rail.entries[0].status.note
        assert of_the_preparations(hands, note), (note, did)


def test_a_wrong_text_on_the_rail_is_found(monkeypatch):
    right = Overview.stop_statuses

    def seven_more(overview):
        return tuple(
            replace(row, note=re.sub(r"\d+", lambda found: str(int(found[0]) + 7), row.note))
            for row in right(overview)
        )

    monkeypatch.setattr(Overview, "stop_statuses", seven_more)
    assert rails.years(1, seed=0).wrong


def test_a_rail_that_forgets_stop_1_is_found(monkeypatch):
    right = Overview.stop_statuses
    first = []

    def as_at_first(overview):
        first.extend(right(overview)[:1])
        return (first[0], *right(overview)[1:])

    monkeypatch.setattr(Overview, "stop_statuses", as_at_first)
    assert rails.preparations(1, seed=0).wrong


def test_what_left_its_slot_with_an_open_check_keeps_its_tab(hands):
    workshop = hands.workshop
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.say("Nobody rings back", talk.id)
    pick = workshop.pick.put(workshop.pick.subject("1")).id
    workshop.make_better.schedule(pick, workshop.today)
    workshop.make_better.lock(pick, reason="a test")
    workshop.make_better.unlock(pick)
    workshop.pick.take_out(1)
    hands.go(6)
    assert hands.window.desk.rail.entries[5].status.note.startswith("due in ")
    (named,) = tab_names(hands)
    assert named.startswith("Nobody rings back, from round 1: ask customers, due ")
