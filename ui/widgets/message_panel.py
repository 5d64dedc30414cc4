"""A calm panel with a sentence and any number of ways on, at the top of a window or dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from cxworkshop.compat import override
from ui.accessible.announce import announce
from ui.theme.mirror import painter_of
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, Panel, make_button
from ui.widgets.progress_bar import ProgressBar

Way = tuple[str, Callable[[], object]]


class MessagePanel(Panel):
    """Takes no keyboard focus by itself: whoever is typing can type on.

    The last way is the quiet one, which Esc takes too.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, border="accent")
        self._sentence = ""
        self._first, self._rest = Label("", theme, "strong"), Label("", theme, "body")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._first)
        words.addWidget(self._rest)
        self._bar = ProgressBar(theme)
        self.box.addLayout(words)
        self.box.addWidget(self._bar)
        self._line = FlowLayout(theme.px(10))
        self.box.addLayout(self._line)
        self._quiet: Callable[[], object] = self.hide
        self.hide()

    @property
    def text(self) -> str:
        """What it says; "" while it is not there."""
        return self._sentence if self.isVisible() else ""

    def show_message(self, sentence: str, *ways: Way) -> None:
        """Say it and offer these; each hides the panel before it does what it does."""
        self._line.keep()
        self._put_words(sentence)
        for words, do in ways:
            self._line.addWidget(self._press(words, do, is_last=do is ways[-1][1]))
        self._quiet = ways[-1][1]
        self._bar.hide()
        self.show()
        announce(self, sentence)

    def show_share(self, words: str, done: int, of: int) -> None:
        """Show below the sentence how far it is, in words and as a bar."""
        self._rest.setText(words)
        self._rest.show()
        self._bar.show_share(done, of)

    def _put_words(self, sentence: str) -> None:
        self._sentence = sentence
        first, stop, rest = sentence.partition(". ")
        self._first.setText(f"{first}." if stop else first)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self.setAccessibleName(sentence)

    def _press(self, words: str, do: Callable[[], object], *, is_last: bool) -> Button:
        button = make_button(words, "primary" if is_last else "plain")
        button.setAccessibleDescription(self._sentence)
        button.clicked.connect(lambda _on=False: self._do(do))
        return button

    def _do(self, do: Callable[[], object]) -> None:
        self.hide()
        do()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the quiet way."""
        if event.key() == Qt.Key.Key_Escape:
            self._do(self._quiet)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet with an accent border, as that of a refusal."""
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
        painter.setBrush(QColor(self._theme.tokens.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)


def message_panel(window: QWidget, theme: Theme, name: str) -> MessagePanel | None:
    """The panel of this name at the top of a window or dialog, made when it is first needed.

    None for a window that is laid out in another way than ours.
    """
    holder = window.centralWidget() if isinstance(window, QMainWindow) else window
    box = holder.layout() if holder is not None else None
    if holder is None or not isinstance(box, QVBoxLayout):
        return None
    for there in holder.findChildren(MessagePanel, name):
        return there
    made = MessagePanel(theme)
    made.setObjectName(name)
    box.insertWidget(1 if isinstance(window, QMainWindow) else 0, made)  # below the bar
    theme.dress(made)
    return made
