"""Sheets of stop 3: cards for the wall, everything said, the deck of ideas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import EverythingSaid, IdeaCard, Wall
from cxworkshop.i18n import n_
from cxworkshop.sheets.layout.labels import Profile, eight_up, profile_for
from cxworkshop.sheets.needs import CARDS, SAID
from cxworkshop.sheets.sheet import Sheet, Wanted

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _wall(workshop: Workshop, wanted: Wanted) -> Wall:
    profile_for(wanted)  # an unknown one is refused before anything is drawn
    return workshop.printing.wall()


def _ideas(workshop: Workshop, wanted: Wanted) -> tuple[IdeaCard, ...]:
    eight_up(wanted)
    return workshop.printing.ideas()


def _said(workshop: Workshop, wanted: Wanted) -> EverythingSaid:
    return workshop.printing.everything_said(names=wanted.names)


def _profile(_workshop: Workshop, wanted: Wanted) -> Profile:
    return profile_for(wanted)


SHEETS = (
    Sheet("cards", 3, n_("Cards for the wall"), _wall, CARDS, quotes=True),
    Sheet("everything-said", 3, n_("Everything said"), _said, SAID, quotes=True),
    Sheet("idea-cards", 3, n_("Idea cards"), _ideas),
    Sheet("label-test", 3, n_("Test of cards and labels"), _profile, usual=False),
)
