"""`cxworkshop-office`: a person runs it; nothing in the background does."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from cxworkshop import log, private_files
from cxworkshop.cli import LazyCommands, main as run
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


@click.command(
    cls=LazyCommands,
    modules=COMMANDS,
    package="cxworkshop.office.commands",
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
