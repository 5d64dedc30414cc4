"""The fonts command: put a font pack's fonts into the data folder."""

from __future__ import annotations

from pathlib import Path

import click

from cxworkshop.commands.shared import FILE
from cxworkshop.i18n import _

_HELP = _("Add the fonts of a font pack (.cxwfonts), for Chinese, Japanese and Korean.")


@click.command("fonts", help=_HELP, short_help=_HELP)
@click.argument("pack", type=FILE)
def fonts_command(pack: Path) -> None:
    """What a laptop without a network cannot fetch."""
    from cxworkshop.sheets.typesetting.font_pack import add_fonts, sentence_of

    click.echo(sentence_of(add_fonts(pack)))
