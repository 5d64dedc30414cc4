"""Markdown: headings, lists, quotes and tables; our own export comes back as the list it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cxworkshop.exchange.own_table import own_titles
from cxworkshop.exchange.readers.blocks import DocumentTable, PartKind, TextPart, document_table
from cxworkshop.exchange.readers.encoding import decode
from cxworkshop.exchange.readers.limits import LOOK_EVERY, take, without_empty_end
from cxworkshop.exchange.readers.own_document import refuse_own_plans
from cxworkshop.exchange.table import Table, TableRecord
from cxworkshop.progress import go_on

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_ROW_RULE = re.compile(r"[ \t]*+\|?(?:[ \t]*+:?-{2,}+:?[ \t]*+\|)+[ \t]*+(?::?-{2,}+:?[ \t]*+)?$")
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_SETTINGS = re.compile(r"---[ \t]*\n(?:[^\n]{0,400}\n){0,60}?---[ \t]*(?:\n|\Z)")
_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->)){0,20000}-->")
# An address, with one pair of brackets in it at the most. No part goes on over the next bracket.
_TARGET = r"\([^()\n]{0,2000}+(?:\([^()\n]{0,500}+\)[^()\n]{0,2000}+)?\)"
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,500}}+\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]\n]{{1,2000}}+)\]{_TARGET}")
_STRESS = re.compile(r"(\*\*|__|~~|`|(?<!\w)[*_])(?=\S)([^*_`~\n]{1,5000}?)(?<=\S)\1(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = 0xE000  # of the area for private use: an escaped sign while others are looked at
_HIDDEN_SIGN = re.compile("[\ue021-\ue07e]")
_MARKS = frozenset("\\*_`~[]!")
_OWN_ITEM = re.compile(r"(\d{1,9}): (\S.*)", re.DOTALL)
_OWN_GROUP = re.compile(r"([A-Z]{1,3}) (\S.*)")
_LOOK_AT = 20_000  # characters that show whether it is Markdown


def is_markdown(text: str) -> bool:
    """Whether a text begins with a heading, and has further ones, lists, quotes or tables below."""
    head = text.lstrip("\ufeff \t\r\n")[:_LOOK_AT].replace("\r\n", "\n").replace("\r", "\n")
    settings = _SETTINGS.match(head)
    head = head[settings.end() :] if settings else head
    lines = [line for line in head.split("\n") if line.strip()]
    if len(lines) < 2 or not _HEADING.match(lines[0]):
        return False
    return any(
        _HEADING.match(line) or _ITEM.match(line) or _QUOTE.match(line) or _ROW.match(line)
        for line in lines[1:]
    )


def read_markdown(data: bytes) -> Table:
    """The table or the answers of a Markdown file; raises an ImportRefusal."""
    text, encoding, notes = decode(data)
    return markdown_table(without_empty_end(text), encoding, notes)


def markdown_table(text: str, encoding: str, notes: Sequence[str]) -> Table:
    """The table or the answers of a text that is Markdown; raises an ImportRefusal."""
    refuse_own_plans(text)
    blocks = list(_blocks(text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")))
    own = _own(blocks)
    if own:
        return Table(own, encoding, "\t", 0, 1, own[0].cells, tuple(notes))
    return document_table(blocks, notes)


def _own(blocks: Sequence[TextPart | DocumentTable]) -> tuple[TableRecord, ...]:
    """The rows of our own exported table, if this is the list that we export; else nothing."""
    items = [b for b in blocks if isinstance(b, TextPart) and b.kind is PartKind.ITEM]
    numbered = sum(bool(_OWN_ITEM.match(item.text)) for item in items)
    if numbered * 2 <= len(items) or not _is_own(blocks):
        return ()
    records = [TableRecord(0, tuple(own_titles()))]
    group = ""
    for block in blocks:
        assert isinstance(block, TextPart)
        if block.kind is PartKind.HEADING:
            found = _OWN_GROUP.match(block.text)
            group = found[1] if found else ""
        else:
            item = _OWN_ITEM.match(block.text)
            code, words = (item[1], item[2]) if item else ("", block.text)
            records.append(TableRecord(block.line, (code, group, "", words, *[""] * 4)))
    return take(records).all()


def _is_own(blocks: Sequence[TextPart | DocumentTable]) -> bool:
    """Whether it has one title, headings below it, and nothing but items below these."""
    shape = [b.level if isinstance(b, TextPart) else -1 for b in blocks]
    if any(isinstance(b, TextPart) and b.kind is PartKind.PARAGRAPH for b in blocks):
        return False
    return shape[:2] == [1, 2] and shape.count(1) == 1 and set(shape) == {0, 1, 2}


def _blocks(text: str) -> Iterator[TextPart | DocumentTable]:
    settings = _SETTINGS.match(text)
    if settings:
        text = "\n" * settings[0].count("\n") + text[settings.end() :]
    if "<!--" in text:
        text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    reader = _LineReader()
    for number, line in enumerate(text.split("\n"), start=1):
        if not number % LOOK_EVERY:
            go_on()
        reader.take(number, line)
    return iter(reader.found())


class _LineReader:
    """Takes line after line; what is not finished yet waits."""

    def __init__(self) -> None:
        self._found: list[TextPart | DocumentTable] = []
        self._lines: list[str] = []  # of what is not finished
        self._rows: list[TableRecord] = []
        self._kind, self._begins = PartKind.PARAGRAPH, 0
        self._is_fenced = self._is_quoted = False

    def found(self) -> list[TextPart | DocumentTable]:
        """All of it, when the last line was taken."""
        self._finish()
        return self._found

    def take(self, number: int, line: str) -> None:
        """Take one line."""
        if _FENCE.match(line):
            self._finish()
            self._is_fenced = not self._is_fenced
        elif self._is_fenced:
            self._go_on(number, line)
        elif not line.strip():
            self._finish()
        elif not self._takes_row(number, line) and not self._takes_heading(number, line):
            self._take_words(number, line)

    def _takes_row(self, number: int, line: str) -> bool:
        if _ROW_RULE.match(line) and ("|" in line or self._rows):
            if not self._rows and len(self._lines) == 1:  # the titles stand without outer bars
                titles = self._lines.pop()
                self._rows.append(TableRecord(self._begins, _cells(titles)))
            return True
        if not _ROW.match(line) and not (self._rows and "|" in line):
            return False
        if not self._rows:
            self._finish()
        self._rows.append(TableRecord(number, _cells(line)))
        return True

    def _takes_heading(self, number: int, line: str) -> bool:
        heading, underline = _HEADING.match(line), _UNDERLINE.match(line)
        if heading:
            self._finish()
            self._add(PartKind.HEADING, heading[2], number, len(heading[1]))
        elif underline and self._lines and self._kind is not PartKind.ITEM:
            title, self._lines = " ".join(self._lines), []
            self._add(PartKind.HEADING, title, self._begins, 1 + (underline[1][0] == "-"))
        elif _RULE.match(line):
            self._finish()
        else:
            return False
        return True

    def _take_words(self, number: int, line: str) -> None:
        quote = _QUOTE.match(line)
        if quote:
            line = line[quote.end() :]
            if not self._is_quoted or not line.strip():
                self._finish()
        item = _ITEM.match(line)
        if item:
            self._finish()
            self._kind, line = PartKind.ITEM, line[item.end() :]
        elif not self._lines and line.startswith(("  ", "\t")):
            self._open_again()
        self._is_quoted = quote is not None
        self._go_on(number, line)

    def _open_again(self) -> None:
        """A further paragraph of an item is set in below it."""
        last = self._found[-1] if self._found else None
        if isinstance(last, TextPart) and last.kind is PartKind.ITEM:
            self._found.pop()
            self._kind, self._begins, self._lines = last.kind, last.line, [f"{last.text}  "]

    def _go_on(self, number: int, line: str) -> None:
        if not self._lines:
            self._begins = number
        if line.strip():
            self._lines.append(line)

    def _finish(self) -> None:
        if self._rows:
            self._found.append(DocumentTable(tuple(self._rows)))
        if self._lines:
            between = "\n" if self._is_fenced else " "
            self._add(self._kind, _joined(self._lines, between), self._begins)
        self._rows, self._lines, self._kind = [], [], PartKind.PARAGRAPH
        self._is_quoted = False

    def _add(self, kind: PartKind, text: str, line: int, level: int = 0) -> None:
        if words := _plain(text):
            self._found.append(TextPart(kind, words, line, level))


def _joined(lines: Sequence[str], between: str) -> str:
    r"""Lines of one paragraph; two spaces or a "\" at an end are a line break."""
    parts = []
    for line in lines:
        is_break = line.endswith(("  ", "\\"))
        parts += [line.removesuffix("\\").strip(), "\n" if is_break else between]
    return "".join(parts).strip()


def _cells(line: str) -> tuple[str, ...]:
    row = line.strip().removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return tuple(_plain(cell.strip()) for cell in _BETWEEN_CELLS.split(row))


def _plain(text: str) -> str:
    """The words without their marks; what was escaped stays as it was meant."""
    if _MARKS.isdisjoint(text):
        return text.strip()
    text = _ESCAPE.sub(lambda found: chr(_HIDDEN + ord(found[1])), text)
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    for _time in range(2):  # bold within italics
        text = _STRESS.sub(r"\2", text)
    return _HIDDEN_SIGN.sub(lambda found: chr(ord(found[0]) - _HIDDEN), text).strip()
