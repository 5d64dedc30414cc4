"""The Wall's own window: it paints the page that the room sees, and nothing else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.motion import run
from ui.theme.theme import Theme
from ui.theme.tokens import Tokens
from ui.wall.fade import PageFade
from ui.wall.scene import WallPage, around
from ui.wall.screens import ScreenInfo, info_of
from ui.wall.show import WallShow
from ui.widgets.labels import make_button

FADE = 200  # milliseconds of a change of page
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
        self._show, self._theme = show, theme
        self._fade: PageFade | None = None
        self._seen: tuple[WallPage | None, Tokens | None, bool] = None, None, False
        self._before: WallPage | None = None  # the page that was seen before this one
        self._back = make_button(_("Back to the Desk"))
        self._back.show_key("Esc")
        self._back.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is typed goes to the Desk
        self._back.setParent(self)
        self._back.clicked.connect(lambda _on=False: self.close())
        self._back.hide()
        show.turned.connect(self._begin_fade)
        show.changed.connect(self._repaint)

    def cover(self, screen: ScreenInfo, *, is_only: bool) -> None:
        """Fill this screen; the only one gets a button that leads back."""
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint, on=True)
        for one in QGuiApplication.screens():
            if info_of(one) == screen:
                self.setScreen(one)
        self.setGeometry(*screen.area)
        self._back.setVisible(is_only)
        self.showFullScreen()
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

    def _begin_fade(self) -> None:
        """Let the page before fade away; the new one is there at once, for a screen reader too."""
        before, page = self._before, self._show.page
        if self.isVisible() and before and page and not self._show.is_blank:
            whole, ratio = QRectF(self.rect()), self.devicePixelRatioF()
            fade = self._fade = PageFade(before, page, self._show.tokens, whole, ratio)
            run(self, FADE, partial(self._step, fade))

    def _step(self, fade: PageFade, share: float) -> None:
        if fade is not self._fade:
            return  # the room sees another page by now
        if share >= 1.0:
            self._fade = None
            self.update()
        elif fade.step(share):
            self.update()

    def _repaint(self) -> None:
        """Paint what is not as it was: of a second of the timer that is the foot."""
        page, tokens, is_blank = self._show.page, self._show.tokens, self._show.is_blank
        said = "" if is_blank or page is None else page.words
        self.setAccessibleDescription(_("blank") if is_blank else said)
        before, *others = self._seen
        self._before, self._seen = before, (page, tokens, is_blank)
        is_fading, self._fade = self._fade is not None, None
        if is_fading or page is None or before is None or others != [tokens, is_blank]:
            self.update()
        else:
            self.update(self._pixels(page, before))

    def _pixels(self, page: WallPage, before: WallPage) -> QRect:
        """Where one page is not as the other."""
        if (page.width, page.height) != (before.width, before.height):
            return self.rect()
        units = page.changed_since(before)
        to_pixels = QTransform.fromScale(self.width() / page.width, self.height() / page.height)
        return QRect() if units.isNull() else to_pixels.mapRect(around(units)).toAlignedRect()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, page, tokens = QPainter(self), self._show.page, self._show.tokens
        if self._show.is_blank:
            painter.fillRect(event.rect(), QColor("black"))
        elif page is None:
            painter.fillRect(event.rect(), QColor(tokens.canvas))
        elif self._fade is not None:
            self._fade.paint(painter, QRectF(event.rect()))
        else:
            page.paint(painter, QRectF(self.rect()), tokens, QRectF(event.rect()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fade = None
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
