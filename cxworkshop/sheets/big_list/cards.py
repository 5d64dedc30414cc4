"""Cards to cut out: the big list for the wall, and the deck of ideas."""

from __future__ import annotations

from cxworkshop.content.values import IdeaCard, WallCard, WallCardsContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.paper_codes import PaperCode
from cxworkshop.sheets.big_list.card_face import CardText, cards_of
from cxworkshop.sheets.layout.card_pages import card_pages
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.labels import LabelProfile
from cxworkshop.sheets.layout.profiles import eight_up, wall_profile
from cxworkshop.sheets.options import PrintOptions


def wall_cards(wall: WallCardsContent, options: PrintOptions) -> list[Page]:
    """Draw a card for each thing that customers would like done better, ordered by code."""
    profile = wall_profile(options)
    title = _("Cards for the wall  ·  round {n}").format(n=wall.round_number)
    workshop = wall.workshop if options.codes else ""
    return _pages([_wall_card(card, workshop) for card in wall.cards], profile, options, title)


def idea_cards(ideas: tuple[IdeaCard, ...], options: PrintOptions) -> list[Page]:
    """Draw the ideas of the deck, a card each."""
    texts = [CardText(code=str(idea.number), words=idea.words, left=idea.group) for idea in ideas]
    n = len(ideas)
    title = ngettext("{n} idea for adding value", "{n} ideas for adding value", n).format(n=n)
    return _pages(texts, eight_up(options), options, title)


def _pages(
    texts: list[CardText], profile: LabelProfile, options: PrintOptions, title: str
) -> list[Page]:
    cards = [card for text in texts for card in cards_of(text, profile.width, profile.height)]
    return card_pages(cards, profile, options, title)


def _wall_card(card: WallCard, workshop: str) -> CardText:
    count = ngettext("{n} {customer}", "{n} {customers}", card.customers)
    return CardText(
        code=card.code,
        words=card.words,
        said=card.said,
        left=count.format(n=card.customers),
        right=card.way,
        letter=card.letter,
        digits=PaperCode(workshop, card.code).digits if workshop else "",
    )
