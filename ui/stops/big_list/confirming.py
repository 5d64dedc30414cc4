"""What asks first because of many cards (R12) and is done when a person says so."""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.errors import AsksFirst, Refusal
from ui.bridge import Bridge


class Confirming:
    """Does what is asked for, and keeps what asked first until it is confirmed."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._when_sure: Callable[[], object] | None = None

    def ask(self, action: Callable[[bool], object]) -> bool:
        """Do it unless it is refused, and return whether it was done."""
        self._when_sure = lambda: action(True)  # noqa: FBT003 - "sure"
        return self._bridge.attempt(lambda: action(False))  # noqa: FBT003

    def confirm(self) -> None:
        """Do what asked first."""
        if self._when_sure is not None:
            self._bridge.do(self._when_sure)

    def can_confirm(self, refusal: Refusal) -> bool:
        """Whether a refusal only asks first."""
        return isinstance(refusal, AsksFirst) and self._when_sure is not None
