"""A PDF's pages as pictures, drawn by pdfium: what is seen and what is printed are one thing.

pdfium is not made for two threads at once: only the window's thread comes here.
"""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS = 72  # in an inch


class PageImages:
    """The pages of one PDF, counted from 0; `close` lets go of it."""

    def __init__(self, data: bytes) -> None:
        self._document = pypdfium2.PdfDocument(data)
        self._sizes: list[QSizeF] = [
            QSizeF(*self._document.get_page_size(number)) for number in range(len(self._document))
        ]

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, number: int) -> QSizeF:
        """How large a page is, in points."""
        return self._sizes[number]

    def picture(self, number: int, dots: float) -> QImage:
        """A page with so many dots to an inch."""
        page = self._document[number]
        bitmap = page.render(scale=dots / POINTS, prefer_bgrx=True, maybe_alpha=False)
        form = QImage.Format.Format_RGB32 if bitmap.n_channels == 4 else QImage.Format.Format_BGR888
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form).copy()
        bitmap.close()
        page.close()
        return image

    def words(self, number: int) -> str:
        """All that is written on a page, for who can't see it."""
        page = self._document[number]
        text = page.get_textpage()
        said = str(text.get_text_bounded())
        text.close()
        page.close()
        return said

    def close(self) -> None:
        """No page of it is asked for any more."""
        self._document.close()


def count(data: bytes) -> int:
    """How many pages a PDF has."""
    pages = PageImages(data)
    pages.close()
    return len(pages)
