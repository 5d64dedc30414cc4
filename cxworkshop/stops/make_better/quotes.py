"""Which of customers' words an improvement is told with: on poster, cards, plan and Wall."""

from __future__ import annotations

from cxworkshop.errors import NotFound, quoted
from cxworkshop.i18n import _
from cxworkshop.model import Pick, PickId, Quote, VerbatimId
from cxworkshop.queries.quotes import HeardWords, heard_of, quote_name, quote_of, words_to_quote
from cxworkshop.stops.stop import StopPart

_STRAIGHT = str.maketrans("‘’“”", "''\"\"")  # sign for sign: a place stays the same place


class Quotes(StopPart):
    """One quote of each pick is chosen by a person, or else by the program."""

    def said_of(self, pick: PickId) -> list[HeardWords]:
        """What customers said of it in words: as frozen when it was locked, else as it is now."""
        return [row for row in heard_of(self._store, self._store.get(Pick, pick)) if row.words]

    def chosen(self, pick: PickId) -> Quote | None:
        """What a person chose, as long as a customer says it there."""
        found = quote_of(self._store, pick)
        there = {row.verbatim for row in self.said_of(pick)}
        return found if found is not None and found.verbatim in there else None

    def words(self, pick: PickId) -> str:
        """What is quoted of it now; "" where nobody said anything."""
        return words_to_quote(self._store, self._store.get(Pick, pick))

    def choose(self, pick: PickId, verbatim: VerbatimId, excerpt: str = "") -> None:
        """Quote these words of a customer, or the part of them; "" is all of them.

        Raises NotFound for words that nobody said of it, or that have no such part.
        """
        said = next((row.words for row in self.said_of(pick) if row.verbatim == verbatim), None)
        part = excerpt.strip()
        if said is None or part not in said:
            raise _nobody_said(part)
        row = Quote(
            id=quote_name(pick),
            pick=pick,
            verbatim=verbatim,
            excerpt="" if part == said.strip() else part,
        )
        with self._store.edit(_("Choose what is quoted")) as edit:
            edit.write(row)

    def choose_words(self, pick: PickId, words: str) -> None:
        """Quote the first customer who said these words; raises NotFound if nobody did.

        Straight and curly quotation marks and apostrophes are the same.
        """
        part = words.strip()
        for row in self.said_of(pick):
            said = row.words or ""
            at = said.translate(_STRAIGHT).find(part.translate(_STRAIGHT))
            if part and at >= 0:
                self.choose(pick, row.verbatim, said[at : at + len(part)])
                return
        raise _nobody_said(part)

    def let_program_choose(self, pick: PickId) -> None:
        """Take the choice back."""
        row = quote_of(self._store, pick)
        if row is not None:
            with self._store.edit(_("Let the program choose what is quoted")) as edit:
                edit.remove(row)


def _nobody_said(words: str) -> NotFound:
    text = _("No {customer} said “{words}” of it. A quote is their own words, letter by letter.")
    return NotFound(text.format(words=quoted(words)))
