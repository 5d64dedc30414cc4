"""A PDF's pages as pictures, drawn by pdfium: the preview and the print are the same pictures.

pdfium is not thread-safe: only the window's thread may use this module.
"""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS = 72  # in an inch


class PageImages:
    """The pages of one PDF, counted from 0, until `close`."""

    def __init__(self, data: bytes) -> None:
        self._document = pypdfium2.PdfDocument(data)
        self._sizes: list[QSizeF] = [
            QSizeF(*self._document.get_page_size(number)) for number in range(len(self._document))
        ]

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, number: int) -> QSizeF:
        """The size of a page in points."""
        return self._sizes[number]

    def picture(self, number: int, dots: float) -> QImage:
        """A page drawn at so many dots per inch."""
        page = self._document[number]
        bitmap = page.render(scale=dots / POINTS, prefer_bgrx=True, maybe_alpha=False)
        form = QImage.Format.Format_RGB32 if bitmap.n_channels == 4 else QImage.Format.Format_BGR888
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form).copy()
        bitmap.close()
        page.close()
        return image

    def words(self, number: int) -> str:
        """The text of a page, for screen readers."""
        page = self._document[number]
        text = page.get_textpage()
        words = str(text.get_text_bounded())
        text.close()
        page.close()
        return words

    def close(self) -> None:
        """Let go of the PDF."""
        self._document.close()


def count(data: bytes) -> int:
    """The number of pages of a PDF."""
    pages = PageImages(data)
    pages.close()
    return len(pages)
