"""Recognise a file by its words, where columns were renamed, moved or added since its last import.

The key of a piece depends on its question and, without an id, on all cells of its row. Where these
have changed, a file is the same if most long answers of an earlier import stand in it again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cxworkshop.exchange.import_plan import ImportPlan, PlannedAnswer, PlannedCard
from cxworkshop.exchange.wording import length
from cxworkshop.i18n import ngettext

LONG = 20  # characters; a shorter answer may be given by anybody
MOSTLY = 0.6
FEWEST = 2  # long answers that show it


def without_known(found: ImportPlan, batches: Iterable[Mapping[str, int]]) -> ImportPlan:
    """The plan without what earlier imports took, each a batch of words with their counts."""
    fresh = Counter(answer.words for answer in _fresh(found))
    seen = Counter(answer.words for answer in found.seen)
    known: Counter[str] = Counter()
    for batch in batches:
        left = Counter(batch) - seen
        if fresh and _is_again(left, fresh):
            known |= left & fresh
    return _without(found, known) if known else found


def _is_again(left: Counter[str], fresh: Counter[str]) -> bool:
    """Whether most of what a batch has left stands in the file, or most of the file in a batch."""
    batch, file = (_long(words) for words in (left, fresh))
    both = (batch & file).total()
    return both >= FEWEST and both >= MOSTLY * min(batch.total(), file.total())


def _long(words: Counter[str]) -> Counter[str]:
    return Counter({text: n for text, n in words.items() if length(text) >= LONG})


def _fresh(found: ImportPlan) -> list[PlannedAnswer]:
    return [*found.taken, *(piece.answer for piece in found.aside)]


def _without(found: ImportPlan, known: Counter[str]) -> ImportPlan:
    left = Counter(known)
    seen: list[PlannedAnswer] = []

    def is_fresh(answer: PlannedAnswer) -> bool:
        if left[answer.words] <= 0:
            return True
        left[answer.words] -= 1
        seen.append(answer)
        return False

    cards = [PlannedCard(tuple(filter(is_fresh, card.answers))) for card in found.cards]
    praise = tuple(filter(is_fresh, found.praise))
    aside = tuple(piece for piece in found.aside if is_fresh(piece.answer))
    return replace(
        found,
        cards=tuple(card for card in cards if card.answers),
        praise=praise,
        aside=aside,
        known=found.known + len(seen),
        seen=(*found.seen, *seen),
        notes=(*found.notes, *_note(seen)),
    )


def _note(seen: Sequence[PlannedAnswer]) -> list[str]:
    text = ngettext(
        "{n} answer is known by its words from an earlier import, though the columns differ.",
        "{n} answers are known by their words from an earlier import, though the columns differ.",
        len(seen),
    )
    return [text.format(n=len(seen))]
