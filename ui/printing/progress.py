"""Progress in words and as a bar, with a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.sheets.progress import ProgressStep
from ui.accessible.announce import announce
from ui.theme.theme import Theme
from ui.widgets.labels import Label, small_button
from ui.widgets.progress_bar import ProgressBar


class ProgressPanel(QWidget):
    """At rest it says how much there is. `stopped` asks to stop what is being done."""

    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(12))
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        self._words = Label("", theme, "strong")
        self._bar = ProgressBar(theme)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        line.addLayout(column, 1)
        self._stop_button = small_button(_("Stop"), lead="x")
        self._stop_button.clicked.connect(lambda _on=False: self.stopped.emit())
        line.addWidget(self._stop_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.rest("")

    @property
    def is_busy(self) -> bool:
        """Whether there is something to stop."""
        return not self._stop_button.isHidden()

    def rest(self, words: str) -> None:
        """Hide the bar, and say how much there is."""
        self._words.setText(words)
        announce(self, words)
        self._bar.hide()
        self._stop_button.hide()

    def show_picture(self, done: int, of: int) -> None:
        """Say which page is being made a picture."""
        self.show_share(_("Picture {n} of {all}").format(n=done, all=of), done, of)

    def show_printed(self, done: int, of: int) -> None:
        """Say which page is on its way to the printer."""
        words = _("Sending page {n} of {all} to the printer").format(n=done, all=of)
        self.show_share(words, done, of)

    def show_step(self, step: ProgressStep) -> None:
        """Say which sheet is being laid out, or which of its pages drawn."""
        if step.of:
            text = _("{title}: page {n} of {all}")
            self.show_share(
                text.format(title=step.title, n=step.drawn, all=step.of), step.drawn, step.of
            )
        else:
            text = _("{title}: laying out").format(title=step.title) if step.title else ""
            self.show_share(text or _("Getting ready"), 0, 0)

    def show_share(self, words: str, done: int, of: int) -> None:
        """Show a share; where `of` is 0 there is no bar, for none may move by itself."""
        self._words.setText(words)
        self._bar.show_share(done, of)
        self._stop_button.show()
