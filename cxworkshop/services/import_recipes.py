"""What was chosen for the files of a workshop, on this laptop: for next month's export.

Window and commands share it. The tables of a workshop's file have no column for it, and their
format stays as it is. Titles of columns are kept, and nobody's answers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cxworkshop import paths, private_files
from cxworkshop.exchange.recipe import ImportRecipe

MOST = 12  # kinds of files that are remembered for a workshop


def recipes_of(identity: str) -> list[ImportRecipe]:
    """The recipes for a workshop, the latest first."""
    return [found for text in _texts(identity) if (found := ImportRecipe.from_text(text))]


def keep_recipe(identity: str, recipe: ImportRecipe) -> None:
    """Remember what was chosen; it takes the place of what was chosen for the same titles.

    What can't be written is not remembered: the import itself is done.
    """
    others = [one for one in recipes_of(identity) if one.titles != recipe.titles]
    texts = [one.to_text() for one in (recipe, *others)]
    with suppress(OSError):
        private_files.write(_path(identity), json.dumps(texts[:MOST]).encode())


def _texts(identity: str) -> Sequence[str]:
    try:
        found = private_files.read_json(_path(identity))
    except (OSError, ValueError):
        return []
    return [*map(str, found)] if isinstance(found, list) else []


def _path(identity: str) -> Path:
    return paths.data_folder() / "imports" / f"{re.sub(r'[^0-9A-Za-z-]', '_', identity)}.json"
