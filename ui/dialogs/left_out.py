"""What was set aside or left out of an import: look at it, and bring it back at any time (R3)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.model import ImportAside, Verbatim
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, button
from ui.widgets.lists import RowList, row_with


class LeftOutDialog(QDialog):
    """A line for each answer, with a button that brings it back."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self.setWindowTitle(_("Left out"))
        fit_dialog(self, theme, 720, 560)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        box.addWidget(Label(_("Left out"), theme, "h1"))
        about = _("Answers that were set aside, and what an import did not take, with its reason.")
        box.addWidget(Label(about, theme, "body", "grey"))
        self._rows = RowList(theme, _("Left out"))
        box.addWidget(self._rows, 1)
        foot = QHBoxLayout()
        close = button(_("Close"), "primary")
        close.clicked.connect(lambda _on=False: self.accept())
        foot.addStretch(1)
        foot.addWidget(close)
        box.addLayout(foot)
        bridge.changed.connect(self._show)
        self._show()

    def _show(self, _changes: object = None) -> None:
        workshop = self._bridge.workshop
        rows = [self._answer(row) for row in workshop.talk.answers.set_aside()]
        files = {batch.id: batch.file_name for batch in workshop.importing.batches()}
        pieces = workshop.importing.aside()
        rows += [self._piece(row, files.get(row.import_batch, "")) for row in pieces]
        nothing = Label(_("Nothing was left out."), self._theme, "body", "grey")
        self._rows.show_rows(rows or [nothing])

    def _answer(self, row: Verbatim) -> QWidget:
        words = f"“{row.said}”" if row.said else _("said the same")
        return row_with(self._theme, words, _("Bring back"), partial(self._bring_back, row))

    def _piece(self, row: ImportAside, file_name: str) -> QWidget:
        words = _("“{words}” – {why} ({file})").format(
            words=row.words, why=row.why, file=file_name or "–"
        )
        return row_with(self._theme, words, _("Make it a card"), partial(self._make_card, row))

    def _bring_back(self, row: Verbatim) -> None:
        self._bridge.do(lambda: self._bridge.workshop.talk.bring_back(row.id))

    def _make_card(self, row: ImportAside) -> None:
        self._bridge.do(lambda: self._bridge.workshop.importing.bring_back(row.id))
