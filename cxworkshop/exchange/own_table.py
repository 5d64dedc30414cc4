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


def own_titles() -> list[str]:
    """The titles of the exported list, without the customer's name."""
    return [_(title) for title in _TITLES]


def is_own_table(titles: Sequence[str]) -> bool:
    """Whether a table has the titles of our export, in English or in today's language."""
    first = [fold(title) for title in titles[: len(_TITLES)]]
    return first in (list(map(fold, own_titles())), list(map(fold, _TITLES)))
