"""Sheets of stop 3: cards and headlines for the wall, everything said, the deck of ideas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import (
    EverythingSaidContent,
    IdeaCard,
    PileHeadlinesContent,
    WallCardsContent,
)
from cxworkshop.i18n import n_
from cxworkshop.sheets.layout.labels import LabelProfile
from cxworkshop.sheets.layout.profiles import eight_up, profile_for, wall_profile
from cxworkshop.sheets.needs import CARDS, SAID
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Large, Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _wall_cards(workshop: Workshop, options: PrintOptions) -> WallCardsContent:
    wall_profile(options)  # an unknown one is refused before anything is drawn
    return workshop.content.big_list.wall_cards()


def _pile_headlines(workshop: Workshop, _options: PrintOptions) -> PileHeadlinesContent:
    return workshop.content.big_list.pile_headlines()


def _ideas(workshop: Workshop, options: PrintOptions) -> tuple[IdeaCard, ...]:
    eight_up(options)
    return workshop.content.big_list.ideas()


def _everything_said(workshop: Workshop, options: PrintOptions) -> EverythingSaidContent:
    return workshop.content.big_list.everything_said(names=options.names)


def _profile(_workshop: Workshop, options: PrintOptions) -> LabelProfile:
    return profile_for(options)


SHEETS = (
    Sheet(
        "cards",
        3,
        n_("Cards for the wall"),
        _wall_cards,
        "big_list.cards:wall_cards",
        CARDS,
        quotes=True,
        large=Large.UNLESS_STOCK,
    ),
    Sheet(
        "pile-headlines",
        3,
        n_("Headlines for the wall"),
        _pile_headlines,
        "big_list.pile_headlines:pile_headlines",
        CARDS,
        quotes=True,
        large=Large.ON_LARGER_PAPER,
    ),
    Sheet(
        "everything-said",
        3,
        n_("Everything said"),
        _everything_said,
        "big_list.everything_said:everything_said",
        SAID,
        same_as="round-book",
        quotes=True,
        ages=True,
        both_sides=True,
    ),
    Sheet(
        "idea-cards",
        3,
        n_("Idea cards"),
        _ideas,
        "big_list.cards:idea_cards",
        large=Large.UNLESS_STOCK,
    ),
    Sheet(
        "label-test",
        3,
        n_("Test of cards and labels"),
        _profile,
        "big_list.label_test:label_test",
        usual=False,
        large=Large.NEVER,
    ),
)
