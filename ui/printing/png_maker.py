"""Pages as PNG files, drawn one after another while people go on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.sheets.pictures import png_pictures
from ui.printing.page_images import count


class PngMaker(QObject):
    """Draws the pages of a PDF in turns of the event loop: pdfium wants the window's thread.

    `stepped` carries how many pages of how many are drawn, `ended` all of them as files.
    """

    stepped = Signal(int, int)
    ended = Signal(list)

    def __init__(self, pdf: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self._pages, self._count = png_pictures(pdf), count(pdf)
        self._drawn: list[bytes] = []
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._draw_one)

    def begin(self) -> None:
        self.stepped.emit(0, self._count)
        self._turn.start(0)

    def cancel(self) -> None:
        """Draw no more; nothing was saved."""
        self._turn.stop()
        self._pages.close()

    def _draw_one(self) -> None:
        self._drawn.append(next(self._pages))
        self.stepped.emit(len(self._drawn), self._count)
        if len(self._drawn) == self._count:
            self.cancel()
            self.ended.emit(self._drawn)
