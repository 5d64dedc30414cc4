"""How many lines words need, without laying them out: a long list is measured by it at once."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QFontMetricsF

from cxworkshop.kept_together import kept_together
from ui.theme.text_layout import TextLayout

# Letters and signs at which Qt breaks no line: only spaces count in such a text. A number or letter
# may come before it, as `text_layout.named` writes it.
PLAIN = re.compile(
    "(?:[0-9A-Z]+  )?[A-Za-zÀ-ÖØ-öø-ÿ0-9.,;:'’“”]+(?: [A-Za-zÀ-ÖØ-öø-ÿ0-9.,;:'’“”?!]+)*[?!”]*"
)
CLOSE = 1.0  # pixels: where a word fits this narrowly, Qt itself is asked
MOST_WORDS = 100_000  # remembered; a list of that many different ones starts anew


class LineCount:
    """Counts the lines of a `TextLayout` in one font.

    The widths of words are remembered, so a sentence costs a few additions. What it can't tell for
    certain, such as other scripts or words that are broken, is laid out.
    """

    def __init__(self, font: QFont, line: float) -> None:
        self._font, self._line = font, line
        self._metrics = QFontMetricsF(font)
        self._space = self._metrics.horizontalAdvance(" ")
        self._widths: dict[str, float] = {}

    def height(self, text: str, width: float) -> float:
        """The height that the text needs at this width, in pixels."""
        is_plain = PLAIN.fullmatch(text) and not kept_together(text)
        lines = self._count(text, width) if is_plain else 0
        if not lines:
            return TextLayout(text, self._font, self._line).height(width)
        return lines * self._line

    def _count(self, text: str, width: float) -> int:
        """The number of lines; 0 if it is not certain."""
        widths, space = self._widths, self._space
        lines, used = 1, -space
        for word in text.split(" "):
            wide = widths.get(word)
            if wide is None:
                wide = self._measure(word)
            end = used + space + wide
            if abs(end - width) < CLOSE or wide > width:
                return 0
            if end > width:
                lines, end = lines + 1, wide
            used = end
        return lines

    def _measure(self, word: str) -> float:
        if len(self._widths) > MOST_WORDS:
            self._widths.clear()
        wide = self._widths[word] = self._metrics.horizontalAdvance(word)
        return wide
