"""What goes on behind the Print page: pages are made, saved and printed one after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from cxworkshop.workshop import Workshop
from ui.printing.pdf_maker import PdfMaker, PdfOrder, PdfResult
from ui.printing.png_maker import PngMaker
from ui.printing.printer import PaperPrinter


@dataclass(frozen=True)
class PrintMessage:
    """A sentence about what was done, or about what stood in the way; "" for nothing."""

    text: str = ""
    is_trouble: bool = False


class PrintWork(QObject):
    """Makes the pages that are shown, and beside them others to be saved or printed.

    `stepped` carries a ProgressStep, `printed` and `pictured` how many pages of how many are on
    paper or are pictures, `ended` a PrintMessage about a print, or about what was made beside the
    preview.
    """

    stepped = Signal(object)
    printed = Signal(int, int)
    pictured = Signal(int, int)
    ended = Signal(object)

    def __init__(self, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self.preview, self._extra = PdfMaker(workshop, self), PdfMaker(workshop, self)
        self._then: Callable[[PdfResult], object] = lambda _result: None
        self._when_on_paper: Callable[[], object] = lambda: None
        self._paper: PaperPrinter | None = None
        self._pictures: PngMaker | None = None
        for maker in (self.preview, self._extra):
            maker.stepped.connect(self.stepped)
        self._extra.finished.connect(self._extra_finished)
        self._extra.refused.connect(self._extra_refused)

    @property
    def is_printing(self) -> bool:
        """Whether pages are on their way to the printer."""
        return self._paper is not None

    @property
    def is_making_extra(self) -> bool:
        """Whether something is made that is not shown."""
        return self._extra.is_busy or self._pictures is not None

    @property
    def is_busy(self) -> bool:
        """Whether anything but the preview is being worked on."""
        return self.is_printing or self.is_making_extra

    def make_extra(self, order: PdfOrder, then: Callable[[PdfResult], object]) -> None:
        """Make something beside the pages that are shown, and call `then` with it."""
        self._then = then
        self._extra.begin(order)

    def make_pictures(self, pdf: bytes, then: Callable[[list[bytes]], object]) -> None:
        """Make PNG files of the pages of a PDF, and call `then` with them."""

        def ended(files: list[bytes]) -> None:
            self._drop_pictures()
            self.ended.emit(PrintMessage())
            then(files)

        made = self._pictures = PngMaker(pdf, self)
        made.stepped.connect(self.pictured)
        made.ended.connect(ended)
        made.begin()

    def put_on_paper(
        self, printer: QPrinter, data: bytes, then: Callable[[], object] = lambda: None
    ) -> None:
        """Print a PDF as the printer was set up, and call `then` when all of it is on paper."""
        self._when_on_paper = then
        paper = self._paper = PaperPrinter(printer, data, self)
        paper.stepped.connect(self.printed)
        paper.ended.connect(self._paper_ended)
        paper.begin()

    def stop_printing(self) -> None:
        """Draw no more pages; `ended` says so."""
        if self._paper is not None:
            self._paper.cancel()

    def stop_making(self) -> None:
        """Make neither the preview nor anything else; nothing is said of it."""
        self.preview.stop()
        self._extra.stop()
        self._drop_pictures()

    def _drop_pictures(self) -> None:
        made, self._pictures = self._pictures, None
        if made is not None:
            made.cancel()
            made.deleteLater()

    def _extra_finished(self, result: PdfResult) -> None:
        then, self._then = self._then, lambda _result: None
        self.ended.emit(PrintMessage())
        then(result)

    def _extra_refused(self, sentence: str) -> None:
        self.ended.emit(PrintMessage(sentence, is_trouble=True))

    def _paper_ended(self, sentence: str, good: bool) -> None:
        if self._paper is not None:
            self._paper.deleteLater()
        self._paper = None
        self.ended.emit(PrintMessage(sentence, is_trouble=not good))
        if good:
            self._when_on_paper()
