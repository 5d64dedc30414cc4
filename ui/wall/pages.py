"""From blocks to pages: a page is full when the next block does not fit whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxworkshop.i18n import _
from ui.theme.mirror import is_mirrored, runs_against
from ui.wall.cutting import in_parts
from ui.wall.scene import (
    WallBlock,
    WallPage,
    centred,
    line_to_right,
    stack,
    text,
    together,
    width_of,
)
from ui.wall.shapes import bar, rule
from ui.wall.tokens import FACT, HEADING, SMALL, SMALLEST, STRONG, TITLE, WallStyle

MARGIN, TOP, FOOT = 90, 56, 112
STRIP, STRIP_MIDDLE = 149, 57  # of the timer, below its rule
NOTHING = WallBlock((), 0)
BAR_GAP = 34  # from a bar's left edge to the words


@dataclass(frozen=True)
class WallFrame:
    """The size of a Wall in units, and where its content may be."""

    width: float
    height: float
    below: float = 0  # what the timer takes of the Wall, at its foot

    @classmethod
    def of(cls, width: float, height: float, smallest: float) -> WallFrame:
        """The frame of a screen in pixels whose back row reads text of this size in pixels."""
        unit = smallest / SMALLEST
        return cls(width / unit, height / unit)

    def above(self, strip: float) -> WallFrame:
        """The frame that is left above a strip for the timer."""
        return replace(self, height=self.height - strip, below=strip)

    @property
    def left(self) -> float:
        """The margin: smaller on a narrow Wall."""
        return min(MARGIN, self.width * 0.047)

    @property
    def column(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.left

    @property
    def bottom(self) -> float:
        """Where content ends on a page without a foot."""
        return self.height - (20 if self.below else min(44.0, self.left / 2))

    @property
    def above_foot(self) -> float:
        """Where content ends above the foot; while the timer runs its strip is the foot."""
        return self.bottom if self.below else self.height - FOOT - 24

    @property
    def is_narrow(self) -> bool:
        """Whether two columns have no room beside one another."""
        return self.column < 1200

    def page(self, *placed: tuple[WallBlock, float, float]) -> WallPage:
        """A page of blocks at their places."""
        pieces = [piece for block, x, y in placed for piece in block.at(x, y)]
        if is_mirrored():
            pieces = [piece.mirrored(self.width) for piece in pieces]
        return WallPage(tuple(pieces), self.width, self.height + self.below)


def heading(
    frame: WallFrame,
    words: str,
    fact: str = "",
    *,
    lead: tuple[WallBlock, float] | None = None,
    right: tuple[WallBlock, float] | None = None,
    style: WallStyle = TITLE,
) -> WallBlock:
    """A title line with a rule below it."""
    title = title_line(frame, words, fact, lead=lead, right=right, style=style)
    ruled = rule(frame.column)
    return together((title, 0, 0), (ruled, frame.left, title.height), height=title.height)


def title_line(
    frame: WallFrame,
    words: str,
    fact: str = "",
    *,
    lead: tuple[WallBlock, float] | None = None,
    right: tuple[WallBlock, float] | None = None,
    style: WallStyle = TITLE,
) -> WallBlock:
    """The title with a fact at its right; `lead` is a tag or a ring.

    `lead` and `right` come with their widths. A fact without room beside the title stands below.
    """
    left, left_wide = lead or (NOTHING, -28)
    indent = left_wide + 28
    beside, taken = right or _fact_beside(fact)
    room, below = frame.column - indent - taken - 40, NOTHING
    if fact and not right and room < frame.column * 0.4:
        below, beside, room = text(fact, FACT, frame.column), NOTHING, frame.column - indent
    title = text(words, style, room)
    bottom = TOP + max(title.height, 80.0, 40 + left.height / 2)
    return together(
        (title, frame.left + indent, TOP),
        (left, frame.left, TOP + 40 - left.height / 2),
        (beside, frame.left + frame.column - taken, TOP + 40 - beside.height / 2),
        (below, frame.left, bottom),
        height=bottom + below.height + 24,
    )


def _fact_beside(fact: str) -> tuple[WallBlock, float]:
    """What stands at the right of a title, and its width; without a fact, no gap either."""
    wide = width_of(fact, FACT)
    return (text(fact, FACT, wide), wide - FACT.px / 8) if fact else (NOTHING, -40.0)


def foot(frame: WallFrame, words: str, number: int, of: int) -> WallBlock:
    """The foot of a page: a fact at the left, the number of the page at the right."""
    if frame.below:
        return page_number(frame, number, of)
    y = frame.height - FOOT
    parts = [(rule(frame.column), frame.left, y)]
    page = page_of(number, of)
    wide = width_of(page, STRONG)
    fact = text(words, SMALL, frame.column - wide - 40) if words else NOTHING
    if fact.height <= SMALL.line:  # the number of the page is more needed than what is too long
        parts.append((fact, frame.left, y + 32))
    if of > 1:
        parts.append((line_to_right(page, STRONG, frame.left + frame.column), 0, y + 30))
    return together(*parts, height=FOOT)


def page_number(frame: WallFrame, number: int, of: int) -> WallBlock:
    """The number of the page beside the timer, to which the rest of the foot gives way."""
    if of <= 1:
        return NOTHING
    words = line_to_right(page_of(number, of), STRONG, frame.left + frame.column)
    y = frame.height + STRIP_MIDDLE - STRONG.line / 2
    return together((words, 0, y), height=0)


def page_of(number: int, of: int) -> str:
    """ "page 1 of 2"."""
    return _("page {n} of {all}").format(n=number, all=of)


def spoken_words(words: str, style: WallStyle, width: float, thick: float = 4) -> WallBlock:
    """A customer's words, a bar where they begin: at their left, or at their right."""
    said = text(_("“{words}”").format(words=words), style, width - BAR_GAP)
    line = bar(said.height, thick)
    if runs_against(words):
        return together((said, 0, 0), (line, width - thick, 0))
    return together((line, 0, 0), (said, BAR_GAP, 0))


def empty_page(frame: WallFrame, head: WallBlock, words: str) -> list[WallPage]:
    """A heading and one sentence, large, in the middle of the room that is left."""
    said = centred(words, HEADING, frame.column)
    spare = frame.bottom - head.height - said.height
    return [frame.page((head, 0, 0), (said, frame.left, head.height + max(spare * 0.4, 32)))]


@dataclass(frozen=True)
class Flow:
    """Blocks below one another on as many pages as they need, below the same heading.

    One that is higher than a page goes on on the next. `lines` puts a rule above each block but
    the first. `fact` stands in the foot.
    """

    frame: WallFrame
    head: WallBlock
    gap: float = 36
    lines: bool = False
    fact: str = ""

    @property
    def top(self) -> float:
        """Where blocks begin; below a heading that would leave no room they begin a page."""
        return 0 if self._head_is_alone else self.head.height + (self.gap / 2 if self.lines else 32)

    @property
    def room(self) -> float:
        """The height of a page that blocks have."""
        return self.frame.above_foot - max(self.top, TOP)

    @property
    def _head_is_alone(self) -> bool:
        return self.head.height > self.frame.above_foot * 0.62

    def pages(self, blocks: Sequence[WallBlock]) -> list[WallPage]:
        """At least one page."""
        alone = stack(self._spaced(blocks), 0)
        whole = self.top + alone.height <= self.frame.bottom and not self._head_is_alone
        runs = [list(blocks)] if whole and not self.fact else self._runs(blocks)
        bodies = [self._body(run) for run in runs]
        if self._head_is_alone:
            below = bodies if blocks else []  # a question without answers has no empty page
            return self._numbered([*in_parts(self.head, self.frame.above_foot), *below])
        return self._numbered([together((self.head, 0, 0), (body, 0, 0)) for body in bodies])

    def pages_after(self, first: WallBlock, blocks: Sequence[WallBlock]) -> list[WallPage]:
        """A page of its own, then these blocks on as many more as they need, if there are any."""
        runs = self._runs(blocks) if blocks else []
        bodies = [together((self.head, 0, 0), (self._body(run), 0, 0)) for run in runs]
        return self._numbered([first, *bodies])

    def _numbered(self, bodies: Sequence[WallBlock]) -> list[WallPage]:
        of = len(bodies)
        has_foot = of > 1 or bool(self.fact)
        return [
            self.frame.page(
                (body, 0, 0), *([(foot(self.frame, self.fact, n, of), 0, 0)] if has_foot else [])
            )
            for n, body in enumerate(bodies, 1)
        ]

    def _runs(self, blocks: Sequence[WallBlock]) -> list[list[WallBlock]]:
        runs: list[list[WallBlock]] = [[]]
        left = self.room
        for block in (part for one in blocks for part in in_parts(one, self.room)):
            needs = block.height + (self.gap if runs[-1] else 0)
            if needs > left and runs[-1]:
                runs.append([])
                left, needs = self.room, block.height
            runs[-1].append(block)
            left -= needs
        return runs

    def _spaced(self, blocks: Sequence[WallBlock]) -> list[WallBlock]:
        spaces = [WallBlock((), self.gap)] * len(blocks)
        return [one for pair in zip(blocks, spaces, strict=True) for one in pair][:-1]

    def _body(self, run: Sequence[WallBlock]) -> WallBlock:
        parts: list[tuple[WallBlock, float, float]] = []
        y = max(self.top, TOP)
        for n, block in enumerate(run):
            if n and self.lines:
                parts.append((rule(self.frame.column), self.frame.left, y + self.gap / 2))
            y += self.gap if n else 0
            parts.append((block, self.frame.left, y))
            y += block.height
        return together(*parts)
