"""The table that our own export writes, which an import knows again."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.i18n import _, n_
from cxworkshop.textual import fold

_TITLES = (
    n_("Code"),
    n_("Group"),
    n_("Headline"),
    n_("What the customer said"),
    n_("Customer"),
    n_("Customer kind"),
    n_("Way"),
    n_("State"),
)
_NAME = n_("Customer’s name")


def own_titles(*, names: bool = False) -> list[str]:
    """The titles of the exported list; with `names`, that of the customer's name too."""
    return [_(title) for title in (*_TITLES, *((_NAME,) if names else ()))]


def is_own_table(titles: Sequence[str]) -> bool:
    """Whether a table has the titles of our export, in English or in today's language."""
    first = [fold(title) for title in titles[: len(_TITLES)]]
    return first in (list(map(fold, own_titles())), list(map(fold, _TITLES)))
