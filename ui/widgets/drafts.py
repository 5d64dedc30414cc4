"""Half-typed words, kept for each improvement, also while its page is laid out again."""

from __future__ import annotations

import json
from collections.abc import Callable

Typed = dict[str, str]


class Drafts:
    """Drafts by improvement; `take` reads the fields of a page, `put` fills them."""

    def __init__(self, take: Callable[[], Typed], put: Callable[[Typed], object]) -> None:
        self._take, self._put = take, put
        self._kept: dict[str, Typed] = {}
        self._here = ""

    def turn_to(self, pick: str) -> None:
        """Keep what is in the fields, and fill them with the draft of another improvement."""
        if pick == self._here:
            return
        self._keep()
        self._here = pick
        self._put(self._kept.get(pick, {}))

    def as_text(self) -> str:
        """Serialize all drafts; "" if there are none."""
        self._keep()
        full = {pick: typed for pick, typed in self._kept.items() if any(typed.values())}
        return json.dumps({"here": self._here, "typed": full}) if full else ""

    def read(self, text: str) -> str:
        """Restore drafts from `as_text`; return the improvement that was open."""
        was = json.loads(text)
        self._kept, self._here = was["typed"], was["here"]
        self._put(self._kept.get(self._here, {}))
        return self._here

    def _keep(self) -> None:
        if self._here:
            self._kept[self._here] = self._take()
