"""Make a new workshop from what can be read of a damaged one; the damaged file is only read.

Rows whose seal fits come as they were. What is doubtful, was changed to fit, or stands in place of
something lost is marked, so that nobody takes it for a customer's words unseen. The undo history
does not come along: half of it would be worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cxworkshop.filenames import real_path
from cxworkshop.i18n import _, n_, ngettext
from cxworkshop.store import refusals
from cxworkshop.store.disk import file
from cxworkshop.store.disk.publish import NO_FILE, publish
from cxworkshop.store.forgetting.known import forgotten_here, identity_here
from cxworkshop.store.recovery.carve import carve
from cxworkshop.store.recovery.forgotten_rows import WithoutForgotten, leave_out_forgotten
from cxworkshop.store.recovery.identify import Key, identify
from cxworkshop.store.recovery.new_file import new_file
from cxworkshop.store.recovery.older_rows import in_todays_form
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
    another workshop, whose bytes got into this file, `forgotten` those that went or changed because
    somebody was forgotten.
    """

    name: str
    image: bytes
    rows: int
    cards: int
    cards_known: int
    doubtful: tuple[Key, ...]
    left_out: int
    foreign: int
    forgotten: int

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
        parts = [cards, *([doubtful] if self.doubtful else []), *self._left_behind()]
        return " ".join([*parts, _("What could be undone stays behind.")])

    def _left_behind(self) -> Iterator[str]:
        unknown = ngettext(
            "{n} piece could not be told what it was.",
            "{n} pieces could not be told what they were.",
            self.left_out,
        ).format(n=self.left_out)
        foreign = ngettext(
            "{n} piece is another workshop’s and was left out.",
            "{n} pieces are another workshop’s and were left out.",
            self.foreign,
        ).format(n=self.foreign)
        forgotten = ngettext(
            "{n} piece is of somebody who was forgotten and was left out.",
            "{n} pieces are of somebody who was forgotten and were left out.",
            self.forgotten,
        ).format(n=self.forgotten)
        counted = (unknown, self.left_out), (foreign, self.foreign), (forgotten, self.forgotten)
        yield from (sentence for sentence, number in counted if number)

    def save(self, to: Path) -> None:
        """Write the new workshop; raises a FileRefusal, such as FileIsThere."""
        publish(self.image, real_path(to), NO_FILE)


def rescue(path: Path, today: date) -> RescueResult:
    """Read what can be read; raises a FileRefusal when there is nothing of ours in it.

    What was forgotten stays forgotten, as far as the file or this laptop knows of it.
    """
    data = file.read_bytes(path)
    if not data:
        raise refusals.EmptyFile(path.name)
    identified = in_todays_form(identify(carve(data)))
    kept = leave_out_forgotten(identified, forgotten_here(path, identified))
    return _rescued(path.name, kept, today, identity_here(path))


def without_forgotten(image: bytes, ids: Mapping[str, int], today: date) -> bytes:
    """Rebuild the image of another copy without what was forgotten in this one.

    Raises a FileRefusal when nothing can be read in it.
    """
    return _rescued(
        "", leave_out_forgotten(in_todays_form(identify(carve(image))), ids, elsewhere=True), today
    ).image


def _rescued(name: str, kept: WithoutForgotten, today: date, identity: str = "") -> RescueResult:
    identified = kept.identified
    if not any(row.is_certain for row in identified.rows.values()):
        raise refusals.NothingLeft(name)
    found = Reconstruction(identified, today, identity)
    found.reconstruct()
    image = new_file(found.rows, identified, found.doubtful)
    if image is None:
        raise CannotRescue(name)
    return RescueResult(
        name,
        image,
        rows=len(found.rows),
        cards=found.cards,
        cards_known=found.cards_known,
        doubtful=found.doubtful,
        left_out=found.left_out,
        foreign=identified.foreign,
        forgotten=kept.forgotten,
    )
