"""Files of several icons: .ico for Windows, .icns for macOS, both with PNGs inside."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from bundles.icons import draw
from bundles.release import SOURCES

ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Apple's name of each size of icon.
ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def ico(pngs: Mapping[int, bytes]) -> bytes:
    """A .ico of PNGs by their sizes in pixels."""
    head = struct.pack("<HHH", 0, 1, len(pngs))
    entries, bodies = b"", b""
    start = len(head) + 16 * len(pngs)
    for size, png in sorted(pngs.items()):
        side = size % 256  # 0 says 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), start + len(bodies))
        bodies += png
    return head + entries + bodies


def icns(pngs: Mapping[int, bytes]) -> bytes:
    """A .icns of PNGs by their sizes in pixels."""
    body = b"".join(
        ICNS_TYPES[size] + struct.pack(">I", len(png) + 8) + png
        for size, png in sorted(pngs.items())
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def write_icns(name: str, folder: Path, python: Path) -> Path:
    """Draw one of our icons into a .icns in this folder."""
    target = folder / f"{name}.icns"
    drawing = SOURCES / "icons" / f"{name}.svg"
    target.write_bytes(icns(drawn(drawing, tuple(ICNS_TYPES), folder, python)))
    return target


def drawn(drawing: Path, sizes: tuple[int, ...], scratch: Path, python: Path) -> dict[int, bytes]:
    """An SVG as PNGs of these sizes."""
    paths = {size: scratch / f"{drawing.stem}-{size}.png" for size in sizes}
    draw(((drawing, path, size) for size, path in paths.items()), python)
    return {size: path.read_bytes() for size, path in paths.items()}
