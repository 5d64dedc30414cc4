"""What was chosen for the files of a workshop, on this laptop: for next month's export.

The tables of a workshop's file have no column for it, and their format stays as it is.
"""

from __future__ import annotations

import json

from PySide6.QtCore import QSettings

from cxworkshop.exchange.recipe import ImportRecipe

MOST = 12  # kinds of files that are remembered for a workshop


def recipes_of(identity: str) -> list[ImportRecipe]:
    """The recipes for a workshop, the latest first."""
    return [found for text in _texts(identity) if (found := ImportRecipe.from_text(text))]


def keep_recipe(identity: str, recipe: ImportRecipe) -> None:
    """Remember what was chosen; it takes the place of what was chosen for the same titles."""
    others = [one for one in recipes_of(identity) if one.titles != recipe.titles]
    texts = [one.to_text() for one in (recipe, *others)]
    QSettings().setValue(_key(identity), json.dumps(texts[:MOST]))


def _texts(identity: str) -> list[str]:
    try:
        found = json.loads(str(QSettings().value(_key(identity), "[]")))
    except ValueError:
        return []
    return [*map(str, found)] if isinstance(found, list) else []


def _key(identity: str) -> str:
    return f"imports/{identity}"
