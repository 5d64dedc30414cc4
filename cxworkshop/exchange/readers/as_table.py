"""Records become a table: without the markup that other programs stored, with the titles found."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.exchange.headers import header_rows, is_single_header
from cxworkshop.exchange.own_table import is_own_table
from cxworkshop.exchange.readers.markup import with_line_breaks, without_markup
from cxworkshop.exchange.table import Table, TableRecord, titles_of
from cxworkshop.i18n import _

Records = tuple[TableRecord, ...]


def as_seen(
    records: Records, *, may_have_markup: bool = True, may_have_escapes: bool = True
) -> tuple[Records, list[str]]:
    """The records without the markup and the escapes that another program stored, and notes.

    Our own export has them as people said them.
    """
    notes: list[str] = []
    if records and is_own_table(records[0].cells):
        return records, notes
    if may_have_markup:
        records, has_markup = without_markup(records)
        if has_markup:
            notes.append(_("Markup such as “&amp;” and “<br>” is read as what people saw."))
    if may_have_escapes:
        records, has_escapes = with_line_breaks(records)
        if has_escapes:
            notes.append(_("“\\n” is read as a line break."))
    return records, notes


def header_of(records: Sequence[TableRecord], delimiter: str) -> tuple[int, int]:
    """How many records come before the header, and how many it has; "" delimits a list."""
    cells = [record.cells for record in records]
    if delimiter:
        return header_rows(cells)
    return 0, int(is_single_header([row[0] for row in cells]))


def grid_table(records: Records, notes: Sequence[str] = ()) -> Table:
    """The table of a sheet or a document, whose cells need no delimiter; one column is a list."""
    width = max(len(record.cells) for record in records)
    delimiter = "\t" if width > 1 else ""
    records, more = as_seen(records)
    skipped, rows = header_of(records, delimiter)
    titles = titles_of(records, skipped, rows)
    return Table(records, "", delimiter, skipped, rows, titles, (*notes, *more))
