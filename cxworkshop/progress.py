"""Long work that can be watched and ended early: now and then it asks whether it shall go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Check = Callable[[int], object]

_check: ContextVar[Check | None] = ContextVar("check", default=None)


class WorkCancelled(Exception):
    """Raised by a check: somebody does not want it any more."""


@contextmanager
def checked_by(check: Check | None) -> Iterator[None]:
    """Call `check` now and then while the block works; an exception in it ends the work.

    It is given how many rows were written since it was called last.
    """
    token = _check.set(check)
    try:
        yield
    finally:
        _check.reset(token)


def go_on(rows: int = 0) -> None:
    """Tell the check of this work, if there is one, that so many rows were written.

    It may end the work.
    """
    check = _check.get()
    if check is not None:
        check(rows)
