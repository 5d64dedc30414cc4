"""Which module draws which sheet of stop 8."""

from cxworkshop.sheets.pages import Pages
from cxworkshop.sheets.share.poster import poster_a3, posters
from cxworkshop.sheets.share.tiled import tiled

PAGES: dict[str, Pages] = {"poster": posters, "poster-a3": poster_a3, "poster-tiled": tiled}
