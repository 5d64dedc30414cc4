"""Processes of a harness's own."""

from __future__ import annotations

import os
import signal
import time
import warnings
from collections.abc import Callable


def fork() -> int:
    """Fork, from Python 3.12 on also while threads of other tests sleep."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def kill(work: Callable[[Callable[[bytes], object]], None], seconds: float) -> None:
    """Do this work in another process, and kill that so long after it says b"."."""
    reading, writing = os.pipe()
    child = fork()
    if child == 0:
        try:
            work(lambda said: os.write(writing, said))
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        assert said.read(1) == b"."
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
