"""Files that would fill the memory or take minutes: each gets its sentence early, or is taken.

Each is imported by a process of its own, whose time and memory are measured.
"""

from __future__ import annotations

import gzip
import io
import os
import random
import resource
import signal
import tempfile
import threading
import traceback
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from cxworkshop.cli import main
from cxworkshop.store.disk.file import examine
from cxworkshop.workshop import Workshop
from tests.soak.pace import between, pace
from tests.soak.table import Row

MEGABYTES = 300
PROGRAM = 60  # megabytes that a process has which has just loaded the program
RAISED = 99  # how a copy of this process ends that something was raised in
PATIENCE = 120  # seconds, until a command that hangs is ended
MB = 1_000_000
MOST = 14_900_000  # bytes: just less than is refused for its size alone
TRIES = 3  # of what takes too long; the shortest counts, for others may have had the processor

Make = Callable[[Path], None]

HEAD = "Id;Date;What should we do better?\n"
# Letters and signs of which a text may be full: how many bytes they take, whether they grow when
# they are normalised, pile up, turn around, or are nothing at all.
SIGNS = {
    "ASCII": "word ", "dots": ". ", "Cyrillic": "слово ", "Chinese": "字", "emoji": "👍🏽",
    "ZWJ": "👩\u200d🦽", "flags": "🇩🇪", "Arabic phrases": "\ufdfa", "other phrases": "\ufdfb ",
    "composed marks": "\u0344", "one mark": "\u0301", "marks out of order": "\u0315\u0300\u05ae",
    "Hangul parts": "\u1112\u1161\u11ab", "squares": "\u3316", "eras": "\u32ff", "ligatures": "ﬃ",
    "full width": "ａ", "sharp s": "ß", "iota": "\u0390", "dotted I": "\u0130", "NULs": "\0",
    "bells": "\a", "escapes": "\x1b[31m", "overrides": "\u202e", "isolates": "\u2066",
    "BOMs": "\ufeff", "joiners": "\u034f", "private": "\ue000", "lost": "\ufffd",
    "Hebrew": "\ufb2c", "notes": "\U0001d160", "nukta": "\u0958", "squared": "\uf900",
    "digits": "1", "numbers and spaces": "1 1 ", "mail": "a@b.", "at signs": "@", "brackets": "1(",
    "dashes": "-", "bullets": "- a\n", "apostrophes": "'", "equals": "=", "tags": "<b>",
    "quotes": '"', "two quotes": '""', "quote and comma": '",', "quote and space": '" ',
    "quoted lines": '"a\n', "commas": ",", "semicolons": ";", "tabs": "\t", "bars": "|",
    "all delimiters": ",;\t|", "spaces": " ", "no-break spaces": "\xa0", "line ends": "\n",
    "carriage returns": "\r", "both ends": "\r\n", "line separators": "\u2028", "vertical": "\v",
    "questions": "what a made ", "praise": "what is made good? ", "JSON lists": "[",
    "JSON": '{"a":',
}  # fmt: skip
ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "utf-32", "utf-32-be", "cp1252", "koi8-r", "gb18030")


@dataclass(frozen=True)
class Limits:
    """Seconds of a quiet processor: until a file is refused, until one that is allowed is taken,
    and how long a window may not answer."""

    refused: float = 2.0
    taken: float = 20.0
    busy: float = 1.0


TIMED = Limits()
UNTIMED = Limits(60.0, 60.0, 60.0)  # in the suite, on a machine of which nothing is known


@dataclass(frozen=True)
class Heavy:
    """A file to import: how it is made, under which name, and what it does while it is read."""

    what: str
    make: Make
    name: str = "list.csv"
    meanwhile: Callable[[Path], None] | None = None


def of(build: Callable[..., str | bytes], *given: object) -> Make:
    """Build the contents when they are wanted: all of them together are gigabytes."""

    def make(path: Path) -> None:
        data = build(*given)
        raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
        path.write_bytes(raw)

    return make


def full(sign: str, size: int) -> str:
    return sign * (size // len(sign.encode("utf-8", "surrogatepass")))


def line_of(sign: str, size: int) -> str:
    return full(sign, size) + "x\n"


def cell_of(sign: str, size: int) -> str:
    return f'{HEAD}1;2026-11-01;"{full(sign, size)}"\n'


def answers_of(sign: str, size: int) -> str:
    words = full(sign, 800).replace("\n", " ")
    return HEAD + "".join(f"{n};2026-11-01;{words} {n}\n" for n in range(size // 1000))


def numbered(row: str, rows: int, head: str = "") -> str:
    """So many rows, with their numbers in place of `#`."""
    return head + "".join(row.replace("#", str(n)) for n in range(rows))


def repeated(text: str, size: int, head: str = "", end: str = "") -> str:
    return head + text * (size // len(text)) + end


def columns_of(mark: str, columns: int, size: int) -> str:
    titles = mark.join(f"c{n}" for n in range(columns))
    return titles + ("\n" + mark * columns) * (1 + size // (columns * 8))


def ragged(mark: str, size: int) -> str:
    return "".join(mark * (n % 900) + "word\n" for n in range(size // 460))


def noise(values: bytes, size: int) -> bytes:
    return bytes(random.Random(size).choices(values, k=size))


def encoded(encoding: str, how: str) -> bytes:
    row = "#;2026-11-01;Please mend the door, it is broken\n"
    text = numbered(row, 9_000, HEAD)
    data = text.encode(encoding)
    shapes = {
        "whole": data,
        "cut": data[:-1],
        "of one byte": data[:1],
        "mixed": text.encode() + data,
    }
    return shapes[how]


def zip_bomb() -> bytes:
    zeros = io.BytesIO()
    with zipfile.ZipFile(zeros, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(50 * MB))
    return zeros.getvalue()


def of_signs(size: int) -> Iterator[Heavy]:
    """One line, one cell of a table, and many short answers, full of each sign."""
    for name, sign in SIGNS.items():
        yield Heavy(f"a line of {name}", of(line_of, sign, size))
        yield Heavy(f"a cell of {name}", of(cell_of, sign, size))
        yield Heavy(f"answers of {name}", of(answers_of, sign, size))


def of_rows(size: int) -> Iterator[Heavy]:
    """Too many rows or lines, and titles and questions that are too long."""
    yield Heavy("170,000 rows", of(numbered, "#;;Mend # soon\n", 170_000, HEAD))
    yield Heavy("50,000 rows", of(numbered, "#;2026-11-01;Mend the door # soon\n", 49_900, HEAD))
    yield Heavy("a line each", of(numbered, "Mend the door #\n", 600_000))
    yield Heavy("short lines", of(numbered, "#\n", size // 8))
    yield Heavy("one letter a line", of(repeated, "a\n", size))
    yield Heavy("empty lines and one", of(repeated, "\n", size, "", "one"))
    yield Heavy("empty lines between", of(repeated, "a" + "\n" * 500, size))
    yield Heavy("a title of 1 MB", of(repeated, "1;Mend the door\n", 800, "t" * MB + ";x\n"))
    yield Heavy("a header of 0.9 MB", of(repeated, "t" * 1_000 + ";", 900_000, "", "\nx;y\n"))
    asks = "What about " + "it " * 90
    yield Heavy("a question each", of(numbered, f"{asks}#?;Mend #\n", 40_000, "Question;Answer\n"))
    long = "what a made " * 4_000
    rows = size // 48_100
    yield Heavy("long questions", of(numbered, f"{long}#;Mend #\n", rows, "Question;Answer\n"))
    open_quote = HEAD + '1;2026-11-01;"'
    yield Heavy("an open quote", of(repeated, "word; word\n", size, open_quote))
    yield Heavy("quotes that never close", of(repeated, '1;2026-11-01;"open\n', size, HEAD))
    yield Heavy("10,000 quotes", of(repeated, '"', 10_000, HEAD + "1;2026-11-01;", "\n"))
    yield Heavy("stray quotes", of(repeated, '1;2026-11-01;a "b" c\n2;x;"a" b"\n', size, HEAD))
    yield Heavy("records without an end", of(repeated, '"a\n","b\n",', size))
    days = f"{'1' * 200}/{'1' * 200}/2026;Mend it #\n"
    yield Heavy("days", of(numbered, days, size // 430, "Date;Answer\n"))
    yield Heavy("numbers", of(numbered, f"{'1' * 900}x,Mend it #\n", size // 925))
    yield Heavy("sep= and a million", of(repeated, "a;", 2 * MB, "sep=;\n"))


def of_columns(size: int) -> Iterator[Heavy]:
    """Too many columns or cells, by each delimiter."""
    for mark in ",;\t|":
        for columns in (1_001, 20_000, 100_000, 1_000_000):
            yield Heavy(f"{columns:,} columns of {mark!r}", of(columns_of, mark, columns, size))
        yield Heavy(f"empty cells of {mark!r}", of(repeated, mark * 999 + "\n", size))
        yield Heavy(f"wide and full of {mark!r}", of(repeated, f"ab{mark}" * 999 + "\n", size))
        cells = numbered(f"#{mark}", 29)
        yield Heavy(f"1.4 million cells of {mark!r}", of(numbered, f"#b{mark}" * 29 + "\n", 48_000))
        head = f"a{mark}b\n1{mark}Mend it\n2{mark}Close it\n{cells}\n"
        yield Heavy(f"empty rows of {mark!r} behind", of(repeated, mark * 12 + "\n", size, head))
        yield Heavy(f"ragged rows of {mark!r}", of(ragged, mark, size))


def of_encodings(size: int) -> Iterator[Heavy]:
    """Encodings with and without their marks, mixed, cut, and data that is no text at all."""
    for encoding in ENCODINGS:
        for how in ("whole", "cut", "of one byte", "mixed"):
            yield Heavy(f"{encoding}, {how}", of(encoded, encoding, how))
    yield Heavy("noise", of(noise, bytes(range(256)), 3 * MB))
    yield Heavy("high bytes", of(noise, bytes(range(128, 256)), 3 * MB))
    yield Heavy("letters of no encoding", of(noise, b"aaa  \xe4\x81\x8d", size))
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        yield Heavy(f"the mark {mark.hex()} alone", of(bytes, mark))
        yield Heavy(f"the mark {mark.hex()} twice", of(bytes, mark * 2))
    yield Heavy("a Word bomb", of(zip_bomb), "list.docx")
    yield Heavy("a gzip bomb", of(gzip.compress, bytes(50 * MB)))
    for magic in (
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"7z\xbc\xaf\x27\x1c",
    ):
        yield Heavy(f"20 MB behind {magic[:4]!r}", of(magic.ljust, 20 * MB, b"\0"))
    yield Heavy("deep JSON", of(repeated, "[", size), "list.json")
    json = '{"id": 1, "words": "Mend it"}'
    yield Heavy("JSON in lines", of(repeated, json + "\n", size), "list.ndjson")
    yield Heavy("JSON as CSV", of(repeated, json + ",", size, "[", "{}]"))
    yield Heavy("XML", of(repeated, "<a><b>Mend it</b></a>\n", size))


def of_places() -> Iterator[Heavy]:
    """What is no file, can't be read, or changes while it is read."""
    yield Heavy("a folder", lambda path: path.mkdir())
    yield Heavy("a pipe", os.mkfifo)
    yield Heavy("a loop of links", lambda path: path.symlink_to(path.name))
    yield Heavy("a device", lambda path: path.symlink_to("/dev/zero"))
    yield Heavy("a terminal", lambda path: path.symlink_to("/dev/tty"))
    yield Heavy("nothing", lambda path: None)
    yield Heavy("a link to nothing", lambda path: path.symlink_to("gone"))
    yield Heavy("10 GB of holes", _sparse)
    yield Heavy("not ours to read", _unreadable)
    good = of(numbered, "#;2026-11-01;Please mend thing # of the shop\n", 30, HEAD)
    for name in (b"R\xfcckmeldung.csv", b"\xff\xfe.csv", b"\x81\x82\x83", b"a\nb.csv",
                 "\u202evsc.exe".encode(), b"-x.csv", b"x" * 251 + b".csv", "👩‍🦽.csv".encode(),
                 b" .csv", b"CON", b"\x1b[31m.csv"):  # fmt: skip
        yield Heavy(f"the name {name[:12]!r}", good, os.fsdecode(name))
    yield Heavy("a file that grows", of(repeated, HEAD, 7 * MB), meanwhile=_grow)
    yield Heavy(
        "a file that shrinks",
        of(repeated, HEAD, 14 * MB),
        meanwhile=lambda path: os.truncate(path, 9),
    )
    yield Heavy(
        "a file that goes", of(repeated, HEAD, 14 * MB), meanwhile=lambda path: path.unlink()
    )


def _sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 10_000 * MB)


def _unreadable(path: Path) -> None:
    path.write_text(HEAD)
    path.chmod(0)


def _grow(path: Path) -> None:
    with path.open("a") as file:
        for _n in range(200):
            file.write(HEAD * 100)
            file.flush()


def every(size: int) -> list[Heavy]:
    """All kinds, the large ones so large."""
    return [*of_places(), *of_rows(size), *of_columns(size), *of_encodings(size), *of_signs(size)]


def run(count: int, seed: int) -> list[Row]:
    """So many of them, spread over all kinds, each in a process of its own."""
    chance = random.Random(seed)
    kinds = every(MOST)
    return [try_all(kinds if count >= len(kinds) else chance.sample(kinds, count))]


def try_all(
    kinds: Sequence[Heavy], what: str = "imports that are too much", limits: Limits = TIMED
) -> Row:
    """Import each into a workshop of its own."""
    worst = _Worst()
    wrong = [f"{heavy.what}: {found}" for heavy in kinds if (found := _wrong(heavy, worst, limits))]
    note = "; ".join(wrong[:5]) or worst.sentence()
    return Row(what, len(kinds), len(wrong), note)


@dataclass
class _Worst:
    seconds: float = 0.0
    megabytes: float = 0.0
    slowest: str = ""
    largest: str = ""

    def see(self, what: str, cost: Cost) -> None:
        if cost.code == 2 and cost.seconds > self.seconds:
            self.seconds, self.slowest = cost.seconds, what
        if cost.megabytes > self.megabytes:
            self.megabytes, self.largest = cost.megabytes, what

    def sentence(self) -> str:
        slow = f"slowest refusal {self.seconds:.1f} s ({self.slowest})"
        return f"{slow}, most memory {self.megabytes:.0f} MB ({self.largest})"


@dataclass(frozen=True)
class Cost:
    """How a command ended, what it said on standard error, and what it cost.

    `seconds` are those of a quiet processor (pace.py).
    """

    code: int
    said: str
    seconds: float
    megabytes: float


def _wrong(heavy: Heavy, worst: _Worst, limits: Limits) -> str:
    with tempfile.TemporaryDirectory() as scratch:
        path, source = Path(scratch) / "team.cxw", Path(scratch) / heavy.name
        workshop = Workshop.new(path, "Team")
        workshop.save()
        workshop.close()
        in_a_copy(lambda: heavy.make(source))
        before = path.read_bytes()
        command = ["import", str(path), str(source), "--yes"]
        with _going_on(heavy, source):
            cost = measured(command, Path(scratch) / "said")
        for _again in range(1, TRIES):
            if cost.code != 2 or cost.seconds <= limits.refused:
                break
            cost = min(cost, measured(command, Path(scratch) / "said"), key=attrgetter("seconds"))
        worst.see(heavy.what, cost)
        if cost.code == 2 and path.read_bytes() != before:
            return "refused, and the workshop was changed"
        examine(path)
    return _judged(cost, limits)


def _judged(cost: Cost, limits: Limits) -> str:
    lines = [line for line in cost.said.splitlines() if not line.endswith(" rows")]
    if cost.code not in (0, 2):
        return f"ends with {cost.code}: {cost.said[-300:]}"
    if cost.code == 2 and (len(lines) != 1 or len(lines[0]) < 20):
        return f"says {len(lines)} lines: {cost.said[-300:]}"
    if cost.seconds > (limits.refused if cost.code == 2 else limits.taken):
        return f"takes {cost.seconds:.1f} s: {cost.said[-80:].strip()}"
    if cost.megabytes > MEGABYTES:
        return f"takes {cost.megabytes:.0f} MB: {cost.said[-80:].strip()}"
    return ""


@contextmanager
def _going_on(heavy: Heavy, source: Path) -> Iterator[None]:
    if heavy.meanwhile is None:
        yield
        return
    thread = threading.Thread(target=heavy.meanwhile, args=(source,))
    thread.start()
    yield
    thread.join()


def measured(arguments: list[str], said: Path) -> Cost:
    """Run a command in a copy of this process, which has the program loaded already."""

    def do() -> int:
        signal.alarm(PATIENCE)
        with said.open("w") as err, Path(os.devnull).open("w") as out:
            os.dup2(err.fileno(), 2)
            os.dup2(out.fileno(), 1)
            with redirect_stderr(err), redirect_stdout(out):
                return main(arguments)

    held = max(0.0, _resident() - PROGRAM)  # of what else this process has done
    before = pace()
    code, used = in_a_copy(do)
    seconds = (used.ru_utime + used.ru_stime) / between(before)
    return Cost(code, said.read_text(errors="replace"), seconds, used.ru_maxrss / 1024 - held)


def _resident() -> float:
    """The megabytes of this process, which its copy begins with."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def in_a_copy(do: Callable[[], int | None]) -> tuple[int, resource.struct_rusage]:
    """Do it in a copy of this process, whose memory the system gets back.

    The copy ends with `RAISED` where something is raised, and prints its traceback.
    """
    child = os.fork()
    if child == 0:
        code = RAISED
        try:
            code = do() or 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    _child, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used
