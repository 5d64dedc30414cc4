"""Translations made on the fly, compiled as a translator would compile them."""

from __future__ import annotations

import math
import re
import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "packaging"))

import messages  # noqa: E402

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


def translate(folder: Path, code: str, po: str | bytes) -> list[str]:
    """Write a language's .po below the folder and compile it; what was wrong with it."""
    path = folder / code / "LC_MESSAGES" / "cxworkshop.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(po if isinstance(po, bytes) else po.encode())
    return messages.compile_all(folder)


PSEUDO = "xx"
_ACCENTED = str.maketrans("aeiouyAEIOUYcnsz", "áéíóúýÁÉÍÓÚÝçñšž")
_FILLER = "óñé twó thréé fóúr fívé šíx " * 40  # English numbers, without a plain vowel
_LONGER = 0.4


def pseudo(text: str) -> str:
    """A text as a language has it that is 40 % longer, with accents, between marks.

    What has no letters stays: commas and quotation marks are parts of other texts.
    """
    parts = re.split(r"(\{\w+\})", text)
    plain = "".join(parts[::2])
    if not any(map(str.isalpha, plain)):
        return text
    parts[::2] = (part.translate(_ACCENTED) for part in parts[::2])
    more = math.ceil(len(plain) * _LONGER)
    filler = _FILLER[:more].rstrip() if " " in plain else "ó" * more
    joint = " " if " " in plain else ""
    return "‹{}{}{}›".format("".join(parts), joint, filler)


def pseudo_locale(folder: Path) -> str:
    """Make the whole pseudo-language below a folder; return its code."""
    po = polib.pofile(str(messages.TEMPLATE))
    po.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for entry in po:
        if entry.msgid_plural:
            forms = pseudo(entry.msgid), pseudo(entry.msgid_plural)
            entry.msgstr_plural = dict(enumerate(forms))
        else:
            entry.msgstr = pseudo(entry.msgid)
    path = folder / PSEUDO / "LC_MESSAGES" / "cxworkshop.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(po.to_binary())
    return PSEUDO
