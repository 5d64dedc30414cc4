"""Filled workshops that several tests begin with: each is filled once, and copied after that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from cxworkshop.sample import bakery
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop

_FILES: dict[tuple[object, ...], bytes] = {}


def bakery_of(path: Path, day: date) -> Workshop:
    """The worked example, on that day."""

    def fill() -> Workshop:
        workshop = Workshop.new(path, "Corner Bakery", day)
        bakery(workshop)
        return workshop

    return told_once(path, day, ("bakery", day), fill)


def told_once(
    path: Path, day: date, key: tuple[object, ...], fill: Callable[[], Workshop]
) -> Workshop:
    """The workshop that `fill` makes in this file, or a copy of the one that it made before."""
    if key not in _FILES:
        with fill() as workshop:
            workshop.save()
        _FILES[key] = path.read_bytes()
    path.write_bytes(_FILES[key])
    return Workshop.resume(path, Holder.COMMAND, day)
