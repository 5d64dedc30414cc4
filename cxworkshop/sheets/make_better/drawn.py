"""Which module draws which sheet of stop 5."""

from cxworkshop.sheets.make_better.action_plan import action_plans
from cxworkshop.sheets.pages import Pages

PAGES: dict[str, Pages] = {"action-plan": action_plans}
