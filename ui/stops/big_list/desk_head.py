"""The head of what is worked on instead of the list: its title, a note, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, make_button


class DeskHead(QWidget):
    """Title and note on one line where they fit; `left` when somebody presses the way back."""

    left = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(16))
        words = QWidget()
        flow = FlowLayout(theme.px(12), level_with_foot=True)
        words.setLayout(flow)
        name = Label(title, theme, "h1")
        name.setWordWrap(False)
        self.note = Label("", theme, "small", "grey")
        self.note.setWordWrap(False)
        flow.addWidget(name)
        flow.addWidget(self.note)
        back = make_button(_("Back to the list"))
        back.show_key("Esc")
        back.clicked.connect(lambda _on=False: self.left.emit())
        line.addWidget(words, 1)
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
