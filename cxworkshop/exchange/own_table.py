"""The table that our own export writes, which an import knows again."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.customer_word import DEFAULT, CustomerWord, calling_customers, fill
from cxworkshop.i18n import _, n_
from cxworkshop.textual import fold

_TITLES = (
    n_("Code"),
    n_("Group"),
    n_("Headline"),
    n_("What the {customer} said"),
    n_("{Customer}"),
    n_("{Customer} kind"),
    n_("Way"),
    n_("State"),
)
_NAME = n_("{Customer_s} name")
_CUSTOMER = 4  # the title that is the word alone


def own_titles(*, names: bool = False) -> list[str]:
    """The titles of the exported list; with `names`, that of the customer's name too."""
    return [_(title) for title in (*_TITLES, *((_NAME,) if names else ()))]


def in_default_words(titles: Sequence[str]) -> Sequence[str]:
    """The titles of our own table as they are in English for "customers"; others as they are."""
    if not is_own_table(titles):
        return titles
    ours = [fill(title, DEFAULT, in_english=True) for title in _TITLES]
    return [*ours, *titles[len(ours) :]]


def is_own_table(titles: Sequence[str]) -> bool:
    """Whether a table has the titles of our export, in English or in today's language.

    The team that wrote it may have had another word for its customers: the table says which.
    """
    first = [fold(title) for title in titles[: len(_TITLES)]]
    if len(first) < len(_TITLES):
        return False
    word = CustomerWord(titles[_CUSTOMER].strip() or DEFAULT.one, DEFAULT.many)
    with calling_customers(word):
        ours = own_titles()
    english = [fill(title, word, in_english=True) for title in _TITLES]
    return first in (list(map(fold, ours)), list(map(fold, english)))
