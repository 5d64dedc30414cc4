"""Dragging a candidate over the slots: the slot below says whether it can be dropped there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from cxworkshop.errors import TooManyPicks
from cxworkshop.i18n import _
from cxworkshop.queries.subjects import Subject
from cxworkshop.workshop import Workshop
from ui.stops.pick.candidates_panel import CandidatesPanel
from ui.stops.pick.slots import SlotPanel
from ui.theme.motion import HOME, glide
from ui.theme.theme import Theme
from ui.widgets.drag_overlay import DragOverlay, Snapshot


class SlotDrag:
    """Drags from the list of candidates to the slots; `put` writes what was dropped.

    A line that was dropped beside the slots, or refused, glides back to its place in the list.
    """

    def __init__(
        self,
        page: QWidget,
        theme: Theme,
        workshop: Workshop,
        candidates: CandidatesPanel,
        slots: Sequence[SlotPanel],
        put: Callable[[Subject, int], object],
    ) -> None:
        self._page, self._workshop, self._put = page, workshop, put
        self._candidates, self._slots = candidates, slots
        self._overlay = DragOverlay(page, theme)
        candidates.list.carried.connect(self._move)
        candidates.list.let_go.connect(self._drop)
        candidates.list.put_back.connect(self._cancel)

    def _move(self, row: int, place: QPoint) -> None:
        """Draw the line at this point of the screen, with what the slot below it answers."""
        candidate = self._candidates.candidate(row)
        if candidate is None:
            return
        target = self._slot_at(place)
        answer, sentence = self._answer(candidate.subject, target)
        for slot in self._slots:
            over = slot is target
            slot.show_drop_answer(answer if over else "", sentence if over else "")
        self._overlay.pick_up(candidate.subject.headline)
        self._overlay.carry(self._page.mapFromGlobal(place), answer, sentence)

    def _answer(self, subject: Subject, target: SlotPanel | None) -> tuple[str, str]:
        """Return "yes" or "no" with its sentence; nothing beside the slots."""
        if target is None:
            return "", ""
        refusal = self._workshop.pick.why_not(subject, target.number)
        if refusal is None:
            return "yes", _("Put it in slot {n}").format(n=target.number)
        if isinstance(refusal, TooManyPicks):
            return "no", _("Three is the most. Swap for one?")
        return "no", str(refusal)

    def _drop(self, row: int, place: QPoint) -> None:
        target, candidate = self._slot_at(place), self._candidates.candidate(row)
        before = self._workshop.pick.slots()
        picture = self._end()
        if target is not None and candidate is not None:
            self._put(candidate.subject, target.number)
        if self._workshop.pick.slots() == before:
            self._glide_home(picture)

    def _cancel(self) -> None:
        self._glide_home(self._end())

    def _end(self) -> Snapshot:
        """Hide what was dragged; return how it looked and where."""
        picture = self._overlay.snapshot()
        self._overlay.let_go()
        for slot in self._slots:
            slot.show_drop_answer("")
        return picture

    def _slot_at(self, place: QPoint) -> SlotPanel | None:
        hit = (slot for slot in self._slots if slot.rect().contains(slot.mapFromGlobal(place)))
        return next(hit, None)

    def _glide_home(self, picture: Snapshot) -> None:
        home = self._candidates.place_of_chosen()
        if picture is not None and home is not None:
            glide(self._page, picture, self._page.mapFromGlobal(home), HOME)
