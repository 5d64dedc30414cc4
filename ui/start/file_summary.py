"""What the start page says about a workshop, read from its file.

Imported only after the first paint: the core and its libraries come with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cxworkshop import catalogue, days
from cxworkshop.errors import Refusal
from cxworkshop.filenames import shown, title_of
from cxworkshop.i18n import _
from cxworkshop.model import Pick
from cxworkshop.services.files import has_unsaved_steps
from cxworkshop.stops import STOPS
from cxworkshop.workshop import Workshop

DAYS = 30


@dataclass(frozen=True)
class ImprovementSummary:
    """One improvement of the round: its people, and what is in its way."""

    slot: int
    title: str
    people: str
    share: float
    blockers: tuple[tuple[str, str], ...]  # what, and with whom


@dataclass(frozen=True)
class FileSummary:
    """One workshop on the start page; of one that can't be read, only `trouble` is known."""

    path: Path
    team: str
    trouble: str = ""
    round_number: int = 0
    rings: tuple[str, ...] = ()
    day: int = 0
    start: date | None = None
    check: date | None = None
    today: date | None = None
    next: str = ""
    improvements: tuple[ImprovementSummary, ...] = ()
    changed: str = ""


def file_summary(path: Path, today: date | None = None) -> FileSummary:
    """Read a workshop and close it again; a refusal becomes the summary's `trouble`."""
    if not path.is_file():
        return FileSummary(path, title_of(path), _not_there(path))
    try:
        workshop = Workshop.open(path, today)
    except Refusal as refusal:
        return FileSummary(path, title_of(path), str(refusal))
    with workshop:
        return _summary(workshop, path)


def _not_there(path: Path) -> str:
    if has_unsaved_steps(path):
        text = _("The file is not there, but your work is safe on this laptop: {folder}")
    else:
        text = _("The file is not there: {folder}")
    return text.format(folder=shown(path.parent))


def _summary(workshop: Workshop, path: Path) -> FileSummary:
    round_ = workshop.rounds.current()
    picks = {slot: pick for slot, pick in workshop.pick.slots().items() if pick.locked_on}
    starts = [pick.start_on for pick in picks.values() if pick.start_on]
    checks = [pick.check_on for pick in picks.values() if pick.check_on]
    day = workshop.overview.day()
    changed = date.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ012 - the room's own day
    return FileSummary(
        path,
        workshop.prepare.team().team,
        round_number=round_.number,
        rings=tuple(outcome.stage.value for outcome in workshop.share.outcomes()),
        day=day,
        start=min(starts, default=None),
        check=min(checks, default=None),
        today=workshop.today,
        next=_next(workshop, day, min(checks, default=None)),
        improvements=tuple(
            _improvement(workshop, slot, pick, day) for slot, pick in sorted(picks.items())
        ),
        changed=days.day_month(changed),
    )


def _next(workshop: Workshop, day: int, check: date | None) -> str:
    """Say where the team is: in its thirty days, at the check, or at the last stop begun."""
    statuses = dict(zip(STOPS, workshop.overview.stop_statuses(), strict=True))
    if check is not None and statuses["check"].share < 1:
        if check <= workshop.today:
            return _("The 30-day check is due: {day}").format(day=days.short(check))
        if day < 1:
            return _("The thirty days begin")
        return _("Day {n} of 30").format(n=min(day, DAYS))
    begun = [stop for stop in catalogue.stops() if statuses[stop.key].share > 0]
    if not begun:
        return _("Everything is still to come")
    note = statuses[begun[-1].key].note
    return f"{begun[-1].title}, {note}" if note else begun[-1].title


def _improvement(workshop: Workshop, slot: int, pick: Pick, day: int) -> ImprovementSummary:
    plan = next(plan for plan in workshop.content.make_better.plans() if plan.slot == slot)
    leads = _("{name} leads").format(name=plan.owner) if plan.owner else ""
    names = ", ".join(plan.helpers)
    helpers = _("with help from {names}").format(names=names) if names else ""
    blockers = tuple(
        (blocker.words, _("With {name}").format(name=name))
        for number, blocker in workshop.overview.open_blockers()
        if number == slot and (name := workshop.people.name_of(blocker.remover))
    )
    share = min(1.0, max(0.0, day / DAYS)) if pick.start_on else 0.0
    return ImprovementSummary(
        slot, plan.title, ", ".join(filter(None, (leads, helpers))), share, blockers
    )
