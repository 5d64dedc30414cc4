"""A page for everybody who works here: what we heard, what we did, what customers say now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxworkshop.content.values import PosterContent, StaffPageContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets.big_list.said_in_words import totals
from cxworkshop.sheets.layout.density import SMALL
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece, beside, height_of
from cxworkshop.sheets.layout.page_frame import Frame, flowing, privacy
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import Paper
from cxworkshop.sheets.share.parts import BODY, STRONG, BookParts

_BETWEEN = 8.0  # mm between the two columns
_MOST_BESIDE = 0.4  # of a page; higher columns are stacked


def staff_page(content: StaffPageContent, options: PrintOptions) -> list[Page]:
    """Draw one page, or as many as it needs."""
    number = _("round {n}").format(n=content.round_number)
    frame = Frame(
        kind=_("For all of us"),
        whose=f"{content.team}  ·  {number}",
        privacy=privacy(),
    )
    return flowing(frame, list(_StaffPage(content, options.paper).pieces()), options.paper)


@dataclass(frozen=True)
class _StaffPage:
    content: StaffPageContent
    paper: Paper

    def pieces(self) -> Iterator[Piece]:
        """What was heard, then each improvement, promises, and what comes next."""
        content, parts = self.content, self._parts
        yield parts.title(_("What {customers} said, and what came of it"))
        said = totals(content.verbatims, content.customers, content.asked)
        in_round = _("In round {n}: {said}.").format(n=content.round_number, said=said)
        yield parts.text(in_round, BODY, gap=1.0)
        for poster in content.improvements:
            yield from self._improvement(poster)
        yield from parts.promises(content.promises)
        yield parts.part(_("What comes next"))
        for sentence in content.next_steps:
            yield parts.item(sentence)

    @property
    def _parts(self) -> BookParts:
        return BookParts(self.paper.left, self.paper.column)

    def _improvement(self, poster: PosterContent) -> Iterator[Piece]:
        yield self._parts.part(f"{poster.slot}  {poster.title}", gap=7.0)
        half = (self._parts.width - _BETWEEN) / 2
        left = BookParts(self.paper.left, half)
        right = BookParts(self.paper.left + half + _BETWEEN, half)
        columns = [[*self._said(poster, left), *self._did(poster, left)], self._now(poster, right)]
        if max(map(height_of, columns)) <= self.paper.room * _MOST_BESIDE:
            yield beside(*columns, gap=2.0)
            return
        yield from self._said(poster, self._parts)
        yield from self._did(poster, self._parts)
        yield from self._now(poster, self._parts)

    def _said(self, poster: PosterContent, parts: BookParts) -> list[Piece]:
        pieces = [parts.label(_("What we heard"), gap=2.0)]
        if poster.quote:
            pieces.append(parts.quote(poster.quote, gap=1.0))
        else:
            pieces.append(parts.text(poster.topic, STRONG))
        if poster.heard:
            text = ngettext(
                "{heard} of {n} {customer} said so",
                "{heard} of {n} {customers} said so",
                poster.asked,
            )
            pieces.append(parts.text(text.format(heard=poster.heard, n=poster.asked), SMALL))
        return pieces

    def _did(self, poster: PosterContent, parts: BookParts) -> list[Piece]:
        pieces = [parts.label(poster.lead), parts.text(poster.ours_among_us, STRONG)]
        if poster.doers:
            pieces.append(parts.text(poster.doers, SMALL))
        return pieces

    def _now(self, poster: PosterContent, parts: BookParts) -> list[Piece]:
        label = parts.label(_("What {customers} say now"), gap=3.0)
        if not poster.answered:
            return [label, parts.text(_("Nobody has been asked yet."))]
        return [label, *parts.noticed(poster), *(parts.quote(answer) for answer in poster.answers)]
