"""What an import would do, before it is done: the preview is R12's question."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.exchange.columns import choices
from cxworkshop.exchange.import_plan import ImportPlan, plan
from cxworkshop.exchange.table import Table, read
from cxworkshop.i18n import _
from cxworkshop.store.disk.file import read as read_bytes
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, button
from ui.widgets.lists import RowList, row

SHOWN = 60


class ImportDialog(QDialog):
    """The report that adds up, some of the cards, and all that is set aside with its reason."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._path, self._data = Path(), b""
        self._plan: ImportPlan | None = None
        self.refused = ""
        self.setWindowTitle(_("Import"))
        fit_dialog(self, theme, 760, 560)
        box = QVBoxLayout(self)
        self._title = Label("", theme, "h2")
        box.addWidget(self._title)
        self._report = Label("", theme)
        box.addWidget(self._report)
        self._lines = RowList(theme, _("What would be taken"))
        box.addWidget(self._lines, 1)
        buttons = QHBoxLayout()
        self._take, leave = button(_("Import"), "primary"), button(_("Cancel"))
        self._take.clicked.connect(lambda _on=False: self._do())
        leave.clicked.connect(lambda _on=False: self.reject())
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self._take)
        box.addLayout(buttons)

    def read(self, path: Path) -> bool:
        """Plan the import of a file; False with `refused` set when it can't be read."""
        try:
            self._path, self._data = path, read_bytes(path)
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
        heads = [Label(_("Becomes cards"), self._theme, "label", "accent")]
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
