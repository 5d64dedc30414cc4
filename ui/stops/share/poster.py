"""One improvement as it will stand on the poster: you said, we did, you say now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.content.values import PosterContent
from cxworkshop.i18n import _
from cxworkshop.model import Mark, PickId
from cxworkshop.outcomes import Outcome
from cxworkshop.rules import Claim
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.fields import TextArea
from ui.widgets.labels import Label, Panel, QuoteLabel
from ui.widgets.people_count import PeopleCount

RING = 22
SPINE = 30  # from the card's edge to the middle of its rings

WriteWords = Callable[[PickId, str], bool]


class PosterCard(Panel):
    """Three places on a thread. Our own sentence can be changed where customers notice (R6)."""

    laid = Signal()

    def __init__(self, theme: Theme, slot: int, write: WriteWords) -> None:
        super().__init__(theme)
        self._write, self._pick, self._asked = write, PickId(""), False
        self.box.setContentsMargins(theme.px(52), theme.px(14), theme.px(16), theme.px(14))
        self.box.setSpacing(theme.px(2))
        self._said, self._did, self._now = (Label("", theme, "label", "accent") for _n in range(3))
        self._quote = QuoteLabel("", theme, "verbatim_poster")
        self._ours = Label("", theme, "h2")  # a headline where no customer's words are there
        name = _("What we did, slot {n}").format(n=slot)
        self._words = TextArea(name, _("In our own words"), self._put, "promise")
        self._fixed = Label("", theme, "h2")
        self._figures = PeopleCount(theme, 20)
        self._count = Label("", theme, "control")
        self._rest = Label("", theme, "small", "grey")
        self._lay_out()

    def _lay_out(self) -> None:
        self._steps = [_step(self._quote, self._ours), _step(self._words, self._fixed)]
        for label, step in zip((self._said, self._did), self._steps, strict=True):
            self.box.addWidget(label)
            self.box.addWidget(step)
            self.box.addSpacing(self._theme.px(12))
        for part in (self._now, self._figures, self._count, self._rest):
            self.box.addWidget(part)
        self.box.addStretch(1)
        self._said.setText(_("You said"))
        self._now.setText(_("You say now"))

    def wanted(self, step: int) -> int:
        """How high the words of a step want to be: 0 what was said, 1 what we did."""
        margins = self.box.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        parts = (self._quote, self._ours) if step == 0 else (self._words, self._fixed)
        there = [part for part in parts if not part.isHidden()]
        return max((_high(part, width) for part in there), default=0)

    def give(self, step: int, high: int) -> None:
        """At least as high as the highest of the cards beside it."""
        self._steps[step].setMinimumHeight(high)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.laid.emit()

    def show_story(self, story: Outcome, page: PosterContent) -> None:
        """What may be said of it now."""
        self._pick = story.pick.id
        quote = page.quote.words if page.quote else ""
        self._quote.setText(f"“{quote}”" if quote else "")
        self._ours.setText(page.topic)
        self._quote.setVisible(bool(quote))
        self._ours.setVisible(not quote)
        ours = story.claim is Claim.WE_DID
        self._did.setText(story.lead)
        self._words.show_text(story.words)
        self._words.setVisible(ours)
        self._fixed.setText(story.words)
        self._fixed.setVisible(not ours)
        self._show_marks(story)
        self.setAccessibleName(f"{story.lead}: {story.words}")
        self.update()

    def _show_marks(self, story: Outcome) -> None:
        self._asked = story.answered > 0
        self._figures.setVisible(self._asked)
        self._figures.show_count(story.marks[Mark.NOTICES], story.answered)
        self._count.setText(story.counted)
        self._count.setVisible(self._asked)
        self._rest.setText(story.others if self._asked else _not_asked(story))
        self._rest.setVisible(bool(self._rest.text()))

    def _put(self, words: str) -> object:
        return True if self._write(self._pick, words) else None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The thread through the three places; the third is full when customers were asked."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self._theme.px(SPINE)
        places = [QPointF(x, part.geometry().center().y()) for part in (self._said, self._did)]
        places.append(QPointF(x, self._now.geometry().center().y()))
        painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
        painter.drawLine(places[0], places[2])
        for number, place in enumerate(places, start=1):
            full = "disc" if self._asked else "dotted"
            state = "arc" if number < 3 else full
            size, tokens = self._theme.px(RING), self._theme.tokens
            ring(painter, place, size, state, str(number), tokens, share=1.0)


def _step(*parts: QWidget) -> QWidget:
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    for part in parts:
        box.addWidget(part)
    box.addStretch(1)
    return made


def _high(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()


def _not_asked(story: Outcome) -> str:
    text = _("Nobody has been asked yet, so it prints as “{lead}”.")
    lead = story.lead
    return text.format(lead=lead[:1].lower() + lead[1:])
