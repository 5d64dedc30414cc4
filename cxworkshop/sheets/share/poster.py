"""The poster: you said, we did, you notice now. One page an improvement, for the wall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import cast

from cxworkshop import days
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _, ngettext
from cxworkshop.papers.share import PosterPage
from cxworkshop.sheets import pictures
from cxworkshop.sheets.document import Page
from cxworkshop.sheets.drawing import Kit
from cxworkshop.sheets.faces import HEAVY, SANS, SEMI, SERIF
from cxworkshop.sheets.flow import Drawn, Piece, height_of, on_pages
from cxworkshop.sheets.paper import A3, ACCENT, GREY, INK, MM, Paper
from cxworkshop.sheets.share.poster_ground import STEPS, Ground, Step, Told
from cxworkshop.sheets.sheet import Wanted
from cxworkshop.sheets.text import Style, balanced, lines

# How large words are set, from a poster with few of them to one with many; 12 pt is the floor.
_SIZES = (1.24, 1.12, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4, 0.34)
_FLOOR = 12.0
_MOST_FIGURES = 20
_IN_A_ROW = 10
_MOST_SPREAD = 26.0


class NothingToShow(Refusal):
    """A poster was asked for, and nothing is picked."""

    def __init__(self) -> None:
        super().__init__(_("Nothing is picked yet, so there is nothing to show. Pick one first."))


def posters(told: Sequence[PosterPage], wanted: Wanted) -> list[Page]:
    """A page for each improvement; raises NothingToShow."""
    if not told:
        raise NothingToShow
    return [page for one in told for page in poster_pages(one, wanted.paper, wanted.link)]


def poster_a3(told: Sequence[PosterPage], wanted: Wanted) -> list[Page]:
    """The same, laid out for A3."""
    return posters(told, replace(wanted, paper=A3))


def poster_pages(told: PosterPage, paper: Paper, link: str) -> list[Page]:
    """One page, unless far too much is told: then as many as it needs, in the smallest words."""
    all_sizes = (Poster(told, paper, link, size) for size in _SIZES)
    found = next((one for one in all_sizes if one.fits()), None)
    if found is not None:
        sheets = [found.spread_out()]
    else:
        found = Poster(told, paper, link, _SIZES[-1])
        sheets = on_pages(found.pieces, found.room, found.room)
    return [
        Page(
            paper=paper,
            paint=partial(found.paint, pieces),
            bookmark=f"{told.slot}  {told.headline}" if not number else "",
        )
        for number, pieces in enumerate(sheets)
    ]


@dataclass(frozen=True)
class Poster(Ground):
    """One poster on one paper, its words as large as `size` says."""

    size: float

    def fits(self) -> bool:
        """Whether all of it stands on one page."""
        return height_of(self.pieces) <= self.room

    def spread_out(self) -> list[Piece]:
        """With some of the room that is left above the second and the third step."""
        spare = (self.room - height_of(self.pieces)) / STEPS
        more = min(spare, _MOST_SPREAD * self.scale)
        return [
            replace(piece, gap=piece.gap + more) if isinstance(piece, Step) else piece
            for piece in self.pieces
        ]

    @cached_property
    def pieces(self) -> list[Piece]:
        """All that is told, one below the other."""
        return [*self._said(), *self._did(), *self._now()]

    def _style(self, face: str, size: float, color: str = INK, role: str = "P") -> Style:
        """At the size that the design gives it, smaller where much is told, never below 12 pt."""
        points = max(_FLOOR, size * self.size) * self.scale
        leading = 1.17 if size > 30 else 1.28
        return Style(face=face, size=points, leading=points * leading, color=color, role=role)

    def _said(self) -> Iterator[Piece]:
        told = self.told
        yield self._step(1, _("You said"))
        if told.quote is not None:
            style = self._style(SERIF, 37, role="BlockQuote")
            yield self._words(_("“{words}”").format(words=told.quote.words), style, 0.5)
        else:
            yield self._words(told.headline, self._style(HEAVY, 33), 0.5)
        counted = ngettext(
            "{n} of the {all} customers we talked to said so",
            "{n} of the {all} customers we talked to said so",
            told.heard,
        ).format(n=told.heard, all=told.asked)
        who = told.quote.said_by if told.quote else ""
        parts = [part for part in (who, counted if told.heard else "") if part]
        if parts:
            yield self._words("  ·  ".join(parts), self._style(SANS, 12.5, GREY), 2.2)

    def _did(self) -> Iterator[Piece]:
        told = self.told
        yield self._step(2, told.lead, gap=10.5)
        yield self._words(told.words, self._style(HEAVY, 33), 0.5)
        for words in told.steps if told.did else ():
            yield self._ticked(words)
        if told.people and told.did:
            yield self._words(self._by_whom(), self._style(SEMI, 13), 2.0)

    def _by_whom(self) -> str:
        *others, last = self.told.people
        names = _("{names} and {last}").format(names=", ".join(others), last=last)
        names = names if others else last
        if not self.told.days:
            return _("{names} did this.").format(names=names)
        done = ngettext("{names} did this in {n} day.", "{names} did this in {n} days.",
                        self.told.days)  # fmt: skip
        return done.format(names=names, n=self.told.days)

    def _now(self) -> Iterator[Piece]:
        noticed = self.told.noticed
        yield self._step(3, _("You notice now"), gap=9.5, full=noticed.asked > 0)
        if not noticed.asked:
            yield self._words(self.told.not_asked, self._style(SEMI, 19), 1.5)
            return
        counted = ngettext("{n} of {all} customer we asked notices a difference.",
                           "{n} of {all} customers we asked notice a difference.",
                           noticed.asked)  # fmt: skip
        counted = counted.format(n=noticed.notice, all=noticed.asked)
        if noticed.asked <= _MOST_FIGURES:
            yield self._figures(counted)
        yield self._words(counted, self._style(SEMI, 19), 3.0)
        if noticed.others:
            yield self._words(noticed.others, self._style(SANS, 12.5, GREY), 0.6)
        quotes = [_("“{words}”").format(words=words) for words in noticed.words]
        if quotes:
            style = self._style(SERIF, 16.5, role="BlockQuote")
            yield self._words("    ".join(quotes), style, 1.5)
        yield self._words(self._asked_when(), self._style(SANS, 12, GREY), 0.6)

    def _asked_when(self) -> str:
        noticed = self.told.noticed
        first, last = days.day_month(noticed.first), days.day_month(noticed.last)
        if first == last:
            return _("asked on {day}").format(day=last)
        return _("asked {first} to {last}").format(first=first, last=last)

    def _words(self, text: str, style: Style, gap: float, indent: float = 0.0) -> Piece:
        laid = balanced(text, style, (self.width - indent) * MM)
        return Told(
            height=laid.height / MM, gap=gap * self.scale, words=laid, left=self.left + indent
        )

    def _step(self, number: int, words: str, gap: float = 0.0, *, full: bool = False) -> Piece:
        style = self._style(HEAVY, 22, ACCENT, role="H2")
        laid = lines(words, style, self.width * MM)
        return Step(
            height=laid.height / MM,
            gap=gap * self.scale,
            keep=True,
            words=laid,
            left=self.left,
            number=number,
            full=full,
            scale=self.scale,
        )

    def _ticked(self, words: str) -> Piece:
        style, indent = self._style(SANS, 15.5), 7.5 * self.scale
        side = 5.2 * self.scale * max(0.7, self.size)
        piece = self._words(words, style, 1.6, indent)
        return replace(cast("Told", piece), tick=side)

    def _figures(self, alt: str) -> Piece:
        noticed = self.told.noticed
        high = 15.2 * self.scale * max(0.6, self.size)
        step = min((self.width - high * 0.72) / (_IN_A_ROW - 1), high * 1.18)

        def paint(kit: Kit, top: float, _height: float) -> None:
            with kit.figure(alt):
                for number in range(noticed.asked):
                    row, place = divmod(number, _IN_A_ROW)
                    spot = self.left + place * step, top + row * high * 1.12
                    pictures.person(kit, spot, high, full=number < noticed.notice)

        rows = -(-noticed.asked // _IN_A_ROW)
        height = high * (1 + (rows - 1) * 1.12)
        return Drawn(height=height, gap=2.6 * self.scale, paint=paint, keep=True)
