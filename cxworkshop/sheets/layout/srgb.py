"""What the colours of a PDF mean: an ICC profile of sRGB, made of its published numbers."""

from __future__ import annotations

import struct
from functools import cache

# Colours of sRGB as XYZ under D50 (IEC 61966-2-1, adapted by Bradford's matrix).
_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.4361, 0.2225, 0.0139),
    b"gXYZ": (0.3851, 0.7169, 0.0971),
    b"bXYZ": (0.1431, 0.0606, 0.7141),
}
_CURVE_POINTS = 256


@cache
def srgb_profile() -> bytes:
    """Return an ICC profile of sRGB, version 2: a display's, of matrix and curve."""
    tags = {
        b"desc": _described("sRGB"),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": _xyz(_WHITE),
        **{name: _xyz(color) for name, color in _PRIMARIES.items()},
        b"rTRC": _curve(),
    }
    at = 128 + 4 + 12 * (len(tags) + 2)
    entries, body = [], b""
    for name, tag in tags.items():
        names = (b"rTRC", b"gTRC", b"bTRC") if name == b"rTRC" else (name,)
        entries += [struct.pack(">4sII", one, at + len(body), len(tag)) for one in names]
        body += tag + bytes(-len(tag) % 4)
    head = struct.pack(
        ">I4sI4s4s4s6H4s", at + len(body), bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ",
        2000, 1, 1, 0, 0, 0, b"acsp",
    ).ljust(68, b"\0")  # fmt: skip
    head += b"".join(map(_fixed, _WHITE))
    return head.ljust(128, b"\0") + struct.pack(">I", len(entries)) + b"".join(entries) + body


def _described(text: str) -> bytes:
    ascii_text = text.encode("ascii") + b"\0"
    return b"desc" + struct.pack(">II", 0, len(ascii_text)) + ascii_text + bytes(78)


def _xyz(color: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, color))


def _fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))


def _curve() -> bytes:
    steps = (at / (_CURVE_POINTS - 1) for at in range(_CURVE_POINTS))
    light = [at / 12.92 if at <= 0.04045 else ((at + 0.055) / 1.055) ** 2.4 for at in steps]
    head = b"curv" + struct.pack(">II", 0, _CURVE_POINTS)
    return head + struct.pack(f">{_CURVE_POINTS}H", *(round(one * 65535) for one in light))
