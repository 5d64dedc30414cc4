"""The round's book: everything from whom we serve to what customers noticed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxworkshop import days
from cxworkshop.content.values import RoundBookContent
from cxworkshop.i18n import _, with_colon
from cxworkshop.sheets.big_list.everything_said import SaidReport
from cxworkshop.sheets.big_list.said_in_words import totals
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Piece
from cxworkshop.sheets.layout.page_frame import Frame, flowing, privacy
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import Paper
from cxworkshop.sheets.share.book_pick import pick_pieces
from cxworkshop.sheets.share.parts import BODY, BookParts


def round_book(book: RoundBookContent, options: PrintOptions) -> list[Page]:
    """Draw the book, on as many pages as it needs."""
    round_ = _("round {n}").format(n=book.number)
    frame = Frame(
        kind=_("The round’s book"),
        whose=f"{book.team}  ·  {round_}",
        privacy=privacy(),
    )
    return flowing(frame, list(_Book(book, options.paper).pieces()), options.paper)


@dataclass(frozen=True)
class _Book:
    book: RoundBookContent
    paper: Paper

    @property
    def _parts(self) -> BookParts:
        return BookParts(self.paper.left, self.paper.column)

    def pieces(self) -> Iterator[Piece]:
        """All of it, in the order of the stops."""
        book, parts = self.book, self._parts
        yield parts.title(_("The book of round {n}").format(n=book.number))
        yield parts.text(_when(book), gap=1.0)
        yield from self._offered()
        yield from self._served()
        yield parts.part(_("What {customers} said"))
        yield parts.text(
            totals(book.said.verbatims, book.said.customers, book.said.asked), BODY, gap=1.0
        )
        yield from SaidReport(book.said, self.paper).listed()
        yield from self._picked()
        yield from self._put_down()
        yield from parts.promises(book.promises)
        yield from self._aside()

    def _offered(self) -> Iterator[Piece]:
        book, parts = self.book, self._parts
        if book.good_at or book.experience:
            yield parts.part(_("What we offer"))
        if book.good_at:
            yield parts.label(_("What we are good at"), gap=2.0)
            yield parts.text(book.good_at)
        if book.experience:
            yield parts.label(_("The experience we want to offer"), gap=3.0)
            yield parts.text(book.experience)

    def _served(self) -> Iterator[Piece]:
        book, parts = self.book, self._parts
        if not book.serve and not book.not_please:
            return
        yield parts.part(_("Whom we serve"))
        if book.serve:
            yield parts.label(_("We serve"), gap=2.0)
            yield from map(parts.item, book.serve)
        if book.not_please:
            yield parts.label(_("We accept that we will not please"), gap=3.0)
            yield from map(parts.item, book.not_please)

    def _picked(self) -> Iterator[Piece]:
        book, parts = self.book, self._parts
        if not book.picks:
            yield parts.part(_("What we picked"))
            yield parts.text(_("Nothing was picked yet."), gap=1.0)
        for pick in book.picks:
            yield from pick_pieces(pick, book.deciders, parts)

    def _put_down(self) -> Iterator[Piece]:
        """What is not finished and will not be, with the written reasons (R13)."""
        if not self.book.put_down:
            return
        yield self._parts.part(_("Put down, with the reason"))
        heads = (_("What"), _("Why"), _("When"))
        rows = [
            (with_colon(line.title, line.words) if line.title else line.words, line.reason,
             days.short(line.day))
            for line in self.book.put_down
        ]  # fmt: skip
        yield from self._parts.table(heads, rows, (0.45, 0.4, 0.15))

    def _aside(self) -> Iterator[Piece]:
        """What is not on the list any more: counted, since most of it is no customer's speech."""
        if not self.book.aside:
            return
        yield self._parts.part(_("Set aside: no longer on the list, and not lost"))
        yield self._parts.text(_("The words are in the workshop’s file."), gap=1.0)
        rows = [(line.what, line.why) for line in self.book.aside]
        yield from self._parts.table((_("What"), _("Why")), rows, (0.55, 0.45))


def _when(book: RoundBookContent) -> str:
    first = days.full(book.started_on)
    if book.ended_on is None:
        return _("Begun on {day}.").format(day=first)
    return _("From {first} to {last}.").format(first=first, last=days.full(book.ended_on))
