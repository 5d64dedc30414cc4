"""What stands on the import page: the file, how it is read, its table, and what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.exchange.import_plan import ImportPlan
from cxworkshop.exchange.piles import aside_piles, card_piles, naming_piles, praise_piles
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.services.import_preview import ImportPreview
from ui.importing.piles import PilePanel
from ui.importing.reading import ReadingChoices
from ui.importing.table import ImportTable
from ui.theme.theme import Theme
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, small_button

LONGEST_NAME = 360  # pixels at 100 %
WITH_HINT = 900  # pixels at 100 %: below that there is no room for a hint
NARROW = 820  # pixels at 100 %: below that the panels stand one below the other


class ImportContent(QWidget):
    """Shows a preview; `opened` carries a pile to look at.

    `again_wanted` asks for the choices of last time.
    """

    opened = Signal(object)
    again_wanted = Signal()

    def __init__(self, theme: Theme, preview: ImportPreview) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 4, 4, 4)  # room for focus rings
        box.setSpacing(px(10))
        box.addWidget(self._head(preview))
        self.reading = ReadingChoices(theme)
        box.addWidget(self._tools())
        self.table = ImportTable(theme, preview)
        box.addWidget(self.table, 1)
        self._notes = Label("", theme, "small")
        box.addWidget(self._notes)
        box.addWidget(self._panels())

    @property
    def title_words(self) -> str:
        """What the page is about, to be said aloud."""
        return with_commas((_("Import a list"), self._about.text()))

    def show_preview(self, preview: ImportPreview, more: tuple[str, ...] = ()) -> None:
        """Show a file as it is understood now; `more` is said with its notes."""
        self.setUpdatesEnabled(True)
        self.table.show_preview(preview)
        self.reading.show_preview(preview)
        self._about.setText(_about(preview))
        wide = self._about.fontMetrics().horizontalAdvance(self._about.text()) + 2
        self._about.setMinimumWidth(min(wide, self._theme.px(LONGEST_NAME)))  # on one line
        self._again.setVisible(preview.last_time is not None)
        notes = (*preview.notes, *more)
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self._show_piles(preview)

    def release(self, preview: ImportPreview) -> None:
        """Keep nothing of the file but what this preview has, and look as before all the same."""
        self.setUpdatesEnabled(False)
        self.table.show_preview(preview)
        self._show_piles(preview)

    def _head(self, preview: ImportPreview) -> QWidget:
        head = SideBySide(self._theme.px(14), self._theme.px(500))
        title = Label(_("Import a list"), self._theme, "h1")
        title.setWordWrap(False)
        head.line.addWidget(title)
        self._about = Label(_about(preview), self._theme, "body", "grey")
        head.line.addWidget(self._about, 0, Qt.AlignmentFlag.AlignBottom)
        head.line.addStretch(1)
        return head

    def _tools(self) -> QWidget:
        row = SideBySide(self._theme.px(14), self._theme.px(WITH_HINT))
        self._again = small_button(_("Same choices as last time"), lead="check")
        self._again.clicked.connect(lambda _on=False: self.again_wanted.emit())
        self._again.hide()
        hint = _("Looks wrong? Change it here.")
        row.line.addWidget(self.reading)
        row.line.addWidget(self._again)
        self._hint = Label(hint, self._theme, "field", "grey")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.line.addWidget(self._hint, 1)
        return row

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In large text the table needs the line that a hint would take."""
        self._hint.setVisible(self.width() >= self._theme.px(WITH_HINT))
        super().resizeEvent(event)

    def _panels(self) -> QWidget:
        row = SideBySide(self._theme.px(12), self._theme.px(NARROW))
        self._cards = PilePanel(self._theme, "accent")
        self._praise = PilePanel(self._theme, "accent")
        self._aside = PilePanel(self._theme, "ink")
        for panel, share in ((self._cards, 11), (self._praise, 9), (self._aside, 15)):
            panel.opened.connect(self.opened)
            row.line.addWidget(panel, share)
        return row

    def _show_piles(self, preview: ImportPreview) -> None:
        prepared = preview.prepared
        if prepared is None:
            for panel in (self._cards, self._praise, self._aside):
                panel.show_piles(0, "", ())
                panel.hide()
            return
        found = prepared.plan
        n = len(found.cards)
        title = ngettext("new card", "new cards", n)
        piles = [*naming_piles(preview.naming), *card_piles(found)]
        self._cards.show_piles(n, title, piles, _whose(found))
        kept = _("Kept word for word, without a card. Good to read aloud at stop 8.")
        praise = praise_piles(found)
        self._praise.show_piles(len(found.praise), _("praise"), praise, kept if praise else "")
        aside = aside_piles(preview.table, preview.chosen, found)
        title = _("set aside, none lost")
        self._aside.show_piles(sum(pile.n for pile in aside), title, aside)
        for panel in (self._cards, self._praise, self._aside):
            panel.show()


def _about(preview: ImportPreview) -> str:
    n = len(preview.table.body)
    rows = ngettext("{n} row", "{n} rows", n).format(n=f"{n:,}")
    return _("{file}, {rows}").format(file=shown(preview.file.name), rows=rows)


def _whose(found: ImportPlan) -> str:
    """From how many customers, of how many kinds."""
    n, kinds = found.customers, found.kinds
    if not n:
        return ""
    who = ngettext("From {n} {customer}.", "From {n} {customers}.", n).format(n=f"{n:,}")
    if not kinds:
        return who
    text = ngettext("{who} {n} kind of {customer}.", "{who} {n} kinds of {customers}.", kinds)
    return text.format(who=who, n=kinds)
