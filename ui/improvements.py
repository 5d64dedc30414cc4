"""Tabs for the round's picks: stops 5, 6 and 7 speak of one improvement at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar

from cxworkshop.i18n import _
from cxworkshop.model import Pick, PickId
from cxworkshop.readings.subjects import pick_subject
from cxworkshop.workshop import Workshop


class ImprovementTabs(QTabBar):
    """One tab a slot that is filled; keeps its place when the picks change."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Improvements"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self._picks: list[Pick] = []
        self.currentChanged.connect(lambda _now: self.turned.emit())

    @property
    def pick(self) -> PickId | None:
        """The pick whose tab is open; None while nothing is picked."""
        now = self.currentIndex()
        return self._picks[now].id if 0 <= now < len(self._picks) else None

    def show_picks(self, workshop: Workshop) -> None:
        """Name a tab for each pick."""
        taken = workshop.pick.slots()
        here = max(self.currentIndex(), 0)
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._picks = [taken[slot] for slot in sorted(taken)]
        while self.count() > len(self._picks):
            self.removeTab(self.count() - 1)
        while self.count() < len(self._picks):
            self.addTab("")
        for place, (slot, pick) in enumerate(sorted(taken.items())):
            subject = pick_subject(workshop.store, pick)
            title = pick.title or pick.frozen_headline or subject.headline
            short = title if len(title) < 34 else f"{title[:32]}…"
            self.setTabText(place, f"{slot}  {short}".replace("&", "&&"))
            self.setTabToolTip(place, "")
        self.setCurrentIndex(min(here, len(self._picks) - 1))
        self.blockSignals(False)  # noqa: FBT003
