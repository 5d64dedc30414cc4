"""Gather what is shown of single cards: of one that is sorted, of two that look the same."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.content.values import (
    PairContent,
    PairSide,
    SortCard,
    SortedCard,
    SortingContent,
    SortTarget,
)
from cxworkshop.model import CardId, Pick, Way
from cxworkshop.queries.board import Board, BoardCard
from cxworkshop.queries.feedback import heard_from, kinds_by_talk, names_whom_it_serves
from cxworkshop.queries.rounds import slots
from cxworkshop.queries.sorting import SortProgress, SortQueue
from cxworkshop.store.tables.query import StoreReader


def sorting_content(
    store: StoreReader, board: Board, queue: SortQueue, near: Sequence[CardId]
) -> SortingContent:
    """The card whose turn it is, the groups to put it into, and how far the queue has come."""
    progress = SortProgress(queue, board)
    grouped = {card.id: (card, group.letter) for group in board.groups for card in group.cards}
    current, last = progress.current, progress.last_put
    like = next((card for card in near if card in grouped), None)
    return SortingContent(
        number=progress.number,
        total=progress.total,
        sorted=progress.sorted,
        skipped=progress.skipped,
        card=_card(store, current) if current else None,
        targets=_targets(store, board),
        near=_sorted_card(*grouped[like]) if like else None,
        last=_sorted_card(*grouped[last.id]) if last and last.id in grouped else None,
    )


def pair_content(store: StoreReader, board: Board, one: CardId, other: CardId) -> PairContent:
    """Two cards of a board, side by side."""
    cards = {card.id: card for card in (*board.cards, *board.left)}
    first, second = cards[one], cards[other]
    return PairContent(
        one=_side(store, first),
        other=_side(store, second),
        customers=len(first.customers | second.customers),
    )


def _card(store: StoreReader, card: BoardCard) -> SortCard:
    return SortCard(
        code=str(card.code),
        headline=card.headline,
        said=tuple(dict.fromkeys(row.said for row in card.verbatims if row.said)),
        customers=len(card.customers),
        kinds=_kinds(store, card),
        way=_way(store, card),
        since=_since(card),
    )


def _side(store: StoreReader, card: BoardCard) -> PairSide:
    said = next((row.said for row in card.verbatims if row.said), "")
    return PairSide(
        code=str(card.code),
        headline=card.headline,
        said=said,
        more=len(card.customers) - bool(said),
        customers=len(card.customers),
        whom=heard_from(store, card.customers).whom if names_whom_it_serves(store) else "",
        kinds=_kinds(store, card),
        way=_way(store, card),
        since=_since(card),
    )


def _kinds(store: StoreReader, card: BoardCard) -> tuple[str, ...]:
    kind_of = kinds_by_talk(store)
    kinds = (kind_of[verbatim.conversation] for verbatim in card.verbatims)
    return tuple(dict.fromkeys(kind for kind in kinds if kind))


def _way(store: StoreReader, card: BoardCard) -> str:
    way = store.find(Way, card.way)
    return way.name if way else ""


def _since(card: BoardCard) -> int:
    return card.since if card.rounds > 1 else 0


def _targets(store: StoreReader, board: Board) -> tuple[SortTarget, ...]:
    picks = {number: store.get(Pick, pick) for number, pick in slots(store, board.round).items()}
    slot_of = {pick.card_group: number for number, pick in picks.items() if pick.card_group}
    return tuple(
        SortTarget(
            letter=group.letter,
            headline=group.headline,
            cards=len(group.cards),
            customers=len(group.customers),
            slot=slot_of.get(group.id, 0),
        )
        for group in board.groups
    )


def _sorted_card(card: BoardCard, letter: str) -> SortedCard:
    said = bool(card.words) and not card.headline
    return SortedCard(code=str(card.code), words=card.words, said=said, letter=letter)
