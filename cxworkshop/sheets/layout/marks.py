"""The four marks of the 30-day check, which differ in form and not only in colour."""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.signs import triangle
from cxworkshop.sheets.paper import INK

Shape = Callable[[PageCanvas, float, float], None]  # takes the centre of the mark

RADIUS = 2.0


def marks() -> list[tuple[Shape, str]]:
    """Return every mark with its text, in the order of the screens."""
    return [
        (lambda canvas, x, y: canvas.disc(x, y, RADIUS + 0.1), _("They notice")),
        (lambda canvas, x, y: canvas.ring(x, y, RADIUS, 1.4, INK), _("No difference")),
        (lambda canvas, x, y: triangle(canvas, x, y, RADIUS), _("Worse")),
        (lambda canvas, x, y: canvas.dotted_ring(x, y, RADIUS), _("Cannot tell")),
    ]
