"""Where the columns of the board stand: at full size, or the whole list small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.stops.big_list.board.card import CardPainter
from ui.stops.big_list.board.column import ASIDE, GROUP, LOOSE, NEW, BoardColumn
from ui.stops.big_list.board.head import BAND, MOST_LINES, HeadPainter
from ui.stops.big_list.board.lanes import GAP
from ui.stops.big_list.board.line import LineHeads
from ui.theme.theme import Theme

LEAST_CARD, LEAST_COLUMN, CUT_COLUMN, MOST_COLUMN = 176, 171, 198, 240  # at 100 %
BETWEEN, BORDER = 8, 12  # between two columns, and between the shelf and the groups
SHELF_PAD, SHELF_END, COLUMN_PAD = 10, 18, 6  # beside the cards; a scroll bar is in the end
ONE_LINE, STEP, TRACK = 19, 20, 165  # a card in the small list, and the least width of a track
LOW_VIEW = 260  # in a lower one headlines have one line
LEAST_ROW, LEAST_BESIDE = 112, 150  # of a card's height where room is scarce; and of its width
SHARE = 0.53  # of the height for what is not grouped, when both need more than there is


@dataclass
class Ground:
    """What the columns stand on: the viewport's size, and how far the groups are scrolled."""

    width: float = 0.0
    height: float = 0.0
    margin: float = 0.0  # on the right
    across: float = 0.0  # groups scrolled to the left at full size
    down: float = 0.0  # the whole list scrolled up when it is small
    share: float | None = None  # of the height for the shelf, chosen by hand
    left: float = 0.0  # where the groups begin: beside the shelf in a low view
    extent: float = 0.0  # how wide all groups are, or how high the small list is

    @property
    def inner(self) -> float:
        """The width without the margin."""
        return max(1.0, self.width - self.margin)

    @property
    def pane(self) -> float:
        """The width for the groups."""
        return max(1.0, self.inner - self.left)


class FullSize:
    """Cards not grouped flow on a shelf above the groups; every column scrolls by itself.

    In a view too low for both, as with large text, the shelf stands on the left of the groups.
    """

    def __init__(self, theme: Theme, cards: CardPainter) -> None:
        self._theme, self._cards = theme, cards
        self.heads = HeadPainter(theme)
        self.groups_top = 0.0

    def arrange(self, columns: Sequence[BoardColumn], ground: Ground) -> None:
        """Place every column on the ground."""
        shelf = next(column for column in columns if column.kind == LOOSE)
        new = next(column for column in columns if column.kind == NEW)
        grouped = [column for column in columns if column.kind in (GROUP, ASIDE)]
        ground.left, self.heads.lines = 0.0, MOST_LINES
        self._lay_shelf(shelf, ground)
        if not grouped:
            self._without_groups(shelf, new, ground)
            return
        row, wide = self._lay_row(grouped, new, ground)
        if self._is_low(shelf, grouped, ground):
            self._stand_beside(shelf, ground)
            row, wide = self._lay_row(grouped, new, ground)
        else:
            high = self._shelf_height(shelf, grouped, ground)
            shelf.area = QRectF(0, 0, ground.inner, high)
            self.groups_top = high + self._theme.px(BORDER)
        self._place_row(row, wide, ground)
        if new not in row:
            self._place_chip(new, shelf)

    def _lay_row(
        self, grouped: Sequence[BoardColumn], new: BoardColumn, ground: Ground
    ) -> tuple[list[BoardColumn], float]:
        """Lay out the columns that stand in the row; returns them and their width."""
        has_place = self._columns_fit(len(grouped) + 1, ground.pane)
        row = [*grouped, new] if has_place else [*grouped]
        row.sort(key=lambda column: (column.kind == NEW, column.kind == ASIDE))
        wide = self._column_width(len(row), ground.pane)
        for column in row:
            self._lay_column(column, wide, ground.height)
        return row, wide

    def _is_low(self, shelf: BoardColumn, grouped: Sequence[BoardColumn], ground: Ground) -> bool:
        """Whether the view is too low for a row of cards above groups with a card each."""
        needed = self._least(shelf) + max(self._least(column) for column in grouped)
        return bool(shelf.cards) and ground.height < needed + self._theme.px(BORDER)

    def _least(self, column: BoardColumn) -> float:
        """The height of a headline with a card below it; a long card may be cut at its foot."""
        card = column.cards[0].height + 2 * GAP if column.cards else 0.0
        return column.head_height + min(card, self._theme.px(LEAST_ROW))

    def _stand_beside(self, shelf: BoardColumn, ground: Ground) -> None:
        """Let the shelf stand on the left, with half of the width at most."""
        least = self._theme.px(LEAST_BESIDE) + GAP
        lanes = max(1, int(ground.inner / 2 / least))
        wide = max(ground.inner / (3 if lanes == 1 else 2), least + SHELF_PAD + SHELF_END)
        pads = SHELF_PAD, SHELF_END
        shelf.lay_out(wide, lanes, pads, self._cards.height, ground.height)
        shelf.area = QRectF(0, 0, wide, ground.height - 2)
        ground.left, self.groups_top = wide + self._theme.px(BORDER), 0.0
        self.heads.lines = 1 if ground.height < self._theme.px(LOW_VIEW) else MOST_LINES

    def _lay_shelf(self, shelf: BoardColumn, ground: Ground) -> None:
        width = ground.inner
        room = width - SHELF_PAD - SHELF_END + GAP
        lanes = max(1, int(room / (self._theme.px(LEAST_CARD) + GAP)))
        shelf.head_height = self.heads.height(shelf, width)
        pads = SHELF_PAD, SHELF_END
        shelf.lay_out(width, lanes, pads, self._cards.height, ground.height)

    def _lay_column(self, column: BoardColumn, width: float, least: float) -> None:
        column.head_height = self.heads.height(column, width)
        column.lay_out(width, 1, (COLUMN_PAD, COLUMN_PAD), self._cards.height, least)

    def _columns_fit(self, count: int, width: float) -> bool:
        return count * (self._theme.px(LEAST_COLUMN) + BETWEEN) - BETWEEN <= width

    def _column_width(self, count: int, width: float) -> float:
        """All columns beside one another where that is wide enough; else the last is cut.

        Where there is hardly room for two, both are as narrow as cards may be.
        """
        px = self._theme.px
        if self._columns_fit(count, width):
            return min((width + BETWEEN) / count - BETWEEN, px(MOST_COLUMN))
        half = (width - BETWEEN) / 2
        return min(px(CUT_COLUMN), half if half >= px(LEAST_BESIDE) else width)

    def _shelf_height(
        self, shelf: BoardColumn, grouped: Sequence[BoardColumn], ground: Ground
    ) -> float:
        """Give the shelf what it needs; when both need more than there is, they share."""
        border = self._theme.px(BORDER)
        wanted = shelf.head_height + shelf.length + GAP if shelf.cards else shelf.head_height
        below = max(column.head_height + column.length + GAP for column in grouped)
        room = ground.height - border
        if wanted + below <= room and ground.share is None:
            return wanted
        least, groups_least = self._least(shelf), max(self._least(column) for column in grouped)
        high = room * ground.share if ground.share else max(room * SHARE, room - below)
        return max(min(high, wanted, room - groups_least), min(least, wanted))

    def _without_groups(self, shelf: BoardColumn, new: BoardColumn, ground: Ground) -> None:
        line, border = self._theme.px(44), self._theme.px(BORDER)
        high = max(ground.height - line - border, shelf.head_height)
        shelf.area = QRectF(0, 0, ground.inner, high)
        new.head_height = line
        new.is_chip, new.pane = False, None
        new.area = QRectF(0, high + border, ground.inner, line - 2)
        self.groups_top, ground.extent, ground.across = high + border, 0.0, 0.0

    def _place_row(self, row: Sequence[BoardColumn], wide: float, ground: Ground) -> None:
        ground.extent = len(row) * (wide + BETWEEN) - BETWEEN
        bar = 8 if ground.extent > ground.pane + 1 else 0
        high = max(ground.height - self.groups_top - bar, 1.0)
        ground.across = max(0.0, min(ground.across, ground.extent - ground.pane))
        left = ground.left - ground.across
        for column in row:
            column.is_chip = False
            column.pane = QRectF(ground.left, self.groups_top, ground.width, high)
            column.area = QRectF(left, self.groups_top, wide, high)
            left += wide + BETWEEN
        if row[-1].kind == NEW:  # it takes what is left over
            row[-1].area.setRight(max(row[-1].area.right(), ground.inner))

    def _place_chip(self, new: BoardColumn, shelf: BoardColumn) -> None:
        """Without a place among the groups, a new one is begun on the shelf's headline."""
        px = self._theme.px
        wide = min(float(px(CUT_COLUMN)), shelf.area.width() / 2)
        new.is_chip, new.head_height, new.pane = True, px(BAND) - 8.0, None
        new.area = QRectF(shelf.area.right() - wide - 6, 5, wide, px(BAND) - 8)


class WholeList:
    """Every card is a line, and groups stand below one another in tracks: all of it in sight."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.heads = LineHeads(theme)
        self.groups_top = 0.0

    def arrange(self, columns: Sequence[BoardColumn], ground: Ground) -> None:
        """Place every column on the ground; what is too much scrolls as a whole."""
        px, inner = self._theme.px, ground.inner
        tracks = max(1, int((inner + BETWEEN) / (px(TRACK) + BETWEEN)))
        wide = (inner + BETWEEN) / tracks - BETWEEN
        shelf = next(column for column in columns if column.kind == LOOSE)
        self._lay(shelf, inner, tracks)
        shelf.area = QRectF(0, 0, inner, self._height(shelf))
        others = [column for column in columns if column is not shelf]
        for column in others:
            self._lay(column, wide, 1)
        top = shelf.area.bottom() + GAP
        ends = [top]
        for track in _tracks([self._height(column) for column in others], tracks):
            end = top
            for n in track:
                high = self._height(others[n])
                left = (len(ends) - 1) * (wide + BETWEEN)
                others[n].area = QRectF(left, end, wide, high)
                end += high + BETWEEN
            ends.append(end)
        self._scroll(columns, ground, max(ends))
        self.groups_top = shelf.area.bottom()

    def _lay(self, column: BoardColumn, width: float, lanes: int) -> None:
        px = self._theme.px
        column.is_chip, column.pane = False, None
        column.offset = 0.0
        column.head_height = self.heads.height(column, width)
        column.lay_out_lines(width, lanes, 4, px(ONE_LINE), px(STEP))

    def _height(self, column: BoardColumn) -> float:
        return column.head_height + column.length + 8

    def _scroll(self, columns: Sequence[BoardColumn], ground: Ground, high: float) -> None:
        ground.extent = high
        ground.down = max(0.0, min(ground.down, high - ground.height))
        for column in columns:
            column.area.translate(0, -ground.down)


def _tracks(heights: Sequence[float], most: int) -> list[list[int]]:
    """Divide things in their order over at most so many tracks, the highest as low as it can be.

    Returns the places of the things in each track.
    """
    limit = max(heights, default=0.0)
    while True:
        tracks: list[list[int]] = []
        end = limit + 1
        for n, high in enumerate(heights):
            if end + high > limit:
                tracks.append([])
                end = 0.0
            tracks[-1].append(n)
            end += high + BETWEEN
        if len(tracks) <= most:
            return tracks
        limit += STEP
