"""The Desk: the rail on the left, a stop on the right, what is so at the foot."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.bridge import Bridge
from ui.rail import Rail
from ui.stops.big_list import BigListPage
from ui.stops.check import CheckPage
from ui.stops.make_better import MakeBetterPage
from ui.stops.page import StopPage
from ui.stops.pick import PickPage
from ui.stops.prepare import PreparePage
from ui.stops.share import SharePage
from ui.stops.staff_test import StaffTestPage
from ui.stops.talk import TalkPage
from ui.theme.look import Look
from ui.words import Words, button

PAGES: tuple[type[StopPage], ...] = (
    PreparePage,
    TalkPage,
    BigListPage,
    PickPage,
    MakeBetterPage,
    CheckPage,
    StaffTestPage,
    SharePage,
)


class Desk(QWidget):
    """One open workshop. Pages are made when they are first looked at."""

    moved = Signal(int)

    def __init__(self, bridge: Bridge, look: Look) -> None:
        super().__init__()
        self.bridge, self.look = bridge, look
        self.here = 0
        self._pages: dict[int, StopPage] = {}
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._left())
        right = QVBoxLayout()
        right.setSpacing(0)
        self._stack = QStackedWidget()
        right.addWidget(self._stack, 1)
        right.addWidget(self._foot())
        outer.addLayout(right, 1)
        bridge.changed.connect(lambda _changes: self._refresh())
        bridge.saved.connect(lambda _seq: self._show_saved())
        bridge.trouble.connect(self._safe.setText)

    @property
    def page(self) -> StopPage:
        """The page that is looked at."""
        return self._pages[self.here]

    def go(self, number: int) -> None:
        """Open a stop, 1 to 8; any of them, at any time."""
        if number not in self._pages:
            page = PAGES[number - 1](self.bridge, self.look)
            page.footed.connect(self._show_footer)
            page.onward.connect(self.go)
            self._pages[number] = page
            self._stack.addWidget(page)
        self.here = number
        self._stack.setCurrentWidget(self.page)
        self.page.enter()
        self._refresh()
        self.moved.emit(number)

    def _left(self) -> QWidget:
        side = QFrame()
        side.setObjectName("rail")
        side.setFixedWidth(self.look.px(240))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, self.look.px(14), 0, self.look.px(8))
        self._round = Words("", self.look, "h2")
        self._round.setContentsMargins(self.look.px(20), 0, 0, 0)
        column.addWidget(self._round)
        self.rail = Rail(self.look)
        self.rail.chosen.connect(self.go)
        column.addWidget(self.rail, 1)
        return side

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setObjectName("footer")
        foot.setFixedHeight(self.look.px(44))
        line = QHBoxLayout(foot)
        line.setContentsMargins(self.look.px(28), 0, self.look.px(28), 0)
        self._bold = Words("", self.look, "strong")
        self._grey = Words("", self.look, "body", "grey")
        self._safe = Words("", self.look, "small", "grey")
        for words in (self._bold, self._grey, self._safe):
            words.setWordWrap(False)
            words.setMinimumWidth(1)
        line.addWidget(self._bold)
        line.addSpacing(self.look.px(10))
        line.addWidget(self._grey)
        line.addStretch(1)
        line.addWidget(self._safe)
        line.addSpacing(self.look.px(12))
        self.onward = button("")
        self.onward.setProperty("small", True)  # noqa: FBT003 - Qt's own
        self.onward.clicked.connect(lambda _on=False: self.page.go_on())
        line.addWidget(self.onward)
        return foot

    def _refresh(self) -> None:
        workshop = self.bridge.workshop
        round_ = workshop.rounds.current()
        month = f"{round_.started_on:%B %Y}"
        self._round.setText(_("Round {n}  {month}").format(n=round_.number, month=month))
        self.rail.show_standings(workshop.overview.standings(), self.here)
        self._show_footer()
        self._show_saved()

    def _show_footer(self) -> None:
        if self.here not in self._pages:
            return
        footer = self.page.footer()
        self._bold.setText(footer.bold)
        self._grey.setText(footer.grey)
        self.onward.setText(footer.onward)
        self.onward.setAccessibleName(footer.onward)
        self.onward.setVisible(bool(footer.onward))

    def _show_saved(self) -> None:
        self._safe.setText(_("Saved") if self.bridge.is_saved else _("Saving …"))
