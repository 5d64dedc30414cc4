"""A canvas that draws text as outlines, for pages that are pictures with an alternative text.

A tile of a large poster may show half a word, which a search must not find.
"""

from __future__ import annotations

from cxworkshop.compat import override
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.paper import MM
from cxworkshop.sheets.typesetting.outlines import shapes
from cxworkshop.sheets.typesetting.text import TextBlock


class OutlinedCanvas(PageCanvas):
    """Draws on the same page, with text that is visible but not extracted."""

    def __init__(self, canvas: PageCanvas) -> None:
        super().__init__(canvas._canvas, canvas.paper, canvas._tags, canvas._bookmark)

    @override
    def words(self, lines: TextBlock, left: float, top: float) -> None:
        size = lines.style.size
        with self._pen(0, lines.style.color):
            for line, x, y in lines._spots(left * MM, self._y(top)):
                for begin, run in line.pieces:
                    self._canvas._code += shapes(run, size, x + begin * size, y)

    @override
    def bookmark(self, title: str, top: float) -> None:
        """Ignore bookmarks: a picture has none."""
