"""Sheets of stop 8: what is told to customers and to all staff, and the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import (
    PosterContent,
    RoundBookContent,
    StaffPageContent,
    YearBookContent,
)
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _, n_
from cxworkshop.sheets.needs import PICKED, PICKED_ONCE, SAID, chosen
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop

LONGEST_LINK = 200  # more makes a code too fine to scan from where people stand


def _told(workshop: Workshop, wanted: PrintOptions) -> tuple[PosterContent, ...]:
    if len(wanted.link) > LONGEST_LINK:
        text = _("That link has {length} characters, and {most} is the most. Use a short one.")
        raise BadWords(text.format(length=len(wanted.link), most=LONGEST_LINK))
    return chosen(workshop.content.share.posters(names=wanted.names), wanted)


def _staff(workshop: Workshop, wanted: PrintOptions) -> StaffPageContent:
    return workshop.content.share.staff_page(names=wanted.names)


def _round(workshop: Workshop, wanted: PrintOptions) -> RoundBookContent:
    return workshop.content.books.round_book(names=wanted.names)


def _year(workshop: Workshop, wanted: PrintOptions) -> YearBookContent:
    return workshop.content.books.year_book(names=wanted.names)


SHEETS = (
    Sheet("poster", 8, n_("Poster"), _told, PICKED, quotes=True),
    Sheet("poster-a3", 8, n_("Poster, A3"), _told, PICKED, usual=False, quotes=True),
    Sheet("poster-tiled", 8, n_("Poster on four sheets"), _told, PICKED, usual=False, quotes=True),
    Sheet("staff-page", 8, n_("Page for all staff"), _staff, PICKED, quotes=True),
    Sheet("thank-you", 8, n_("Thank-you cards"), _told, PICKED, quotes=True),
    Sheet("round-book", 8, n_("The round’s book"), _round, SAID, quotes=True),
    Sheet("year-book", 8, n_("The year’s book"), _year, PICKED_ONCE, quotes=True),
)
