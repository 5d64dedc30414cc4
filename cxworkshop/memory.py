"""What the C library does with memory that is free."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_LARGE = 1024 * 1024


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
