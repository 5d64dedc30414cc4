"""Words as shapes: for a picture of a page, whose words are said by the picture's own text.

A tile of a large poster shows half a word; nobody shall find that half when searching.
"""

from __future__ import annotations

from cxworkshop.compat import override
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.paper import MM
from cxworkshop.sheets.typesetting.outlines import shapes
from cxworkshop.sheets.typesetting.text import TextBlock


class OutlinedCanvas(PageCanvas):
    """The same pens on the same page; what they write can be seen, and not be read by a machine."""

    def __init__(self, canvas: PageCanvas) -> None:
        super().__init__(canvas._canvas, canvas.paper, canvas._tags, canvas._bookmark)

    @override
    def words(self, lines: TextBlock, left: float, top: float) -> None:
        """Each letter as its outline, filled."""
        size = lines.style.size
        with self._pen(0, lines.style.color):
            for line, x, y in lines._spots(left * MM, self._y(top)):
                for begin, run in line.pieces:
                    self._canvas._code += shapes(run, size, x + begin * size, y)

    @override
    def bookmark(self, title: str, top: float) -> None:
        """A picture has no places to go to."""
