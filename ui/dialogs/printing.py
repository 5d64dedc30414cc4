"""A preview that is the paper: the PDF itself, drawn by pdfium."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.sheets.paper import paper_called
from cxworkshop.workshop import Workshop
from ui.theme.look import Look
from ui.words import Words, button

DPI = 80
PAPERS = ("A4", "Letter")


class PrintPreview(QDialog):
    """Pages as they will come out, on the paper that is chosen; names off unless turned on (R7)."""

    def __init__(
        self, workshop: Workshop, look: Look, parent: QWidget, slots: Sequence[int] = ()
    ) -> None:
        super().__init__(parent)
        self._workshop, self._look, self._slots = workshop, look, slots
        self._folder = tempfile.TemporaryDirectory(prefix="cxworkshop-")
        self.refused = ""
        self.files: list[Path] = []
        self.setWindowTitle(_("Print"))
        self.resize(look.px(760), look.px(700))
        box = QVBoxLayout(self)
        box.addLayout(self._tools())
        self._likely = Words("", look, "small", "amber")
        box.addWidget(self._likely)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(_("Preview"))
        self._scroll.setWidgetResizable(True)
        box.addWidget(self._scroll, 1)
        self.finished.connect(lambda _result: self._folder.cleanup())

    def make(self) -> bool:
        """Write the PDFs and show them; False with `refused` set when there is nothing to print."""
        from cxworkshop.sheets import Wanted, write_sheets

        names = self._names.isChecked()
        wanted = Wanted(
            paper=paper_called(self._paper.currentText()), names=names, slots=tuple(self._slots)
        )
        try:
            folder = Path(self._folder.name)
            self.files = write_sheets(self._workshop, ("action-plan",), folder, wanted)
        except Refusal as refusal:
            self.refused = str(refusal)
            return False
        pages = self._workshop.printing.plans(names=names)
        likely = self._workshop.printing.likely_names(pages)
        self._likely.setText(
            _("Look at what may be somebody's name: {names}").format(names="; ".join(likely))
        )
        self._likely.setVisible(bool(likely))
        self._show_pages()
        return True

    def _tools(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._paper = QComboBox()
        self._paper.addItems(PAPERS)
        self._paper.setCurrentText(self._workshop.prepare.team().paper)
        self._paper.setAccessibleName(_("Paper"))
        self._names = QCheckBox(_("Show customers' names"))
        save = button(_("Save PDF …"), "primary")
        self._paper.currentTextChanged.connect(lambda _text: self.make())
        self._names.toggled.connect(lambda _on: self.make())
        save.clicked.connect(lambda _on=False: self._save())
        for widget in (self._paper, self._names):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(save)
        return line

    def _show_pages(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        for number, image in enumerate(self._images(), start=1):
            page = QLabel()
            page.setTextFormat(Qt.TextFormat.PlainText)
            page.setPixmap(QPixmap.fromImage(image))
            page.setAccessibleName(_("Page {n}").format(n=number))
            column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._scroll.setWidget(inside)

    def _images(self) -> list[QImage]:
        import pypdfium2

        found = []
        for path in self.files:
            document = pypdfium2.PdfDocument(path.read_bytes())
            for page in document:
                bitmap = page.render(scale=DPI / 72, rev_byteorder=True)
                form = (
                    QImage.Format.Format_RGB888
                    if bitmap.n_channels == 3
                    else QImage.Format.Format_RGBA8888
                )
                image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form)
                found.append(image.copy())
            document.close()
        return found

    def _save(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Where to keep the PDFs"))
        if folder:
            for path in self.files:
                (Path(folder) / path.name).write_bytes(path.read_bytes())
            self.accept()
