"""Split pasted text into lines, without bullets and numbers."""

from __future__ import annotations

from cxworkshop.exchange.pieces import without_bullet
from cxworkshop.textual import clean


def pasted_lines(text: str) -> list[str]:
    """The lines with words in them, without bullets and numbers."""
    lines = (without_bullet(line) for line in clean(text).splitlines())
    return [line for line in lines if line]
