"""The Print page: tick what is wanted, see the paper itself, print it or keep it as PDFs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets import PACK_TITLE, SHEETS
from cxworkshop.sheets.layout.document import publish
from cxworkshop.workshop import Workshop
from ui.printing import pdf_files as files
from ui.printing.dialog_pages import MakesPages
from ui.printing.options import TEST_SHEET
from ui.printing.page_images import count
from ui.printing.pdf_maker import PdfOrder, PdfResult, one_each
from ui.printing.printer import PaperPrinter
from ui.printing.selection import Selection
from ui.theme.theme import Theme
from ui.window.disk_task import DiskRequest
from ui.window.disk_work import DiskWork, not_saved_yet


class PrintDialog(MakesPages):
    """What becomes of the pages: they go to the printer, into files, or to a PDF viewer."""

    def __init__(
        self,
        workshop: Workshop,
        theme: Theme,
        parent: QWidget,
        meant: Selection,
    ) -> None:
        super().__init__(workshop, theme, parent, meant)
        self._disk = DiskWork(self, theme)
        self.options.tested.connect(self._test)
        self.close_press.clicked.connect(lambda _on=False: self.reject())
        self.view_press.clicked.connect(lambda _on=False: self._view())
        self.save_press.clicked.connect(lambda _on=False: self._save())
        self.print_press.clicked.connect(lambda _on=False: self._print())
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_press.click)

    def _test(self) -> None:
        """A sheet that shows how far the printer is off; ticks stay as they are."""
        order = PdfOrder((SHEETS[TEST_SHEET],), self.options.wanted())
        self.order(order, self._ask_printer)

    def _print(self) -> None:
        if self.made is not None:
            self._ask_printer(self.made)

    def _ask_printer(self, made: PdfResult) -> None:
        """Which printer, how many, which pages: the computer's own dialog asks."""
        self.options.keep()
        self.say("")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_title(made))
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_("Print"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, count(made.pdfs[0]))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda *_given: self._put_on_paper(printer, made.pdfs[0]))
        dialog.show()

    def _put_on_paper(self, printer: QPrinter, data: bytes) -> None:
        paper = self.paper = PaperPrinter(printer, data, self)
        paper.stepped.connect(self._show_paper)
        paper.ended.connect(self._paper_ended)
        self.enable()
        paper.begin()

    def _show_paper(self, done: int, of: int) -> None:
        words = _("To the printer: page {n} of {all}").format(n=done, all=of)
        self.progress.show_share(words, done, of)

    def _paper_ended(self, sentence: str, good: bool) -> None:
        if self.paper is not None:
            self.paper.deleteLater()
        self.paper = None
        self.say(sentence, trouble=not good)
        self.rest()

    def _view(self) -> None:
        made = self.made
        if made is None:
            return
        none = _("This computer has no program for PDFs. Save the PDF, and open it yourself.")
        try:
            opened = files.show_in_viewer(_title(made), made.pdfs[0])
            self.say("" if opened else none)
        except Refusal as refusal:
            self.say(str(refusal))

    def _save(self) -> None:
        """One sheet is one file; several may be one or many."""
        if self.made is None:
            return
        self.options.keep()
        if len(self.made.order.sheets) == 1:
            self._ask_file()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("One file with bookmarks …"), self._ask_file)
        menu.addAction(_("A file for each sheet …"), self._ask_folder)
        above = QPoint(0, -menu.sizeHint().height())
        menu.popup(self.save_press.mapToGlobal(above))
        menu.setActiveAction(menu.actions()[0])

    def _ask_file(self) -> None:
        chooser = self._chooser(_("Where to keep the PDF"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(_("PDFs (*.pdf)"))
        chooser.setDefaultSuffix("pdf")
        if self.made is not None:
            chooser.selectFile(files.named(_title(self.made)))
        chooser.fileSelected.connect(lambda name: self._keep(Path(name)))
        chooser.open()

    def _ask_folder(self) -> None:
        chooser = self._chooser(_("Where to keep the PDFs"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(lambda name: self._keep_each(Path(name)))
        chooser.open()

    def _chooser(self, title: str) -> QFileDialog:
        chooser = QFileDialog(self, title, str(self.workshop.path.parent))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return chooser

    def _keep(self, place: Path) -> None:
        if self.made is None:
            return
        data = self.made.pdfs[0]

        def kept(_nothing: None) -> bool:
            self.say(_("{name} is written.").format(name=place.name), trouble=False)
            return True

        self._disk.run(
            DiskRequest(lambda: publish(data, place), kept, self._say_refusal, not_saved_yet())
        )

    def _say_refusal(self, refusal: Refusal) -> None:
        self.say(refusal.sentence)

    def _keep_each(self, folder: Path) -> None:
        if self.made is not None:
            self.order(one_each(self.made.order), lambda made: self._write_each(folder, made))

    def _write_each(self, folder: Path, made: PdfResult) -> None:
        names = [files.named(_(sheet.title)) for sheet in made.order.sheets]

        def kept(written: list[Path]) -> bool:
            n = len(written)
            text = ngettext("{n} PDF is in “{folder}”.", "{n} PDFs are in “{folder}”.", n)
            self.say(text.format(n=n, folder=folder.name), trouble=False)
            return True

        write = partial(files.keep_each, folder, names, made.pdfs)
        self._disk.run(DiskRequest(write, kept, self._say_refusal, not_saved_yet()))


def _title(made: PdfResult) -> str:
    sheets = made.order.sheets
    return _(PACK_TITLE) if len(sheets) > 1 else _(sheets[0].title)


def open_print(workshop: Workshop, theme: Theme, parent: QWidget, meant: Selection) -> PrintDialog:
    """Open it with what is meant ticked, and nothing else."""
    dialog = PrintDialog(workshop, theme, parent, meant)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
