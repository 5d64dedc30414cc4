"""The words of one line that can be picked: what is painted, and what a screen reader says."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.i18n import _, in_quotes, ngettext, with_commas
from cxworkshop.queries.opposites import OppositePair, OppositeSide
from cxworkshop.stops.pick import Before, Candidate
from cxworkshop.textual import shortened, with_full_stop
from ui.theme.text_layout import named


@dataclass(frozen=True)
class LinePart:
    """One piece of a line: its words, its font and its colour."""

    words: str
    role: str = "small"
    ink: str = "grey"
    is_inset: bool = False  # of an opposite, which stands further in
    has_arrows: bool = False  # before it
    is_elided: bool = False  # to one line
    code: str = ""  # of a card, before the words on its first line


def line_parts(candidate: Candidate, *, served: bool, full: bool) -> list[LinePart]:
    """What stands on a line, from top to bottom; `full` adds all that customers said."""
    parts = _title(candidate, full=full)
    parts.append(LinePart(note(candidate, served=served)))
    for pair in candidate.opposites:
        against = _against(candidate, pair, served=served)
        parts.append(LinePart(against, "small", "ink", is_inset=True, has_arrows=True))
        role = "small" if _other_side(candidate, pair).subject.card_group else "verbatim_list"
        theirs = _their_words(candidate, pair)
        parts.append(LinePart(theirs, role, "quote", is_inset=True, is_elided=not full))
        parts.append(LinePart(_decided(pair), is_inset=True))
    for past in candidate.before:
        parts.append(LinePart(past.in_short, "small", "ink"))
        parts.append(LinePart(_told(past) if full else past.counted))
    return [part for part in parts if part.words]


def _title(candidate: Candidate, *, full: bool) -> list[LinePart]:
    """Our headline and a customer's words below it, or the words alone, which look like words."""
    subject = candidate.subject
    headline = subject.headline if full else shortened(subject.headline)
    if subject.card and candidate.quote == subject.headline:
        return [LinePart(in_quotes(headline), "verbatim_list", "quote", code=subject.code)]
    words = in_quotes(candidate.quote) if candidate.quote != subject.headline else ""
    return [
        LinePart(named(subject.code, headline), "strong", "ink"),
        LinePart(words if candidate.quote else "", "verbatim_list", "quote", is_elided=not full),
    ]


def note(candidate: Candidate, *, served: bool) -> str:
    """ "7 of those we serve, 2 kind not known · 12 votes · since round 1"; "" for nothing."""
    heard, since = candidate.heard, candidate.since
    votes = ngettext("{n} vote", "{n} votes", candidate.votes).format(n=candidate.votes)
    parts = (
        heard.whom if served else "",
        votes if candidate.votes else "",
        _("since round {number}").format(number=since) if since else "",
    )
    return " · ".join(part for part in parts if part)


def spoken(candidate: Candidate, *, served: bool) -> str:
    """The line's name for screen readers, with all that stands on it but the quote."""
    count = ngettext("{n} {customer}", "{n} {customers}", candidate.customers)
    parts = [
        candidate.subject.name,
        candidate.subject.headline,
        count.format(n=candidate.customers),
        note(candidate, served=served),
        *(_opposite(candidate, pair, served=served) for pair in candidate.opposites),
        *(f"{with_full_stop(past.in_short)} {_told(past)}" for past in candidate.before),
        _("in slot {n}").format(n=candidate.slot) if candidate.slot else "",
    ]
    return with_commas(part for part in parts if part)


def _against(candidate: Candidate, pair: OppositePair, *, served: bool) -> str:
    """ "Opposite: card 52, said by 2 customers, 1 of those we serve"."""
    side = _other_side(candidate, pair)
    said = side.heard.sentence if served else side.heard.said
    return _("Opposite: {name}, {said}").format(name=side.subject.in_title, said=said)


def _opposite(candidate: Candidate, pair: OppositePair, *, served: bool) -> str:
    against = _against(candidate, pair, served=served)
    parts = (against, _their_words(candidate, pair), _decided(pair))
    return with_commas(part for part in parts if part)


def _their_words(candidate: Candidate, pair: OppositePair) -> str:
    """ "“Leave the door open”"; a group's headline is ours, and stands without marks."""
    subject = _other_side(candidate, pair).subject
    return subject.headline if subject.card_group else in_quotes(subject.headline)


def _other_side(candidate: Candidate, pair: OppositePair) -> OppositeSide:
    side = pair.opposite_of(candidate.subject)
    assert side is not None  # a line has only the pairs that it is a side of
    return side


def _decided(pair: OppositePair) -> str:
    words = pair.decided_for
    return _("We decide for: {words}").format(words=words) if words else ""


def _told(past: Before) -> str:
    """ "0 of 2 customers notice. “It rings, and rings.”"."""
    return " ".join(
        part for part in (past.counted, in_quotes(past.said) if past.said else "") if part
    )
