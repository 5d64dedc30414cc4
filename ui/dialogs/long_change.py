"""How far a change is that takes long, and a way to give it up."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, make_button
from ui.widgets.progress_bar import ProgressBar
from ui.window.running_change import RunningChange


class LongChangeDialog(QDialog):
    """Keeps keys and mouse from the window, whose workshop is as before until the change is done.

    Esc and closing give it up, as Cancel does.
    """

    def __init__(self, running: RunningChange, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._running = running
        self.setWindowTitle(_("One moment"))
        fit_dialog(self, theme, 480, 170)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        box.addWidget(Label(running.sentence, theme, "strong"))
        as_before = _("Until it is done, everything is as before.")
        box.addWidget(Label(as_before, theme, "body", "grey"))
        self._bar = ProgressBar(theme)
        box.addWidget(self._bar)
        box.addStretch(1)
        line = QHBoxLayout()
        cancel = make_button(_("Cancel"), "primary")
        cancel.clicked.connect(lambda _on=False: self.reject())
        line.addStretch(1)
        line.addWidget(cancel)
        box.addLayout(line)
        running.went_on.connect(self._show_share)
        running.ended.connect(self._end)
        self._show_share()

    @override
    def reject(self) -> None:
        """Give the change up."""
        self._running.cancel()

    def _show_share(self) -> None:
        self._bar.show_share(min(self._running.done, self._running.rows), self._running.rows)

    def _end(self) -> None:
        super().reject()
        self.deleteLater()
