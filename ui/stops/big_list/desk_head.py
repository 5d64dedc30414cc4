"""The head of what is worked on instead of the list: its title, a note, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.labels import Label, make_button


class DeskHead(QWidget):
    """Title and note on one line where they fit; `left` when somebody presses the way back."""

    left = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        both = SideBySide(theme.px(10), theme.px(560))
        words = QWidget()
        flow = FlowLayout(theme.px(12), on_baseline=True)
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
        both.line.addWidget(words, 1)
        both.line.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        both.stay_while_it_fits()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both)
