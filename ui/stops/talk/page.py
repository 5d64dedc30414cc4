"""Stop 2, Talk to customers: one big box, always in focus; or a paper sheet typed in."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.model import VerbatimId
from ui.stops.head_place import HeadPlace
from ui.stops.page import StopPage
from ui.stops.talk.actions import TalkActions
from ui.stops.talk.answer_saver import AnswerSaver
from ui.stops.talk.footer import footer_of
from ui.stops.talk.input_area import InputArea
from ui.stops.talk.sidebar import TalkSidebar
from ui.stops.talk.similar_search import SimilarSearch
from ui.widgets.footer import Footer
from ui.widgets.labels import small_button
from ui.widgets.scroll_area import scrolling

NARROW = 860  # pixels of a page at 100 %, below which panels stand under one another


class TalkPage(StopPage):
    """What is typed on the left, what was heard by the ten ways on the right."""

    key = "talk"

    @override
    def build(self) -> None:
        self._talk = TalkActions(self.bridge)
        self._add_tools()
        inside = QWidget()
        area = scrolling(inside)
        self.content.addWidget(area, 1)
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._side.setContentsMargins(0, self.theme.px(8), 0, 0)
        self._side.setSpacing(self.theme.px(20))
        self.input = InputArea(self.workshop, self.theme, self)
        self.capture = self.input.entry.box
        self.capture.paste_refused.connect(self._offer_import)
        self._side.addWidget(self.input, 1)
        self.sidebar = TalkSidebar(self.theme)
        self._side.addWidget(self.sidebar)
        area.keep_in_sight(self.capture)
        area.keep_in_sight(self.input.sheet)
        HeadPlace(self.theme, self, self.head_bar, area, self.content)
        self._connect_parts()

    def _add_tools(self) -> None:
        self.sheet_button = small_button(_("From a paper sheet"), lead="paper")
        self.sheet_button.setCheckable(True)
        self.sheet_button.show_key("Ctrl+G")
        self.sheet_button.clicked.connect(self.show_sheet)
        import_button = small_button(_("Import a list"), lead="import")
        import_button.clicked.connect(lambda _on=False: self.action_requested.emit("import"))
        self.tools.addWidget(self.sheet_button)
        self.tools.addWidget(import_button)

    def _connect_parts(self) -> None:
        entry, hint = self.input.entry, self.sidebar.near
        self.saver = AnswerSaver(self.input, self._talk, self.refusal)
        self.saver.saved.connect(self._saved)
        entry.table_pasted.connect(partial(self.action_requested.emit, "import_copied"))
        entry.answer_removed.connect(self._set_aside)
        entry.hearing_changed.connect(self._set_hearing)
        self.input.strip.hearing_turned.connect(self._set_hearing)
        entry.correction_changed.connect(self.footer_changed)
        entry.correction_changed.connect(self._show_whom_it_is_about)
        self.input.strip.kind_given.connect(self._set_kind)
        SimilarSearch(self.bridge, self.workshop.similarity, entry, self.sidebar)
        hint.same.connect(self.saver.add_to_card)
        hint.changed.connect(self.footer_changed)
        hint.connect_box(entry.box, self.workshop.similarity)
        self.sidebar.next_asked.connect(self._ask_next)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text, put the sidebar below the box and not beside it."""
        super().resizeEvent(event)
        beside = self._is_wide
        direction = QBoxLayout.Direction
        self._side.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        width = self.theme.px(286) if beside else self.width() - self.theme.px(70)
        self.sidebar.setFixedWidth(width)
        self.input.entry.let_rows_grow(on=not beside)

    @property
    def _is_wide(self) -> bool:
        """Whether the sidebar stands beside the box; below it, it is mostly out of sight."""
        return self.width() >= self.theme.px(NARROW)

    @override
    def keyboard_home(self) -> QWidget | None:
        """Return the box; a paper sheet has its first empty line."""
        return None if self.input.is_sheet else self.capture

    @override
    def enter(self) -> None:
        """Give the box the focus; in sheet mode, its first line."""
        super().enter()
        self.input.focus_input()

    @override
    def read(self) -> None:
        if self._talk.forget_what_is_gone():
            self.input.strip.show_customer("")
        self.input.read()
        self.sidebar.read(self.workshop)

    def _show_whom_it_is_about(self) -> None:
        """What stands above the box is about the next answer, not the one that is corrected."""
        self.input.strip.setEnabled(self.input.entry.correcting is None)

    @override
    def footer(self) -> Footer:
        """Count what was said, name the open ways, offer the next customer; or a similar card."""
        hint = None if self._is_wide else self.sidebar.near.footer()
        who = self.input.strip.who if self._talk.talk else ""
        is_correcting = self.input.entry.correcting is not None
        return hint or footer_of(self.workshop.talk.answers, who, is_correcting=is_correcting)

    @override
    def draft(self) -> str:
        return self.input.draft()

    @override
    def take_draft(self, text: str) -> None:
        self.input.take_draft(text)
        self.sheet_button.setChecked(self.input.is_sheet)
        self.footer_changed.emit()

    def show_sheet(self, on: bool) -> None:
        """Change between the box and a paper sheet."""
        self.input.show_sheet(on=on)
        self.sheet_button.setChecked(on)
        self.footer_changed.emit()

    def from_paper(self) -> None:
        self.show_sheet(not self.input.is_sheet)

    @override
    def go_on(self) -> None:
        self.next_customer()

    def next_customer(self) -> None:
        """End this conversation; from now on corrections keep the first version.

        What still stands in the box is this customer's, and is saved first.
        """
        if not self.saver.save_rest():
            return
        self._talk.end_talk()
        self.input.begin_customer()
        self.footer_changed.emit()

    def _ask_next(self) -> None:
        """Choose the first way without an answer, and a question that asks for it."""
        missing = self.workshop.talk.answers.unanswered_ways()
        if not missing:
            return
        self.show_sheet(on=False)
        prepare = self.workshop.prepare
        questions = prepare.questions.of_way(missing[0].id)
        if questions and not questions[0].ticked:
            self.bridge.do(lambda: prepare.questions.tick(questions[0].id, ticked=True))
        self.input.strip.ask(questions[0].id if questions else None)
        self.input.entry.ways.choose(missing[0].id)

    def _set_hearing(self, who: str, wants: bool) -> None:
        """Note it at once of a customer we know; of a new one with their first answer."""
        self._talk.set_wants_to_hear(who, wants=wants)
        self.input.focus_input()

    def _offer_import(self, refusal: Refusal) -> None:
        import_it = partial(self.action_requested.emit, "import_copied")
        words = _("Import what was copied")
        self.refusal.show_sentence(str(refusal), other=words, otherwise=import_it)

    def _saved(self) -> None:
        self.sidebar.show_similar(())
        self.footer_changed.emit()

    def _set_kind(self, who: str, kind: str) -> None:
        """Note it at once of a customer we know; of a new one with their first answer."""
        self._talk.set_kind(who, kind)

    def _set_aside(self, verbatim: VerbatimId) -> None:
        if self._talk.set_aside(verbatim):
            self.input.entry.go_on_without(verbatim)
