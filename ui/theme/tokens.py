"""Design tokens: the colours of both themes, and the text roles."""

from __future__ import annotations

from typing import NamedTuple


class Tokens(NamedTuple):
    """Colours by purpose; `line` and `ghost` are decoration, for their contrast is low."""

    canvas: str
    panel: str
    raised: str
    sunken: str
    tint: str
    ink: str
    quote: str
    grey: str
    line: str
    edge: str
    ghost: str
    accent: str
    accent_hover: str
    on_accent: str
    hit: str
    amber: str
    red: str
    amber_bg: str
    red_bg: str


LIGHT = Tokens(
    canvas="#F2F5F5", panel="#FFFFFF", raised="#FFFFFF", sunken="#E9EEEF", tint="#E4F0F0",
    ink="#1B1F23", quote="#1B1F23", grey="#5F6870", line="#D3DADD", edge="#7F8A92",
    ghost="#B9C3C8", accent="#0A6C74", accent_hover="#08575E", on_accent="#FFFFFF",
    hit="#CFE6E6", amber="#8A5300", red="#A8261C", amber_bg="#FFF4DC", red_bg="#FCEDEB",
)  # fmt: skip
DARK = Tokens(
    canvas="#12171A", panel="#1B2226", raised="#2B363D", sunken="#0D1113", tint="#1A3336",
    ink="#ECF0F1", quote="#F4F6F6", grey="#A6B1B8", line="#364148", edge="#75828A",
    ghost="#4A565E", accent="#5BC0C6", accent_hover="#7ED0D5", on_accent="#06181A",
    hit="#245A5F", amber="#F2B75C", red="#FF9A8F", amber_bg="#33280F", red_bg="#3A1D1A",
)  # fmt: skip

SANS, SERIF = "CXW Sans", "CXW Serif"


class TextRole(NamedTuple):
    """The size (pixels at 100 %), weight and family of a kind of text."""

    px: int
    weight: int
    family: str = SANS


ROLES = {
    "display": TextRole(40, 800),
    "h1": TextRole(27, 800),
    "question": TextRole(25, 800),
    "h2": TextRole(17, 600),
    "count": TextRole(18, 800),
    "promise": TextRole(17, 400),
    "body": TextRole(15, 400),
    "strong": TextRole(15, 600),
    "control": TextRole(14, 600),
    "field": TextRole(14, 400),
    "label": TextRole(13, 600),
    "small": TextRole(13, 400),
    "caption": TextRole(12, 400),
    "verbatim_card": TextRole(16, 400, SERIF),
    "verbatim_list": TextRole(16, 400, SERIF),
    "verbatim_poster": TextRole(17, 400, SERIF),
    "verbatim_box": TextRole(24, 400, SERIF),
    "verbatim_sort": TextRole(28, 400, SERIF),
    "verbatim_further": TextRole(20, 400, SERIF),
    "letter": TextRole(20, 800),
}
