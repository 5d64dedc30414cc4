"""Practice cards: try it on one another before a customer meets it. Two on a page, to cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from cxworkshop.content.values import PlanContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.blocks import INDENT, behind_bar, item
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_flow import fitted
from cxworkshop.sheets.layout.card_pages import CutCard, card_pages
from cxworkshop.sheets.layout.density import LABEL, SMALL, aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece, draw_down, row
from cxworkshop.sheets.layout.form_lines import fields
from cxworkshop.sheets.layout.labels import LabelProfile, plain
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import MM
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style

_PAD = 9.0
_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0)  # points; longer text continues on another card
_LINES, _LINE = 2, 8.6  # to write on, and mm from one to the next
_LEAD = 1.28
_NOTE = 10.4  # mm, the label above the lines, and the space around it


def practice_cards(plans: Sequence[PlanContent], options: PrintOptions) -> list[Page]:
    """Draw each card twice: one for each pair."""
    profile = plain(options.paper, 1, 2)
    cards = [card for plan in plans for card in _Practice(plan, profile).cards()]
    return card_pages(cards, profile, options, _("Try it on one another"))


@dataclass(frozen=True)
class _Practice:
    plan: PlanContent
    profile: LabelProfile

    def cards(self) -> list[CutCard]:
        """The card and its continuations, twice."""
        room = self.profile.height - 2 * _PAD - _LINES * _LINE - _NOTE
        sheets = fitted(lambda size: list(self._pieces(size)), _SIZES, room)
        last = len(sheets) - 1
        fronts = [
            CutCard(partial(self._draw, sheet, writes=n == last), _nothing)
            for n, sheet in enumerate(sheets)
        ]
        return fronts * 2

    @property
    def _width(self) -> float:
        return self.profile.width - 2 * _PAD

    def _pieces(self, size: float) -> Iterator[Piece]:
        plan, text = self.plan, _style(size)
        title = plan.title or _("What we will do")
        yield self._words(
            title, Style(face=HEAVY, size=size + 4, leading=(size + 4) * 1.2, role="H2")
        )
        yield self._label(_("One of us is the {customer}, and says"))
        if plan.quote:
            yield self._quote(plan.quote.words, size)
        else:
            yield self._words(_("what {customers} said, in their words"), text)
        yield self._label(_("One of us does it"))
        yield from self._promise(_style(size, face=SEMI))
        yield self._label(_("Then"))
        for words in _then():
            yield item(words, 0.0, self._width, text)

    def _promise(self, style: Style) -> Iterator[Piece]:
        """The promise; without one, lines to write it on."""
        if self.plan.promise:
            yield self._words(self.plan.promise, style)
            return
        for begins in (_("When {a_customer}"), _("we")):
            yield fields([(begins, 1.0)], 0.0, self._width, gap=0.6, style=style)

    def _label(self, text: str) -> Piece:
        style = Style(face=SEMI, size=10, leading=13, color=LABEL.color, role="H3")
        return row([Cell(0.0, (set_text(text, style, self._width),))], gap=3.4, keep=True)

    def _words(self, text: str, style: Style) -> Piece:
        return row([Cell(0.0, (set_text(text, style, self._width),))], gap=0.6)

    def _quote(self, words: str, size: float) -> Piece:
        style = Style(face=SERIF, size=size + 1, leading=(size + 1) * _LEAD, role="BlockQuote")
        said = set_text(_("“{words}”").format(words=words), style, self._width - INDENT)
        return behind_bar(said, 0.0, "", 0.6)

    def _draw(self, pieces: Sequence[Piece], canvas: PageCanvas, box: Box, *, writes: bool) -> None:
        left, top, _width, height = box
        with canvas.moved(left + _PAD, top + _PAD):
            draw_down(canvas, pieces, 0.0)
            low = height - 2 * _PAD
            if writes:
                note = set_text(
                    _("What we change before {a_customer} meets it"), SMALL, self._width
                )
                above = low - (_LINES - 1) * _LINE - 7.0 - note.height / MM
                canvas.words(note, 0.0, above)
                for n in range(_LINES):
                    canvas.writing_line(0.0, self._width, low - n * _LINE)
            else:
                more = set_text(_("continued"), aligned(SMALL, "right"), self._width)
                canvas.words(more, 0.0, low - more.height / MM)


def _then() -> tuple[str, ...]:
    return (
        _("The {customer} speaks first: what did I notice, and what would I like better?"),
        _("Those who watched say what they saw. Nobody explains or defends."),
        _("Change one thing, swap places, and try it again."),
    )


def _style(size: float, *, face: str = Style().face) -> Style:
    return Style(face=face, size=size, leading=size * _LEAD)


def _nothing(_canvas: PageCanvas, _box: Box) -> None:
    """The back of a card is empty."""
