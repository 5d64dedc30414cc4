"""`cxworkshop-office`: a person runs it; nothing in the background does."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from cxworkshop import log, private_files
from cxworkshop.cli import main as run
from cxworkshop.compat import override
from cxworkshop.i18n import _

COMMANDS = {
    "preview": "laptop",
    "export": "laptop",
    "push": "server",
    "load": "server",
    "refresh": "server",
    "report": "reporting",
    "migrate": "administration",
    "allow": "administration",
    "disallow": "administration",
    "erase": "administration",
    "retain": "administration",
}


class OfficeCommands(click.Group):
    """The commands, in the order in which they are needed; loaded when asked for."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        """From a laptop to the office."""
        return [*COMMANDS]

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"cxworkshop.office.commands.{COMMANDS[cmd_name]}")
        found: click.Command = getattr(module, f"{cmd_name}_command")
        return found


@click.command(
    cls=OfficeCommands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_(
        "Brings figures of many teams together in a PostgreSQL database, and shows them.\n\n"
        "FILE is a workshop (.cxw). URL is a database, “postgresql://…”, without a password. "
        "A refusal ends with 2 and one sentence, and changes nothing."
    ),
)
def office() -> None:
    """The whole tool."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    return run(arguments, office, "cxworkshop-office")


def start() -> None:
    """What `cxworkshop-office` runs."""
    log.watch()
    private_files.keep_others_out()
    sys.exit(main())


if __name__ == "__main__":
    start()
