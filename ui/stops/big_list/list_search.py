"""Searching the big list: hits stand out while words are typed, and Enter goes through them."""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.i18n import _
from cxworkshop.model import CardId
from cxworkshop.queries.board import Board
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.tools import ListTools
from ui.stops.big_list.views import ListViews


class ListSearch:
    """Searches `board` for what stands in the tools' field; `say` shows a sentence."""

    def __init__(
        self,
        tools: ListTools,
        views: ListViews,
        actions: BoardActions,
        say: Callable[[str], object],
    ) -> None:
        self._tools, self._views, self._actions, self._say = tools, views, actions, say
        self.board: Board | None = None
        self._hits: list[CardId] = []
        tools.typed.connect(lambda _text: self.show_hits())
        tools.entered.connect(self._go_to_next)

    def show_hits(self) -> None:
        """Let the cards that say it stand out and fade the others."""
        text = self._tools.words
        self._hits = self._actions.find(text, self.board) if text and self.board else []
        self._views.board.board_layout.highlight(self._hits if text else None)
        self._tools.show_count(len(self._hits))

    def _go_to_next(self) -> None:
        """Enter: go to the first hit, and from there to the next."""
        if not self._tools.words:
            return
        if not self._hits:
            self._say(_("No card says that. Try fewer words."))
            return
        selected = self._views.selected()
        is_at_hit = len(selected) == 1 and selected[0] in self._hits
        following = self._hits.index(selected[0]) + 1 if is_at_hit else 0
        self._views.focus_card(self._hits[following % len(self._hits)])
        if len(self._hits) > 1:
            self._tools.look_for(self._tools.words)
