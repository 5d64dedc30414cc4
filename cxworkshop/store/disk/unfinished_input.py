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
        self._waiting: tuple[str, bool] | None = None
        self.trouble: Refusal | None = None

    def keep(self, typed: tuple[str, bool] | None) -> None:
        """Remember a text, and whether there are words in it that somebody would miss.

        Without one, try again what failed. Never raises.
        """
        self._waiting = self._waiting if typed is None else typed
        if self._waiting is None:
            return
        text, has_words = self._waiting
        try:
            self._session.keep_typed(text)
        except Exception as error:
            if self.trouble is None:
                log.failure("unfinished input", error)
            trouble = self.trouble or refusals.TypingNotKept()
            self.trouble = trouble if has_words else None
        else:
            self._waiting = self.trouble = None
