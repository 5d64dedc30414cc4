"""Answer slips: for each customer who wanted to hear, what came of their wishes. To be cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise

from cxworkshop.compat import override
from cxworkshop.content.values import AnswerSlip, AnswerSlipsContent, SlipWish
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.blocks import INDENT, behind_bar
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_flow import fitted
from cxworkshop.sheets.layout.card_pages import CutCard, Paint, card_pages
from cxworkshop.sheets.layout.density import aligned, set_on_a_line, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece, row
from cxworkshop.sheets.layout.labels import LabelProfile, plain
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, GREY, HAIR, INK, MM
from cxworkshop.sheets.typesetting.fonts import SANS, SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style, TextBlock
from cxworkshop.wishes import AnswerKind

_PAD = 7.0
_COUNT = 20.0  # mm, for "1 of 3"
_SIZES = (14.0, 13.0, 12.0)  # points; longer text continues on another slip
_FOOT = 10.5
_SPINE, _NODE = 7.0, 1.5  # mm: column of the thread, and radius of its rings
_LEAD = 1.26
_ABOVE_FOOT = 3.0
_BELOW_HEAD = 3.0


def answer_slips(content: AnswerSlipsContent, options: PrintOptions) -> list[Page]:
    """Draw four on a page, in the order of the customers' numbers."""
    profile = plain(options.paper, 2, 2)
    cards = [
        CutCard(front, _nothing)
        for slip in content.slips
        for front in _Slip(slip, content.team, profile).sides()
    ]
    note = _("Print at 100 %, not fitted to the page.")
    return card_pages(cards, profile, options, _("Answer slips"), note)


@dataclass(frozen=True)
class _Slip:
    slip: AnswerSlip
    team: str
    profile: LabelProfile

    def sides(self) -> list[Paint]:
        """One side in the largest size that fits, else as many as needed in the smallest."""
        sheets = fitted(lambda size: list(self._pieces(size)), _SIZES, self._room)
        count = _("{n} of {of}") if len(sheets) > 1 else ""
        return [
            partial(self._draw, sheet, count.format(n=n, of=len(sheets)))
            for n, sheet in enumerate(sheets, 1)
        ]

    @property
    def _width(self) -> float:
        return self.profile.width - 2 * _PAD

    @property
    def _room(self) -> float:
        above = self._head.height / MM + _BELOW_HEAD
        return self.profile.height - 2 * _PAD - above - self._foot.height / MM - _ABOVE_FOOT

    @cached_property
    def _head(self) -> TextBlock:
        """The team on the left; whom it is for stands on the right of its first line."""
        return set_text(self.team, _style(_FOOT, color=GREY), self._width * 0.62)

    @cached_property
    def _foot(self) -> TextBlock:
        """The thanks on one line, beside the count."""
        thanks, style = _("Thank you for telling us."), _style(12.0, face=SEMI)
        return set_on_a_line(thanks, style, self._width - _COUNT, least=10.0)

    def _pieces(self, size: float) -> Iterator[Piece]:
        for n, wish in enumerate(self.slip.wishes):
            yield from self._wish(wish, size, first=not n)

    def _wish(self, wish: SlipWish, size: float, *, first: bool) -> Iterator[Piece]:
        said = _("You agreed") if wish.agreed else _("You said")
        yield self._station(said, 0.0 if first else 6.0, begins=True)
        for words in wish.words:
            yield self._quote(words, size)
        yield self._station(wish.lead, 3.6)
        for n, sentence in enumerate(wish.sentences):
            yield self._words(sentence, _style(size, face=SANS if n else SEMI))
        if wish.kind == AnswerKind.DID:
            yield self._station(_("Do you notice it?"), 3.6, full=True)
            yield self._words(_("Tell us. “No” is a fine answer."), _style(12.0))

    def _station(self, text: str, gap: float, *, begins: bool = False, full: bool = False) -> Piece:
        label = set_text(
            text, _style(12.0, face=SEMI, color=ACCENT, role="H2"), self._width - _SPINE
        )
        return _Station(
            height=label.height / MM, gap=gap, keep=True, label=label, begins=begins, full=full
        )

    def _quote(self, words: str, size: float) -> Piece:
        style = _style(size + 1, face=SERIF, role="BlockQuote")
        text = _("“{words}”").format(words=words)
        block = set_text(text, style, self._width - _SPINE - INDENT)
        return behind_bar(block, _SPINE, "", 0.6)

    def _words(self, text: str, style: Style) -> Piece:
        return row([Cell(_SPINE, (set_text(text, style, self._width - _SPINE),))], gap=0.6)

    def _draw(self, pieces: Sequence[Piece], count: str, canvas: PageCanvas, box: Box) -> None:
        with canvas.moved(box[0] + _PAD, box[1] + _PAD):
            canvas.words(self._head, 0.0, 0.0)
            whom = _("for no. {n}").format(n=self.slip.customer)
            whom = self.slip.customer_name or whom
            right = aligned(_style(_FOOT, color=GREY), "right")
            canvas.words(set_text(whom, right, self._width * 0.36), self._width * 0.64, 0.0)
            _draw_thread(canvas, pieces, self._head.height / MM + _BELOW_HEAD)
            low = box[3] - 2 * _PAD - self._foot.height / MM
            canvas.rule(0.0, self._width, low - 1.2, 0.4, HAIR)
            canvas.words(self._foot, 0.0, low)
            if count:
                canvas.words(set_text(count, right, _COUNT), self._width - _COUNT, low)


@dataclass(frozen=True, kw_only=True)
class _Station(Piece):
    """A label beside a ring; `begins` starts a new thread, `full` makes the ring a disc."""

    label: TextBlock
    begins: bool
    full: bool

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        canvas.words(self.label, _SPINE, top)


def _draw_thread(canvas: PageCanvas, pieces: Sequence[Piece], top: float) -> None:
    """Draw the pieces, and each wish's rings with the thread between them."""
    nodes: list[tuple[float, _Station]] = []
    for n, piece in enumerate(pieces):
        top += piece.gap if n else 0.0
        if isinstance(piece, _Station):
            nodes.append((top + piece.label.style.leading / MM / 2, piece))
        piece.draw(canvas, top)
        top += piece.height
    for (above, _first), (below, station) in pairwise(nodes):
        if not station.begins:
            canvas.upright(_NODE, above, below, 1.2, ACCENT)
    for y, station in nodes:
        if station.full:
            canvas.disc(_NODE, y, _NODE)
        else:
            canvas.ring(_NODE, y, _NODE - 0.2, 1.3)


def _nothing(_canvas: PageCanvas, _box: Box) -> None:
    """The back of a slip is empty."""


def _style(size: float, *, face: str = SANS, color: str = INK, role: str = "P") -> Style:
    return Style(face=face, size=size, leading=size * _LEAD, color=color, role=role)
