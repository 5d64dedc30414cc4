"""Answers to everybody: a list of every wish with its answer, and a slip for who wants to hear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxworkshop.content.values import (
    AnsweredWish,
    AnswersContent,
    AnswerSlip,
    AnswerSlipsContent,
    SlipWish,
)
from cxworkshop.i18n import _, n_, ngettext
from cxworkshop.sheets.layout.card_flow import card_room, flow_cards
from cxworkshop.sheets.layout.card_pages import CutCard, card_pages
from cxworkshop.sheets.layout.density import SMALL, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.flow import Cell, Piece, on_pages, row
from cxworkshop.sheets.layout.labels import LabelProfile, plain
from cxworkshop.sheets.layout.page_frame import Frame, flowing
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import Paper
from cxworkshop.sheets.share.parts import BODY, STRONG, BookParts
from cxworkshop.textual import with_full_stop
from cxworkshop.wishes import AnswerKind

_HEADS = {
    AnswerKind.DID: n_("What we did"),
    AnswerKind.TRIED: n_("What we tried"),
    AnswerKind.DOING: n_("What we are doing"),
    AnswerKind.LIST: n_("What is on the list"),
    AnswerKind.CANT: n_("What we can’t do"),
    AnswerKind.HANDED_ON: n_("What we handed on"),
}
_PAD = 8.0  # mm inside a slip


def answers(content: AnswersContent, options: PrintOptions) -> list[Page]:
    """Draw the list, by the kinds of answers."""
    number = _("round {n}").format(n=content.round_number)
    frame = Frame(kind=_("Answers to everybody"), whose=f"{content.team}  ·  {number}")
    return flowing(frame, list(_Answers(content, options.paper).pieces()), options.paper)


@dataclass(frozen=True)
class _Answers:
    content: AnswersContent
    paper: Paper

    def pieces(self) -> Iterator[Piece]:
        """The counts, then each wish below the kind of its answer."""
        content, parts = self.content, BookParts(self.paper.left, self.paper.column)
        yield parts.title(_("What you asked for, and our answer"))
        text = _("{n} of {all} without an answer")
        total = text.format(n=content.unanswered, all=len(content.wishes))
        yield parts.text(total, BODY, gap=1.0)
        counts = dict(content.counts)
        for kind, head in _HEADS.items():
            wishes = [wish for wish in content.wishes if wish.kind == kind.value]
            if wishes:
                yield parts.part(_(head), str(counts[kind.value]))
                for wish in wishes:
                    yield from _wish(wish, parts)


def _wish(wish: AnsweredWish, parts: BookParts) -> Iterator[Piece]:
    words = _("“{words}”").format(words=wish.words) if wish.said else wish.words
    yield parts.text(f"{wish.code}  {words}", STRONG, gap=3.0, keep=True)
    yield parts.text(_answer(wish), BODY, keep=True)
    by = ngettext("said by {n} customer", "said by {n} customers", wish.customers)
    yield parts.text(by.format(n=wish.customers), SMALL)


def slips(content: AnswerSlipsContent, options: PrintOptions) -> list[Page]:
    """Draw four slips on a page, to cut out; a long one goes on over several."""
    profile = plain(options.paper, 2, 2)
    cards = [card for slip in content.slips for card in _slip(content, slip, profile)]
    note = _("One for each customer who wanted to hear. Print at 100 %, not fitted to the page.")
    return card_pages(cards, profile, options, _("Answers"), note)


def _slip(content: AnswerSlipsContent, slip: AnswerSlip, profile: LabelProfile) -> list[CutCard]:
    width = profile.width - 2 * _PAD

    def head(number: int, count: int) -> Piece:
        whose = _("customer {n}").format(n=slip.customer)
        goes_on = _("{n} of {of}").format(n=number, of=count) if count > 1 else ""
        text = "  ·  ".join(filter(None, (content.team, whose, goes_on)))
        return row([Cell(_PAD, (set_text(text, SMALL, width),))])

    room = card_room(profile.height, _PAD, head)
    parts = BookParts(_PAD, width)
    pieces = [piece for wish in slip.wishes for piece in _on_slip(wish, parts)]
    return flow_cards(on_pages(pieces, room, room), _PAD, head)


def _on_slip(wish: SlipWish, parts: BookParts) -> Iterator[Piece]:
    lead = _("Others said, and you agreed:") if wish.agreed else _("You said:")
    yield parts.text(lead, SMALL, gap=2.0, keep=True)
    for words in wish.words:
        yield parts.text(_("“{words}”").format(words=words), STRONG, keep=True)
    yield parts.text(_answer(wish), BODY, gap=1.4)


def _answer(wish: AnsweredWish | SlipWish) -> str:
    stands_alone = wish.kind == AnswerKind.LIST or not wish.sentences
    lead = f"{wish.lead}." if stands_alone else f"{wish.lead}:"
    return " ".join([lead, *map(with_full_stop, wish.sentences)])
