"""The workshop that was open last, large on the start page: day n of 30, and what is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _, ngettext
from ui.theme.icons import paint_icon
from ui.theme.look import Look
from ui.widgets.flow_layout import Beside
from ui.widgets.labels import Hairline, Panel, Words, button
from ui.widgets.ring import Ring
from ui.widgets.timeline import Ruler

if TYPE_CHECKING:  # the start page is painted before a workshop is read
    from ui.start.file_summary import Doing, Glance


class NewestPanel(Panel):
    """`open_wanted` when somebody carries on."""

    open_wanted = Signal()

    def __init__(self, glance: Glance, look: Look) -> None:
        super().__init__(look)
        px = look.px
        self.box.setContentsMargins(px(28), px(20), px(28), px(18))
        where = _("{team} · Round {n}").format(team=glance.team, n=glance.round_number)
        self.box.addWidget(Words(where, look, "body", "grey"))
        self.box.addLayout(self._head(glance))
        if glance.start and glance.check:
            ruler = Ruler(look)
            ruler.show_days(glance.start, glance.check, glance.today)
            self.box.addWidget(ruler)
        if glance.doing:
            self.box.addWidget(Hairline(look))
            parts = Beside(px(24), px(640))
            for doing in glance.doing:
                parts.line.addWidget(self._doing(doing), 1)
            self.box.addWidget(parts)

    def _head(self, glance: Glance) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._look.px(16))
        line.addWidget(Words(glance.next, self._look, "display"), 1)
        soon = Words(_until_check(glance), self._look, "body", "grey")
        soon.setWordWrap(False)
        line.addWidget(soon)
        carry_on = button(_("Carry on"), "primary", trail="arrow")
        carry_on.setProperty("big", True)  # noqa: FBT003 - Qt's own
        carry_on.clicked.connect(self.open_wanted)
        line.addWidget(carry_on)
        self.carry_on = carry_on
        return line

    def _doing(self, doing: Doing) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, self._look.px(4), 0, 0)
        line.setSpacing(self._look.px(14))
        place = Ring(doing.slot, self._look, 46)
        place.show_share("arc", doing.share, 46)
        line.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(self._look.px(1))
        column.addWidget(Words(doing.title, self._look, "h2"))
        if doing.leads:
            column.addWidget(Words(doing.leads, self._look, "body", "grey"))
        for words, whose in doing.blockers:
            column.addWidget(_Note("block", f"{words.rstrip('.')}. {whose}", "amber", self._look))
        if not doing.blockers:
            column.addWidget(_Note("check", _("Nothing in the way"), "grey", self._look))
        column.addStretch(1)
        line.addLayout(column, 1)
        return made


class _Note(QWidget):
    """A small icon and a line of words."""

    def __init__(self, icon: str, words: str, ink: str, look: Look) -> None:
        super().__init__()
        self._icon, self._ink, self._look = icon, ink, look
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(25), look.px(4), 0, 0)
        line.addWidget(Words(words, look, "field", ink))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        size = QSize(self._look.px(18), self._look.px(18))
        box = QRectF(0, self._look.px(5), size.width(), size.height())
        paint_icon(QPainter(self), self._icon, box, QColor(getattr(self._look.tokens, self._ink)))


def _until_check(glance: Glance) -> str:
    if glance.check is None or glance.today is None or glance.check <= glance.today:
        return ""
    n = (glance.check - glance.today).days
    text = ngettext("Check with customers in {n} day", "Check with customers in {n} days", n)
    return text.format(n=n)
