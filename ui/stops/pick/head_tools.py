"""The tools beside the title of stop 4: to type in ballots, and the way to what is still open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cxworkshop.i18n import _, ngettext
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import small_button


class PickTools(QObject):
    """`ballots_wanted` and `all_open_wanted` say which was pressed."""

    ballots_wanted = Signal()
    all_open_wanted = Signal()

    def __init__(self, parent: QObject, tools: FlowLayout) -> None:
        super().__init__(parent)
        ballots = small_button(_("Type in the ballots"), lead="paper")
        ballots.show_key("Ctrl+G")
        ballots.clicked.connect(lambda _on=False: self.ballots_wanted.emit())
        tools.addWidget(ballots)
        self._all_open = small_button("", trail="arrow")  # where there is no room for the panel
        self._all_open.clicked.connect(lambda _on=False: self.all_open_wanted.emit())
        tools.addWidget(self._all_open)

    def count_open(self, n: int, *, has_panel: bool) -> None:
        """Count what is still open, unless a panel does."""
        self._all_open.say(ngettext("{n} still open", "{n} still open", n).format(n=n))
        self._all_open.setVisible(n > 0 and not has_panel)
