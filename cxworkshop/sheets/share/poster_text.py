"""What stands on the poster's thread: three stations with their words, as large as they fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop import days
from cxworkshop.content.values import PosterContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.rules import Claim
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import put
from cxworkshop.sheets.layout.figures import PeopleFigure
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, row
from cxworkshop.sheets.paper import ACCENT, GREY, MM
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI, SERIF
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced

_STEPS = 3  # what was done: the first are enough to be believed
_TICK_COLUMN = 7.5
_LARGER = 1.25  # than a tick in a box
_ACROSS = 10  # figures in a row


@dataclass(frozen=True, kw_only=True)
class PosterSizes:
    """Sizes in points, heights in millimetres, of an A4 poster. `quote` and `ours` go as large as
    they stand in `quote_room` and `ours_room`, and no smaller than the last of SIZES."""

    quote: float
    quote_room: float
    ours: float
    ours_room: float
    body: float
    count: float
    figure: float
    gap: float


# Each takes no more height than the one before it; nothing is smaller than 12 points.
LOOKS = (
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
        quote=27, quote_room=50, ours=25, ours_room=36, body=14, count=17, figure=13, gap=8
    ),
    PosterSizes(
        quote=23, quote_room=50, ours=21, ours_room=44, body=13.5, count=16, figure=12, gap=7
    ),
    PosterSizes(
        quote=19, quote_room=60, ours=18, ours_room=56, body=13, count=15, figure=11, gap=6
    ),
    PosterSizes(
        quote=16, quote_room=80, ours=15, ours_room=66, body=12.5, count=14, figure=10, gap=6
    ),
    PosterSizes(quote=13, quote_room=0, ours=13, ours_room=0, body=12, count=12, figure=9, gap=5),
    PosterSizes(quote=12, quote_room=0, ours=12, ours_room=0, body=12, count=12, figure=8, gap=4),
)
SIZES = (42, 37, 33, 30, 27, 24, 21.5, 19, 17, 15, 13.5, 12)


@dataclass(frozen=True, kw_only=True)
class Station(FixedPiece):
    """A headline on the thread; the last is full when customers were asked."""

    number: int
    full: bool


@dataclass(frozen=True)
class PosterText:
    """The pieces of one improvement in one look, at `x` and `width`; `scale` 1 is A4."""

    page: PosterContent
    density: PosterSizes
    x: float
    width: float
    scale: float

    def pieces(self) -> list[Piece]:
        """Three stations; each holds to what follows it."""
        *kept, last = self._now()
        now = [*(replace(piece, keep=True) for piece in kept), last]
        return [*self._said(), *self._did(), *now]

    def _said(self) -> Iterator[Piece]:
        page, density = self.page, self.density
        yield self._station(1, _("You said"), full=False)
        quote = _("“{words}”").format(words=page.quote.words) if page.quote else page.topic
        face, role, lead = (SERIF, "BlockQuote", 1.17) if page.quote else (HEAVY, "P", 1.21)
        words = self._large(
            quote, Style(face=face, role=role), lead, (density.quote, density.quote_room)
        )
        yield self._row(words)
        under = "   ·   ".join(_who(page))
        if under:
            yield self._text(under, 12.5, color=GREY, gap=1.8)

    def _did(self) -> Iterator[Piece]:
        page, density = self.page, self.density
        yield self._station(2, page.lead, full=False)
        words = self._large(page.ours, Style(face=HEAVY), 1.21, (density.ours, density.ours_room))
        yield self._row(words)
        if page.claim in (Claim.WE_DID, Claim.ASKING):
            for number, step in enumerate(page.done[:_STEPS]):
                yield self._step(step, gap=2.6 if not number else 1.2)
        if page.doers:
            yield self._text(page.doers, min(density.body, 13), face=SEMI, gap=2.2)

    def _now(self) -> Iterator[Piece]:
        page, density = self.page, self.density
        asked = page.answered > 0
        yield self._station(3, _("You say now") if asked else _("What do you say?"), full=asked)
        if asked:
            yield self._figures()
            yield self._text(page.counted, density.count, face=SEMI, gap=2.6)
            if page.others:
                yield self._text(page.others, 12.5, color=GREY)
            for answer in page.answers:
                words = _("“{words}”").format(words=answer.words)
                style = Style(face=SERIF, role="BlockQuote")
                yield self._row(self._large(words, style, 1.3, (density.body + 1, 16)), gap=1.4)
            yield self._text(_when(page), 12, color=GREY, gap=0.8)
        if page.coming:
            size, gap = (density.body, 2.2) if asked else (density.count, 0.8)
            yield self._text(page.coming, size, face=SEMI, gap=gap)

    def _station(self, number: int, title: str, *, full: bool) -> Piece:
        style = self._style(Style(face=HEAVY, color=ACCENT, role="H2"), 22, 1.3)
        laid = balanced(title, style, self.width * MM)

        def paint(canvas: PageCanvas, top: float, _height: float) -> None:
            canvas.words(laid, self.x, top)

        gap = self.density.gap * self.scale if number > 1 else 0.0
        height = laid.height / MM + 0.6 * self.scale
        return Station(height=height, gap=gap, keep=True, paint=paint, number=number, full=full)

    def _figures(self) -> Piece:
        page, high = self.page, self.density.figure * self.scale
        figures = PeopleFigure(
            solid=page.notice,
            of=page.answered,
            high=high,
            alt=". ".join(filter(None, (page.counted.rstrip("."), page.others))),
            step=min((self.width - high * 0.72) / (_ACROSS - 1), high * 1.06),
            across=_ACROSS,
        )

        def paint(canvas: PageCanvas, top: float, _height: float) -> None:
            figures.draw(canvas, self.x, top)

        return FixedPiece(height=figures.height, gap=1.6 * self.scale, keep=True, paint=paint)

    def _step(self, words: str, gap: float) -> Piece:
        style = self._style(Style(), self.density.body, 1.35)
        indent = _TICK_COLUMN * self.scale
        laid = balanced(words, style, (self.width - indent) * MM)
        tick = partial(_tick, self.x, style.leading / MM, self.scale)
        cell = Cell(self.x + indent, (laid,))
        return row([cell], gap=gap * self.scale, paint=tick, again=_nothing, role="LI")

    def _text(
        self, text: str, size: float, *, face: str = "", color: str = "", gap: float = 0.0
    ) -> Piece:
        plain = Style()
        style = Style(face=face or plain.face, color=color or plain.color)
        laid = balanced(text, self._style(style, size, 1.32), self.width * MM)
        return self._row(laid, gap=gap)

    def _row(self, laid: TextBlock, gap: float = 0.0) -> Piece:
        return row([Cell(self.x, (laid,))], gap=gap * self.scale)

    def _large(self, text: str, style: Style, lead: float, most: tuple[float, float]) -> TextBlock:
        """As large as it stands in this height, from this size down."""
        size, room = most
        sizes = [size, *(smaller for smaller in SIZES if smaller < size)] if room else [size]
        laid = put(text, self._style(style, sizes[0], lead), self.width)
        for smaller in sizes[1:]:
            if laid.height / MM <= room * self.scale:
                break
            laid = put(text, self._style(style, smaller, lead), self.width)
        return balanced(text, laid.style, self.width * MM)

    def _style(self, style: Style, size: float, lead: float) -> Style:
        points = size * self.scale
        return Style(
            face=style.face, size=points, leading=points * lead, color=style.color, role=style.role
        )


def _who(page: PosterContent) -> Iterator[str]:
    """Who said it, as far as paper may tell, and how many said the same."""
    if page.quote and page.quote.said_by:
        yield page.quote.said_by
    if page.heard:
        yield ngettext(
            "{heard} of {n} customer said so", "{heard} of {n} customers said so", page.asked
        ).format(heard=page.heard, n=page.asked)


def _when(page: PosterContent) -> str:
    if not page.days_asked:
        return ""
    first, last = days.short(page.days_asked[0]), days.short(page.days_asked[-1])
    if first == last:
        return _("asked on {day}").format(day=last)
    return _("asked from {first} to {last}").format(first=first, last=last)


def _tick(
    x: float, leading: float, scale: float, canvas: PageCanvas, top: float, _height: float
) -> None:
    """Beside the first line, as bold as its words are large."""
    side = BOX * _LARGER * scale
    with canvas.moved(x - side * 0.15, top + (leading - side) / 2, _LARGER * scale):
        canvas.tick(0, 0)


def _nothing(_canvas: PageCanvas, _top: float, _height: float) -> None:
    """No tick beside the lines that go on."""
