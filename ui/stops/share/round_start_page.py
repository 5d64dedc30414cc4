"""The page that starts a round: thanks, what goes along, who was told, promises then and now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cxworkshop.catalogue import StopText
from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.sheets import SHEETS
from ui.bridge import Bridge
from ui.stops.share.inner_page import InnerPage
from ui.stops.share.round_start_cards import KeptCard, OpenCard, ToldCard
from ui.stops.share.then_and_now import ThenAndNow
from ui.theme.theme import Theme
from ui.widgets.footer import Footer, Tool
from ui.widgets.scroll_area import scrolling

SIDE_BY_SIDE = 115  # percent: with larger text the cards stand below one another
CARD = 236  # pixels at 100 %: the least height beside one another
SHEET = "round-start"


class RoundStartPage(InnerPage):
    """`started` when the next round has begun; `place_wanted` carries an OpenPlace."""

    started = Signal()
    place_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        text = StopText(
            key="round_start",
            title="",
            minutes=5,
            say=_("Look what we did. Thank you. What should be next?"),
            watch=_("Hurrying on before the thanks."),
        )
        super().__init__(bridge, theme, text)

    @override
    def build(self) -> None:
        if SHEET in SHEETS:
            self.add_tool(self.print_button(_("Print this page"), SHEET))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(12))
        beside = self.theme.percent <= SIDE_BY_SIDE
        # Side by side they take what is free: no list scrolls above empty room.
        column.addLayout(self._cards(beside=beside), 1 if beside else 0)
        self.then_and_now = ThenAndNow(self.theme)
        column.addWidget(self.then_and_now)
        column.addStretch(0 if beside else 1)
        area = scrolling(inside)
        area.keep_from_bar(self.theme.px(4))
        self.content.addWidget(area, 1)
        self.let_head_scroll(area)
        key = QShortcut(QKeySequence("Ctrl+Return"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.start)

    def _cards(self, *, beside: bool) -> QBoxLayout:
        way = QBoxLayout.Direction
        line = QBoxLayout(way.LeftToRight if beside else way.TopToBottom)
        line.setSpacing(self.theme.px(13))
        self.kept = KeptCard(self.theme)
        self.open = OpenCard(self.theme)
        self.open.place_wanted.connect(self.place_wanted)
        self.told = ToldCard(self.theme, self._tell, self._write_how)
        self.told.ticked.connect(self._tick)
        for card in (self.kept, self.open, self.told):
            if beside:
                card.scroll_inside(self.theme.px(CARD))
            line.addWidget(card, 1)
        return line

    @override
    def take_keyboard(self) -> None:
        """Begin with the thanks; without any, with the first thing that can be ticked."""
        if self.kept.ticks:
            self.kept.ticks[0].setFocus()
        else:
            super().take_keyboard()

    @override
    def read(self) -> None:
        workshop = self.workshop
        self.show_title(self._words())
        self.kept.show_thanks(workshop, of=len(workshop.pick.slots()))
        self.open.show_open(workshop)
        self.told.show_told(workshop.share.to_tell())
        self.then_and_now.show_posters(workshop.content.share.posters())

    @override
    def footer(self) -> Footer:
        grey = _("The big list goes along. What was kept comes back when {customers} raise it.")
        tools = (
            Tool(_("Not yet"), self.left.emit, _("Esc")),
            Tool(self._words(), self.start, "", "primary"),
        )
        return Footer(_("Nothing is lost"), grey, tools=tools)

    def start(self) -> None:
        """Start the next round, with the list carried over."""
        if self.bridge.do(self.workshop.rounds.start_next) is not None:
            self.started.emit()

    def _words(self) -> str:
        number = self.workshop.rounds.current().number + 1
        return _("Start round {number}").format(number=number)

    def _tell(self, who: str) -> object:
        return self.bridge.do(lambda: self.workshop.share.tell(who))

    def _write_how(self, told: str, how: str) -> object:
        share = self.workshop.share
        return self.bridge.attempt(lambda: share.mark_told(told, how)) or None

    def _tick(self, told: str, on: bool) -> None:
        share = self.workshop.share
        self.bridge.attempt(lambda: share.mark_told(told) if on else share.unmark_told(told))
        self.read()
