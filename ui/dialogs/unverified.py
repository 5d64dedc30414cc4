"""What a rescue could not read for certain: a person looks at each, and confirms it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.services.unverified import UnverifiedRow
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, make_button
from ui.widgets.lists import RowList, row_with


class UnverifiedDialog(QDialog):
    """One line for each, with a button that confirms it."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self.setWindowTitle(_("Not read for certain"))
        fit_dialog(self, theme, 720, 560)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        box.addWidget(Label(_("Not read for certain"), theme, "h1"))
        about = _(
            "These were in a damaged file, or stand in place of what was lost. Compare them with "
            "your notes; put right what is wrong, then say that it is right."
        )
        box.addWidget(Label(about, theme, "body", "grey"))
        self._lines = RowList(theme, _("Not read for certain"))
        box.addWidget(self._lines, 1)
        box.addLayout(self._foot())
        bridge.changed.connect(self._show)
        self._show()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self._all = make_button(_("All of them are right"))
        self._all.clicked.connect(lambda _on=False: self._settle_all())
        close = make_button(_("Close"), "primary")
        close.clicked.connect(lambda _on=False: self.accept())
        foot.addStretch(1)
        foot.addWidget(self._all)
        foot.addWidget(close)
        return foot

    def _show(self, _changes: object = None) -> None:
        rows = self._bridge.workshop.unverified.unverified_rows()
        done = Label(_("All of it is settled."), self._theme, "body", "grey")
        self._lines.show_rows([self._row(row) for row in rows] or [done])
        self._all.setEnabled(bool(rows))

    def _row(self, row: UnverifiedRow) -> QWidget:
        what = _("{what}: {words}").format(what=row.what, words=row.words or "–")
        return row_with(self._theme, what, _("It is right"), partial(self._settle, row.id))

    def _settle(self, row: str) -> None:
        self._bridge.do(lambda: self._bridge.workshop.unverified.settle(row))

    def _settle_all(self) -> None:
        self._bridge.do(self._bridge.workshop.unverified.settle_all)
