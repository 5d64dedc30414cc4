"""Text for files that are made of XML: Word, REFI-QDA, SVG."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 can't hold, not even escaped."""
    return _FORBIDDEN.sub("\ufffd", text)
