"""Makes PDFs while people go on: values are read in the window's thread, pages drawn in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Event, Thread

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from cxworkshop import log
from cxworkshop.compat import override
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.sheets import PrintOptions, Sheet
from cxworkshop.sheets.job import PrintJob, as_pdf, job
from cxworkshop.sheets.pictures import svg_pictures
from cxworkshop.sheets.preflight import Preflight, preflight
from cxworkshop.sheets.progress import Cancelled, ProgressStep
from cxworkshop.workshop import Workshop

CHECK = 40  # milliseconds between two looks at the progress


@dataclass(frozen=True)
class PdfOrder:
    """Make these sheets: one PDF with bookmarks, one PDF for each, or a drawing of each page."""

    sheets: tuple[Sheet, ...]
    options: PrintOptions
    title: str = ""
    each: bool = False
    drawings: bool = False


@dataclass(frozen=True)
class PdfResult:
    """The PDFs or drawings, and what to look at before they go on paper."""

    order: PdfOrder
    pdfs: tuple[bytes, ...]
    preflight: Preflight


class _Drawing(Thread):
    """Draws pages, and touches nothing of the window's, which asks for its progress."""

    def __init__(self, order: PdfOrder, jobs: Sequence[PrintJob], known: Sequence[str]) -> None:
        super().__init__(name="drawing")
        self._order, self._jobs, self._known = order, jobs, known
        self._stopped = Event()
        self.before: Thread | None = None
        self.step = ProgressStep("")
        self.result: PdfResult | None = None
        self.error: BaseException | None = None

    def stop(self) -> None:
        """End soon: between two lines of text."""
        self._stopped.set()

    @override
    def run(self) -> None:
        try:
            if self.before is not None:
                self.before.join()  # fonts and their caches are for one print at a time
                self.before = None
            self.result = self._make()
        except BaseException as error:  # the window's thread says it
            self.error = error

    def _make(self) -> PdfResult:
        self._report(self.step)
        found = preflight(self._jobs, self._known)
        return PdfResult(self._order, tuple(self._files()), found)

    def _files(self) -> list[bytes]:
        if self._order.drawings:
            return [svg for one in self._jobs for svg in svg_pictures(one, self._report)]
        parts = [[one] for one in self._jobs] if self._order.each else [self._jobs]
        return [as_pdf(part, self._order.title, self._report) for part in parts]

    def _report(self, step: ProgressStep) -> None:
        self.step = step
        if self._stopped.is_set():
            raise Cancelled


class PdfMaker(QObject):
    """One order at a time: a newer one ends the older.

    `stepped` carries a ProgressStep, `finished` a PdfResult; `refused` says in a sentence why there
    is none.
    """

    stepped = Signal(object)
    finished = Signal(object)
    refused = Signal(str)

    def __init__(self, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._order: PdfOrder | None = None
        self._jobs: list[PrintJob] = []
        self._drawing: _Drawing | None = None
        self._last: _Drawing | None = None
        self._gather_timer, self._progress_timer = QTimer(self), QTimer(self)
        self._progress_timer.setInterval(CHECK)
        self._gather_timer.timeout.connect(self._gather_one)
        self._progress_timer.timeout.connect(self._check_progress)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.stop)  # or the program would live on until all is drawn

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._order is not None

    def begin(self, order: PdfOrder) -> None:
        """Make this in place of what is being made."""
        self.stop()
        self._order, self._jobs = order, []
        self.stepped.emit(ProgressStep(""))
        self._gather_timer.start(0)

    def stop(self) -> None:
        """Give up what is being made; nothing is said of it."""
        self._gather_timer.stop()
        self._progress_timer.stop()
        if self._drawing is not None:
            self._drawing.stop()
        self._order = self._drawing = None

    def _gather_one(self) -> None:
        """Read the values of one sheet: the window answers between two of them."""
        assert self._order is not None
        order, done = self._order, len(self._jobs)
        sheet = order.sheets[done] if done < len(order.sheets) else None
        try:
            if sheet is not None:
                self._jobs.append(job(self._workshop, sheet, order.options))
            else:
                self._gather_timer.stop()
                self._draw(order)
        except Refusal as refusal:
            self._refuse(_(sheet.title) if sheet else "", refusal)
        except Exception as error:
            self._fail(_(sheet.title) if sheet else "", error)

    def _draw(self, order: PdfOrder) -> None:
        drawing = _Drawing(order, self._jobs, self._workshop.content.customers_names())
        if self._last is not None and self._last.is_alive():
            drawing.before = self._last
        self._drawing = self._last = drawing
        drawing.start()
        self._progress_timer.start()

    def _check_progress(self) -> None:
        drawing = self._drawing
        assert drawing is not None
        if drawing.is_alive():
            self.stepped.emit(drawing.step)
            return
        result, error = drawing.result, drawing.error
        if result is not None:
            self.stop()
            self.finished.emit(result)
        elif isinstance(error, Refusal):
            self._refuse(drawing.step.title, error)
        elif error is not None:
            self._fail(drawing.step.title, error)

    def _refuse(self, title: str, refusal: Refusal) -> None:
        self.stop()
        self.refused.emit(f"{title}: {refusal}" if title else str(refusal))

    def _fail(self, title: str, error: BaseException) -> None:
        """Log a mistake of ours, and say what to do about it."""
        self.stop()
        log.failure("drawing", error)
        text = _("“{title}” could not be drawn. Untick it, and print the others without it.")
        none = _("The pages could not be drawn. Untick some sheets, or try again.")
        self.refused.emit(text.format(title=title) if title else none)


def one_each(order: PdfOrder) -> PdfOrder:
    """The same sheets as PDFs of their own."""
    return replace(order, title="", each=True)
