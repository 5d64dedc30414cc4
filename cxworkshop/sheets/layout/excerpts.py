"""Excerpts of long answers, for paper that is read in passing; the file keeps them whole."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.content.values import CustomerQuote
from cxworkshop.textual import shortened

IN_PASSING = 160  # letters of a quote on posters and thank-you cards: five lines of 28 points
BESIDE_OTHERS = 110  # letters of an answer below the count of a poster
IN_A_HEADING = 120  # letters of a card, at most, that its number's heading has
AT_A_TABLE = 300  # letters of a quote on a plan, or of a line of the grid


def excerpt(words: str, most: int) -> str:
    """The first words as one paragraph, ended by "…" where there are more."""
    return shortened(" ".join(words.split()), most) if len(words) > most else words


def excerpted(quote: CustomerQuote, most: int) -> CustomerQuote:
    """The quote with its words cut to an excerpt."""
    return replace(quote, words=excerpt(quote.words, most))
