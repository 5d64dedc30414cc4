"""One improvement as customers will read it: you said, we did, you notice now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Mark
from cxworkshop.rules import Claim
from cxworkshop.stops.share import Story
from ui.fields import Area
from ui.figures import Figures
from ui.theme.look import Look
from ui.theme.paint import ring
from ui.words import Panel, Quote, Words

RING, THREAD = 22, 28  # a ring on the thread, and how far from the edge the thread runs


class StoryPanel(Panel):
    """Three rings on a thread; the third fills when customers were asked."""

    def __init__(
        self, story: Story, quote: str, look: Look, write: Callable[[str], object]
    ) -> None:
        super().__init__(look)
        self._asked = bool(story.marks)
        px = look.px
        self.box.setContentsMargins(px(52), px(14), px(14), px(10))
        self.box.setSpacing(px(8))
        self._labels: list[Words] = []
        said: QWidget = Quote(f"“{quote}”", look) if quote else Words(
            story.subject.headline, look, "strong"
        )  # fmt: skip
        self._step(_("You said"), said)
        did = Area(_("We did"), "", write, "promise")
        did.show_text(story.words)
        did.setReadOnly(story.claim is not Claim.WE_DID)
        self._step(_lead(story), did)
        self._step(_("You notice now"), self._noticed(story))
        self.box.addStretch(1)
        kept = _("Kept") if story.kept else _("Not kept yet: {why}").format(why=story.why_not_kept)
        self.box.addWidget(Words(kept, look, "small", "grey"))

    def _step(self, label: str, widget: QWidget) -> None:
        self._labels.append(Words(label, self._look, "label", "accent"))
        column = QVBoxLayout()
        column.setSpacing(self._look.px(2))
        column.addWidget(self._labels[-1])
        column.addWidget(widget)
        self.box.addLayout(column)

    def _noticed(self, story: Story) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(2))
        notice, all_ = story.marks[Mark.NOTICES], sum(story.marks.values())
        if not all_:
            nobody = _("Nobody has been asked yet.")
            column.addWidget(Words(nobody, self._look, "field", "grey"))
            return made
        figures = Figures(self._look, 20)
        figures.show_count(notice, all_)
        column.addWidget(figures)
        text = ngettext("{n} of {all} customers notices.", "{n} of {all} customers notice.", notice)
        column.addWidget(Words(text.format(n=notice, all=all_), self._look, "control"))
        return made

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own
        """The sheet, the thread, and a ring beside each label."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self._look.px(THREAD)
        middles = [QPointF(x, label.geometry().center().y() + 1) for label in self._labels]
        painter.setPen(QPen(QColor(self._look.tokens.accent), 2))
        painter.drawLine(middles[0], middles[-1])
        last = "disc" if self._asked else "dotted"
        for number, (middle, state) in enumerate(
            zip(middles, ("open", "open", last), strict=True), start=1
        ):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.tokens.panel))
            size = self._look.px(RING)
            painter.drawEllipse(middle, size / 2 + 1, size / 2 + 1)
            ring(painter, middle, size, state, str(number), self._look.tokens)


def _lead(story: Story) -> str:
    """R6 in the words of the poster."""
    if story.claim is Claim.ASKING:
        return _("Done, asking you on {day}").format(day=days.short(story.pick.check_on))
    return {
        Claim.WE_DID: _("We did"),
        Claim.WE_TRIED: _("We tried, and learned"),
        Claim.DOING: _("We are doing"),
    }[story.claim]
