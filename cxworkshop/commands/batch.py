"""The batch command: many commands on one workshop, which is opened and saved once."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import click

from cxworkshop import log
from cxworkshop.commands.shared import FILE, OpenedOnce, changing, command, sentence, usage
from cxworkshop.errors import BadWords, Refusal
from cxworkshop.i18n import _, ngettext

# They work on files as they are on the disk, or make one.
NOT_HERE = frozenset({"batch", "fonts", "merge", "new", "recover", "sample", "shot", "verify"})
COMMENT = "#"


class BatchLine(NamedTuple):
    """One command of a batch; lines are counted from 1, those without a command too."""

    number: int
    text: str


class Stopped(NamedTuple):
    """Where a batch ended before its time, and why."""

    line: BatchLine
    why: Exception
    done: int  # commands before it


@command("batch", _("Run the commands that standard input holds, one a line."))
@click.argument("file", type=FILE)
def batch_command(file: Path, today: date | None) -> None:
    """Run many commands on a workshop that is opened and saved once.

    A line is what would be typed after `cxworkshop`. At the first that is refused it stops; what
    came before stays, each command as a step of its own.
    """
    lines = list(_lines(sys.stdin.buffer.read()))
    with changing(file, today) as workshop:
        stopped = _run_all(OpenedOnce(workshop, today), lines)
    if stopped is None:
        return
    click.echo(_sentence(stopped), err=True)
    is_ours = not isinstance(stopped.why, Refusal | click.ClickException)  # a mistake of ours
    click.get_current_context().exit(1 if is_ours else 2)


batch_command.epilog = _(
    "Every line names FILE, as it does without a batch: “pick team.cxw 17”. Quotes and backslashes "
    "are read as a Unix shell reads them; empty lines and lines that begin with # are passed over. "
    "The first line that is refused ends the batch; what came before it is saved."
)


def _lines(data: bytes) -> Iterator[BatchLine]:
    """The lines with a command; raises BadWords for text in another encoding."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        said = _("Line {number} is not written in UTF-8. Nothing was changed.")
        raise BadWords(said.format(number=number)) from None
    for number, words in enumerate(text.splitlines(), start=1):
        if words.strip() and not words.lstrip().startswith(COMMENT):
            yield BatchLine(number, words)


def _run_all(opened: OpenedOnce, lines: list[BatchLine]) -> Stopped | None:
    group = click.get_current_context().find_root().command
    for done, line in enumerate(lines):
        try:
            group.main(_words(line), "cxworkshop", standalone_mode=False, obj=opened)
        except Exception as error:  # of whatever kind: what came before is saved all the same
            return Stopped(line, error, done)
    return None


def _words(line: BatchLine) -> list[str]:
    """What a shell would make of the line; raises BadWords."""
    try:
        words = shlex.split(line.text)
    except ValueError:
        raise BadWords(_("A quotation mark or a backslash stands alone.")) from None
    if words[0] in NOT_HERE:
        raise BadWords(_("“{name}” can’t stand in a batch.").format(name=words[0]))
    return words


def _sentence(stopped: Stopped) -> str:
    """The refusal with the number of its line, and what has become of the others."""
    if isinstance(stopped.why, Refusal):
        why = sentence(stopped.why)
    elif isinstance(stopped.why, click.ClickException):
        why = usage(stopped.why)
    else:
        why = log.sentence(written=log.failure("batch", stopped.why))
    before = ngettext(
        "(The command before it stays.)", "(The {n} commands before it stay.)", stopped.done
    )
    kept = before.format(n=stopped.done) if stopped.done else _("(Nothing was changed.)")
    return _("Line {number}: {why} {kept}").format(number=stopped.line.number, why=why, kept=kept)
