"""Pictures that paper needs: people who were asked, and codes that a telephone reads."""

from __future__ import annotations

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from cxworkshop.i18n import _
from cxworkshop.sheets.drawing import Kit, Point
from cxworkshop.sheets.paper import ACCENT, GREY, INK

_HEAD, _WIDE = 0.23, 0.72  # of the height: the radius of the head, the width of the shoulders


def person(kit: Kit, place: Point, high: float, *, full: bool) -> None:
    """Head and shoulders with their top left corner there: filled, or an outline."""
    left, top = place
    middle, radius, wide = left + high * _WIDE / 2, high * _HEAD, high * _WIDE
    if full:
        kit.disc(middle, top + radius, radius)
    else:
        kit.ring(middle, top + radius, radius, 1.1, GREY)
    neck, foot = top + high * 0.54, top + high
    curves = (
        ((left, neck + 0.04 * high), (left + wide * 0.2, neck), (left + wide * 0.5, neck)),
        ((left + wide * 0.8, neck), (left + wide, neck + 0.04 * high), (left + wide, foot)),
    )
    kit.shape((left, foot), curves, ACCENT if full else GREY, filled=full)


def qr_code(kit: Kit, place: Point, side: float, link: str) -> None:
    """The link as squares, with its top left corner there."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(link)
    code.make()
    count = code.getModuleCount()
    dot = side / count
    dark = [
        (place[0] + column * dot, place[1] + row * dot)
        for row in range(count)
        for column in range(count)
        if code.isDark(row, column)
    ]
    with kit.figure(_("Code to scan, it leads to {link}").format(link=link)):
        kit.squares(dark, dot, INK)
