"""Above stop 4: what is still open takes attention too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from cxworkshop.i18n import _, ngettext
from cxworkshop.workshop import Workshop
from ui.theme.theme import Theme
from ui.widgets.labels import Label, Panel, small_button
from ui.widgets.open_lines import OpenLine, open_lines
from ui.widgets.open_rows import OpenRows

MOST = 2  # rows, and fewer in a low window: the slots below need the room
ROOMY = 115  # percent: with larger text the button alone counts
LOW, TALL = 721, 860  # pixels at 100 %: fewer rows below these


class StillOpenPanel(Panel):
    """Hidden while nothing is open. The signals are those of OpenRows."""

    wanted = Signal(object)
    put_down_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        px = theme.px
        self.box.setContentsMargins(px(16), px(6), px(16), px(4))
        self.box.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        title = Label(_("Still open"), theme, "label", "accent")
        title.setWordWrap(False)
        head.addWidget(title)
        self._count = Label("", theme, "small", "grey")
        head.addWidget(self._count, 1)
        head.addStretch(0)
        self._all = small_button("", "link", trail="arrow")
        self._all.clicked.connect(lambda _on=False: self.all_wanted.emit())
        head.addWidget(self._all)
        self.box.addLayout(head)
        self._shown: tuple[Sequence[OpenLine], int] = ((), MOST)
        self.rows = OpenRows(theme, MOST)
        self.rows.wanted.connect(self.wanted)
        self.rows.put_down_wanted.connect(self.put_down_wanted)
        self.box.addWidget(self.rows)
        self._count.setHidden(theme.percent > ROOMY)  # now that it has a parent
        self.hide()

    def show_open(self, workshop: Workshop, *, picking: bool) -> None:
        """Show what earlier rounds left, and what is due in this one.

        In a low window it has one row less, and unless the window is tall one more less while
        `picking`, for the criteria of what is picked need the room; the button leads to them all.
        """
        lines = open_lines(workshop, workshop.open_promises.now())
        n = len(lines)
        text = ngettext(
            "{n} thing, which takes attention too",
            "{n} things, which take attention too; what is late first",
            n,
        )
        self._count.setText(text.format(n=n))
        self._all.say(ngettext("The only one", "All {n} of them", n).format(n=n))
        height, px = self.window().height(), self._theme.px
        gives_way = picking and height < px(TALL)
        most = MOST - (height < px(LOW)) - gives_way
        if (lines, most) != self._shown:  # rows made anew would be painted one step later
            self._shown = (lines, most)
            self.rows.show_only(most)
            self.rows.show_lines(lines, counts_rest=False)
            self.rows.setVisible(bool(self.rows.rows))
        self.setVisible(bool(lines))
