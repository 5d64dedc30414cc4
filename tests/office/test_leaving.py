"""What leaves a laptop is shown first, and holds nobody's words and nobody's name."""

from __future__ import annotations

import re
from datetime import date

from cxworkshop.office.cli import main
from cxworkshop.office.leaving import figures_of
from cxworkshop.office.rows import AnswerRow, KindRow, PickRow, PromiseRow, RoundRow, WayRow
from tests.opened import new, opened


def figures(path, **more):
    return figures_of(opened(path), programme="Care", **more)


def every_text(workshop) -> set[str]:
    """All that customers said, all headlines and all names in the workshop."""
    cards = workshop.big_list.board().all_cards()
    said = {row.said for card in cards for row in card.verbatims if row.said}
    people = {person.name for person in workshop.people.all()}
    customers = {row.name for row in workshop.talk.customers.all() if row.name}
    return said | {card.headline for card in cards if card.headline} | people | customers


def listed(path) -> list[str]:
    """The codes of the cards on the list that can be picked."""
    return [one.subject.code for one in opened(path).pick.candidates() if one.subject.card]


def test_the_preview_shows_every_row_and_no_words(office):
    out = office.ok("preview bakery.cxw --programme Care --site North")
    shown = set(re.findall(r"^(\w+)$", out, re.M))
    assert shown == {
        "workshop", "round", "round_way", "round_kind", "pick", "blocker", "look_again", "answer",
    }  # fmt: skip
    rows = sum(1 for line in out.splitlines() if line.startswith("  ")) - len(shown)
    assert f"{rows} rows of Corner Bakery." in out
    texts = every_text(opened(office.folder / "bakery.cxw"))
    assert len(texts) > 60
    assert [text for text in texts if text in out] == []


def test_the_figures_are_those_that_the_app_shows(office):
    workshop = opened(office.folder / "bakery.cxw")
    year = workshop.content.year.year(date(2026, 11, 30))
    made = figures(office.folder / "bakery.cxw")
    rounds, picks = made.of(RoundRow), made.of(PickRow)
    assert tuple(row.round for row in rounds) == year.rounds
    ways = {(row.round, row.way): row.customers for row in made.of(WayRow)}
    for way in year.ways:
        assert tuple(ways.get((n, way.key), 0) for n in year.rounds) == way.customers
    rings = [(r.round_number, r.slot, r.stage, r.notice, r.days_to_first_step) for r in year.rings]
    assert rings == [
        (r.round, r.slot, r.stage, r.notices, r.days_to_first_step) for r in picks
    ]  # fmt: skip
    assert sum(row.kept_on is not None for row in picks) == year.kept
    counts = dict(workshop.content.answers.to_everybody().counts)
    for kind, n in counts.items():
        assert sum(row.wishes for row in made.of(AnswerRow) if row.answer == kind) == n


def test_our_own_words_leave_only_when_asked_for_and_without_likely_names(office):
    path = office.folder / "bakery.cxw"
    office.app(f"pick bakery.cxw {listed(path)[0]}")
    office.app("plan bakery.cxw 3 --promise 'ask Jane Smithers'")
    made = figures(path, with_promises=True)
    assert figures(path).of(PromiseRow) == ()
    assert [row.promise for row in made.of(PromiseRow)][-1] == ""
    assert made.withheld == 1
    assert "Jane" not in str(made)
    out = office.ok("preview bakery.cxw --programme Care --with-promises")
    assert "1 text of ours may name somebody, and stays here." in out


def test_a_kind_of_customer_that_is_somebodys_name_is_not_told(tmp_path):
    workshop = new(tmp_path / "w.cxw", "Bakery", date(2026, 11, 23))
    talk = workshop.talk.begin(workshop.talk.next_customer(kind="Mrs Smith").id)
    workshop.talk.say("The queue", talk.id)
    made = figures_of(workshop, programme="Care").of(KindRow)
    assert made == (KindRow(round=1, kind="", customers=1),)


def test_figures_follow_when_a_customer_is_forgotten(office):
    path = office.folder / "bakery.cxw"
    before = figures(path)
    workshop = opened(path)
    who = workshop.talk.answers.latest(1)[0].customer
    workshop.privacy.forget(workshop.talk.customers.with_number(who).id)
    after = figures_of(workshop, programme="Care")
    assert after.team.seq > before.team.seq
    assert after.of(RoundRow)[-1].customers == before.of(RoundRow)[-1].customers - 1


def test_the_same_file_gives_the_same_rows_on_any_day(office):
    path = office.folder / "bakery.cxw"
    early = figures_of(opened(path, date(2026, 11, 30)), programme="Care")
    late = figures_of(opened(path, date(2027, 11, 30)), programme="Care")
    assert early == late


def test_the_tool_calls_itself_by_its_own_name(capsys):
    assert main(["nothing"]) == 2
    assert capsys.readouterr().err == "No such command 'nothing'. See: cxworkshop-office --help\n"
