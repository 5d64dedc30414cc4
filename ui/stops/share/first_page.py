"""Stop 8's first page: the poster and who is told; answers, promises and the year below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cxworkshop.model import PickId
from cxworkshop.rules import Claim
from ui.bridge import Bridge
from ui.printing.selection import Selection
from ui.stops.share.announcements import AnnouncementColumn
from ui.stops.share.answers_strip import AnswersStrip
from ui.stops.share.poster_row import PosterRow
from ui.stops.share.promises import PromisesPanel
from ui.stops.share.year import YearPanel
from ui.theme.theme import Theme
from ui.widgets.earlier_share import EarlierShare
from ui.widgets.scroll_area import scrolling

SIDE_BY_SIDE = 115  # percent: with larger text the people stand below the posters
CHECK = 6  # the 30-day check's stop


class FirstPage(QWidget):
    """You said, we did, you say now; people to tell; every wish's answer; the year's rings.

    `inner_wanted` carries the key of a page to open, `stop_wanted` the number of a stop.
    """

    inner_wanted = Signal(str)
    stop_wanted = Signal(int)
    print_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        inside = QWidget()
        self.area = scrolling(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self.earlier = EarlierShare(theme)
        column.addWidget(self.earlier)
        column.addLayout(self._upper())
        self.answers = AnswersStrip(theme)
        self.answers.open_wanted.connect(lambda: self.inner_wanted.emit("answers"))
        self.promises = PromisesPanel(theme)
        self.year = YearPanel(theme)
        self.year.large.clicked.connect(lambda _on=False: self.inner_wanted.emit("year"))
        for part in (self.answers, self.year, self.promises):
            column.addWidget(part)
        column.addStretch(1)
        self.area.keep_from_bar(theme.px(4))
        # Opening a round in the year makes the page higher: scroll to what was opened.
        self.area.verticalScrollBar().rangeChanged.connect(self._follow_year)

    def read(self) -> None:
        """Show the workshop as it is now."""
        workshop = self._bridge.workshop
        share = workshop.share
        self.earlier.show_open(workshop)
        self.posters.show_outcomes(share.outcomes(), workshop.content.share.posters())
        self.people.show_people(share.to_tell())
        self.answers.show_answers(workshop.answers.to_everybody())
        self.promises.show_promises(workshop.content.share.promises())
        self.year.show_year(
            share.year(), workshop.today, workshop.content.year.year(workshop.today)
        )

    def draft(self) -> str:
        """Return the half-typed name."""
        return self.people.list.field.text()

    def take_draft(self, text: str) -> None:
        """Restore it."""
        self.people.list.field.setText(text)

    def take_keyboard_back(self, from_: str) -> None:
        """Focus the button that led to an inner page."""
        buttons = {"answers": self.answers.button, "year": self.year.large}
        buttons.get(from_, self.people.list.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _upper(self) -> QBoxLayout:
        """Lay posters and people out beside one another, or below where text is large."""
        theme = self._theme
        beside = theme.percent <= SIDE_BY_SIDE
        way = QBoxLayout.Direction
        upper = QBoxLayout(way.LeftToRight if beside else way.TopToBottom)
        upper.setSpacing(theme.px(20 if beside else 12))
        self.posters = PosterRow(theme, self._say_on_poster)
        self.posters.check_wanted.connect(lambda: self.stop_wanted.emit(CHECK))
        self.posters.print_wanted.connect(self._print)
        self.posters.quote_wanted.connect(self._choose_quote)
        self.people = AnnouncementColumn(theme, self._add_to_tell, self._write_how)
        self.people.list.ticked.connect(self._tick)
        if beside:
            self.people.setFixedWidth(theme.px(268))
        upper.addWidget(self.posters, 1)
        upper.addWidget(self.people)
        return upper

    def _print(self, slug: str) -> None:
        self.print_wanted.emit(Selection(8, only=(slug,)))

    def _choose_quote(self, pick: str) -> None:
        from ui.dialogs.quote import QuoteDialog

        QuoteDialog(self._bridge, self._theme, self, PickId(pick)).open()

    def _say_on_poster(self, pick: PickId, words: str) -> bool:
        share = self._bridge.workshop.share
        is_done = share.outcome(pick).claim is Claim.WE_DID
        write = share.write_we_did if is_done else share.say_on_poster
        return self._bridge.attempt(lambda: write(pick, words))

    def _add_to_tell(self, who: str) -> object:
        return self._bridge.do(lambda: self._bridge.workshop.share.add_to_tell(who))

    def _write_how(self, told: str, how: str) -> object:
        share = self._bridge.workshop.share
        return self._bridge.attempt(lambda: share.mark_told(told, how)) or None

    def _tick(self, told: str, on: bool) -> None:
        share = self._bridge.workshop.share
        if not self._bridge.attempt(
            lambda: share.mark_told(told) if on else share.unmark_told(told)
        ):
            self.people.show_people(share.to_tell())

    def _follow_year(self, _least: int, most: int) -> None:
        if self.year.is_open:
            self.area.verticalScrollBar().setValue(most)
