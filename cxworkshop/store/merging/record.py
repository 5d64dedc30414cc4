"""What a workshop remembers of a merge, so that the next one knows what was taken already.

It stands in the table of files that were read, where the hash of another file would stand, for a
merge reads a file too. It goes when the merge is undone. It holds nobody's words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

_MARK = "merge "
_AT_MOST = 1_000  # parts or sessions in one row: a text has 100,000 characters at the most


class Decided(NamedTuple):
    """Who wrote a part of a row, and the number of the merge that says so."""

    version: tuple[int, str]
    at: int


Part = tuple[tuple[str, str], str, tuple[int, str]]  # row, name of the part, who wrote it


@dataclass(frozen=True)
class MergeRecord:
    """The commits that came with a merge, their days, and who wrote the parts of merged rows.

    `same` are pairs of ids of one thing, and `imports` the commits of both that imported a file or
    began a round. `reworded` are rows that have another name than at first, with its hash.
    """

    seen: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[str, Sequence[tuple[int, str]]] = field(default_factory=dict)
    parts: Sequence[Part] = ()
    same: Sequence[tuple[str, str]] = ()
    imports: Sequence[tuple[int, str]] = ()
    reworded: Sequence[tuple[str, str]] = ()


def write_record(record: MergeRecord) -> Iterator[str]:
    """The texts for it, of which there is always one."""
    sessions = sorted(record.seen)
    lists = {"same": record.same, "imports": record.imports, "reworded": record.reworded}
    longest = max(map(len, (sessions, record.parts, *lists.values())))
    for start in range(0, max(1, longest), _AT_MOST):
        now = slice(start, start + _AT_MOST)
        found = {
            "seen": {by: record.seen[by] for by in sessions[now]},
            "days": {by: record.days[by] for by in sessions[now] if by in record.days},
            "parts": record.parts[now],
            **{name: some[now] for name, some in lists.items() if some[now]},
        }
        yield _MARK + json.dumps(found, separators=(",", ":"), ensure_ascii=False)


def is_record(sha256: str) -> bool:
    """Whether a file that was read was another laptop's workshop."""
    return sha256.startswith(_MARK)


def read_record(text: str) -> MergeRecord | None:
    """The record in a text; None for a hash, and for what is not ours."""
    if not is_record(text):
        return None
    try:
        found: Any = json.loads(text.removeprefix(_MARK))
        return MergeRecord(
            seen={str(by): int(seq) for by, seq in found["seen"].items()},
            days={
                str(by): [(int(seq), str(day)) for seq, day in days]
                for by, days in found["days"].items()
            },
            parts=[
                ((str(key[0]), str(key[1])), str(unit), (int(version[0]), str(version[1])))
                for key, unit, version in found["parts"]
            ],
            same=[(str(one), str(other)) for one, other in found.get("same", ())],
            imports=[(int(seq), str(by)) for seq, by in found.get("imports", ())],
            reworded=[(str(row), str(name)) for row, name in found.get("reworded", ())],
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None
