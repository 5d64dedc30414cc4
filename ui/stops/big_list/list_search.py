"""Searching the big list gathers what says it: to choose, to group, and to go to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import CardId
from cxworkshop.queries.board import Board
from cxworkshop.queries.gathering import Filter, Gathered, Wanted
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.captions import Captions
from ui.stops.big_list.gather.actions import GatheredActions
from ui.stops.big_list.gather.panel import GatherPanel
from ui.stops.big_list.tools import ListTools
from ui.stops.big_list.views import ListViews
from ui.stops.head_place import LOW
from ui.theme.theme import Theme
from ui.widgets.footer import Footer, Tool
from ui.widgets.refusal_panel import RefusalPanel


class ListSearch(QObject):
    """Shows on `panel` what the words and filters of the tools find; the list below stays whole.

    In a low page the list gives way to it.

    `changed` says that the footer is another, `shown` that it is `is_alone` or not any more.
    """

    changed = Signal()
    shown = Signal()

    def __init__(
        self,
        tools: ListTools,
        views: ListViews,
        actions: BoardActions,
        refusal: RefusalPanel,
        theme: Theme,
    ) -> None:
        super().__init__(refusal)
        self._tools, self._views, self._actions = tools, views, actions
        self._refusal, self._theme = refusal, theme
        self._board: Board | None = None
        self._captions = Captions({}, {}, {})
        self._gathered = Gathered(Wanted())
        self.panel = GatherPanel(theme)
        tools.chips.choices = actions.choices
        tools.typed.connect(self._take_words)
        tools.asked.connect(actions.prepare_search)
        tools.entered.connect(self._go_on)
        tools.chips.changed.connect(self._look_for)
        self._cards = GatheredActions(self.panel, views, actions, refusal)
        self._cards.finished.connect(self.end)
        self._cards.go_to = self._go_to
        self.panel.widen_wanted.connect(lambda: self._look_for(Wanted(self._wanted.words)))
        self.panel.end_wanted.connect(self.end)
        view = self.panel.view
        view.chosen.connect(self.changed)
        view.left.connect(self.end)

    @property
    def is_on(self) -> bool:
        """Whether something is looked for."""
        return self._wanted.is_anything

    @property
    def is_alone(self) -> bool:
        """Whether what was found has the whole page, as it is a low one."""
        page = self._views.parentWidget()
        return self.is_on and page is not None and page.height() < self._theme.px(LOW)

    @property
    def is_open(self) -> bool:
        """Whether the search has been opened, with or without words."""
        return self.is_on or self._tools.chips.isVisible()

    @property
    def _wanted(self) -> Wanted:
        return self._gathered.wanted

    def read(self, board: Board, captions: Captions) -> None:
        """Look again on a board that has changed."""
        self._board, self._captions = board, captions
        self._look_for(self._wanted)

    def fit(self) -> None:
        """Fit the height of the page; a low one has room for what was found alone."""
        page = self._views.parentWidget()
        if self.is_on and page is not None:
            self.panel.fit(page.height(), alone=self.is_alone)
            self._views.setHidden(self.is_alone)
            self.shown.emit()

    def end(self) -> None:
        """End the search; nothing has moved. The list takes the keyboard that the search had."""
        focus = QApplication.focusWidget()
        had_keyboard = any(
            part is focus or (focus is not None and part.isAncestorOf(focus))
            for part in (self._tools, self.panel)
        )
        self._look_for(Wanted())
        self._tools.end_search()
        if had_keyboard and self._views.isVisible():
            self._views.focus_front()

    def footer(self) -> Footer:
        """How many say it, or what can be done with those that are chosen."""
        chosen = self.panel.view.selected()
        if chosen:
            return self._footer_of(chosen)
        n, all_ = len(self._gathered.cards), self._gathered.on_list
        bold = ngettext("{n} of {all} cards says it", "{n} of {all} cards say it", n)
        where = _("found in {customers_s} words and in our headlines")
        if not self._wanted.words.strip():
            bold, where = ngettext("{n} of {all} card", "{n} of {all} cards", all_), ""
        end = Tool(_("End the search"), self.end, "Esc", "quiet")
        return Footer(bold.format(n=n, all=all_), where, tools=(end,))

    def _footer_of(self, chosen: Sequence[CardId]) -> Footer:
        n = len(chosen)
        bold = ngettext("{n} card chosen", "{n} cards chosen", n).format(n=n)
        tools = (
            Tool(_("Set aside"), lambda: self._actions.set_aside(chosen), "Del"),
            Tool(_("Group"), self._cards.group, "G", "primary"),
            Tool(_("Move to …"), self._cards.move, "M"),
        )
        return Footer(bold, tools=tools)

    def _take_words(self, words: str) -> None:
        self._look_for(Wanted(words, self._wanted.only))

    def _look_for(self, wanted: Wanted) -> None:
        self._tools.chips.show_wanted(wanted)
        was_on = self.is_on
        self._gathered = self._actions.gather(wanted) if wanted.is_anything else Gathered(wanted)
        self._tools.show_search(on=wanted.is_anything)
        if wanted.is_anything:
            words = (word for one in Filter for word in self._tools.chips.words_of(one))
            self._cards.gathered = self._gathered
            self.panel.show_gathered(self._gathered, self._captions, with_commas(words))
            self.fit()
        elif was_on:
            self.panel.hide()
            self._views.show()
            self.shown.emit()
        self.changed.emit()

    def _go_on(self) -> None:
        """Enter: go to what was found; to the only card with a number at once."""
        found = self._gathered.cards
        if not self.is_on:
            return
        if not found:
            self._refusal.show_sentence(_("No card says that. Try fewer words."))
        elif len(found) == 1 and self._wanted.words.strip().lstrip("#").isdecimal():
            self._go_to(found[0].id)
        else:
            self.panel.view.focus_first()

    def _go_to(self, card: CardId) -> None:
        self.end()
        self._views.focus_card(card)
        self._views.focus_front()
