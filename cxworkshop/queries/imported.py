"""What earlier imports brought: their words, batch by batch, and who said them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from cxworkshop.exchange.import_plan import PlannedAnswer
from cxworkshop.exchange.pieces import respondent_half
from cxworkshop.model import Conversation, ImportAside, Verbatim
from cxworkshop.store.tables.query import StoreReader

_LONG_ID = 8  # characters; "17" may be another person in another file


def imported_words(store: StoreReader) -> tuple[Counter[str], ...]:
    """The words of each import with their counts, what it set aside too."""
    batches: defaultdict[str, Counter[str]] = defaultdict(Counter)
    talks = dict(store.columns(Conversation, "id", "import_batch"))
    for talk, said, key in store.columns(Verbatim, "conversation", "said", "source_key"):
        if key and said:
            batches[talks[talk]][said] += 1
    for batch, words in store.columns(ImportAside, "import_batch", "words"):
        batches[batch][words] += 1
    return tuple(batches.values())


@dataclass
class ImportedPeople:
    """Who said what in earlier imports: customers by the keys and words of their pieces."""

    by_key: dict[str, str] = field(default_factory=dict)
    by_half: dict[str, str] = field(default_factory=dict)
    by_words: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, store: StoreReader) -> ImportedPeople:
        """Everybody who came with an import."""
        found = cls()
        talks = dict(store.columns(Conversation, "id", "customer"))
        for talk, said, key in store.columns(Verbatim, "conversation", "said", "source_key"):
            if key:
                found.by_key[key] = found.by_half[respondent_half(key)] = talks[talk]
                found.by_words[said or ""].add(talks[talk])
        return found

    def known(
        self, seen: Iterable[PlannedAnswer], taken: Iterable[PlannedAnswer]
    ) -> dict[str, str]:
        """The customers of these respondents, as far as they are the same for certain.

        They are where another piece of the same row or person was imported before, or by an id
        that is long enough to mean one person in every file.
        """
        people: dict[str, str] = {}
        for answer in taken:
            if (one := self._by_id(answer)) is not None:
                people[answer.respondent] = one
        for answer in seen:
            if (one := self._by_piece(answer)) is not None:
                people[answer.respondent] = one
        return people

    def _by_id(self, answer: PlannedAnswer) -> str | None:
        name = answer.respondent_id
        is_sure = "@" in name or (len(name) >= _LONG_ID and any(map(str.isdigit, name)))
        if not is_sure:
            return None
        return self.by_half.get(respondent_half(answer.key))

    def _by_piece(self, answer: PlannedAnswer) -> str | None:
        said = self.by_words.get(answer.words, set())
        return self.by_key.get(answer.key) or (next(iter(said)) if len(said) == 1 else None)
