"""Sheets of stop 3: cards for the wall, everything said, the deck of ideas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import EverythingSaidContent, IdeaCard, WallCardsContent
from cxworkshop.i18n import n_
from cxworkshop.sheets.layout.labels import LabelProfile, eight_up, profile_for
from cxworkshop.sheets.needs import CARDS, SAID
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _wall(workshop: Workshop, wanted: PrintOptions) -> WallCardsContent:
    profile_for(wanted)  # an unknown one is refused before anything is drawn
    return workshop.content.big_list.wall_cards()


def _ideas(workshop: Workshop, wanted: PrintOptions) -> tuple[IdeaCard, ...]:
    eight_up(wanted)
    return workshop.content.big_list.ideas()


def _said(workshop: Workshop, wanted: PrintOptions) -> EverythingSaidContent:
    return workshop.content.big_list.everything_said(names=wanted.names)


def _profile(_workshop: Workshop, wanted: PrintOptions) -> LabelProfile:
    return profile_for(wanted)


SHEETS = (
    Sheet("cards", 3, n_("Cards for the wall"), _wall, CARDS, quotes=True),
    Sheet("everything-said", 3, n_("Everything said"), _said, SAID, quotes=True),
    Sheet("idea-cards", 3, n_("Idea cards"), _ideas),
    Sheet("label-test", 3, n_("Test of cards and labels"), _profile, usual=False),
)
