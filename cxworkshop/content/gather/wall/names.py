"""R7 on the Wall: words that may name somebody wait on the Desk until a person has looked."""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.content.values.wall import HeldWords, NameChoice, NameChoices
from cxworkshop.suggest.names import NameKind, covered, likely


class NameGuard:
    """Lets words through, or holds them back; `held` are those that nobody has decided about."""

    def __init__(self, customers: Iterable[str], choices: NameChoices) -> None:
        self._customers, self._choices = tuple(customers), choices
        self._held: dict[str, HeldWords] = {}

    @property
    def held(self) -> tuple[HeldWords, ...]:
        """What a person is to look at, each once."""
        return tuple(self._held.values())

    def said(self, words: str, code: object = "") -> str:
        """A customer's words; "" while they are held back."""
        return self._let_through(words, str(code), (*NameKind,))

    def ours(self, words: str, code: object = "") -> str:
        """Our own words: only a customer's name is looked for, and covered until it is decided."""
        let = self._let_through(words, str(code), (NameKind.CUSTOMER,))
        return let or covered(words, self._names(words, (NameKind.CUSTOMER,)))

    def _let_through(self, words: str, code: str, kinds: tuple[NameKind, ...]) -> str:
        names = self._names(words, kinds)
        choice = self._choices.get(words)
        if not names or choice is NameChoice.SHOW:
            return words
        if choice is NameChoice.COVER:
            return covered(words, names)
        if choice is None:
            self._held.setdefault(words, HeldWords(code, words, names))
        return ""

    def _names(self, words: str, kinds: tuple[NameKind, ...]) -> tuple[str, ...]:
        found = likely(words, self._customers)
        return tuple(one.words for one in found if one.sort in kinds)
