"""The Print page: tick sheets, look at the pages, print them or save them as PDFs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.filenames import title_of
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets import PACK_TITLE, SHEETS
from cxworkshop.sheets.preflight import Preflight
from cxworkshop.workshop import Workshop
from ui.accessible.announce import announce
from ui.printing.choices import PrintChoices
from ui.printing.footer import PrintFooter
from ui.printing.notes import PreflightNotes
from ui.printing.options import TEST_SHEET
from ui.printing.output import PrintOutput
from ui.printing.pdf_maker import PdfOrder, PdfResult
from ui.printing.preview_panel import PreviewPanel
from ui.printing.selection import Selection
from ui.printing.work import PrintMessage, PrintWork
from ui.theme.theme import Theme
from ui.widgets.labels import Label

MARGIN = 40  # pixels that stay free around it, however large the text
SOON = 150  # milliseconds in which more ticks may follow


class PrintDialog(QDialog):
    """Choices on the left, the paper on the right, below them what to look at and what to do.

    Each change makes the pages again while people go on; `pages` is None until they are there.
    """

    def __init__(
        self, workshop: Workshop, theme: Theme, parent: QWidget, selection: Selection
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.pages: PdfResult | None = None
        self.choices = PrintChoices(workshop, theme, selection, self)
        self.shown = PreviewPanel(theme)
        self.notes = PreflightNotes(theme)
        self.said = Label("", theme, "strong", "amber")
        self.said.hide()
        self.footer = PrintFooter(theme)
        self._work = PrintWork(workshop, self)
        alone, folder = selection.is_alone, workshop.path.parent
        named = str if alone else partial(_file_title, workshop)
        self.output = PrintOutput(self, theme, self._work, folder, named)
        self._soon = QTimer(self, singleShot=True)
        self._lay_out()
        self._connect()
        self.choices.sheets.tick(selection)
        self.choices.sheets.focus_first()

    def _lay_out(self) -> None:
        px = self._theme.px
        self.setWindowTitle(_("Print"))
        room = self.screen().availableGeometry().size() - QSize(MARGIN, MARGIN)
        self.resize(QSize(px(1280), px(900)).boundedTo(room))
        box = QVBoxLayout(self)
        box.setContentsMargins(px(24), px(16), px(24), px(14))
        box.setSpacing(px(10))
        middle = QHBoxLayout()
        middle.setSpacing(px(20))
        middle.addWidget(self.choices)
        middle.addWidget(self.shown, 1)
        box.addLayout(middle, 1)
        for part in (self.notes, self.said, self.footer):
            box.addWidget(part)
        self._fit()

    def _connect(self) -> None:
        self._soon.timeout.connect(self._make)
        self.choices.sheets.changed.connect(self._changed)
        self.choices.options.changed.connect(self._changed)
        self.choices.options.test_wanted.connect(self._print_test)
        self.shown.again.connect(self._make)
        self._work.stepped.connect(self.footer.progress.show_step)
        self._work.printed.connect(self.footer.progress.show_printed)
        self._work.pictured.connect(self.footer.progress.show_picture)
        self._work.ended.connect(self._ended)
        self._work.preview.finished.connect(self._show)
        self._work.preview.refused.connect(self._show_why_not)
        self.notes.said.connect(lambda said: self._say(PrintMessage(said)))
        self.notes.fonts_added.connect(self._make)
        self.output.said.connect(self._say)
        self.output.began.connect(self._enable)
        self._connect_footer()

    def _connect_footer(self) -> None:
        footer = self.footer
        footer.progress.stopped.connect(self._stop)
        footer.close_button.clicked.connect(lambda _on=False: self.reject())
        footer.view_button.clicked.connect(lambda _on=False: self._view())
        footer.picture_button.clicked.connect(lambda _on=False: self._save_pictures())
        footer.save_button.clicked.connect(lambda _on=False: self._save())
        footer.print_button.clicked.connect(lambda _on=False: self._print())
        QShortcut(QKeySequence("Ctrl+P"), self, footer.print_button.click)

    def _changed(self) -> None:
        """The pages that are shown are no longer what was chosen."""
        self._work.preview.stop()
        self.pages = None
        self._say(PrintMessage())
        self._enable()
        self._soon.start(SOON)

    def _make(self) -> None:
        sheets, options = self.choices.sheets.ticked, self.choices.options
        if not sheets or not options.is_complete:
            tick = _("Tick what you would like to print.")
            which = _("Tick at least one improvement.")
            self._show_why_not(which if sheets else tick)
            return
        title = _(PACK_TITLE) if len(sheets) > 1 else ""
        self.shown.wait()
        self._work.preview.begin(PdfOrder(sheets, options.print_options(), title))
        self._enable()

    def _show(self, pages: PdfResult) -> None:
        self.pages = pages
        self.shown.show_pdf(pages.pdfs[0])
        self.notes.show_notes(pages.preflight)
        self._rest()

    def _show_why_not(self, sentence: str) -> None:
        self.pages = None
        self.shown.say(sentence)
        self.notes.show_notes(Preflight())
        self._rest()

    def _ended(self, message: PrintMessage) -> None:
        self._say(message)
        self._rest()

    def _say(self, message: PrintMessage) -> None:
        self.said.setText(message.text)
        self.said.setAccessibleName(message.text)
        self.said.paint_in("amber" if message.is_trouble else "ink")
        self.said.setVisible(bool(message.text))
        announce(self, message.text)

    def _rest(self) -> None:
        """Nothing is being done any more: say how many pages there are."""
        self._fit()
        words = ""
        if self.pages is not None:
            n, pages = len(self.pages.order.sheets), self.shown.preview.count
            sheets = ngettext("{n} sheet", "{n} sheets", n).format(n=n)
            text = ngettext("{sheets}, {n} page", "{sheets}, {n} pages", pages)
            words = text.format(sheets=sheets, n=pages)
        self.footer.progress.rest(words)
        self._enable()

    def _enable(self) -> None:
        self.footer.enable(has_pages=self.pages is not None and not self._work.is_busy)

    def _print_test(self) -> None:
        """Print a sheet that shows how far off the printer is; ticks stay as they are."""
        self._say(PrintMessage())
        order = PdfOrder((SHEETS[TEST_SHEET],), self.choices.options.print_options())
        self._work.make_extra(order, self._ask_printer)
        self._enable()

    def _print(self) -> None:
        if self.pages is not None:
            self._ask_printer(self.pages)

    def _ask_printer(self, pages: PdfResult) -> None:
        self.choices.options.remember()
        self.output.print(pages)

    def _view(self) -> None:
        if self.pages is not None:
            self.output.view(self.pages)

    def _save(self) -> None:
        if self.pages is not None:
            self.choices.options.remember()
            self.output.save(self.pages, self.footer.save_button)

    def _save_pictures(self) -> None:
        if self.pages is not None:
            self.output.save_pictures(self.pages)

    def _stop(self) -> None:
        """Stop whatever is being done."""
        if self._work.is_printing:
            self._work.stop_printing()
            return
        was_making_extra = self._work.is_making_extra
        self._work.stop_making()
        stopped = _("Stopped. Nothing was printed.")
        if was_making_extra:
            self._ended(PrintMessage(stopped, is_trouble=True))
        else:
            self._show_why_not("")
            self.shown.say(stopped, again=True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text the left side takes no more than half; many notes scroll."""
        self._fit()

    def _fit(self) -> None:
        self.choices.setFixedWidth(min(self._theme.px(340), self.width() // 2))
        self.notes.fit(self.width() - self._theme.px(60))

    @override
    def reject(self) -> None:
        """Esc ends a print or a save first; then it closes the page."""
        if self._work.is_busy:
            self._stop()
        else:
            super().reject()

    @override
    def done(self, result: int) -> None:
        """Nothing goes on behind a page that was closed."""
        self._soon.stop()
        self._work.stop_making()
        self.choices.options.remember()
        self.shown.preview.show_pdf(None)
        super().done(result)


def _file_title(workshop: Workshop, title: str) -> str:
    text = _("{name}, {title}, {day}")
    name, day = title_of(workshop.path), workshop.today.isoformat()
    return text.format(name=name, title=title, day=day)


def open_print(
    workshop: Workshop, theme: Theme, parent: QWidget, selection: Selection
) -> PrintDialog:
    """Open it with these sheets ticked, and nothing else."""
    dialog = PrintDialog(workshop, theme, parent, selection)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
