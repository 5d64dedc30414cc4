"""The Print page as far as its pages go: made anew after each change, while people go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets import PACK_TITLE
from cxworkshop.sheets.preflight import Preflight
from cxworkshop.workshop import Workshop
from ui.printing.dialog_layout import PrintLaidOut
from ui.printing.pdf_maker import PdfMaker, PdfOrder, PdfResult
from ui.printing.printer import PaperPrinter
from ui.printing.selection import Selection
from ui.theme.theme import Theme

SOON = 150  # milliseconds in which more ticks may follow


class MakesPages(PrintLaidOut):
    """Each change makes the pages anew, in a thread of their own; a newer one ends the older."""

    def __init__(self, workshop: Workshop, theme: Theme, parent: QWidget, meant: Selection) -> None:
        super().__init__(workshop, theme, parent, meant.slots)
        self.made: PdfResult | None = None
        self._maker, self.other = PdfMaker(workshop, self), PdfMaker(workshop, self)
        self._then: Callable[[PdfResult], object] = lambda _made: None
        self.paper: PaperPrinter | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._make)
        self._listen()
        self.list.tick_meant(meant)
        self.list.take_keys()

    def _listen(self) -> None:
        self.list.changed.connect(self._changed)
        self.options.changed.connect(self._changed)
        self.shown.again.connect(self._make)
        self.progress.stopped.connect(self.stop)
        for maker in (self._maker, self.other):
            maker.stepped.connect(self.progress.show_step)
        self._maker.made.connect(self._show)
        self._maker.refused.connect(self._show_why_not)
        self.other.made.connect(self._go_on)
        self.other.refused.connect(self.say_and_rest)

    def _changed(self) -> None:
        """What is shown is old from now on."""
        self._maker.stop()
        self.made = None
        self.say("")
        self.enable()
        self._soon.start(SOON)

    def _make(self) -> None:
        sheets = self.list.ticked
        if not sheets or not self.options.is_whole:
            tick = _("Tick what you would like to print.")
            which = _("Tick at least one improvement.")
            self._show_why_not(which if sheets else tick)
            return
        title = _(PACK_TITLE) if len(sheets) > 1 else ""
        self._maker.begin(PdfOrder(sheets, self.options.wanted(), title))
        self.enable()

    def _show(self, made: PdfResult) -> None:
        self.made = made
        self.shown.show_pdf(made.pdfs[0])
        self.show_notes(made.theme)
        self.rest()

    def _show_why_not(self, sentence: str) -> None:
        self.made = None
        self.shown.say(sentence)
        self.show_notes(Preflight())
        self.rest()

    def rest(self) -> None:
        """Nothing is being done any more: say what there is."""
        words = ""
        if self.made is not None:
            n, pages = len(self.made.order.sheets), self.shown.preview.count
            sheets = ngettext("{n} sheet", "{n} sheets", n).format(n=n)
            text = ngettext("{sheets}, {n} page", "{sheets}, {n} pages", pages)
            words = text.format(sheets=sheets, n=pages)
        self.progress.rest(words)
        self.enable()

    def say_and_rest(self, sentence: str) -> None:
        """It is over, and this is how it went."""
        self.say(sentence)
        self.rest()

    def enable(self) -> None:
        """The ways on are there while there are pages and nothing else is being done."""
        ready = self.made is not None and not self.other.is_busy and self.paper is None
        for press in self.ways():
            press.setEnabled(ready)

    def stop(self) -> None:
        """Whatever is being done."""
        if self.paper is not None:
            self.paper.cancel()
            return
        was_saving = self.other.is_busy
        self._maker.stop()
        self.other.stop()
        if was_saving:
            self.say_and_rest(_("Stopped. Nothing was printed."))
        else:
            self._show_why_not("")
            self.shown.say(_("Stopped. Nothing was printed."), again=True)

    def _go_on(self, made: PdfResult) -> None:
        then, self._then = self._then, lambda _made: None
        self.rest()
        then(made)

    def order(self, order: PdfOrder, then: Callable[[PdfResult], object]) -> None:
        """Make something beside the pages that are shown, and go on with it."""
        self.say("")
        self._then = then
        self.other.begin(order)
        self.enable()

    @override
    def reject(self) -> None:
        """Esc ends a print or a save first; then the page is left."""
        if self.paper is not None or self.other.is_busy:
            self.stop()
        else:
            super().reject()

    @override
    def done(self, result: int) -> None:
        """Nothing goes on behind a page that was left."""
        self._soon.stop()
        self._maker.stop()
        self.other.stop()
        self.options.keep()
        self.shown.preview.show_pdf(None)
        super().done(result)
