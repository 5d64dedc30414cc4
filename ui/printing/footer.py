"""The bottom of the Print page: progress on the left, what to do with the pages on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.printing.progress import ProgressPanel
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.labels import make_button


class PrintFooter(QWidget):
    """Buttons wrap, and stand below the progress, where there is little room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        parts = SideBySide(theme.px(16), theme.px(860))
        column.addWidget(parts)
        self.progress = ProgressPanel(theme)
        parts.line.addWidget(self.progress, 1)
        buttons = QWidget()
        flow = FlowLayout(theme.px(10))
        buttons.setLayout(flow)
        self.close_button = make_button(_("Close"), "quiet")
        self.view_button = make_button(_("Open in PDF viewer"), lead="open")
        self.save_button = make_button(_("Save PDFs …"), lead="paper")
        self.picture_button = make_button(_("Save pictures …"))
        self.print_button = make_button(_("Print …"), "primary", lead="print")
        self.print_button.show_key("Ctrl+P")
        saves = (self.view_button, self.picture_button, self.save_button)
        self._need_pages = (*saves, self.print_button)
        for button in (self.close_button, *self._need_pages):
            flow.addWidget(button)
        parts.line.addWidget(buttons)

    def enable(self, *, has_pages: bool) -> None:
        """Offer what needs pages, or not; the page can be closed at any time."""
        for button in self._need_pages:
            button.setEnabled(has_pages)
