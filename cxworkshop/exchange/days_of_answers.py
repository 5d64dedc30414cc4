"""Choose the column that says on which day customers answered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cxworkshop.exchange.column_kinds import ColumnKind, TableColumn
from cxworkshop.exchange.table import Table
from cxworkshop.exchange.titles import plain

_SOME = 200  # rows
_DAY = re.compile(
    r"\b(?:date|datum|day|started|submitted|created|fecha|dato|time|timestamp|zeit\w*|at)\b"
)
_LATER_DAY = re.compile(
    r"\b(?:repl\w+|respon\w+|answered|updated|modified|closed|antwort\w*|export\w*|due|resolved"
    r"|birth\w*|geburts\w*|naissance|nacimiento|expir\w*)\b"
)


def day_of_answers(table: Table, guessed: Sequence[TableColumn]) -> int | None:
    """The day of the answers: not of replies, and not the same in all rows if another differs."""
    dates = [column for column in guessed if column.kind is ColumnKind.DATE]
    first = [c for c in dates if not _LATER_DAY.search(plain(c.title))] or dates
    named = [column for column in first if _DAY.search(plain(column.title))] or first
    differ = [c for c in named if len(set(table.column_begins(c.number, _SOME))) > 1] or named
    return next((column.number for column in differ), None)
