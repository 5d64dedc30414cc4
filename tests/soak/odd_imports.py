"""Files that are odd in two hundred ways, imported by the command and in the window.

Each gets its sentence or is taken as one step that undo takes back; the window goes on answering.
"""

from __future__ import annotations

import bz2
import io
import lzma
import os
import random
import socket
import sqlite3
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from cxworkshop.exchange.readers.limits import MAX_CELL, MAX_COLUMNS, MAX_LINE, MAX_MARKS, MAX_ROWS
from cxworkshop.limits import MOST_ANSWERS
from tests.soak.heavy_imports import HEAD, MB, Heavy, Make, of, try_all
from tests.soak.table import Row
from tests.soak.window_imports import in_the_window

ROW = "#;2026-11-01;Please mend the door # of the shop, it is broken\n"


def rows(number: int, row: str = ROW, head: str = HEAD) -> str:
    return head + "".join(row.replace("#", str(n)) for n in range(number))


def of_rows(*given: object) -> Make:
    return of(rows, *given)


def of_quotes() -> Iterator[Heavy]:
    """Quotation marks that don't close, close late, or are none."""
    for mark in ",;\t|":
        head = mark.join(("Id", "Date", "What should we do better?")) + "\n"
        row = mark.join(("#", "2026-11-01", '"Please mend the door # of the shop')) + "\n"
        yield Heavy(f"no quote closes, {mark!r}", of_rows(9_000, row, head))
        span = head + mark.join(("1", "2026-11-01", '"first ')) + "\nmore" * 20_000 + ' last"\n'
        yield Heavy(f"an answer of 20,000 lines, {mark!r}", of(str, span + rows(50, ROW, "")))
        odd = mark.join(("#", "2026-11-01", 'he said "mend it" # times"')) + "\n"
        yield Heavy(f"quotes inside, {mark!r}", of_rows(9_000, odd, head))
    for name, opened, closed in (
        ("curly", "“", "”"), ("angle", "«", "»"), ("single", "'", "'"), ("doubled", '""', '""'),
        ("threefold", '"""', '"""'), ("escaped", '\\"', '\\"'), ("spaced", ' "', '" '),
    ):  # fmt: skip
        row = f"#;2026-11-01;{opened}Please; mend # of the shop{closed}\n"
        yield Heavy(f"{name} quotes", of_rows(2_000, row))
        yield Heavy(f"{name} quotes, every second open", of_rows(2_000, row + row[:-3] + "\n"))


def of_bytes() -> Iterator[Heavy]:
    """Marks of an encoding in the wrong place, bytes that no text has, ends that are none."""
    good = rows(300)
    bare = good.encode()
    marks = {
        "UTF-8": b"\xef\xbb\xbf", "UTF-16 LE": b"\xff\xfe", "UTF-16 BE": b"\xfe\xff",
        "UTF-32 LE": b"\xff\xfe\0\0", "UTF-32 BE": b"\0\0\xfe\xff", "UTF-7": b"+/v8-",
        "UTF-1": b"\xf7\x64\x4c", "EBCDIC": b"\xdd\x73\x66\x73", "SCSU": b"\x0e\xfe\xff",
        "BOCU": b"\xfb\xee\x28", "GB 18030": b"\x84\x31\x95\x33",
    }  # fmt: skip
    for name, mark in marks.items():
        yield Heavy(f"the mark of {name} before UTF-8", of(bytes, mark + bare))
        yield Heavy(f"the mark of {name} in each line", of(bare.replace, b"\n", b"\n" + mark))
        yield Heavy(f"the mark of {name} at the end", of(bytes, bare + mark))
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        yield Heavy(f"{encoding}, one byte more in front", of(bytes, b"\n" + good.encode(encoding)))
        yield Heavy(f"{encoding}, without its mark", of(good.encode, encoding))
        yield Heavy(f"{encoding}, cut within a letter", of(bytes, good.encode(encoding)[:-3]))
    spoiled = {
        "overlong letters": b"\xc0\xaf\xe0\x80\xaf", "halves of pairs": b"\xed\xa0\x80\xed\xb0\x80",
        "above Unicode": b"\xf5\x80\x80\x80\xff", "lost ends": b"\xe2\x82", "NULs": b"\0\0\0",
        "the end of a DOS file": b"\x1a", "C1 signs": b"\xc2\x85\xc2\x9b",
        "escapes": b"\x1b]0;x\x07",
        "form feeds": b"\f\v", "tags": "\U000e0041\U000e007f".encode(), "backspaces": b"\b" * 80,
        "noncharacters": "\uffff\ufdd0\U0010ffff".encode(), "carriage returns": b"\r",
        "separators of lines": "\u2028\u2029\x85".encode(),
        "separators of files": b"\x1c\x1d\x1e\x1f",
    }  # fmt: skip
    for name, odd in spoiled.items():
        yield Heavy(f"{name} in each answer", of(bare.replace, b"door", b"do" + odd + b"or"))
        yield Heavy(f"{name} in front", of(bytes, odd + bare))
        yield Heavy(f"{name} at the end, a megabyte", of(bytes, bare + odd * (MB // len(odd))))


def of_containers() -> Iterator[Heavy]:
    """What other programs write, whole and damaged, under its own name and as .csv."""
    book = _zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})
    chance = random.Random(1)
    kinds = {
        "xlsx": book, "ods": _zipped({"mimetype": b"application/vnd.oasis.opendocument"}),
        "bomb.xlsx": _zipped({"xl/workbook.xml": b"<", "xl/sharedStrings.xml": bytes(50 * MB)}),
        "nested.zip": _zipped({"a.zip": _zipped({"b.zip": _zipped({"c": bytes(40 * MB)})})}),
        "many.zip": _zipped({f"{n}": b"" for n in range(9_000)}),
        "outside.zip": _zipped({"../../list.csv": rows(9).encode()}),
        "docx": _zipped({"word/document.xml": b"<a>" * 99_999}),
        "bz2": bz2.compress(bytes(50 * MB)),
        "xz": lzma.compress(bytes(50 * MB)), "tar": _tarred(), "sqlite": _database(),
        "rtf": b"{\\rtf1 " + b"{" * 99_999, "pdf": b"%PDF-1.7\n" + bytes(MB),
        "xml": b'<!DOCTYPE a [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><a>&a;</a>',
        "html": b"<table>" + b"<tr><td>Please mend the door" * 30_000, "svg": b"<svg/>" * 9_000,
        "eml": b"From: a@b.c\nTo: d@e.f\nSubject: better\n\n" + b"Mend the door\n" * 900,
        "vcf": b"BEGIN:VCARD\nFN:Ann\nEND:VCARD\n" * 9_000, "json": b'{"a":' * 99_999,
        "geojson": b'[[[{"a":1}]]]' * 9_000, "yaml": b"a: &a [*a, *a]\n" * 9_000,
        "ndjson": b'{"words": "\\ud800"}\n' * 9_000, "ics": b"BEGIN:VEVENT\n" * 9_000,
        "png": b"\x89PNG\r\n\x1a\n" + bytes(MB), "exe": b"MZ" + bytes(MB), "sh": b"#!/bin/sh\n",
    }  # fmt: skip
    for name, data in kinds.items():
        yield Heavy(f"{name}, as it is", of(bytes, data), f"list.{name}")
        yield Heavy(f"{name}, called CSV", of(bytes, data))
    for number in range(12):
        data = bytearray(book)
        for _change in range(1 + number * 4):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        yield Heavy(f"a damaged workbook {number}", of(bytes, bytes(data)), "list.xlsx")


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _tarred() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("list.csv")
        link.type, link.linkname = tarfile.SYMTYPE, "/dev/zero"
        archive.addfile(link)
    return out.getvalue()


def _database() -> bytes:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE answers (words)")
        return connection.serialize()


def of_edges() -> Iterator[Heavy]:
    """One more and one less than each limit, and everything alike or everything different."""
    for more, so_many in ((-1, "one less than"), (0, "just"), (1, "one more than")):
        yield Heavy(
            f"{so_many} the most rows", of_rows(MAX_ROWS - 1 + more, "#;;Mend door # soon please\n")
        )
        yield Heavy(
            f"{so_many} the most answers", of_rows(MOST_ANSWERS + more, "#;;Mend # soon, please\n")
        )
        yield Heavy(
            f"{so_many} the most letters in a cell",
            of(str, f"{rows(9)}9;;{'a b' * 9}{'x' * (MAX_CELL + more)}"),
        )
        yield Heavy(
            f"{so_many} the most letters in a line",
            of(str, rows(9) + "x" * (MAX_LINE + more) + "\n"),
        )
        wide = ";".join(f"c{n}" for n in range(MAX_COLUMNS + more)) + "\n"
        yield Heavy(
            f"{so_many} the most columns",
            of(str, wide + (";" * (MAX_COLUMNS + more - 1) + "\n") * 9),
        )
        marks = "e" + "\u0301" * (MAX_MARKS + more)
        yield Heavy(
            f"{so_many} the most marks on a letter",
            of_rows(99, f"#;;Please mend the door # {marks}\n"),
        )
    two = "Id;What should we do better?;What else could be better?\n"
    row = "#;Please mend door # soon;Please paint the wall # too\n"
    yield Heavy("two answers in each of 49,900 rows", of_rows(49_900, row, two))
    yield Heavy("120,000 lines", of_rows(120_000, "Please mend the door # soon\n", ""))
    yield Heavy(
        "ten lines in each answer", of_rows(20_000, '#;;"- a b #\n' + "- c d\n" * 9 + '"\n')
    )
    yield Heavy("one customer for all", of_rows(30_000, "1;;Please mend the door # soon\n"))
    yield Heavy("the same row each time", of_rows(30_000, "1;;Please mend the door soon\n"))
    yield Heavy(
        "a kind for each", of_rows(20_000, "#;kind #;Mend # please\n", "Id;Segment;Better?\n")
    )
    asked = "Id;Question;What should we do better?\n"
    yield Heavy("a question for each", of_rows(20_000, "#;Why # so?;Mend # please\n", asked))
    yield Heavy("nothing but dashes", of_rows(30_000, "#;;-\n"))
    yield Heavy("nothing but praise", of_rows(30_000, "#;all fine\n", "Id;What was good?\n"))
    yield Heavy("days of all kinds", of_rows(9_000, "#;#/#/#;Please mend the door # soon\n"))
    yield Heavy("the year zero", of_rows(900, "#;0000-00-00;Please mend the door # soon\n"))
    yield Heavy("Arabic digits", of_rows(900, "#;١٢/٠٣/٢٠٢٦;Please mend the door # soon\n"))
    yield Heavy("formulas", of_rows(9_000, "#;;'=1+#|cmd please mend it\n"))
    yield Heavy(
        "titles that are answers", of_rows(99, ROW, "Please mend it;Open at eight;More rye\n")
    )
    yield Heavy("no title at all", of_rows(9_000, ROW, ";;\n"))
    yield Heavy("a title a megabyte long", of_rows(9, ROW, f"Id;Date;{'better ' * 150_000}?\n"))


def of_more_places() -> Iterator[Heavy]:
    """Things that are no files, and files that change or go while they are read."""
    yield Heavy("a socket", _socket)
    for name in ("/proc/self/mem", "/proc/self/maps", "/dev/full", "/dev/stdin", "/dev/random"):
        yield Heavy(f"a link to {name}", _link_to(name))
    yield Heavy("a folder called .csv", lambda path: path.mkdir(), "answers.csv")
    yield Heavy("a file in a folder that is none", lambda _path: None, "list.csv/list.csv")
    yield Heavy("a name that is too long", lambda _path: None, "x" * 300 + ".csv")
    good = of_rows(9_000)
    yield Heavy("a file that becomes a pipe", good, meanwhile=_becomes_a_pipe)
    yield Heavy("a file that becomes a folder", good, meanwhile=_becomes_a_folder)
    yield Heavy("a file that is written again", good, meanwhile=_is_written_again)
    yield Heavy("a file that gets another name", good, meanwhile=_is_renamed)
    yield Heavy("a file that is emptied", good, meanwhile=lambda path: os.truncate(path, 0))
    for name in (b"\xc3\x28.csv", b"caf\xe9 \xf1.csv", b"\xed\xa0\x80.csv", b"{0}.csv", b"%s%n.csv",
                 b"&amp;<b>.csv", b"list.csv ", b"..csv", b"~list.csv", b"\x7f.csv"):  # fmt: skip
        yield Heavy(f"the name {name!r}", of_rows(30), os.fsdecode(name))


def _link_to(name: str) -> Make:
    return lambda path: path.symlink_to(name)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def _becomes_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _becomes_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _is_written_again(path: Path) -> None:
    for number in range(50):
        path.write_text(rows(number))


def _is_renamed(path: Path) -> None:
    path.rename(path.with_name("other.csv"))


def every() -> list[Heavy]:
    """All kinds."""
    return [*of_more_places(), *of_edges(), *of_quotes(), *of_bytes(), *of_containers()]


def run(count: int, seed: int) -> list[Row]:
    """So many of them by the command, and as many in the window."""
    kinds = every()
    chosen = kinds if count >= len(kinds) else random.Random(seed).sample(kinds, count)
    by_command = try_all(chosen, "odd imports, by the command")
    return [by_command, in_the_window(chosen, "odd imports, in the window")]
