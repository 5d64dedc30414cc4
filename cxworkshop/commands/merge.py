"""Put other laptops' copies of a workshop into it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cxworkshop.commands.shared import FILE, changing, command, opened
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _, ngettext

if TYPE_CHECKING:
    from cxworkshop.services.merging import ConflictKey, OtherCopy, PreparedMerge, Whose
    from cxworkshop.workshop import Workshop


_CALLED = {"card": "card", "card_group": "group", "customer": "customer"}  # tables in JSON


@command("merge", _("Put other laptops’ copies of this workshop into it."))
@click.argument("file", type=FILE)
@click.argument("others", type=FILE, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help=_("Only say what would come."))
@click.option(
    "--ours", type=int, multiple=True, metavar="N", help=_("Of disagreement N take what is here.")
)
@click.option(
    "--theirs", type=int, multiple=True, metavar="N", help=_("Of disagreement N take the other’s.")
)
@click.option("--yes", is_flag=True, help=_("Do it without being asked."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, described in docs/json."))
def merge_command(
    file: Path,
    others: tuple[Path, ...],
    ours: tuple[int, ...],
    theirs: tuple[int, ...],
    today: date | None,
    *,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """All of it is one undo step."""
    if (ours or theirs) and len(others) > 1:
        raise BadWords(_("Merge one file at a time to choose what is taken."))
    copies = [_read(other) for other in others]
    if dry_run:
        workshop = opened(file, today)
        choices = _choices(workshop, copies, ours, theirs)
        _say([workshop.merging.prepare(copy, choices) for copy in copies], as_json, done=False)
        return
    with changing(file, today) as workshop:
        choices = _choices(workshop, copies, ours, theirs)
        _say(workshop.merging.merge(copies, choices, sure=yes), as_json, done=True)


def _read(path: Path) -> OtherCopy:
    """A copy, which is closed when the command ends."""
    from cxworkshop.services.merging import OtherCopy

    copy = OtherCopy.read(path)
    click.get_current_context().call_on_close(copy.close)
    return copy


def _choices(
    workshop: Workshop, copies: Sequence[OtherCopy], ours: Sequence[int], theirs: Sequence[int]
) -> dict[ConflictKey, Whose]:
    from cxworkshop.services.merging import Whose

    if not (ours or theirs):
        return {}
    lines = workshop.merging.prepare(copies[0]).conflicts
    found: dict[ConflictKey, Whose] = {}
    for numbers, taken in ((ours, Whose.OURS), (theirs, Whose.THEIRS)):
        for n in numbers:
            if not 1 <= n <= len(lines):
                raise BadWords(_("There is no disagreement {n}; see --dry-run.").format(n=n))
            found[lines[n - 1].key] = taken
    return found


def _say(merges: Sequence[PreparedMerge], as_json: bool, *, done: bool) -> None:
    if as_json:
        click.echo(json.dumps(list(map(_described, merges)), ensure_ascii=False, indent=2))
        return
    for merge in merges:
        for line in _lines(merge, done=done):
            click.echo(line)


def _lines(merge: PreparedMerge, *, done: bool) -> Iterator[str]:
    if merge.is_empty:
        yield _("{name}: everything in it is here already.").format(name=merge.name)
        return
    text = _("{name}: {what}.") if done else _("{name} would bring {what}.")
    yield text.format(name=merge.name, what=merge.sentence)
    for number in merge.forgets:
        yield "  " + _("{Customer} {n} was forgotten on request.").format(n=number)
    yield from (f"  {note}" for note in merge.notes)
    n = len(merge.conflicts)
    if n:
        yield ngettext(
            "Both laptops have changed {n} thing; the one that was not taken is kept in the "
            "history:",
            "Both laptops have changed {n} things; those that were not taken are kept in the "
            "history:",
            n,
        ).format(n=n)
    for number, line in enumerate(merge.conflicts, 1):
        yield "  " + line.sentence(number, merge.name)


def _described(merge: PreparedMerge) -> dict[str, Any]:
    return {
        "file": merge.name,
        "cards": merge.cards,
        "words": merge.words,
        "customers": merge.customers,
        "others": merge.others,
        "forgets": list(merge.forgets),
        "left_out": list(merge.left_out),
        "renumbered": [
            {"what": _CALLED[one.table], "theirs": one.theirs, "ours": one.ours}
            for one in merge.renumbered
        ],
        "conflicts": [
            {
                "what": line.what,
                "field": line.field,
                "ours": line.ours,
                "our_day": line.our_day,
                "theirs": line.theirs,
                "their_day": line.their_day,
                "taken": line.taken.value,
            }
            for line in merge.conflicts
        ],
    }
