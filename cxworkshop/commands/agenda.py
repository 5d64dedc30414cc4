"""The command of the agenda: both meetings with the times of their lines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cxworkshop import days
from cxworkshop.clock import clock_time, read_time
from cxworkshop.commands.shared import FILE, changing, command, opened
from cxworkshop.i18n import _

if TYPE_CHECKING:
    from cxworkshop.queries.meetings import Meeting
    from cxworkshop.workshop import Workshop

FIRST_DAY, LAST_DAY = "1", "30"


@command("agenda", _("Show both meetings line by line, or say when one begins."))
@click.argument("file", type=FILE)
@click.option(
    "--day", type=click.Choice([FIRST_DAY, LAST_DAY]), default=FIRST_DAY,
    help=_("The meeting that --starts is about."),
)  # fmt: skip
@click.option("--starts", help=_("When it begins: 9:30; '' for no time."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, described in docs/json."))
def agenda_command(
    file: Path, day: str, starts: str | None, as_json: bool, today: date | None
) -> None:
    """Without a start, times count from the beginning."""
    if starts is None:
        _show(opened(file, today), as_json=as_json)
        return
    with changing(file, today) as workshop:
        minutes = read_time(starts) if starts.strip() else None
        workshop.prepare.agenda.set_start(int(day), minutes)
        _show(workshop, as_json=as_json)


def _show(workshop: Workshop, *, as_json: bool) -> None:
    meetings = [workshop.prepare.agenda.meeting(int(day)) for day in (FIRST_DAY, LAST_DAY)]
    if as_json:
        click.echo(json.dumps([_row(one) for one in meetings], ensure_ascii=False, indent=2))
        return
    dates = (workshop.prepare.day_1(), workshop.prepare.day_30())
    for meeting, on in zip(meetings, dates, strict=True):
        text = _("Day {n}, {day}: {minutes} min")
        click.echo(text.format(n=meeting.day, day=days.full(on), minutes=meeting.minutes))
        for row in meeting.lines:
            begins, ends = (meeting.clock(at) or clock_time(at) for at in (row.begins, row.ends))
            click.echo(f"{begins:>6} – {ends:>5}  {row.line.title}")


def _row(meeting: Meeting) -> dict[str, Any]:
    """See docs/json/agenda.schema.json."""
    return {
        "day": meeting.day,
        "starts": meeting.clock(0),
        "ends": meeting.clock(meeting.minutes),
        "minutes": meeting.minutes,
        "lines": [
            {
                "title": row.line.title,
                "minutes": row.line.minutes,
                "begins": meeting.clock(row.begins),
                "ends": meeting.clock(row.ends),
            }
            for row in meeting.lines
        ],
    }
