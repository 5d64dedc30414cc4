"""The body of a Word document: its paragraphs, lists and tables as people see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from cxworkshop.exchange.readers.blocks import Block, BlockKind, DocumentTable
from cxworkshop.exchange.readers.limits import MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_LINES
from cxworkshop.exchange.readers.office_xml import Attributes
from cxworkshop.exchange.refusals import TooLongCell, TooManyCells, TooManyColumns, TooManyRows
from cxworkshop.exchange.table import TableRecord
from cxworkshop.limits import MOST_ANSWERS

# Struck or moved away, what was before a change, what older programs are given, formulas.
_SKIPPED = frozenset(
    ("del", "moveFrom", "pPrChange", "rPrChange", "tblPrChange", "Fallback", "rt", "oMath")
)
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WRITTEN_BY_WORD = ("toc ", "table of", "index ")
_OFF = ("0", "false", "off", "none")
_BOLD_LEVEL = 50  # of a line in bold letters that stands for a heading
_HEADING = 200  # characters; what is longer is no heading
_OUTLINE = "012345678"  # 9 is body text


@dataclass(frozen=True)
class ParagraphStyle:
    """A style; its name is the English one in every language of Word."""

    name: str = ""
    level: int = 0
    is_item: bool = False

    @property
    def heading(self) -> int:
        """The level of a heading; 0 for none."""
        if self.name in ("title", "subtitle"):
            return 1
        number = self.name.removeprefix("heading ").strip()
        return int(number) if number in tuple("123456789") else self.level


def outline_level(attributes: Attributes) -> int:
    """The level of a heading by its outline level; 0 for none."""
    value = attributes.get("val", "")
    return int(value) + 1 if value in tuple(_OUTLINE) else 0


@dataclass
class _Paragraph:
    line: int
    text: list[str] = field(default_factory=list)
    size: int = 0
    style: ParagraphStyle = ParagraphStyle()
    level: int = 0
    is_item: bool = False
    is_bold: bool = True  # until other letters come


@dataclass
class _Cell:
    texts: list[str] = field(default_factory=list)
    columns: int = 1


@dataclass
class _Table:
    line: int
    rows: list[TableRecord] = field(default_factory=list)
    cells: list[_Cell] = field(default_factory=list)


@dataclass
class _Run:
    is_bold: bool = False
    is_hidden: bool = False


class DocumentBody:
    """Hears of the elements of a body and collects its parts.

    The paragraphs of a text box stand before the one that it hangs on.
    """

    def __init__(self, styles: Mapping[str, ParagraphStyle]) -> None:
        self._styles = styles
        self._parts: list[Block | DocumentTable] = []
        self._bold: list[int] = []  # numbers of parts
        self._paragraphs: list[_Paragraph] = []
        self._tables: list[_Table] = []
        self._runs: list[_Run] = []
        self._placeholders: list[bool] = []  # of each control with contents
        self._skipped = self._lines = self._cells = 0
        self._is_text = False

    def parts(self) -> list[Block | DocumentTable]:
        """All parts; lines in bold letters are headings, if most lines are not."""
        texts = sum(isinstance(p, Block) and p.kind is BlockKind.PARAGRAPH for p in self._parts)
        if len(self._bold) * 2 <= texts:
            for number in self._bold:
                block = self._parts[number]
                assert isinstance(block, Block)
                self._parts[number] = replace(block, kind=BlockKind.HEADING, level=_BOLD_LEVEL)
        return self._parts

    def begin(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
        elif (handler := _BEGINS.get(name)) is not None:
            handler(self, attributes)
        elif self._runs and (sign := _SIGNS.get(name)):
            self._add(sign)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
        elif (handler := _ENDS.get(name)) is not None:
            handler(self)

    def text(self, text: str) -> None:
        """Words stand here, of a run or of something else."""
        if self._is_text and not self._skipped:
            self._add(text)

    def _add(self, text: str) -> None:
        if not (self._paragraphs and self._runs) or any(self._placeholders):
            return
        run, paragraph = self._runs[-1], self._paragraphs[-1]
        if run.is_hidden:
            return
        paragraph.text.append(text)
        paragraph.size += len(text)
        if text.strip() and not run.is_bold:
            paragraph.is_bold = False
        if paragraph.size > MAX_CELL:
            raise TooLongCell(paragraph.line, MAX_CELL)

    def _begin_paragraph(self, _attributes: Attributes) -> None:
        self._lines += 1
        if self._lines > MAX_LINES:
            raise TooManyRows(MOST_ANSWERS)
        self._paragraphs.append(_Paragraph(self._lines))

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        text = "".join(paragraph.text).strip()
        style = paragraph.style
        if not text or style.name.startswith(_WRITTEN_BY_WORD):
            return
        if self._tables and self._tables[-1].cells:
            self._tables[-1].cells[-1].texts.append(text)
            return
        level = paragraph.level or style.heading
        if level:
            self._parts.append(Block(BlockKind.HEADING, text, paragraph.line, level))
            return
        is_item = paragraph.is_item or style.is_item
        if paragraph.is_bold and not is_item and len(text) <= _HEADING:
            self._bold.append(len(self._parts))
        kind = BlockKind.ITEM if is_item else BlockKind.PARAGRAPH
        self._parts.append(Block(kind, text, paragraph.line))

    def _style(self, attributes: Attributes) -> None:
        if self._paragraphs:
            found = self._styles.get(attributes.get("val", ""), ParagraphStyle())
            self._paragraphs[-1].style = found

    def _outline(self, attributes: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].level = outline_level(attributes)

    def _number(self, attributes: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].is_item = attributes.get("val") != "0"

    def _begin_run(self, _attributes: Attributes) -> None:
        self._runs.append(_Run())

    def _end_run(self) -> None:
        self._runs.pop()

    def _set_bold(self, attributes: Attributes) -> None:
        if self._runs:
            self._runs[-1].is_bold = attributes.get("val") not in _OFF

    def _hide(self, attributes: Attributes) -> None:
        if self._runs:
            self._runs[-1].is_hidden = attributes.get("val") not in _OFF

    def _begin_text(self, _attributes: Attributes) -> None:
        self._is_text = True

    def _end_text(self) -> None:
        self._is_text = False

    def _begin_control(self, _attributes: Attributes) -> None:
        self._placeholders.append(False)

    def _show_placeholder(self, _attributes: Attributes) -> None:
        if self._placeholders:
            self._placeholders[-1] = True

    def _end_control(self) -> None:
        self._placeholders.pop()

    def _begin_table(self, _attributes: Attributes) -> None:
        self._tables.append(_Table(self._lines + 1))

    def _end_table(self) -> None:
        table = self._tables.pop()
        if not self._tables:
            self._parts.append(DocumentTable(tuple(table.rows)))
        elif self._tables[-1].cells:  # within a cell of another
            texts = (cell for row in table.rows for cell in row.cells if cell)
            self._tables[-1].cells[-1].texts += texts

    def _begin_row(self, _attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].line, self._tables[-1].cells = self._lines + 1, []

    def _end_row(self) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        cells: list[str] = []
        for cell in table.cells:
            cells += ["\n".join(cell.texts), *[""] * (cell.columns - 1)]
            if len(cells) > MAX_COLUMNS:
                raise TooManyColumns(len(cells), MAX_COLUMNS)
        self._cells += len(cells)
        if self._cells > MAX_CELLS:
            raise TooManyCells(MAX_CELLS)
        table.rows.append(TableRecord(table.line, tuple(cells)))
        table.cells = []

    def _begin_cell(self, _attributes: Attributes) -> None:
        if self._tables:
            self._tables[-1].cells.append(_Cell())

    def _span(self, attributes: Attributes) -> None:
        value = attributes.get("val", "")
        if self._tables and self._tables[-1].cells and value.isdecimal():
            self._tables[-1].cells[-1].columns = min(int(value[:6]), MAX_COLUMNS + 1)


_BEGINS: Mapping[str, Callable[[DocumentBody, Attributes], None]] = {
    "p": DocumentBody._begin_paragraph,
    "pStyle": DocumentBody._style,
    "outlineLvl": DocumentBody._outline,
    "numId": DocumentBody._number,
    "r": DocumentBody._begin_run,
    "b": DocumentBody._set_bold,
    "vanish": DocumentBody._hide,
    "t": DocumentBody._begin_text,
    "sdt": DocumentBody._begin_control,
    "showingPlcHdr": DocumentBody._show_placeholder,
    "tbl": DocumentBody._begin_table,
    "tr": DocumentBody._begin_row,
    "tc": DocumentBody._begin_cell,
    "gridSpan": DocumentBody._span,
}
_ENDS: Mapping[str, Callable[[DocumentBody], None]] = {
    "p": DocumentBody._end_paragraph,
    "r": DocumentBody._end_run,
    "t": DocumentBody._end_text,
    "sdt": DocumentBody._end_control,
    "tbl": DocumentBody._end_table,
    "tr": DocumentBody._end_row,
}
