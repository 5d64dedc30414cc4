"""The year on one axis: rings, looks again, and figures, twelve rounds from left to right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from cxworkshop import days
from cxworkshop.content.values import YearContent, YearRing
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.looks import after_months
from cxworkshop.model import LOOK_AGAIN_AFTER, MAX_PICKS, Expected, Look
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import SMALL, aligned, set_on_a_line, set_text
from cxworkshop.sheets.layout.figures import stage_ring
from cxworkshop.sheets.layout.flow import FixedPiece, Paint, PaintedRow, Piece
from cxworkshop.sheets.paper import ACCENT, EDGE, HAIR, INK, MM, WHITE, Paper
from cxworkshop.sheets.share.year_marks import look_mark, look_word
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock
from cxworkshop.stages import Stage, stage_word

ACROSS = 12  # rounds on one axis
_NAMES, _TOTALS = 36.0, 25.0  # mm: the columns left and right of the rounds
_RING, _STEP = 3.2, 9.2  # mm: radius of a ring, and from one to the next
_BEFORE, _BESIDE = 0.5, 0.9  # mm: left of a ring, and between it and its count
_LOOK, _LOOKS_APART = 1.5, 4.4
_BETWEEN_ROUNDS = 1.6  # mm, between their names
_SMALLEST = 7.0  # points
_THREAD = 4.6  # mm, from the lowest ring to the thread
_ROW = 5.6
_TEXT = Style(size=10, leading=12)
_STRONG = Style(face=SEMI, size=10, leading=12)
_COUNT = Style(size=8, leading=9)
_NUMBER = Style(face=HEAVY, size=17, leading=19, color=ACCENT, align="right")
_CENTRE = aligned(_TEXT, "center")


@dataclass(frozen=True)
class YearAxis:
    """Up to twelve rounds of the year; those still to come stay free, to be drawn in by hand."""

    year: YearContent
    rounds: tuple[int, ...]
    paper: Paper

    def picked(self) -> Piece:
        """Three places for each round, how many customers notice, and the months below."""
        line = MAX_PICKS * _STEP + _THREAD - 3.0
        return FixedPiece(height=line + 11.4, gap=1.6, paint=partial(self._draw_picked, line))

    def looks(self) -> Iterator[Piece]:
        """What stayed after 3, 6 and 12 months: a mark for each ring that was kept."""
        for months in LOOK_AGAIN_AFTER:
            found = [look.found for ring in self._rings for look in ring.looks
                     if look.months == months]  # fmt: skip
            still = found.count(Look.NOTICED)
            of = _("{n} of {all}").format(n=still, all=len(found))
            name = after_months(months)
            cells = [partial(self._draw_looks, number, months) for number in self._numbers]
            yield self._row(name, cells, _("{count} still").format(count=of) if found else "")

    def figures(self) -> Iterator[Piece]:
        """Days to the first step, days lost, and how often the expectation was right."""
        first = [self._steps(number) for number in self._numbers]
        texts = [with_commas(map(str, steps)) for steps in first]
        yield self._texts(_("Days to first step"), texts, _least_to_most(chain(*first)))
        lost = [self._lost(number) for number in self._numbers]
        total = _("{n} in all").format(n=sum(n for n in lost if n is not None))
        texts = ["" if n is None else str(n) for n in lost]
        yield self._texts(_("Days lost to blockers"), texts, total)
        yield self._expected()

    @property
    def _numbers(self) -> tuple[int, ...]:
        """The rounds of this axis, with those that are still to come."""
        first = self.rounds[0]
        return tuple(range(first, first + ACROSS))

    @property
    def _rings(self) -> list[YearRing]:
        return [ring for ring in self.year.rings if ring.round_number in self.rounds]

    def _of(self, number: int) -> list[YearRing]:
        return [ring for ring in self._rings if ring.round_number == number]

    @property
    def _each(self) -> float:
        return (self.paper.column - _NAMES - _TOTALS) / ACROSS

    def _left(self, number: int) -> float:
        return self.paper.left + _NAMES + (number - self.rounds[0]) * self._each

    def _steps(self, number: int) -> list[int]:
        return [ring.days_to_first_step for ring in self._of(number)
                if ring.days_to_first_step is not None]  # fmt: skip

    def _lost(self, number: int) -> int | None:
        there = self._of(number)
        return sum(ring.days_lost for ring in there) if there else None

    def _expected(self) -> Piece:
        answers = [[text for ring in self._of(n) for text in ring.expected] for n in self._numbers]
        every = [text for texts in answers for text in texts]
        of = partial(_("{n} of {all}").format)
        texts = [
            of(n=each.count(Expected.RIGHT), all=len(each)) if each else "" for each in answers
        ]
        total = of(n=every.count(Expected.RIGHT), all=len(every))
        total = _("{count} right").format(count=total) if every else ""
        return self._texts(_("We expected it right"), texts, total)

    def _texts(self, name: str, texts: Sequence[str], total: str) -> Piece:
        cells = [partial(self._draw_text, n, t) for n, t in zip(self._numbers, texts, strict=True)]
        return self._row(name, cells, total)

    def _row(self, name: str, cells: Sequence[Callable[..., None]], total: str) -> Piece:
        label = set_text(name, aligned(_TEXT, "left"), _NAMES - 2)
        sums = set_text(total, aligned(_STRONG, "right"), _TOTALS)
        height = max(_ROW, label.height / MM, sums.height / MM)
        right = self.paper.right - _TOTALS

        def words(block: TextBlock, x: float, canvas: PageCanvas, top: float, high: float) -> None:
            canvas.words(block, x, top + (high - block.height / MM) / 2)

        first: Paint = partial(words, label, self.paper.left)
        return PaintedRow(height=height, cells=(first, *cells, partial(words, sums, right)))

    def _draw_text(
        self, number: int, text: str, canvas: PageCanvas, top: float, high: float
    ) -> None:
        block = set_on_a_line(text, _CENTRE, self._each - 1.2, least=_SMALLEST)
        canvas.words(block, self._left(number) + 0.6, top + (high - block.height / MM) / 2)

    def _draw_looks(
        self, number: int, months: int, canvas: PageCanvas, top: float, high: float
    ) -> None:
        kept = [found for ring in self._of(number) if (found := look_found(ring, months))]
        if not kept:
            return
        alt = with_commas(map(look_word, kept))
        with canvas.figure(_("Round {n}: {what}").format(n=number, what=alt)):
            x = self._left(number) + self._each / 2 - (len(kept) - 1) * _LOOKS_APART / 2
            for found in kept:
                look_mark(canvas, found, x, top + high / 2, _LOOK)
                x += _LOOKS_APART

    def _draw_picked(self, line: float, canvas: PageCanvas, top: float, _high: float) -> None:
        left, right = self._left(self.rounds[0]), self._left(self._numbers[-1]) + self._each
        for number in self._numbers:
            self._draw_round(number, canvas, top)
        canvas.rule(left, right, top + line, 2.6, ACCENT)
        for n in range(ACROSS + 1):
            x = left + n * self._each
            canvas.upright(x, top + line - 1.6, top + line + 1.6, 1.2, ACCENT)
        for number in self._numbers:
            self._draw_month(number, canvas, top + line + 2.2)
        self._draw_sums(canvas, top)

    def _draw_round(self, number: int, canvas: PageCanvas, top: float) -> None:
        there = {ring.slot: ring for ring in self._of(number)}
        for slot in range(1, MAX_PICKS + 1):
            y = top + (MAX_PICKS - slot) * _STEP + _RING + 0.6
            ring, x = there.get(slot), self._left(number) + _RING + _BEFORE
            if ring is None:
                canvas.dotted_ring(x, y, _RING, EDGE)
                continue
            with canvas.figure(_alt(ring)):
                stage_ring(canvas, ring.stage, x, y, _RING)
                _draw_slot(canvas, ring, x, y)
                room = self._each - 2 * _RING - _BEFORE - _BESIDE
                count = set_on_a_line(ring.counted, _COUNT, room, least=_SMALLEST)
                canvas.words(count, x + _RING + _BESIDE, y - count.height / MM / 2)

    def _draw_month(self, number: int, canvas: PageCanvas, top: float) -> None:
        left = self._left(number)
        if number in self.rounds:
            day = self.year.started_on[self.year.rounds.index(number)]
            month = set_text(days.month(day), aligned(_STRONG, "center"), self._each)
            canvas.words(month, left, top)
        words, room = _("round {n}").format(n=number), self._each - _BETWEEN_ROUNDS
        round_ = set_on_a_line(words, aligned(SMALL, "center"), room, least=_SMALLEST)
        canvas.words(round_, left + _BETWEEN_ROUNDS / 2, top + _STRONG.leading / MM)

    def _draw_sums(self, canvas: PageCanvas, top: float) -> None:
        """Draw how many were kept and how many answers said that they notice."""
        notice = sum(ring.notice for ring in self._rings)
        answered = sum(ring.answered for ring in self._rings)
        count = _("{n} of {all}").format(n=notice, all=answered)
        begun = [story for story in self.year.stories if story.rounds[0] in self.rounds]
        of_picked = ngettext("of {n} kept", "of {n} kept", len(begun)).format(n=len(begun))
        blocks = [
            set_text(str(sum(story.kept for story in begun)), _NUMBER, _TOTALS),
            set_text(of_picked, aligned(SMALL, "right"), _TOTALS),
            set_text(count, aligned(_STRONG, "right"), _TOTALS),
            set_text(_("noticed"), aligned(SMALL, "right"), _TOTALS),
        ]
        for block in blocks if answered else blocks[:2]:
            canvas.words(block, self.paper.right - _TOTALS, top)
            top += block.height / MM + 0.6


def look_found(ring: YearRing, months: int) -> str:
    """What customers said then; "due" while nobody was asked, "" where nobody will be."""
    for look in ring.looks:
        if look.months == months:
            return look.found
    lost = any(look.found != Look.NOTICED for look in ring.looks)
    return "due" if ring.stage is Stage.KEPT and not lost else ""


def _alt(ring: YearRing) -> str:
    text = _("Round {n}, place {slot}: {title}, {stage}")
    about = text.format(
        n=ring.round_number, slot=ring.slot, title=ring.title, stage=stage_word(ring.stage)
    )
    return with_commas((about, ring.counted)) if ring.counted else about


def _draw_slot(canvas: PageCanvas, ring: YearRing, x: float, y: float) -> None:
    """Draw the number in the ring, white on a disc; a dot leaves no room for it."""
    if ring.stage in (Stage.DOING, Stage.PICKED):
        return
    color = {Stage.KEPT: WHITE, Stage.NOT_SURE: ACCENT}.get(ring.stage, INK)
    style = Style(face=HEAVY, size=8.4, leading=9, color=color, align="center")
    number = set_text(str(ring.slot), style, 2 * _RING)
    canvas.words(number, x - _RING, y - number.height / MM / 2)


def _least_to_most(steps: Iterable[int]) -> str:
    """ "2 to 9 days"; "" without any."""
    found = list(steps)
    if not found:
        return ""
    if min(found) == max(found):
        return ngettext("{most} day", "{most} days", max(found)).format(most=max(found))
    return _("{least} to {most} days").format(least=min(found), most=max(found))


def ruled(paper: Paper) -> Piece:
    """A hairline between two parts."""

    def paint(canvas: PageCanvas, top: float, height: float) -> None:
        canvas.rule(paper.left, paper.right, top + height / 2, 0.4, HAIR)

    return FixedPiece(height=2.4, paint=paint)
