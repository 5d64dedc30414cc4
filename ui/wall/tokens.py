"""Colours and text of the Wall: contrast is at least 7:1, and no text is below the back-row size.

Lengths are in units: forty of them are the back-row size, so that a Wall of the usual back-row size
is 1080 units high whatever its resolution.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ui.theme.tokens import DARK, LIGHT, SANS, SERIF

SMALLEST = 40  # units: the back-row size (R11)
USUAL_PART = 27  # a back row reads a twenty-seventh of the height, unless it says otherwise

BRIGHT_ROOM = LIGHT._replace(
    canvas="#FFFFFF", accent="#08575E", grey="#434C54", edge="#6B757D",
    amber="#734400", red="#9A2118",
)  # fmt: skip
DARK_ROOM = DARK._replace(
    canvas="#12171A", panel="#12171A", grey="#B6C0C6", tint="#15282B", ghost="#5C6A73"
)


@dataclass(frozen=True)
class WallStyle:
    """Size and distance of lines in units, weight, family, and the token of its colour."""

    px: int
    line: int
    weight: int = 400
    family: str = SANS
    ink: str = "ink"

    def in_ink(self, ink: str) -> WallStyle:
        """The same in another colour."""
        return replace(self, ink=ink)


TITLE = WallStyle(60, 80, 800)
FACT = WallStyle(42, 56, ink="grey")
BODY = WallStyle(42, 56)
STRONG = WallStyle(42, 56, 600)
LABEL = WallStyle(42, 56, 600, ink="accent")
SMALL = WallStyle(40, 52, ink="grey")
TAG = WallStyle(40, 52, 800)
ROW = WallStyle(52, 64, 600)
PASSED = WallStyle(52, 64, ink="grey")
HEADING = WallStyle(56, 72, 800)
SLOT = WallStyle(58, 70, 800)
SLOT_SMALL = WallStyle(48, 62, 800)
TIMER = WallStyle(84, 100, 800)
COUNT = WallStyle(76, 88, 800, ink="accent")
HUGE = WallStyle(150, 150, 800, ink="accent")
PROMISE = WallStyle(76, 96, 800)
PROMISE_LONG = WallStyle(60, 76, 800)
QUESTION = WallStyle(70, 94, 800)
QUESTION_LARGE = WallStyle(130, 164, 800)
QUESTION_MIDDLE = WallStyle(96, 124, 800)
ANSWER = WallStyle(54, 70)
LICENCE = WallStyle(48, 62, 600)
LEAD = WallStyle(68, 84, 800)
SAID = WallStyle(50, 64, family=SERIF)
SAID_SMALL = WallStyle(48, 62, family=SERIF)
SAID_MIDDLE = WallStyle(60, 76, family=SERIF)
SAID_LARGE = WallStyle(84, 104, family=SERIF)
POSTER_SAID = WallStyle(84, 106, family=SERIF)
POSTER_SAID_LONG = WallStyle(64, 80, family=SERIF)
POSTER_OURS = WallStyle(76, 96, 800)
POSTER_OURS_LONG = WallStyle(64, 80, 800)
