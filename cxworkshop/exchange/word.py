"""Write a Word document (.docx): real headings, quotes and tables, in Word's own styles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from cxworkshop.exchange.xml_text import xml_text
from cxworkshop.exchange.zip_entry import put
from cxworkshop.i18n import runs_left
from cxworkshop.progress import go_on

if TYPE_CHECKING:
    from docx.opc.packuri import PackURI
    from docx.styles.style import ParagraphStyle
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_FONT = "Calibri"
_INK, _ACCENT, _GREY = "1B1F23", "0A6C74", "5F6870"
_SIZES = {"Title": 22, "Heading 1": 15, "Heading 2": 12, "Normal": 10.5, "Quote": 11}
_COLOURS = {"Title": _INK, "Heading 1": _ACCENT, "Heading 2": _INK, "Quote": _INK}
LIST, PLANS = "cxworkshop-list", "cxworkshop-plans"  # keywords by which an import knows them again
_AFTER = 4  # points below a paragraph


@dataclass(frozen=True)
class DocumentAbout:
    """What is known of a document beside its text; `paper` is width and height in millimetres.

    `keywords` are LIST or PLANS.
    """

    title: str
    author: str
    language: str
    made_on: date
    paper: tuple[float, float]
    keywords: str


class WordDocument:
    """A document that is written from top to bottom; `finish` returns its bytes.

    Texts in Arabic, Hebrew and the like run from the right. Headings have Word's own styles, so
    that its navigation and its table of contents know them.
    """

    def __init__(self, about: DocumentAbout) -> None:
        from docx import Document

        self._document, self._made_on = Document(), about.made_on
        self._describe(about)
        for name, size in _SIZES.items():
            self._dress(self._document.styles[name], size, _COLOURS.get(name, _INK))
        body = self._document.element.body
        self._end, self._body = body[-1], self._document._body  # its sectPr stays the last
        self._styles = {style.name: style.style_id for style in self._document.styles}
        self._add(about.title, "Title")

    def heading(self, text: str, level: int = 1) -> None:
        self._add(_line(text), f"Heading {level}")

    def text(self, text: str) -> None:
        """A paragraph; line breaks in it stay."""
        self._add(text, "Normal")

    def labelled(self, label: str, text: str) -> None:
        """A paragraph that begins with a label in bold; none where there is no text."""
        if text:
            paragraph = self._add(f"{label}: ", "Normal", runs_like=text)
            paragraph.runs[0].bold = True
            self._run(paragraph, text)

    def bullets(self, texts: Iterable[str]) -> None:
        for text in texts:
            self._add(text, "List Bullet")

    def quote(self, words: str, said_by: str = "") -> None:
        """A customer's words, and behind them in grey who said so."""
        from docx.shared import RGBColor

        go_on(1)
        paragraph = self._add(words, "Quote")
        if said_by:
            run = self._run(paragraph, f"  {said_by}")
            run.italic, run.font.color.rgb = False, RGBColor.from_string(_GREY)

    def table(self, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table with its titles repeated on each page; what comes first has twice the width."""
        from docx.oxml import OxmlElement

        made = self._document.add_table(rows=1, cols=len(titles), style="Table Grid")
        for cell, title in zip(made.rows[0].cells, titles, strict=True):
            self._fill(cell.paragraphs[0], title).bold = True
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row in rows:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                self._fill(cell.paragraphs[0], text)
        self._share_width(made)
        if runs_left("".join(titles)):
            _mirror(made)
        self._document.add_paragraph()

    def _share_width(self, table: Table) -> None:
        """Some programs go by the grid, others by the cells."""
        from docx.shared import Length

        section = self._document.sections[-1]
        whole = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        table.autofit = False
        for number, column in enumerate(table.columns):
            parts = 1 if number else 2
            column.width = Length(whole * parts // (len(table.columns) + 1))
            for cell in column.cells:
                cell.width = column.width

    def new_page(self) -> None:
        from docx.enum.text import WD_BREAK

        self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def finish(self) -> bytes:
        data = BytesIO()
        with ZipFile(data, "w") as archive:
            self._put_parts(archive)
        return data.getvalue()

    def _put_parts(self, archive: ZipFile) -> None:
        """As `Document.save`, which gives each part the computer's time and fails in 1970."""
        from docx.opc.pkgwriter import PackageWriter

        package = self._document.part.package
        assert package is not None, "only a part that was taken out has none"
        for part in package.parts:
            part.before_marshal()
        untyped: Any = PackageWriter
        writer = _PartWriter(archive, self._made_on)
        untyped._write_content_types_stream(writer, package.parts)
        untyped._write_pkg_rels(writer, package.rels)
        untyped._write_parts(writer, package.parts)

    def _add(self, text: str, style: str, runs_like: str = "") -> Paragraph:
        """A paragraph at the end; python-docx's own way looks through all that there are."""
        from docx.oxml import OxmlElement
        from docx.text.paragraph import Paragraph as WordText

        element = OxmlElement("w:p")
        element.style = self._styles[style]
        self._end.addprevious(element)
        paragraph = WordText(element, self._body)
        self._fill(paragraph, text, runs_like or text)
        return paragraph

    def _fill(self, paragraph: Paragraph, text: str, runs_like: str = "") -> Any:
        from docx.oxml import OxmlElement

        if runs_left(runs_like or text):
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        return self._run(paragraph, text)

    def _run(self, paragraph: Paragraph, text: str) -> Any:
        run = paragraph.add_run(xml_text(text))
        run.font.rtl = runs_left(text) or None
        return run

    def _describe(self, about: DocumentAbout) -> None:
        """Properties, paper, and the language in which spelling is checked."""
        from docx.oxml.ns import qn
        from docx.shared import Mm

        language = about.language.replace("_", "-") or "en"
        day = datetime.combine(about.made_on, time())
        properties = self._document.core_properties
        properties.title, properties.author = _line(about.title), _line(about.author)
        properties.created = properties.modified = day
        properties.language, properties.comments = language, ""
        properties.keywords = about.keywords
        width, height = about.paper
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(width), Mm(height)
        for spoken in self._document.styles.element.iter(qn("w:lang")):
            spoken.set(qn("w:val"), language)

    def _dress(self, style: ParagraphStyle, size: float, colour: str) -> None:
        """One font for all scripts; Word looks for another where it has no such letter."""
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        font = style.font
        font.name, font.size, font.color.rgb = _FONT, Pt(size), RGBColor.from_string(colour)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        for kind in ("hAnsi", "cs"):
            fonts.set(qn(f"w:{kind}"), _FONT)
        style.paragraph_format.space_after = Pt(_AFTER)


class _PartWriter:
    """What python-docx asks of a `PhysPkgWriter`."""

    def __init__(self, archive: ZipFile, day: date) -> None:
        self._archive, self._day = archive, day

    def write(self, uri: PackURI, data: bytes) -> None:
        put(self._archive, uri.membername, data, self._day)


def _mirror(table: Table) -> None:
    """Let the first column stand at the right."""
    from docx.enum.table import WD_TABLE_DIRECTION

    table.table_direction = WD_TABLE_DIRECTION.RTL


def _line(text: str) -> str:
    return " ".join(xml_text(text).split())
