"""Several lines that were pasted at once: what each of them says without its bullet or number."""

from __future__ import annotations

from cxworkshop.exchange.pieces import without_bullet
from cxworkshop.textual import clean


def pasted_lines(text: str) -> list[str]:
    """One entry for each line with words in it, bullets and numbers of a list taken off."""
    lines = (without_bullet(line) for line in clean(text).splitlines())
    return [line for line in lines if line]
