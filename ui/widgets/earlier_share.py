"""On stop 8: who waits to be told of earlier rounds, and what is to be looked at again."""

from __future__ import annotations

from PySide6.QtCore import Signal

from cxworkshop.i18n import _
from cxworkshop.open_thing import OpenKind
from cxworkshop.workshop import Workshop
from ui.theme.theme import Theme
from ui.widgets.labels import Label, Panel
from ui.widgets.open_lines import open_lines
from ui.widgets.open_rows import OpenRows

MOST = 3  # rows


class EarlierShare(Panel):
    """Hidden without anything. `wanted` carries the OpenLine that is done elsewhere."""

    wanted = Signal(object)
    put_down_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        px = theme.px
        self.box.setContentsMargins(px(16), px(8), px(16), px(2))
        self.box.setSpacing(0)
        self.box.addWidget(Label(_("Still open from earlier rounds"), theme, "label", "accent"))
        self.rows = OpenRows(theme, MOST)
        self.rows.wanted.connect(self.wanted)
        self.rows.put_down_wanted.connect(self.put_down_wanted)
        self.rows.all_wanted.connect(self.all_wanted)
        self.box.addWidget(self.rows)
        self.hide()

    def show_open(self, workshop: Workshop) -> None:
        """Show it in the newest round; a finished one has only what is its own."""
        here = workshop.rounds.current()
        things = [
            thing
            for thing in workshop.open_promises.now()
            if (thing.kind is OpenKind.TELLING and thing.round_number < here.number)
            or thing.kind is OpenKind.LOOK_AGAIN
        ]
        if here.ended_on is not None:
            things = []
        self.rows.show_lines(open_lines(workshop, things))
        self.setVisible(bool(things))
