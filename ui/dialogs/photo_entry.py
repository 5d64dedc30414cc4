"""What photos of the wall show, as lines that can be changed: piles, and below them ballots."""

from __future__ import annotations

import re
from dataclasses import replace

from cxworkshop.errors import VotesAreThere
from cxworkshop.exchange.paper_lines import pile_lines
from cxworkshop.i18n import _
from cxworkshop.services.photos.gathering import WallFound
from cxworkshop.workshop import Workshop
from ui.dialogs.ballot_entry import vote_preview, votes_summary
from ui.dialogs.paper_entry import PaperPreview
from ui.dialogs.pile_entry import pile_preview, piles_summary

_CODES = re.compile(r"\d+")


class PhotoEntry:
    """Lines such as `B: 3 17 22`; what stands below "Ballots" are votes such as `17: 9`.

    Votes that were counted before are replaced only after a second press, as by `BallotEntry`.
    """

    def __init__(self, workshop: Workshop, found: WallFound) -> None:
        self._workshop, self._found = workshop, found
        self.title, self.name = _("Photos of the wall"), _("Piles and ballots")
        self.about = _(
            "Each card in the picture shows its pile, or ? where that is unclear. Click a card to "
            "say where it belongs, or change the lines. It is one step, so Ctrl+Z takes all back."
        )
        self.hint = _("Waiting on the phone: 3 17 22\nParking: 4, 9, 11-13\nB: 6")
        self._asked_text = ""  # the lines of the press that was refused
        self._but_these = False  # whether that was for the lines that fit alone

    @property
    def text(self) -> str:
        """The lines as they were read."""
        found = self._found
        parts = [found.piles, found.open_piles]
        if found.votes:
            parts += ["", _("Ballots"), found.votes]
        return "\n".join(part for number, part in enumerate(parts) if part or number == 2)

    def verb(self, text: str) -> str:
        """What the button says; another word once it was asked for these lines."""
        return _("Replace the votes") if self._was_asked(text) else _("Take all this")

    def preview(self, text: str) -> PaperPreview:
        """What these lines would do."""
        piles_text, votes_text, above = _parted(text)
        piles = self._workshop.big_list.piles.preview(piles_text)
        votes = self._workshop.pick.ballots.preview(votes_text)
        counted = map(vote_preview, votes.lines)
        lines = [*map(pile_preview, piles.lines),
                 *(replace(vote, number=vote.number + above) for vote in counted)]  # fmt: skip
        parts = [piles_summary(piles)]
        if votes_text.strip():
            parts.append(votes_summary(votes))
        rest = piles.cards + len(votes.doing)
        return PaperPreview(tuple(lines), " ".join(filter(None, parts)), rest)

    def take(self, text: str, *, but_these: bool) -> None:
        """Group and count in one step; the preview has shown how many cards (R12)."""
        piles, votes, _above = _parted(text)
        again = self._was_asked(text)
        self._but_these = but_these or (self._but_these and again)
        ways = {"sure": True, "but_these": self._but_these, "again": again}
        try:
            self._workshop.importing.photos.take(piles, votes, **ways)
        except VotesAreThere:
            self._asked_text = text
            raise

    def _was_asked(self, text: str) -> bool:
        return bool(self._asked_text) and self._asked_text == text

    def doubts(self, text: str) -> list[str]:
        """What is unclear; a card that stands in a line is settled."""
        placed = headlines_of(text)
        return [said for doubt in self._found.doubts if (said := doubt.sentence(placed))]


def headlines_of(text: str) -> dict[str, str]:
    """The headline or letter under which each card stands in the lines of piles."""
    lines = pile_lines(_parted(text)[0])
    return {str(code): line.headline for line in lines for code in line.codes}


def pile_names(text: str) -> list[str]:
    """The headlines and letters of the lines, each once."""
    return list(dict.fromkeys(line.headline for line in pile_lines(_parted(text)[0])))


def moved(text: str, card: str, headline: str) -> str:
    """The lines with this card under that headline alone; under none for an empty one."""
    piles, votes, _above = _parted(text)
    lines, is_put = [], not headline
    for line in piles.splitlines():
        name, colon, codes = line.partition(":")
        left = [code for code in _CODES.findall(codes) if code != card]
        if colon and name.strip() == headline:
            left.append(card)
            is_put = True
        if left or not colon:
            lines.append(f"{name}: {' '.join(left)}" if colon else line)
    if not is_put:
        lines.append(f"{headline}: {card}")
    changed = "\n".join(lines).rstrip("\n")
    if not votes.strip():
        return changed
    return "\n".join((changed, "", _("Ballots"), votes))


def _parted(text: str) -> tuple[str, str, int]:
    """The lines of piles, those of ballots, and how many stand above the latter."""
    lines = text.split("\n")
    heads = [number for number, line in enumerate(lines) if line.strip() == _("Ballots")]
    if not heads:
        return text, "", 0
    return "\n".join(lines[: heads[0]]), "\n".join(lines[heads[0] + 1 :]), heads[0] + 1
