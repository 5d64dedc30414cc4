"""How far a print is, and a way to stop it between any two lines. Knows no library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _


class Cancelled(Refusal):
    """Somebody stopped the print; nothing was written."""

    def __init__(self) -> None:
        super().__init__(_("Stopped. Nothing was printed."))


@dataclass(frozen=True, slots=True)
class ProgressStep:
    """`drawn` of `of` pages of a sheet; 0 of 0 while its words are being laid out."""

    title: str
    drawn: int = 0
    of: int = 0


ProgressCallback = Callable[[ProgressStep], None]  # may raise Cancelled

_told: ContextVar[tuple[ProgressCallback, ProgressStep] | None] = ContextVar("told", default=None)


@contextmanager
def reporting(tell: ProgressCallback | None, title: str) -> Iterator[None]:
    """While the block runs in this thread, `tell` hears of its steps; it may raise Cancelled."""
    before = _told.set((tell, ProgressStep(title)) if tell else None)
    try:
        yield
    finally:
        _told.reset(before)


def report_progress(drawn: int = 0, of: int = 0) -> None:
    """Something was done: a line laid out, or a page drawn."""
    found = _told.get()
    if found is not None:
        tell, step = found
        tell(ProgressStep(step.title, drawn, of) if of else step)
