"""The pages as they will come out: each picture is drawn only when its page is seen."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.printing.page_images import POINTS, PageImages
from ui.theme.theme import Theme
from ui.widgets.gestures import swipes

CACHED = 14  # pictures of pages
WIDEST = 1000  # pixels of a page at 100 %: wider than that nobody reads better
SETTLE = 120  # milliseconds without resizing until the pages are laid out again


class _Pages(QWidget):
    """All pages below one another; only those in sight are painted."""

    seen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pictures: PageImages | None = None
        self._places: list[QRect] = []
        self._drawn: OrderedDict[int, QImage] = OrderedDict()
        self._draw_soon = QTimer(self)
        self._draw_soon.setSingleShot(True)
        self._draw_soon.timeout.connect(self._draw_one)

    @property
    def places(self) -> list[QRect]:
        """Where each page lies."""
        return self._places

    @property
    def drawn(self) -> list[int]:
        """The pages whose pictures are cached."""
        return list(self._drawn)

    def show_pictures(self, pictures: PageImages | None) -> None:
        """Show other pages, or none."""
        if self._pictures is not None:
            self._pictures.close()
        self._draw_soon.stop()
        self._pictures, self._places = pictures, []
        self._drawn.clear()

    def lay_out(self, width: int, height: int, *, whole: bool) -> None:
        """Make pages as wide as there is room, or so that a whole page fits."""
        pictures, gap = self._pictures, self._theme.px(16)
        self._places, top = [], gap
        for number in range(len(pictures) if pictures else 0):
            assert pictures is not None
            size = pictures.size(number)
            wide = min(width - 2 * gap, self._theme.px(WIDEST))
            if whole:
                wide = min(wide, round((height - 2 * gap) * size.width() / size.height()))
            wide = max(wide, self._theme.px(60))
            high = round(wide * size.height() / size.width())
            self._places.append(QRect((width - wide) // 2, top, wide, high))
            top += high + gap
        self.setFixedSize(QSize(width, max(top, height)))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper with its picture, or white paper until there is one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self._between(event.rect()):
            place = self._places[number]
            painter.fillRect(place.adjusted(-1, -1, 1, 1), QColor(self._theme.tokens.edge))
            painter.fillRect(place, Qt.GlobalColor.white)
            picture = self._drawn.get(number)
            if picture is not None and self._is_sharp(number):
                self._paint_dot_for_dot(painter, place, picture)
                continue
            self._draw_soon.start(0)
            if picture is not None:  # of another width: good enough until the new one is drawn
                painter.drawImage(place, picture)

    def _paint_dot_for_dot(self, painter: QPainter, place: QRect, picture: QImage) -> None:
        """Paint without scaling: by a single dot it would blur letters."""
        painter.save()
        painter.setClipRect(place)
        size = picture.size() / self.devicePixelRatioF()
        painter.drawImage(QRect(place.topLeft(), size), picture)
        painter.restore()

    def _between(self, area: QRect) -> list[int]:
        """The pages that lie at least partly in this area."""
        found = (n for n, place in enumerate(self._places) if place.bottom() >= area.top())
        pages = []
        for number in found:
            if self._places[number].top() > area.bottom():
                break
            pages.append(number)
        return pages

    def _is_sharp(self, number: int) -> bool:
        picture = self._drawn.get(number)
        return picture is not None and abs(picture.width() - self._dots_wide(number)) <= 2

    def _dots_wide(self, number: int) -> int:
        return round(self._places[number].width() * self.devicePixelRatioF())

    def _draw_one(self) -> None:
        """Draw one picture of what is in sight; the event loop runs before the next."""
        pictures = self._pictures
        wanted = [
            n for n in self._between(self.visibleRegion().boundingRect()) if not self._is_sharp(n)
        ]
        if pictures is None or not wanted:
            return
        number = wanted[0]
        dots = self._dots_wide(number) * POINTS / pictures.size(number).width()
        self._drawn[number] = pictures.picture(number, dots)
        self._drawn.move_to_end(number)
        while len(self._drawn) > CACHED:
            self._drawn.popitem(last=False)
        self.update(self._places[number])
        if len(wanted) > 1:  # they are not painted again, so nobody else would ask for them
            self._draw_soon.start(0)
        self.seen.emit()


class Preview(QScrollArea):
    """A scrolling view of the pages. `turned` carries the page in sight, from 1, and the count."""

    turned = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._whole = theme, False
        self._pictures: PageImages | None = None
        self.setObjectName("pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(_("Preview"))
        self.pages = _Pages(theme)
        self.setWidget(self.pages)
        self.pages.seen.connect(self._announce)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._announce())
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._lay_out)
        swipes(self)

    @property
    def count(self) -> int:
        """The number of pages."""
        return len(self._pictures) if self._pictures else 0

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 1; 0 where there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        above = [n for n, place in enumerate(self.pages.places, 1) if place.top() <= middle]
        return above[-1] if above else 0

    def show_pdf(self, data: bytes | None) -> None:
        """Show this PDF, scrolled as the one before."""
        at = self.verticalScrollBar().value()
        self._pictures = PageImages(data) if data else None
        self.pages.show_pictures(self._pictures)
        self._lay_out()
        self.verticalScrollBar().setValue(at)
        self._announce()

    def show_whole(self, *, whole: bool) -> None:
        """Fit the whole page, or the page width."""
        here = max(self.page, 1)
        self._whole = whole
        self._lay_out()
        self.go(here)

    def go(self, page: int) -> None:
        """Scroll to the top of a page, counted from 1."""
        if 0 < page <= self.count:
            top = self.pages.places[page - 1].top() - self._theme.px(16)
            self.verticalScrollBar().setValue(top)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out and draw again when resizing has ended."""
        super().resizeEvent(event)
        self._settle.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last page, Page Up and Page Down to the next."""
        pages = {
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.count,
            Qt.Key.Key_PageDown: min(self._top_page + 1, self.count),
            Qt.Key.Key_PageUp: max(self._top_page - 1, 1),
        }
        page = pages.get(Qt.Key(event.key())) if self.count else None
        whole_fits = self._whole or page in (1, self.count)
        if page is not None and whole_fits:
            self.go(page)
        else:
            super().keyPressEvent(event)

    @property
    def _top_page(self) -> int:
        top = self.verticalScrollBar().value()
        return sum(place.top() - self._theme.px(16) <= top for place in self.pages.places)

    def _lay_out(self) -> None:
        here = self.page
        within = self._within(here)
        size = self.viewport().size()
        self.pages.lay_out(size.width(), size.height(), whole=self._whole)
        if here and here <= self.count:
            place = self.pages.places[here - 1]
            self.verticalScrollBar().setValue(round(place.top() + within * place.height()))
        self._announce()

    def _within(self, page: int) -> float:
        """How far down a page the view is scrolled, as a share of its height."""
        if not 0 < page <= len(self.pages.places):
            return 0.0
        place = self.pages.places[page - 1]
        return (self.verticalScrollBar().value() - place.top()) / place.height()

    def _announce(self) -> None:
        """Say which page this is; screen readers also get its text."""
        name = _("Preview, page {n} of {all}").format(n=self.page, all=self.count)
        self.setAccessibleName(name if self.count else _("Preview"))
        if QAccessible.isActive() and self._pictures is not None and self.page:
            self.setAccessibleDescription(self._pictures.words(self.page - 1))
        self.turned.emit(self.page, self.count)

    def at(self, page: int) -> QPoint:
        """Where a page's top left corner lies now, in the viewport."""
        return self.pages.mapTo(self.viewport(), self.pages.places[page - 1].topLeft())
