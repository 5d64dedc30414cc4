"""What the start page says about a workshop, read from its file.

Imported only after the first paint: the core and its libraries come with it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cxworkshop import days
from cxworkshop.customer_word import DEFAULT, CustomerWord, calling_customers
from cxworkshop.errors import Refusal
from cxworkshop.filenames import is_file, shown, title_of
from cxworkshop.i18n import _
from cxworkshop.open_thing import FAR
from cxworkshop.services.files import has_unsaved_steps
from cxworkshop.workshop import Workshop
from ui.start.lead import Lead, Thread, lead_of
from ui.widgets.open_lines import OpenLine, open_lines


@dataclass(frozen=True)
class FileSummary:
    """One workshop on the start page; of one that can't be read, only `trouble` is known.

    `lines` are what is open besides what leads.
    """

    path: Path
    team: str
    trouble: str = ""
    made_up: bool = False
    round_number: int = 0
    rings: tuple[str, ...] = ()
    lead: Lead | None = None
    thread: Thread | None = None
    lines: tuple[OpenLine, ...] = ()
    late: int = 0
    blocked: int = 0
    left: int = FAR
    changed: str = ""
    customer_word: CustomerWord = DEFAULT

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """Its place among the workshops: what is late first, made-up ones last."""
        last = 2 if self.made_up else 1 if self.trouble else 0
        return (last, -self.late, -self.blocked, self.left)

    @property
    def when(self) -> str:
        """The right end of its row: how late it is, or what it waits for."""
        if self.made_up:
            return _("made up, to try things out")
        return self.lead.row_when if self.lead and self.lead.row_when else self.changed


def file_summary(path: Path, today: date | None = None) -> FileSummary:
    """Read a workshop and close it again; a refusal becomes the summary's `trouble`."""
    if not is_file(path):
        return FileSummary(path, title_of(path), _not_there(path))
    try:
        workshop = Workshop.open(path, today)
    except Refusal as refusal:
        return FileSummary(path, title_of(path), str(refusal))
    with workshop, calling_customers(workshop.prepare.customer_word()):
        return _summary(workshop, path)


def _not_there(path: Path) -> str:
    if has_unsaved_steps(path):
        text = _("The file is not there, but your work is safe on this laptop: {folder}")
    else:
        text = _("The file is not there: {folder}")
    return text.format(folder=shown(path.parent))


def _summary(workshop: Workshop, path: Path) -> FileSummary:
    promises, team = workshop.open_promises, workshop.prepare.team()
    lines = open_lines(workshop, promises.now())
    coming = open_lines(workshop, promises.coming())
    lead, thread, rest = lead_of(workshop, lines)
    days_left = [line.left for line in (*lines, *coming) if line.left is not None]
    return FileSummary(
        path,
        team.team,
        made_up=team.made_up,
        round_number=workshop.rounds.current().number,
        rings=tuple(outcome.stage.value for outcome in workshop.share.outcomes()),
        lead=lead,
        thread=thread,
        lines=tuple(rest),
        late=max((line.late for line in lines), default=0),
        blocked=max((line.blocked for line in lines), default=0),
        left=min(days_left, default=FAR),
        changed=_changed(path),
        customer_word=workshop.prepare.customer_word(),
    )


def _changed(path: Path) -> str:
    """The day on which the file was written last; "" for one that no calendar has."""
    with suppress(OSError, ValueError, OverflowError):
        return days.day_month(date.fromtimestamp(path.stat().st_mtime))  # noqa: DTZ012 - of the room
    return ""
