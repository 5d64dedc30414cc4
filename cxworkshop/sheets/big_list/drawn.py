"""Which module draws which sheet of stop 3."""

from cxworkshop.sheets.big_list.cards import idea_cards, wall_cards
from cxworkshop.sheets.big_list.everything_said import everything_said
from cxworkshop.sheets.big_list.label_test import label_test
from cxworkshop.sheets.pages import Pages

PAGES: dict[str, Pages] = {
    "cards": wall_cards,
    "everything-said": everything_said,
    "idea-cards": idea_cards,
    "label-test": label_test,
}
