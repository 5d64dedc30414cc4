"""The deck of ideas as the team has it: the catalogue's, with its changes and its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxworkshop import catalogue
from cxworkshop.model import TeamIdea
from cxworkshop.store.tables.query import StoreReader


@dataclass(frozen=True, kw_only=True)
class DeckIdea:
    """An idea of the deck; `ours` is what the catalogue says, "" for one of the team's own.

    The number is printed on its card: it stays while others are set aside.
    """

    key: str
    number: int
    words: str
    group: str
    group_key: str
    ours: str = ""
    is_aside: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the team has thought of it."""
        return not self.ours

    @property
    def is_reworded(self) -> bool:
        """Whether the team says the catalogue's idea in words of its own."""
        return not self.is_own and self.words != self.ours


def whole_deck(store: StoreReader) -> list[DeckIdea]:
    """All ideas group by group, those that were set aside too; the team's own end their group."""
    rows = {row.id: row for row in store.rows(TeamIdea)}
    known = catalogue.deck()
    changed = [_changed(idea, rows.pop(idea.key, None)) for idea in known]
    own = list(_own(rows.values(), first=len(known) + 1))
    groups = {idea.group_key: idea.group for idea in known}
    return [idea for key in groups for idea in (*changed, *own) if idea.group_key == key]


def deck(store: StoreReader) -> list[DeckIdea]:
    """The ideas to choose from, group by group."""
    return [idea for idea in whole_deck(store) if not idea.is_aside]


def find_idea(store: StoreReader, key: str) -> DeckIdea | None:
    """The idea with this key, or this number in the deck; one that was set aside too."""
    wanted = key.strip()
    ideas = whole_deck(store)
    return next((idea for idea in ideas if wanted in (idea.key, str(idea.number))), None)


def _changed(idea: catalogue.Idea, row: TeamIdea | None) -> DeckIdea:
    return DeckIdea(
        key=idea.key,
        number=idea.number,
        words=(row and row.words) or idea.words,
        group=idea.group,
        group_key=idea.group_key,
        ours=idea.words,
        is_aside=row is not None and row.set_aside_on is not None,
    )


def _own(rows: Iterable[TeamIdea], first: int) -> Iterator[DeckIdea]:
    titles = {group.key: group.title for group in catalogue.ideas()}
    last = next(reversed(titles))
    for number, row in enumerate(rows, start=first):
        key = row.idea_group if row.idea_group in titles else last  # of a later catalogue
        yield DeckIdea(
            key=row.id,
            number=number,
            words=row.words,
            group=titles[key],
            group_key=key,
            is_aside=row.set_aside_on is not None,
        )
