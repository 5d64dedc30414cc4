"""How long the shared texts of an old Excel file are; a text may go on in the next record."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from cxworkshop.exchange.readers.limits import MAX_CELLS
from cxworkshop.exchange.refusals import TooManyCells

_WIDE, _EXTENDED, _RICH = 1, 4, 8  # flags of a text


def string_sizes(stream: bytearray, pieces: Sequence[tuple[int, int]]) -> list[int]:
    """How many bytes each text takes, in the order in which cells point to them."""
    begin = pieces[0][0]
    (count,) = struct.unpack_from("<I", stream, begin + 4)
    if count > MAX_CELLS:
        raise TooManyCells(MAX_CELLS)
    cursor = _Cursor(stream, pieces, begin + 8)
    sizes: list[int] = []
    while len(sizes) < count and not cursor.is_at_end:
        sizes.append(cursor.skip_text())
    return sizes


class _Cursor:
    """A place in a record that goes on in others."""

    def __init__(self, stream: bytearray, pieces: Sequence[tuple[int, int]], at: int) -> None:
        self._stream, self._pieces, self._at = stream, pieces, at
        self._piece = 0

    @property
    def is_at_end(self) -> bool:
        """Whether there are no more texts."""
        if self._at >= self._pieces[self._piece][1]:
            self._next()
        return self._piece >= len(self._pieces)

    def skip_text(self) -> int:
        """Go behind the text that begins here; return how many bytes it takes."""
        count: int
        count, flags = struct.unpack_from("<HB", self._stream, self._at)
        self._at += 3
        behind = 0
        if flags & _RICH:
            behind += 4 * struct.unpack_from("<H", self._stream, self._at)[0]
            self._at += 2
        if flags & _EXTENDED:
            behind += struct.unpack_from("<I", self._stream, self._at)[0]
            self._at += 4
        self._skip_letters(count, 1 + (flags & _WIDE))
        self._skip(behind)
        return 3 * count

    def _skip_letters(self, count: int, width: int) -> None:
        while self._piece < len(self._pieces):
            here = min(count, max(0, self._pieces[self._piece][1] - self._at) // width)
            self._at += here * width
            count -= here
            if not count:
                return
            self._next()
            if self._piece < len(self._pieces):  # what goes on says again how wide it is
                width = 1 + (self._stream[self._at] & _WIDE)
                self._at += 1

    def _skip(self, size: int) -> None:
        while size and self._piece < len(self._pieces):
            here = min(size, max(0, self._pieces[self._piece][1] - self._at))
            self._at += here
            size -= here
            if size:
                self._next()

    def _next(self) -> None:
        self._piece += 1
        if self._piece < len(self._pieces):
            self._at = self._pieces[self._piece][0]
