"""Beside the wishes: how many have an answer, what can be answered, and a slip as it prints."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.content.values import AnswerSlip, AnswerSlipsContent, SlipWish
from cxworkshop.i18n import _, in_quotes, ngettext
from cxworkshop.wishes import AnswerKind, EverybodysAnswers, Wish
from cxworkshop.workshop import Workshop
from ui.theme.icons import paint_icon
from ui.theme.mirror import margins, painter_of
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.answer_form import TITLES, AnswerForm, Writing
from ui.widgets.labels import Label, Panel, QuoteLabel, small_button

WRITTEN = (AnswerKind.CANT, AnswerKind.HANDED_ON)
RING, SPINE = 14, 22


class AllAnswered(QWidget):
    """A full disc with a tick: every wish has an answer."""

    def __init__(self, theme: Theme, size: int) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self.setFixedSize(QSize(theme.px(size + 2), theme.px(size + 2)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, size = painter_of(self), self._theme.tokens, self._theme.px(self._size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        ring(painter, middle, size, "disc", "", tokens)
        half = size * 0.3
        box = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        paint_icon(painter, "check", box, QColor(tokens.on_accent))


class WithoutAnswer(Panel):
    """ "0 of 43 without an answer", and how many are waited for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        line = QHBoxLayout()
        line.setSpacing(theme.px(14))
        line.addWidget(AllAnswered(theme, 48))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._count = Label("", theme, "h1")
        self._count.setWordWrap(False)
        words.addWidget(self._count)
        words.addWidget(Label(_("without an answer"), theme, "strong"))
        line.addLayout(words, 1)
        self.box.addLayout(line)
        self._awaited = Label("", theme, "small", "grey")
        self.box.addWidget(self._awaited)

    def show_answers(self, found: EverybodysAnswers) -> None:
        """Show how many wishes there are, and how many answers others owe us."""
        all_ = len(found.wishes)
        self._count.setText(_("{n} of {all}").format(n=found.unanswered, all=all_))
        text = ngettext("We wait for {n} answer from others", "We wait for {n} answers from others",
                        found.awaited)  # fmt: skip
        self._awaited.setText(text.format(n=found.awaited))
        self._awaited.setVisible(found.awaited > 0)


class WishActions(Panel):
    """What can be answered to the current wish; a form in its place while it is being written.

    `back_wanted` carries a card that goes back on the list.
    """

    back_wanted = Signal(str)
    over = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._wish: Wish | None = None
        self._workshop: Workshop | None = None
        self._choices = QWidget()
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self._title = Label("", theme, "label", "accent")
        column.addWidget(self._title)
        self.buttons = {what: small_button(_(words)) for what, words in TITLES.items()}
        for what, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, what=what: self.write(what))
            column.addWidget(button)
        self.back = small_button(_("Back on the list"))
        self.back.clicked.connect(lambda _on=False: self._go_back())
        column.addWidget(self.back)
        self.form = AnswerForm(theme)
        self.form.given.connect(self._end)
        self.form.left.connect(self._end)
        self.form.hide()
        self.box.addWidget(self._choices)
        self.box.addWidget(self.form)

    def show_wish(self, workshop: Workshop, wish: Wish | None) -> None:
        """Offer what can be answered to this wish; what is half typed to another is left."""
        if wish is None or self._wish is None or wish.card.id != self._wish.card.id:
            self.form.hide()
        self._workshop, self._wish = workshop, wish
        self.setVisible(wish is not None)
        if wish is None:
            return
        self._title.setText(_("Answer to card {code}").format(code=wish.card.code))
        self.buttons[Writing.THEIR_ANSWER].setVisible(wish.kind is AnswerKind.HANDED_ON)
        self.back.setVisible(wish.kind in WRITTEN)
        self._choices.setVisible(self.form.isHidden())

    def begin(self) -> None:
        """Write the answer that is likely to be wanted: theirs, ours again, or that we can't."""
        if self._wish is not None:
            likely = {
                AnswerKind.HANDED_ON: Writing.THEIR_ANSWER
                if self._wish.is_awaited
                else Writing.HAND_ON
            }
            self.write(likely.get(self._wish.kind, Writing.CANT))

    def write(self, what: Writing) -> None:
        """Open the form."""
        if self._wish is None or self._workshop is None:
            return
        self._choices.hide()
        self.form.show()
        self.form.write(self._workshop, str(self._wish.card.code), what, self._wish.answer)

    def _end(self) -> None:
        self.form.hide()
        self._choices.show()
        self.over.emit()

    def _go_back(self) -> None:
        if self._wish is not None:
            self.back_wanted.emit(self._wish.card.id)


class SlipPreview(Panel):
    """A slip as it prints: you said, we did, you notice now. It has a number and no name (R7)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.box.setContentsMargins(
            *margins(theme.px(44), theme.px(12), theme.px(16), theme.px(12))
        )
        self.box.setSpacing(theme.px(3))
        self._head = Label("", theme, "small", "grey")
        self._said, self._lead = (Label("", theme, "label", "accent") for _n in range(2))
        self._said.setText(_("You said"))
        self._words = QuoteLabel("", theme)
        self._answer = Label("", theme, "strong")
        self._ask = Label(_("You notice now?"), theme, "label", "accent")
        for part in (self._head, self._said, self._words, self._lead, self._answer, self._ask):
            self.box.addWidget(part)

    def show_slip(self, content: AnswerSlipsContent, wish: Wish | None) -> None:
        """Show the first slip with this wish, or hide."""
        code = str(wish.card.code) if wish else ""
        found = _slip_with(content, code)
        self.setVisible(found is not None)
        if found is None:
            return
        slip, line = found
        head = _("{team}, for no. {number}")
        self._head.setText(head.format(team=content.team, number=slip.customer))
        self._words.setText(" ".join(in_quotes(words) for words in line.words))
        self._lead.setText(line.lead)
        self._answer.setText(" ".join(line.sentences))
        self._ask.setVisible(line.kind == AnswerKind.DID)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thread through the rings of the steps."""
        super().paintEvent(event)
        painter, tokens, px = painter_of(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        steps = [part for part in (self._said, self._lead, self._ask) if part.isVisible()]
        places = [QPointF(px(SPINE), part.geometry().top() + px(10)) for part in steps]
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawLine(places[0], places[-1])
        for n, place in enumerate(places):
            state = "disc" if n == 2 else "open"
            ring(painter, place, px(RING), state, "", tokens)


def _slip_with(content: AnswerSlipsContent, code: str) -> tuple[AnswerSlip, SlipWish] | None:
    for slip in content.slips:
        for line in slip.wishes:
            if line.code == code:
                return slip, line
    return None
