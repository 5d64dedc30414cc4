"""The parts of a written document, a table or what people said one by one under headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from cxworkshop.exchange import titles as say
from cxworkshop.exchange.pieces import without_bullet
from cxworkshop.exchange.questions import MOST_QUESTIONS, is_praise, question_line
from cxworkshop.exchange.readers.as_table import grid_table
from cxworkshop.exchange.readers.limits import take
from cxworkshop.exchange.readers.summaries import is_summary
from cxworkshop.exchange.readers.transcripts import transcript
from cxworkshop.exchange.refusals import NothingInIt, OnlyASummary
from cxworkshop.exchange.table import Table, TableRecord
from cxworkshop.i18n import _, in_quotes, ngettext

_SHOWN = 6  # headings that are named


class PartKind(Enum):
    """What a part of a document is."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class TextPart:
    """A heading, a paragraph or an item of a list, and the line or paragraph where it begins."""

    kind: PartKind
    text: str
    line: int
    level: int = 0  # of a heading, 1 is the highest
    style: str = ""  # its name in small letters, where it has one


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A table in a document."""

    records: tuple[TableRecord, ...]

    @property
    def size(self) -> int:
        """How many characters stand in it; a box around one text is no table."""
        if len(self.records) < 2 or max(len(record.cells) for record in self.records) < 2:
            return 0
        return sum(len(cell) for record in self.records for cell in record.cells)


@dataclass(frozen=True, slots=True)
class _Said:
    """One answer, and the question above it, if there is one."""

    record: TableRecord
    question: str


def document_table(parts: Sequence[TextPart | DocumentTable], notes: Sequence[str] = ()) -> Table:
    """The largest table, if most of the words stand there, else one answer a paragraph or item.

    Headings are nobody's words: those that ask become the questions, the others are named.
    """
    tables = [part for part in parts if isinstance(part, DocumentTable)]
    largest = max(tables, key=lambda table: table.size, default=None)
    blocks = list(_blocks(parts))
    texts = [block for block in blocks if block.kind is not PartKind.HEADING]
    inside = sum(table.size for table in tables)
    around = sum(len(block.text) for block in _blocks(parts, with_tables=False))
    if largest is not None and inside > around:
        return _table_of(largest, len(tables), [*notes, *_beside(parts)])
    if not texts:
        raise NothingInIt
    return _answers(blocks, notes)


def _table_of(found: DocumentTable, tables: int, notes: Sequence[str]) -> Table:
    records = take(found.records).all()
    if is_summary(records):
        raise OnlyASummary
    more = []
    if tables > 1:
        text = ngettext(
            "The largest table is read; {n} other is not.",
            "The largest table is read; {n} others are not.",
            tables - 1,
        )
        more.append(text.format(n=tables - 1))
    return grid_table(records, [*notes, *more])


def _beside(parts: Sequence[TextPart | DocumentTable]) -> list[str]:
    """A note on the words around a table."""
    n = sum(block.kind is not PartKind.HEADING for block in _blocks(parts, with_tables=False))
    if not n:
        return []
    text = ngettext(
        "{n} paragraph beside the table is not read.",
        "{n} paragraphs beside the table are not read.",
        n,
    )
    return [text.format(n=n)]


def _blocks(
    parts: Sequence[TextPart | DocumentTable], *, with_tables: bool = True
) -> Iterator[TextPart]:
    """All texts in order, those in cells as paragraphs."""
    for part in parts:
        if isinstance(part, TextPart):
            yield part
        elif with_tables:
            for record in part.records:
                cells = filter(None, map(str.strip, record.cells))
                yield from (TextPart(PartKind.PARAGRAPH, cell, record.line) for cell in cells)


def _answers(blocks: Sequence[TextPart], notes: Sequence[str]) -> Table:
    said = list(_said(blocks))
    records = take(one.record for one in said).all()
    spoken = transcript(records)
    if spoken is not None:
        return replace(spoken, notes=(*notes, *spoken.notes))
    questions = {one.question for one in said if one.question}
    if not questions or len(questions) > MOST_QUESTIONS:
        titles = [block.text for block in blocks if block.kind is PartKind.HEADING]
        return grid_table(records, [*notes, *_left_out(titles)])
    return _asked(said, notes)


def _asked(said: Sequence[_Said], notes: Sequence[str]) -> Table:
    """A column with the question, and one with what was said to it."""
    titles = (_("Question"), _("Answer"))
    rows = (TableRecord(one.record.line, (one.question, one.record.cells[0])) for one in said)
    records = (TableRecord(0, titles), *rows)
    return Table(records, "", "\t", 0, 1, titles, tuple(notes), question=0)


def _said(blocks: Sequence[TextPart]) -> Iterator[_Said]:
    """What was said, and under which question."""
    above: list[tuple[int, str]] = []  # the headings that enclose this place
    for number, block in enumerate(blocks):
        behind = blocks[number + 1] if number + 1 < len(blocks) else None
        if block.kind is PartKind.HEADING or _asks_a_list(block, behind):
            level = block.level or 99
            above = [heading for heading in above if heading[0] < level]
            above.append((level, question_line(block.text)))
        else:
            question = next((text for _level, text in reversed(above) if _is_asked(text)), "")
            yield _Said(TableRecord(block.line, (without_bullet(block.text),)), question)


def _asks_a_list(block: TextPart, behind: TextPart | None) -> bool:
    """Whether it is a question right above a list of answers, if not laid out as a heading."""
    is_above = behind is not None and behind.kind is PartKind.ITEM
    is_asking = block.text.rstrip().endswith(("?", "？", ":")) and "\n" not in block.text
    return block.kind is PartKind.PARAGRAPH and is_above and is_asking


def _is_asked(heading: str) -> bool:
    """Whether a heading is answered by what stands below it: "Went well", "Action items"."""
    words = heading.rstrip(" :…")
    is_asking = say.is_question(words) or is_praise(words)
    return is_asking or bool(say.ACTIONS.match(say.plain(words)))


def _left_out(headings: Sequence[str]) -> list[str]:
    if not headings:
        return []
    shown = "; ".join(in_quotes(question_line(text)[:60]) for text in headings[:_SHOWN])
    more = " …" if len(headings) > _SHOWN else ""
    text = ngettext(
        "A heading is nobody’s answer and is left out: {headings}.",
        "Headings are nobody’s answers and are left out: {headings}.",
        len(headings),
    )
    return [text.format(headings=shown + more)]
