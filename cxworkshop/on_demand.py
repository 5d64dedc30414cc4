"""Parts of an object that are imported and made when they are first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Part(Generic[T]):
    """An attribute whose class is imported, and called with the holder's store and clock, at its
    first use: a command pays for the stops that it asks, and for no other.

    `where` is the module and the class, "cxworkshop.stops.pick:Picks". The holder has `_store`
    and `_today`; `needs` names what else of it the class is called with.
    """

    def __init__(self, where: str, *needs: str) -> None:
        self._module, _colon, self._class = where.partition(":")
        self._needs = needs
        self._name = ""

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def load(self) -> None:
        """Import the class, and those of its own parts."""
        load_parts(getattr(import_module(self._module), self._class))

    def __get__(self, holder: Any, _owner: type) -> T:
        if holder is None:
            raise AttributeError(self._name)
        needed = (getattr(holder, name) for name in ("_store", "_today", *self._needs))
        made: T = getattr(import_module(self._module), self._class)(*needed)
        holder.__dict__[self._name] = made  # found before this descriptor from now on
        return made


def load_parts(holder: type) -> None:
    """Import the parts of a class now, so that nobody waits for it at their first use."""
    for part in vars(holder).values():
        if isinstance(part, Part):
            part.load()
