"""What is half typed, kept in the session: it outlives the program, once the disk has taken it."""

from __future__ import annotations

from cxworkshop import log
from cxworkshop.errors import Refusal
from cxworkshop.store import refusals
from cxworkshop.store.disk.session import Session


class UnfinishedInput:
    """Writes it, and tries again what failed; `trouble` says why what was typed is not kept."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting: str | None = None
        self.trouble: Refusal | None = None

    def keep(self, text: str | None) -> None:
        """Remember this text; without one, try again what failed. Never raises."""
        self._waiting = self._waiting if text is None else text
        if self._waiting is None:
            return
        try:
            self._session.keep_typed(self._waiting)
        except Exception as error:
            if self.trouble is None:
                log.failure("unfinished input", error)
            trouble = self.trouble or refusals.TypingNotKept()
            self.trouble = trouble if self._waiting else None
        else:
            self._waiting = self.trouble = None
