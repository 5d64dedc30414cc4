"""Years of rounds: what a team pays for what it did before."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks import fixtures
from tests.benchmarks.case import Case
from tests.benchmarks.cases.edits import TURNS, opened, transaction
from tests.benchmarks.cases.files import STRAIGHT, open_to_read, rows_read
from tests.benchmarks.laps import Laps

LARGE, SMALL = (3, 12, 36), (10, 40, 120)  # rounds; the first is taken off


def many_cards(folder: Path, rounds: int) -> None:
    """So many rounds, each with an import of 300 new cards: made.cxw."""
    fixtures.rounds(folder, rounds, cards=300)


def few_cards(folder: Path, rounds: int) -> None:
    """So many rounds, each with 24 new cards: made.cxw."""
    fixtures.rounds(folder, rounds, cards=24)


def status(laps: Laps) -> None:
    """All that `cxworkshop status` says, after an edit: without one a cache would answer."""
    from cxworkshop.exports.describe import status as described

    workshop = opened(laps)
    for n in laps:
        with laps.off():
            workshop.prepare.promises.add(f"Promise {n}")
        described(workshop)


def still_open(laps: Laps) -> None:
    """What is open of all rounds, and how far each stop is, after an edit."""
    workshop = opened(laps)
    for n in laps:
        with laps.off():
            workshop.prepare.promises.add(f"Promise {n}")
        workshop.open_promises.now()
        workshop.overview.stop_statuses()


def named(laps: Laps) -> None:
    """A card of the last round named; which cards there are was read before."""
    workshop = opened(laps)
    cards = [card.id for card in workshop.big_list.board().cards][-20:]
    for n in laps.of(TURNS):
        workshop.big_list.set_card_headline(cards[n % len(cards)], f"headline {n}")


def _cases(name: str, cards: int, sizes: tuple[int, ...]) -> tuple[Case, ...]:
    of = f"{{n}} rounds of {cards} cards"
    made = many_cards if cards > 100 else few_cards
    return (
        Case(f"open-{name}", f"open {of}", "deserialize, fetch all rows",
             open_to_read, rows_read, made, sizes[-1:], growth=True, over=sizes, rounds=3,
             aims={0: {"warm ms": 400}, -1: STRAIGHT}),
        Case(f"status-{name}", f"status of {of}", "–",
             status, None, made, sizes[-1:], growth=True, over=sizes,
             aims={-1: STRAIGHT}),
        Case(f"still-{name}", f"still open, and the stops, of {of}", "–",
             still_open, None, made, sizes[-1:], growth=True, over=sizes,
             aims={-1: STRAIGHT}),
        Case(f"edit-{name}", f"a card named, of {of}", "UPDATE as a transaction",
             named, transaction, made, sizes[-1:], growth=True, over=sizes,
             aims={0: {"warm ms": 10}, -1: STRAIGHT}),
    )  # fmt: skip


CASES = (*_cases("years", 300, LARGE), *_cases("decade", 24, SMALL))
