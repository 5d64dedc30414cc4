"""A card that stands on the counter: our question, and where to answer it. To fold, not to cut."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from cxworkshop.content.values import CounterCardContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas, mirrored
from cxworkshop.sheets.layout.density import SMALL, heading, set_on_a_line, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.figures import qr
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, EDGE, GREY, MM, Paper
from cxworkshop.sheets.typesetting.fonts import SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced

_STRIP = 36.0  # mm at the lower end, on which the card stands
_PAD, _SIDE = 13.0, 18.0  # mm inside a face: above and below, and at the sides
_CODE, _BESIDE_CODE = 58.0, 10.0
_MARK = (5.0, 16.0)  # mm from the edge: where a mark to fold along begins and ends
_LOGO = (50.0, 14.0)  # at the most
_WHOSE = Style(face=SEMI, size=14, leading=19, color=ACCENT)
_QUESTIONS = (46.0, 40.0, 34.0, 28.0)  # points
_TEXT = Style(size=16, leading=21)
_ALONE = Style(size=22, leading=30)  # without a link there is room
_LINES = 2  # of the question, and of the link; a smaller size has no more
_LINK = Style(face=SEMI, size=14, leading=18)
_SMALL = Style(size=12, leading=17, color=GREY)


def counter_card(content: CounterCardContent, options: PrintOptions) -> list[Page]:
    """Draw one page: two faces of which one is upside down, and the strip between their feet."""
    card = _CounterCard(content, options.paper, options.link)
    return [Page(paper=options.paper, paint=card.paint)]


@dataclass(frozen=True)
class _CounterCard:
    content: CounterCardContent
    paper: Paper
    link: str

    def paint(self, canvas: PageCanvas) -> None:
        """Draw it from the side where our language begins."""
        with mirrored(canvas, self.paper.width):
            self._draw(canvas)

    def _draw(self, canvas: PageCanvas) -> None:
        """Draw the face that is read first, the other one for those across the counter."""
        wide, high = self.paper.width, self.paper.height
        with canvas.moved(0.0, self._face):
            self._draw_face(canvas)
        with canvas.aside(), canvas.moved(wide, high - self._face, -1.0):
            self._draw_face(canvas)
        for fold in (self._face, 2 * self._face):
            for start, end in (_MARK, tuple(wide - at for at in reversed(_MARK))):
                canvas.rule(start, end, fold, 0.6, EDGE)
        self._draw_strip(canvas)

    @property
    def _face(self) -> float:
        """The height of a face."""
        return (self.paper.height - _STRIP) / 2

    @property
    def _room(self) -> float:
        """The width of the words."""
        width = self.paper.width - 2 * _SIDE
        return width - _CODE - _BESIDE_CODE if self.link else width

    def _draw_face(self, canvas: PageCanvas) -> None:
        right, bottom = self.paper.width - _SIDE, self._face - _PAD
        if self.link:
            qr(canvas, self.link, right - _CODE, (self._face - _CODE) / 2, _CODE)
        wide, _high = canvas.look.size_in(*_LOGO)
        canvas.logo(right - wide, _PAD - 4.0, *_LOGO)
        canvas.words(self._whose, _SIDE, _PAD)
        below = sum(block.height for block in self._below) / MM
        top = bottom - below
        middle = (_PAD + self._whose.height / MM + top) / 2
        canvas.words(self._question, _SIDE, middle - self._question.height / MM / 2)
        for block in self._below:
            canvas.words(block, _SIDE, top)
            top += block.height / MM

    @cached_property
    def _whose(self) -> TextBlock:
        width = self.paper.width - 2 * _SIDE - _LOGO[0] - 4.0
        return set_on_a_line(self.content.team, _WHOSE, width, least=10.0)

    @cached_property
    def _question(self) -> TextBlock:
        room = self._face - 2 * _PAD - self._whose.height / MM
        room -= sum(block.height for block in self._below) / MM
        for size in _QUESTIONS:
            block = balanced(self.content.question, heading(size), self._room * MM)
            if len(block.lines) <= _LINES and block.height / MM < room:
                return block
        return block

    @cached_property
    def _below(self) -> tuple[TextBlock, ...]:
        """Where to answer, and what becomes of it."""
        link = set_on_a_line(self.link, _LINK, self._room, least=11.0)
        if not self.link:
            blocks = [set_text(_("Tell any of us."), _ALONE, self._room)]
        elif len(link.lines) > _LINES:  # nobody types it
            blocks = [set_text(_("Tell any of us, or scan the code."), _TEXT, self._room)]
        else:
            where = _("Tell any of us, or scan the code, or write here:")
            blocks = [set_text(where, _TEXT, self._room), link]
        then = _("We read everything, and make up to three things better within 30 days.")
        said = _("Your words are shown without your name.")
        return (*blocks, *(set_text(text, _SMALL, self._room) for text in (then, said)))

    def _draw_strip(self, canvas: PageCanvas) -> None:
        """How to put it up, on the strip that nobody sees afterwards."""
        width, top = self.paper.width - 2 * _SIDE, 2 * self._face + 6.0
        texts = [_("Fold along both lines, and glue this strip behind the other end: then it"
                   " stands. Thick paper stands best.")]  # fmt: skip
        if not self.link:
            texts.append(_("No link was given, so there is no code to scan. Give one, and print"
                           " the card again."))  # fmt: skip
        for text in texts:
            block = set_text(text, replace(SMALL, size=10, leading=13), width)
            canvas.words(block, _SIDE, top)
            top += block.height / MM + 1.0
