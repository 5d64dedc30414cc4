"""Cards to cut out: those of the big list for a wall in silence, and the deck of ideas."""

from __future__ import annotations

from cxworkshop.content.values import IdeaCard, WallCard, WallCardsContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets.big_list.card_face import CardFaceContent, cards_of
from cxworkshop.sheets.layout.card_pages import card_pages
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.labels import LabelProfile, eight_up, profile_for
from cxworkshop.sheets.options import PrintOptions


def wall_cards(wall: WallCardsContent, options: PrintOptions) -> list[Page]:
    """A card for each thing that customers would like done better, by code."""
    profile = profile_for(options)
    title = _("Cards for the wall  ·  round {n}").format(n=wall.round_number)
    return _pages([_of_list(card) for card in wall.cards], profile, options, title)


def idea_cards(ideas: tuple[IdeaCard, ...], options: PrintOptions) -> list[Page]:
    """The 56 ideas, to leaf through, to lay out and to draw from."""
    faces = [
        CardFaceContent(code=str(idea.number), words=idea.words, left=idea.group) for idea in ideas
    ]
    title = _("{n} ideas for adding value").format(n=len(ideas))
    return _pages(faces, eight_up(options), options, title)


def _pages(
    faces: list[CardFaceContent], profile: LabelProfile, options: PrintOptions, title: str
) -> list[Page]:
    cards = [card for face in faces for card in cards_of(face, profile.width, profile.height)]
    return card_pages(cards, profile, options, title)


def _of_list(card: WallCard) -> CardFaceContent:
    counted = ngettext("{n} customer", "{n} customers", card.customers)
    return CardFaceContent(
        code=card.code,
        words=card.words,
        said=card.said,
        left=counted.format(n=card.customers),
        right=card.way,
        letter=card.letter,
    )
