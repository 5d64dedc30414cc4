"""What we promise beside what customers say we do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from cxworkshop.model import Deed
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.editable_rows import EditableRow, EditableRows
from ui.widgets.fields import TextArea
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, Panel
from ui.widgets.lists import AddLine


class PromisesSection(SideBySide):
    """Deeds, not words: promises beside what customers say."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(0, 0)
        self._bridge, self._theme = bridge, theme
        panel = Panel(theme)
        self.line.addWidget(panel, 1, Qt.AlignmentFlag.AlignTop)
        panel.box.addWidget(Label(_("Deeds, not words"), theme, "label", "accent"))
        about = _("What we promise, on the left. What {customers} say we do, on the right.")
        panel.box.addWidget(Label(about, theme, "small", "grey"))
        self._lines = EditableRows[Deed](theme, _("What we promise"), self._row)
        self._lines.show_when_empty(_("What do we say on the door, the website, the phone?"))
        self._lines.list.be_as_high_as_its_rows()
        panel.box.addWidget(self._lines.list)
        prepare = bridge.workshop.prepare
        add = AddLine(
            _("Add a promise"), lambda words: bridge.do(lambda: prepare.promises.add(words))
        )
        panel.box.addWidget(add)

    def read(self) -> None:
        self._lines.show_values(
            {row.id: row for row in self._bridge.workshop.prepare.promises.all()}
        )

    def _row(self, key: str) -> QWidget:
        row = _DeedRow(self._theme, self._bridge, key)
        prepare = self._bridge.workshop.prepare
        row.away.connect(lambda: self._bridge.do(lambda: prepare.promises.set_aside(key)))
        return row


class _DeedRow(EditableRow):
    """A promise beside what customers say."""

    def __init__(self, theme: Theme, bridge: Bridge, key: str) -> None:
        super().__init__(theme)
        prepare = bridge.workshop.prepare
        self._promise = TextArea(
            _("We promise"),
            "",
            lambda text: bridge.attempt(lambda: prepare.promises.reword(key, text)) or None,
        )
        self._said = TextArea(
            _("{Customers} say"),
            _("what {customers} say"),
            lambda text: (
                bridge.attempt(lambda: prepare.promises.set_customers_say(key, text)) or None
            ),
        )
        self.add_field(self._promise)
        self.add_field(self._said)
        self._aside = self.add_quiet(_("Set aside"), _("Set aside"))
        self._aside.clicked.connect(lambda _on=False: self.away.emit())

    def show_value(self, value: Deed) -> None:
        self._promise.show_text(value.promise)
        self._said.show_text(value.customers_say)
        self._promise.setAccessibleName(_("We promise: {words}").format(words=value.promise))
        self._said.setAccessibleName(_("{Customers} say of: {words}").format(words=value.promise))
        self._aside.setAccessibleName(_("Set aside: {words}").format(words=value.promise))
