"""A page for everybody who works here: what we heard, what we did, what customers say now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxworkshop.content.values import PosterContent, StaffPageContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets.big_list.everything_said import sums
from cxworkshop.sheets.layout.density import SMALL
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece, beside, height_of
from cxworkshop.sheets.layout.page_frame import Frame, flowing, privacy
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import Paper
from cxworkshop.sheets.share.parts import BODY, STRONG, BookParts

_BETWEEN = 8.0  # the two columns
_MOST_BESIDE = 0.4  # of a page: higher columns follow one another


def staff_page(page: StaffPageContent, options: PrintOptions) -> list[Page]:
    """One page, or as many as it needs."""
    frame = Frame(
        kind=_("For all of us"),
        whose=f"{page.team}  ·  {_('round {n}').format(n=page.round_number)}",
        privacy=privacy(names=page.names_shown),
    )
    return flowing(frame, list(_Staff(page, options.paper).pieces()), options.paper)


@dataclass(frozen=True)
class _Staff:
    page: StaffPageContent
    paper: Paper

    def pieces(self) -> Iterator[Piece]:
        """What was heard, then each improvement, then promises and what comes."""
        page, parts = self.page, self._parts
        yield parts.title(_("What customers said, and what came of it"))
        yield parts.text(sums(page.verbatims, page.customers), BODY, gap=1.0)
        for told in page.improvements:
            yield from self._improvement(told)
        yield from parts.promises(page.promises)
        yield parts.part(_("What comes next"))
        for sentence in page.next_steps:
            yield parts.item(sentence)

    @property
    def _parts(self) -> BookParts:
        return BookParts(self.paper.left, self.paper.column)

    def _improvement(self, told: PosterContent) -> Iterator[Piece]:
        yield self._parts.part(f"{told.slot}  {told.title}", gap=7.0)
        half = (self._parts.width - _BETWEEN) / 2
        left = BookParts(self.paper.left, half)
        right = BookParts(self.paper.left + half + _BETWEEN, half)
        columns = [[*self._said(told, left), *self._did(told, left)], self._now(told, right)]
        if max(map(height_of, columns)) <= self.paper.room * _MOST_BESIDE:
            yield beside(*columns, gap=2.0)
            return
        yield from self._said(told, self._parts)
        yield from self._did(told, self._parts)
        yield from self._now(told, self._parts)

    def _said(self, told: PosterContent, parts: BookParts) -> list[Piece]:
        pieces = [parts.label(_("What we heard"), gap=2.0)]
        if told.quote:
            pieces.append(parts.quote(told.quote, gap=1.0))
        else:
            pieces.append(parts.text(told.topic, STRONG))
        if told.heard:
            text = ngettext(
                "{heard} of {n} customer said so", "{heard} of {n} customers said so", told.asked
            )
            pieces.append(parts.text(text.format(heard=told.heard, n=told.asked), SMALL))
        return pieces

    def _did(self, told: PosterContent, parts: BookParts) -> list[Piece]:
        pieces = [parts.label(told.lead), parts.text(told.ours, STRONG)]
        if told.doers:
            pieces.append(parts.text(told.doers, SMALL))
        return pieces

    def _now(self, told: PosterContent, parts: BookParts) -> list[Piece]:
        label = parts.label(_("What customers say now"), gap=3.0)
        if not told.answered:
            return [label, parts.text(_("Nobody has been asked yet."))]
        return [label, *parts.noticed(told), *(parts.quote(one) for one in told.answers)]
