"""A team's figures as one file for a stick: a ZIP of lines of JSON with their SHA-256.

The seal finds damage, not forgery: whoever can write a file can seal it. So what is in it is also
looked at row by row, and limits keep a small file from filling the memory.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from cxworkshop.i18n import _
from cxworkshop.limits import MB
from cxworkshop.office.refusals import BadSealedFile, NotOurRows
from cxworkshop.office.row_checks import plain, refuse_unfitting, row_of, team_row
from cxworkshop.office.rows import Figures
from cxworkshop.whole_files import replace_whole

ENDING = ".cxoffice"
FORMAT, VERSION = "cx-workshop-office", 1
MOST_BYTES, MOST_UNPACKED, MOST_ROWS = 16 * MB, 64 * MB, 100_000
_ROWS, _SEAL = "rows.jsonl", "seal.json"
_WHEN = (1980, 1, 1, 0, 0, 0)  # so that the same figures are the same bytes


def sealed(figures: Figures) -> bytes:
    """The bytes of the file; the same figures make the same bytes."""
    lines = [{"table": figures.team.table, **plain(figures.team)}]
    lines += [{"table": str(row.table), **plain(row)} for row in figures.rows]
    rows = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()
    seal = {"format": FORMAT, "version": VERSION, "sha256": sha256(rows).hexdigest()}
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as files:
        for name, data in ((_SEAL, json.dumps(seal).encode()), (_ROWS, rows)):
            files.writestr(zipfile.ZipInfo(name, _WHEN), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def write_sealed(path: Path, figures: Figures) -> None:
    """Write the file whole, in place of an earlier one; raises BadSealedFile."""
    try:
        replace_whole(path, sealed(figures))
    except OSError:
        raise BadSealedFile(path.name, _("It can’t be written there. Is there room?")) from None


def read_sealed(path: Path, today: date) -> Figures:
    """What is in a file; raises BadSealedFile with the reason, and changes nothing."""
    try:
        with path.open("rb") as file:
            packed = file.read(MOST_BYTES + 1)
    except OSError:
        raise BadSealedFile(path.name, _("It can’t be read.")) from None
    try:
        return _unsealed(packed, today)
    except NotOurRows as refusal:
        raise BadSealedFile(path.name, refusal.sentence) from None


def _unsealed(packed: bytes, today: date) -> Figures:
    if len(packed) > MOST_BYTES:
        raise NotOurRows(_("It is larger than any team’s figures."))
    seal, rows = _unpacked(packed)
    _refuse_other_seals(seal, rows)
    lines = [_json(line) for line in rows.splitlines()]
    if not lines or len(lines) > MOST_ROWS:
        raise NotOurRows(_("It has no rows, or more than any team has."))
    tables = [line.pop("table", None) for line in lines]
    if tables[0] != "workshop":
        raise NotOurRows(_("It does not say whose figures it holds."))
    figures = Figures(
        team=team_row(lines[0]),
        rows=tuple(row_of(table, line) for table, line in zip(tables[1:], lines[1:], strict=True)),
    )
    refuse_unfitting(figures, today)
    return figures


def _unpacked(packed: bytes) -> tuple[bytes, bytes]:
    """The seal and the rows; no more than the limit is ever unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(packed)) as files:
            if sorted(files.namelist()) != sorted((_ROWS, _SEAL)):
                raise NotOurRows(_("It was not made by cxworkshop-office export."))
            seal, rows = (_most_of(files, name) for name in (_SEAL, _ROWS))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError):
        raise NotOurRows(
            _("It is damaged, or was not made by cxworkshop-office export. Export it once more.")
        ) from None
    if len(rows) > MOST_UNPACKED:
        raise NotOurRows(_("It is larger than any team’s figures."))
    return seal, rows


def _most_of(files: zipfile.ZipFile, name: str) -> bytes:
    with files.open(name) as file:
        return file.read(MOST_UNPACKED + 1)


def _refuse_other_seals(seal: bytes, rows: bytes) -> None:
    said = _json(seal)
    if said.get("format") != FORMAT:
        raise NotOurRows(_("It was not made by cxworkshop-office export."))
    if said.get("version") != VERSION:
        raise NotOurRows(_("It was made by a newer cxworkshop-office. Update this one first."))
    if said.get("sha256") != sha256(rows).hexdigest():
        raise NotOurRows(_("It was damaged on its way. Export it once more."))


def _json(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise NotOurRows(_("It has a line that can’t be read."))
    return found
