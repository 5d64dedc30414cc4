"""About: which version this is, of what it is made, and under which licences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from cxworkshop import __version__
from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.accessible.rows import make_rows_accessible
from ui.dialogs.parts import LicensedPart, parts
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.gestures import swipes
from ui.widgets.labels import Label, make_button
from ui.widgets.row_view import RowView


class AboutDialog(QDialog):
    """A list of all parts; beside it the licence of the one that is chosen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About CX Workshop"))
        fit_dialog(self, theme, 900, 620)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        title = _("CX Workshop {version}").format(version=__version__)
        box.addWidget(Label(title, theme, "h1"))
        about = _("It works without any network: nothing is sent anywhere. Made of these parts:")
        box.addWidget(Label(about, theme, "body", "grey"))
        box.addLayout(self._beside(theme), 1)
        close = make_button(_("Close"), "primary")
        close.clicked.connect(lambda _on=False: self.accept())
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._parts.current_row_changed.connect(lambda _row: self._show())
        self._parts.choose(0)
        self._parts.setFocus()

    def _beside(self, theme: Theme) -> QHBoxLayout:
        beside = QHBoxLayout()
        beside.setSpacing(theme.px(14))
        self._parts = RowView[LicensedPart]({Qt.ItemDataRole.DisplayRole: _line})
        make_rows_accessible(self._parts)
        swipes(self._parts)
        self._parts.setAccessibleName(_("Parts"))
        self._parts.setWordWrap(True)
        self._parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        swipes(self._text)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(_("Licence"))
        self._parts.show_values(parts())
        beside.addWidget(self._parts, 2)
        beside.addWidget(self._text, 3)
        return beside

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Lay the rows out again: before it was shown they had not the style sheet's padding."""
        super().showEvent(event)
        self._parts.doItemsLayout()

    def _show(self) -> None:
        if self._parts.current is not None:
            self._text.setPlainText(self._parts.current.licence_text())


def _line(part: LicensedPart) -> str:
    words = _("{name} {version}").format(name=part.name, version=part.version).strip()
    return _("{part}: {licence}").format(part=words, licence=part.licence)
