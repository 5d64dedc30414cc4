"""Pairs of similar texts, found in steps: the same as comparing every text with every other."""

from __future__ import annotations

from hypothesis import given, strategies as st

from cxworkshop.suggest.pairs import PairFinder
from cxworkshop.suggest.similarity import SimilarityIndex

WORDS = st.sampled_from(
    ["the", "door", "is", "heavy", "and", "open", "late", "call", "me", "before", "you", "come"]
)
TEXT = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
TEXTS = st.lists(TEXT, min_size=1, max_size=12, unique=True)
LEAST = 0.75


def compared(texts: list[str]) -> dict[str, set[str]]:
    """Those similar to each text, looked up among all."""
    index = SimilarityIndex[str]()
    index.set_texts({text: text for text in texts})
    return {
        text: {one.key for one in index.matches(text, most=9, least=LEAST) if one.key != text}
        for text in texts
    }


@given(TEXTS)
def test_every_similar_text_is_found_and_no_other(texts):
    finder = PairFinder(LEAST)
    assert len(list(finder.follow(texts))) >= len(texts)
    for text, similar in compared(texts).items():
        found = finder.near(text)
        assert set(found) <= similar
        assert set(found) == similar or len(found) >= 3


@given(TEXTS, TEXTS)
def test_texts_that_go_and_come_leave_what_was_found_for_the_others(before, texts):
    finder = PairFinder(LEAST)
    list(finder.follow(before))
    for _step in zip(range(3), finder.follow(texts), strict=False):
        pass  # broken off: begun again below
    list(finder.follow(texts))
    for text in texts:
        assert set(finder.near(text)) <= set(texts)
    assert list(finder.follow(texts)) == []


def test_a_sentence_that_is_written_twice_with_a_word_more_is_near_itself():
    texts = ["the queue on saturday is too long", "more rye bread", "open at eight please"]
    finder = PairFinder(LEAST)
    list(finder.follow(texts))
    assert finder.near(texts[0]) == []
    again = "the queue on saturdays is too long"
    list(finder.follow([*texts, again]))
    assert finder.near(again) == [texts[0]]
    list(finder.follow(texts))
    assert finder.near(texts[0]) == []
