"""The team's own word for a customer, as it may be written, and what follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cxworkshop.customer_word import (
    DEFAULT,
    PRESETS,
    CustomerWord,
    as_inside_a_sentence,
    calling_customers,
    plural_of,
)
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _, in_our_language, is_translated, nouns_have_capitals
from cxworkshop.model import AgendaLine
from cxworkshop.model.limits import CUSTOMER_WORD
from cxworkshop.stops.stop import fitting
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.textual import fold

_MOST = 40  # characters: it stands inside our sentences


def own_word(one: str, many: str = "") -> CustomerWord:
    """The word as it is kept; raises BadWords for one that can't stand inside a sentence."""
    single = _word(one) or DEFAULT.one
    # How another language makes a plural we don't know; many words are the same there.
    several = single if is_translated() else plural_of(single)[:_MOST]
    word = CustomerWord(single, _word(many) or several)
    return next((preset for preset in PRESETS if _is_meant(preset, word)), word)


def _is_meant(preset: CustomerWord, word: CustomerWord) -> bool:
    """Whether somebody typed what can be chosen: "PATIENT", or "patients" for one of them."""
    forms = in_our_language(preset)
    many = fold(word.many)
    known = {fold(form) for form in (*preset, *forms)}
    return fold(word.one) in known and (many in known or many == fold(plural_of(word.one)))


def _word(text: str) -> str:
    word = fitting(" ".join(text.split()), _MOST)
    if word and not re.fullmatch(CUSTOMER_WORD, word):
        raise BadWords(_("Leave out braces: the word stands inside sentences."))
    return word if nouns_have_capitals() else as_inside_a_sentence(word)


def renamed_lines(
    store: StoreReader, before: CustomerWord, after: CustomerWord
) -> Iterator[AgendaLine]:
    """Lines of the agenda that still read as the program has written them, with the new word."""
    ours = (*_titles(before), *_titles(DEFAULT))
    changed = dict(zip(ours, 2 * _titles(after), strict=True))
    for line in store.rows(AgendaLine):
        if changed.get(line.title, line.title) != line.title:
            yield replace(line, title=changed[line.title])


def _titles(word: CustomerWord) -> list[str]:
    from cxworkshop import catalogue  # only where a word is changed

    with calling_customers(word):
        return [line.title for line in catalogue.agenda()]
