"""The help of each stop: what it is for, what to do there, and what to try in the bakery.

Read once from resources/catalogue/help.toml, and translated at every call.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cxworkshop import paths
from cxworkshop.i18n import _


@dataclass(frozen=True, kw_only=True)
class HelpCard:
    """The help of one stop. Each of `steps` is a short sentence, and a word about it.

    `sentence` is for somebody who sees the loop for the first time; `try_this` is for a rehearsal.
    """

    key: str
    sentence: str
    about: str
    try_this: str
    steps: tuple[tuple[str, str], ...]


def help_cards() -> tuple[HelpCard, ...]:
    """One card for each of the eight stops, in their order."""
    return tuple(
        HelpCard(
            key=card["key"],
            sentence=_text(card, "sentence"),
            about=_text(card, "about"),
            try_this=_text(card, "try"),
            steps=tuple((_(what), _(more)) for what, more in card["steps"]),
        )
        for card in _cards()
    )


def _text(card: dict[str, Any], name: str) -> str:
    """A text of a card; its name is no message for translators."""
    return _(card[name])


@lru_cache(maxsize=1)
def _cards() -> list[dict[str, Any]]:
    with paths.resource("catalogue", "help.toml").open("rb") as file:
        cards: list[dict[str, Any]] = tomllib.load(file)["card"]
        return cards
