"""How high the lines to pick from are, found without laying out their text."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from cxworkshop.stops.pick import Candidate
from ui.stops.pick.candidate_words import LinePart, line_parts
from ui.theme.line_count import LineCount
from ui.theme.text_layout import TextLayout, upright
from ui.theme.theme import Theme

LEFT, RIGHT, IN_SLOT = 61, 12, 40  # pixels beside the words, at the right of a line in a slot more
ABOVE, BELOW, INSET, BETWEEN = 9, 10, 20, 1


class LineHeights:
    """The heights of lines in the text size that is set."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._counts: dict[tuple[str, int], tuple[QFont, LineCount]] = {}

    def of(self, candidate: Candidate, width: int, *, served: bool, full: bool) -> int:
        """The height of a line that is so wide, in pixels."""
        px = self._theme.px
        wide = width - px(LEFT) - px(IN_SLOT if candidate.slot else RIGHT)
        high = px(ABOVE) + px(BELOW)
        parts = line_parts(candidate, served=served, full=full)
        return round(high + sum(self.of_part(part, wide) + BETWEEN for part in parts))

    def of_part(self, part: LinePart, wide: float) -> float:
        """The height of one piece of a line, where so much is left for it and what is before it."""
        words, (font, count) = part.words, self._count(part.role)
        wide -= self._theme.px(INSET) if part.is_inset else code_width(part, self._theme)
        if not words.isascii() and upright(words, font) is not font:
            line = QFontMetricsF(upright(words, font)).height()
            layout = TextLayout(words, font, line)
            return line if part.is_elided else layout.height(wide)
        return count.height("" if part.is_elided else words, wide)

    def _count(self, role: str) -> tuple[QFont, LineCount]:
        key = role, self._theme.percent
        if key not in self._counts:
            font = self._theme.font(role)
            self._counts[key] = font, LineCount(font, QFontMetricsF(font).height())
        return self._counts[key]


def code_width(part: LinePart, theme: Theme) -> float:
    """What its code takes before the words, in pixels."""
    if not part.code:
        return 0.0
    return QFontMetricsF(theme.font("strong")).horizontalAdvance(part.code + "  ")
