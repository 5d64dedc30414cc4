"""Sheets of stop 8: posters, thanks, and the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.i18n import n_
from cxworkshop.papers.share import PosterPage
from cxworkshop.sheets.sheet import Sheet, Wanted

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _posters(workshop: Workshop, wanted: Wanted) -> list[PosterPage]:
    found = workshop.printing.posters()
    return [poster for poster in found if not wanted.slots or poster.slot in wanted.slots]


def _picked(workshop: Workshop) -> bool:
    return bool(workshop.pick.slots())


SHEETS = (
    Sheet("poster", 8, n_("Poster"), _posters, _picked, quotes=True),
    Sheet("poster-a3", 8, n_("Poster, A3"), _posters, _picked, usual=False, quotes=True),
    Sheet(
        "poster-tiled", 8, n_("Poster on four sheets"), _posters, _picked, usual=False, quotes=True
    ),
)
