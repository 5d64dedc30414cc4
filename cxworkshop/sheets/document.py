"""A PDF document: written whole or not at all, and the same bytes for the same content."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen import canvas as pdfgen

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.sheets.drawing import Kit
from cxworkshop.sheets.paper import MM, Paper
from cxworkshop.sheets.runs import clean

rl_config.useA85 = 0  # pages as bytes, not as letters: a fifth smaller
_PROGRAM = "CX Workshop"


class CannotPrint(Refusal):
    """The file could not be written; the one that was there before is as it was."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} could not be written. Is it open in another program, or the folder full? "
                "Close it there, or choose another folder, and print again."
            ).format(name=name)
        )


@dataclass(frozen=True, kw_only=True)
class About:
    """What a PDF says of itself. `day` stands as its date; without one it is 1 January 2000."""

    title: str
    author: str
    language: str
    day: date | None = None


class _Canvas(pdfgen.Canvas):  # type: ignore[misc]  # reportlab has no types
    """reportlab's canvas, without the Helvetica that it names on every page."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class Document:
    """A PDF being drawn, page by page; nothing is on the disk before `written` ends."""

    def __init__(self, paper: Paper, about: About) -> None:
        self.paper = paper
        self.data = BytesIO()
        size = (paper.width * MM, paper.height * MM)
        self._canvas = _Canvas(
            self.data, pagesize=size, invariant=1, pageCompression=1, lang=about.language or "en"
        )
        self._describe(about)

    def _describe(self, about: About) -> None:
        day = about.day or date(2000, 1, 1)
        stamp = f"D:{day:%Y%m%d}000000+00'00'"
        self._canvas.setDateFormatter(lambda *_now: stamp)
        self._canvas.setTitle(_one_line(about.title))
        self._canvas.setAuthor(_one_line(about.author))
        self._canvas.setSubject("")
        self._canvas.setCreator(_PROGRAM)
        self._canvas.setProducer(_PROGRAM)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def page(self) -> Kit:
        """The page that is being drawn."""
        return Kit(self._canvas, self.paper)

    def bookmark(self, title: str) -> None:
        """A line in the outline that leads to this page."""
        key = f"page-{self._canvas.getPageNumber()}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(_one_line(title), key)

    def end_page(self) -> None:
        """Go on to the next page."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """The whole document."""
        self._canvas.save()
        return self.data.getvalue()


@contextmanager
def written(target: Path, paper: Paper, about: About) -> Iterator[Document]:
    """Draw inside the block; at its end the file is there, and an old one is replaced at once."""
    document = Document(paper, about)
    yield document
    _publish(document.finish(), target)


def _publish(data: bytes, target: Path) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise CannotPrint(target.name) from error


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
