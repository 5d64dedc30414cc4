"""Files that are dragged here from elsewhere: the whole window takes them, and says what for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.filenames import from_url
from ui.theme.theme import Theme
from ui.widgets.labels import Label
from ui.widgets.window_filter import WindowFilter

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QUrl

INSET, RADIUS, LINE = 8, 10, 3  # pixels, as round every place that takes a drop
SEE_THROUGH = 242  # of 255


class FileDrop(WindowFilter):
    """Covers the window while a file is held over it; `take` is called when it is let go.

    It hears of a drag before the window's fields do: a field would take a file's address as words.
    `answer` returns what letting go would do, or why it would do nothing.
    """

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        answer: Callable[[Path], str],
        take: Callable[[Path], object],
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._answer, self._take = answer, take
        self._cover: DropCover | None = None  # made for the first file: few are ever dropped

    @property
    def sentence(self) -> str:
        """What is said while a file is held over the window; "" when none is."""
        cover = self._cover
        return cover.sentence.text() if cover is not None and cover.isVisible() else ""

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Cover the window before Qt looks for the widget below the file."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            path = _first_file(event.mimeData())
            if path is not None:
                self._cover = self._cover or DropCover(self._window, self._theme, self._take)
                self._cover.show_for(path.name, self._answer(path))
        return False


class DropCover(QWidget):
    """The name of a file that is held over the window, and what letting go would do."""

    def __init__(self, window: QWidget, theme: Theme, take: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._window, self._theme, self._take = window, theme, take
        self._name = Label("", theme, "h1")
        self.sentence = Label("", theme, "h2", "grey")
        column = QVBoxLayout(self)
        column.addStretch(1)
        for label in (self._name, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        self.setAcceptDrops(True)

    def show_for(self, name: str, sentence: str) -> None:
        """Cover the whole window."""
        self._name.setText(name)
        self.sentence.setText(sentence)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _first_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.hide()
        path = _first_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self._take(path)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint and border of a place that takes what is let go here."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(tokens.tint)
        ground.setAlpha(SEE_THROUGH)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(tokens.accent), LINE))
        inside = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.drawRoundedRect(inside, RADIUS, RADIUS)


def _first_file(data: QMimeData) -> Path | None:
    """The first file of this computer that is held; None for links and words."""
    urls = data.urls() if data.hasUrls() else []
    return next((_local_path(url) for url in urls if url.isLocalFile()), None)


def _local_path(url: QUrl) -> Path:
    """The path of a file's URL, also where its name is no UTF-8, which Qt's own strings lose."""
    name = url.toLocalFile()
    if "\ufffd" in name:
        from PySide6.QtCore import QUrl

        return from_url(url.path(QUrl.ComponentFormattingOption.FullyEncoded))
    return Path(name)
