"""Ballots from paper: advice to the doers, counted in one step or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.errors import VotesAreThere, WrongLines
from cxworkshop.i18n import _
from cxworkshop.model import Ballot
from cxworkshop.queries.ballot_lines import Votes, ballot_name, votes
from cxworkshop.stops.stop import Stop


class Balloting(Stop):
    """How many votes a card or a group got on paper."""

    def preview_ballots(self, text: str) -> Votes:
        """What each line says, and what does not fit."""
        return votes(self._store, self._round, text)

    def take_ballots(
        self, lines: Sequence[str], *, again: bool = False, but_these: bool = False
    ) -> Votes:
        """`17: 9` or `B: 9`, typed from paper; nothing is taken when one line doesn't fit.

        Raises WrongLines for lines that can't be read, unknown or doubled names and impossible
        numbers; `but_these` counts the others all the same. Raises VotesAreThere where other
        votes stand already, unless they are to be replaced (`again`).
        """
        found = self.preview_ballots("\n".join(lines))
        if found.troubles and not (but_these and found.doing):
            raise WrongLines(_sentence(found), len(found.doing))
        if found.replaced and not again:
            raise VotesAreThere(_changes(found))
        with self._store.edit(_("Type the ballots")) as edit:
            for vote in found.doing:
                assert vote.subject is not None  # or it would be in trouble
                edit.write(
                    Ballot(
                        id=ballot_name(self._round, vote.subject),
                        round=self._round.id,
                        card=vote.subject.card,
                        card_group=vote.subject.card_group,
                        votes=vote.votes,
                    )
                )
        return found


def _changes(found: Votes) -> str:
    text = _("{code} ({was}, now {votes})")
    return ", ".join(
        text.format(code=vote.subject.code if vote.subject else "", was=vote.was, votes=vote.votes)
        for vote in found.replaced
    )


def _sentence(found: Votes) -> str:
    if len(found.troubles) == 1:
        return f"{found.troubles[0][1]} " + _("Nothing was counted.")
    said = [_("Line {n}: {what}").format(n=n, what=what) for n, what in found.troubles]
    return " ".join([_("Nothing was counted yet, for some lines don’t fit."), *said])
