"""What a person looks at before it goes on paper: likely names, and characters without a letter.

Works on the values of a print alone, so that it can be done while people go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from cxworkshop.i18n import _
from cxworkshop.sheets.job import PrintJob
from cxworkshop.suggest.names import likely_names

MOST_SHOWN = 30  # characters
# Who said it is as far as paper may tell, or was asked for; the team knows its own name.
_NOT_SAID = frozenset({"said_by", "team", "language"})


@dataclass(frozen=True)
class Preflight:
    """`names` may name somebody inside what was said (R7); `boxes` are drawn as empty boxes.

    `fonts` are files that may be added, and have such letters.
    """

    names: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """All of it as sentences."""
        told = []
        if self.names:
            text = _("Before it goes on paper, look at what may be somebody’s name: {names}")
            told.append(text.format(names="; ".join(self.names)))
        if self.boxes:
            text = _("These characters have no letter in our fonts: {characters}")
            more = " …" if len(self.boxes) > MOST_SHOWN else ""
            told.append(text.format(characters=" ".join(self.boxes[:MOST_SHOWN]) + more))
        if self.fonts:
            text = _("Fonts for them can be added: put {files} into the folder {folder}.")
            told.append(text.format(files=", ".join(self.fonts), folder=_folder()))
        return tuple(told)


def preflight(jobs: Sequence[PrintJob], known: Iterable[str] = ()) -> Preflight:
    """Look through all words of these sheets; `known` are names that customers gave us."""
    from cxworkshop.sheets.typesetting.fonts import rescan

    known = tuple(known)
    quoted = [job.values for job in jobs if job.sheet.quotes]
    said = dict.fromkeys(words(quoted, without=_NOT_SAID))
    found = (name for text in said for name in likely_names(text, known))
    names = dict.fromkeys(" ".join(name.split()) for name in found)  # it may break over lines
    boxes = _boxes(jobs)
    if boxes:  # somebody may have added fonts since we looked
        rescan()
        boxes = _boxes(jobs)
    return Preflight(tuple(names), boxes, _fonts(jobs) if boxes else ())


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


def _folder() -> str:
    from cxworkshop.sheets.typesetting.fonts import own_folder

    return str(own_folder())


def _fonts(jobs: Sequence[PrintJob]) -> tuple[str, ...]:
    from cxworkshop.sheets.typesetting.text import missing_fonts

    texts = {(job.language, text) for job in jobs for text in words([job.team, job.values])}
    return tuple(sorted(set().union(*(missing_fonts(text, lang) for lang, text in texts))))


def _boxes(jobs: Sequence[PrintJob]) -> tuple[str, ...]:
    from cxworkshop.sheets.typesetting.text import uncovered

    texts = dict.fromkeys(words([(job.team, job.values) for job in jobs]))
    found = dict.fromkeys(char for text in texts for char in sorted(uncovered(text)))
    return tuple(found)
