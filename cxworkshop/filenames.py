"""Names of files: shown to people, and made from what people typed.

A name may be no UTF-8, with dots, spaces and signs that some computer does not take.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

WORKSHOP = ".cxw"
FONT_PACK = ".cxwfonts"
MAX_NAME = 255  # bytes of UTF-8: ext4, APFS, and less than NTFS takes
ROOM = 40  # bytes that a suggested name leaves for " (2)", or for a day and a time
TABLES = (
    *(".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt"),
    *(".docx", ".md", ".markdown"),
)
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".heic", ".heif")  # the last two are refused

# Patterns are compiled, and kept by `re`, when they are first needed: that takes milliseconds.
# Lone surrogates stand for bytes that are no UTF-8 (PEP 383). Controls and overrides of the
# direction would change the line around the name.
_NOT_SHOWN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
_LINE_SIGNS = "[\t\n\u2028\u2029]"
_NOT_IN_NAMES = r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u2028-\u202e\u2066-\u2069\ud800-\udfff]+'
_PERCENT = rb"%([0-9a-fA-F]{2})"
_DEVICES = r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)"


def readable(text: str) -> str:
    """Replace what no screen can show, and no file can hold, by U+FFFD."""
    return text if text.isprintable() else re.sub(_NOT_SHOWN, "\ufffd", text)


def shown(path: Path | str) -> str:
    """A file's name or path as it can be shown on one line."""
    text = os.fspath(path)
    return text if text.isprintable() else re.sub(_LINE_SIGNS, "\ufffd", readable(text))


def split_ending(name: str, *endings: str) -> tuple[str, str]:
    """A name's two parts: what people call it, and which of these endings it has, if any.

    Capitals make no difference, and dots elsewhere in the name belong to it.
    """
    for ending in endings or (WORKSHOP,):
        if len(name) > len(ending) and name.casefold().endswith(ending):
            return name[: -len(ending)], name[-len(ending) :]
    return name, ""


def title_of(path: Path) -> str:
    """What people call a workshop's file: its name without the ending, as it can be shown."""
    return shown(split_ending(path.name)[0])


def with_ending(path: Path, ending: str = WORKSHOP) -> Path:
    """The path as somebody typed it, with this ending unless it has it already.

    Spaces and dots at the end are left out (Windows takes none); a name that would be too long
    is cut.
    """
    if split_ending(path.name, ending)[1]:
        return path
    base = path.name.rstrip(" .") or path.name
    return path.with_name(_cut(base, MAX_NAME - len(ending)) + ending)


def variant(path: Path, words: str, ending: str = WORKSHOP) -> Path:
    """A path beside this one with words behind its name, and the ending: `Retreat (2).cxw`."""
    base, own = split_ending(path.name, ending)
    tail = words + (own or ending)
    return path.with_name(_cut(base, MAX_NAME - _size(tail)) + tail)


def variants(path: Path, ending: str = WORKSHOP) -> Iterator[Path]:
    """The path itself, then `Retreat (2).cxw`, `Retreat (3).cxw` …; for ever."""
    yield path
    number = 1
    while True:
        number += 1
        yield variant(path, f" ({number})", ending)


def free(path: Path, ending: str = WORKSHOP) -> Path:
    """The path, or the first of its variants that is not taken."""
    return next(one for one in variants(path, ending) if not os.path.lexists(one))


def free_beside(path: Path) -> Path:
    """The first variant of a workshop's path that is not taken, whether the path is or not."""
    return next(one for one in islice(variants(path), 1, None) if not os.path.lexists(one))


def safe_name(words: str, ending: str, otherwise: str) -> str:
    """A file's name from a title or a team's name, good for every computer.

    It is `otherwise` where nothing is left of the words that shows.
    """
    base = " ".join(re.sub(_NOT_IN_NAMES, " ", words).split()).strip(" .")
    base = _cut(base, MAX_NAME - ROOM - len(ending)).strip(" .")
    if not any(map(str.isprintable, base)):  # nothing is left that shows
        base = otherwise
    if re.fullmatch(_DEVICES, base.partition(".")[0].rstrip(), re.IGNORECASE):
        base = f"_{base}"
    return base + ending


def beside(path: Path, prefix: str, tail: str) -> Path:
    """A path for a file of ours beside this one: its name between these, and short enough."""
    name = f"{prefix}{path.name}{tail}"
    if _size(name) <= MAX_NAME:
        return path.with_name(name)
    from cxworkshop.blake2 import blake2b  # seldom

    code = blake2b(path.name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    room = MAX_NAME - _size(f"{prefix}~{code}{tail}")
    return path.with_name(f"{prefix}{_cut(path.name, room)}~{code}{tail}")


def real_path(path: Path) -> Path:
    """The path without links; a loop of links stays as it is, for `Path.resolve` raises there."""
    return Path(os.path.realpath(path))


def is_folder(path: Path) -> bool:
    """Whether a folder is there; False where nobody may look: `Path.is_dir` raises an error."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Whether a file is there; False where nobody may look: `Path.is_file` raises an error."""
    return os.path.isfile(path)  # noqa: PTH113


def is_possible(path: Path) -> bool:
    """Whether a file system can have this path: no part is too long, and no NUL stands in it."""
    return "\0" not in str(path) and all(_size(part) <= MAX_NAME for part in path.parts)


def is_unicode(path: Path) -> bool:
    """Whether all of its bytes are text: names from old archives and sticks may not be."""
    return not re.search("[\ud800-\udfff]", str(path))


def from_url(encoded_path: str) -> Path:
    """The path in a file's URL, still percent-encoded: its bytes may be no UTF-8."""
    data = encoded_path.encode()
    return Path(os.fsdecode(re.sub(_PERCENT, lambda code: bytes.fromhex(code[1].decode()), data)))


def found(path: Path) -> Path:
    """The path that a dialog names: what is no UTF-8 in it comes with U+FFFD in its place."""
    if "\ufffd" not in str(path) or os.path.lexists(path):
        return path
    there = Path(path.anchor)
    for name in path.parts[1 if path.anchor else 0 :]:
        there = _found_in(there, name)
    return there


def _found_in(folder: Path, name: str) -> Path:
    path = folder / name
    if "\ufffd" not in name or os.path.lexists(path):
        return path
    try:
        there = list(folder.iterdir())
    except OSError:
        return path
    return next((one for one in there if shown(one.name) == shown(name)), path)


def _size(text: str) -> int:
    """Bytes in a file system."""
    try:
        return len(text.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        return len(text.encode("utf-8", "surrogatepass"))


def _cut(text: str, size: int) -> str:
    """As much of the text as fits into so many bytes, never inside a character."""
    if _size(text) <= size:
        return text
    text = text[: max(0, size)]
    while _size(text) > size:
        text = text[:-1]
    return text.rstrip("\u200d\ufe0f ")
