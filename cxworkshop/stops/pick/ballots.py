"""Ballots from paper: advice to the doers, counted in one step or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.errors import VotesAreThere, WrongLines
from cxworkshop.i18n import _, with_commas
from cxworkshop.model import Ballot
from cxworkshop.queries.ballot_lines import Votes, votes
from cxworkshop.queries.subjects import ballot_name
from cxworkshop.stops.stop import StopPart


class Ballots(StopPart):
    """The votes that cards and groups got on paper, typed in by whoever counted."""

    def preview(self, text: str) -> Votes:
        """Parse the lines and return what each of them says, without writing anything."""
        return votes(self._store, self._round, text)

    def record(
        self, lines: Sequence[str], *, again: bool = False, but_these: bool = False
    ) -> Votes:
        """Write the votes of lines such as `17: 9` or `B: 9`, all in one step or none.

        Raises WrongLines for lines that can't be read, unknown or doubled names and impossible
        numbers, unless `but_these` (the wrong lines) may be skipped. Raises VotesAreThere where
        other votes were recorded before, unless they are to be replaced (`again`).
        """
        parsed = self.preview("\n".join(lines))
        if parsed.troubles and not (but_these and parsed.doing):
            raise WrongLines(_refusal_text(parsed), len(parsed.doing))
        if parsed.replaced and not again:
            raise VotesAreThere(_replacements(parsed))
        with self._store.edit(_("Type the ballots")) as edit:
            for vote in parsed.doing:
                assert vote.subject is not None  # else it would be among the troubles
                edit.write(
                    Ballot(
                        id=ballot_name(self._round, vote.subject),
                        round=self._round.id,
                        card=vote.subject.card,
                        card_group=vote.subject.card_group,
                        votes=vote.votes,
                    )
                )
        return parsed


def _replacements(parsed: Votes) -> str:
    text = _("{code} ({was}, now {votes})")
    return with_commas(
        text.format(code=vote.subject.code if vote.subject else "", was=vote.was, votes=vote.votes)
        for vote in parsed.replaced
    )


def _refusal_text(parsed: Votes) -> str:
    if len(parsed.troubles) == 1:
        return f"{parsed.troubles[0][1]} " + _("Nothing was counted.")
    lines = [_("Line {n}: {what}").format(n=n, what=what) for n, what in parsed.troubles]
    return " ".join([_("Nothing was counted yet, for some lines don’t fit."), *lines])
