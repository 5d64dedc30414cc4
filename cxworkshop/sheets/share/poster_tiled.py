"""The poster on four sheets of ordinary paper."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.content.values import PosterContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.tiled import tiled
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.share.poster import poster_pages


def posters_tiled(contents: Sequence[PosterContent], options: PrintOptions) -> list[Page]:
    """Draw four sheets for each page of a poster."""
    pages = poster_pages(contents, options, options.paper)
    alts = [_alt(each) for each in contents]
    sheets: list[Page] = []
    for page in pages:
        # The later pages of a long poster have no bookmark.
        alt = alts.pop(0) if page.bookmark else _("The poster goes on.")
        sheets += tiled(page, alt, first=not sheets)
    return sheets


def _alt(poster: PosterContent) -> str:
    """The whole poster as text, for screen readers."""
    quote = _("“{words}”").format(words=poster.quote.words) if poster.quote else poster.topic
    parts = [
        _("You said: {words}").format(words=quote),
        _("{lead}: {words}").format(lead=poster.lead, words=poster.ours),
        *poster.done,
        poster.doers,
        poster.counted,
        poster.others,
        *(_("“{words}”").format(words=answer.words) for answer in poster.answers),
        poster.coming,
    ]
    return " ".join(part if part[-1] in ".!?”" else f"{part}." for part in parts if part)
