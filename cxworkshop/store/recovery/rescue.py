"""Make a new workshop from what can be read of a damaged one; the damaged file is only read.

Rows whose seal fits come as they were. What is doubtful, was changed to fit, or stands in place of
something lost is marked, so that nobody takes it for a customer's words unseen. The undo history
does not come along: half of it would be worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cxworkshop.filenames import real_path
from cxworkshop.i18n import _, n_, ngettext
from cxworkshop.store import refusals
from cxworkshop.store.disk import file
from cxworkshop.store.disk.publish import NO_FILE, publish
from cxworkshop.store.recovery.carve import carve
from cxworkshop.store.recovery.identify import Key, identify
from cxworkshop.store.recovery.new_file import new_file
from cxworkshop.store.recovery.reconstruct import Reconstruction


class CannotRescue(refusals.FileRefusal):
    """What can be read makes no workshop that could be opened."""

    text = n_(
        "What can be read in {name} does not make a workshop any more. It was not changed; "
        "open an earlier copy instead."
    )


@dataclass(frozen=True)
class RescueResult:
    """What came back: `cards` of the `cards_known`; `doubtful` rows are marked in the new file.

    `left_out` counts records that could not be identified or fit nothing; `foreign` those of
    another workshop, whose bytes got into this file.
    """

    name: str
    image: bytes
    rows: int
    cards: int
    cards_known: int
    doubtful: tuple[Key, ...]
    left_out: int
    foreign: int

    def sentence(self) -> str:
        """What came back, in words."""
        cards = ngettext(
            "{n} of {known} card came back.", "{n} of {known} cards came back.", self.cards_known
        ).format(n=self.cards, known=self.cards_known)
        doubtful = ngettext(
            "{n} thing could not be read for certain and is marked.",
            "{n} things could not be read for certain and are marked.",
            len(self.doubtful),
        ).format(n=len(self.doubtful))
        left_out = ngettext(
            "{n} piece could not be told what it was.",
            "{n} pieces could not be told what they were.",
            self.left_out,
        ).format(n=self.left_out)
        foreign = ngettext(
            "{n} piece is another workshop’s and was left out.",
            "{n} pieces are another workshop’s and were left out.",
            self.foreign,
        ).format(n=self.foreign)
        parts = [cards]
        parts += [doubtful] if self.doubtful else []
        parts += [left_out] if self.left_out else []
        parts += [foreign] if self.foreign else []
        return " ".join([*parts, _("What could be undone stays behind.")])

    def save(self, to: Path) -> None:
        """Write the new workshop; raises a FileRefusal, such as FileIsThere."""
        publish(self.image, real_path(to), NO_FILE)


def rescue(path: Path, today: date) -> RescueResult:
    """Read what can be read; raises a FileRefusal when there is nothing of ours in it."""
    data = file.read_bytes(path)
    if not data:
        raise refusals.EmptyFile(path.name)
    identified = identify(carve(data))
    if not any(row.is_certain for row in identified.rows.values()):
        raise refusals.NothingLeft(path.name)
    found = Reconstruction(identified, today)
    found.reconstruct()
    image = new_file(found.rows, identified, found.doubtful)
    if image is None:
        raise CannotRescue(path.name)
    return RescueResult(
        path.name,
        image,
        rows=len(found.rows),
        cards=found.cards,
        cards_known=found.cards_known,
        doubtful=found.doubtful,
        left_out=found.left_out,
        foreign=identified.foreign,
    )
