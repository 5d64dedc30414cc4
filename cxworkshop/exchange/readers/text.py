"""Text in any encoding: a table with any delimiter, or a list of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from cxworkshop.exchange.line_numbers import listed_lines
from cxworkshop.exchange.readers.as_table import as_seen, header_of
from cxworkshop.exchange.readers.delimited import MisplacedQuote, strict_records
from cxworkshop.exchange.readers.encoding import decode, decode_as
from cxworkshop.exchange.readers.limits import without_empty_end
from cxworkshop.exchange.readers.markdown import is_markdown, markdown_table
from cxworkshop.exchange.readers.own_document import refuse_own_plans
from cxworkshop.exchange.readers.ragged import Mended, mended
from cxworkshop.exchange.readers.records import DELIMITERS, Split, split
from cxworkshop.exchange.readers.summaries import is_summary
from cxworkshop.exchange.readers.transcripts import chat, transcript
from cxworkshop.exchange.refusals import NothingInIt, OnlyASummary
from cxworkshop.exchange.table import Table, TableRecord, titles_of
from cxworkshop.i18n import ngettext
from cxworkshop.progress import go_on

_BEGIN = 20_000  # characters in which several small tables would show
_FEW_MARKS = 6


def read_text(data: bytes, encoding: str = "", delimiter: str | None = None) -> Table:
    """The table or the list that a text file holds; raises an ImportRefusal.

    A person may know its encoding, and its delimiter ("" for a list of lines).
    """
    text, encoding, notes = decode_as(data, encoding) if encoding else decode(data)
    if not text.strip("\ufeff\0 \t\r\n"):
        raise NothingInIt
    go_on()
    text = without_empty_end(text)
    if delimiter is None and (known := _known_text(text, encoding, notes)) is not None:
        return known
    found = split(text, delimiter)
    _refuse_without_answers(text, found, is_sure=delimiter is not None)
    return _table(text, encoding, found, notes, is_sure=delimiter is not None)


def _known_text(text: str, encoding: str, notes: Sequence[str]) -> Table | None:
    """A text that is no table: Markdown, a chat; raises OwnPlans for what we wrote."""
    if is_markdown(text):
        return markdown_table(text, encoding, notes)
    refuse_own_plans(text)
    written = chat(text)
    if written is None:
        return None
    return replace(written, encoding=encoding, notes=(*notes, *written.notes))


def _table(text: str, encoding: str, found: Split, notes: Sequence[str], *, is_sure: bool) -> Table:
    """The table; a list is no transcript for somebody who says that each line is an answer."""
    put = mended(found.records, found.delimiter) if found.delimiter else Mended(found.records)
    records, more = as_seen(
        put.records,
        may_have_markup=("&" in text and ";" in text) or "<" in text,
        may_have_escapes="\\n" in text,
    )
    spoken = None if found.delimiter or is_sure else transcript(records)
    if spoken is not None:
        more = [*found.notes, *more, *spoken.notes]
        return replace(spoken, encoding=encoding, notes=(*notes, *more))
    skipped, rows = header_of(records, found.delimiter)
    names = titles_of(records, skipped, rows)
    return Table(
        records,
        encoding,
        found.delimiter,
        skipped,
        rows,
        names,
        (*notes, *found.notes, *_torn(put), *more),
        frozenset(put.unsettled),
    )


def _refuse_without_answers(text: str, found: Split, *, is_sure: bool) -> None:
    """Refuse an empty text, and a summary unless a person is sure how it is split."""
    if not found.records:
        raise NothingInIt
    if not is_sure and any(map(is_summary, _tables_in(text, found))):
        raise OnlyASummary


def _tables_in(text: str, found: Split) -> Iterator[Sequence[TableRecord]]:
    """The table; of a text that is none, what it is by each delimiter: several small tables."""
    if found.delimiter:
        yield found.records
        return
    for mark in DELIMITERS:
        if text.count(mark, 0, _BEGIN) >= _FEW_MARKS:
            with suppress(MisplacedQuote):
                yield tuple(strict_records(text[:_BEGIN], mark))


def _torn(put: Mended) -> Iterator[str]:
    """Which rows were put together, and how; which a person has to settle."""
    if put.joined:
        note = ngettext(
            "Words with the table’s own separator in them were put together: line {lines}.",
            "Words with the table’s own separator in them were put together: lines {lines}.",
            len(put.joined),
        )
        yield note.format(lines=listed_lines(put.joined))
    if put.rejoined_lines:
        note = ngettext(
            "Words that ran over several lines were put together: line {lines}.",
            "Words that ran over several lines were put together: lines {lines}.",
            len(put.rejoined_lines),
        )
        yield note.format(lines=listed_lines(put.rejoined_lines))
    if put.unsettled:
        note = ngettext(
            "The cells do not fit the columns in line {lines}: set aside whole, please look.",
            "The cells do not fit the columns in lines {lines}: set aside whole, please look.",
            len(put.unsettled),
        )
        yield note.format(lines=listed_lines(put.unsettled))
