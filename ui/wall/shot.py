"""Drawing a page of the Wall into a picture, without a screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from cxworkshop.content.values.wall import WallKind, WallSubject, subject_of_stop
from cxworkshop.customer_word import calling_customers
from cxworkshop.store.refusals import CannotWrite
from cxworkshop.workshop import Workshop
from ui.wall.layouts import lay_out
from ui.wall.pages import WallFrame
from ui.wall.scene import WallPage
from ui.wall.tokens import BRIGHT_ROOM, DARK_ROOM, USUAL_PART


def paint_page(page: WallPage, size: tuple[int, int], *, dark: bool) -> QImage:
    """A page in pixels."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    page.paint(painter, QRectF(image.rect()), DARK_ROOM if dark else BRIGHT_ROOM)
    painter.end()
    return image


def draw_shot(
    file: Path,
    target: Path,
    stop: int,
    size: tuple[int, int],
    *,
    dark: bool = False,
    page: int = 1,
    today: date | None = None,
) -> None:
    """Draw what the room sees at a stop (0: what is still open); at most the last page.

    Raises a FileRefusal for a workshop that can't be opened, CannotWrite for the picture.
    """
    subject = subject_of_stop(stop) if stop else WallSubject(WallKind.STILL_OPEN)
    workshop = Workshop.open(file, today)
    try:
        word = workshop.content.customer_word()
        with calling_customers(word):
            view = workshop.content.wall.view(subject, workshop.today)
    finally:
        workshop.file.leave()
    frame = WallFrame.of(*size, size[1] / USUAL_PART)
    with calling_customers(word):
        pages = lay_out(view.contents, frame)
    image = paint_page(pages[min(page, len(pages)) - 1], size, dark=dark)
    if not image.save(str(target)):
        raise CannotWrite(target.name)
