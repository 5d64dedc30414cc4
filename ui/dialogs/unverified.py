"""What a rescue could not read for certain: somebody looks at each, and says when it is right."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.services.unverified import Doubt
from ui.bridge import Bridge
from ui.theme.look import Look
from ui.widgets.labels import Words, button
from ui.widgets.lists import Lines, row_with


class DoubtsDialog(QDialog):
    """One line each, with a button that settles it."""

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look
        self.setWindowTitle(_("Not read for certain"))
        self.resize(look.px(720), look.px(560))
        box = QVBoxLayout(self)
        box.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(16))
        box.setSpacing(look.px(10))
        box.addWidget(Words(_("Not read for certain"), look, "h1"))
        about = _(
            "These were in a damaged file, or stand in place of what was lost. Compare them with "
            "your notes; put right what is wrong, then say that it is right."
        )
        box.addWidget(Words(about, look, "body", "grey"))
        self._lines = Lines(look, _("Not read for certain"))
        box.addWidget(self._lines, 1)
        box.addLayout(self._foot())
        bridge.changed.connect(self._show)
        self._show()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self._all = button(_("All of them are right"))
        self._all.clicked.connect(lambda _on=False: self._settle_all())
        leave = button(_("Close"), "primary")
        leave.clicked.connect(lambda _on=False: self.accept())
        foot.addStretch(1)
        foot.addWidget(self._all)
        foot.addWidget(leave)
        return foot

    def _show(self, _changes: object = None) -> None:
        doubts = self._bridge.workshop.rescued.doubtful()
        done = Words(_("All of it is settled."), self._look, "body", "grey")
        self._lines.show_rows([self._row(doubt) for doubt in doubts] or [done])
        self._all.setEnabled(bool(doubts))

    def _row(self, doubt: Doubt) -> QWidget:
        what = _("{what}: {words}").format(what=doubt.what, words=doubt.words or "–")
        return row_with(self._look, what, _("It is right"), partial(self._settle, doubt.id))

    def _settle(self, doubt: str) -> None:
        self._bridge.do(lambda: self._bridge.workshop.rescued.settle(doubt))

    def _settle_all(self) -> None:
        self._bridge.do(self._bridge.workshop.rescued.settle_all)
