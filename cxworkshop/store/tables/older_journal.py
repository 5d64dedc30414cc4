"""What the journal of formats 1 and 2 tells of their rows."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

Values = dict[str, Any]
Tables = dict[str, list[Values]]
Key = tuple[str, str]  # a table and an id


@dataclass
class OlderJournal:
    """What the journal of an older format tells: on which day a row was new, and what it was."""

    new_on: dict[Key, str] = field(default_factory=dict)
    before_round: dict[tuple[str, str], Values] = field(default_factory=dict)

    @classmethod
    def read(cls, tables: Tables) -> OlderJournal:
        """Read the edits that were not undone; `before_round` is keyed by round and pick."""
        found = cls()
        notes: defaultdict[str, list[Values]] = defaultdict(list)
        for note in tables["edit_row"]:
            notes[note["edit"]].append(note)
        for edit in sorted(tables["edit"], key=itemgetter("id")):
            if edit["state"] == 0:
                found._take(edit["day"], notes[edit["id"]])
        return found

    def _take(self, day: str, notes: list[Values]) -> None:
        new = [note for note in notes if note["other"] is None]
        for note in new:
            self.new_on.setdefault((note["tbl"], note["row"]), day)
        for begun in (note["row"] for note in new if note["tbl"] == "round"):
            for note in notes:
                if note["tbl"] == "pick" and note["other"] is not None:
                    self.before_round.setdefault((begun, note["row"]), json.loads(note["other"]))
