"""What a person chose for a table, kept for next month's export of the same kind."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cxworkshop.blake2 import blake2b
from cxworkshop.exchange.choosing import ColumnChoices, ImportChoices
from cxworkshop.exchange.roles import ColumnRole, Roles
from cxworkshop.exchange.table import MAX_HEADER_ROWS, Table
from cxworkshop.textual import fold

Name = tuple[str, int]  # a folded title, and which of the columns with it


@dataclass(frozen=True)
class ImportRecipe:
    """The role of each title, and how the table is read; None where that was not chosen."""

    titles: tuple[str, ...]
    roles: Roles
    header: int
    skipped: int
    encoding: str | None = None
    delimiter: str | None = None

    @classmethod
    def of(cls, table: Table, chosen: ColumnChoices, wanted: ImportChoices) -> ImportRecipe:
        """What was chosen, and guessed right, for this table."""
        return cls(
            table.titles,
            chosen.roles,
            table.header_rows,
            table.skipped,
            wanted.encoding,
            wanted.delimiter,
        )

    @property
    def reads_anew(self) -> bool:
        """Whether it says how a text is read."""
        return self.encoding is not None or self.delimiter is not None

    def headed(self, table: Table) -> Table:
        """The table with the header where it was."""
        return table.headed(self.skipped, self.header)

    def roles_in(self, table: Table, guessed: Roles) -> Roles | None:
        """The roles of a table's columns; None if something that was taken is not there.

        A column that is new keeps the role that was guessed.
        """
        known = dict(zip(_names(self.titles), self.roles, strict=True))
        there = _names(table.titles)
        missing = known.keys() - set(there)
        if any(known[name].is_taken for name in missing):
            return None
        if not any(self.titles) and len(there) != len(known):
            return None  # without titles, only a table of the same width is alike
        given = {role for name, role in known.items() if role.is_alone and name in there}
        fresh = [ColumnRole.LEAVE_OUT if role in given else role for role in guessed]
        return tuple(known.get(name, role) for name, role in zip(there, fresh, strict=True))

    @property
    def name(self) -> str:
        """What the titles are known by, in this order."""
        text = json.dumps(self.titles, ensure_ascii=False)
        return blake2b(text.encode(), digest_size=12).hexdigest()

    def to_text(self) -> str:
        """The recipe as JSON."""
        return json.dumps([*self._parts()], ensure_ascii=False)

    def _parts(self) -> tuple[object, ...]:
        roles = [role.name for role in self.roles]
        return self.titles, roles, self.header, self.skipped, self.encoding, self.delimiter

    @classmethod
    def from_text(cls, text: str) -> ImportRecipe | None:
        """The recipe in such a text; None for any other text."""
        try:
            titles, roles, header, skipped, encoding, delimiter = json.loads(text)
            found = cls(
                tuple(map(str, titles)),
                tuple(ColumnRole[name] for name in roles),
                max(0, min(int(header), MAX_HEADER_ROWS)),
                max(0, int(skipped)),
                None if encoding is None else str(encoding),
                None if delimiter is None else str(delimiter),
            )
        except (ValueError, TypeError, KeyError):
            return None
        return found if len(found.titles) == len(found.roles) else None


def _names(titles: Sequence[str]) -> list[Name]:
    seen: Counter[str] = Counter()
    names = []
    for title in map(fold, titles):
        seen[title] += 1
        names.append((title, seen[title]))
    return names
