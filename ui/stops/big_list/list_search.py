"""Searching the big list gathers what says it: to choose, to group, and to go to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import CardId
from cxworkshop.queries.board import Board
from cxworkshop.queries.gathering import Filter, Gathered, Wanted
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.captions import Captions
from ui.stops.big_list.gather.panel import GatherPanel
from ui.stops.big_list.menus import card_menu, move_menu
from ui.stops.big_list.tools import ListTools
from ui.stops.big_list.views import ListViews
from ui.stops.head_place import LOW
from ui.theme.theme import Theme
from ui.widgets.footer import Footer, Tool
from ui.widgets.refusal_panel import RefusalPanel

MOST_NAMED = 6  # cards that are named before they are taken out of their groups


class ListSearch(QObject):
    """Shows on `panel` what the words and filters of the tools find; the list below stays whole.

    In a low page the list and the `head` give way to it.

    `changed` says that the footer is another.
    """

    changed = Signal()

    def __init__(
        self,
        tools: ListTools,
        views: ListViews,
        actions: BoardActions,
        refusal: RefusalPanel,
        head: QWidget,
        theme: Theme,
    ) -> None:
        super().__init__(refusal)
        self._tools, self._views, self._actions = tools, views, actions
        self._refusal, self._head, self._theme = refusal, head, theme
        self._board: Board | None = None
        self._captions = Captions({}, {}, {})
        self._gathered = Gathered(Wanted())
        self.panel = GatherPanel(theme)
        tools.chips.choices = actions.choices
        tools.typed.connect(self._take_words)
        tools.entered.connect(self._go_on)
        tools.chips.changed.connect(self._look_for)
        self.panel.group_wanted.connect(self.group)
        self.panel.widen_wanted.connect(lambda: self._look_for(Wanted(self._wanted.words)))
        self.panel.end_wanted.connect(self.end)
        view = self.panel.view
        view.acted.connect(self._act)
        view.chosen.connect(self.changed)
        view.left.connect(self.end)
        view.dragged.connect(self._drag_to)
        view.dropped.connect(self._drop_at)
        view.drag_lost.connect(views.board.drag.cancel)

    @property
    def is_on(self) -> bool:
        """Whether something is looked for."""
        return self._wanted.is_anything

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
            is_low = page.height() < self._theme.px(LOW)
            self.panel.fit(page.height(), alone=is_low)
            self._views.setHidden(is_low)
            self._head.setHidden(is_low)

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

    def group(self) -> None:
        """Group what is chosen, or all that was found; say first what leaves another group."""
        cards = self.panel.view.selected() or [card.id for card in self._gathered.cards]
        letters = self._gathered.letters
        taken = [card for card in self._gathered.cards if card.id in letters and card.id in cards]
        if not taken or len(cards) == 1:
            self._group(cards)
            return
        named = [f"{card.code} ({letters[card.id]})" for card in taken[:MOST_NAMED]]
        named += ["…"] if len(taken) > MOST_NAMED else []
        text = ngettext(
            "{n} of these cards leaves its group: {cards}.",
            "{n} of these cards leave their groups: {cards}.",
            len(taken),
        )
        self._refusal.show_sentence(
            text.format(n=len(taken), cards=", ".join(named)),
            fine=_("Leave them"),
            other=_("Group all {n}").format(n=len(cards)),
            otherwise=lambda: self._group(cards),
            leave=self.panel.view.focus_first,
        )

    def footer(self) -> Footer:
        """How many say it, or what can be done with those that are chosen."""
        chosen = self.panel.view.selected()
        if chosen:
            return self._footer_of(chosen)
        n, all_ = len(self._gathered.cards), self._gathered.on_list
        bold = ngettext("{n} of {all} cards says it", "{n} of {all} cards say it", n)
        where = _("found in customers’ words and in our headlines")
        if not self._wanted.words.strip():
            bold, where = _("{n} of {all} cards"), ""
        end = Tool(_("End the search"), self.end, "Esc", "quiet")
        return Footer(bold.format(n=n, all=all_), where, tools=(end,))

    def _footer_of(self, chosen: Sequence[CardId]) -> Footer:
        n = len(chosen)
        bold = ngettext("{n} card chosen", "{n} cards chosen", n).format(n=n)
        tools = (
            Tool(_("Group"), self.group, "G", "primary"),
            Tool(_("Move to …"), lambda: self._act(Qt.Key.Key_M, None), "M"),
            Tool(_("Set aside"), lambda: self._actions.set_aside(chosen), "Del"),
        )
        return Footer(bold, tools=tools)

    def _take_words(self, words: str) -> None:
        self._look_for(Wanted(words, self._wanted.only))

    def _look_for(self, wanted: Wanted) -> None:
        self._tools.chips.show_wanted(wanted)
        was_on, self._gathered = self.is_on, self._actions.gather(wanted)
        self._tools.show_search(on=wanted.is_anything)
        if wanted.is_anything:
            words = (word for one in Filter for word in self._tools.chips.words_of(one))
            self.panel.show_gathered(self._gathered, self._captions, ", ".join(words))
            self.fit()
        elif was_on:
            self.panel.hide()
            self._views.show()
            self._head.show()
        self.changed.emit()

    def _group(self, cards: Sequence[CardId]) -> None:
        if self._actions.group(cards):
            self.end()

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

    def _act(self, key: int, place: QPoint | None) -> None:
        """Do what a key stands for, to the chosen cards or else the one with the keyboard."""
        current = self.panel.view.current_card()
        cards = self.panel.view.selected() or ([current] if current else [])
        if not cards:
            return
        by_key: dict[int, Callable[[], object]] = {
            Qt.Key.Key_G: self.group,
            Qt.Key.Key_U: lambda: self._actions.ungroup(cards),
            Qt.Key.Key_O: lambda: self._actions.opposites.press(cards),
            Qt.Key.Key_Delete: lambda: self._actions.set_aside(cards),
            Qt.Key.Key_Return: lambda: self._go_to(current or cards[0]),
            Qt.Key.Key_Enter: lambda: self._go_to(current or cards[0]),
        }
        if key in by_key:
            by_key[key]()
        else:
            self._open_menu(key, cards, place)

    def _open_menu(self, key: int, cards: Sequence[CardId], place: QPoint | None) -> None:
        view = self.panel.view
        headlines = self._views.front if self._views.front is self._views.tree else None
        if key == Qt.Key.Key_M:
            menu = move_menu(view, self._actions, cards)
        else:
            editor = headlines or self._views.board.headlines
            menu = card_menu(view, editor, self._actions, cards)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place or view.mapToGlobal(view.rect().center()))

    def _drag_to(self, point: QPoint) -> None:
        """Carry the chosen cards over the board below, whose headlines are places to drop them."""
        board = self._views.board
        here = board.viewport().mapFromGlobal(point)
        if self._views.front is not board:
            return
        if not board.drag.mode:
            board.drag.begin(self.panel.view.selected(), "drag")
        if board.viewport().rect().contains(here):
            board.drag.move_to(here)

    def _drop_at(self, point: QPoint) -> None:
        board = self._views.board
        here = board.viewport().mapFromGlobal(point)
        if board.drag.mode and board.viewport().rect().contains(here):
            board.drag.drop_at(here)
        else:
            board.drag.cancel()
