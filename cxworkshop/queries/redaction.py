"""Find what looks like a name in the file's texts, and redact it in a copy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from cxworkshop.model import Customer, ImportAside, ImportBatch, KeptRecipe, Person, PersonId, Row
from cxworkshop.queries.texts import Text, texts, where
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.suggest.names import COVER, LikelyName, NameKind, holding, likely

AROUND = 40  # characters shown on each side of what was found


@dataclass(frozen=True)
class PossibleName:
    """Something that looks like a name: what, of which sort, how often, and where first."""

    words: str
    sort: NameKind
    times: int
    where: str
    around: str


def possible_names(store: StoreReader) -> list[PossibleName]:
    """Everything that looks like a name, the surest sorts first, each once whatever its case."""
    known = [row.name for row in store.rows(Customer) if row.name]
    places: dict[str, list[tuple[LikelyName, Text]]] = {}
    for text in _shared_texts(store):
        for one in likely(text.words, known):
            places.setdefault(one.words.casefold(), []).append((one, text))
    found = [_possible_name(store, same) for same in places.values()]
    return sorted(found, key=lambda one: list(NameKind).index(one.sort))


def _possible_name(store: StoreReader, places: list[tuple[LikelyName, Text]]) -> PossibleName:
    one, text = places[0]
    return PossibleName(
        words=one.words,
        sort=one.sort,
        times=len(places),
        where=where(store, text.row),
        around=_around(text.words, one.words),
    )


def _around(words: str, piece: str) -> str:
    at = words.find(piece)
    first, last = max(0, at - AROUND), at + len(piece) + AROUND
    before, after = COVER * (first > 0), COVER * (last < len(words))
    return f"{before}{' '.join(words[first:last].split())}{after}"


def redacted_rows(
    store: StoreReader, cover: Collection[str], people: Collection[PersonId]
) -> list[Row]:
    """The rows that change when these pieces are covered and these people lose their names."""
    ours = [store.get(Person, person) for person in people]
    rule = holding([*cover, *(person.name for person in ours)])
    changed: dict[tuple[str, str], Row] = {}
    for text in _shared_texts(store):
        words = rule.sub(COVER, text.words) if rule else text.words
        if words != text.words:
            _set_words(changed, text, words)
    for person in ours:
        _set_words(changed, Text(person, "name"), COVER)
    return list(changed.values())


def _set_words(changed: dict[tuple[str, str], Row], text: Text, words: str) -> None:
    key = (text.row.table, text.row.id)
    current = changed.get(key, text.row)
    changed[key] = Text(current, text.field).with_words(words)


def _shared_texts(store: StoreReader) -> Iterator[Text]:
    """The texts in a share copy, without our people's names: those are ticked one by one."""
    left_out: Iterable[tuple[type[Row], str]] = (
        (Person, "name"),
        (Customer, "name"),
        (ImportAside, "words"),
        (ImportBatch, "file_name"),
        (KeptRecipe, "choices"),
    )
    return (text for text in texts(store) if (type(text.row), text.field) not in left_out)
