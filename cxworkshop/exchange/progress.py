"""Ending the reading of a file early: what reads looks now and then whether it shall go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Check = Callable[[], object]

_check: ContextVar[Check | None] = ContextVar("check", default=None)


class ReadingCancelled(Exception):
    """Raised by a check: somebody does not want it any more."""


@contextmanager
def checked_by(check: Check | None) -> Iterator[None]:
    """Call `check` now and then while the block reads; an exception in it ends the reading."""
    token = _check.set(check)
    try:
        yield
    finally:
        _check.reset(token)


def go_on() -> None:
    """Let the check of this reading end it, if there is one and it wants that."""
    check = _check.get()
    if check is not None:
        check()
