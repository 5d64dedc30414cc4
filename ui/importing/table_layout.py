"""Where the columns and rows of the import page's table are, in pixels of its content."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from cxworkshop.exchange.column_counts import ColumnCount
from cxworkshop.i18n import _
from cxworkshop.services.import_preview import ImportPreview
from ui.theme.theme import Theme

LOOK_AT = 40  # rows by which a column's width is chosen
LONG = 40  # characters of a cell that count for it
MOST_ABOVE = 20  # rows above the answers; a click further down would lose what stands there
LINES = 2  # of a row
# The most and the least width of a column, in pixels at 100 %: by whether it holds customers'
# words, and whether anything is taken of it. What it gives always has room.
_BOUNDS = {(True, True): (250, 150), (False, True): (170, 96), (False, False): (130, 72)}


class TableLayout:
    """Columns are as wide as their contents; spare width goes to customers' words.

    A row has two lines. `first` is the number of the first record with answers in it; above it is
    a gap for the line that says so. What the layout `before` has measured of the same table holds.
    """

    def __init__(
        self, theme: Theme, preview: ImportPreview, room: int, before: TableLayout | None = None
    ) -> None:
        px = theme.px
        self.preview, self.theme, self._percent = preview, theme, theme.percent
        self.records, self.counts = preview.table.records, preview.counts
        self.first = preview.table.skipped + preview.table.header_rows
        self.body = QFontMetrics(theme.font("small"))
        self.control = QFontMetrics(theme.font("label"))
        self.numbers = px(16) + self.body.horizontalAdvance(str(self.records[-1].line))
        self.pad, self.chip = px(8), px(28)
        line = max(self.body.height(), QFontMetrics(theme.font("verbatim_list")).height())
        self.row, self.gap = LINES * line + px(6), px(30)
        self.head = px(8) + self.chip + px(4) + 2 * self.body.height() + px(8)
        self._needed = self._measured(before)
        self.widths = self._widths(room - self.numbers)
        self.above = self.body.height() * (LINES if self._has_long_titles() else 1) + px(8)
        lefts = [self.numbers]
        for width in self.widths:
            lefts.append(lefts[-1] + width)
        self.lefts = tuple(lefts)

    def again(self, preview: ImportPreview, room: int) -> TableLayout:
        """A layout for another width, or of what a person has chosen since."""
        return TableLayout(self.theme, preview, room, self)

    @property
    def size(self) -> tuple[int, int]:
        """The width of all columns, and the height of all rows."""
        return self.lefts[-1], self.row_area(len(self.records)).top() - self.head

    def chip_width(self, count: ColumnCount) -> int:
        """The width of the button that says what a column is."""
        return self.control.horizontalAdvance(count.role.words) + self.theme.px(34)

    def is_in_sight(self, number: int, scrolled: int, wide: int) -> bool:
        """Whether something can be read in a column of a view that is so wide."""
        left = self.lefts[number] - scrolled
        return left + 3 * self.pad < wide and left + self.widths[number] > self.numbers

    def filled(self, count: ColumnCount) -> str:
        """In how many of the rows something stands."""
        rows = len(self.preview.table.body)
        return _("{n} of {all}").format(n=f"{count.filled:,}", all=f"{rows:,}")

    def column_at(self, x: int) -> int | None:
        """The column at a place of the content."""
        return next((n for n in range(len(self.widths)) if x < self.lefts[n + 1]), None)

    def row_at(self, y: int) -> int | None:
        """The row at a place of the content, below the heads."""
        number = y // self.above
        if number >= self.first:
            below = y - self.first * self.above - self.gap
            number = max(self.first, self.first + below // self.row)
        return number if 0 <= number < len(self.records) else None

    def rows_in_sight(self, scrolled: int, high: int) -> range:
        """The rows of which something is seen."""
        first = self.row_at(max(0, scrolled))
        last = self.row_at(scrolled + high)
        return range(first or 0, len(self.records) if last is None else last + 1)

    def head_area(self, number: int) -> QRect:
        """A column's head, as if nothing were scrolled."""
        return QRect(self.lefts[number], 0, self.widths[number], self.head)

    def row_area(self, number: int) -> QRect:
        """A row, as if nothing were scrolled."""
        answers = max(0, number - self.first)
        top = self.head + min(number, self.first) * self.above + answers * self.row
        if number >= self.first:
            top += self.gap
        high = self.row if number >= self.first else self.above
        return QRect(0, top, self.lefts[-1], high)

    @property
    def start_line(self) -> int:
        """Where the line is above the first row of answers, as if nothing were scrolled."""
        return self.head + self.first * self.above + self.gap // 2

    def cell(self, row: int, column: int) -> str:
        """What stands there, as it was read."""
        cells = self.records[row].cells
        return cells[column] if column < len(cells) else ""

    def _measured(self, before: TableLayout | None) -> list[tuple[int, int]]:
        if before and before.preview is self.preview and before._percent == self._percent:
            return before._needed
        return [self._needs(count) for count in self.counts]

    def _needs(self, count: ColumnCount) -> tuple[int, int]:
        """How wide a column is, within bounds, and how wide it is at least."""
        px = self.theme.px
        chip = self.chip_width(count) + self.pad + px(4)
        gives = self.control.horizontalAdvance(count.gives) + 2 * self.pad + px(4)
        filled = self.body.horizontalAdvance(self.filled(count)) + 2 * self.pad + px(2)
        most, few = _BOUNDS[count.role.holds_words, count.role.is_taken]
        text = min(self._long(count, px(most)) + 3 * self.pad, px(most))
        return max(chip, gives, filled, px(72), text), max(chip, gives, filled, px(few))

    def _widths(self, room: int) -> list[int]:
        """As wide as what stands there; narrower where all of it then fits."""
        widths, least = [wide for wide, _few in self._needed], [few for _wide, few in self._needed]
        spare = room - sum(widths)
        said = [n for n, count in enumerate(self.counts) if count.role.holds_words]
        for number, more in _shared(spare, said or list(range(len(widths)))):
            widths[number] += more
        return _narrowed(widths, least, -spare)

    def _has_long_titles(self) -> bool:
        """Whether a title needs two lines."""
        head = range(self.preview.table.skipped, self.first)
        bold = self.control.horizontalAdvance
        return any(
            bold(" ".join(self.cell(row, n)[:200].split())) > wide - 2 * self.pad
            for row in head
            for n, wide in enumerate(self.widths)
        )

    def _long(self, count: ColumnCount, enough: int) -> int:
        """How long the longest of the first cells is, or one of those that are long enough."""
        first, longest = max(0, self.first - 1), 0
        for row in range(first, min(len(self.records), first + LOOK_AT)):
            text = " ".join(self.cell(row, count.number)[:LONG].split())
            longest = max(longest, self.body.horizontalAdvance(text))
            if longest >= enough:
                break
        return longest


def _shared(spare: int, columns: Sequence[int]) -> list[tuple[int, int]]:
    """What each of these columns gets of the spare width."""
    if spare <= 0 or not columns:
        return []
    each, rest = divmod(spare, len(columns))
    return [(number, each + (place < rest)) for place, number in enumerate(columns)]


def _narrowed(widths: Sequence[int], least: Sequence[int], over: int) -> list[int]:
    """The widths less the excess, each in proportion to what it can spare; else as they are.

    Where even the least is too much, the table scrolls.
    """
    can = [max(0, wide - few) for wide, few in zip(widths, least, strict=True)]
    if over <= 0 or sum(can) < over:
        return [*widths]
    found = [wide - -(-some * over // sum(can)) for wide, some in zip(widths, can, strict=True)]
    found[-1] += sum(widths) - over - sum(found)  # what rounding took
    return found
