"""Paper: its sizes and margins in millimetres, and its colours. Imports no library."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.errors import BadWords, quoted
from cxworkshop.i18n import _, with_commas

MM = 72 / 25.4  # points in a millimetre

INK = "#1B1F23"
GREY = "#5F6870"
ACCENT = "#0A6C74"
EDGE = "#7F8A92"
HAIR = "#8B949B"  # three to one on white: seen, and lighter than any letter
GHOST = "#B9C3C8"
AMBER = "#8A5300"
TINT = "#EEF3F3"
WHITE = "#FFFFFF"

HEADER = 8.0  # mm from the top margin to the content
FOOTER = 6.4  # mm from the content to the bottom margin

_PUNCHED, _OTHER, _ENDS = 18.0, 16.0, 13.0  # margins in mm: left, right, top and bottom


@dataclass(frozen=True, slots=True)
class Paper:
    """One size of paper. The left margin leaves room for punched holes."""

    name: str
    width: float
    height: float
    left: float = _PUNCHED
    margin_right: float = _OTHER
    top: float = _ENDS
    margin_bottom: float = _ENDS

    @property
    def landscape(self) -> Paper:
        """The same sheet on its side; the punched holes are then at the top."""
        return Paper(
            self.name, self.height, self.width, left=_OTHER, top=_PUNCHED - 1, margin_bottom=_ENDS
        )

    @property
    def right(self) -> float:
        """Left edge of the right margin."""
        return self.width - self.margin_right

    @property
    def column(self) -> float:
        """Width of the content, between the margins."""
        return self.right - self.left

    @property
    def bottom(self) -> float:
        """Top edge of the bottom margin."""
        return self.height - self.margin_bottom

    @property
    def content_top(self) -> float:
        """Top edge of the content, below the running head."""
        return self.top + HEADER

    @property
    def room(self) -> float:
        """Height of the content, between the running head and the footer."""
        return self.bottom - FOOTER - self.content_top


A4 = Paper("A4", 210.0, 297.0)
LETTER = Paper("Letter", 215.9, 279.4)
A3 = Paper("A3", 297.0, 420.0)  # only for what is hung up, and large print
TABLOID = Paper("Tabloid", 279.4, 431.8)  # only for large print
PAPERS = {paper.name.casefold(): paper for paper in (A4, LETTER)}


def larger(paper: Paper) -> Paper:
    """The next larger paper: Tabloid for Letter, else A3."""
    return TABLOID if paper.name == LETTER.name else A3


def paper_called(name: str) -> Paper:
    """The paper with this name, in any case; raises BadWords for an unknown one."""
    found = PAPERS.get(name.strip().casefold())
    if found is None:
        known = with_commas(paper.name for paper in PAPERS.values())
        sentence = _("We don’t print on “{name}”. Choose one of these: {known}.")
        raise BadWords(sentence.format(name=quoted(name), known=known))
    return found
