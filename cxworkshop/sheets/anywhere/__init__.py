"""Sheets that belong to no stop: all keys on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import KeyGroup, KeysContent
from cxworkshop.i18n import _, n_
from cxworkshop.keys import ANYWHERE, keys_at
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Large, Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _all_keys(_workshop: Workshop, _options: PrintOptions) -> KeysContent:
    from cxworkshop import catalogue  # every print loads this module, few load what it reads

    titles = {ANYWHERE: _("At any stop")}
    titles |= {n: f"{n}  {stop.title}" for n, stop in enumerate(catalogue.stops(), start=1)}
    return KeysContent(
        groups=tuple(
            KeyGroup(title=title, keys=tuple((key.name, key.does) for key in keys_at(stop)))
            for stop, title in titles.items()
        )
    )


SHEETS = (
    Sheet(
        "keys",
        ANYWHERE,
        n_("All keys"),
        _all_keys,
        "anywhere.keys:keys",
        usual=False,
        large=Large.ON_LARGER_PAPER,
    ),
)
