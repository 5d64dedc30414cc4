"""Stop 8, Share and repeat: what may be told, to whom, the year, and the next round."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.rules import Claim
from cxworkshop.stops.share import Story
from ui.foot import Footer
from ui.lists import AddLine, Lines, row, row_with
from ui.stops.page import StopPage
from ui.theme.look import Look
from ui.theme.paint import ring
from ui.words import Panel, Words


class RoundRings(QWidget):
    """One round of the year: three places, kept ones full."""

    def __init__(self, stories: list[Story], look: Look) -> None:
        super().__init__()
        self._stories, self._look = stories, look
        self.setFixedSize(QSize(look.px(84), look.px(28)))
        kept = sum(story.kept for story in stories)
        self.setAccessibleName(_("{kept} of {n} kept").format(kept=kept, n=len(stories)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """Kept, done but not sure, being done, free."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n in range(3):
            centre = QPointF(self._look.px(16 + 26 * n), self.height() / 2)
            state = _state(self._stories[n]) if n < len(self._stories) else "dotted"
            ring(painter, centre, self._look.px(20), state, "", self._look.tokens)


def _state(story: Story) -> str:
    if story.kept:
        return "disc"
    return "open" if story.claim is Claim.WE_DID else "dot"


class SharePage(StopPage):
    """Said, did, notice now; people to tell; the year's rings."""

    key = "share"

    def build(self) -> None:
        """The stories on the left, who is told and the year on the right."""
        side = QHBoxLayout()
        side.setSpacing(self.look.px(16))
        stories = Panel(self.look)
        stories.box.addWidget(Words(_("What may be told"), self.look, "label", "accent"))
        self.stories = Lines(self.look, _("What may be told"))
        stories.box.addWidget(self.stories, 1)
        side.addWidget(stories, 3)
        right = QVBoxLayout()
        right.addWidget(self._tell(), 1)
        right.addWidget(self._year(), 1)
        side.addLayout(right, 2)
        self.content.addLayout(side, 1)

    def read(self) -> None:
        """Show the round's stories, the people and the year."""
        share = self.workshop.share
        stories = [widget for story in share.stories() for widget in self._story(story)]
        nothing = Words(_("The poster writes itself as soon as one thing is checked."), self.look)
        self.stories.show_rows(stories or [nothing])
        self.people.show_rows(
            [
                row(self.look, f"✓ {told.who}", grey=str(told.told_on))
                if told.told_on
                else row_with(self.look, told.who, _("Told"), partial(self._told, told.id))
                for told in share.to_tell()
            ]
        )
        rounds: list[QWidget] = []
        for round_, told_stories in share.year().items():
            line = row(
                self.look, _("Round {n}, from {day}").format(n=round_.number, day=round_.started_on)
            )
            box = line.layout()
            assert box is not None  # `row` has just made it
            box.addWidget(RoundRings(told_stories, self.look))
            rounds.append(line)
        self.rounds.show_rows(rounds)

    def footer(self) -> Footer:
        """How many are kept; the way on is the next round."""
        stories = self.workshop.share.stories()
        kept = sum(story.kept for story in stories)
        bold = _("{kept} of {n} kept").format(kept=kept, n=len(stories))
        return Footer(bold, "", _("Start the next round"))

    def go_on(self) -> None:
        """One button starts the next round, with the list carried over."""
        if self.bridge.do(self.workshop.rounds.start_next) is not None:
            self.onward.emit(1)

    def _story(self, story: Story) -> list[QWidget]:
        said = story.pick.frozen_headline or story.subject.headline
        lead = {
            Claim.WE_DID: _("We did: {words}"),
            Claim.WE_TRIED: _("We tried, and learned: {words}"),
            Claim.ASKING: _("Done, asking you on {day}: {words}"),
            Claim.DOING: _("We are doing: {words}"),
        }[story.claim]
        notices = ", ".join(f"{mark.value} {n}" for mark, n in story.marks.items())
        return [
            Words(_("You said: {words}").format(words=said), self.look, "h2"),
            Words(lead.format(words=story.words, day=story.pick.check_on), self.look),
            Words(
                _("You say now: {marks}").format(marks=notices or "–"), self.look, "small", "grey"
            ),
        ]

    def _tell(self) -> Panel:
        panel = Panel(self.look)
        panel.box.addWidget(Words(_("Who is told"), self.look, "label", "accent"))
        self.people = Lines(self.look, _("Who is told"))
        panel.box.addWidget(self.people, 1)
        add = self.workshop.share.add_to_tell
        panel.box.addWidget(
            AddLine(_("Add somebody to tell"), lambda who: self.bridge.do(lambda: add(who)))
        )
        return panel

    def _year(self) -> Panel:
        panel = Panel(self.look)
        panel.box.addWidget(Words(_("The year"), self.look, "label", "accent"))
        self.rounds = Lines(self.look, _("The year"))
        panel.box.addWidget(self.rounds, 1)
        return panel

    def _told(self, told: str) -> None:
        self.bridge.do(lambda: self.workshop.share.tell(told))
