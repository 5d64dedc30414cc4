"""Find forgotten customers by their answers in a file, as each laptop that imported it has ids of
its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cxworkshop.exchange.pieces import PIECE, own_half
from cxworkshop.model import Card, Conversation, Customer, ImportAside, Verbatim
from cxworkshop.store.merging.side import Rows, Side, StampedRow
from cxworkshop.store.tables.layout import layout
from cxworkshop.textual import fold


def forgotten_customers(of: Side, by: Side) -> frozenset[str]:
    """The customers of one side whom the other has forgotten, by their ids or by their answers."""
    by_id = of.rows(Customer.table).keys() & by.forgotten
    return frozenset(by_id | {str(one) for one in _by_pieces(of, by)})


def without_forgotten(ours: Side, theirs: Side) -> tuple[Side, Side]:
    """Both sides; ours also knows the ids by which theirs have somebody who was forgotten here."""
    people = _by_pieces(theirs, ours) - ours.rows(Customer.table).keys()
    aside = set(_aside(theirs, ours))
    if not people and not aside:
        return ours, theirs
    talks = {row for row, said in _column(theirs, Conversation.table, "customer") if said in people}
    words = {row for row, talk in _column(theirs, Verbatim.table, "conversation") if talk in talks}
    cards = dict(_column(theirs, Verbatim.table, "card"))
    shared = {card for row, card in cards.items() if row not in words}
    own = {str(cards[row]) for row in words if cards[row] and cards[row] not in shared}
    ids = {*map(str, people), *talks, *words, *own, *aside}
    rows = theirs.rows(Card.table)
    headless = _without_headlines(theirs, words, {cards[row] for row in words} & shared)
    tables = {**theirs.tables, Card.table: {**rows, **headless}}
    return replace(ours, also_forgotten=frozenset(ids)), replace(theirs, tables=tables)


def _by_pieces(of: Side, by: Side) -> set[object]:
    """The customers of one side who said an answer that the other has forgotten."""
    pieces = _pieces(by)
    if not pieces:
        return set()
    talks = dict(_column(of, Verbatim.table, "conversation"))
    who = dict(_column(of, Conversation.table, "customer"))
    keys = _column(of, Verbatim.table, "source_key")
    return {who[str(talks[row])] for row, key in keys if key and own_half(str(key)) in pieces}


def _aside(of: Side, by: Side) -> Iterator[str]:
    """The answers of forgotten customers that one side has set aside at an import."""
    pieces = _pieces(by)
    if pieces:
        for row, key in _column(of, ImportAside.table, "source_key"):
            if own_half(str(key)) in pieces:
                yield row


def _pieces(side: Side) -> set[str]:
    return {name.removeprefix(PIECE) for name in side.forgotten if name.startswith(PIECE)}


def _without_headlines(side: Side, words: set[str], cards: set[object]) -> Rows:
    """These cards, which others have raised too, without headlines that quote forgotten words."""
    said = dict(_column(side, Verbatim.table, "said"))
    theirs = {fold(str(said[row])) for row in words if said[row]}
    cards_layout = layout(Card.table)
    found: dict[str, StampedRow] = {}
    for row_id, row in side.rows(Card.table).items():
        if row_id in cards and fold(str(cards_layout.value(row.record, "headline"))) in theirs:
            found[row_id] = row._replace(record=cards_layout.changed(row.record, "headline", ""))
    return found


def _column(side: Side, table: str, column: str) -> Iterator[tuple[str, object]]:
    place = layout(table).place(column)
    return ((row_id, row.record[place]) for row_id, row in side.rows(table).items())
