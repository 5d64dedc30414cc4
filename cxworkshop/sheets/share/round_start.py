"""The page with which a round ends: thanks, what goes along, words then and now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from cxworkshop import days
from cxworkshop.content.values import (
    KeptThing,
    OpenPromise,
    PosterContent,
    RoundStartContent,
    ToldLine,
)
from cxworkshop.i18n import _, n_, ngettext, with_dots
from cxworkshop.open_thing import OpenKind
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import SMALL, set_text, unbroken
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.figures import stage_ring
from cxworkshop.sheets.layout.flow import Cell, Piece, beside, height_of, level, nothing, row
from cxworkshop.sheets.layout.page_frame import Frame, flowing, privacy
from cxworkshop.sheets.layout.signs import tick
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import HAIR, Paper
from cxworkshop.sheets.share.parts import BODY, SMALL_INK, STRONG, BookParts
from cxworkshop.stages import Stage

_RING, _RING_COLUMN = 2.8, 9.0  # mm: radius of a ring, and the column that it stands in
_BETWEEN = 8.0  # mm between the two columns
_MOST_BESIDE = 0.4  # of a page; higher columns are stacked
_BOX_COLUMN = BOX + 3.0
_NAME = 0.34  # of the width, for whom to thank
_PAD = 1.4
_TICKED = n_("ticked")


def round_start(content: RoundStartContent, options: PrintOptions) -> list[Page]:
    """Draw one page, or as many as it needs."""
    number = _("round {n}").format(n=content.round_number)
    frame = Frame(
        kind=_("On to the next round"),
        whose=f"{content.team}  ·  {number}",
        privacy=privacy(),
    )
    return flowing(frame, list(_RoundStart(content, options.paper).pieces()), options.paper)


@dataclass(frozen=True)
class _RoundStart:
    content: RoundStartContent
    paper: Paper

    def pieces(self) -> Iterator[Piece]:
        """Thanks first; then what goes along, who was told, and words then and now."""
        number = self.content.round_number
        text = _("From round {number} to round {next}")
        yield self._parts.title(text.format(number=number, next=number + 1))
        cards = self.content.cards
        text = ngettext(
            "{n} card is on the list and goes along as it is, with its age.",
            "{n} cards are on the list and go along as they are, with their ages.",
            cards,
        )
        yield self._parts.text(text.format(n=cards), BODY, gap=1.0)
        yield from self._kept()
        yield from self._open()
        yield from self._told()
        yield from self._then_and_now()

    @property
    def _parts(self) -> BookParts:
        return BookParts(self.paper.left, self.paper.column)

    def _kept(self) -> Iterator[Piece]:
        kept = self.content.kept
        yield self._parts.part(_("What was kept, and whom to thank"), gap=6.0)
        if not kept:
            yield self._parts.text(
                _("Nothing kept in this round yet. Thank them for trying."), gap=1.0
            )
        for thing in kept:
            yield self._kept_thing(thing)
            for person in thing.thanks:
                yield self._ticked(person.name, "; ".join(person.did), done=False)

    def _kept_thing(self, thing: KeptThing) -> Piece:
        about = [thing.counted]
        if thing.round_number != self.content.round_number:
            about.insert(0, _("from round {n}").format(n=thing.round_number))
        under = with_dots(filter(None, about))
        return self._with_ring(Stage.KEPT, thing.title, under)

    def _with_ring(self, stage: str, title: str, under: str) -> Piece:
        x, width = self.paper.left + _RING_COLUMN, self.paper.column - _RING_COLUMN
        blocks = [set_text(title, STRONG, width)]
        if under:
            blocks.append(set_text(under, SMALL, width))

        def paint(canvas: PageCanvas, top: float, _height: float) -> None:
            stage_ring(canvas, stage, self.paper.left + _RING + 0.4, top + 2.7, _RING)

        cells = [Cell(x, tuple(blocks))]
        return row(cells, gap=3.0, paint=paint, again=nothing, keep=True)

    def _ticked(self, name: str, what: str, *, done: bool) -> Piece:
        """A line with a box to tick; ticked if it is done."""
        x = self.paper.left + _BOX_COLUMN
        wide = self.paper.column * _NAME
        rest = self.paper.column - _BOX_COLUMN - wide
        cells = [
            Cell(x, (set_text(name, STRONG, wide - 4),)),
            Cell(x + wide, (set_text(what, BODY, rest),)),
        ]
        paint = partial(self._draw_box, _TICKED if done else "")
        return row(level(cells), pad=_PAD, paint=paint, again=nothing, role="TR")

    def _draw_box(self, mark: str, canvas: PageCanvas, top: float, height: float) -> None:
        left = self.paper.left
        canvas.rule(left, self.paper.right, top + height, 0.4, HAIR)
        canvas.box(left + 0.4, top + _PAD + 0.5)
        if mark:
            tick(canvas, left + 0.4, top + _PAD + 0.5, alt=_(mark))

    def _open(self) -> Iterator[Piece]:
        lines = self.content.open
        count = str(len(lines)) if lines else ""
        yield self._parts.part(_("Still open, and goes along"), count)
        if not lines:
            yield self._parts.text(_("Nothing is left behind."), gap=1.0)
            return
        heads = (_("What"), _("Who"), _("When"))
        day = self.content.day
        rows = [(_what(line), line.who or "–", _when(line, day)) for line in lines]
        yield from self._parts.table(heads, rows, (0.58, 0.2, 0.22))

    def _told(self) -> Iterator[Piece]:
        told = self.content.told
        if not told:
            return
        done = sum(line.told_on is not None for line in told)
        count = _("{n} of {all}").format(n=done, all=len(told))
        yield self._parts.part(_("Who was told"), count)
        for line in told:
            yield self._ticked(line.who, _how(line), done=line.told_on is not None)

    def _then_and_now(self) -> Iterator[Piece]:
        if not self.content.improvements:
            return
        yield self._parts.part(_("What {customers} said then, and say now"))
        for poster in self.content.improvements:
            ours = _("{lead}: {words}").format(lead=poster.lead, words=poster.ours_among_us)
            yield self._with_ring(poster.stage, f"{poster.slot}  {poster.title}", ours)
            yield from self._words(poster)

    def _words(self, poster: PosterContent) -> Iterator[Piece]:
        half = (self.paper.column - _BETWEEN) / 2
        left = BookParts(self.paper.left, half)
        right = BookParts(self.paper.left + half + _BETWEEN, half)
        columns = [_then(poster, left), _now(poster, right)]
        if max(map(height_of, columns)) <= self.paper.room * _MOST_BESIDE:
            yield beside(*columns, gap=2.0)
            return
        yield from _then(poster, self._parts)
        yield from _now(poster, self._parts)


def _then(poster: PosterContent, parts: BookParts) -> list[Piece]:
    pieces = [parts.label(_("Then"), gap=2.0)]
    if poster.quote:
        return [*pieces, parts.quote(poster.quote, gap=1.0)]
    return [*pieces, parts.text(poster.topic, STRONG)]


def _now(poster: PosterContent, parts: BookParts) -> list[Piece]:
    label = parts.label(_("Now"), gap=2.0)
    if not poster.answered:
        return [label, parts.text(poster.not_asked, SMALL_INK)]
    return [
        label,
        *(parts.quote(answer, gap=1.0) for answer in poster.answers),
        *parts.noticed(poster),
    ]


def _what(line: OpenPromise) -> str:
    """The thing, its improvement, and of which round it is."""
    words = (
        _("in the way: {what}").format(what=line.words)
        if line.kind == OpenKind.BLOCKER
        else line.words
    )
    about = unbroken(_("round {n}").format(n=line.round_number))
    return with_dots(filter(None, (words, line.title, about)))


def _when(line: OpenPromise, today: date) -> str:
    if line.due_on:
        due = _("due {day}").format(day=days.short(line.due_on))
        late = unbroken(days.due(line.due_on, today))
        return _("{due}, {late}").format(due=due, late=late) if line.due_on < today else due
    return _("since {day}").format(day=days.short(line.since)) if line.since else "–"


def _how(line: ToldLine) -> str:
    if line.told_on is None:
        return _("not told yet")
    return with_dots(filter(None, (days.short(line.told_on), line.how)))
