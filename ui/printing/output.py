"""What becomes of the pages: they go to the printer, into files, or to a PDF viewer."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.filenames import found, shown, with_ending
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets import PACK_TITLE
from cxworkshop.sheets.layout.document import publish
from cxworkshop.sheets.many_pages import ManyPages, ask_before_many
from cxworkshop.store.refusals import FileIsThere
from ui.dialogs.file_choice import file_chooser, plain_boxes
from ui.printing import pdf_files
from ui.printing.page_images import count
from ui.printing.pdf_maker import PdfResult, one_each
from ui.printing.pictures import PNG, PictureSaver
from ui.printing.work import PrintMessage, PrintWork
from ui.theme.theme import Theme
from ui.window.disk_task import DiskRequest
from ui.window.disk_work import DiskWork, not_saved_yet


class PrintOutput(QObject):
    """Asks for a printer or a place; `named` makes a title the name of a file.

    `said` carries a PrintMessage about how it went. `began` says that pages are on their way to the
    printer, or made again for a save; `delivered` carries the names of sheets that were printed or
    saved.
    """

    said = Signal(object)
    began = Signal()
    delivered = Signal(tuple)

    def __init__(
        self,
        dialog: QWidget,
        theme: Theme,
        work: PrintWork,
        folder: Path,
        named: Callable[[str], str],
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._work, self._folder, self._named = dialog, work, folder, named
        self._asked: PdfResult | None = None
        self.disk = DiskWork(dialog, theme)
        self._pictures = PictureSaver(work, self.disk, self)
        self._pictures.said.connect(self.said)
        self._pictures.began.connect(self.began)
        self._pictures.saved.connect(self._say_delivered)

    def print(self, pages: PdfResult) -> None:
        """Let the computer's own dialog ask for printer, copies and pages, and print.

        Of many pages it says first how many they are, and prints them when it is asked again.
        """
        n = count(pages.pdfs[0])
        try:
            ask_before_many(n, sure=self._asked is pages)
        except ManyPages:
            self._asked = pages
            text = ngettext(
                "This is {n} page. Press Print again for it.",
                "These are {n} pages. Choose fewer sheets, or press Print again for all of them.",
                n,
            )
            self.said.emit(PrintMessage(text.format(n=n), is_trouble=True))
            return
        self.said.emit(PrintMessage())
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_title(pages))
        dialog = QPrintDialog(printer, self._dialog)
        plain_boxes(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_("Print"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, n)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda *_given: self._put_on_paper(printer, pages))
        dialog.show()

    def view(self, pages: PdfResult) -> None:
        """Open a copy in the computer's PDF viewer."""
        none = _("This computer has no program for PDFs. Save the PDF, and open it yourself.")
        try:
            is_open = pdf_files.show_in_viewer(_title(pages), pages.pdfs[0])
            self.said.emit(PrintMessage("" if is_open else none, is_trouble=True))
        except Refusal as refusal:
            self._refuse(refusal)

    def save(self, pages: PdfResult, button: QWidget) -> None:
        """Save one sheet as one file; of several ask, above the button, for one file or many."""
        if len(pages.order.sheets) == 1:
            self._ask_file(pages)
            return
        menu = QMenu(self._dialog)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("One file with bookmarks …"), partial(self._ask_file, pages))
        menu.addAction(_("A file for each sheet …"), partial(self._ask_folder, pages))
        above = QPoint(0, -menu.sizeHint().height())
        menu.popup(button.mapToGlobal(above))
        menu.setActiveAction(menu.actions()[0])

    def save_pictures(self, pages: PdfResult) -> None:
        """Ask where to keep a picture of each page, as PNG or SVG, and save them."""
        name = pdf_files.file_name(self._named(_title(pages))).removesuffix(".pdf") + PNG
        chooser = self._chooser(_("Where to keep the pictures"))
        self._pictures.ask(chooser, name, lambda path: self._pictures.save(pages, found(path)))

    def save_file(self, pages: PdfResult, path: Path) -> None:
        """Write all sheets into this file, in place of what is there."""

        def written(_nothing: None) -> bool:
            self.said.emit(PrintMessage(_saved(path)))
            self._say_delivered(pages)
            return True

        write = partial(publish, pages.pdfs[0], path)
        self.disk.run(DiskRequest(write, written, self._refuse, not_saved_yet()))

    def save_each(self, pages: PdfResult, folder: Path) -> None:
        """Write a file for each sheet into this folder, beside what is there."""
        self.said.emit(PrintMessage())
        self._work.make_extra(one_each(pages.order), partial(self._write_each, folder))
        self.began.emit()

    def _put_on_paper(self, printer: QPrinter, pages: PdfResult) -> None:
        self._work.put_on_paper(printer, pages.pdfs[0], partial(self._say_delivered, pages))
        self.began.emit()

    def _say_delivered(self, pages: PdfResult) -> None:
        self.delivered.emit(tuple(sheet.slug for sheet in pages.order.sheets))

    def _ask_file(self, pages: PdfResult) -> None:
        chooser = self._chooser(_("Where to keep the PDF"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(_("PDFs (*.pdf)"))
        chooser.setDefaultSuffix("pdf")
        chooser.selectFile(pdf_files.file_name(self._named(_title(pages))))
        chooser.fileSelected.connect(lambda name: self._chosen(pages, found(Path(name))))
        chooser.open()

    def _chosen(self, pages: PdfResult, chosen: Path) -> None:
        """Qt has asked whether the file may be replaced, but only under the name as it was typed:
        it adds no ending to one with a dot."""
        path = with_ending(chosen, ".pdf")
        if path != chosen and os.path.lexists(path):
            self._refuse(FileIsThere(path.name))
        else:
            self.save_file(pages, path)

    def _ask_folder(self, pages: PdfResult) -> None:
        chooser = self._chooser(_("Where to keep the PDFs"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(lambda name: self.save_each(pages, found(Path(name))))
        chooser.open()

    def _chooser(self, title: str) -> QFileDialog:
        chooser = file_chooser(self._dialog, title, self._folder)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return chooser

    def _write_each(self, folder: Path, pages: PdfResult) -> None:
        names = [pdf_files.file_name(_(sheet.title)) for sheet in pages.order.sheets]

        def written(paths: list[Path]) -> bool:
            n = len(paths)
            text = ngettext("{n} PDF is in “{folder}”.", "{n} PDFs are in “{folder}”.", n)
            self.said.emit(PrintMessage(text.format(n=n, folder=shown(folder.name))))
            self._say_delivered(pages)
            return True

        write = partial(pdf_files.write_each, folder, names, pages.pdfs)
        self.disk.run(DiskRequest(write, written, self._refuse, not_saved_yet()))

    def _refuse(self, refusal: Refusal) -> None:
        self.said.emit(PrintMessage(refusal.sentence, is_trouble=True))


def _saved(path: Path) -> str:
    text = _("{name} is saved in “{folder}”.")
    return text.format(name=shown(path.name), folder=shown(path.parent.name or str(path.parent)))


def _title(pages: PdfResult) -> str:
    sheets = pages.order.sheets
    return _(PACK_TITLE) if len(sheets) > 1 else _(sheets[0].title)
