"""The footer of a poster: thanks, what we ask next, and where to say it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import set_text
from cxworkshop.sheets.layout.figures import qr
from cxworkshop.sheets.paper import GREY, HAIR, MM, Paper
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock

# Millimetres on an A4 poster; larger ones are scaled.
_CODE = 26.0  # side of the QR code
_BESIDE_CODE = 8.0
_BELOW_RULE = 5.0
_LOGO = (60.0, 20.0)  # at the most


@dataclass(frozen=True)
class PosterFooter:
    """The bottom of each page of a poster; without a `link` there is no QR code."""

    paper: Paper
    link: str
    scale: float

    @property
    def height(self) -> float:
        """Height in mm, including the line above."""
        words = sum(words.height for words in self._words) / MM
        return _BELOW_RULE * self.scale + max(words, self._side)

    def draw(self, canvas: PageCanvas) -> None:
        """Draw it down to the bottom margin."""
        left, right = self.paper.left, self.paper.right
        top = self.paper.bottom - self.height
        canvas.rule(left, right, top, 0.6 * self.scale, HAIR)
        top += _BELOW_RULE * self.scale
        if self.link:
            qr(canvas, self.link, right - self._side, top, self._side)
        self._draw_logo(canvas, top)
        for words in self._words:
            canvas.words(words, left, top)
            top += words.height / MM

    def _draw_logo(self, canvas: PageCanvas, top: float) -> None:
        """Draw it behind the words, before the QR code, as large as the rest of the line is."""
        right = self.paper.right - (self._side + _BESIDE_CODE * self.scale if self.link else 0.0)
        taken = max(words.widest for words in self._words) / MM + _BESIDE_CODE * self.scale
        room = min(right - self.paper.left - taken, _LOGO[0] * self.scale)
        if room > 0:
            high = _LOGO[1] * self.scale
            wide, _high = canvas.look.size_in(room, high)
            canvas.logo(right - wide, top, wide, high)

    @property
    def _side(self) -> float:
        return _CODE * self.scale if self.link else 0.0

    @cached_property
    def _words(self) -> tuple[TextBlock, ...]:
        width = self.paper.column
        if self.link:
            width -= self._side + _BESIDE_CODE * self.scale
        plain, strong = self._style(17), self._style(17, face=SEMI)
        blocks = [
            set_text(_("Thank you for telling us."), plain, width),
            set_text(_("What should we do better next?"), strong, width),
            set_text(self._where, self._style(12.5, color=GREY), width),
        ]
        if self.link:
            blocks.append(set_text(self.link, self._style(12.5, face=SEMI), width))
        small = self._style(10, color=GREY)
        return (*blocks, set_text(_("Your words are shown without your name."), small, width))

    @property
    def _where(self) -> str:
        if self.link:
            return _("Tell any of us, or scan the code, or write here:")
        return _("Tell any of us.")

    def _style(self, size: float, *, face: str = "", color: str = "") -> Style:
        plain = Style()
        points = size * self.scale
        return Style(
            face=face or plain.face, size=points, leading=points * 1.34, color=color or plain.color
        )
