"""The `cxworkshop` script: the core's commands, and the two that need a screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from cxworkshop.cli import COMMANDS, Commands, cli, main
from cxworkshop.commands.frame import FILE, command
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _

SIZE = "1366x768"
EXAMPLE = "--example"  # the window with the worked example in it


class DeskCommands(Commands):
    """The core's commands and `shot`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The core's, then ours."""
        return [*super().list_commands(ctx), "shot"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        return shot_command if cmd_name == "shot" else super().get_command(ctx, cmd_name)


@command("shot", _("Draw a stop off screen into a PNG, and end."))
@click.argument("file", type=FILE)
@click.option("--to", "target", type=FILE, required=True, help=_("The PNG."))
@click.option(
    "--stop", type=click.IntRange(0, 8), default=0, help=_("1 to 8; 0 is the start page.")
)
@click.option("--size", default=SIZE, help=_("Width x height in pixels."))
@click.option("--dark", is_flag=True, help=_("Light on dark."))
@click.option("--text", type=click.IntRange(80, 200), default=100, help=_("Text size in percent."))
def shot_command(
    file: Path, target: Path, stop: int, size: str, dark: bool, text: int, today: date | None
) -> None:
    """A picture of the window as it would be."""
    width, _x, height = size.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise BadWords(_("Write the size like {size}.").format(size=SIZE))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.app import shot

    shot(file, target, stop, (int(width), int(height)), dark=dark, text=text, today=today)
    click.echo(target)


def has_screen() -> bool:
    """Whether a window can be seen here."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def start(arguments: Sequence[str] | None = None) -> int:
    """A command, or the window: with nothing named, or with a workshop's file."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    example = given == [EXAMPLE]
    if (
        given
        and not example
        and (given[0].startswith("-") or given[0] in (*COMMANDS, "shot") or len(given) > 1)
    ):
        return main(given, DeskCommands(name="cxworkshop", help=cli.help))
    if not has_screen():
        click.echo(_("There is no screen here. See: cxworkshop --help"), err=True)
        return 2
    from ui.app import run

    return run(Path(given[0]) if given and not example else None, example=example)


if __name__ == "__main__":
    sys.exit(start())
