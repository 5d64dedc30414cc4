"""Which module draws which sheet of stop 8."""

from cxworkshop.sheets.pages import Pages
from cxworkshop.sheets.share.poster import posters, posters_a3
from cxworkshop.sheets.share.poster_tiled import posters_tiled
from cxworkshop.sheets.share.round_book import round_book
from cxworkshop.sheets.share.staff_page import staff_page
from cxworkshop.sheets.share.thank_you import thank_you
from cxworkshop.sheets.share.year_book import year_book

PAGES: dict[str, Pages] = {
    "poster": posters,
    "poster-a3": posters_a3,
    "poster-tiled": posters_tiled,
    "staff-page": staff_page,
    "thank-you": thank_you,
    "round-book": round_book,
    "year-book": year_book,
}
