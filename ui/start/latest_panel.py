"""The workshop that was open last: where it stands in its thirty days, and what is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Hairline, Label, Panel, make_button
from ui.widgets.ring import Ring
from ui.widgets.timeline import Timeline

if TYPE_CHECKING:  # the start page is painted before a workshop is read
    from ui.start.file_summary import FileSummary, ImprovementSummary


class LatestPanel(Panel):
    """The large panel on top of the start page. `open_wanted` asks to open the workshop."""

    open_wanted = Signal()

    def __init__(self, summary: FileSummary, theme: Theme) -> None:
        super().__init__(theme)
        px = theme.px
        self.box.setContentsMargins(px(28), px(20), px(28), px(18))
        where = _("{team} · Round {n}").format(team=summary.team, n=summary.round_number)
        self.box.addWidget(Label(where, theme, "body", "grey"))
        self.box.addLayout(self._head(summary))
        if summary.start and summary.check:
            ruler = Timeline(theme)
            ruler.show_days(summary.start, summary.check, summary.today)
            self.box.addWidget(ruler)
        if summary.improvements:
            self.box.addWidget(Hairline(theme))
            parts = SideBySide(px(24), px(640))
            for improvement in summary.improvements:
                parts.line.addWidget(self._improvement(improvement), 1)
            self.box.addWidget(parts)

    def _head(self, summary: FileSummary) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(16))
        line.addWidget(Label(summary.next, self._theme, "display"), 1)
        soon = Label(_until_check(summary), self._theme, "body", "grey")
        soon.setWordWrap(False)
        line.addWidget(soon)
        carry_on = make_button(_("Carry on"), "primary", trail="arrow")
        carry_on.setProperty("big", True)  # noqa: FBT003 - Qt's own
        carry_on.clicked.connect(self.open_wanted)
        line.addWidget(carry_on)
        self.carry_on = carry_on
        return line

    def _improvement(self, improvement: ImprovementSummary) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, self._theme.px(4), 0, 0)
        line.setSpacing(self._theme.px(14))
        place = Ring(improvement.slot, self._theme, 46)
        place.show_share("arc", improvement.share, 46)
        line.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(1))
        column.addWidget(Label(improvement.title, self._theme, "h2"))
        if improvement.people:
            column.addWidget(Label(improvement.people, self._theme, "body", "grey"))
        for words, whose in improvement.blockers:
            column.addWidget(_Note("block", f"{words.rstrip('.')}. {whose}", "amber", self._theme))
        if not improvement.blockers:
            column.addWidget(_Note("check", _("Nothing in the way"), "grey", self._theme))
        column.addStretch(1)
        line.addLayout(column, 1)
        return made


class _Note(QWidget):
    """A small icon and a line of words."""

    def __init__(self, icon: str, words: str, ink: str, theme: Theme) -> None:
        super().__init__()
        self._icon, self._ink, self._theme = icon, ink, theme
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(25), theme.px(4), 0, 0)
        line.addWidget(Label(words, theme, "field", ink))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        size = QSize(self._theme.px(18), self._theme.px(18))
        box = QRectF(0, self._theme.px(5), size.width(), size.height())
        paint_icon(QPainter(self), self._icon, box, QColor(getattr(self._theme.tokens, self._ink)))


def _until_check(summary: FileSummary) -> str:
    if summary.check is None or summary.today is None or summary.check <= summary.today:
        return ""
    n = (summary.check - summary.today).days
    text = ngettext("Check with customers in {n} day", "Check with customers in {n} days", n)
    return text.format(n=n)
