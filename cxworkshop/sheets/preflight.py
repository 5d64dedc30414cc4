"""Check a print before it goes on paper: likely names, and characters that no font has.

Works on gathered content alone, so it can run while people go on working.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from cxworkshop.i18n import _
from cxworkshop.model import Row
from cxworkshop.queries.texts import FIELDS
from cxworkshop.sheets.job import PrintJob
from cxworkshop.suggest.names import likely_names

MOST_SHOWN = 30  # characters
PACK_NAME = "cxworkshop-east-asia.cxwfonts"  # as packaging/build_fonts.py calls it
# Our own people, who are meant to stand there.
_OURS = frozenset({"owner", "helpers", "who", "doers", "giver", "remover", "asker", "deciders"})
# Other fields that are no quotes: the first two are names only where names were turned on.
_NOT_QUOTED = _OURS | {"said_by", "customer_name", "team", "language"}


@dataclass(frozen=True)
class Preflight:
    """What a person should look at before printing.

    `names` may name somebody inside a quote (R7); `boxes` are characters that would be printed as
    empty boxes, and `fonts` are font files that have them and can be added.
    """

    names: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """All of it as sentences."""
        notes = []
        if self.names:
            text = _("Before it goes on paper, look at what may be somebody’s name: {names}")
            notes.append(text.format(names="; ".join(self.names)))
        if self.boxes:
            text = _("These characters have no letter in our fonts: {characters}")
            more = " …" if len(self.boxes) > MOST_SHOWN else ""
            notes.append(text.format(characters=" ".join(self.boxes[:MOST_SHOWN]) + more))
        if self.fonts:
            text = _(
                "Fonts for them come in a file, {pack}, from where you have CX Workshop. Bring it "
                "here on a stick and open it; no network is needed."
            )
            notes.append(text.format(pack=PACK_NAME))
        return tuple(notes)


def preflight(jobs: Sequence[PrintJob], known: Iterable[str] = ()) -> Preflight:
    """Check all texts of these sheets; `known` are names that customers gave us."""
    from cxworkshop.sheets.typesetting.fonts import rescan

    known = tuple(known)
    quoted = [job.content for job in jobs if job.sheet.quotes]
    quotes = dict.fromkeys(texts_in(quoted, without=_NOT_QUOTED))
    found = (name for text in quotes for name in likely_names(text, known))
    names = dict.fromkeys(" ".join(name.split()) for name in found)  # may span several lines
    boxes = _boxes(jobs)
    if boxes:  # somebody may have added fonts since the last scan
        rescan()
        boxes = _boxes(jobs)
    return Preflight(tuple(names), boxes, _fonts(jobs) if boxes else ())


def texts_in(content: Any, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield every text in the content, however deep, except fields with these names."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        yield from texts_in(tuple(content.values()), without)
    elif isinstance(content, Iterable):
        for part in content:
            yield from texts_in(part, without)
    elif is_dataclass(content):
        for name in _field_names(content):
            if name not in without:
                yield from texts_in(getattr(content, name), without)


def _field_names(content: Any) -> tuple[str, ...]:
    """All fields; of a row only those that people type, not its ids."""
    if isinstance(content, Row):
        return FIELDS.get(type(content), ())
    return tuple(field.name for field in fields(content))


def _fonts(jobs: Sequence[PrintJob]) -> tuple[str, ...]:
    from cxworkshop.sheets.typesetting.text import missing_fonts

    texts = {(job.language, text) for job in jobs for text in texts_in([job.team, job.content])}
    return tuple(sorted(set().union(*(missing_fonts(text, lang) for lang, text in texts))))


def _boxes(jobs: Sequence[PrintJob]) -> tuple[str, ...]:
    from cxworkshop.sheets.typesetting.text import uncovered

    texts = dict.fromkeys(texts_in([(job.team, job.content) for job in jobs]))
    found = dict.fromkeys(char for text in texts for char in sorted(uncovered(text)))
    return tuple(found)
