"""Refusals at stop 3 that leave a choice: many cards at once, and piles of which some don't fit."""

from __future__ import annotations

from cxworkshop.errors import Refusal, WrongLines
from cxworkshop.i18n import _
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.piles_from_paper import PilesFromPaper
from ui.widgets.refusal_panel import RefusalPanel


class ListRefusals:
    """Shows such a refusal with a button that does it all the same."""

    def __init__(self, panel: RefusalPanel, actions: BoardActions, piles: PilesFromPaper) -> None:
        self._panel, self._actions, self._piles = panel, actions, piles

    def show(self, refusal: Refusal) -> bool:
        """Show a refusal if it leaves a choice, and return whether it does."""
        if isinstance(refusal, WrongLines) and refusal.fitting:
            self._panel.show_sentence(
                str(refusal),
                fine=_("Put it right"),
                other=_("All but these"),
                otherwise=self._piles.group_fitting,
                leave=self._piles.focus_line,
            )
        elif self._actions.confirming.can_confirm(refusal):
            self._panel.show_sentence(
                str(refusal),
                fine=_("Leave them"),
                other=_("Yes, change them"),
                otherwise=self._actions.confirming.confirm,
            )
        else:
            return False
        return True
