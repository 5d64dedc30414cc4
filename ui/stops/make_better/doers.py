"""Who does it and from when to when: fields while the plan is open, then a sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from cxworkshop.content.values import PlanContent
from cxworkshop.i18n import _, with_commas
from ui.stops.make_better.actions import PlanActions
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.day_field import DayField
from ui.widgets.fields import Field
from ui.widgets.labels import Label
from ui.widgets.names import NameCompleter


class DoersBox(QWidget):
    """The owner, the helpers and the two dates."""

    def __init__(self, theme: Theme, actions: PlanActions) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(*margins(theme.px(16), 0, 0, 0))
        grid.setVerticalSpacing(theme.px(3))
        grid.addWidget(Label(_("Who does it"), theme, "label", "accent"), 0, 0, 1, 2)
        self._sentence = Label("", theme)
        grid.addWidget(self._sentence, 1, 0, 1, 2)
        self.owner = Field(_("Who owns it"), _("one name"), actions.set_owner, "inline")
        self.helpers = Field(_("Who helps"), _("names"), actions.set_helpers, "inline")
        self.helpers.setToolTip(_("Several names, with commas between them"))
        self.start = DayField(_("Start"), actions.set_start, actions.today, kind="inline")
        self.check = DayField(
            _("Ask {customers} on"), actions.set_check, actions.today, kind="inline"
        )
        self._show_names_and_days(theme, grid)
        NameCompleter(self.owner, actions.names)
        NameCompleter(self.helpers, actions.names, several=True)

    def _show_names_and_days(self, theme: Theme, grid: QGridLayout) -> None:
        rows = (
            (_("leads"), self.owner),
            (_("help"), self.helpers),
            (_("start"), self.start),
            (_("ask {customers}"), self.check),
        )
        self._while_open: list[QWidget] = []
        for place, (text, field) in enumerate(rows, start=2):
            label = Label(text, theme, "small", "grey")
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
            if field in (self.owner, self.helpers):
                self._while_open += [label, field]
        grid.setColumnStretch(1, 1)

    def show_page(self, page: PlanContent, *, locked: bool) -> None:
        self._sentence.setText(page.doers)
        self._sentence.setVisible(locked)
        for widget in self._while_open:
            widget.setVisible(not locked)
        for field, words in ((self.owner, page.owner), (self.helpers, with_commas(page.helpers))):
            field.show_text(words, page.pick.id)
            field.setReadOnly(locked)
        for day, when in ((self.start, page.pick.start_on), (self.check, page.pick.check_on)):
            day.show_day(when)
            day.setReadOnly(locked)
