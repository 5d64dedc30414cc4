"""Which module draws the sheet of stop 2."""

from cxworkshop.sheets.pages import Pages
from cxworkshop.sheets.talk.blank_cards import blank_cards

PAGES: dict[str, Pages] = {"blank-cards": blank_cards}
