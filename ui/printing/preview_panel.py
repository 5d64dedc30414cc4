"""The right side of the Print page: the pages, or a sentence where there are none."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.accessible.announce import announce
from ui.printing.preview import Preview
from ui.theme.theme import Theme
from ui.widgets.buttons import ChoiceButton
from ui.widgets.labels import Label, make_button


class PreviewPanel(QWidget):
    """The page number, and the pages. `again` asks to make them after a stop."""

    again = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._line())
        self.preview = Preview(theme)
        self.preview.turned.connect(self._turned)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self._placeholder())
        column.addWidget(self._stack, 1)
        self.say("")

    def show_pdf(self, data: bytes) -> None:
        """Show these pages."""
        self._stack.setCurrentWidget(self.preview)
        self.preview.show_pdf(data)
        for choice in self._zooms:
            choice.show()

    def say(self, sentence: str, *, again: bool = False) -> None:
        """Show a sentence in place of pages."""
        self.preview.show_pdf(None)
        if sentence != self._why.text():
            announce(self, sentence)
        self._why.setText(sentence)
        self._again.setVisible(again)
        self._stack.setCurrentIndex(1)
        self._page.setText("")
        for choice in self._zooms:
            choice.hide()

    def wait(self) -> None:
        """Say that pages are being laid out, unless there are earlier ones to look at."""
        if self._stack.currentIndex():
            self.say(_("The pages are being laid out …"))

    @property
    def sentence(self) -> str:
        """The sentence in place of pages; "" while there are some."""
        return self._why.text() if self._stack.currentIndex() else ""

    def _line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        self._page = Label("", self._theme, "small", "grey")
        line.addWidget(self._page, 1)
        self._zooms = (
            ChoiceButton(_("Page width"), "first"),
            ChoiceButton(_("Whole page"), "last"),
        )
        for whole, choice in enumerate(self._zooms):
            choice.setChecked(not whole)
            choice.clicked.connect(partial(self._zoom, bool(whole)))
            line.addWidget(choice)
        return line

    def _placeholder(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(self._theme.px(24), self._theme.px(24), self._theme.px(24), 0)
        column.setSpacing(self._theme.px(12))
        self._why = Label("", self._theme, "h2", "grey")
        self._again = make_button(_("Show the pages"))
        self._again.clicked.connect(lambda _on=False: self.again.emit())
        column.addWidget(self._why)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return made

    def _zoom(self, whole: bool, _on: object = None) -> None:
        self.preview.show_whole(whole=whole)

    def _turned(self, page: int, of: int) -> None:
        self._page.setText(_("Page {n} of {all}").format(n=page, all=of) if of else "")
