"""The year to hang up: what was picked, what stayed, how soon, and the ten ways; landscape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop import days
from cxworkshop.content.values import YearContent, YearStory
from cxworkshop.i18n import _, with_commas
from cxworkshop.looks import after_months
from cxworkshop.model import LOOK_AGAIN_AFTER
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import SMALL, aligned, set_text
from cxworkshop.sheets.layout.document import Page, enlarged
from cxworkshop.sheets.layout.figures import stage_ring
from cxworkshop.sheets.layout.flow import (
    Cell,
    FixedPiece,
    Piece,
    height_of,
    level,
    row,
    spread,
)
from cxworkshop.sheets.layout.form_lines import title
from cxworkshop.sheets.layout.page_frame import Frame, framed, privacy, table_on_pages
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import A3, A4, HAIR, INK, MM, Paper
from cxworkshop.sheets.share.year_axis import ACROSS, YearAxis, ruled
from cxworkshop.sheets.share.year_marks import look_legend, look_word, stage_legend
from cxworkshop.sheets.share.year_ways import TenWays
from cxworkshop.sheets.typesetting.fonts import HEAVY, SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_SHARES = (0.34, 0.08, 0.16, 0.1, 0.1, 0.1, 0.06, 0.06)  # of the width, behind the ring
_RING, _RING_COLUMN, _GAP, _PAD = 2.6, 9.0, 3.0, 1.6  # mm
_MOST_SPREAD = 6.0
_TITLE = Style(face=HEAVY, size=22, leading=25.5, role="H1")
_WORDS = Style(size=10, leading=13)
_STRONG = Style(face=SEMI, size=10.4, leading=13.4)
_HEAD = Style(face=SEMI, size=10, leading=12.6)


def year_wall(year: YearContent, options: PrintOptions) -> list[Page]:
    """Draw twelve rounds on a page, then each thing that was picked, told once."""
    wall = _YearWall(year, options.paper.landscape)
    frame = Frame(kind=_("The year to hang up"), whose=year.team, privacy=privacy())
    return framed(frame, [*wall.axes(), *wall.stories()], wall.paper)


def year_wall_a3(year: YearContent, options: PrintOptions) -> list[Page]:
    """Draw the same on A3, to be read from farther away."""
    pages = year_wall(year, replace(options, paper=A4))
    return [enlarged(page, A3.landscape) for page in pages]


@dataclass(frozen=True)
class _YearWall:
    year: YearContent
    paper: Paper

    def axes(self) -> Iterator[list[Piece]]:
        """A page for each twelve rounds."""
        rounds = self.year.rounds
        for start in range(0, len(rounds), ACROSS):
            here = rounds[start : start + ACROSS]
            pieces = list(self._axis(here, first=not start))
            yield _spread(pieces, self.paper.room)

    def _axis(self, rounds: tuple[int, ...], *, first: bool) -> Iterator[Piece]:
        paper, axis = self.paper, YearAxis(self.year, rounds, self.paper)
        yield self._top(rounds, first=first)
        yield stage_legend(_("Picked"), paper.left, paper.column)
        yield axis.picked()
        yield ruled(paper)
        yield look_legend(_("Looked again"), paper.left, paper.column)
        yield from axis.looks()
        yield ruled(paper)
        yield from axis.figures()
        yield ruled(paper)
        yield from TenWays(self.year, rounds, paper).pieces()

    def _top(self, rounds: tuple[int, ...], *, first: bool) -> Piece:
        """The title, and from when to when these rounds went."""
        begun = [self.year.started_on[self.year.rounds.index(n)] for n in (rounds[0], rounds[-1])]
        months = list(dict.fromkeys(map(days.month_year, begun)))
        span = _("{first} to {last}").format(first=months[0], last=months[-1])
        half = self.paper.column / 2
        style = _TITLE if first else replace(_TITLE, role="H2")
        head = set_text(_("Our year"), style, half)
        words = set_text(span if len(months) > 1 else months[0], _WORDS, half)
        note = _("beside a ring: how many {customers} notice, of those asked")
        beside = set_text(note, aligned(SMALL, "right"), half)
        paint = partial(_draw_top, head, words, beside)
        return FixedPiece(height=10.4, paint=paint)

    def stories(self) -> list[list[Piece]]:
        """Each story as a row: how many noticed check after check, and what stayed."""
        if not self.year.stories:
            return []
        head = self._head()
        top = title(_("What we picked, and what became of it"), self.paper, 16, role="H2")
        rows = [self._story(story) for story in self.year.stories]
        return table_on_pages([top], head, rows, self.paper.room)

    @property
    def _columns(self) -> list[tuple[float, float]]:
        """Left edge and width of each column."""
        width, x, found = self.paper.column - _RING_COLUMN, self.paper.left + _RING_COLUMN, []
        for share in _SHARES:
            found.append((x, width * share - _GAP))
            x += width * share
        return found

    def _head(self) -> Piece:
        after = [after_months(months) for months in LOOK_AGAIN_AFTER]
        heads = [
            _("What we did"),
            _("Rounds"),
            _("How many noticed"),
            *after,
            _("Days to first step"),
            _("Days lost"),
        ]
        cells = [
            Cell(x, (set_text(text, _HEAD, width),))
            for text, (x, width) in zip(heads, self._columns, strict=True)
        ]
        paint = partial(_rule, self.paper, (0.9, INK))
        return row(cells, pad=0.8, paint=paint, keep=True, role="TH")

    def _story(self, story: YearStory) -> Piece:
        (x, width), *others = self._columns
        ours = _("{lead}: {words}").format(lead=story.lead, words=story.ours)
        what = (set_text(story.title, _STRONG, width), set_text(ours, SMALL, width))
        texts = [
            with_commas(map(str, story.rounds)),
            story.counted or _("not asked yet"),
            *(_look_text(story, months) for months in LOOK_AGAIN_AFTER),
            "–" if story.days_to_first_step is None else str(story.days_to_first_step),
            str(story.days_lost),
        ]
        cells = [Cell(x, what)]
        cells += [
            Cell(left, (set_text(text, _WORDS, wide),))
            for text, (left, wide) in zip(texts, others, strict=True)
        ]
        ring = partial(_draw_ring, self.paper, story)
        again = partial(_rule, self.paper, (0.4, HAIR))
        return row(level(cells), pad=_PAD, paint=ring, again=again, role="TR")


def _spread(pieces: list[Piece], room: float) -> list[Piece]:
    """Distribute the free height of the page over the gaps."""
    return spread(pieces, room - height_of(pieces), _MOST_SPREAD)


def _draw_top(
    head: TextBlock,
    words: TextBlock,
    beside: TextBlock,
    canvas: PageCanvas,
    top: float,
    _high: float,
) -> None:
    left, right = canvas.paper.left, canvas.paper.right
    canvas.words(head, left, top)
    canvas.words(words, left + head.widest / MM + 5.0, top + 3.6)
    canvas.words(beside, right - beside.width / MM, top + 4.2)


def _look_text(story: YearStory, months: int) -> str:
    found = [look.found for look in story.looks if look.months == months]
    return look_word(found[-1]) if found else ""


def _rule(
    paper: Paper, line: tuple[float, str], canvas: PageCanvas, top: float, height: float
) -> None:
    canvas.rule(paper.left, paper.right, top + height, *line)


def _draw_ring(
    paper: Paper, story: YearStory, canvas: PageCanvas, top: float, height: float
) -> None:
    _rule(paper, (0.4, HAIR), canvas, top, height)
    stage_ring(canvas, story.stage, paper.left + _RING + 0.4, top + 4.4, _RING)
