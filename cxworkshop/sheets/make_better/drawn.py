"""Which module draws which sheet of stop 5."""

from cxworkshop.sheets.make_better.action_plan import action_plans
from cxworkshop.sheets.make_better.cards import fridge_cards, licence_cards
from cxworkshop.sheets.make_better.wall_sheet import wall_sheets
from cxworkshop.sheets.pages import Pages

PAGES: dict[str, Pages] = {
    "action-plan": action_plans,
    "licence-cards": licence_cards,
    "wall-sheet": wall_sheets,
    "fridge-card": fridge_cards,
}
