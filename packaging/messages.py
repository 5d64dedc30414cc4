"""Collect every message that a person reads into resources/locale/cxworkshop.pot.

    python packaging/messages.py [FILE.pot]

From the code, what stands in _(), n_() and ngettext(); from resources/catalogue, every text.
Needs Babel. The file has no dates and no line numbers: it changes when a message does.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "locale" / "cxworkshop.pot"
KEYWORDS = {"_": None, "n_": None, "ngettext": (1, 2)}
NAMES = frozenset({"key", "stop"})  # strings of the decks that no person reads
# Lines of the header that change by themselves or say nothing.
UNSTEADY = tuple(
    b'"' + name
    for name in (
        b"POT-Creation-Date",
        b"PO-Revision-Date",
        b"Generated-By",
        b"Last-Translator",
        b"Language-Team",
        b"Report-Msgid-Bugs-To",
    )
)


def template() -> bytes:
    """The whole .pot, the same bytes for the same messages."""
    catalogue = Catalog(
        project="cxworkshop",
        version="messages",
        header_comment="# What CX Workshop says, for translators. Keep what stands in {braces}.",
        fuzzy=False,
    )
    for file, message in sorted(messages(), key=lambda found: found[0]):
        catalogue.add(message, locations=[(file, 0)])
    written = BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False, sort_by_file=True)
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(UNSTEADY))


def messages() -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Each message with the file it stands in; a plural is a pair."""
    for package in ("cxworkshop", "ui"):
        for file, _line, message, _comments, _context in extract_from_dir(
            ROOT / package, keywords=KEYWORDS, method_map=[("**.py", "python")]
        ):
            yield f"{package}/{Path(file).as_posix()}", message
    for deck in (ROOT / "resources" / "catalogue").glob("*.toml"):
        for text in texts(tomllib.loads(deck.read_text(encoding="utf-8"))):
            yield deck.relative_to(ROOT).as_posix(), text


def texts(part: Any) -> Iterator[str]:
    """Every text of a deck, however deep it stands."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for each in part:
            yield from texts(each)
    elif isinstance(part, dict):
        for name, each in part.items():
            if not (name in NAMES and isinstance(each, str)):
                yield from texts(each)


def main(words: list[str]) -> int:
    """Write the template where it belongs, or to another file."""
    target = Path(words[0]) if words else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(template())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
