"""Two parts around the loop: the ten ways and the ideas."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from ui.bridge import Bridge
from ui.dialogs.ideas import IdeasDialog
from ui.dialogs.list_dialog import ListDialog
from ui.theme.theme import Theme
from ui.widgets.labels import Label
from ui.widgets.lists import row


class WaysDialog(ListDialog):
    """The ten ways, with the questions about them; those that this round asks are marked."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        about = _("Ten ways in which we can be good to {customers}, seen from their side.")
        super().__init__(_("Ten ways"), about, theme, parent)
        prepare = bridge.workshop.prepare
        asked = prepare.questions.all()
        rows: list[QWidget] = []
        for number, way in enumerate(prepare.ways(), start=1):
            rows.append(Label(f"{number % 10}   {way.name}", theme, "h2"))
            rows.extend(
                row(theme, question.words, grey=_("asked") if question.ticked else "")
                for question in asked
                if question.way == way.id
            )
        self.lines.show_rows(rows)
        self.finish()


def open_around(wanted: str, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
    """Open one of the parts around the loop."""
    if wanted == "ways":
        WaysDialog(bridge, theme, parent).open()
    else:
        IdeasDialog(bridge, theme, parent).open()
