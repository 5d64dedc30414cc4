"""What stands on every page of a poster: whose it is, the thread behind its steps, the thanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxworkshop import days
from cxworkshop.i18n import _
from cxworkshop.papers.share import PosterPage
from cxworkshop.sheets import pictures
from cxworkshop.sheets.drawing import Kit
from cxworkshop.sheets.faces import HEAVY, SANS, SEMI
from cxworkshop.sheets.flow import Piece, draw_down
from cxworkshop.sheets.paper import A4, ACCENT, GREY, HAIR, MM, WHITE, Paper
from cxworkshop.sheets.text import Lines, Style, lines

STEPS = 3
_SPINE, _COLUMN = 5.0, 19.0  # from the left margin, on A4
_RADIUS = 5.0
_ABOVE_FOOT = 4.0
_TOP, _FOOT = 12.0, 40.0  # of the page, above and below what is told


@dataclass(frozen=True)
class Ground:
    """The page of one improvement, before anything is told on it."""

    told: PosterPage
    paper: Paper
    link: str

    @property
    def scale(self) -> float:
        """How much larger than A4 the paper is: what is drawn grows with it."""
        return min(self.paper.width / A4.width, self.paper.height / A4.height)

    @property
    def left(self) -> float:
        """Where the words of the three steps begin."""
        return self.paper.left + _COLUMN * self.scale

    @property
    def width(self) -> float:
        """How wide they may be."""
        return self.paper.right - self.left

    @property
    def room(self) -> float:
        """How high they may be."""
        return self.paper.height - (_FOOT + _ABOVE_FOOT) * self.scale - self.top

    @property
    def top(self) -> float:
        """Where the first of them begins: lower where the team's name needs several lines."""
        below = (_TOP - 5.6) * self.scale + self.team.height / MM
        return self.paper.top + below

    @property
    def team(self) -> Lines:
        """Whose poster this is."""
        style = Style(face=SEMI, size=12 * self.scale, leading=16 * self.scale, role="H1")
        return lines(self.told.team, style, (self.paper.right - self.paper.left) * MM * 0.7)

    def paint(self, pieces: Sequence[Piece], kit: Kit) -> None:
        """The team and the month, the thread behind the steps, the steps, the thanks."""
        self._head(kit)
        self._thread(kit, pieces, self.top)
        draw_down(kit, pieces, self.top)
        self._thanks(kit)

    def _head(self, kit: Kit) -> None:
        kit.words(self.team, self.paper.left, self.paper.top)
        if self.told.day:
            width = (self.paper.right - self.paper.left) * MM
            style = replace(self.team.style, face=SANS, color=GREY, align="right", role="P")
            kit.words(
                lines(days.month_year(self.told.day), style, width), self.paper.left, self.paper.top
            )

    def _thread(self, kit: Kit, pieces: Sequence[Piece], top: float) -> None:
        """From the first ring of the page to the last step's, or on to the next page."""
        x, first, last = self.paper.left + _SPINE * self.scale, 0.0, 0.0
        for number, piece in enumerate(pieces):
            top += piece.gap if number else 0
            last = top + piece.height
            first = first or (top + piece.height / 2 if isinstance(piece, Step) else top)
            if isinstance(piece, Step) and piece.number == STEPS:
                last = top + piece.height / 2
                break
            top += piece.height
        kit.upright(x, first, last, 1.8 * self.scale, ACCENT)

    def _thanks(self, kit: Kit) -> None:
        """Below a line: thanks, the question that begins the next round, and where to answer it."""
        scale, left, right = self.scale, self.paper.left, self.paper.right
        top = self.paper.height - _FOOT * scale
        side = 24.0 * scale if self.link else 0.0
        width = (right - left - side - 4 * bool(side)) * MM
        kit.rule(left, right, top, 0.6, HAIR)
        large = Style(face=SANS, size=17 * scale, leading=22 * scale)
        how = _("Tell any of us.")
        if self.link:
            how = _("Tell any of us, or scan: {link}").format(link=self.link)
        small = Style(face=SANS, size=12 * scale, leading=15 * scale, color=GREY)
        privacy = replace(small, size=8 * scale, leading=11 * scale)
        top += 4.6 * scale
        for words, style in ((_("Thank you for telling us."), large),
                             (_("What should we do better next?"), replace(large, face=SEMI)),
                             (how, small),
                             (_("Your words are shown without your name."), privacy)):  # fmt: skip
            laid = lines(words, style, width)
            kit.words(laid, left, top)
            top += laid.height / MM + 0.3 * scale
        if self.link:
            pictures.qr_code(kit, (right - side, self.paper.height - (_FOOT - 6) * scale), side,
                             self.link)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Told(Piece):
    """Words beside the thread; `tick` is the side of the tick before them."""

    words: Lines
    left: float
    tick: float = 0.0

    def draw(self, kit: Kit, top: float) -> None:
        """The words, and the tick before them."""
        kit.words(self.words, self.left, top)
        if self.tick:
            down = (self.words.style.leading / MM - self.tick) / 2
            kit.tick(self.left - self.tick * 1.55, top + down, self.tick, alt=_("done"))

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """Between two lines, never leaving one alone."""
        count = self.words.fitting(room * MM)
        if not 1 < count < len(self.words.lines) - 1:
            return None
        parts = self.words.cut(count)
        head, tail = (
            replace(self, words=part, height=part.height / MM, tick=tick)
            for part, tick in zip(parts, (self.tick, 0.0), strict=True)
        )
        return head, replace(tail, gap=0.0)

    @property
    def least(self) -> float:
        """Two lines of many."""
        high = self.words.style.leading / MM
        return self.height if len(self.words.lines) < 4 else 2 * high


@dataclass(frozen=True, kw_only=True)
class Step(Told):
    """A ring on the thread with its number, and what this step is."""

    number: int
    full: bool
    scale: float

    def draw(self, kit: Kit, top: float) -> None:
        """The ring, filled when this step is done."""
        super().draw(kit, top)
        x, y = self.left - (_COLUMN - _SPINE) * self.scale, top + self.height / 2
        (kit.disc if self.full else kit.ring)(x, y, _RADIUS * self.scale)
        size = 14.5 * self.scale
        style = Style(face=HEAVY, size=size, leading=size * 1.4, align="center",
                      color=WHITE if self.full else ACCENT)  # fmt: skip
        width = 2 * _RADIUS * self.scale
        number = lines(str(self.number), style, width * MM)
        with kit.aside():
            kit.words(number, x - width / 2, y - number.height / MM / 2)
