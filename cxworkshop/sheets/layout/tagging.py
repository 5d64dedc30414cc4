"""The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8).

Everything drawn belongs to an element or is an artifact, which screen readers skip. Elements are
collected while pages are drawn and written at the end of the file; empty ones are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from cxworkshop import i18n
from cxworkshop.sheets.typesetting.languages import other_language
from cxworkshop.sheets.typesetting.text import TextBlock

_AROUND = {"TR": "Table", "LI": "L"}  # rows and items stand in one of these
_HEADINGS = ("H1", "H2", "H3")
_INLINE = {"BlockQuote": "Quote"}  # what text is inside a heading; all other is a Span
_KEPT_EMPTY = ("TH", "TD")  # or the columns of a table would not be those that are seen


@dataclass(eq=False)
class _Element:
    role: str
    alt: str = ""
    kids: list[_Element | int] = field(default_factory=list)  # an int is a marked-content id (MCID)
    page: int = 0  # on which the content is
    actual: str = ""
    lang: str = ""  # if it is not the document's
    scope: str = ""  # of a TH: Column or Row

    @property
    def elements(self) -> list[_Element]:
        """The kids that are elements."""
        return [kid for kid in self.kids if isinstance(kid, _Element)]


class Tags:
    """The structure tree of one document, used by `PageCanvas` and `Document` only."""

    def __init__(self) -> None:
        self._stack = [_Element("Document")]
        self._pages: list[tuple[Any, list[_Element]]] = []
        self._closed = 0  # above 0 inside marked content, where nothing more is tagged

    def begin_page(self, reference: Any) -> None:
        """Start the next page."""
        self._pages.append((reference, []))

    @contextmanager
    def part(self, role: str, *, begins: bool = False) -> Iterator[None]:
        """Open a container (Sect, TR, TD, LI …); tables and lists are added around their rows."""
        top = self._holder(role, begins=begins)
        element = _Element(role)
        top.kids.append(element)
        depth = len(self._stack)
        self._stack += [top, element] if top is not self._stack[-1] else [element]
        yield
        del self._stack[depth:]

    def _holder(self, role: str, *, begins: bool) -> _Element:
        """Find the parent of an element of this role; rows continue the last table."""
        top, around = self._stack[-1], _AROUND.get(role, "")
        if not around or top.role == around:
            return top
        last = top.kids[-1] if top.kids else None
        if begins or not isinstance(last, _Element) or last.role != around:
            last = _Element(around)
            top.kids.append(last)
        return last

    def text(self, canvas: Canvas, block: TextBlock) -> AbstractContextManager[None]:
        """Mark the drawing of a text as an element of its style's role, in its language."""
        lang = other_language(block, i18n.language())
        return self.content(canvas, block.style.role, actual=block.actual_text, lang=lang)

    @contextmanager
    def content(
        self, canvas: Canvas, role: str, alt: str = "", actual: str = "", lang: str = ""
    ) -> Iterator[None]:
        """Mark what is drawn inside as one element, with everything nested in it.

        `actual` is its text if the drawing order is not the logical order. Inside a heading text is
        a Span, or a Quote.
        """
        if self._closed:
            yield
            return
        if _is_heading(self._stack[-1]) and role != "Figure":
            role = _INLINE.get(role, "Span")
        element = _Element(role, alt, page=len(self._pages) - 1, actual=actual, lang=lang)
        canvas._code.append(f"/{role} <</MCID {self._add(element)}>> BDC")
        yield from self._until_closed(canvas)

    @contextmanager
    def artifact(self, canvas: Canvas, kind: str = "") -> Iterator[None]:
        """Mark what is drawn inside as an artifact, of the kind "Pagination" if on every page."""
        if self._closed:
            yield
            return
        canvas._code.append(f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC")
        yield from self._until_closed(canvas)

    def _until_closed(self, canvas: Canvas) -> Iterator[None]:
        self._closed += 1
        yield
        self._closed -= 1
        canvas._code.append("EMC")

    def _add(self, element: _Element) -> int:
        """Add an element with content to the open one; return the content's id on its page."""
        _reference, owners = self._pages[-1]
        element.kids.append(len(owners))
        self._stack[-1].kids.append(element)
        owners.append(element)
        return len(owners) - 1

    def describe(self, page: pdfdoc.PDFPage) -> None:
        """Set the page's entries: its place in the parent tree, and the tab order."""
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._pages) - 1
        page.Tabs = pdfdoc.PDFName("S")

    def finish(self, document: pdfdoc.PDFDocument) -> None:
        """Write the structure tree into the document."""
        root = _Written()
        written: dict[int, str] = {}
        whole = self._write(document, self._stack[0], _reference(document, root), written)
        numbers = " ".join(
            f"{place}[{' '.join(written[id(owner)] for owner in owners)}]"
            for place, (_page, owners) in enumerate(self._pages)
        )
        root.content = (
            f"<</Type/StructTreeRoot/K {whole}/ParentTree<</Nums[{numbers}]>>"
            f"/ParentTreeNextKey {len(self._pages)}>>"
        )
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = _dictionary(Marked="true")

    def _write(
        self, document: pdfdoc.PDFDocument, element: _Element, parent: str, written: dict[int, str]
    ) -> str:
        """Write an element with all in it; as text, for reportlab is slow with many objects."""
        if element.role == "Table":
            _give_headers(element)
        made = _Written()
        reference = written[id(element)] = _reference(document, made)
        kids = [kid for kid in element.kids if isinstance(kid, int) or _has_content(kid)]
        if kids and isinstance(kids[0], int):
            page, _owners = self._pages[element.page]
            parent += f"/Pg {page.format(document).decode('ascii')}"
        inside = " ".join(
            str(kid) if isinstance(kid, int) else self._write(document, kid, reference, written)
            for kid in kids
        )
        said = _said(document, element)
        made.content = f"<</S/{element.role}/P {parent}{said}/K[{inside}]>>"
        return reference


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object that is its text already."""

    __RefOnly__ = 1
    content = ""

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        return self.content.encode("latin-1")


def _reference(document: pdfdoc.PDFDocument, made: _Written) -> str:
    """Return the text of a reference to the object, which gets its number now."""
    text: bytes = document.Reference(made).format(document)
    return text.decode("ascii")


def _said(document: pdfdoc.PDFDocument, element: _Element) -> str:
    """Return the entries of an element that few have."""
    texts = {"Alt": element.alt, "Lang": element.lang, "ActualText": element.actual}
    said = "".join(
        f"/{key}{pdfdoc.PDFString(text).format(document).decode('latin-1')}"
        for key, text in texts.items()
        if text
    )
    return said + (f"/A<</O/Table/Scope/{element.scope}>>" if element.role == "TH" else "")


def _has_content(element: _Element) -> bool:
    if element.role in _KEPT_EMPTY:
        return True
    return any(isinstance(kid, int) or _has_content(kid) for kid in element.kids)


def _give_headers(table: _Element) -> None:
    """Say what each header cell heads. Without any, the first cell of each row heads the row."""
    rows = [row.elements for row in table.elements]
    if not any(cell.role == "TH" for cells in rows for cell in cells):
        for cells in rows:
            cells[0].role = "TH"
    for cells in rows:
        scope = "Row" if any(cell.role == "TD" for cell in cells) else "Column"
        for cell in cells:
            cell.scope = scope


def _is_heading(element: _Element) -> bool:
    return element.role in _HEADINGS


def _dictionary(**entries: Any) -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(entries)
