"""The core's commands and `shot`, which needs Qt."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from cxworkshop.cli import COMMANDS, LazyCommands, cli, main as core
from cxworkshop.commands.shared import FILE, command
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.stops import STOPS

SIZE = "1366x768"


@command("shot", _("Draw a stop off screen into a PNG, and end."))
@click.argument("file", type=FILE)
@click.option("--to", "target", type=FILE, required=True, help=_("The PNG."))
@click.option(
    "--stop",
    type=click.IntRange(0, len(STOPS)),
    default=0,
    help=_("1 to {last}; 0 is the start page.").format(last=len(STOPS)),
)
@click.option("--size", default=SIZE, help=_("Width x height in pixels."))
@click.option("--dark", is_flag=True, help=_("Use the dark theme."))
@click.option("--wall", is_flag=True, help=_("What the room sees; 0 is what is still open."))
@click.option("--page", type=click.IntRange(1), default=1, help=_("Page of the Wall."))
@click.option("--text", type=click.IntRange(80, 200), default=100, help=_("Text size in percent."))
def shot_command(
    file: Path,
    target: Path,
    stop: int,
    size: str,
    dark: bool,
    wall: bool,
    page: int,
    text: int,
    today: date | None,
) -> None:
    """Draw the window, or the Wall, as it would look."""
    width, _x, height = size.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise BadWords(_("Write the size like {size}.").format(size=SIZE))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.app import application, shot

    pixels = int(width), int(height)
    if wall:
        from ui.theme.theme import Theme
        from ui.wall.shot import draw_shot

        Theme(application())  # which brings the fonts
        draw_shot(file, target, stop, pixels, dark=dark, page=page, today=today)
    else:
        shot(file, target, stop, pixels, dark=dark, text=text, today=today)
    click.echo(target)


def is_command(name: str) -> bool:
    """Whether this is the name of a command."""
    return name in (*COMMANDS, "shot")


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code."""
    commands = LazyCommands(name="cxworkshop", help=cli.help, commands=[shot_command])
    return core(arguments, commands)
