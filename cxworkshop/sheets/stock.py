"""What can be put into the printer instead of plain paper: cards to tear, and labels."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.errors import BadWords, quoted
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.profiles import PROFILES, profile_called

MAX_OFFSET = 20.0  # millimetres; more is a typing error


@dataclass(frozen=True)
class Stock:
    """Cards or labels: their name on the command line, their title, and the paper they are on."""

    slug: str
    title: str
    paper: str


def stocks() -> tuple[Stock, ...]:
    """All cards and labels that we can print on."""
    return tuple(Stock(each.slug, each.title, each.paper.name) for each in PROFILES.values())


def stock_called(name: str) -> str:
    """Its slug, by slug or maker's code; "" stays plain paper. Raises BadWords if it is unknown."""
    found = profile_called(name)
    return found.slug if found else ""


def offset_of(text: str) -> tuple[float, float]:
    """Read "1.5,-2" as millimetres to the right and down; raises BadWords for anything else."""
    try:
        right, down = (float(part) for part in text.split(","))
    except ValueError:
        right = down = float("nan")
    if not (abs(right) <= MAX_OFFSET and abs(down) <= MAX_OFFSET):
        sentence = _("“{text}” is no offset. Write millimetres, like 1.5,-2; {most} is the most.")
        raise BadWords(sentence.format(text=quoted(text), most=f"{MAX_OFFSET:.0f}"))
    return right, down
