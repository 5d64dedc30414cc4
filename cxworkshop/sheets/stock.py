"""What can be put into the printer instead of plain paper: cards to tear, and labels."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from cxworkshop.errors import BadWords
from cxworkshop.i18n import _

FARTHEST = 20.0  # millimetres that a printer may be off; more is a slip of the finger
_LABELS = "cxworkshop.sheets.layout.labels"


@dataclass(frozen=True)
class Stock:
    """Cards or labels: their name for the command line, their title, and the paper they are on."""

    slug: str
    title: str
    paper: str


def stocks() -> tuple[Stock, ...]:
    """All that we know; none while no sheet prints on cards or labels."""
    if find_spec(_LABELS) is None:
        return ()
    known = import_module(_LABELS).PROFILES.values()
    return tuple(Stock(one.slug, one.title, one.paper.name) for one in known)


def stock_called(name: str) -> str:
    """Its slug, whatever its capitals; "" stays plain paper. Raises BadWords for an unknown one."""
    wanted, known = name.strip().casefold(), [one.slug for one in stocks()]
    if wanted and wanted not in known:
        sentence = _("We know no cards or labels called “{name}”. Choose one of these: {known}.")
        raise BadWords(sentence.format(name=name, known=", ".join(known) or _("plain paper")))
    return wanted


def offset_of(text: str) -> tuple[float, float]:
    """ "1.5,-2" in millimetres; raises BadWords for what is no offset."""
    try:
        right, down = (float(part) for part in text.split(","))
    except ValueError:
        right = down = float("nan")
    if not (abs(right) <= FARTHEST and abs(down) <= FARTHEST):
        sentence = _("“{text}” is no offset. Write millimetres, like 1.5,-2; {most} is the most.")
        raise BadWords(sentence.format(text=text, most=f"{FARTHEST:.0f}"))
    return right, down
