"""The eight stops, for those who want to see them again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.start.loop import LoopPicture
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import make_button
from ui.widgets.scroll_area import scrolling
from ui.window.guide import there_is_a_guide


class LoopDialog(QDialog):
    """The loop drawn large, without what there is to do first."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        show_keys: Callable[[], object],
        open_guide: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("How it works"))
        fit_dialog(self, theme, 1240, 660)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(14))
        loop = LoopPicture(theme)
        loop.be_a_picture()
        box.addWidget(scrolling(loop), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        if there_is_a_guide():
            guide = make_button(_("Open the guide"))
            guide.clicked.connect(lambda _on=False: self._leave_for(open_guide))
            foot.addWidget(guide)
        keys = make_button(_("All keys on one page"))
        keys.show_key("?")
        keys.clicked.connect(lambda _on=False: self._leave_for(show_keys))
        close = make_button(_("Close"), "primary")
        close.clicked.connect(lambda _on=False: self.accept())
        foot.addWidget(keys)
        foot.addWidget(close)
        box.addLayout(foot)
        close.setFocus()

    def _leave_for(self, show: Callable[[], object]) -> None:
        self.accept()
        show()
