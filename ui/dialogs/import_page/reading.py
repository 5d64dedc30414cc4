"""How a text is read: by which sign its columns end, and how its letters are written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.i18n import _, n_
from cxworkshop.services.import_preview import ImportPreview
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.wheel import ChoiceBox

DELIMITERS = (
    (",", n_("comma ,")),
    (";", n_("semicolon ;")),
    ("\t", n_("tab")),
    ("|", n_("bar |")),
    ("", n_("nothing: a line is an answer")),
)
ENCODINGS = (
    ("utf-8", n_("Unicode (UTF-8)")),
    ("utf-16", n_("Unicode (UTF-16)")),
    ("cp1252", n_("Windows, Western Europe")),
    ("cp1250", n_("Windows, Central Europe")),
    ("cp1254", n_("Windows, Turkish")),
    ("cp1257", n_("Windows, Baltic")),
    ("cp1251", n_("Windows, Cyrillic")),
    ("cp1253", n_("Windows, Greek")),
    ("cp1255", n_("Windows, Hebrew")),
    ("cp1256", n_("Windows, Arabic")),
    ("mac_roman", n_("Mac, Western Europe")),
    ("cp932", n_("Japanese (Shift JIS)")),
    ("cp949", n_("Korean")),
    ("gb18030", n_("Chinese, simplified")),
    ("big5", n_("Chinese, traditional")),
)


class ReadingChoices(QWidget):
    """Two lists to choose from; each signal carries what was chosen. Only for texts."""

    delimiter_chosen = Signal(str)
    encoding_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        flow = FlowLayout(theme.px(18))
        self.setLayout(flow)
        self.delimiter, self.encoding = ChoiceBox(), ChoiceBox()
        for words, box in (
            (_("Columns end with"), self.delimiter),
            (_("Letters"), self.encoding),
        ):
            box.setAccessibleName(words)
            flow.addWidget(self._pair(words, box))
        self.delimiter.activated.connect(
            lambda _n: self.delimiter_chosen.emit(self.delimiter.currentData())
        )
        self.encoding.activated.connect(
            lambda _n: self.encoding_chosen.emit(self.encoding.currentData())
        )

    def show_preview(self, preview: ImportPreview) -> None:
        """Show how it was read; nothing is shown for what is no text."""
        self.setVisible(preview.is_text)
        _fill(self.delimiter, DELIMITERS, preview.table.delimiter)
        encoding = preview.table.encoding.replace("utf-8-sig", "utf-8")
        encoding = "utf-16" if encoding.startswith("utf-16") else encoding
        _fill(self.encoding, ENCODINGS, encoding)

    def _pair(self, words: str, box: ChoiceBox) -> QWidget:
        pair = QWidget()
        line = QHBoxLayout(pair)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(8))
        label = Label(words, self._theme, "field", "grey")
        label.setWordWrap(False)
        line.addWidget(label)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignVCenter)
        return pair


def _fill(box: ChoiceBox, entries: tuple[tuple[str, str], ...], now: str) -> None:
    """Offer these, and what is there already if it is none of them."""
    if not box.count():
        for value, words in entries:
            box.addItem(_(words), value)
    if box.findData(now) < 0:
        box.addItem(now, now)
    box.setCurrentIndex(box.findData(now))
