"""What an import would do, before it is done (R12), and all that a person can correct."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.errors import Refusal
from cxworkshop.exchange.choosing import ImportChoices
from cxworkshop.exchange.piles import AnswerPile
from cxworkshop.exchange.roles import ColumnRole, RoleExchange
from cxworkshop.i18n import _, ngettext
from cxworkshop.services.import_preview import ImportPreview
from cxworkshop.services.importing import comeback_line
from cxworkshop.workshop import Workshop
from ui.accessible.announce import announce
from ui.bridge import Bridge
from ui.dialogs.import_page.page import ImportPage
from ui.dialogs.import_page.pile_dialog import PileDialog
from ui.dialogs.import_page.planning import Planning
from ui.dialogs.import_page.role_menu import sentence_of_move
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, make_button
from ui.widgets.scroll_area import scrolling
from ui.widgets.tab_order import go_by_tab


class ImportDialog(QDialog):
    """The import page. Each choice plans the import again; nothing is changed before it is taken.

    It is as large as the window below lets it be.
    """

    def __init__(
        self, bridge: Bridge, theme: Theme, parent: QWidget, preview: ImportPreview
    ) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self._preview = bridge, theme, preview
        self._wanted = preview.wanted  # also while it is being planned
        self._planning = Planning(self, bridge.workshop.importing.known())
        self._exchange = RoleExchange()
        self._moved: tuple[str, ...] = ()  # what became of other columns by the last choice
        self.setWindowTitle(_("Import"))
        fit_dialog(self, theme, 1400, 900)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._page = ImportPage(theme, preview)
        around = QVBoxLayout()
        around.setContentsMargins(theme.px(24), theme.px(14), theme.px(24), theme.px(8))
        around.addWidget(scrolling(self._page, by_finger=False))
        box.addLayout(around, 1)
        box.addWidget(self._foot())
        self._connect()
        self._show(preview)
        self._page.table.setFocus()

    def _foot(self) -> QFrame:
        px = self._theme.px
        foot = QFrame()
        foot.setObjectName("footer")
        line = QHBoxLayout(foot)
        line.setContentsMargins(px(28), px(8), px(28), px(8))
        line.setSpacing(px(12))
        self._counts = Label("", self._theme, "strong")
        self._take, cancel = make_button("", "primary"), make_button(_("Cancel"), "quiet")
        cancel.show_key(_("Esc"))
        self._take.show_key(_("Ctrl+Enter"))
        self._take.clicked.connect(lambda _on=False: self._do())
        cancel.clicked.connect(lambda _on=False: self.reject())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._take.click)
        line.addWidget(self._counts, 1)
        line.addWidget(cancel)
        line.addWidget(self._take)
        return foot

    def _connect(self) -> None:
        page, planning = self._page, self._planning
        page.table.role_chosen.connect(self._choose_role)
        page.table.start_chosen.connect(self._start_with)
        page.reading.delimiter_chosen.connect(lambda mark: self._read_as(delimiter=mark))
        page.reading.encoding_chosen.connect(lambda name: self._read_as(encoding=name))
        page.reading.sheet_chosen.connect(lambda name: self._read_as(sheet=name))
        page.again_wanted.connect(self._choose_as_last_time)
        page.opened.connect(self._open)
        planning.began.connect(self._wait)
        planning.planned.connect(self._planned)
        planning.refused.connect(self._refused)

    def _choose_role(self, column: int, role: ColumnRole) -> None:
        counts = self._preview.counts
        before = self._wanted.roles or self._preview.chosen.roles
        roles, moves = self._exchange.give(before, column, role)
        self._moved = tuple(sentence_of_move(move, counts[move.column]) for move in moves)
        self._plan(replace(self._wanted, roles=roles))

    def _start_with(self, row: int) -> None:
        """Move the line above which the columns have their names.

        As long as nobody has said what the columns are, that is guessed again.
        """
        table = self._preview.table.starting_with(row)
        self._moved = ()
        self._plan(replace(self._wanted, header=table.header_rows, skipped=table.skipped))

    def _read_as(
        self, delimiter: str | None = None, encoding: str | None = None, sheet: str | None = None
    ) -> None:
        """Read the file otherwise: all that was said of its columns is forgotten."""
        was = self._wanted
        read = ImportChoices(
            encoding=was.encoding if encoding is None else encoding,
            delimiter=was.delimiter if delimiter is None else delimiter,
            sheet=was.sheet if sheet is None else sheet,
        )
        self._begin_anew(read)

    def _choose_as_last_time(self) -> None:
        if self._preview.last_time is not None:
            self._begin_anew(self._preview.last_time)

    def _begin_anew(self, wanted: ImportChoices) -> None:
        """Plan with these choices, and forget what was said of single columns."""
        self._exchange, self._moved = RoleExchange(), ()
        self._plan(wanted)

    def _plan(self, wanted: ImportChoices) -> None:
        self._wanted = wanted
        self._planning.begin(self._preview, wanted)

    def _planned(self, preview: ImportPreview) -> None:
        is_as_last_time = self._wanted == preview.last_time
        self._wanted = preview.wanted
        self._show(replace(preview, last_time=None) if is_as_last_time else preview)
        announce(self, " ".join((*self._moved, self._counts.text())))

    def _refused(self, refusal: Refusal) -> None:
        """Say why the file can't be read so, and leave it as it was."""
        self._wanted, self._moved = self._preview.wanted, ()
        self._show(self._preview)
        self._say(str(refusal), "amber")

    def _wait(self) -> None:
        self._say(_("Counting …"), "grey")
        self._take.setEnabled(False)

    def _show(self, preview: ImportPreview) -> None:
        self._preview = preview
        self._page.show_preview(preview, (*self._moved, *self._comebacks(preview)))
        prepared = preview.prepared
        if prepared is None:
            self._say(_("Say which column holds {customers_s} words: click its head."), "ink")
            self._take.say(_("Import"))
            self._take.setEnabled(False)
            return
        found = prepared.plan
        n, pieces = len(found.cards), found.pieces
        read = ngettext(
            "{n} answer read and accounted for", "{n} answers read, all accounted for", pieces
        )
        self._say(read.format(n=f"{pieces:,}"), "ink")
        self._take.say(ngettext("Import {n} card", "Import {n} cards", n).format(n=f"{n:,}"))
        self._take.setEnabled(bool(found.cards or found.praise or found.aside))

    def _say(self, words: str, ink: str) -> None:
        self._counts.setText(words)
        self._counts.paint_in(ink)

    def _comebacks(self, preview: ImportPreview) -> tuple[str, ...]:
        if preview.prepared is None:
            return ()
        n = self._bridge.workshop.importing.comebacks(preview.prepared)
        return (comeback_line(n),) if n else ()

    def _open(self, pile: AnswerPile) -> None:
        """Look at all of a pile; what was ticked there counts when it is closed."""
        dialog = PileDialog(pile, self._theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ticks = [self._preview.ticks]
        dialog.turned.connect(lambda key, on: ticks.append(ticks[-1].turned(key, on=on)))
        dialog.finished.connect(lambda _result: self._show(self._preview.ticked(ticks[-1])))
        dialog.open()

    def _do(self) -> None:
        prepared = self._preview.prepared
        if prepared is None or self._planning.is_busy:
            return
        n = len(prepared.plan.cards)
        sentence = ngettext("Importing {n} card …", "Importing {n} cards …", n).format(n=f"{n:,}")
        self._bridge.change(self._take_into, prepared.rows, sentence, self._end, self._release)

    def _take_into(self, workshop: Workshop) -> None:
        prepared = self._preview.prepared
        assert prepared is not None, "there is no button for nothing"
        workshop.importing.take(prepared, sure=True)

    def _release(self) -> None:
        """Release the rows of the file, which the copy has: as much is read for the screens."""
        self._preview = self._preview.without_rows()
        self._page.release(self._preview)

    def _end(self, is_done: bool) -> None:
        """Stay open after a refusal, or when it was given up: the file is read again if need be."""
        if is_done:
            self.accept()
        elif not self._preview.has_rows:
            self._planning.begin(self._preview, self._wanted)

    @override
    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Tab goes through the page as it is seen; Qt's order is that in which things were made."""
        return go_by_tab(self, forward=forward)

    @override
    def done(self, result: int) -> None:
        """Nothing is counted for a page that was closed."""
        self._planning.give_up()
        super().done(result)
