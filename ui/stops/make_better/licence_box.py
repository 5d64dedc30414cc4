"""The licence on the sheet: "Do what it takes. Only ask us about: …", by whom, until when."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from cxworkshop.content.values import PlanLicence, licence_lead
from cxworkshop.i18n import _
from cxworkshop.model import PickId
from ui.stops.make_better.actions import PlanActions
from ui.theme.theme import Theme
from ui.widgets.day_field import DayField
from ui.widgets.fields import Field, TextArea
from ui.widgets.labels import Label, Panel
from ui.widgets.names import NameCompleter


class LicenceBox(Panel):
    """Our words stand as a label before what is typed, so that nobody types into them."""

    def __init__(self, theme: Theme, actions: PlanActions) -> None:
        super().__init__(theme, fill="tint", border="tint")
        self._actions = actions
        self.box.setSpacing(theme.px(3))
        self.box.addWidget(Label(_("Our licence to do it"), theme, "label", "accent"))
        self._lead = Label(licence_lead(), theme)
        self.box.addWidget(self._lead)
        self.may = TextArea(_("Our licence to do it"), _("what is not ours to decide"), self._write)
        self.box.addWidget(self.may)
        self._whole = Label("", theme)
        self.box.addWidget(self._whole)
        self.up_to = Field(
            _("Up to"), _("200 euros"), lambda text: actions.set_licence(up_to=text), "inline"
        )
        self.giver = Field(_("Given by"), _("nobody yet"), actions.set_giver, "inline")
        NameCompleter(self.giver, actions.names)
        self.until = DayField(_("Until"), actions.set_until, actions.today, kind="inline")
        self.box.addLayout(self._grid())
        self._aloud = Label("", theme, "small", "grey")
        self.box.addWidget(self._aloud)
        self._has_lead = True

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(8))
        rows = ((_("Up to"), self.up_to), (_("Given by"), self.giver), (_("Until"), self.until))
        for place, (text, field) in enumerate(rows):
            grid.addWidget(Label(text, self._theme, "small", "grey"), place, 0)
            grid.addWidget(field, place, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def show_licence(self, licence: PlanLicence, pick: PickId, *, locked: bool) -> None:
        """Show it; on a locked plan it is one sentence."""
        self._has_lead = licence.has_lead
        self._lead.setVisible(licence.has_lead and not locked)
        self.may.setVisible(not locked)
        self.may.show_text(licence.ask_about, pick)
        self._whole.setVisible(locked)
        self._whole.setText(licence.may or _("Nothing was written down."))
        for field, words in ((self.up_to, licence.up_to), (self.giver, licence.giver)):
            field.show_text(words, pick)
            field.setReadOnly(locked)
        self.until.show_day(licence.until)
        self.until.setReadOnly(locked)
        aloud = _("{name} says it aloud.").format(name=licence.giver)
        self._aloud.setText(aloud if licence.giver else " ")  # a line that nothing moves for later
        self._aloud.setVisible(not locked)

    def _write(self, typed: str) -> object:
        """Put our words before what was typed, or typed over with them."""
        words = typed.strip().removeprefix(licence_lead()).strip()
        whole = f"{licence_lead()} {words}" if words and self._has_lead else words
        return self._actions.set_licence(may=whole)
