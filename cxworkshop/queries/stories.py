"""An improvement's story: the picks that continue one another, round after round."""

from __future__ import annotations

from cxworkshop.model import CardId, Conversation, DayCheck, LookAgain, Pick, PickId, Slot
from cxworkshop.queries.rounds import current_round, number_of
from cxworkshop.queries.subjects import Subject, pick_subject
from cxworkshop.store.tables.query import StoreReader

Story = tuple[Pick, ...]


def earlier_picks(store: StoreReader, pick: Pick) -> Story:
    """The picks that this one continues, the oldest first, without this one."""
    chain: list[Pick] = []
    while pick.continues is not None:
        pick = store.get(Pick, pick.continues)
        chain.insert(0, pick)
    return tuple(chain)


def continued_by(store: StoreReader, pick: PickId) -> Pick | None:
    """The pick of a later round that continues this one, and stands in a slot there."""
    return next((row for row in store.rows(Pick, continues=pick) if in_slot(store, row)), None)


def is_left_untried(store: StoreReader, pick: Pick) -> bool:
    """Whether its round is over, and no later plan of it was locked or is being made."""
    later, now = pick, current_round(store).id
    while later.round != now:
        found = continued_by(store, later.id)
        if found is None or store.rows(DayCheck, pick=found.id):
            return found is None
        later = found
    return False


def in_slot(store: StoreReader, pick: Pick) -> bool:
    """Whether it stands in one of its round's slots; a pick that was taken out does not.

    Nor does one of a later round, where an earlier round is looked at.
    """
    return pick.id in _slot_numbers(store)


def stories(store: StoreReader) -> list[Story]:
    """All stories by the round and the slot in which they began, without picks taken out."""
    return store.cached(("stories",), lambda: _stories(store))


def story_of(store: StoreReader, pick: Pick) -> Story:
    """The whole story of a pick: what it continues, itself, and what continues it."""
    chain = [*earlier_picks(store, pick), pick]
    while (later := continued_by(store, chain[-1].id)) is not None:
        chain.append(later)
    return tuple(chain)


def last_time(store: StoreReader, subject: Subject, before: int) -> Pick | None:
    """The latest pick of the same card or group in a round before this number, if there was one."""
    found = [pick for pick in picks_of(store, subject) if number_of(pick.round) < before]
    return max(found, key=lambda pick: number_of(pick.round), default=None)


def picks_of(store: StoreReader, subject: Subject) -> list[Pick]:
    """All picks of a card or a group that stood in a slot, the oldest first."""
    same = _by_name(store).get(subject.card or subject.card_group) or _by_cards(store).get(
        subject.cards, []
    )
    return sorted(same, key=lambda pick: number_of(pick.round))


def picks_holding(store: StoreReader, cards: tuple[CardId, ...]) -> list[Pick]:
    """All picks that stood in a slot and were of all these cards, perhaps in a group, by round."""
    by_card = store.cached(("picks by card",), lambda: _by_card(store))
    first, *others = cards or (None,)
    return [
        pick
        for pick in by_card.get(first, ())
        if all(pick in by_card.get(other, ()) for other in others)
    ]


def checks_before(store: StoreReader, pick: Pick) -> list[DayCheck]:
    """The checks of the picks that this one continues, the oldest first."""
    return [
        check for earlier in earlier_picks(store, pick)
        for check in store.rows(DayCheck, pick=earlier.id)
    ]  # fmt: skip


def looks_at(store: StoreReader, pick: Pick) -> list[LookAgain]:
    """The looks at a pick; where an earlier round is looked at, without those that came later."""
    last = current_round(store).number
    return [look for look in store.rows(LookAgain, pick=pick.id) if _round_of(store, look) <= last]


def _round_of(store: StoreReader, look: LookAgain) -> int:
    talks = store.rows(Conversation, look_again=look.id)
    return min((number_of(talk.round) for talk in talks), default=0)


def _slot_numbers(store: StoreReader) -> dict[PickId, int]:
    return store.cached(("in slots",), lambda: _slots_so_far(store))


def _slots_so_far(store: StoreReader) -> dict[PickId, int]:
    last = current_round(store).number
    return {row.pick: row.number for row in store.rows(Slot) if number_of(row.round) <= last}


def _by_name(store: StoreReader) -> dict[str | None, list[Pick]]:
    """All picks that stand in a slot by the id of their card or group."""

    def make() -> dict[str | None, list[Pick]]:
        found: dict[str | None, list[Pick]] = {}
        for row in _in_slots(store):
            found.setdefault(row.card or row.card_group, []).append(row)
        return found

    return store.cached(("picks by card or group",), make)


def _by_cards(store: StoreReader) -> dict[tuple[CardId, ...], list[Pick]]:
    """All picks that stand in a slot by their cards, which may have had another name then."""

    def make() -> dict[tuple[CardId, ...], list[Pick]]:
        found: dict[tuple[CardId, ...], list[Pick]] = {}
        for row in _in_slots(store):
            found.setdefault(pick_subject(store, row).cards, []).append(row)
        return found

    return store.cached(("picks by cards",), make)


def _by_card(store: StoreReader) -> dict[CardId | None, list[Pick]]:
    found: dict[CardId | None, list[Pick]] = {}
    for row in sorted(_in_slots(store), key=lambda row: number_of(row.round)):
        for card in pick_subject(store, row).cards:
            found.setdefault(card, []).append(row)
    return found


def _in_slots(store: StoreReader) -> list[Pick]:
    return [row for row in store.rows(Pick) if in_slot(store, row)]


def _stories(store: StoreReader) -> list[Story]:
    stories_by_end: dict[PickId, list[Pick]] = {}
    begun: list[list[Pick]] = []
    slots = _slot_numbers(store)
    for pick in sorted(_in_slots(store), key=lambda row: (number_of(row.round), slots[row.id])):
        story = stories_by_end.pop(pick.continues, None) if pick.continues else None
        if story is None:
            story = []
            begun.append(story)
        story.append(pick)
        stories_by_end[pick.id] = story
    return [tuple(story) for story in begun]
