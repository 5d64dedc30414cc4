"""Half-typed words belong to the improvement that they were typed for, and outlive a page."""

from __future__ import annotations

import json
from collections.abc import Callable

Typed = dict[str, str]


class Drafts:
    """What is half typed for each improvement; `take` reads the fields, `put` fills them."""

    def __init__(self, take: Callable[[], Typed], put: Callable[[Typed], object]) -> None:
        self._take, self._put = take, put
        self._kept: dict[str, Typed] = {}
        self._here = ""

    def turn_to(self, pick: str) -> None:
        """Another improvement is shown: keep what stands in the fields, and bring back its own."""
        if pick == self._here:
            return
        self._keep()
        self._here = pick
        self._put(self._kept.get(pick, {}))

    def as_text(self) -> str:
        """All that is half typed; "" for nothing."""
        self._keep()
        full = {pick: typed for pick, typed in self._kept.items() if any(typed.values())}
        return json.dumps({"here": self._here, "typed": full}) if full else ""

    def read(self, text: str) -> str:
        """Take back what `as_text` gave; returns the improvement that was looked at."""
        was = json.loads(text)
        self._kept, self._here = was["typed"], was["here"]
        self._put(self._kept.get(self._here, {}))
        return self._here

    def _keep(self) -> None:
        if self._here:
            self._kept[self._here] = self._take()
