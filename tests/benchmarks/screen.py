"""A virtual screen, where there is Xvfb and no other screen."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def virtual() -> Iterator[None]:
    """DISPLAY names a screen of Xvfb in this block; without Xvfb nothing changes."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None or os.environ.get("DISPLAY"):
        yield
        return
    reader, writer = os.pipe()
    command = [xvfb, "-displayfd", str(writer), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader, encoding="ascii") as said:
            os.environ["DISPLAY"] = f":{said.readline().strip()}"
        try:
            yield
        finally:
            del os.environ["DISPLAY"]
            server.terminate()
