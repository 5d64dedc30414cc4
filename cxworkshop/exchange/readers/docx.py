"""Word's documents (.docx): their styles, and what they say."""

from __future__ import annotations

from cxworkshop.exchange.readers.blocks import document_table
from cxworkshop.exchange.readers.docx_body import DocumentBody, ParagraphStyle, outline_level
from cxworkshop.exchange.readers.office_xml import Attributes, walk
from cxworkshop.exchange.readers.own_document import own_document
from cxworkshop.exchange.readers.packed import Package
from cxworkshop.exchange.table import Table

_MAIN, _STYLES = "word/document.xml", "word/styles.xml"


def read_docx(data: bytes) -> Table:
    """What a document says; raises an ImportRefusal."""
    package = Package(data)
    styles = _Styles()
    if _STYLES in package.names:
        walk(package.xml(_STYLES), styles)
    body = DocumentBody(styles.found)
    walk(package.xml(_MAIN), body)
    parts = body.parts()
    return own_document(package, parts) or document_table(parts)


class _Styles:
    """Collects the styles of paragraphs by their ids."""

    def __init__(self) -> None:
        self.found: dict[str, ParagraphStyle] = {}
        self._id = self._name = ""
        self._level = 0
        self._is_item = False

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "style":
            self._id, self._name = attributes.get("styleId", ""), ""
            self._level, self._is_item = 0, False
        elif name == "name":
            self._name = attributes.get("val", "").casefold()
        elif name == "outlineLvl":
            self._level = outline_level(attributes)
        elif name == "numPr":
            self._is_item = True

    def end(self, name: str) -> None:
        if name == "style":
            self.found[self._id] = ParagraphStyle(self._name, self._level, self._is_item)

    def text(self, _text: str) -> None:
        """There is none in styles."""
