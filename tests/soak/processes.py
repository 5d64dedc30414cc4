"""Processes of a harness's own."""

from __future__ import annotations

import os
import warnings


def fork() -> int:
    """Fork, from Python 3.12 on also while threads of other tests sleep."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()
