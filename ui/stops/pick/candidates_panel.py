"""The panel of what can be picked, below the number of customers asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.i18n import _
from cxworkshop.stops.pick import Candidate
from ui.stops.pick.candidates import CandidateList
from ui.theme.theme import Theme
from ui.widgets.empty_state import EmptyLine
from ui.widgets.labels import Label, Panel
from ui.widgets.scroll_area import scrolling


class CandidatesPanel(Panel):
    """The candidates as a list; a sentence takes its place while there are none.

    `offer_changed` says that the chosen line can be put into a slot, or can't any more.
    """

    offer_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.candidates: Sequence[Candidate] = ()
        self.setMinimumSize(theme.px(190), theme.px(120))
        self.box.setContentsMargins(1, theme.px(8), 1, theme.px(8))
        self.box.setSpacing(theme.px(6))
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        self._asked = Label("", theme, "small", "grey")
        head.addWidget(self._asked, 1)
        in_slot = Label(_("in slot"), theme, "small", "grey")
        in_slot.setWordWrap(False)
        head.addWidget(in_slot)
        self.box.addWidget(self._head)
        self.list = CandidateList(theme)
        self.list.setObjectName("inside")
        self.offers = False  # whether the chosen line can be put into a slot
        self.list.current_row_changed.connect(lambda _row: self._follow())
        self.box.addWidget(self.list, 1)
        nothing = _("The big list comes first: nothing to pick from yet.")
        self.empty = EmptyLine(theme, nothing, way=catalogue.stops()[2].title)
        self._nothing = scrolling(self.empty)
        self.box.addWidget(self._nothing, 1)

    @property
    def chosen(self) -> Candidate | None:
        """The candidate of the current row."""
        return self.candidate(self.list.current_row)

    def candidate(self, row: int) -> Candidate | None:
        return self.candidates[row] if 0 <= row < len(self.candidates) else None

    def show_candidates(
        self, candidates: list[Candidate], customers_asked: int, *, served: bool
    ) -> None:
        """Show the candidates; `served` adds how many of those who said it we serve."""
        self.candidates = candidates
        self.list.show_candidates(candidates, served=served)
        self.offers = self._can_be_put()
        self._asked.setText(_("By {customers} heard, of {n}").format(n=customers_asked))
        self._head.setVisible(bool(candidates))
        self.list.setVisible(bool(candidates))
        self._nothing.setVisible(not candidates)

    def _follow(self) -> None:
        """Tell of another offer; most steps through the list change nothing of it."""
        before, self.offers = self.offers, self._can_be_put()
        if self.offers != before:
            self.offer_changed.emit()

    def _can_be_put(self) -> bool:
        chosen = self.chosen
        return chosen is not None and not chosen.slot

    def place_of_chosen(self) -> QPoint | None:
        """Return the top left corner of the current row on the screen, or None without one."""
        row = self.list.current_row
        if row < 0:
            return None
        return self.list.viewport().mapToGlobal(self.list.rect_at(row).topLeft())
