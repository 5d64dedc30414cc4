"""Split pasted text into lines, without bullets and numbers."""

from __future__ import annotations

from collections import Counter

from cxworkshop.errors import Refusal
from cxworkshop.exchange.pieces import without_bullet
from cxworkshop.i18n import _
from cxworkshop.textual import clean

# A thousand lines are taken in a second and a half, and the window waits meanwhile. An import has
# no such limit: it is read and made beside the window.
MOST_LINES = 1_000
MOST_CHARACTERS = 500_000


class TooMuchToPaste(Refusal):
    """More than a person pastes: a whole file, which is better imported."""

    def __init__(self, lines: int, characters: int) -> None:
        if lines > MOST_LINES:
            there, most = lines, MOST_LINES
            words = _("That is {there} lines, and {most} are the most to paste at once.")
        else:
            there, most = characters, MOST_CHARACTERS
            words = _("That is {there} characters, and {most} are the most to paste at once.")
        words = words.format(there=f"{there:,}", most=f"{most:,}")
        super().__init__(words + " " + _("Nothing was taken."))


def refuse_whole_files(text: str) -> None:
    """Look at what is about to be pasted before anything is done; raises TooMuchToPaste.

    Empty lines do not count.
    """
    lines = sum(map(bool, map(str.strip, text.splitlines())))
    if lines > MOST_LINES or len(text) > MOST_CHARACTERS:
        raise TooMuchToPaste(lines, len(text))


def is_pasted_table(text: str) -> bool:
    """Whether it was copied from a spreadsheet: most of its lines have tabs, as many in each."""
    lines = [line for line in text.splitlines() if line.strip()]
    tabs = Counter(line.count("\t") for line in lines)
    most, n = tabs.most_common(1)[0] if tabs else (0, 0)
    return len(lines) > 1 and most > 0 and 2 * n > len(lines)


def pasted_lines(text: str) -> list[str]:
    """The lines with words in them, without bullets and numbers."""
    lines = (without_bullet(line) for line in clean(text).splitlines())
    return [line for line in lines if line]
