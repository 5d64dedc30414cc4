"""The Wall's own window: it paints the page that the room sees, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTransform,
)
from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.accessible.controls import make_window
from ui.theme.theme import Theme
from ui.theme.tokens import Tokens
from ui.wall.motion import WallPicture
from ui.wall.scene import WallPage, around
from ui.wall.screens import ScreenInfo, info_of
from ui.wall.show import WallShow
from ui.widgets.labels import make_button
from ui.widgets.latin_letters import LatinLetters

SMALL_WINDOW = QSize(960, 540)


class WallWindow(QWidget):
    """Fills a screen, or stands in a window of its own.

    `closed` says that the Wall is put away, `resized` that it has another size.
    """

    closed = Signal()
    resized = Signal()

    def __init__(self, show: WallShow, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(_("Wall"))
        self.setAccessibleName(_("Wall"))
        self.setMinimumSize(320, 180)
        make_window(self)
        self._show, self._theme = show, theme
        self.picture = WallPicture(self, self.update)
        self._content: WallPage | None = None  # of the page, without the timer
        self._seen: tuple[WallPage | None, Tokens | None, bool] = None, None, False
        self._back = make_button(_("Back to the Desk"))
        self._back.show_key("Esc")
        self._back.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is typed goes to the Desk
        self._back.setParent(self)
        self._back.clicked.connect(lambda _on=False: self.close())
        self._back.hide()
        self._letters = LatinLetters(self)
        show.turned.connect(self._turned)
        show.changed.connect(self._changed)

    def cover(self, screen: ScreenInfo, *, is_only: bool) -> None:
        """Fill this screen; the only one gets a button that leads back."""
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint, on=True)
        for one in QGuiApplication.screens():
            if info_of(one) == screen:
                self.setScreen(one)
        self.setGeometry(*screen.area)
        self.offer_way_back(on=is_only)
        self.showFullScreen()

    def offer_way_back(self, *, on: bool) -> None:
        """Show what leads back to a Desk that is covered."""
        self._back.setVisible(on)
        self._place_button()

    def stand_free(self) -> None:
        """Stand in a window that can be moved to any screen."""
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint, on=False)
        self._back.hide()
        self.resize(SMALL_WINDOW)
        self.showNormal()

    @property
    def device_size(self) -> tuple[int, int]:
        """Its size in pixels of its screen."""
        ratio = self.devicePixelRatioF()
        return round(self.width() * ratio), round(self.height() * ratio)

    def _turned(self) -> None:
        if self.isVisible():
            self.picture.fade()

    def _changed(self) -> None:
        """Paint what is not as it was: of a second of the timer that is the foot."""
        page, tokens, is_blank = self._show.page, self._show.tokens, self._show.is_blank
        said = "" if is_blank or page is None else page.words
        self.setAccessibleDescription(_("blank") if is_blank else said)
        content, before = self._show.content, self._content
        self._content, was_moving = content, self.picture.is_moving
        if before is not None and content is not None and before is not content:
            self.picture.move(before, content)
        seen, *others = self._seen
        self._seen = page, tokens, is_blank
        moves = was_moving or self.picture.is_moving  # words may stand half-way anywhere
        if moves or page is None or seen is None or others != [tokens, is_blank]:
            self.update()
        else:
            self.update(self._pixels(page, seen))

    def _pixels(self, page: WallPage, before: WallPage) -> QRect:
        """Where one page is not as the other."""
        if (page.width, page.height) != (before.width, before.height):
            return self.rect()
        units = page.changed_since(before)
        to_pixels = QTransform.fromScale(self.width() / page.width, self.height() / page.height)
        return QRect() if units.isNull() else to_pixels.mapRect(around(units)).toAlignedRect()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, show = QPainter(self), self._show
        if show.is_blank:
            painter.fillRect(event.rect(), QColor("black"))
            return
        self.picture.paint(painter, self.size(), self.devicePixelRatioF(), show.page, show.tokens)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._letters.watch()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_changed()

    @override
    def event(self, event: QEvent) -> bool:
        """Hear of another scale: it changes the pixels, and need not change the size."""
        done = super().event(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._size_changed()
        return done

    def _size_changed(self) -> None:
        self.picture.forget()
        self._place_button()
        self.resized.emit()

    def _place_button(self) -> None:
        self._back.adjustSize()
        margin = self._theme.px(12)
        self._back.move(self.width() - self._back.width() - margin, margin)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def keyboard_back(window: QWidget) -> None:
    """Give the keyboard back to the Desk."""
    if QApplication.activeWindow() is not window:
        window.activateWindow()
