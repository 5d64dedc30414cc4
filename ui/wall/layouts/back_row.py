"""The back-row test: the one page of the Wall that may go below the back-row size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxworkshop.i18n import _
from ui.wall.pages import TOP, WallFrame, heading
from ui.wall.scene import WallBlock, WallPage, stack, text, together, width_of
from ui.wall.shapes import upright_rule
from ui.wall.tokens import HEADING, WallStyle

OF = 1080  # the height that the sizes of the lines are parts of
LINES = (116, 96, 80, 66, 55, 47, 40, 33, 27, 22)  # from large to small
USUAL = 40  # of them: the smallest text of the Wall until the back row was asked
NUMBER = WallStyle(USUAL, USUAL, 800, ink="accent")
WORD = WallStyle(USUAL, USUAL, 600)
ADVICE = WallStyle(48, 64)
GAP = 40


def back_row(words: Sequence[str], frame: WallFrame) -> WallPage:
    """Ever smaller lines, each a number and a word of its size, and what the room is to do.

    The frame is that of a Wall whose back row reads the usual size.
    """
    head = heading(frame, _("Back row: which is the last word you can read?"))
    top, placed = head.height + 30, [(head, 0.0, 0.0)]
    room = frame.height - TOP / 2 - top
    high = sum(1.3 * size for size in LINES)
    gap = (room - high) / (len(LINES) - 1)  # the same between all of them
    numbers = max(width_of("1", _sized(NUMBER, LINES[0])), width_of("10", _sized(NUMBER, USUAL)))
    y = top
    widest = 0.0
    for number, (word, size) in enumerate(zip(words, LINES, strict=False), 1):
        line, wide = _line(number, word, size, numbers)
        widest = max(widest, wide)
        placed.append((line, frame.left, y))
        y += 1.3 * size + min(gap, GAP / 2)
    x = frame.left + max(widest + GAP, frame.column * 0.52)
    advice = _advice(frame.left + frame.column - x - GAP)
    if advice is not None and top + advice.height <= frame.height:
        placed += [(upright_rule(room), x, top), (advice, x + GAP, top)]
    return frame.page(*placed)


def _sized(style: WallStyle, size: float) -> WallStyle:
    return replace(style, px=round(size), line=round(1.3 * size))


def _line(number: int, word: str, size: int, numbers: float) -> tuple[WallBlock, float]:
    """The line, and where it ends; numbers end at the same place, words begin there."""
    digits, letters = _sized(NUMBER, size), _sized(WORD, size)
    wide = width_of(str(number), digits), width_of(word, letters)
    line = together(
        (text(str(number), digits, wide[0]), numbers - wide[0], 0),
        (text(word, letters, wide[1]), numbers + GAP, 0),
    )
    return line, numbers + GAP + wide[1]


def _advice(width: float) -> WallBlock | None:
    """What the room is to do; None where there is no room for it."""
    if width < 300:
        return None
    grey = ADVICE.in_ink("grey")
    return stack(
        (
            text(_("Say the word aloud, not its number."), HEADING, width),
            text(_("Stay in your seat. Nobody is being tested: the Wall is."), ADVICE, width),
            text(_("From then on, nothing on the Wall is smaller than that line."), grey, width),
            text(_("Without an answer, line 7 is the smallest."), grey, width),
        ),
        GAP,
    )
