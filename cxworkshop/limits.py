"""How much one workshop may hold, and why.

Whoever writes asks here first, so that no file is written which can't be opened again.
"""

from __future__ import annotations

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _

MB = 1024 * 1024

# A team that hears 300 wishes a month hears 36,000 in ten years. 50,000 make a file of 30 MB. With
# 46,000 cards that nobody has grouped it opens in 4 s and the big list in 6 s; stop 4, which makes
# a row for each of them, takes 35 s.
MOST_ANSWERS = 50_000

# A year of a team is some 3 MB with its history. From this size on the oldest steps are made past
# when a round begins; so many can always be undone.
TRIM_FROM = 10 * MB
STEPS_KEPT = 1_000

# The answers above with room for words that are longer than usual (an answer may have 10,000
# characters), and for what 36 rounds cost that carry over 300 new cards each (about 30 MB). An
# import or a paste may not go beyond.
MOST_BYTES = 64 * MB

# Work by hand goes on for a long time where no more can be imported: a third of the room above is
# 100,000 steps.
MOST_BYTES_BY_HAND = 96 * MB

# What opens. Undo moves rows into the journal and redo takes them out again, so neither can make a
# file more than twice as large as it has been, and both must always be possible. The rest is for
# files of earlier programs, which knew no limit: all of a file is in memory, twice while it is
# being opened.
OPENS_BYTES = 512 * MB

# From which part of a limit on people are told.
WARN_FROM = 0.5

# What an imported answer takes in the file beside its words, generously (539 bytes were measured).
BYTES_OF_AN_ANSWER = 700

# A row that takes more than a quarter of a page goes on in pages of its own, the last half empty.
PAGE_BYTES = 4096


class TooManyAnswers(Refusal):
    """More answers at once than a workshop has room for."""

    def __init__(self, more: int, there: int, most: int) -> None:
        if more == 1:
            text = _("The workshop holds {there} answers, and {most} are the most.")
        elif there:
            text = _(
                "This holds {more} answers and the workshop {there}; "
                "{most} are the most in one workshop."
            )
        else:
            text = _("This holds {more} answers; {most} are the most in one workshop.")
        numbers = {"more": f"{more:,}", "there": f"{there:,}", "most": f"{most:,}"}
        super().__init__(text.format(**numbers) + " " + _("Nothing was taken."))


class WorkshopFull(Refusal):
    """A file that would become larger than it may."""

    def __init__(self, size: float, most: float) -> None:
        text = _(
            "The workshop would take {size} MB, and {most} MB are the most. Nothing was changed. "
            "Undo what made it so large, or begin a new workshop."
        )
        super().__init__(text.format(size=round(size + 0.5), most=round(most)))
