"""Report how far a print is, and stop it between any two lines. Imports no library."""

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
    """`drawn` of `of` pages of a sheet; 0 of 0 while it is still being laid out."""

    title: str
    drawn: int = 0
    of: int = 0


ProgressCallback = Callable[[ProgressStep], None]  # may raise Cancelled

_current: ContextVar[tuple[ProgressCallback, ProgressStep] | None] = ContextVar(
    "current", default=None
)


@contextmanager
def reporting(callback: ProgressCallback | None, title: str) -> Iterator[None]:
    """Send the progress of this block, in this thread, to the callback; it may raise Cancelled."""
    before = _current.set((callback, ProgressStep(title)) if callback else None)
    try:
        yield
    finally:
        _current.reset(before)


def report_progress(drawn: int = 0, of: int = 0) -> None:
    """Report that a line was laid out or a page drawn; raises Cancelled to stop the print."""
    current = _current.get()
    if current is not None:
        callback, step = current
        callback(ProgressStep(step.title, drawn, of) if of else step)
