"""What the page of all keys says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class KeyGroup:
    """The keys of one stop, each with what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class KeysContent:
    """All keys, stop by stop."""

    groups: tuple[KeyGroup, ...]
