"""The body of a Word document: its paragraphs, lists and tables as people see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from cxworkshop.exchange.readers.blocks import DocumentTable, PartKind, TextPart
from cxworkshop.exchange.readers.docx_tables import TABLE_ELEMENTS, TableStack
from cxworkshop.exchange.readers.limits import MAX_CELL, MAX_ROWS
from cxworkshop.exchange.readers.office_xml import Attributes
from cxworkshop.exchange.refusals import TooLongCell, TooManyRows
from cxworkshop.limits import MOST_ANSWERS

# Struck or moved away, what was before a change, what older programs are given, formulas.
_SKIPPED = frozenset(
    ("del", "moveFrom", "pPrChange", "rPrChange", "tblPrChange", "Fallback", "rt", "oMath")
)
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WRITTEN_BY_WORD = ("toc ", "table of", "index ")
_OFF = ("0", "false", "off", "none")
_MAX_PARAGRAPHS = 400_000  # with empty ones, and those in tables
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
class _OpenText:
    line: int
    text: list[str] = field(default_factory=list)
    size: int = 0
    style: ParagraphStyle = ParagraphStyle()
    level: int = 0
    is_item: bool = False
    is_bold: bool = True  # until other letters come


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
        self._parts: list[TextPart | DocumentTable] = []
        self._bold: list[int] = []  # numbers of parts
        self._paragraphs: list[_OpenText] = []
        self._tables = TableStack()
        self._runs: list[_Run] = []
        self._placeholders: list[bool] = []  # of each control with contents
        self._skipped = self._lines = 0
        self._is_text = False

    def parts(self) -> list[TextPart | DocumentTable]:
        """All parts; lines in bold letters are headings, if most lines are not."""
        texts = sum(isinstance(p, TextPart) and p.kind is PartKind.PARAGRAPH for p in self._parts)
        if len(self._bold) * 2 <= texts:
            for number in self._bold:
                block = self._parts[number]
                assert isinstance(block, TextPart)
                self._parts[number] = replace(block, kind=PartKind.HEADING, level=_BOLD_LEVEL)
        return self._parts

    def begin(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
        elif (handler := self._BEGINS.get(name)) is not None:
            handler(self, attributes)
        elif name in TABLE_ELEMENTS:
            self._tables.begin(name, attributes, self._lines + 1)
        elif self._runs and (sign := _SIGNS.get(name)):
            self._add(sign)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
        elif (handler := self._ENDS.get(name)) is not None:
            handler(self)
        elif name in TABLE_ELEMENTS and (table := self._tables.end(name)):
            self._parts.append(table)

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
        if self._lines > _MAX_PARAGRAPHS:
            raise TooManyRows(MOST_ANSWERS)
        self._paragraphs.append(_OpenText(self._lines))

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        text = "".join(paragraph.text).strip()
        style = paragraph.style
        if len(self._parts) > MAX_ROWS:
            raise TooManyRows(MOST_ANSWERS)
        if not text or style.name.startswith(_WRITTEN_BY_WORD):
            return
        if self._tables.is_in_cell:
            self._tables.add(text)
            return
        level = paragraph.level or style.heading
        if level:
            self._parts.append(TextPart(PartKind.HEADING, text, paragraph.line, level))
            return
        is_item = paragraph.is_item or style.is_item
        if paragraph.is_bold and not is_item and len(text) <= _HEADING:
            self._bold.append(len(self._parts))
        kind = PartKind.ITEM if is_item else PartKind.PARAGRAPH
        self._parts.append(TextPart(kind, text, paragraph.line, style=style.name))

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

    _BEGINS: ClassVar[Mapping[str, Callable[[DocumentBody, Attributes], None]]] = {
        "p": _begin_paragraph,
        "pStyle": _style,
        "outlineLvl": _outline,
        "numId": _number,
        "r": _begin_run,
        "b": _set_bold,
        "vanish": _hide,
        "t": _begin_text,
        "sdt": _begin_control,
        "showingPlcHdr": _show_placeholder,
    }
    _ENDS: ClassVar[Mapping[str, Callable[[DocumentBody], None]]] = {
        "p": _end_paragraph,
        "r": _end_run,
        "t": _end_text,
        "sdt": _end_control,
    }
