"""The workshop that leads: what is late first, one button to it, and what else is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from cxworkshop.i18n import _, ngettext
from ui.start.example_tag import ExampleTag
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Hairline, Label, Panel, make_button
from ui.widgets.open_rows import OpenRows
from ui.widgets.timeline import Timeline

if TYPE_CHECKING:  # the start page is painted before a workshop is read
    from PySide6.QtWidgets import QWidget

    from ui.start.file_summary import FileSummary
    from ui.start.lead import Lead

MOST = 4  # rows of what else is open
ONE_LINE = 460  # pixels at 100 %: large words up to this width are not broken


class LatestPanel(Panel):
    """The large panel on top of the start page.

    `place_wanted` carries the OpenPlace to open the workshop at; `all_wanted` asks for the list.
    """

    place_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(self, summary: FileSummary, theme: Theme) -> None:
        super().__init__(theme)
        assert summary.lead is not None  # it was read
        px, lead = theme.px, summary.lead
        self.summary = summary
        self.box.setContentsMargins(px(28), px(16), px(28), px(10))
        self.box.setSpacing(px(4))
        self.box.addLayout(self._name(summary))
        self.carry_on = self._button(lead)
        self.box.addWidget(self._head(lead))
        if summary.thread is not None:
            ruler = Timeline(theme)
            ruler.call(summary.customer_word)
            thread = summary.thread
            ruler.show_days(thread.start, thread.check, thread.today)
            self.box.addWidget(ruler)
        if summary.lines:
            self.box.addWidget(Hairline(theme))
            self.box.addLayout(self._open_head(len(summary.lines)))
            self.rows = OpenRows(theme, MOST, may_put_down=False)
            self.rows.show_lines(summary.lines)
            self.rows.wanted.connect(lambda line: self.place_wanted.emit(line.place))
            self.rows.all_wanted.connect(self.all_wanted)
            self.box.addWidget(self.rows)

    def _name(self, summary: FileSummary) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(10))
        where = _("{team} · Round {n}").format(team=summary.team, n=summary.round_number)
        words = Label(where, self._theme, "body", "grey")
        wide = words.fontMetrics().horizontalAdvance(where) + self._theme.px(4)
        words.setMinimumWidth(min(wide, self._theme.px(ONE_LINE)))
        line.addWidget(words, 0 if summary.made_up else 1)
        if summary.made_up:
            line.addWidget(ExampleTag(self._theme))
            line.addStretch(1)
        return line

    def _head(self, lead: Lead) -> QWidget:
        """The large words, what they are about, and the button; below one another if narrow."""
        theme = self._theme
        head = SideBySide(theme.px(24), theme.px(700))
        words = Label(lead.words, theme, "display", "amber" if lead.urgent else "ink")
        wide = words.fontMetrics().horizontalAdvance(lead.words) + theme.px(4)
        words.setMinimumWidth(min(wide, theme.px(ONE_LINE)))
        head.line.addWidget(words, 4)
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addStretch(1)
        for text, role, ink in ((lead.title, "strong", "ink"), (lead.why, "field", "grey")):
            if text:
                about.addWidget(Label(text, theme, role, ink))
        about.addStretch(1)
        head.line.addLayout(about, 9)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        head.line.addWidget(self.carry_on, 0, middle)
        return head

    def _button(self, lead: Lead) -> Button:
        button = make_button(lead.verb, "primary", trail="arrow")
        button.setProperty("big", True)  # noqa: FBT003 - Qt's own
        button.setAccessibleDescription(f"{lead.words}. {lead.title}")
        button.clicked.connect(lambda _on=False: self.place_wanted.emit(lead.place))
        return button

    def _open_head(self, n: int) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, self._theme.px(6), 0, 0)
        line.addWidget(Label(_("Also open"), self._theme, "label", "accent"), 1)
        text = ngettext("{n} thing", "{n} things, what is late first", n).format(n=n)
        count = Label(text, self._theme, "small", "grey")
        count.setWordWrap(False)
        line.addWidget(count)
        return line
