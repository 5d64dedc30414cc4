"""Our text as a part of one of reportlab's stories, beside its own Paragraph."""

from __future__ import annotations

from reportlab.platypus import Flowable

from cxworkshop.sheets.typesetting.text import Style, TextBlock, lines
from tests.benchmarks.cases.text import LEADING, SIZE

STYLE = Style(size=SIZE, leading=LEADING)


class TextFlowable(Flowable):
    """Laid out when it is first wrapped, and cut at the end of a page."""

    def __init__(self, text: str, laid: TextBlock | None = None) -> None:
        super().__init__()
        self.text, self.laid = text, laid

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.laid = self.laid or lines(self.text, STYLE, width)
        return width, self.laid.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        count = self.laid.fitting(height)
        parts = self.laid.cut(count) if count else ()
        return [TextFlowable(self.text, part) for part in parts if part.lines]

    def draw(self) -> None:
        self.laid.draw(self.canv, 0, self.laid.height)
