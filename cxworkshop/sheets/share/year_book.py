"""The year's book: every round with its rings, what customers noticed, and what stayed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxworkshop import days
from cxworkshop.content.values import PosterContent, YearBookContent, YearRound
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import MAX_PICKS
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.figures import stage_ring
from cxworkshop.sheets.layout.flow import Cell, FixedPiece, Piece, level, nothing, row
from cxworkshop.sheets.layout.page_frame import Frame, flowing, privacy
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, HAIR, MM, Paper
from cxworkshop.sheets.share.parts import BODY, SMALL_INK, STRONG, BookParts
from cxworkshop.sheets.typesetting.text import TextBlock
from cxworkshop.stages import FREE, STAGE_WORDS, Stage, stage_word

_ACROSS, _FEW = 12, 6  # rounds on a line; a few are set farther apart
_RING, _STEP = 3.4, 9.6  # mm on the year's thread: radius of a ring, and from ring to ring
_LEGEND = 2.2  # mm, radius
_LEGEND_STEP = 7.0
_SMALL_RING = 2.6
_RING_COLUMN = 9.0
_SHARES = (0.45, 0.17, 0.27)  # of the width: improvement, stage, what customers noticed
_GAP = 4.0
_PAD = 1.8


def year_book(book: YearBookContent, options: PrintOptions) -> list[Page]:
    """Draw all rounds, on as many pages as they need."""
    frame = Frame(kind=_("The year’s book"), whose=book.team, privacy=privacy())
    return flowing(frame, list(_Year(book, options.paper).pieces()), options.paper)


@dataclass(frozen=True)
class _Year:
    book: YearBookContent
    paper: Paper

    @property
    def _parts(self) -> BookParts:
        return BookParts(self.paper.left, self.paper.column)

    def pieces(self) -> Iterator[Piece]:
        """The thread with its rings, then round by round, then what stayed."""
        parts, rounds = self._parts, self.book.rounds
        yield parts.title(_("What we picked, and what became of it"))
        yield parts.text(_summary(self.book), BODY, gap=1.0)
        for start in range(0, len(rounds), _ACROSS):
            yield self._thread(rounds[start : start + _ACROSS])
        yield from self._legend()
        for round_ in rounds:
            yield from self._round(round_)
        yield from self._stayed()

    def _thread(self, rounds: tuple[YearRound, ...]) -> Piece:
        """Three rings for each round, and the months below the line."""
        each = self._parts.width / (_ACROSS if len(rounds) > _FEW else _FEW)
        label = aligned(SMALL_INK, "center")
        months = [set_text(_month(round_), label, each) for round_ in rounds]
        line = MAX_PICKS * _STEP + 1.0
        height = line + 4.0 + max(words.height for words in months) / MM

        def paint(canvas: PageCanvas, top: float, _height: float) -> None:
            left = self._parts.x
            canvas.rule(left, left + each * len(rounds), top + line, 1.4, ACCENT)
            for n, (round_, month) in enumerate(zip(rounds, months, strict=True)):
                x = left + each * (n + 0.5)
                _rings(canvas, round_, x, top)
                canvas.disc(x, top + line, 1.0)
                canvas.words(month, x - each / 2, top + line + 2.4)

        return FixedPiece(height=height, gap=5.0, keep=True, paint=paint)

    def _legend(self) -> Iterator[Piece]:
        """Each kind of ring with its meaning in words, on as many lines as they need."""
        words = {stage: set_text(stage_word(stage), SMALL_INK, 60) for stage in self._stages()}
        lines: list[list[str]] = [[]]
        across = 0.0
        for stage, block in words.items():
            across += _legend_step(block)
            if across - _LEGEND_STEP > self._parts.width:
                lines.append([])
                across = _legend_step(block)
            lines[-1].append(stage)
        for number, line in enumerate(lines):
            gap = 0.0 if number else 3.0
            yield self._legend_line({stage: words[stage] for stage in line}, gap)

    def _stages(self) -> list[str]:
        """What a ring may mean here; "picked, and not begun" only where that was so."""
        there = {poster.stage for round_ in self.book.rounds for poster in round_.picks}
        return [stage for stage in STAGE_WORDS if stage != Stage.PICKED or stage in there]

    def _legend_line(self, words: dict[str, TextBlock], gap: float) -> Piece:
        def paint(canvas: PageCanvas, top: float, height: float) -> None:
            x = self._parts.x
            for stage, block in words.items():
                stage_ring(canvas, stage, x + _LEGEND, top + height / 2, _LEGEND)
                canvas.words(block, x + 2 * _LEGEND + 1.6, top + (height - block.height / MM) / 2)
                x += _legend_step(block)

        return FixedPiece(height=6.0, gap=gap, paint=paint)

    def _round(self, round_: YearRound) -> Iterator[Piece]:
        text = _("Round {n}, from {day}")
        title = text.format(n=round_.number, day=days.full(round_.started_on))
        yield self._parts.part(title)
        if not round_.picks:
            yield self._parts.text(_("Nothing was picked yet."), gap=1.0)
        for poster in round_.picks:
            yield self._improvement(poster)

    def _improvement(self, poster: PosterContent) -> Piece:
        """A row: ring, title and our words, stage, and what customers noticed."""
        parts = self._parts
        what, stage, noticed = (parts.width * share for share in _SHARES)
        ours = _("{lead}: {words}").format(lead=poster.lead, words=poster.ours_among_us)
        counts = [set_text(poster.counted or _("Nobody has been asked yet."), BODY, noticed)]
        counts += [set_text(poster.others, SMALL_INK, noticed)] if poster.others else []
        first = parts.x + _RING_COLUMN
        cells = [
            Cell(first, (set_text(poster.title, STRONG, what), set_text(ours, SMALL_INK, what))),
            Cell(first + what + _GAP, (set_text(stage_word(poster.stage), BODY, stage),)),
            Cell(first + what + stage + 2 * _GAP, tuple(counts)),
        ]

        def paint(canvas: PageCanvas, top: float, height: float) -> None:
            canvas.rule(parts.x, parts.x + parts.width, top + height, 0.4, HAIR)
            stage_ring(canvas, poster.stage, parts.x + _SMALL_RING + 0.4, top + 4.4, _SMALL_RING)

        return row(level(cells), pad=_PAD, paint=paint, again=nothing, role="TR")

    def _stayed(self) -> Iterator[Piece]:
        """A list of improvements that customers notice and that stay without us (R5)."""
        if self.book.stayed:
            yield self._parts.part(_("What stayed"))
            yield from map(self._parts.item, self.book.stayed)


def _legend_step(block: TextBlock) -> float:
    """From one ring of the legend to the next, in mm."""
    return 2 * _LEGEND + 1.6 + block.widest / MM + _LEGEND_STEP


def _month(round_: YearRound) -> str:
    """The month, and the year on a line below."""
    return f"{days.month(round_.started_on)}\n{round_.started_on.year}"


def _summary(book: YearBookContent) -> str:
    """ "3 kept of 5 picked in 3 rounds"."""
    text = ngettext(
        "{kept} kept of {picked} picked in {n} round",
        "{kept} kept of {picked} picked in {n} rounds",
        len(book.rounds),
    )
    return text.format(kept=book.kept, picked=book.picked, n=len(book.rounds))


def _rings(canvas: PageCanvas, round_: YearRound, x: float, top: float) -> None:
    """Draw the three slots of a round, one below the other."""
    stages = [poster.stage for poster in round_.picks]
    stages += [FREE] * (MAX_PICKS - len(stages))
    for place, stage in enumerate(stages):
        stage_ring(canvas, stage, x, top + _STEP * place + _RING + 0.4, _RING)
