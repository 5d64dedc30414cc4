"""The team's logo and colour, for its paper."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from cxworkshop.errors import BadWords, quoted
from cxworkshop.i18n import _
from cxworkshop.model import Letterhead
from cxworkshop.stops.prepare.logo import logo_of
from cxworkshop.stops.stop import StopPart

LEAST_CONTRAST = 4.5  # to white, for text (WCAG 1.4.3)
_COLOUR = re.compile("#?([0-9a-fA-F]{6})")


class Letterheads(StopPart):
    """What stands on paper of the team besides its name."""

    def now(self) -> Letterhead:
        """Return what was chosen; all is empty where nothing was."""
        return self._store.find(Letterhead, Letterhead.id_form) or Letterhead()

    def take_logo(self, path: Path) -> None:
        """Keep a picture as the logo, small enough for a workshop's file.

        Raises BadWords for what is no picture that we read, or is too large; NoSuchFile and
        CannotRead.
        """
        logo = logo_of(path)
        with self._store.edit(_("Choose the logo on our paper")) as edit:
            edit.write(replace(self.now(), logo=logo))

    def take_off_logo(self) -> None:
        """Print none."""
        with self._store.edit(_("Take the logo off our paper")) as edit:
            edit.write(replace(self.now(), logo=""))

    def choose_accent(self, colour: str) -> None:
        """Print in this colour, "#rrggbb", where paper has one; "" is ours again.

        Raises BadWords for no colour, and for one that can't be read on white paper.
        """
        accent = _readable(colour) if colour.strip() else ""
        with self._store.edit(_("Choose the colour of our paper")) as edit:
            edit.write(replace(self.now(), accent=accent))


def _readable(colour: str) -> str:
    found = _COLOUR.fullmatch(colour.strip())
    if found is None:
        text = _("“{words}” is no colour. Write it as #0a6c74: red, green and blue.")
        raise BadWords(text.format(words=quoted(colour)))
    accent = f"#{found[1].lower()}"
    contrast = contrast_to_white(accent)
    if contrast < LEAST_CONTRAST:
        text = _(
            "{colour} is too light to be read on white paper: its contrast is {contrast}, and "
            "{least} is needed. Choose a darker one."
        )
        shown_contrast = f"{int(contrast * 10) / 10:.1f}"  # 4.49 is less than 4.5
        raise BadWords(text.format(colour=accent, contrast=shown_contrast, least=LEAST_CONTRAST))
    return accent


def contrast_to_white(colour: str) -> float:
    """The contrast ratio of "#rrggbb" to white, from 1 to 21 (WCAG 2.2, relative luminance)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (n / 12.92 if n <= 0.04045 else ((n + 0.055) / 1.055) ** 2.4 for n in parts)
    weights = (0.2126, 0.7152, 0.0722)
    luminance = sum(weight * n for weight, n in zip(weights, linear, strict=True))
    return 1.05 / (luminance + 0.05)
