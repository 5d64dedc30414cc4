"""Stop 8, Share and repeat: what may be told, to whom, the year, and the next round."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import PickId
from ui.foot import Footer
from ui.scrolling import scrolling
from ui.share.story import StoryPanel
from ui.share.told import ToldPanel
from ui.share.year import YearLegend, YearView
from ui.stops.page import StopPage
from ui.words import Panel, Words, clear
from ui.wrap import Beside


class SharePage(StopPage):
    """Said, did, notice now; people to tell; the year's rings."""

    key = "share"

    def build(self) -> None:
        """The stories on the left, who is told on the right, the year below."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, self.look.px(4), 0, 0)
        column.setSpacing(self.look.px(12))
        top = Beside(self.look.px(20), self.look.px(760))
        top.line.addWidget(self._poster(), 1)
        top.line.addWidget(self._who_is_told())
        column.addWidget(top, 1)
        column.addWidget(self._our_year())
        self.content.addWidget(scrolling(inside), 1)

    def enter(self) -> None:
        """The first person to tell has the keys."""
        super().enter()
        self.told.take_focus()

    def read(self) -> None:
        """Show the round's stories, the people and the year."""
        share = self.workshop.share
        self._show_stories()
        people = share.to_tell()
        self.told.show_people(people)
        told = sum(row.told_on is not None for row in people)
        count = _("{n} of {all}").format(n=told, all=len(people))
        self._told_count.setText(count if people else "")
        year = share.year()
        self.year.show_year(year)
        stories = [story for told_stories in year.values() for story in told_stories]
        text = _("{kept} kept of {picked} picked in {rounds} rounds")
        kept = sum(story.kept for story in stories)
        counts = text.format(kept=kept, picked=len(stories), rounds=len(year))
        self._year_count.setText(counts if stories else _("Your first three rings."))

    def footer(self) -> Footer:
        """Who is still to be told; the way on is the next round, and it waits for nobody."""
        people = self.workshop.share.to_tell()
        n = sum(row.told_on is None for row in people)
        bold = ngettext("{n} still to be told", "{n} still to be told", n).format(n=n)
        number = self.workshop.rounds.current().number + 1
        onward = _("Start round {n}").format(n=number)
        grey = _("You can start the next round all the same") if n else ""
        told = _("Everybody is told") if people else _("Whom will you tell?")
        return Footer(bold if n else told, grey, onward, "", "primary")

    def go_on(self) -> None:
        """One button starts the next round, with the list carried over."""
        if self.bridge.do(self.workshop.rounds.start_next) is not None:
            self.onward.emit(1)

    def _poster(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(8))
        column.addWidget(Words(_("What may be told"), self.look, "h2"))
        self._stories = Beside(self.look.px(12), self.look.px(560))
        column.addWidget(self._stories, 1)
        return made

    def _show_stories(self) -> None:
        clear(self._stories.line)
        stories = self.workshop.share.stories()
        pages = self.workshop.printing.plans()  # in the order of the slots, as the stories are
        for story, page in zip(stories, pages, strict=True):
            quote = page.quotes[0].words if page.quotes else ""
            write = partial(self._write, story.pick.id)
            self._stories.line.addWidget(StoryPanel(story, quote, self.look, write), 1)
        if not stories:
            empty = Panel(self.look, fill="canvas")
            nothing = _("The poster writes itself as soon as one thing is checked.")
            empty.box.addWidget(
                Words(nothing, self.look, "body", "grey"), 0, Qt.AlignmentFlag.AlignTop
            )
            self._stories.line.addWidget(empty)

    def _write(self, pick: PickId, words: str) -> object:
        return self.bridge.did(lambda: self.workshop.share.we_did(pick, words)) or None

    def _who_is_told(self) -> QWidget:
        made = QWidget()
        made.setFixedWidth(self.look.px(268))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(8))
        line = QHBoxLayout()
        line.addWidget(Words(_("Who is told"), self.look, "h2"), 1)
        self._told_count = Words("", self.look, "small", "grey")
        self._told_count.setWordWrap(False)
        line.addWidget(self._told_count)
        column.addLayout(line)
        add = self.workshop.share.add_to_tell
        self.told = ToldPanel(self.look, lambda who: self.bridge.do(lambda: add(who)))
        self.told.ticked.connect(self._tick)
        column.addWidget(self.told, 1)
        return made

    def _our_year(self) -> Panel:
        panel = Panel(self.look)
        panel.box.setContentsMargins(
            self.look.px(20), self.look.px(12), self.look.px(16), self.look.px(10)
        )
        line = QHBoxLayout()
        line.setSpacing(self.look.px(24))
        title = Words(_("Our year"), self.look, "h2")
        title.setWordWrap(False)
        line.addWidget(title)
        line.addWidget(YearLegend(self.look))
        self._year_count = Words("", self.look, "small", "grey")
        self._year_count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._year_count, 1)
        panel.box.addLayout(line)
        self.year = YearView(self.look)
        panel.box.addWidget(self.year)
        return panel

    def _tick(self, told: str, on: bool) -> None:
        self.bridge.do(lambda: self.workshop.share.tell(told, heard=on))
