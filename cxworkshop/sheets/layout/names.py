"""Find customers' names in what is drawn on a page (R7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from re import Pattern

from cxworkshop.sheets.typesetting.text import TextBlock


class NameFinder:
    """Tells whether any text that was drawn on a page holds one of the `names`."""

    def __init__(self, names: Pattern[str] | None = None) -> None:
        self._names, self.found = names, False

    def look_at(self, words: TextBlock) -> None:
        """Look for the names in a text that is drawn."""
        if self._names and not self.found:
            self.found = bool(self._names.search(words.text))


def any_of(names: Sequence[str]) -> Pattern[str]:
    """Compile a pattern that finds any of these names in a text, as whole words."""
    listed = "|".join(re.escape(" ".join(name.split())) for name in names)
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)")
