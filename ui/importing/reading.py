"""How a file is read: a text's delimiter and encoding, a workbook's sheet."""

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


LONGEST = 60  # characters of a title
NOBODY = -1  # in place of a column: each row is a customer
WIDEST = 250  # pixels at 100 % of a box: a column's title may be a whole question


class ReadingChoices(QWidget):
    """Lists to choose from; each signal carries what was chosen.

    The first two are shown for texts, that of sheets for a workbook with several that hold answers.
    `respondent_chosen` carries the column by which several rows are one customer's, or None; it is
    asked for where there is such a column.
    """

    delimiter_chosen = Signal(str)
    encoding_chosen = Signal(str)
    sheet_chosen = Signal(str)
    respondent_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        flow = FlowLayout(theme.px(18))
        self.setLayout(flow)
        self.delimiter, self.encoding, self.sheet = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.respondent = ChoiceBox()
        self._pairs: list[QWidget] = []
        for words, box, chosen in (
            (_("Columns end with"), self.delimiter, self.delimiter_chosen.emit),
            (_("Letters"), self.encoding, self.encoding_chosen.emit),
            (_("Sheet"), self.sheet, self.sheet_chosen.emit),
            (_("Each row is"), self.respondent, self._choose_respondent),
        ):
            box.setAccessibleName(words)
            box.be_as_wide_as_chosen(theme.px(WIDEST))
            box.activated.connect(lambda _n, one=box, say=chosen: say(one.currentData()))
            self._pairs.append(self._pair(words, box))
            flow.addWidget(self._pairs[-1])

    def show_preview(self, preview: ImportPreview) -> None:
        """Show how it was read."""
        table = preview.table
        if preview.is_text:
            _fill(self.delimiter, DELIMITERS, table.delimiter)
            encoding = table.encoding.replace("utf-8-sig", "utf-8")
            _fill(self.encoding, ENCODINGS, "utf-16" if "utf-16" in encoding else encoding)
        for name in filter(None, (table.sheet, *table.other_sheets)):
            if self.sheet.findData(name) < 0:
                self.sheet.addItem(name, name)
        self.sheet.setCurrentIndex(self.sheet.findData(table.sheet))
        self._show_people(preview)
        several = self.sheet.count() > 1, self.respondent.count() > 1
        shown = (preview.is_text, preview.is_text, *several)
        for pair, is_shown in zip(self._pairs, shown, strict=True):
            pair.setVisible(is_shown)
        self.setVisible(any(shown))

    def _show_people(self, preview: ImportPreview) -> None:
        """Offer each column that may say whose a row is."""
        offered = [(_("one {customer}"), NOBODY)]
        for number in preview.people:
            title = preview.counts[number].title or _("column {n}").format(n=number + 1)
            title = " ".join(title.split())[:LONGEST]
            offered.append((_("one answer (who: {column})").format(column=title), number))
        box = self.respondent
        if offered != [(box.itemText(n), box.itemData(n)) for n in range(box.count())]:
            box.clear()
            for words, number in offered:
                box.addItem(words, number)
        who = preview.respondent
        box.setCurrentIndex(box.findData(NOBODY if who is None else who))

    def _choose_respondent(self, number: int) -> None:
        self.respondent_chosen.emit(None if number == NOBODY else number)

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
