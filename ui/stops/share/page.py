"""Stop 8, Share and repeat: the poster, who is told, the year, and the next round."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import PickId
from ui.stops.page import StopPage
from ui.stops.share.announcements import Announcements
from ui.stops.share.poster import PosterCard
from ui.stops.share.year import YearPanel
from ui.widgets.footer import Footer
from ui.widgets.labels import Label, Panel, button
from ui.widgets.lists import RowList
from ui.widgets.round_rings import PLACES, StageRing

SIDE_BY_SIDE = 115  # percent: larger text puts the list under the posters


class SharePage(StopPage):
    """You said, we did, you say now; people to tell; the year's rings."""

    key = "share"

    @override
    def build(self) -> None:
        """Posters and people above, the year below; what is too high scrolls."""
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
        # A round that is opened makes the page higher: what was asked for is looked at.
        self._page.verticalScrollBar().rangeChanged.connect(self._follow)
        self.content.addWidget(self._page, 1)

    @override
    def read(self) -> None:
        """Show the round's stories, the people and the year."""
        share = self.workshop.share
        stories, pages = share.outcomes(), self.workshop.content.share.posters()
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(stories))
            if place < len(stories):
                card.show_story(stories[place], pages[place])
        self._empty.setVisible(not stories)
        self._align()
        people = share.to_tell()
        self.people.show_people(people)
        told = sum(row.told_on is not None for row in people)
        count = _("{n} of {all}").format(n=told, all=len(people))
        self._told.setText(count if people else "")
        self.year.show_year(share.year(), self.workshop.today)

    @override
    def footer(self) -> Footer:
        """How many still wait to hear it; the way on is the next round, whatever waits."""
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
        """One button starts the next round, with the list carried over."""
        if self.bridge.do(self.workshop.rounds.start_next) is not None:
            self.onward.emit(1)

    @override
    def draft(self) -> str:
        """Somebody's name, half typed."""
        return self.people.field.text()

    @override
    def take_draft(self, text: str) -> None:
        """Put it back."""
        self.people.field.setText(text)

    def _upper(self) -> QBoxLayout:
        """Posters and people beside one another, or under one another where text is large."""
        beside = self.theme.percent <= SIDE_BY_SIDE
        way = QBoxLayout.Direction
        upper = QBoxLayout(way.LeftToRight if beside else way.TopToBottom)
        upper.setSpacing(self.theme.px(20 if beside else 12))
        upper.addWidget(self._poster(), 1)
        people = self._people()
        if beside:
            people.setFixedWidth(self.theme.px(268))
        upper.addWidget(people)
        return upper

    def _poster(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(8))
        column.addWidget(Label(_("The poster"), self.theme, "h2"))
        line = QHBoxLayout()
        line.setSpacing(self.theme.px(12))
        self.cards = [PosterCard(self.theme, n + 1, self._we_did) for n in range(PLACES)]
        for card in self.cards:
            card.laid.connect(self._align)
            line.addWidget(card, 1)
        self._empty = self._nothing()
        line.addWidget(self._empty, 1)
        column.addLayout(line, 1)
        return made

    def _nothing(self) -> Panel:
        panel = Panel(self.theme)
        line = QHBoxLayout()
        line.setSpacing(self.theme.px(14))
        line.addWidget(StageRing("free", self.theme, 40), 0, Qt.AlignmentFlag.AlignTop)
        text = _("The poster writes itself as soon as one thing is checked.")
        line.addWidget(Label(text, self.theme, "h2", "grey"), 1)
        panel.box.addLayout(line)
        check = button(_("30-day check"), trail="arrow")
        check.clicked.connect(lambda _on=False: self.onward.emit(6))
        panel.box.addSpacing(self.theme.px(8))
        panel.box.addWidget(check, 0, Qt.AlignmentFlag.AlignLeft)
        panel.box.addStretch(1)
        return panel

    def _align(self) -> None:
        """The same step stands at the same height on every card, as on the wall."""
        shown = [card for card in self.cards if not card.isHidden()]
        for step in (0, 1):
            high = max((card.wanted(step) for card in shown), default=0)
            for card in shown:
                card.give(step, high)

    def _people(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(8))
        head = QHBoxLayout()
        head.addWidget(Label(_("Who is told"), self.theme, "h2"), 1)
        self._told = Label("", self.theme, "small", "grey")
        self._told.setWordWrap(False)
        head.addWidget(self._told)
        column.addLayout(head)
        add = self.workshop.share.add_to_tell
        self.people = Announcements(self.theme, lambda who: self.bridge.do(lambda: add(who)))
        self.people.ticked.connect(self._tick)
        column.addWidget(self.people, 1)
        return made

    def _going_along(self) -> str:
        """What the next round begins with."""
        rounds = self.workshop.rounds
        kept = rounds.kept_cards(rounds.current().id)
        cards = [card for card in self.workshop.big_list.board().cards if card.id not in kept]
        n, number = len(cards), rounds.current().number + 1
        text = ngettext(
            "{n} card goes along to round {number}", "{n} cards go along to round {number}", n
        )
        return text.format(n=n, number=number)

    def _we_did(self, pick: PickId, words: str) -> bool:
        return self.bridge.attempt(lambda: self.workshop.share.write_we_did(pick, words))

    def _tick(self, told: str, on: bool) -> None:
        share = self.workshop.share
        if not self.bridge.attempt(
            lambda: share.mark_told(told) if on else share.unmark_told(told)
        ):
            self.people.show_people(share.to_tell())

    def _follow(self, _least: int, most: int) -> None:
        if self.year.is_open:
            self._page.verticalScrollBar().setValue(most)
