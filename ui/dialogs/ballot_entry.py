"""Ballots from paper: one line each, and nothing is taken while one of them does not fit."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from cxworkshop.errors import Refusal, VotesAreThere
from cxworkshop.i18n import _, ngettext
from cxworkshop.queries.ballot_lines import Vote, Votes
from cxworkshop.workshop import Workshop
from ui.dialogs.paper_entry import LinePreview, PaperEntryDialog, PaperPreview
from ui.theme.theme import Theme


class BallotEntryDialog(PaperEntryDialog):
    """`17: 9` or `B: 9`, as many lines as there are; they are advice to the doers."""

    def __init__(self, workshop: Workshop, theme: Theme, parent: QWidget) -> None:
        self._workshop = workshop
        self._asked = ""  # the text for which it was asked whether old votes shall go
        self._but_these = False  # and whether it was asked for the lines that fit alone
        about = _("One line each: a card’s number or a group’s letter, a colon, its votes.")
        super().__init__(_("Type in the ballots"), about, _("Ballots"), theme, parent)

    @property
    @override
    def hint(self) -> str:
        """Two of them."""
        return "17: 9\nB: 4"

    @property
    @override
    def deed(self) -> str:
        """What is done with them; after the question, its yes."""
        return _("Replace them") if self._is_asked() else _("Count them")

    @override
    def look_at(self, text: str) -> PaperPreview:
        """The votes beside what they are for."""
        found = self._workshop.pick.ballots.preview(text)
        return PaperPreview(tuple(map(_line_seen, found.lines)), _summary(found), len(found.doing))

    @override
    def take(self, text: str, *, but_these: bool) -> None:
        """Votes that stand already are replaced only after a yes."""
        self._but_these = but_these
        lines = text.splitlines()
        self._workshop.pick.ballots.record(lines, again=self._is_asked(), but_these=but_these)

    @override
    def press(self) -> None:
        """A yes to the question is a yes to what was asked."""
        self._do(but_these=self._but_these and self._is_asked())

    @override
    def refused(self, refusal: Refusal) -> None:
        """Old votes: the button becomes the answer."""
        if isinstance(refusal, VotesAreThere):
            self._asked = self.lines.toPlainText()
        super().refused(refusal)
        self.yes.say(self.deed)

    def _is_asked(self) -> bool:
        return bool(self._asked) and self._asked == self.lines.toPlainText()


def _line_seen(vote: Vote) -> LinePreview:
    if vote.subject is None:
        return LinePreview(vote.number, "", (), vote.troubles)
    headline = f"“{vote.subject.headline}”" if vote.subject.headline else ""
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
    return LinePreview(vote.number, f"{vote.subject.name}: {votes}", tuple(notes), (),
                    headline if vote.is_said else "")  # fmt: skip


def _summary(found: Votes) -> str:
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
