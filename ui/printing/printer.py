"""Print page by page at full size; it can be stopped between two pages."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QPointF, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from cxworkshop import log
from cxworkshop.filenames import beside, shown
from cxworkshop.i18n import _, ngettext
from ui.printing.page_images import PageImages

FINEST = 300  # dots per inch: finer than anybody sees on paper


class PaperPrinter(QObject):
    """One print job. `stepped` carries how many pages of how many are drawn.

    `ended` says in a sentence how it went, and whether it went well.
    """

    stepped = Signal(int, int)
    ended = Signal(str, bool)

    def __init__(self, printer: QPrinter, data: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self._printer, self._pictures = printer, PageImages(data)
        self._painter = QPainter()
        self._target, self._part = _part_file(printer)
        self._numbers = _numbers(printer, len(self._pictures))
        self._done = 0
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._take_turn)

    def begin(self) -> None:
        """Start; the pages follow in the event loop."""
        self._try(self._begin)

    def _begin(self) -> None:
        self._printer.setFullPage(True)
        self._printer.setCreator("CX Workshop")
        self._set_paper(self._numbers[0])
        if not self._painter.begin(self._printer):
            self._end(self._refused())
            return
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.stepped.emit(0, len(self._numbers))
        self._turn.start(0)

    def cancel(self) -> None:
        """Draw no more pages; the printer may still print those that it has."""
        self._turn.stop()
        self._printer.abort()
        self._end(_("Stopped. What the printer already had may still come out."))

    def _take_turn(self) -> None:
        self._try(self._draw_one)

    def _try(self, step: Callable[[], object]) -> None:
        """End the print with a sentence when a mistake of ours stops it."""
        try:
            step()
        except Exception as error:
            log.failure("printing", error)
            self._turn.stop()
            if self._painter.isActive():
                self._printer.abort()
            text = _("Page {n} could not be drawn, so printing was stopped.")
            self._end(text.format(n=self._done + 1))

    def _draw_one(self) -> None:
        number = self._numbers[self._done]
        if self._done and not self._next_page(number):
            self._turn.stop()
            self._end(self._refused())
            return
        dots = min(self._printer.resolution(), FINEST)
        picture = self._pictures.picture(number, dots)
        size = QSizeF(picture.size()) * (self._printer.resolution() / dots)
        self._painter.drawImage(QRectF(QPointF(), size), picture)
        self._done += 1
        self.stepped.emit(self._done, len(self._numbers))
        if self._done == len(self._numbers):
            self._turn.stop()
            self._finish()

    def _next_page(self, number: int) -> bool:
        self._set_paper(number)
        return self._printer.newPage()

    def _set_paper(self, number: int) -> None:
        """Choose the paper of this page, portrait or landscape."""
        size = self._pictures.size(number)
        short, long = sorted((size.width(), size.height()))
        ways = QPageLayout.Orientation
        orientation = ways.Landscape if size.width() > size.height() else ways.Portrait
        paper = QPageSize(QSizeF(short, long), QPageSize.Unit.Point)
        self._printer.setPageLayout(QPageLayout(paper, orientation, QMarginsF()))

    def _finish(self) -> None:
        """Hand all pages to the printer, or put the file where it belongs."""
        done = self._painter.end()
        done = done and self._printer.printerState() != QPrinter.PrinterState.Error
        if not (done and self._publish()):
            self._end(self._refused())
            return
        n = len(self._numbers)
        text = ngettext("{n} page went to the printer.", "{n} pages went to the printer.", n)
        if self._target is not None:
            text = ngettext("{n} page is in {name}.", "{n} pages are in {name}.", n)
        name = shown(self._target.name) if self._target else ""
        self._end(text.format(n=n, name=name), good=True)

    def _publish(self) -> bool:
        if self._target is None or self._part is None:
            return True
        try:
            self._part.replace(self._target)
        except OSError:
            return False
        return True

    def _refused(self) -> str:
        if self._target is not None:
            text = _("{name} could not be written. Choose another place, and print again.")
            return text.format(name=shown(self._target.name))
        return _("The printer did not accept it. Is it on, with paper in it? Then print again.")

    def _end(self, sentence: str, *, good: bool = False) -> None:
        if self._painter.isActive():
            self._painter.end()
        if self._part is not None:
            with suppress(OSError):
                self._part.unlink(missing_ok=True)
        self._pictures.close()
        self.ended.emit(sentence, good)


def _part_file(printer: QPrinter) -> tuple[Path | None, Path | None]:
    """The file that is printed into, and one beside it that takes its place when it is complete."""
    if not printer.outputFileName():
        return None, None
    target = Path(printer.outputFileName())
    part = beside(target, ".", ".part")
    printer.setOutputFileName(str(part))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    return target, part


def _numbers(printer: QPrinter, count: int) -> list[int]:
    """The pages to print, from 0, in order; with copies where the printer makes none itself."""
    first, last = 1, count
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage(), min(printer.toPage(), count)
    pages = list(range(first - 1, last)) or list(range(count))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    if printer.supportsMultipleCopies():
        return pages
    copies = printer.copyCount()
    together = printer.collateCopies()
    return pages * copies if together else [page for page in pages for _copy in range(copies)]
