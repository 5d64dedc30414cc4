"""The computer's own clock, where it is set to what no date can be."""

from __future__ import annotations

import time

from cxworkshop.errors import BadWords
from cxworkshop.i18n import _


def refuse_impossible_clock() -> None:
    """Raise BadWords where Python can't read it: it stops at the year 2262."""
    try:
        time.time()
    except (OverflowError, ValueError, OSError):
        sentence = _(
            "This computer’s clock is set to an impossible date. Set it right, then try again."
        )
        raise BadWords(sentence) from None
