"""The bar above every page of a finished round: which one it is, and the way back."""

from __future__ import annotations

from cxworkshop.i18n import _
from cxworkshop.model import Round
from ui.theme.theme import Theme
from ui.widgets.band import Band
from ui.widgets.labels import Label, small_button
from ui.widgets.rounds import past_words

ROOMY = 115  # percent: with larger text it says only which round it is
STAYS = 4  # the stops up to this one are shown as they were


class PastRoundBar(Band):
    """Hidden while the newest round is looked at. `back_wanted` asks for that one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._round = Label("", theme, "strong", "accent")
        self._round.setWordWrap(False)
        self._about = Label("", theme, "field", "ink")
        self._about.setWordWrap(False)
        self.back = small_button("", lead="undo")
        self.back.clicked.connect(lambda _on=False: self.back_wanted.emit())
        self.line.addWidget(self._round)
        self.line.addWidget(self._about, 1)
        self.line.addStretch(0)  # where the words in the middle are left out
        self.line.addWidget(self.back)

    def show_round(self, past: Round | None, newest: int, stop: int) -> None:
        """Show it for a finished round, with what can be done at this stop; None hides it."""
        self.setVisible(past is not None)
        if past is None:
            return
        self._round.setText(past_words(past))
        stays = _("Shown as it was.")
        self._about.setText(
            stays if stop <= STAYS else _("What is still open can be finished here.")
        )
        self._about.setVisible(self.theme.percent <= ROOMY)
        self.back.say(_("Back to round {n}").format(n=newest))
