"""Stop 8, Share and repeat: the poster, who is told, the year, and the next round."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import PickId
from ui.stops.page import StopPage
from ui.stops.share.announcements import AnnouncementColumn
from ui.stops.share.poster_row import PosterRow
from ui.stops.share.year import YearPanel
from ui.widgets.footer import Footer
from ui.widgets.lists import RowList

SIDE_BY_SIDE = 115  # percent: with larger text the people stand below the posters
CHECK = 6  # the 30-day check's stop


class SharePage(StopPage):
    """You said, we did, you say now; people to tell; the year's rings."""

    key = "share"

    @override
    def build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(12))
        column.addLayout(self._upper())
        self.year = YearPanel(self.theme)
        column.addWidget(self.year)
        self._page = RowList(self.theme, _("Share and repeat"))
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page.show_rows([inside])
        # Opening a round in the year makes the page higher: scroll to what was opened.
        self._page.verticalScrollBar().rangeChanged.connect(self._follow_year)
        self.content.addWidget(self._page, 1)

    @override
    def read(self) -> None:
        share = self.workshop.share
        self.posters.show_outcomes(share.outcomes(), self.workshop.content.share.posters())
        self.people.show_people(share.to_tell())
        self.year.show_year(share.year(), self.workshop.today)

    @override
    def footer(self) -> Footer:
        """Count those who are still to be told; the next round can start all the same."""
        number = self.workshop.rounds.current().number
        untold = sum(row.told_on is None for row in self.workshop.share.to_tell())
        text = ngettext("{n} still to be told", "{n} still to be told", untold)
        bold = text.format(n=untold)
        if not untold:
            bold = _("All told") if self.workshop.share.to_tell() else _("Nobody to tell yet")
        go = _("Start round {number}").format(number=number + 1)
        return Footer(bold, self._going_along(), go, kind="primary")

    @override
    def go_on(self) -> None:
        """Start the next round, with the list carried over."""
        if self.bridge.do(self.workshop.rounds.start_next) is not None:
            self.stop_requested.emit(1)

    @override
    def draft(self) -> str:
        return self.people.list.field.text()

    @override
    def take_draft(self, text: str) -> None:
        self.people.list.field.setText(text)

    def _upper(self) -> QBoxLayout:
        """Lay posters and people out beside one another, or below where text is large."""
        beside = self.theme.percent <= SIDE_BY_SIDE
        way = QBoxLayout.Direction
        upper = QBoxLayout(way.LeftToRight if beside else way.TopToBottom)
        upper.setSpacing(self.theme.px(20 if beside else 12))
        self.posters = PosterRow(self.theme, self._write_we_did)
        self.posters.check_wanted.connect(lambda: self.stop_requested.emit(CHECK))
        self.people = AnnouncementColumn(self.theme, self._add_to_tell)
        self.people.list.ticked.connect(self._tick)
        if beside:
            self.people.setFixedWidth(self.theme.px(268))
        upper.addWidget(self.posters, 1)
        upper.addWidget(self.people)
        return upper

    def _going_along(self) -> str:
        """Say how many cards the next round begins with."""
        rounds = self.workshop.rounds
        leaving = rounds.leaving_cards()
        cards = [card for card in self.workshop.big_list.board().cards if card.id not in leaving]
        n, number = len(cards), rounds.current().number + 1
        text = ngettext(
            "{n} card goes along to round {number}", "{n} cards go along to round {number}", n
        )
        return text.format(n=n, number=number)

    def _write_we_did(self, pick: PickId, words: str) -> bool:
        return self.bridge.attempt(lambda: self.workshop.share.write_we_did(pick, words))

    def _add_to_tell(self, who: str) -> object:
        return self.bridge.do(lambda: self.workshop.share.add_to_tell(who))

    def _tick(self, told: str, on: bool) -> None:
        share = self.workshop.share
        if not self.bridge.attempt(
            lambda: share.mark_told(told) if on else share.unmark_told(told)
        ):
            self.people.show_people(share.to_tell())

    def _follow_year(self, _least: int, most: int) -> None:
        if self.year.is_open:
            self._page.verticalScrollBar().setValue(most)
