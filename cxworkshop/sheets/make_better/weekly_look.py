"""The weekly look: what moved, what is in the way, and who clears it by Friday."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop import days
from cxworkshop.content.values import InTheWay, WeeklySheetContent
from cxworkshop.i18n import _, with_dots
from cxworkshop.sheets.layout.blocks import to_write
from cxworkshop.sheets.layout.canvas import BOX, PageCanvas
from cxworkshop.sheets.layout.density import SMALL, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece, height_of, level, nothing, row
from cxworkshop.sheets.layout.page_frame import Frame, flowing
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import HAIR, INK, Paper
from cxworkshop.sheets.share.parts import BODY, SMALL_INK, STRONG, BookParts

_WHAT, _WHO = 0.56, 0.26  # of the width; the box takes what is left
_ROW = 9.5  # mm, the least height to write in
_BETWEEN = 4.0
_PAD = 1.2
_BASE = 1.8  # mm, from the line to write on to the end of its row


def weekly_looks(contents: Sequence[WeeklySheetContent], options: PrintOptions) -> list[Page]:
    """Draw all improvements one below the other, on as many pages as they need."""
    plan = contents[0].plan
    round_ = _("round {n}").format(n=plan.round_number)
    frame = Frame(kind=_("Weekly look"), whose=f"{plan.team}  ·  {round_}")
    return flowing(frame, list(_WeeklyLooks(contents, options.paper).pieces()), options.paper)


@dataclass(frozen=True)
class _WeeklyLooks:
    contents: Sequence[WeeklySheetContent]
    paper: Paper

    def pieces(self) -> Iterator[Piece]:
        """The day, then each improvement."""
        day = self.contents[0].day
        yield self._parts.title(_("Weekly look, {day}").format(day=days.full(day)))
        hint = _("Ten minutes, standing. Write what is said: it can be typed afterwards.")
        yield self._parts.text(hint, SMALL, gap=0.8)
        for content in self.contents:
            yield from self._together(list(self._improvement(content)))

    @property
    def _parts(self) -> BookParts:
        return BookParts(self.paper.left, self.paper.column)

    def _together(self, pieces: list[Piece]) -> list[Piece]:
        """Keep an improvement on one page, unless it needs more than a page."""
        if height_of(pieces) > self.paper.room:
            return pieces
        return [*(replace(piece, keep=True) for piece in pieces[:-1]), pieces[-1]]

    def _improvement(self, content: WeeklySheetContent) -> Iterator[Piece]:
        plan = content.plan
        start = plan.pick.start_on
        when = days.of_thirty(start, content.day) if start else ""
        yield self._parts.part(f"{plan.slot}  {plan.title}", when, gap=6.0)
        about = with_dots(filter(None, (plan.promise, plan.doers)))
        if about:
            yield self._parts.text(about, SMALL_INK, gap=0.8)
        yield from self._moved(content)
        yield from self._in_the_way(content)

    def _moved(self, content: WeeklySheetContent) -> Iterator[Piece]:
        yield self._parts.label(_("What moved"), gap=2.6)
        if content.look.moved:
            yield from map(self._parts.item, content.look.moved)
        else:
            yield self._parts.text(_("Nothing in seven days."), SMALL, keep=True)
        yield from to_write(1, self.paper.left, self.paper.column, _ROW)

    def _in_the_way(self, content: WeeklySheetContent) -> Iterator[Piece]:
        look = content.look
        heads = (
            _("What is in the way"),
            _("Who clears it"),
            _("By {day}").format(day=days.short(look.friday)),
        )
        cells = [
            Cell(x, (set_text(text, SMALL, width),))
            for text, (x, width) in zip(heads, self._columns, strict=True)
        ]
        ruled = partial(self._rule, 0.9, INK)
        yield row(cells, pad=0.6, gap=3.0, keep=True, paint=ruled, again=nothing, role="TH")
        yield from map(self._thing, (*look.in_the_way, None))

    @property
    def _columns(self) -> list[tuple[float, float]]:
        """Left edge and width of each column."""
        width, x, found = self.paper.column, self.paper.left, []
        for share in (_WHAT, _WHO, 1 - _WHAT - _WHO):
            found.append((x, width * share - _BETWEEN))
            x += width * share
        return found

    def _thing(self, thing: InTheWay | None) -> Piece:
        """One thing that delays the doers; without one, a row to write in."""
        (x, wide), (who_x, who_wide), (box_x, _wide) = self._columns
        words, how_long, who = (thing.words, thing.how_long, thing.who) if thing else ("", "", "")
        what = [set_text(words, BODY, wide)]
        if how_long:
            what.append(set_text(how_long, SMALL, wide))
        who_clears = (set_text(who, STRONG, who_wide),)
        cells = [Cell(x, tuple(what)), Cell(who_x, who_clears), Cell(box_x, ())]
        to_fill = [
            column for column, text in zip(self._columns, (words, who), strict=False) if not text
        ]
        paint = partial(self._draw_thing, to_fill)
        again = partial(self._rule, 0.4, HAIR)
        return row(level(cells), least=_ROW, pad=_PAD, paint=paint, again=again, role="TR")

    def _draw_thing(
        self,
        to_fill: Sequence[tuple[float, float]],
        canvas: PageCanvas,
        top: float,
        height: float,
    ) -> None:
        self._rule(0.4, HAIR, canvas, top, height)
        for x, width in to_fill:
            canvas.writing_line(x, x + width, top + height - _BASE)
        canvas.box(self._columns[-1][0], top + (min(height, _ROW) - BOX) / 2)

    def _rule(
        self, weight: float, color: str, canvas: PageCanvas, top: float, height: float
    ) -> None:
        canvas.rule(self.paper.left, self.paper.right, top + height, weight, color)
