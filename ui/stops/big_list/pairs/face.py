"""How a pair looks: two cards side by side, and the three answers below them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.content.values import PairContent
from cxworkshop.i18n import _
from ui.accessible.announce import announce
from ui.stops.big_list.desk_head import DeskHead
from ui.stops.big_list.pairs.choice import PairChoice
from ui.stops.big_list.pairs.side import PairSidePanel, spoken
from ui.stops.big_list.sorting.card_panel import customers_words, roomy
from ui.theme.mirror import margins, painter_of
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, make_button
from ui.widgets.scroll_area import ScrollArea

NARROW = 620  # pixels at 100 %: below it, one stands below the other


class Decision(StrEnum):
    """What a person says about a pair."""

    SAME = "same"
    DIFFERENT = "different"
    OPPOSITE = "opposite"
    LATER = "later"


class _Question(QWidget):
    """A dotted ring between the two cards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(44), theme.px(44))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QColor(tokens.grey))
        ring(painter, middle, self.width() - 2, "dotted", "?", tokens)


class PairsFace(QWidget):
    """Shows a PairContent; `decided` carries a Decision."""

    decided = Signal(object)
    back_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[str, str] | None = None
        self._head = DeskHead(theme, _("Do these two say the same?"))
        self._head.left.connect(self.left)
        self._sides = PairSidePanel(theme), PairSidePanel(theme)
        self._choices = {
            Decision.SAME: PairChoice(theme, "same", _("Same"), "S"),
            Decision.DIFFERENT: PairChoice(theme, "different", _("Different"), "D"),
            Decision.OPPOSITE: PairChoice(theme, "opposite", _("Opposite"), "O"),
        }
        for decision, choice in self._choices.items():
            choice.clicked.connect(lambda _on=False, what=decision: self.decided.emit(what))
            choice.walked.connect(self._walk)
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins(0, 0, px(28), 0))
        column.setSpacing(px(8))
        column.addWidget(self._head)
        about = _("The words look alike. Only you know what {customers} meant.")
        if roomy(self._theme, True, False):  # noqa: FBT003
            column.addWidget(Label(about, self._theme, "field", "grey"))
        cards = SideBySide(px(8), px(roomy(self._theme, NARROW, 0)))
        cards.line.addWidget(self._sides[0], 1)
        cards.line.addWidget(_Question(self._theme), 0, Qt.AlignmentFlag.AlignCenter)
        cards.line.addWidget(self._sides[1], 1)
        answers = SideBySide(px(16), px(roomy(self._theme, NARROW, 0)))
        for choice in self._choices.values():
            answers.line.addWidget(choice, 1)
        area = ScrollArea(px(24))
        area.be_roomy()
        room = px(6)  # for the focus ring
        area.box.setContentsMargins(room, room, room, room)
        area.box.addWidget(cards, 3)
        column.addWidget(area, 1)
        # In large text only the cards scroll, so that they stay in sight beside the answers.
        (area.box if roomy(self._theme, True, False) else column).addWidget(answers)  # noqa: FBT003
        area.box.addLayout(self._buttons())
        area.box.addStretch(1)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        back = make_button(_("Back"), "quiet", lead="undo")
        later = make_button(_("Decide later"), "quiet")
        back.show_key(_("Backspace"))
        later.show_key(_("Space"))
        back.clicked.connect(lambda _on=False: self.back_wanted.emit())
        later.clicked.connect(lambda _on=False: self.decided.emit(Decision.LATER))
        line.addWidget(back)
        line.addStretch(1)
        line.addWidget(later)
        return line

    def show_pair(self, content: PairContent, number: int, total: int) -> None:
        """Show a pair, and tell screen readers of another one."""
        for panel, side in zip(self._sides, (content.one, content.other), strict=True):
            panel.show_side(side)
        self._head.note.setText(_("pair {n} of {all}").format(n=number, all=total))
        self._say_what_each_does(content)
        codes = content.one.code, content.other.code
        if codes != self._shown:
            self._shown = codes
            announce(self, f"{spoken(content.one)}. {spoken(content.other)}")

    @property
    def harmless(self) -> QWidget:
        """The answer that changes least."""
        return self._choices[Decision.DIFFERENT]

    def _walk(self, step: int) -> None:
        choices = list(self._choices.values())
        here = next((n for n, choice in enumerate(choices) if choice.hasFocus()), 0)
        choices[(here + step) % len(choices)].setFocus()

    def _say_what_each_does(self, content: PairContent) -> None:
        one, other = content.one, content.other
        same = _("One card with both sentences. Codes {one} and {other} both still find it. {who}.")
        who = customers_words(content.customers)
        self._choices[Decision.SAME].say(same.format(one=one.code, other=other.code, who=who))
        different = _("Both stay as they are. We don’t ask about these two again.")
        self._choices[Decision.DIFFERENT].say(different)
        opposite = _(
            "Both stay and point at each other. Stop 4 counts each side: {one} here, {other} there."
        )
        counted = opposite.format(one=one.customers, other=other.customers)
        self._choices[Decision.OPPOSITE].say(counted)
