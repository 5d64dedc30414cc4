"""Ballots from paper, one line each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxworkshop.errors import VotesAreThere
from cxworkshop.i18n import _, in_quotes, ngettext, with_colon
from cxworkshop.queries.ballot_lines import Vote, Votes
from cxworkshop.workshop import Workshop
from ui.dialogs.paper_entry import LinePreview, PaperEntryDialog, PaperPreview
from ui.theme.theme import Theme


class BallotEntry:
    """Lines like `17: 9` or `B: 9`; votes are advice to those who decide.

    Votes that were typed before are replaced only after a second press: the first one is refused,
    and the button then says what the second one does.
    """

    def __init__(self, workshop: Workshop) -> None:
        self._pick = workshop.pick
        self.title, self.name = _("Type in the ballots"), _("Ballots")
        self.about = _("One line each: a card’s number or a group’s letter, a colon, its votes.")
        self.hint = "17: 9\nB: 4"
        self._asked_text = ""  # the lines of the press that was refused
        self._but_these = False  # whether that was for the lines that fit alone

    def verb(self, text: str) -> str:
        """What the button says; another word once it was asked for these lines."""
        return _("Replace them") if self._was_asked(text) else _("Count them")

    def preview(self, text: str) -> PaperPreview:
        """What these ballots add up to."""
        found = self._pick.ballots.preview(text)
        return PaperPreview(tuple(map(vote_preview, found.lines)), votes_summary(found),
                            len(found.doing))  # fmt: skip

    def take(self, text: str, *, but_these: bool) -> None:
        """Count them; the second press means the same lines as the first."""
        again = self._was_asked(text)
        self._but_these = but_these or (self._but_these and again)
        try:
            self._pick.ballots.record(text.splitlines(), again=again, but_these=self._but_these)
        except VotesAreThere:
            self._asked_text = text
            raise

    def _was_asked(self, text: str) -> bool:
        return bool(self._asked_text) and self._asked_text == text


class BallotEntryDialog(PaperEntryDialog):
    """The dialog for ballots."""

    def __init__(self, workshop: Workshop, theme: Theme, parent: QWidget) -> None:
        super().__init__(BallotEntry(workshop), theme, parent)


def vote_preview(vote: Vote) -> LinePreview:
    """What the votes of a line are for, in words."""
    if vote.subject is None:
        return LinePreview(vote.number, "", (), vote.troubles)
    headline = in_quotes(vote.subject.headline) if vote.subject.headline else ""
    notes = [headline] if headline and not vote.is_said else []
    if vote.was not in (None, vote.votes):
        was = ngettext("{n} vote until now", "{n} votes until now", vote.was or 0)
        notes.append(was.format(n=vote.was))
    if vote.inside:
        text = _("It is in group {letter}: only votes for {letter} show in the list.")
        notes.append(text.format(letter=vote.inside))
    if vote.troubles:
        return LinePreview(vote.number, vote.subject.name, (), vote.troubles)
    votes = ngettext("{n} vote", "{n} votes", vote.votes).format(n=vote.votes)
    return LinePreview(vote.number, with_colon(vote.subject.name, votes), tuple(notes), (),
                    headline if vote.is_said else "")  # fmt: skip


def votes_summary(found: Votes) -> str:
    """What all lines add up to."""
    here = ngettext("{n} vote", "{n} votes", found.total).format(n=found.total)
    lines = ngettext("in {n} line", "in {n} lines", len(found.doing)).format(n=len(found.doing))
    if not found.doing:
        all_ = ngettext("{n} vote is typed in so far.", "{n} votes are typed in so far.",
                        found.before)  # fmt: skip
        return all_.format(n=found.before) if found.before else ""
    text = _("All but these: {votes} {lines}.") if found.troubles else _("{votes} {lines}.")
    said = text.format(votes=here, lines=lines)
    if found.after == found.total:
        return said
    more = _("With those typed before: {n} in all.").format(n=found.after)
    return f"{said} {more}"
