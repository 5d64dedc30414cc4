"""Single fields of the page that asks for a new workshop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QMenu

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.keys import key_name
from ui.widgets.buttons import Button


class PresetField(QLineEdit):
    """A field with words that are only proposed: a click leaves them to be replaced by typing."""

    def __init__(self, preset: str) -> None:
        super().__init__(preset)
        self._preset = preset

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.text() == self._preset and not self.hasSelectedText():
            self.selectAll()


class PersonChip(Button):
    """Somebody's name, ticked or not; Del, or the menu, takes it out again."""

    out_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, "chip", checkable=True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.out_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        words = _("Take out: {words}").format(words=self.words).replace("&", "&&")
        out = menu.addAction("{}\t{}".format(words, key_name("Del")))
        out.triggered.connect(lambda _on=False: self.out_wanted.emit())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())
