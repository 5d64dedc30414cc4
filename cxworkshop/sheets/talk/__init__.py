"""Sheets of stop 2: cards to write customers' own words on, and what asks customers for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import BlankCardsContent, CounterCardContent, SignUpContent
from cxworkshop.i18n import n_
from cxworkshop.sheets.layout.profiles import to_write_on
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Large, Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _blank_cards(workshop: Workshop, options: PrintOptions) -> BlankCardsContent:
    to_write_on(options)  # what is unknown or too small is refused before anything is drawn
    return workshop.content.talk.blank_cards()


def _counter_card(workshop: Workshop, options: PrintOptions) -> CounterCardContent:
    options.refuse_long_link()
    return workshop.content.talk.counter_card()


def _sign_up(workshop: Workshop, _options: PrintOptions) -> SignUpContent:
    return workshop.content.talk.sign_up()


SHEETS = (
    Sheet(
        "blank-cards",
        2,
        n_("Blank {customer} cards"),
        _blank_cards,
        "talk.blank_cards:blank_cards",
        large=Large.UNLESS_STOCK,
    ),
    Sheet(
        "counter-card",
        2,
        n_("Counter card"),
        _counter_card,
        "talk.counter_card:counter_card",
        usual=False,
        large=Large.ON_LARGER_PAPER,
        alone=True,
    ),
    Sheet(
        "sign-up",
        2,
        n_("Sign-up list"),
        _sign_up,
        "talk.sign_up:sign_up",
        usual=False,
        alone=True,
    ),
)
