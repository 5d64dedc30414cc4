"""The text of a poster: three stations on its thread, set as large as they fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.content.values import PosterContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.rules import Claim
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import set_text
from cxworkshop.sheets.layout.excerpts import BESIDE_OTHERS, IN_PASSING, excerpt
from cxworkshop.sheets.layout.figures import PeopleFigure
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, nothing, row
from cxworkshop.sheets.layout.signs import tick
from cxworkshop.sheets.paper import ACCENT, GREY, MM
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced
from cxworkshop.textual import MOST_ON_POSTER

_STEPS = 3  # first steps that are listed; more would not convince more
_TICK_COLUMN = 7.5
_LARGER = 1.25  # times a tick in a box
_ACROSS = 10  # people figures in a row


@dataclass(frozen=True, kw_only=True)
class PosterSizes:
    """Type sizes in points and heights in millimetres of an A4 poster.

    `quote` and `ours` are the largest sizes; smaller ones are tried until the text fits into
    `quote_room` and `ours_room`.
    """

    quote: float
    quote_room: float
    ours: float
    ours_room: float
    body: float
    count: float
    figure: float
    gap: float


# From roomy to tight: none takes more height than the one before it. At least 12 points.
POSTER_SIZES = (
    PosterSizes(
        quote=46, quote_room=60, ours=40, ours_room=46, body=17, count=22, figure=15, gap=12
    ),
    PosterSizes(
        quote=37, quote_room=64, ours=33, ours_room=46, body=15.5, count=19, figure=15, gap=11
    ),
    PosterSizes(
        quote=32, quote_room=56, ours=29, ours_room=40, body=15, count=18, figure=14, gap=9
    ),
    PosterSizes(
        quote=28, quote_room=60, ours=25, ours_room=36, body=14, count=17, figure=13, gap=8
    ),
    PosterSizes(
        quote=28, quote_room=60, ours=21, ours_room=44, body=13.5, count=16, figure=12, gap=7
    ),
    PosterSizes(
        quote=28, quote_room=60, ours=18, ours_room=56, body=13, count=15, figure=11, gap=6
    ),
    PosterSizes(
        quote=28, quote_room=80, ours=15, ours_room=66, body=12.5, count=14, figure=10, gap=6
    ),
    PosterSizes(quote=28, quote_room=0, ours=13, ours_room=0, body=12, count=12, figure=9, gap=5),
    PosterSizes(quote=28, quote_room=0, ours=12, ours_room=0, body=12, count=12, figure=8, gap=4),
)
_POINTS = (42, 37, 33, 30, 28, 27, 24, 21.5, 19, 17, 15, 13.5, 12)


_FAR = 28  # points of customers' words on A4, at least: they are read across a room


@dataclass(frozen=True, kw_only=True)
class Station(Piece):
    """A headline on the thread; `full` draws its node as a disc instead of a ring."""

    x: float
    title: TextBlock
    number: int
    full: bool

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw the headline; the thread and its nodes are drawn by the page."""
        canvas.words(self.title, self.x, top)


@dataclass(frozen=True)
class PosterText:
    """The pieces of one improvement in one set of sizes, `scale` times as large as for A4."""

    poster: PosterContent
    sizes: PosterSizes
    x: float
    width: float
    scale: float

    def pieces(self) -> list[Piece]:
        """All three stations; the last one is kept together on one page.

        Before anything has begun there is nothing to ask about, and only two.
        """
        now = list(self._now())
        now[:-1] = [replace(piece, keep=True) for piece in now[:-1]]
        return [*self._said(), *self._did(), *now]

    def _said(self) -> Iterator[Piece]:
        poster, sizes = self.poster, self.sizes
        yield self._station(1, _("You said"), full=False)
        quote = excerpt(poster.quote.words if poster.quote else poster.topic, IN_PASSING)
        quote = _("“{words}”").format(words=quote) if poster.quote else quote
        face, role, leading = (SERIF, "BlockQuote", 1.17) if poster.quote else (HEAVY, "P", 1.21)
        words = self._large(
            quote, Style(face=face, role=role), leading, (sizes.quote, sizes.quote_room), _FAR
        )
        yield self._row(words)
        under = "   ·   ".join(_who(poster))
        if under:
            yield self._text(under, 12.5, color=GREY, gap=1.8)

    def _did(self) -> Iterator[Piece]:
        poster, sizes = self.poster, self.sizes
        yield self._station(2, poster.lead, full=False)
        ours = excerpt(poster.ours, MOST_ON_POSTER)
        words = self._large(ours, Style(face=HEAVY), 1.21, (sizes.ours, sizes.ours_room))
        yield self._row(words)
        if poster.claim in (Claim.WE_DID, Claim.ASKING):
            for number, step in enumerate(poster.done[:_STEPS]):
                yield self._step(excerpt(step, BESIDE_OTHERS), gap=2.6 if not number else 1.2)
        if poster.doers:
            yield self._text(poster.doers, min(sizes.body, 13), face=SEMI, gap=2.2)

    def _now(self) -> Iterator[Piece]:
        poster, sizes = self.poster, self.sizes
        asked = poster.answered > 0
        if not asked and not poster.coming:
            return
        yield self._station(3, _("You say now") if asked else _("What do you say?"), full=asked)
        if asked:
            yield self._figures()
            yield self._text(poster.counted, sizes.count, face=SEMI, gap=2.6)
            if poster.others:
                yield self._text(poster.others, 12.5, color=GREY)
            for answer in poster.answers:
                said = excerpt(answer.words, BESIDE_OTHERS)
                words = _("“{words}”").format(words=said)
                style = Style(face=SERIF, role="BlockQuote")
                yield self._row(self._large(words, style, 1.3, (sizes.body + 1, 16)), gap=1.4)
            yield self._text(_when(poster), 12, color=GREY, gap=0.8)
        if poster.coming:
            size, gap = (sizes.body, 2.2) if asked else (sizes.count, 0.8)
            yield self._text(poster.coming, size, face=SEMI, gap=gap)

    def _station(self, number: int, title: str, *, full: bool) -> Piece:
        style = self._style(Style(face=HEAVY, color=ACCENT, role="H2"), 22, 1.3)
        block = balanced(title, style, self.width * MM)
        gap = self.sizes.gap * self.scale if number > 1 else 0.0
        height = block.height / MM + 0.6 * self.scale
        return Station(
            height=height, gap=gap, keep=True, x=self.x, title=block, number=number, full=full
        )

    def _figures(self) -> Piece:
        poster, height = self.poster, self.sizes.figure * self.scale
        figures = PeopleFigure(
            solid=poster.notice,
            of=poster.answered,
            high=height,
            alt=". ".join(filter(None, (poster.counted.rstrip("."), poster.others))),
            step=min((self.width - height * 0.72) / (_ACROSS - 1), height * 1.06),
            across=_ACROSS,
        )

        def paint(canvas: PageCanvas, top: float, _height: float) -> None:
            figures.draw(canvas, self.x, top)

        return FixedPiece(height=figures.height, gap=1.6 * self.scale, keep=True, paint=paint)

    def _step(self, words: str, gap: float) -> Piece:
        style = self._style(Style(), self.sizes.body, 1.35)
        indent = _TICK_COLUMN * self.scale
        block = balanced(words, style, (self.width - indent) * MM)
        tick = partial(_tick, self.x, style.leading / MM, self.scale)
        cell = Cell(self.x + indent, (block,))
        return row([cell], gap=gap * self.scale, paint=tick, again=nothing, role="LI")

    def _text(
        self, text: str, size: float, *, face: str = "", color: str = "", gap: float = 0.0
    ) -> Piece:
        plain = Style()
        style = Style(face=face or plain.face, color=color or plain.color)
        block = balanced(text, self._style(style, size, 1.32), self.width * MM)
        return self._row(block, gap=gap)

    def _row(self, block: TextBlock, gap: float = 0.0) -> Piece:
        return row([Cell(self.x, (block,))], gap=gap * self.scale)

    def _large(
        self,
        text: str,
        style: Style,
        leading: float,
        limits: tuple[float, float],
        least: float = 0.0,
    ) -> TextBlock:
        """The text as large as it fits: at most so many points, in so many millimetres."""
        size, room = limits
        lower = [points for points in _POINTS if least <= points < size] if room else []
        sizes = [size, *lower]
        block = set_text(text, self._style(style, sizes[0], leading), self.width)
        for smaller in sizes[1:]:
            if block.height / MM <= room * self.scale:
                break
            block = set_text(text, self._style(style, smaller, leading), self.width)
        return balanced(text, block.style, self.width * MM)

    def _style(self, style: Style, size: float, leading: float) -> Style:
        points = size * self.scale
        return Style(
            face=style.face,
            size=points,
            leading=points * leading,
            color=style.color,
            role=style.role,
        )


def _who(poster: PosterContent) -> Iterator[str]:
    """Who said it, as far as paper may tell (R7), and how many said the same."""
    if poster.quote and poster.quote.said_by:
        yield poster.quote.said_by
    if poster.heard:
        yield ngettext(
            "{heard} of {n} {customer} said so", "{heard} of {n} {customers} said so", poster.asked
        ).format(heard=poster.heard, n=poster.asked)


def _when(poster: PosterContent) -> str:
    if not poster.days_asked:
        return ""
    first, last = days.short(poster.days_asked[0]), days.short(poster.days_asked[-1])
    if first == last:
        return _("asked on {day}").format(day=last)
    return _("asked from {first} to {last}").format(first=first, last=last)


def _tick(
    x: float, leading: float, scale: float, canvas: PageCanvas, top: float, _height: float
) -> None:
    """Draw a tick level with the first line, scaled with the text."""
    side = BOX * _LARGER * scale
    with canvas.moved(x - side * 0.15, top + (leading - side) / 2, _LARGER * scale):
        tick(canvas, 0, 0)
