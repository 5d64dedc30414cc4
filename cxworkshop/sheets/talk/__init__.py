"""The sheet of stop 2: cards to write customers' own words on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import BlankCardsContent
from cxworkshop.i18n import n_
from cxworkshop.sheets.layout.profiles import to_write_on
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Large, Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _blank_cards(workshop: Workshop, options: PrintOptions) -> BlankCardsContent:
    to_write_on(options)  # what is unknown or too small is refused before anything is drawn
    return workshop.content.talk.blank_cards()


SHEETS = (
    Sheet(
        "blank-cards",
        2,
        n_("Blank {customer} cards"),
        _blank_cards,
        "talk.blank_cards:blank_cards",
        large=Large.UNLESS_STOCK,
    ),
)
