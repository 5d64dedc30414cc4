"""What an import would do, before it is done (R12)."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.exchange.import_plan import ImportPlan
from cxworkshop.i18n import _, ngettext
from cxworkshop.services.importing import PreparedImport, comeback_line
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, make_button
from ui.widgets.lists import RowList, row

SHOWN = 60  # rows of each kind


class ImportDialog(QDialog):
    """The report, the first of the cards, and what is set aside with the reason for each."""

    def __init__(
        self, bridge: Bridge, theme: Theme, parent: QWidget, prepared: PreparedImport
    ) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self._prepared = bridge, theme, prepared
        self.setWindowTitle(_("Import"))
        fit_dialog(self, theme, 760, 560)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        self._title = Label("", theme, "h2")
        box.addWidget(self._title)
        self._report = Label("", theme)
        box.addWidget(self._report)
        self._lines = RowList(theme, _("What would be imported"))
        box.addWidget(self._lines, 1)
        buttons = QHBoxLayout()
        self._take, cancel = make_button(_("Import"), "primary"), make_button(_("Cancel"))
        self._take.clicked.connect(lambda _on=False: self._do())
        cancel.clicked.connect(lambda _on=False: self.reject())
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._take)
        box.addLayout(buttons)
        self._show(prepared)

    def _show(self, prepared: PreparedImport) -> None:
        found = prepared.plan
        self._title.setText(prepared.file_name)
        report = [*prepared.report, *self._customers(found), *self._comebacks(prepared)]
        self._report.setText("\n".join(report))
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
        n, columns = len(found.cards), prepared.columns
        self._take.say(ngettext("Import {n} card", "Import {n} cards", n).format(n=n))
        self._take.setEnabled(bool(found.cards or found.praise or found.aside))
        width = ngettext("{n} column", "{n} columns", columns).format(n=columns)
        self.setAccessibleDescription(width)

    def _customers(self, found: ImportPlan) -> list[str]:
        n = found.customers
        text = ngettext("They come from {n} {customer}", "They come from {n} {customers}", n)
        return [text.format(n=n)] if n else []

    def _comebacks(self, prepared: PreparedImport) -> list[str]:
        n = self._bridge.workshop.importing.comebacks(prepared)
        return [comeback_line(n)] if n else []

    def _do(self) -> None:
        n = len(self._prepared.plan.cards)
        sentence = ngettext("Importing {n} card …", "Importing {n} cards …", n).format(n=n)
        self._bridge.change(self._take_into, self._prepared.rows, sentence, self._end)

    def _take_into(self, workshop: Workshop) -> None:
        workshop.importing.take(self._prepared, sure=True)

    def _end(self, is_done: bool) -> None:
        """Stay open after a refusal, or when it was given up."""
        if is_done:
            self.accept()
