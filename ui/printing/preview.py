"""The pages as they will come out: a picture of each is drawn when it is seen, and not before."""

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

KEPT = 14  # pictures of pages
WIDEST = 1000  # pixels of a page at 100 %: wider than that nobody reads better
REST = 120  # milliseconds until a window that is being resized is still


class _Pages(QWidget):
    """All pages below one another; only those that are seen are painted."""

    seen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pictures: PageImages | None = None
        self._places: list[QRect] = []
        self._drawn: OrderedDict[int, QImage] = OrderedDict()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._draw_one)

    @property
    def places(self) -> list[QRect]:
        """Where each page lies."""
        return self._places

    @property
    def drawn(self) -> list[int]:
        """The pages that there is a picture of now."""
        return list(self._drawn)

    def show_pictures(self, pictures: PageImages | None) -> None:
        """Other pages, or none."""
        if self._pictures is not None:
            self._pictures.close()
        self._next.stop()
        self._pictures, self._places = pictures, []
        self._drawn.clear()

    def lay_out(self, width: int, height: int, *, whole: bool) -> None:
        """As wide as there is room, or so that a page is seen whole."""
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
            self._next.start(0)
            if picture is not None:  # of another width: it will do until there is one of this
                painter.drawImage(place, picture)

    def _paint_dot_for_dot(self, painter: QPainter, place: QRect, picture: QImage) -> None:
        """Scaled by a single dot, letters would be blurred."""
        painter.save()
        painter.setClipRect(place)
        size = picture.size() / self.devicePixelRatioF()
        painter.drawImage(QRect(place.topLeft(), size), picture)
        painter.restore()

    def _between(self, area: QRect) -> list[int]:
        """The pages that reach into this area."""
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
        """One picture in a turn of the event loop, for what is seen now."""
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
        while len(self._drawn) > KEPT:
            self._drawn.popitem(last=False)
        self.update(self._places[number])
        if len(wanted) > 1:  # they are not painted again, so nobody else would ask for them
            self._next.start(0)
        self.seen.emit()


class Preview(QScrollArea):
    """The paper itself. `turned` says which page is looked at, from 1, and of how many."""

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
        self.pages.seen.connect(self._tell)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._lay_out)
        swipes(self)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pictures) if self._pictures else 0

    @property
    def page(self) -> int:
        """The page in the middle of what is seen, from 1; 0 where there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        above = [n for n, place in enumerate(self.pages.places, 1) if place.top() <= middle]
        return above[-1] if above else 0

    def show_pdf(self, data: bytes | None) -> None:
        """Show this PDF; where somebody was reading, they still are."""
        at = self.verticalScrollBar().value()
        self._pictures = PageImages(data) if data else None
        self.pages.show_pictures(self._pictures)
        self._lay_out()
        self.verticalScrollBar().setValue(at)
        self._tell()

    def show_whole(self, *, whole: bool) -> None:
        """A whole page at once, or a page as wide as there is room."""
        here = max(self.page, 1)
        self._whole = whole
        self._lay_out()
        self.go(here)

    def go(self, page: int) -> None:
        """Bring a page to the top, counted from 1."""
        if 0 < page <= self.count:
            top = self.pages.places[page - 1].top() - self._theme.px(16)
            self.verticalScrollBar().setValue(top)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width; pictures are drawn anew when the window rests."""
        super().resizeEvent(event)
        self._rest.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last page, Page Up and Down to the next one."""
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
        self._tell()

    def _within(self, page: int) -> float:
        """How far down a page the eye is, as a share of it."""
        if not 0 < page <= len(self.pages.places):
            return 0.0
        place = self.pages.places[page - 1]
        return (self.verticalScrollBar().value() - place.top()) / place.height()

    def _tell(self) -> None:
        """To the eye and to screen readers: which page this is, and to those also its words."""
        name = _("Preview, page {n} of {all}").format(n=self.page, all=self.count)
        self.setAccessibleName(name if self.count else _("Preview"))
        if QAccessible.isActive() and self._pictures is not None and self.page:
            self.setAccessibleDescription(self._pictures.words(self.page - 1))
        self.turned.emit(self.page, self.count)

    def at(self, page: int) -> QPoint:
        """Where a page's top left corner lies now, on what is seen."""
        return self.pages.mapTo(self.viewport(), self.pages.places[page - 1].topLeft())
