"""One improvement as on the poster: you said, we did, you say now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.content.values import PosterContent
from cxworkshop.i18n import _, begun_small, in_quotes
from cxworkshop.model import Mark, PickId
from cxworkshop.outcomes import Outcome
from cxworkshop.rules import Claim
from cxworkshop.textual import MOST_IN_QUOTE, MOST_ON_POSTER, shortened
from ui.theme.mirror import margins, painter_of
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.fields import TextArea
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, Panel, QuoteLabel, small_button
from ui.widgets.people_count import PeopleCount

RING = 22
SPINE = 30  # from the card's edge to the middle of its rings

WriteWords = Callable[[PickId, str], bool]


class PosterCard(Panel):
    """Three steps on a thread. Our own sentence can be edited, unless it holds no more.

    `laid_out` says that another width may have changed the heights of the steps.
    """

    laid_out = Signal()
    quote_wanted = Signal(str)  # of this pick it is to be chosen

    def __init__(self, theme: Theme, slot: int, write: WriteWords) -> None:
        super().__init__(theme)
        self._write, self._pick, self._asked = write, PickId(""), False
        self.box.setContentsMargins(
            *margins(theme.px(52), theme.px(14), theme.px(16), theme.px(14))
        )
        self.box.setSpacing(theme.px(2))
        self._said, self._did, self._now = (Label("", theme, "label", "accent") for _n in range(3))
        self._quote = QuoteLabel("", theme, "verbatim_poster")
        self._ours = Label("", theme, "h2")  # the topic, where there are no customer's words
        self._slot = slot
        self._editable = TextArea("", _("In our own words"), self._write_words, "promise")
        self._fixed = Label("", theme, "h2")
        self._room = Label("", theme, "small", "amber")
        self._room.hide()
        self._editable.textChanged.connect(self._say_what_fits)
        self._figures = PeopleCount(theme, 20)
        self._count = Label("", theme, "control")
        self._rest = Label("", theme, "small", "grey")
        self._lay_out()

    def _lay_out(self) -> None:
        self._steps = [_step(self._quote, self._ours), _step(self._editable, self._fixed)]
        said, did = self._steps
        self._add_head_of_said()
        self.box.addWidget(said)
        self.box.addSpacing(self._theme.px(12))
        for part in (self._did, did, self._room):
            self.box.addWidget(part)
        self.box.addSpacing(self._theme.px(12))
        for part in (self._now, self._figures, self._count, self._rest):
            self.box.addWidget(part)
        self.box.addStretch(1)
        self._said.setText(_("You said"))
        self._now.setText(_("You say now"))

    def _add_head_of_said(self) -> None:
        self._choose = small_button(_("Choose the quote …"), "link")
        self._choose.clicked.connect(lambda _on=False: self.quote_wanted.emit(self._pick))
        head = FlowLayout(self._theme.px(8))
        self.box.addLayout(head)
        head.addWidget(self._said)
        head.addWidget(self._choose)

    def step_height(self, step: int) -> int:
        """Return the height in pixels that a step's words need: 0 is "You said", 1 "We did"."""
        margins = self.box.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        parts = (self._quote, self._ours) if step == 0 else (self._editable, self._fixed)
        there = [part for part in parts if not part.isHidden()]
        return max((_height_for(part, width) for part in there), default=0)

    def set_step_height(self, step: int, high: int) -> None:
        """Make a step at least this many pixels high."""
        self._steps[step].setMinimumHeight(high)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.laid_out.emit()

    def show_outcome(self, outcome: Outcome, page: PosterContent) -> None:
        """Show what may be said of the improvement now."""
        self._pick = outcome.pick.id
        quote = page.quote.words if page.quote else ""
        self._quote.setText(in_quotes(shortened(quote, MOST_IN_QUOTE)) if quote else "")
        self._quote.setToolTip(quote if len(quote) > MOST_IN_QUOTE else "")
        self._ours.setText(page.topic)
        self._quote.setVisible(bool(quote))
        self._choose.setVisible(bool(quote))
        self._choose.setAccessibleName(_("Choose the quote of slot {n}").format(n=self._slot))
        self._ours.setVisible(not quote)
        ours = outcome.is_promise
        did = outcome.claim is Claim.WE_DID
        name = _("What we did, slot {n}") if did else _("On the poster we say, slot {n}")
        self._editable.setAccessibleName(name.format(n=self._slot))
        self._did.setText(outcome.lead)
        self._editable.show_text(outcome.words, outcome.pick.id)
        self._editable.setVisible(ours)
        self._say_what_fits()
        self._fixed.setText(outcome.words)
        self._fixed.setVisible(not ours)
        self._show_marks(outcome)
        self.setAccessibleName(f"{outcome.lead}: {outcome.words}")
        self.update()

    def _say_what_fits(self) -> None:
        length = len(self._editable.text())
        text = _("The poster has room for {most} characters, and ends with “…” after them.")
        count = _("That is {length}; the rest stays here.")
        both = f"{text} {count}".format(most=MOST_ON_POSTER, length=length)
        self._room.setText(both if length > MOST_ON_POSTER else "")
        self._room.setVisible(length > MOST_ON_POSTER and not self._editable.isHidden())

    def _show_marks(self, outcome: Outcome) -> None:
        self._asked = outcome.answered > 0
        self._figures.setVisible(self._asked)
        self._figures.show_count(outcome.marks[Mark.NOTICES], outcome.answered)
        self._count.setText(outcome.counted)
        self._count.setVisible(self._asked)
        self._rest.setText(outcome.others if self._asked else _not_asked(outcome))
        self._rest.setVisible(bool(self._rest.text()))

    def _write_words(self, words: str) -> object:
        return True if self._write(self._pick, words) else None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a thread through the three rings; the third is full once customers were asked."""
        super().paintEvent(event)
        painter = painter_of(self)
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
    widget = QWidget()
    box = QVBoxLayout(widget)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    for part in parts:
        box.addWidget(part)
    box.addStretch(1)
    return widget


def _height_for(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()


def _not_asked(outcome: Outcome) -> str:
    text = _("Nobody has been asked yet, so it prints as “{lead}”.")
    return text.format(lead=begun_small(outcome.lead))
