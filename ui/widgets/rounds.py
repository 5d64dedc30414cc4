"""How a round is named on screen."""

from __future__ import annotations

from cxworkshop import days
from cxworkshop.i18n import _
from cxworkshop.model import Round


def round_words(round_: Round) -> str:
    """ "Round 1"."""
    return _("Round {n}").format(n=round_.number)


def past_words(round_: Round) -> str:
    """ "Round 1, finished Wed 7 Oct"; the round alone while it goes on."""
    if round_.ended_on is None:
        return round_words(round_)
    text = _("{round}, finished {day}")
    return text.format(round=round_words(round_), day=days.short(round_.ended_on))
