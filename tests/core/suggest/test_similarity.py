"""The search by rare trigrams finds the same as comparing every text."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given, strategies as st

from cxworkshop.suggest.similarity import SimilarityIndex

WORDS = st.sampled_from(
    ["the", "door", "is", "heavy", "and", "open", "late", "call", "me", "before", "you", "come"]
)
TEXT = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


def pieces(text: str) -> Counter[str]:
    padded = [f" {word} " for word in text.split()]
    return Counter(word[n : n + 3] for word in padded for n in range(max(1, len(word) - 2)))


def compared(asked: str, texts: dict[int, str]) -> dict[int, float]:
    """The cosine of the angle to every text, computed plainly."""
    document_count = Counter(piece for text in texts.values() for piece in pieces(text))

    def weighted(text: str) -> dict[str, float]:
        rarity = {p: 1 + math.log((1 + len(texts)) / (1 + document_count[p])) for p in pieces(text)}
        return {p: n * rarity[p] for p, n in pieces(text).items()}

    def length(weights: dict[str, float]) -> float:
        return math.sqrt(sum(weight**2 for weight in weights.values()))

    one = weighted(asked)
    found = {}
    for key, text in texts.items():
        other = weighted(text)
        dot = sum(weight * other.get(piece, 0.0) for piece, weight in one.items())
        found[key] = dot / (length(one) * length(other))
    return found


@given(TEXT, st.lists(TEXT, min_size=1, max_size=30), st.sampled_from([0.12, 0.3, 0.75]))
def test_no_similar_text_is_overlooked(asked, said, least):
    texts = dict(enumerate(said))
    index = SimilarityIndex[int]()
    index.set_texts(texts)
    found = {one.key: one.score for one in index.matches(asked, most=len(texts), least=least)}
    expected = {key: how for key, how in compared(asked, texts).items() if how >= least + 1e-9}
    assert found.keys() >= expected.keys()
    assert all(found[key] == pytest.approx(how) for key, how in expected.items())
    assert all(how >= least for how in found.values())
