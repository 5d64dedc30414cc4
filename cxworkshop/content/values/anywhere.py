"""What the page of all keys says."""

from __future__ import annotations

from cxworkshop.value_object import ValueObject


class KeyGroup(ValueObject):
    """The keys of one stop, each with what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


class KeysContent(ValueObject):
    """All keys, stop by stop."""

    groups: tuple[KeyGroup, ...]
