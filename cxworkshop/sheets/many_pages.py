"""Ask before many pages. Imports no library."""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.errors import Refusal
from cxworkshop.i18n import ngettext

MANY = 100  # pages in one PDF, which nobody prints by mistake twice

Ask = Callable[[int], None]  # takes the number of pages; raises a Refusal to stop the print


class ManyPages(Refusal):
    """There are so many pages that a person should say yes first."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        text = ngettext(
            "This is {n} page. Say yes, and it is printed.",
            "These are {n} pages. Choose fewer sheets, or say yes to all of them.",
            pages,
        )
        super().__init__(text.format(n=pages))


def ask_before_many(pages: int, *, sure: bool = False) -> None:
    """Raise ManyPages from 100 pages on, unless somebody is sure."""
    if pages >= MANY and not sure:
        raise ManyPages(pages)
