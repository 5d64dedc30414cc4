"""What an import would do, before it is done (R12)."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.exchange.columns import choices
from cxworkshop.exchange.import_plan import ImportPlan, plan
from cxworkshop.exchange.table import Table, read
from cxworkshop.i18n import _
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.labels import Label, button
from ui.widgets.lists import RowList, row

SHOWN = 60  # rows of each kind


class ImportDialog(QDialog):
    """The report, the first of the cards, and what is set aside with the reason for each."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._path, self._data = Path(), b""
        self._plan: ImportPlan | None = None
        self.refused = ""
        self.setWindowTitle(_("Import"))
        self.resize(theme.px(760), theme.px(560))
        box = QVBoxLayout(self)
        self._title = Label("", theme, "h2")
        box.addWidget(self._title)
        self._report = Label("", theme)
        box.addWidget(self._report)
        self._lines = RowList(theme, _("What would be imported"))
        box.addWidget(self._lines, 1)
        buttons = QHBoxLayout()
        self._take, cancel = button(_("Import"), "primary"), button(_("Cancel"))
        self._take.clicked.connect(lambda _on=False: self._do())
        cancel.clicked.connect(lambda _on=False: self.reject())
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._take)
        box.addLayout(buttons)

    def read(self, path: Path, data: bytes) -> bool:
        """Plan the import of a file; False with `refused` set when it can't be read."""
        try:
            self._path, self._data = path, data
            table = read(self._data)
            known = self._bridge.workshop.importing.known()
            self._plan = plan(table, choices(table), known=known)
        except Refusal as refusal:
            self.refused = str(refusal)
            return False
        self._show(table, self._plan)
        return True

    def _show(self, table: Table, found: ImportPlan) -> None:
        self._title.setText(self._path.name)
        self._report.setText("\n".join(found.report()))
        cards = [
            row(self._theme, f"“{card.answers[0].words}”", role="verbatim_list")
            for card in found.cards[:SHOWN]
        ]
        aside = [
            row(self._theme, a.words[:200], grey=_("line {n}: {why}").format(n=a.line, why=a.why))
            for a in found.aside[:SHOWN]
        ]
        heads = [Label(_("Will become cards"), self._theme, "label", "accent")]
        middle = [Label(_("Set aside"), self._theme, "label", "accent")] if aside else []
        self._lines.show_rows([*heads, *cards, *middle, *aside])
        self._take.say(_("Import {n} cards").format(n=len(found.cards)))
        self._take.setEnabled(bool(found.cards or found.praise or found.aside))
        self.setAccessibleDescription(_("{n} columns").format(n=len(table.titles)))

    def _do(self) -> None:
        found = self._plan
        if found is None:
            return
        digest = hashlib.sha256(self._data).hexdigest()
        take = self._bridge.workshop.importing.take
        if self._bridge.do(lambda: take(found, self._path.name, digest, sure=True)) is not None:
            self.accept()
