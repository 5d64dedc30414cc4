"""Which module draws which sheet of stop 1."""

from cxworkshop.sheets.pages import Pages
from cxworkshop.sheets.prepare.back_row import back_row
from cxworkshop.sheets.prepare.blank_kit import blank_kit
from cxworkshop.sheets.prepare.encounter import encounter_map
from cxworkshop.sheets.prepare.interview import interview_cards, interview_guide
from cxworkshop.sheets.prepare.script import script

PAGES: dict[str, Pages] = {
    "interview-guide": interview_guide,
    "interview-cards": interview_cards,
    "script": script,
    "encounter-map": encounter_map,
    "back-row": back_row,
    "blank-kit": blank_kit,
}
