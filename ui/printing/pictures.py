"""Save pages as pictures, a file for each page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from cxworkshop.errors import Refusal
from cxworkshop.filenames import free, shown, split_ending, with_ending
from cxworkshop.i18n import _, ngettext
from cxworkshop.services.files import write_for_others
from cxworkshop.sheets.pictures import picture_paths
from ui.printing.pdf_maker import PdfResult
from ui.printing.work import PrintMessage, PrintWork
from ui.window.disk_task import DiskRequest
from ui.window.disk_work import DiskWork, not_saved_yet

PNG, SVG = ".png", ".svg"


class PictureSaver(QObject):
    """Asks for a name, whose ending says PNG or SVG; what is there is never overwritten.

    `said` carries a PrintMessage, `began` says that pictures are being made, `saved` carries the
    PdfResult whose pages are pictures now.
    """

    said = Signal(object)
    began = Signal()
    saved = Signal(object)

    def __init__(self, work: PrintWork, disk: DiskWork, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._disk = work, disk

    def ask(self, chooser: QFileDialog, name: str, then: Callable[[Path], object]) -> None:
        """Let this dialog ask where to keep them, under this name unless another is typed."""
        filters = {_("Pictures (*.png)"): "png", _("Drawings (*.svg)"): "svg"}
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Nothing is overwritten, so nobody is asked whether it may be.
        chooser.setOption(QFileDialog.Option.DontConfirmOverwrite)
        chooser.setNameFilters(list(filters))
        chooser.setDefaultSuffix("png")
        chooser.filterSelected.connect(lambda words: chooser.setDefaultSuffix(filters[words]))
        chooser.selectFile(name)
        chooser.fileSelected.connect(lambda path: then(Path(path)))
        chooser.open()

    def save(self, pages: PdfResult, path: Path) -> None:
        """Make a picture of each page, and write them: here, or numbered beside it."""
        self.said.emit(PrintMessage())
        if split_ending(path.name, SVG)[1]:
            order = replace(pages.order, title="", drawings=True)
            self._work.make_extra(order, lambda made: self._write(pages, path, made.pdfs))
        else:
            png = with_ending(path, PNG)
            self._work.make_pictures(pages.pdfs[0], partial(self._write, pages, png))
        self.began.emit()

    def _write(self, pages: PdfResult, path: Path, files: Sequence[bytes]) -> None:
        def written(paths: list[Path]) -> bool:
            self.said.emit(PrintMessage(_where(paths)))
            self.saved.emit(pages)
            return True

        write = partial(_write_each, path, files)
        self._disk.run(DiskRequest(write, written, self._refuse, not_saved_yet()))

    def _refuse(self, refusal: Refusal) -> None:
        self.said.emit(PrintMessage(refusal.sentence, is_trouble=True))


def _write_each(path: Path, files: Sequence[bytes]) -> list[Path]:
    """Write them into files that are not there yet; raises CannotWrite."""
    written = []
    for wanted, data in zip(picture_paths(path, len(files)), files, strict=True):
        written.append(free(wanted, wanted.suffix))
        write_for_others(written[-1], data)
    return written


def _where(paths: Sequence[Path]) -> str:
    folder = shown(paths[0].parent.name or str(paths[0].parent))
    if len(paths) == 1:
        return _("{name} is saved in “{folder}”.").format(name=shown(paths[0].name), folder=folder)
    n = len(paths)
    text = ngettext("{n} picture is in “{folder}”.", "{n} pictures are in “{folder}”.", n)
    return text.format(n=n, folder=folder)
