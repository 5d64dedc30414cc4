"""Tagged PDF documents, reproducible and written atomically."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from re import Pattern

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas as pdfgen

from cxworkshop.compat import override
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.letterhead import PLAIN, PageLook
from cxworkshop.sheets.layout.metadata import describe, xmp
from cxworkshop.sheets.layout.names import NameFinder
from cxworkshop.sheets.layout.pdf_file import file_of
from cxworkshop.sheets.layout.tagging import Tags
from cxworkshop.sheets.paper import MM, Paper
from cxworkshop.sheets.progress import report_progress
from cxworkshop.sheets.typesetting.runs import clean
from cxworkshop.value_object import ValueObject
from cxworkshop.whole_files import replace_whole

rl_config.useA85 = 0  # binary page streams are a fifth smaller than ASCII85
_PROGRAM = "CX Workshop"


class CannotPrint(Refusal):
    """The PDF could not be written; an older file of that name is unchanged."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} could not be written. Is it open in another program, or the folder full? "
                "Close it there, or choose another folder, and print again."
            ).format(name=name)
        )


class DocumentInfo(ValueObject):
    """Metadata of a PDF. `day` is its creation date, 1 January 2000 if there is none."""

    title: str
    author: str
    language: str
    day: date | None = None


class Page(ValueObject):
    """One page, ready to be drawn. `bookmark` is the outline entry of its top.

    It is printed `scale` times as large as its paper. `names` finds customers' names in its text.
    `as_of` says which day it shows, if it goes out of date; `look` is the team's. What is cut out
    of it is `to_cut`, and `is_back` the other side of that; `is_blank` has nothing on it.
    """

    paper: Paper
    paint: Callable[[PageCanvas], None]
    bookmark: str = ""
    scale: float = 1.0
    names: Pattern[str] | None = None
    as_of: str = ""
    look: PageLook = PLAIN
    to_cut: bool = False
    is_back: bool = False
    is_blank: bool = False


class _Canvas(pdfgen.Canvas):  # type: ignore[misc]  # reportlab has no types
    """reportlab's canvas with tags, and without its default Helvetica on every page."""

    tags: Tags

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"

    @override
    def _setXObjects(self, thing: object) -> None:
        super()._setXObjects(thing)
        if isinstance(thing, pdfdoc.PDFPage):
            self.tags.describe(thing)


class Document:
    """A PDF that is drawn page by page, in memory."""

    def __init__(self, about: DocumentInfo) -> None:
        self._tags = Tags()
        self._level, self._scale = 0, 1.0
        self._canvas = _Canvas(
            BytesIO(), invariant=1, pageCompression=1, lang=about.language or "en"
        )
        self._canvas.tags = self._tags
        self._describe(about)

    def _describe(self, about: DocumentInfo) -> None:
        day = about.day or date(2000, 1, 1)
        stamp = f"D:{day:%Y%m%d}000000+00'00'"
        self._canvas.setDateFormatter(lambda *_now: stamp)
        title, author = _one_line(about.title), _one_line(about.author)
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject("")
        self._canvas.setCreator(_PROGRAM)
        self._canvas.setProducer(_PROGRAM)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas.setViewerPreference("PrintScaling", "None")
        language = about.language or "en"
        packet = xmp(title=title, author=author, language=language, program=_PROGRAM, day=day)
        describe(self._canvas._doc, packet)

    def draw(self, pages: Sequence[Page], chapter: str = "") -> None:
        """Draw these pages; with a `chapter`, their bookmarks are its children."""
        self._level = 0
        for number, page in enumerate(pages, 1):
            canvas = self._begin(page)
            if chapter and number == 1:
                self._canvas.showOutline()
                self._bookmark(chapter, 0.0, page.paper)
                self._level = 1
            if page.bookmark:
                canvas.bookmark(page.bookmark, 0.0)
            page.paint(canvas)
            self._canvas.showPage()
            report_progress(number, len(pages))

    def _begin(self, page: Page) -> PageCanvas:
        paper, self._scale = page.paper, page.scale
        self._canvas.setPageSize(size_of(page))
        if page.scale != 1:
            self._canvas.scale(page.scale, page.scale)
        self._tags.begin_page(self._canvas._doc.thisPageRef())
        canvas = PageCanvas(self._canvas, paper, self._tags, self._bookmark)
        canvas.names, canvas.as_of = NameFinder(page.names), page.as_of
        canvas.look = page.look
        return canvas

    def _bookmark(self, title: str, top: float, paper: Paper) -> None:
        """Add an outline entry that leads to this height of the current page."""
        key = f"{self._canvas.getPageNumber()}-{top:.1f}-{self._level}"
        self._canvas.bookmarkPage(
            key, fit="XYZ", left=0, top=(paper.height - top) * MM * self._scale, zoom=0
        )
        self._canvas.addOutlineEntry(_one_line(title), key, self._level)

    @property
    def page_count(self) -> int:
        """How many pages are drawn."""
        number: int = self._canvas.getPageNumber()
        return number - 1

    def finish(self, *, both_sides: bool = False) -> bytes:
        """Write the structure tree and return the document's bytes; say how it is to be printed."""
        sides = "DuplexFlipLongEdge" if both_sides else "Simplex"
        self._canvas.setViewerPreference("Duplex", sides)
        self._tags.finish(self._canvas._doc)
        return file_of(self._canvas)


def outlined_code(page: Page) -> list[str]:
    """The PDF operators that draw the page with its text as outlines; there is no font in them.

    Only one picture can be among them, the logo.
    """
    canvas, tags = _Canvas(BytesIO(), invariant=1), Tags()
    canvas.tags = tags
    canvas.scale(page.scale, page.scale)
    tags.begin_page(None)
    drawn = PageCanvas(canvas, page.paper, tags, lambda *_mark: None, outlines=True)
    drawn.as_of, drawn.look = page.as_of, page.look
    page.paint(drawn)
    code: list[str] = canvas._code
    return code


def size_of(page: Page) -> tuple[float, float]:
    """Width and height in points."""
    return page.paper.width * MM * page.scale, page.paper.height * MM * page.scale


def enlarged(page: Page, paper: Paper) -> Page:
    """Return the page filling larger paper of the same proportions."""
    return replace(page, scale=paper.width / page.paper.width)


def publish(data: bytes, target: Path) -> None:
    """Write the file atomically: an older one is replaced or stays unchanged.

    Raises CannotPrint.
    """
    try:
        replace_whole(target, data)
    except OSError as error:
        raise CannotPrint(target.name) from error


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
