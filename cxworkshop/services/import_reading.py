"""Read and plan an import without touching the workshop, so that it can run in any thread."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cxworkshop.exchange.choosing import GUESSED, ColumnChoices, ImportChoices, choose
from cxworkshop.exchange.import_plan import ImportPlan, plan
from cxworkshop.exchange.known_words import without_known
from cxworkshop.exchange.own_table import is_own_table
from cxworkshop.exchange.pieces import split_answers
from cxworkshop.exchange.readers import MAX_BYTES, read, refuse_by_its_ends
from cxworkshop.exchange.readers.text import read_text
from cxworkshop.exchange.recipe import ImportRecipe
from cxworkshop.exchange.refusals import StillChanging
from cxworkshop.exchange.table import Table, TableRecord
from cxworkshop.exchange.understanding import ImportDoubt, doubts, left_out, understood
from cxworkshop.exchange.xml_text import xml_text
from cxworkshop.filenames import shown
from cxworkshop.progress import go_on
from cxworkshop.queries.room import (
    bytes_of,
    has_room_for,
    has_room_for_bytes,
    refuse_too_large,
    refuse_too_many,
)
from cxworkshop.store import refusals
from cxworkshop.textual import clean

Watch = Callable[[Iterable[TableRecord]], Iterable[TableRecord]]

_A_LETTER = re.compile(r"[^\W_]")  # without one a cell may be as good as empty
_END = 8_000  # bytes at both ends of a file that show its kind
_AT_ONCE = 1_000_000  # bytes between two looks whether to go on
# None of them exists on Windows: a pipe must not be waited for.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class ImportFile:
    """A file of customers' words, as bytes."""

    name: str
    data: bytes

    @classmethod
    def read(cls, path: Path) -> ImportFile:
        """Read a file from the disk; raises a FileRefusal, or an ImportRefusal for its size."""
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise refusals.CannotRead(path.name)  # opening a device may already do something
            with _opened(path) as handle:
                return cls(path.name, _bytes_of(handle, path.name))
        except FileNotFoundError:
            raise refusals.NoSuchFile(path.name) from None
        except OSError:
            raise refusals.CannotRead(path.name) from None

    @property
    def sha256(self) -> str:
        """The hash by which the same file is known again, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class KnownAnswers:
    """What a workshop holds before an import.

    `keys` are those of each piece that an earlier import took or set aside, or that was forgotten;
    of the latter its own half alone. `said` are customers' words, by which our own export is known,
    `batches` those of each import with their counts, by which a file with other columns is.
    """

    keys: frozenset[str] = frozenset()
    answers: int = 0  # with those that were set aside
    size: int = 0  # bytes that the workshop takes
    said: frozenset[str] = frozenset()
    batches: tuple[Counter[str], ...] = ()


@dataclass(frozen=True)
class PreparedImport:
    """What was read of a file, and where each of its answers would go.

    `report` is the plan in words, `understood` what was taken for what, `doubts` what a person
    should say; `columns` and `header_rows` say how many the file has, `rows` how many rows of a
    workshop it makes, about; `answers` are kept, with those that are set aside, and take `size`
    bytes. The file's own records are not held: the plan has what is taken of them.
    """

    file_name: str
    sha256: str
    columns: int
    header_rows: int
    choices: ColumnChoices
    plan: ImportPlan
    report: tuple[str, ...]
    understood: tuple[str, ...]
    doubts: tuple[ImportDoubt, ...]
    rows: int
    answers: int
    size: int
    recipe: ImportRecipe | None  # what was chosen, where a person said it


def prepare_import(
    file: ImportFile,
    known: KnownAnswers,
    wanted: ImportChoices = GUESSED,
    watch: Watch = iter,
) -> PreparedImport:
    """Read a file and plan its import for a workshop that knows `known`.

    The records pass through `watch` on their way. Raises an ImportRefusal, or TooManyAnswers.
    """
    table = read_table(file, wanted)
    table = with_header(table, wanted)
    chosen = choose(table, wanted)
    found = plan_import(table, chosen, known, watch)
    return prepared_import(file, table, chosen, found, wanted)


def read_table(file: ImportFile, wanted: ImportChoices = GUESSED) -> Table:
    """The table of a file; a text is read by the encoding and the delimiter that are wanted."""
    if wanted.encoding is None and wanted.delimiter is None:
        return read(file.data, file.name, wanted.sheet)
    return read_text(file.data, wanted.encoding or "", wanted.delimiter)


def with_header(table: Table, wanted: ImportChoices) -> Table:
    """The table with its header where a person says."""
    if wanted.skipped is None and wanted.header is None:
        return table
    skipped = table.skipped if wanted.skipped is None else wanted.skipped
    return table.headed(skipped, table.header_rows if wanted.header is None else wanted.header)


def plan_import(
    table: Table, chosen: ColumnChoices, known: KnownAnswers, watch: Watch = iter
) -> ImportPlan:
    """Plan the import of a table for a workshop that knows `known`.

    Raises TooManyAnswers and WorkshopFull.
    """
    said = _as_exported(known.said) if is_own_table(table.titles) else frozenset[str]()
    _refuse_without_room(table, chosen, known, said)
    found = plan(table, chosen, known=known.keys, said=said, watch=watch)
    return without_known(found, known.batches)


def _as_exported(said: frozenset[str]) -> frozenset[str]:
    """The words as they stand here, as an export of lines has them, and as XML has them."""
    lines = (" ".join(words.split()) for words in said)
    return said.union(lines, (clean(xml_text(words)) for words in said))


def prepared_import(
    file: ImportFile,
    table: Table,
    chosen: ColumnChoices,
    found: ImportPlan,
    wanted: ImportChoices,
) -> PreparedImport:
    """A plan with all that is said of it."""
    kept = [*(row.words for row in found.taken), *(row.words for row in found.aside)]
    unsure = tuple(doubts(table, chosen))
    report = (*found.report(), *left_out(chosen), *(doubt.question for doubt in unsure))
    return PreparedImport(
        file_name=shown(file.name),
        sha256=file.sha256,
        columns=len(table.titles),
        header_rows=table.header_rows,
        choices=chosen,
        plan=found,
        report=report,
        understood=tuple(understood(table, chosen)),
        doubts=unsure,
        rows=2 * (len(found.cards) + found.customers) + len(kept),
        answers=len(kept),
        size=bytes_of(kept),
        recipe=ImportRecipe.of(table, chosen, wanted) if wanted != GUESSED else None,
    )


def _refuse_without_room(
    table: Table, chosen: ColumnChoices, known: KnownAnswers, said: frozenset[str]
) -> None:
    """Refuse a file for the answers that it has at least, before they are sorted, which is slow.

    As many as the workshop knows may be in the file again, so the longest are not counted.
    """
    cells = [cell for n in chosen.answers for cell in table.column(n)]
    most = sum(1 + cell.count("\n") for cell in cells)
    # Some letters take twice the bytes when they are normalised.
    size = bytes_of(cell if cell.isascii() else 2 * cell for cell in cells)
    is_few = has_room_for(most, known.answers)
    if is_few and has_room_for_bytes(size, known.size):
        return
    found = (words for cell in cells for words in split_answers(cell, table.delimiter))
    kept = (words for words in found if _A_LETTER.search(words) and words not in said)
    sizes = _least_sizes(kept, known, stops=is_few)
    refuse_too_many(len(sizes), known.answers)
    least = sum(sizes)
    if len(sizes) > 1 and not has_room_for_bytes(least, known.size):
        refuse_too_large(max(least, bytes_of(cells)), known.size)


def _least_sizes(kept: Iterable[str], known: KnownAnswers, *, stops: bool) -> list[int]:
    """The bytes of each answer, without those of the longest, which may be known.

    With `stops` it ends as soon as they take too many bytes, and not all are counted.
    """
    sizes, least, longest, spare = list[int](), 0, 0, len(known.keys)
    for words in kept:
        sizes.append(bytes_of([words]))
        least, longest = least + sizes[-1], max(longest, sizes[-1])
        if stops and not has_room_for_bytes(least - spare * longest, known.size):
            break
    return sorted(sizes, reverse=True)[spare:]


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    handle = os.open(path, _READ)
    try:
        yield handle
    finally:
        os.close(handle)


def _bytes_of(handle: int, name: str) -> bytes:
    before = os.fstat(handle)
    if not stat.S_ISREG(before.st_mode):  # it was exchanged for a pipe just now
        raise refusals.CannotRead(name)
    if before.st_size > MAX_BYTES:
        refuse_by_its_ends(_ends(handle, before.st_size), name)
    data = b"".join(_parts(handle))
    after = os.fstat(handle)
    if (len(data), after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise StillChanging(shown(name))
    return data


def _ends(handle: int, size: int) -> bytes:
    first = os.read(handle, _END)
    os.lseek(handle, size - _END, os.SEEK_SET)
    return first + os.read(handle, _END)


def _parts(handle: int) -> Iterator[bytes]:
    """All of a file, up to little more than may be read: it may grow without an end."""
    left = MAX_BYTES + 1
    while left > 0 and (part := os.read(handle, min(left, _AT_ONCE))):
        go_on()
        yield part
        left -= len(part)
