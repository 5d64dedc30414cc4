"""What every stop's screen has: a title with minutes, what to say and watch for, and a footer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.model import Changes
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.refusal import RefusalPanel
from ui.theme.look import Look
from ui.words import Words


@dataclass(frozen=True)
class Footer:
    """What is so, in one bold and one grey sentence; and the way on."""

    bold: str = ""
    grey: str = ""
    onward: str = ""


class StopPage(QWidget):
    """A stop's screen. It reads the workshop again after each change, and only when it is seen.

    `footed` says that the footer's words have changed; `onward` asks for another stop (1 to 8).
    """

    footed = Signal()
    onward = Signal(int)
    key = ""

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self.bridge, self.look = bridge, look
        self._stale = True
        self.stop = next(stop for stop in catalogue.stops() if stop.key == self.key)
        self.number = catalogue.STOPS.index(self.key) + 1
        self._lay_out()
        bridge.changed.connect(self._changed)
        bridge.refused.connect(self._refused)

    @property
    def workshop(self) -> Workshop:
        """The open workshop."""
        return self.bridge.workshop

    def footer(self) -> Footer:
        """What stands at the foot of the window."""
        return Footer()

    def go_on(self) -> None:
        """What the button at the foot does: the next stop, unless a page has its own way on."""
        self.onward.emit(self.number % 8 + 1)

    def build(self) -> None:
        """Fill `self.content`; each page has its own."""
        raise NotImplementedError

    def read(self) -> None:
        """Read the workshop again and show it."""
        raise NotImplementedError

    def enter(self) -> None:
        """The page is looked at: read what changed meanwhile."""
        self.refusal.hide()
        self._read_if_stale()

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        side = self.look.px(28)
        page.setContentsMargins(side, self.look.px(20), side, self.look.px(12))
        page.setSpacing(self.look.px(8))
        page.addLayout(self._head())
        self.content = QVBoxLayout()
        self.content.setSpacing(self.look.px(10))
        page.addLayout(self.content, 1)
        self.refusal = RefusalPanel(self.look)
        page.addWidget(self.refusal)
        self.build()

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(self.look.px(4))
        line = QHBoxLayout()
        title = Words(self.stop.title, self.look, "h1")
        title.setWordWrap(False)
        minutes = Words(_("{n} min").format(n=self.stop.minutes), self.look, "small", "grey")
        line.addWidget(title)
        line.addSpacing(self.look.px(14))
        line.addWidget(minutes)
        line.addStretch(1)
        self.tools = QHBoxLayout()
        line.addLayout(self.tools)
        head.addLayout(line)
        head.addLayout(self._say_and_watch())
        return head

    def _say_and_watch(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.look.px(6))
        for label, words in (
            (_("Say"), f"“{self.stop.say}”"),
            (_("Watch for"), self.stop.watch),
        ):
            bold = Words(label, self.look, "strong")
            bold.setWordWrap(False)
            line.addWidget(bold)
            said = Words(words, self.look, "body", "grey")
            said.setWordWrap(False)
            said.setMinimumWidth(1)
            line.addWidget(said, 0)
            line.addSpacing(self.look.px(20))
        line.addStretch(1)
        return line

    def _changed(self, _changes: Changes) -> None:
        self._stale = True
        self.refusal.hide()
        if self.isVisible():
            self._read_if_stale()

    def _read_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.read()
        self.footed.emit()

    def _refused(self, refusal: Refusal) -> None:
        if self.isVisible():
            self.show_refusal(refusal)

    def show_refusal(self, refusal: Refusal) -> None:
        """The calm panel: the core's sentence, and the way on."""
        self.refusal.show_sentence(str(refusal))
