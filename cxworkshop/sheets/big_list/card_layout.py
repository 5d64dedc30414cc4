"""Where the parts of a card are: code, group, words, and the code for a camera."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxworkshop.sheets.layout.density import set_text
from cxworkshop.sheets.paper import MM
from cxworkshop.sheets.typesetting.fonts import HEAVY
from cxworkshop.sheets.typesetting.text import Style, TextBlock

SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.5, 13.0, 11.5, 10.5, 10.0)  # points
# Points: the largest size of a low card, and per millimetre of the height of a high one.
_USUAL, _LARGEST = 20.0, 0.32
RING = 4.6  # mm, the radius of the ring around a group's letter
_FLAT = 2.2  # a card that many times wider than high has its code beside the text
_CODE_COLUMN, _CODE_SHARE = 25.0, 0.26  # mm beside the text at most, and of a card's width
BETWEEN = 2.0
_QUIET = 1.5  # mm that stay white around the code for a camera


@dataclass(frozen=True)
class CardLayout:
    """How a card of this size is laid out, in millimetres from its top left corner.

    `matrix` is the side of the code for a camera, 0 for none.
    """

    width: float
    height: float
    matrix: float = 0.0

    @property
    def pad(self) -> float:
        """Margin inside the card."""
        return min(5.0, self.height * 0.08)

    @property
    def flat(self) -> bool:
        """Whether the code is beside the text, not above it."""
        return self.width > _FLAT * self.height

    @property
    def left(self) -> float:
        """Left edge of the text."""
        return self.pad + (self.code_column if self.flat else 0.0)

    @property
    def code_column(self) -> float:
        """Width of the code beside the text, with the gap between them."""
        return min(_CODE_COLUMN, self.width * _CODE_SHARE)

    @property
    def room(self) -> float:
        """Width of the text."""
        return self.width - self.pad - self.left

    @property
    def sizes(self) -> list[float]:
        """Sizes to try for the text, in points, largest first."""
        return [size for size in SIZES if size <= max(self.height * _LARGEST, _USUAL)]

    @property
    def matrix_at(self) -> tuple[float, float]:
        """Where the code for a camera is: at the right on top, or below the code of a flat card."""
        if self.flat:
            return self.pad, self.height - self.pad - self.matrix
        return self.width - self.pad - self.matrix, self.pad

    @property
    def ring_at(self) -> tuple[float, float]:
        """The middle of the group's ring, clear of the code for a camera."""
        beside = self.matrix + _QUIET if self.matrix else 0.0
        if self.flat:
            return self.pad + beside + RING, self.height - self.pad - RING
        return self.width - self.pad - beside - RING, self.pad + RING

    def code(self, words: str) -> TextBlock:
        """The code as large as it fits, to be read across a room."""
        size = min(42.0, self.height * (1.0 if self.flat else 0.66))
        width = (self.code_column if self.flat else self.room - 4 * RING) - BETWEEN
        if self.matrix and not self.flat:
            width -= self.matrix + _QUIET
        style = Style(face=HEAVY, size=size, leading=size * 0.86)
        block = set_text(words, style, self.width * 9)
        smaller = min(1.0, width * MM / block.widest)
        return set_text(words, resized(style, size * smaller), self.width * 9)


def resized(style: Style, size: float) -> Style:
    return replace(style, size=size, leading=size * 0.86)
