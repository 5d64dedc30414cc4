"""What Python and the C library do with memory that is free."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_LARGE = 1024 * 1024
SELDOM = 50_000  # objects that are made until it is looked for garbage


@cache
def give_large_blocks_back() -> None:
    """Give each block of a megabyte or more back to the system as soon as it is freed.

    glibc does so until the first one was freed. Then it keeps them, up to 32 MB each and for each
    thread: images of a large workshop would stay in memory for as long as the program runs. Other
    C libraries are left alone.
    """
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(AttributeError, OSError):  # not glibc
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for garbage less often: rows and plans have no cycles, and an import makes many.

    Nothing changes where collection is not automatic, as in the window: all threads share it.
    """
    usual = gc.get_threshold()
    if not gc.isenabled():
        yield
        return
    gc.set_threshold(SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
