"""Translations made on the fly, compiled as a translator would compile them."""

from __future__ import annotations

import sys
from pathlib import Path

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
