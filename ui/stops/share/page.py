"""Stop 8, Share and repeat: poster, answers, who is told, the year, and the next round."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QStackedWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, n_, ngettext
from ui.dialogs.still_open import put_down
from ui.printing.selection import Selection
from ui.stops.head_place import HeadPlace
from ui.stops.page import StopPage
from ui.stops.share.answers_page import AnswersPage
from ui.stops.share.first_page import FirstPage
from ui.stops.share.inner_page import InnerPage
from ui.stops.share.round_start_page import RoundStartPage
from ui.stops.share.year_page import YearPage
from ui.widgets.footer import Footer

INNER: dict[str, type[AnswersPage] | type[RoundStartPage] | type[YearPage]] = {
    "answers": AnswersPage,
    "round_start": RoundStartPage,
    "year": YearPage,
}
POSTER = "poster"


class SharePage(StopPage):
    """The first page, and three that open in its place: answers, the next round, the year."""

    key = "share"
    prints = n_("Print the poster")

    @override
    def build(self) -> None:
        self._inner: dict[str, InnerPage] = {}
        self._open = ""
        self._selection = Selection(8, only=(POSTER,))
        self._stack = QStackedWidget(self)
        self.first = FirstPage(self.bridge, self.theme, self._stack)
        self.first.inner_wanted.connect(self.open_inner)
        self.first.stop_wanted.connect(self.stop_requested)
        self.first.print_wanted.connect(self._print)
        earlier = self.first.earlier
        earlier.wanted.connect(lambda line: self.place_requested.emit(line.place))
        earlier.put_down_wanted.connect(lambda line: put_down(self.bridge, line, self))
        earlier.all_wanted.connect(lambda: self.action_requested.emit("still_open"))
        self._stack.addWidget(self.first)
        self.content.addWidget(self._stack, 1)
        HeadPlace(self.theme, self, self.head_bar, self.first.area, self.content)

    @property
    def inner(self) -> InnerPage | None:
        """The page that is open in place of the first one."""
        return self._inner.get(self._open)

    @override
    def read(self) -> None:
        (self.inner or self.first).read()

    @override
    def prints_what(self, stop: int) -> Selection:
        """Select the poster, or what a button of an open page is about."""
        wanted, self._selection = self._selection, Selection(8, only=(POSTER,))
        return wanted

    @override
    def footer(self) -> Footer:
        """Count those still to be told, of any round; the next round can start all the same."""
        if self.inner is not None:
            return self.inner.footer()
        number = self.workshop.rounds.current().number
        on_the_rail = self.workshop.overview.stop_statuses()[-1].note
        in_full = {"": _("Nobody to tell yet"), _("all told"): _("All told")}
        bold = in_full.get(on_the_rail, on_the_rail)
        go = _("Start round {number}").format(number=number + 1)
        is_begun = bool(self.workshop.pick.slots())  # else the next round is not what comes next
        return Footer(bold, self._going_along(), go, kind="primary" if is_begun else "plain")

    @override
    def go_on(self) -> None:
        """Open the page that starts the next round."""
        self.open_inner("round_start")

    def open_inner(self, key: str) -> None:
        """Open one of the three pages in place of the first."""
        if key not in self._inner:
            self._inner[key] = self._made(key)
        self._turn_to(key)
        self._inner[key].take_keyboard()

    def close_inner(self) -> None:
        """Return to the first page, to the button that led away from it."""
        was = self._open
        self._turn_to("")
        self.first.take_keyboard_back(was)

    @override
    def draft(self) -> str:
        typed = self.first.draft()
        return json.dumps({"open": self._open, "typed": typed}) if typed or self._open else ""

    @override
    def take_draft(self, text: str) -> None:
        kept = json.loads(text)
        self.first.take_draft(kept["typed"])
        if kept["open"] in INNER:
            self.open_inner(kept["open"])

    def _made(self, key: str) -> InnerPage:
        page = INNER[key](self.bridge, self.theme)
        page.left.connect(self.close_inner)
        page.footer_changed.connect(self.footer_changed)
        page.print_wanted.connect(self._print)
        page.export_wanted.connect(lambda: self.action_requested.emit("export"))
        page.stop_wanted.connect(self.stop_requested)
        if isinstance(page, RoundStartPage):
            page.started.connect(self._begin)
            page.place_wanted.connect(self.place_requested)
        self._stack.addWidget(page)
        return page

    def _turn_to(self, key: str) -> None:
        self._open = key
        self.fills_window = self.inner is not None and self.inner.fills_window
        self.refusal.hide()
        self._stack.setCurrentWidget(self.inner or self.first)
        self.head_bar.setVisible(not key)
        self.read()
        self.footer_changed.emit()

    def _begin(self) -> None:
        """Go to the first stop of the round that has begun."""
        self._turn_to("")
        self.stop_requested.emit(1)

    def _print(self, selection: Selection) -> None:
        self._selection = selection
        self.action_requested.emit("print_this")

    def _going_along(self) -> str:
        """Say how many cards the next round begins with."""
        rounds = self.workshop.rounds
        n, number = rounds.cards_going_along(), rounds.current().number + 1
        text = ngettext(
            "{n} card goes along to round {number}", "{n} cards go along to round {number}", n
        )
        return text.format(n=n, number=number) if n else ""
