"""The page of an import: what it would do, before it is done (R12), and all that can be mended."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout

from cxworkshop.errors import Refusal
from cxworkshop.exchange.piles import AnswerPile
from cxworkshop.exchange.roles import ColumnRole
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Changes
from cxworkshop.services.import_preview import ImportPreview
from cxworkshop.services.importing import comeback_line
from cxworkshop.workshop import Workshop
from ui.accessible.announce import announce
from ui.bridge import Bridge
from ui.importing.choices import ChoicesSoFar
from ui.importing.content import ImportContent
from ui.importing.foot import ImportFoot
from ui.importing.pile_dialog import PileDialog
from ui.importing.planning import Planning
from ui.stops.page import show_refusal
from ui.theme.theme import Theme
from ui.widgets.left_by_esc import LeftByEsc
from ui.widgets.refusal_panel import RefusalPanel
from ui.widgets.scroll_area import scrolling


class ImportState(NamedTuple):
    """What a person has said of a file so far, to go on with on a page that is made anew."""

    preview: ImportPreview
    choices: ChoicesSoFar


class ImportPage(LeftByEsc):
    """Each choice plans the import again; nothing is changed before it is taken.

    `left` says that it is over: the import was done, or is not to be.
    """

    def __init__(self, bridge: Bridge, theme: Theme, preview: ImportPreview) -> None:
        super().__init__()
        self._bridge, self._theme, self._preview = bridge, theme, preview
        self._choices = ChoicesSoFar(preview.wanted)
        self._known = bridge.workshop.importing.known()
        self._planning = Planning(self, self._known)
        self._is_taking = False
        self.setAccessibleName(_("Import a list"))
        self.content = ImportContent(theme, preview)
        self._foot = ImportFoot(theme)
        self.refusal = RefusalPanel(theme)
        self._lay_out()
        self._connect()
        self._show(preview)

    def _lay_out(self) -> None:
        px = self._theme.px
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        around = QVBoxLayout()
        around.setContentsMargins(px(24), px(10), px(24), px(8))
        around.addWidget(scrolling(self.content, by_finger=False))
        around.addWidget(self.refusal)
        box.addLayout(around, 1)
        box.addWidget(self._foot)

    def _connect(self) -> None:
        content, planning, foot = self.content, self._planning, self._foot
        content.table.role_chosen.connect(self._choose_role)
        content.table.start_chosen.connect(self._start_with)
        for chosen, way in (
            (content.reading.delimiter_chosen, "delimiter"),
            (content.reading.encoding_chosen, "encoding"),
            (content.reading.sheet_chosen, "sheet"),
        ):
            chosen.connect(partial(self._read_as, way))
        content.reading.respondent_chosen.connect(self._choose_respondent)
        content.again_wanted.connect(self._choose_as_last_time)
        content.opened.connect(self._open)
        planning.began.connect(foot.wait)
        planning.planned.connect(self._planned)
        planning.refused.connect(self._refused)
        foot.take_wanted.connect(self._do)
        foot.left.connect(self.left)
        self.refusal.keyboard_left.connect(self.take_keyboard)
        self._bridge.changed.connect(self._changed)
        self._bridge.refused.connect(self._refuse)

    @property
    def file_name(self) -> str:
        """What is to be imported, as people are told."""
        return shown(self._preview.file.name)

    @property
    def state(self) -> ImportState:
        """What was said of the file so far."""
        return ImportState(self._preview, self._choices)

    def go_on_with(self, state: ImportState) -> None:
        """Go on where another page was left: in the words of now, for what is known now."""
        self._choices = state.choices
        self._plan()

    def enter(self) -> None:
        """Bring the keyboard to the table, and plan again if others' answers are known by now."""
        self.refusal.hide()
        self.content.table.setFocus()  # Qt has given it to what comes first on the page
        self._follow_known()
        announce(self, self.content.title_words)

    def take_keyboard(self) -> None:
        """Bring the keyboard to the table, unless it is on the page already."""
        here = QApplication.focusWidget()
        if here is None or not (self.isAncestorOf(here) and here.isVisible()):
            self.content.table.setFocus()

    def give_up(self) -> None:
        """Count nothing more: the page goes."""
        self._planning.give_up()

    def _changed(self, _changes: Changes) -> None:
        self.refusal.hide()
        if self.isVisible() and not self._is_taking:
            self._follow_known()

    def _follow_known(self) -> None:
        """Plan again if the workshop has come to know other answers than it was planned for."""
        known = self._bridge.workshop.importing.known()
        if known.keys != self._known.keys:
            self._known = self._planning.known = known
            self._plan()

    def _refuse(self, refusal: Refusal) -> None:
        if self.isVisible():
            show_refusal(self.refusal, refusal, self._bridge)

    def _choose_role(self, column: int, role: ColumnRole) -> None:
        self._choices.choose_role(self._preview, column, role)
        self._plan()

    def _choose_respondent(self, column: int | None) -> None:
        self._choices.choose_respondent(self._preview, column)
        self._plan()

    def _start_with(self, row: int) -> None:
        self._choices.start_with(self._preview, row)
        self._plan()

    def _read_as(self, way: str, chosen: str) -> None:
        self._choices.read_as(**{way: chosen})
        self._plan()

    def _choose_as_last_time(self) -> None:
        if self._preview.last_time is not None:
            self._choices.begin_anew(self._preview.last_time)
            self._plan()

    def _plan(self) -> None:
        self._planning.begin(self._preview, self._choices.wanted)

    def _planned(self, preview: ImportPreview) -> None:
        is_as_last_time = self._choices.wanted == preview.last_time
        self._choices.wanted = preview.wanted
        self._show(replace(preview, last_time=None) if is_as_last_time else preview)
        announce(self, " ".join((*self._choices.moved, self._foot.words)))

    def _refused(self, refusal: Refusal) -> None:
        """Say why the file can't be read so, and leave it as it was."""
        self._choices.go_back_to(self._preview.wanted)
        self._show(self._preview)
        self._foot.say(str(refusal), "amber")

    def _show(self, preview: ImportPreview) -> None:
        self._preview = preview
        self.content.show_preview(preview, (*self._choices.moved, *self._comebacks(preview)))
        self._foot.show_preview(preview)

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
        if self._planning.is_busy:
            return
        if prepared is None:  # somebody has to say first where the words are
            self.content.table.open_menu(self._preview.wordiest)
            return
        n = len(prepared.plan.cards)
        sentence = ngettext("Importing {n} card …", "Importing {n} cards …", n).format(n=f"{n:,}")
        self._is_taking = True
        self._bridge.change(self._take_into, prepared.rows, sentence, self._end, self._release)

    def _take_into(self, workshop: Workshop) -> None:
        prepared = self._preview.prepared
        assert prepared is not None, "there is no button for nothing"
        workshop.importing.take(prepared, sure=True)

    def _release(self) -> None:
        """Release the rows of the file, which the copy has: as much is read for the screens."""
        self._preview = self._preview.without_rows()
        self.content.release(self._preview)

    def _end(self, is_done: bool) -> None:
        """Stay after a refusal, or when it was given up: the file is read again if need be."""
        self._is_taking = False
        if is_done:
            self.left.emit()
        elif not self._preview.has_rows:
            self._plan()
        else:
            self._follow_known()
