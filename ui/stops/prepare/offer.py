"""What we are good at, and the experience that we want to offer: one sentence each."""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.i18n import _
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.fields import TextArea
from ui.widgets.labels import Label, Panel


class OfferPanel(Panel):
    """Two sentences of the team, edited in place; an empty one takes it back."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme)
        self._bridge, self._theme = bridge, theme
        prepare = bridge.workshop.prepare
        self._good_at = self._sentence(
            _("What we are good at"), _("we can …, better than most"), prepare.set_good_at
        )
        self._experience = self._sentence(
            _("The experience we want to offer"),
            _("{a_customer} leaves us and feels …"),
            prepare.set_experience,
        )

    def read(self) -> None:
        team = self._bridge.workshop.prepare.team()
        self._good_at.show_text(team.good_at)
        self._experience.show_text(team.experience)

    def _sentence(self, title: str, hint: str, write: Callable[[str], object]) -> TextArea:
        field = TextArea(
            title, hint, lambda text: self._bridge.attempt(lambda: write(text)) or None
        )
        self.box.addWidget(Label(title, self._theme, "label", "accent"))
        self.box.addWidget(field)
        return field
