"""The command line, without a window: the same core and rules, one sentence for a refusal."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from cxworkshop import log
from cxworkshop.commands.shared import sentence, usage
from cxworkshop.compat import override
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.memory import seldom_collected
from cxworkshop.system_clock import refuse_impossible_clock

REFUSED, FAILED = 2, 1

# Which module holds which command, in the order of a round; loaded when asked for.
COMMANDS = {
    "new": "files",
    "sample": "files",
    "import": "talk",
    "say": "talk",
    "list": "big_list",
    "group": "big_list",
    "photos": "photos",
    "holiday": "prepare",
    "team": "prepare",
    "agenda": "agenda",
    "encounter": "prepare",
    "step": "prepare",
    "pick": "pick",
    "opposite": "pick",
    "criterion": "pick",
    "idea": "ideas",
    "plan": "make_better",
    "lock": "make_better",
    "block": "make_better",
    "unblock": "make_better",
    "heard": "check",
    "verdict": "check",
    "stays": "staff_test",
    "sure": "staff_test",
    "answer": "answers",
    "hand-on": "answers",
    "answers": "answers",
    "still-open": "still_open",
    "put-down": "still_open",
    "look-again": "still_open",
    "told": "share",
    "next": "share",
    "status": "files",
    "undo": "files",
    "redo": "files",
    "history": "files",
    "print": "printing",
    "fonts": "fonts",
    "export": "export",
    "batch": "batch",
    "merge": "merge",
    "verify": "files",
    "recover": "files",
}


class LazyCommands(click.Group):
    """Commands that are imported when asked for, and those that it is given, as any group.

    `modules` names the module of each in this `package`.
    """

    def __init__(
        self,
        *arguments: Any,
        modules: Mapping[str, str] = COMMANDS,
        package: str = "cxworkshop.commands",
        **more: Any,
    ) -> None:
        super().__init__(*arguments, **more)
        self._modules, self._package = modules, package

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they are needed."""
        return [*self._modules, *self.commands]

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name not in self._modules:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"{self._package}.{self._modules[cmd_name]}")
        found: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return found


@click.command(
    cls=LazyCommands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_(
        "Walks a team through a loop that makes their customers’ experience better every month.\n\n"
        "FILE is a workshop (.cxw). CARD is a card’s number (17) or a group’s letter (B). "
        "SLOT is 1, 2 or 3. A refusal ends with 2 and one sentence, and changes nothing."
    ),
)
def cli() -> None:
    """The whole command line."""


def main(
    arguments: Sequence[str] | None = None, commands: click.Group = cli, name: str = "cxworkshop"
) -> int:
    """Run one command; returns its exit code. Never shows a traceback for what a person typed."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _let_streams_take_any_sign()
    try:
        refuse_impossible_clock()
        with seldom_collected():
            result = commands.main(given, name, standalone_mode=False)
        return result if isinstance(result, int) else 0
    except Refusal as refusal:
        click.echo(sentence(refusal), err=True)
    except click.ClickException as error:
        click.echo(usage(error), err=True)
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Stopped; nothing was changed."), err=True)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has ended
        return 0
    except Exception as error:  # a mistake of ours: the log has it, and no traceback is shown
        click.echo(log.sentence(written=log.failure("command", error)), err=True)
        return FAILED
    return REFUSED


def _let_streams_take_any_sign() -> None:
    """Print “?” for a sign that the terminal's encoding does not have, in place of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
