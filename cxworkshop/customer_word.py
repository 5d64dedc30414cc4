"""What the team calls its customers: patients, guests, parents …

A message names the word by a placeholder, which `_()` and `ngettext` of i18n fill before anything
else is put in: {customer}, {customers}, {a_customer}, and {customer_s}, {customers_s} for what is
theirs ("a patient’s words", "the patients’ words"). With a capital it begins a sentence:
{Customers}, {A_customer}. So a sentence is written once, and nobody who calls `_` thinks of it.

Which word it is belongs to the workshop, and whoever shows one says it with `call_customers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import NamedTuple


class CustomerWord(NamedTuple):
    """One customer and several of them, as they are called inside a sentence."""

    one: str
    many: str


# What can be chosen with one click; the first is what a workshop begins with.
PRESETS = (
    CustomerWord("customer", "customers"),
    CustomerWord("patient", "patients"),
    CustomerWord("guest", "guests"),
    CustomerWord("visitor", "visitors"),
    CustomerWord("member", "members"),
)
DEFAULT = PRESETS[0]
_FORMS = ("customer", "customers", "a_customer", "customer_s", "customers_s")
PLACEHOLDERS = frozenset(_FORMS) | {form[0].upper() + form[1:] for form in _FORMS}

_PLACE = re.compile(rf"\{{({'|'.join(sorted(PLACEHOLDERS, key=len, reverse=True))})\}}")
# Compiled by `re` at their first use: at import they would cost every command a millisecond.
_SOUNDS_LIKE_A_VOWEL = r"(?i)[aeiou]|hour|heir|hono"
_SOUNDS_LIKE_NONE = r"(?i)eu|one\b|once|u(?:ni(?!n)|s[aeiou]|tili|r[aio])"
_BEHIND_THE_NOUN = r"(?i)(?<=\w) (?:at|by|for|from|in|of|on|to|who|with) "
_MOST_SHORT = 4  # capitals of "VIP" and "OAP"; longer words were typed with Caps Lock
_IRREGULAR = {"person": "people", "child": "children", "man": "men", "woman": "women"}

_called = [DEFAULT]
_called_here: ContextVar[CustomerWord | None] = ContextVar("called here", default=None)


def call_customers(word: CustomerWord = DEFAULT) -> None:
    """Call them so from now on."""
    _called[0] = word


@contextmanager
def calling_customers(word: CustomerWord) -> Iterator[None]:
    """Call them so inside the block, in this thread alone."""
    before = _called_here.set(word)
    try:
        yield
    finally:
        _called_here.reset(before)


def customer_word() -> CustomerWord:
    """What they are called now."""
    return _called_here.get() or _called[0]


@lru_cache(maxsize=4096)
def fill(message: str, word: CustomerWord, *, in_english: bool) -> str:
    """The message with the word in its places; what else is in braces stays."""
    return _PLACE.sub(lambda place: _form(place[1], word, in_english=in_english), message)


def _form(name: str, word: CustomerWord, *, in_english: bool) -> str:
    form = name[0].lower() + name[1:]
    said = word.many if form.startswith("customers") else word.one
    if in_english and form == "a_customer":
        said = f"{_article(said)} {said}"
    if in_english and form.endswith("_s"):
        said += "’" if form == "customers_s" and said.endswith("s") else "’s"
    return said if name == form else said[0].upper() + said[1:]


def _article(word: str) -> str:
    is_vowel = re.match(_SOUNDS_LIKE_A_VOWEL, word) and not re.match(_SOUNDS_LIKE_NONE, word)
    return "an" if is_vowel else "a"


def plural_of(word: str) -> str:
    """What several are most likely called in English: a suggestion that can be changed."""
    behind = re.search(_BEHIND_THE_NOUN, word)  # "guests of honour"
    end = behind.start() if behind else len(word)
    return f"{_plural_of_one(word[:end])}{word[end:]}"


def _plural_of_one(word: str) -> str:
    small = word.lower()
    for one, many in _IRREGULAR.items():
        if small.endswith(one):
            return word[: len(word) - len(one) + 1] + many[1:]
    if re.search(r"[^aeiou]y$", small):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(s|x|z|ch|sh)$", small) else f"{word}s"


def looks_like_several(word: str) -> bool:
    """Whether an English word ends as a plural does: "readers", but not "boss" or "bus"."""
    return bool(re.search(r"(?i)[^aious]s$", word))


def as_inside_a_sentence(word: str) -> str:
    """A word as it stands inside a sentence: "Patient" begins small, "VIP" and "Old Boy" do not."""
    if word.isupper() and len(word) > _MOST_SHORT:
        return word.lower()
    first, rest = word[:1], word[1:]
    return first.lower() + rest if rest == rest.lower() and len(word) > 1 else word
