"""One line on stop 8's first page: every wish has its answer, and the way to all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from cxworkshop.i18n import _, begun_small
from cxworkshop.wishes import AnswerKind, EverybodysAnswers
from ui.stops.share.answers_page import KINDS
from ui.stops.share.answers_side import AllAnswered
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, Panel, small_button


class AnswersStrip(Panel):
    """ "0 of 43 without an answer", how many have which, and a button. `open_wanted` by it."""

    open_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.box.setContentsMargins(*margins(theme.px(16), theme.px(6), theme.px(12), theme.px(6)))
        parts = SideBySide(theme.px(12), theme.px(620))
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(AllAnswered(theme, 24))
        self._count = Label("", theme, "strong")
        head.addWidget(self._count, 1)
        self._kinds = Label("", theme, "field", "grey")
        self.button = small_button(_("Answers to everybody"), trail="arrow")
        self.button.clicked.connect(lambda _on=False: self.open_wanted.emit())
        parts.line.addLayout(head, 2)
        parts.line.addWidget(self._kinds, 3)
        parts.line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(parts)

    def show_answers(self, found: EverybodysAnswers) -> None:
        """Show the counts; without wishes there is nothing to answer."""
        text = _("{n} of {all} without an answer")
        self._count.setText(text.format(n=found.unanswered, all=len(found.wishes)))
        counts = [_kind(kind, n) for kind, n in found.counts.items() if n]
        self._kinds.setText(" · ".join(counts))
        self.setVisible(bool(found.wishes))


def _kind(kind: AnswerKind, n: int) -> str:
    return _("{n} {kind}").format(n=n, kind=begun_small(_(KINDS[kind])))
