"""Which characters leave no ink, and how scripts are called."""

from __future__ import annotations

import re

LATIN_SCRIPT = "Latn"  # by ISO 15924
# Default ignorable: joiners, zero-width spaces, soft hyphens, variation selectors, tags.
IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f"
    "\U000e0000-\U000e0fff]"
)
