"""Times of the day, in minutes after midnight: read as people type them, and written for them."""

from __future__ import annotations

import re

from cxworkshop.errors import BadWords, quoted
from cxworkshop.i18n import _

HOUR, NOON, MIDNIGHT = 60, 12, 24  # minutes of an hour; hours of a day
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:\s?[:.h]\s?(?P<minutes>\d{2})|(?P<joined>\d{2}))?"
    r"\s?(?:h|uhr|o.?clock|(?P<half>[ap])\.?m\.?)?"
)


def read_time(text: str) -> int:
    """Read a time of the day: "9", "9:30", "14.00", "9h30", "0930", "2 pm".

    Raises BadWords with a sentence that says how to type one.
    """
    found = _TIME.fullmatch(" ".join(text.split()).casefold())
    hour = int(found["hour"]) if found else MIDNIGHT
    minutes = int(found["minutes"] or found["joined"] or 0) if found else 0
    if found and found["half"]:
        hour = hour % NOON + NOON * (found["half"] == "p") if 1 <= hour <= NOON else MIDNIGHT
    if hour >= MIDNIGHT or minutes >= HOUR:
        sentence = _("“{text}” is no time we can read. Try 9, 9:30 or 14.00.")
        raise BadWords(sentence.format(text=quoted(text)))
    return hour * HOUR + minutes


def clock_time(minutes: int) -> str:
    """ "9:30" for 570 minutes after midnight; after 24 hours it begins again."""
    hour, rest = divmod(minutes % (MIDNIGHT * HOUR), HOUR)
    return f"{hour}:{rest:02d}"
