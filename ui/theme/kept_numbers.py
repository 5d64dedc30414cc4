"""Numbers among the settings, which a newer version or anybody may have written otherwise."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import QSettings


def kept_number(key: str, usual: float) -> float:
    """The number that is kept under this key; the usual one for what is none.

    Nothing is written: what a newer version keeps there stays for it.
    """
    try:
        number = float(str(QSettings().value(key, usual)))
    except ValueError:
        return usual
    return number if isfinite(number) else usual
