"""What a person looks at before it goes on paper: likely names, and characters without a letter.

Works on the values of a print alone, so that it can be done while people go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from cxworkshop.sheets.job import Job
from cxworkshop.suggest.names import likely_names

# Who said it is as far as paper may tell, or was asked for; the team knows its own name.
_NOT_SAID = frozenset({"said_by", "team", "language"})


@dataclass(frozen=True)
class LookFirst:
    """`names` may name somebody inside what was said (R7); `boxes` are drawn as empty boxes."""

    names: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()


def look_first(jobs: Sequence[Job], known: Iterable[str] = ()) -> LookFirst:
    """Look through all words of these sheets; `known` are names that customers gave us."""
    known = tuple(known)
    quoted = [job.values for job in jobs if job.sheet.quotes]
    said = dict.fromkeys(words(quoted, without=_NOT_SAID))
    names = dict.fromkeys(name for text in said for name in likely_names(text, known))
    return LookFirst(tuple(names), _boxes(jobs))


def words(values: Any, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every text in these values, in their order; fields of these names are left out."""
    if isinstance(values, str):
        yield values
    elif isinstance(values, dict):
        yield from words(tuple(values.values()), without)
    elif isinstance(values, Iterable):
        for part in values:
            yield from words(part, without)
    elif is_dataclass(values):
        for field in fields(values):
            if field.name not in without:
                yield from words(getattr(values, field.name), without)


def _boxes(jobs: Sequence[Job]) -> tuple[str, ...]:
    from cxworkshop.sheets.text import uncovered

    texts = dict.fromkeys(words([(job.team, job.values) for job in jobs]))
    found = dict.fromkeys(char for text in texts for char in sorted(uncovered(text)))
    return tuple(found)
