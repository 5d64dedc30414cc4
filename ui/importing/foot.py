"""The foot of the import page: what was counted on the left, Cancel and Import on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout

from cxworkshop.i18n import _, ngettext
from cxworkshop.services.import_preview import ImportPreview
from ui.theme.theme import Theme
from ui.widgets.labels import Label, small_button


class ImportFoot(QFrame):
    """`take_wanted` when its button is pressed: to import, or first to say which column holds
    customers' words. `left` when nothing is to be imported.
    """

    take_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        self.setObjectName("footer")
        line = QHBoxLayout(self)
        line.setContentsMargins(px(28), px(6), px(28), px(6))
        line.setSpacing(px(12))
        self._counts = Label("", theme, "strong")
        self._take, cancel = small_button("", "primary"), small_button(_("Cancel"), "quiet")
        cancel.show_key(_("Esc"))
        self._take.show_key(_("Ctrl+Enter"))
        self._take.clicked.connect(lambda _on=False: self.take_wanted.emit())
        cancel.clicked.connect(lambda _on=False: self.left.emit())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._take.click)
        line.addWidget(self._counts, 1)
        line.addWidget(cancel)
        line.addWidget(self._take)

    @property
    def words(self) -> str:
        """What it says on the left."""
        return self._counts.text()

    def say(self, words: str, ink: str) -> None:
        """Say something in place of what was counted."""
        self._counts.setText(words)
        self._counts.paint_in(ink)

    def wait(self) -> None:
        """Say that a plan is on its way: until then there is nothing to take."""
        self.say(_("Counting …"), "grey")
        self._take.setEnabled(False)

    def show_preview(self, preview: ImportPreview) -> None:
        """Say how many answers were read, and what pressing Import would bring."""
        prepared = preview.prepared
        if prepared is None:
            self.say(_("Say which column holds {customers_s} words: click its head."), "ink")
            self._take.say(_("Choose that column"))
            self._take.setEnabled(True)
            return
        found = prepared.plan
        n, pieces = len(found.cards), found.pieces
        read = ngettext(
            "{n} answer read and accounted for", "{n} answers read, all accounted for", pieces
        )
        self.say(read.format(n=f"{pieces:,}"), "ink")
        self._take.say(ngettext("Import {n} card", "Import {n} cards", n).format(n=f"{n:,}"))
        self._take.setEnabled(bool(found.cards or found.praise or found.aside))
