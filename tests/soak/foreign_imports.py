"""Two hundred files more: what other programs keep, and what is heavy where words are looked at.

Each gets its sentence or is taken as one step that undo takes back, by the command and in the
window.
"""

from __future__ import annotations

import base64
import pickle
import quopri
import random
from collections.abc import Iterator

from tests.soak.heavy_imports import HEAD, MB, MOST, Heavy, Make, full, of, try_all
from tests.soak.odd_imports import ROW, of_rows, rows
from tests.soak.table import Row
from tests.soak.window_imports import in_the_window

# How the files of other programs begin; what follows is noise with zeros, as theirs is.
MAGIC = {
    "Access": b"\0\x01\0\0Standard Jet DB\0", "SPSS": b"$FL2@(#) SPSS DATA FILE",
    "Stata": b"<stata_dta><header>", "Parquet": b"PAR1\x15\x04", "Arrow": b"ARROW1\0\0",
    "NumPy": b"\x93NUMPY\x01\0v\0", "MATLAB": b"MATLAB 5.0 MAT-file", "HDF5": b"\x89HDF\r\n\x1a\n",
    "dBase": b"\x03\x5f\x07\x1a\x40\0\0\0", "Lotus": b"\0\0\x1a\0\0\x10\x04\0",
    "a binary property list": b"bplist00\xd4\x01", "WebP": b"RIFF\x24\0\0\0WEBPVP8 ",
    "a sound": b"ID3\x03\0\0\0\0\0\x21", "a film": b"\0\0\0\x20ftypisom\0\0\x02\0",
    "a font": b"\0\x01\0\0\0\x12\x01\0", "Zstandard": b"\x28\xb5\x2f\xfd\x04\x58",
    "LZ4": b"\x04\x22\x4d\x18\x64\x40", "a Java class": b"\xca\xfe\xba\xbe\0\0\0\x34",
}  # fmt: skip

REPEATED = (
    " ", "\t", "1", "-", "=", "*", "|", "_", "- ", "| ", ": ", "a:", "1,1", "a ", "<", "[", "(",
    "A", "\u3000", "é@", "+1", "“",
)  # fmt: skip
MOST_OF_A_CELL = 99_000  # bytes: a cell of 100,000 characters is refused


def behind(magic: bytes) -> bytes:
    return magic + bytes(random.Random(magic).choices((*range(256), *[0] * 80), k=200_000))


def of_programs() -> Iterator[Heavy]:
    """What other programs keep, under the name of a table."""
    for name, magic in MAGIC.items():
        yield Heavy(f"a file of {name}", of(behind, magic))
    good = rows(900)
    yield Heavy("a pickle", of(pickle.dumps, {"rows": good.splitlines()}))
    yield Heavy("base 64", of(base64.encodebytes, good.encode()))
    yield Heavy("quoted-printable", of(quopri.encodestring, good.encode()))
    yield Heavy("SYLK", of(str, "ID;PWXL;N;E\n" + 'C;Y1;X1;K"Mend the door"\n' * 900 + "E\n"))
    yield Heavy("a web page called a table", of(str, "<html><table>" + "<tr><td>Mend it" * 9_000))
    yield Heavy(
        "a pointer of Git LFS", of(str, f"version lfs/v1\noid sha256:{'0' * 64}\nsize 900\n")
    )
    yield Heavy("many exports behind one another", of(lambda: rows(9) * 900))
    yield Heavy("the title at the end", of(str, rows(2_000, ROW, "") + HEAD))
    yield Heavy("a novel before the table", of(str, "It was a dark night.\n" * 2_000 + rows(900)))


def of_looks() -> Iterator[Heavy]:
    """Answers that are slow to look at: lists, addresses, numbers, days, what says nothing."""
    wide = ";".join(f"What could be better, {n}?" for n in range(990)) + "\n"
    yield Heavy("990 questions, 1,500 rows", of_rows(1_500, "a b;" * 989 + "c #\n", wide))
    yield Heavy("990 questions, 40 rows", of_rows(40, "Mend it #;" * 989 + "c #\n", wide))
    same = ";".join(["What could be better?"] * 990) + "\n"
    yield Heavy("one question 990 times", of_rows(40, "Mend it #;" * 989 + "c #\n", same))
    long = ";".join("What " + "is it that " * 80 + f"{n}?" for n in range(900)) + "\n"
    yield Heavy("900 long questions", of_rows(40, "Mend it #;" * 899 + "c #\n", long))
    for name, line in (("bullets", "- a\n"), ("numbers", "(99) a\n"), ("empty bullets", "- \n")):
        yield Heavy(f"cells of {name}", cells_of(line, 99_000, 140))
    yield Heavy("cells of blanks and bullets", cells_of(" " * 900 + "- a\n", 99_000, 140))
    for name, sign in (
        ("brackets of numbers", "1((((((("), ("slashes", "1/1/1/1/"), ("pluses", "+1+1+1+1"),
        ("addresses without end", "a.a.a.a.a@"), ("hosts", "a@b-b-b-b."), ("full stops", "?!. "),
        ("no and none", "none, no, "), ("well", "all is well, "), ("not available", "n/a n/a "),
        ("thumbs", "👍 "), ("lost signs", "\ufffda"), ("marks", "a" + "\u0301" * 90),
    ):  # fmt: skip
        yield Heavy(f"long answers of {name}", cells_of(sign, 9_900, 1_480))
    yield Heavy("ids of 90,000 letters", cells_of("id ", 90_000, 160, "Mend it;"))
    yield Heavy("answers of 10,000 letters", cells_of("x y ", 10_000, 1_400))
    yield Heavy("answers of 10,001 letters", cells_of("x y", 10_001, 1_400))
    kinds = "#;" + "kind " * 900 + "#;Mend # please\n"
    yield Heavy("long kinds", of_rows(3_000, kinds, "Id;Segment;Better?\n"))
    for name, day in (
        ("years of five digits", "9999#-01-01"), ("serial numbers", "4#.5"),
        ("zones", "2026-11-01T10:#:00+25:99"), ("months in words", "# Novembre 2026"),
        ("the 31st of February", "31/02/20#"), ("long numbers", "1" * 300 + "#"),
    ):  # fmt: skip
        yield Heavy(f"days: {name}", of_rows(20_000, f"#;{day};Please mend door #\n"))
    yield Heavy("three lines in each of 49,000", of_rows(49_000, '#;;"Mend\nthe\ndoor #"\n'))
    yield Heavy("rows of quotation marks", of_rows(30_000, '"' * 90 + ";#\n"))
    yield Heavy("another delimiter in each row", of_rows(9_000, "#;b\n#,b\n#\tb\n#|b\n"))
    yield Heavy("carriage returns twice", of(lambda: rows(20_000).replace("\n", "\r\r\n")))
    yield Heavy("a mark of UTF-8 in each cell", of(lambda: rows(20_000).replace(";", ";\ufeff")))


def cells_of(sign: str, length: int, count: int, end: str = "") -> Make:
    """A table of so many long cells, each full of the sign, behind answers that look like words."""
    cell = full(sign, length)
    numbers = range(300, 300 + count)
    return of(lambda: rows(300) + "".join(f'{n};;"{cell}{n}"{end}\n' for n in numbers))


def of_slow_letters() -> Iterator[Heavy]:
    """All that may be read, of letters that take long to normalise, in answers of two lengths."""
    for name, sign in (
        ("compatibility ideographs", "\uf900"), ("more of them", "\U0002f800"),
        ("kana with marks", "か\u3099"), ("forks", "\u2adc"), ("ideographs with marks", "字\u0301"),
        ("nukta", "\u0958"), ("Greek with accents", "\u1f71"), ("Tibetan", "\u0f43"),
    ):  # fmt: skip
        for length in (800, 2_000):
            words = full(sign, length)
            row, many = f"#;2026-11-01;{words} #\n", MOST // (length + 40)
            yield Heavy(f"answers of {length:,} bytes of {name}", of_rows(many, row))


def of_large() -> Iterator[Heavy]:
    """All that may be read, in encodings that are told apart slowly."""
    line = "Please mend the door # of the café\n"
    text = rows(49_000, line, "")
    for encoding in ("utf-16", "utf-16-be", "utf-32", "cp1252", "mac-roman", "cp437"):
        yield Heavy(f"49,000 lines in {encoding}", of(text.encode, encoding))
    mixed = (text[:MB].encode() + text[:MB].encode("cp1252")) * 7
    yield Heavy("two encodings in turns", of(bytes, mixed[:MOST]))
    yield Heavy("bytes that cp1252 lacks", of(bytes, b"Please \x81 mend \x8d it \x9d\n" * 490_000))


def of_repeats() -> Iterator[Heavy]:
    """What sends a pattern back over all that it has read, in each kind of file."""
    stamp, cue = "[01.11.26, 10:00:00] Ann: ", "00:00:01.000 --> 00:00:02.000\n"
    chat, cues = f"{stamp}Mend the door\n" * 200, f"{cue}Mend the door\n\n" * 9
    talk = "Ann: What could be better?\nBob: Mend the door.\n" * 20
    list_ = "# What could be better?\n\n- Mend the door\n- Ring me back\n\n"
    line = "so and so " * 30 + "\n"
    yield Heavy("a message that goes on", of(lambda: chat + line * 48_000), "list.txt")
    yield Heavy(
        "subtitles of one speaker", of(lambda: cues + f"{cue}{line}\n" * 16_000), "list.vtt"
    )
    kinds = (
        ("a chat", chat + stamp, "txt"), ("subtitles", cues + cue, "vtt"), ("a list", list_, "md"),
        ("a transcript", f"{talk}Ann: ", "txt"), ("lines", "", "txt"), ("titles", "", "csv"),
        ("a cell below titles", f"{HEAD}1;;", "csv"),
    )  # fmt: skip
    for sign in REPEATED:
        for name, start, end in kinds:
            build = of(f"{start}{{}}x\n".format, full(sign, MOST_OF_A_CELL))
            yield Heavy(f"{name}, then {sign!r} on and on", build, f"list.{end}")


def every() -> list[Heavy]:
    """All kinds."""
    return [*of_programs(), *of_looks(), *of_slow_letters(), *of_large(), *of_repeats()]


def run(count: int, seed: int) -> list[Row]:
    """So many of them by the command, and as many in the window."""
    kinds = every()
    chosen = kinds if count >= len(kinds) else random.Random(seed).sample(kinds, count)
    by_command = try_all(chosen, "foreign imports, by the command")
    return [by_command, in_the_window(chosen, "foreign imports, in the window")]
