"""Bad files to import: each gets a sentence or a plan that adds up, and nothing is half done."""

from __future__ import annotations

import gzip
import io
import random
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from cxworkshop.cli import main
from cxworkshop.store.disk.file import examine
from cxworkshop.workshop import Workshop
from tests.soak.table import Row

HEAD = "Id;Date;What should we do better?\n"
ROWS = "".join(f"{n};2026-11-0{n % 9 + 1};Please mend thing {n}, it is broken\n" for n in range(30))
GOOD = HEAD + ROWS
ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp1250", "cp437", "mac-roman",
    "utf-7", "shift_jis", "gb18030", "koi8-r", "cp037",
)  # fmt: skip


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def chosen() -> Iterator[tuple[str, bytes]]:
    """Those that somebody thought of."""
    yield "nothing", b""
    yield "spaces", b" \n\t\n \r\n"
    yield "a byte order mark", b"\xef\xbb\xbf"
    yield "titles alone", HEAD.encode()
    yield "one cell", b"x"
    yield "zeros", bytes(5000)
    yield "a NUL in the words", GOOD.replace("thing 7", "thing\0 7").encode()
    yield "a word of a million letters", (HEAD + "1;2026-11-01;" + "x" * 1_000_000 + "\n").encode()
    yield (
        "20,000 columns",
        (";".join(f"c{n}" for n in range(20_000)) + "\n" + ";" * 19_999).encode(),
    )
    yield "an open quote", (GOOD + '31;2026-11-01;"never closed\n' + ROWS).encode()
    yield "quotes inside", (HEAD + '1;2026-11-01;"he said ""no"" and left"\n').encode()
    yield "a formula", (HEAD + "1;2026-11-01;=cmd|' /C calc'!A0\n").encode()
    yield "control characters", (HEAD + "1;2026-11-01;\x01\x02\x1b[31mred\x7f\n").encode()
    yield "turned around", (HEAD + "1;2026-11-01;\u202egnirts\u202c \u2066x\n").encode()
    yield "lone surrogates", HEAD.encode() + b"1;2026-11-01;\xed\xa0\x80\n"
    yield "lone carriage returns", GOOD.replace("\n", "\r").encode()
    yield "ragged lines", (HEAD + "1\n2;3;4;5;6;7\n;;;;;;;;;\n" + ROWS).encode()
    yield "days that are none", GOOD.replace("2026-11", "2026-19").encode()
    yield "the same title twice", (HEAD.replace("Date", "Id") + ROWS).encode()
    yield "no titles", ROWS.encode()
    yield "a gzip", gzip.compress(GOOD.encode())
    yield "a gzip bomb", gzip.compress(bytes(50_000_000))
    yield "a zip", zipped("a.csv", GOOD.encode())
    yield "a workbook", zipped("xl/workbook.xml", b"<workbook/>")
    yield "a zip bomb", zipped("xl/sheet.xml", bytes(50_000_000))
    yield "a PDF", b"%PDF-1.7\n" + bytes(range(256)) * 40
    yield "a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
    yield "a web page", b"<!doctype html><html><script>alert(1)</script></html>" * 20
    yield "a program", b"\x7fELF" + bytes(range(256)) * 40
    yield "another database", b"SQLite format 3\0" + bytes(5000)
    yield "JSON", b'[{"a": 1}, {"b": [2, 3]}]' * 30
    yield "deep JSON", b"[" * 50_000
    yield "one line of 3 MB", b"word " * 600_000
    yield "a million line ends", b"\n" * 1_000_000
    yield "a million delimiters", b";" * 1_000_000
    for encoding in ENCODINGS:
        yield encoding, (GOOD + "99;2026-11-09;Cafe is nice\n").encode(encoding)
        yield f"{encoding}, cut", (GOOD.encode(encoding))[:-3]


def spoiled(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Good ones with bytes changed, lost, doubled or put elsewhere, without an end."""
    number = 0
    while True:
        number += 1
        data = bytearray(GOOD.encode())
        for _change in range(chance.choice((1, 5, 50, 500))):
            place = chance.randrange(len(data))
            way = chance.randrange(4)
            if way == 0:
                data[place] = chance.randrange(256)
            elif way == 1:
                del data[place : place + chance.randrange(1, 20)]
            elif way == 2:
                data[place:place] = data[place : place + 30]
            else:
                data[place:place] = chance.choice((b'"', b";", b",", b"\n", b"\0", b"\xff\xfe"))
        yield f"spoiled {number}", bytes(data)


def run(count: int, seed: int) -> list[Row]:
    """Those that somebody thought of, then spoiled ones, until there are so many."""
    bad = [*chosen()][:count]
    more = spoiled(random.Random(seed))
    bad += [next(more) for _n in range(count - len(bad))]
    wrong = [f"{name}: {found}" for name, data in bad if (found := _wrong(data))]
    return [Row("bad imports", len(bad), len(wrong), "; ".join(wrong[:3]))]


def _wrong(data: bytes) -> str:
    with tempfile.TemporaryDirectory() as scratch:
        path, source = Path(scratch) / "team.cxw", Path(scratch) / "list.csv"
        workshop = Workshop.new(path, "Team")
        workshop.save()
        workshop.close()
        source.write_bytes(data)
        before = path.read_bytes()
        code, said = _import(path, source, "--dry-run")
        if code not in (0, 2) or path.read_bytes() != before:
            return f"the preview ends with {code} and changes the file or not: {said[-200:]}"
        code, said = _import(path, source, "--yes")
        if code not in (0, 2) or (code == 2 and path.read_bytes() != before):
            return f"ends with {code}: {said[-200:]}"
        if code == 2 and len(said.splitlines()) != 1:
            return f"says too much: {said[-200:]}"
        if source.read_bytes() != data:
            return "the source was changed"
        examine(path)
    return ""


def _import(path: Path, source: Path, how: str) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main(["import", str(path), str(source), how])
    except Exception as error:
        return -1, f"{type(error).__name__}: {error}"
    return code, err.getvalue()
