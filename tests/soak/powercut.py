"""Power cuts, played back: every disk that a program could have left behind.

strace records what a program asks of the file system. Every moment between two such calls is a
power cut, and each gives several disks: what was asked for so far, in order; only what was synced;
and random parts of what was not, in other orders, torn at sectors, names kept or lost.

The model is that of journalling file systems, strictly read: bytes last once their file was synced,
a name once its folder was, and the names of one folder change in the order in which they were asked
for. A rename takes place or does not.
"""

from __future__ import annotations

import random
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

SECTOR = 512
TRACED = (
    "openat,write,pwrite64,writev,ftruncate,rename,renameat,renameat2,unlink,unlinkat,mkdir,"
    "mkdirat,rmdir,fsync,fdatasync,link,linkat,symlink"
)


@dataclass(frozen=True)
class Op:
    """One thing asked of the file system; `kind` is create, truncate, write, sync, rename, …

    For an acknowledgement `path` is what was said.
    """

    kind: str
    path: str
    data: bytes = b""
    at: int = 0
    to: str = ""


@dataclass(frozen=True)
class Disk:
    """What a power cut left: files by path relative to the folder, folders, what was promised."""

    files: dict[str, bytes]
    folders: frozenset[str]
    said: tuple[str, ...]
    how: str


def record(command: Sequence[str], folder: Path, environment: dict[str, str]) -> list[Op]:
    """Run a program and write down what it asks of the file system below `folder`.

    A line that it writes to standard output is a promise. It must use one thread for its files.
    """
    with tempfile.TemporaryDirectory() as scratch:
        trace = Path(scratch) / "trace"
        strace = ["strace", "-f", "-y", "-xx", "-s", "200000000", "--seccomp-bpf"]
        strace += ["-e", f"trace={TRACED}", "-o", str(trace)]
        run = [*strace, *command]
        subprocess.run(run, env=environment, check=True, stdout=subprocess.PIPE)
        with trace.open(encoding="ascii") as lines:
            return list(_ops(lines, str(folder.resolve())))


_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HANDLE = re.compile(r"^(?:AT_FDCWD|\d+)<((?:\\x[0-9a-f]{2})*)>")


def _ops(lines: Iterator[str] | Sequence[str], folder: str) -> Iterator[Op]:
    for line in lines:
        assert "<unfinished" not in line or "futex" in line, line[:200]
        found = _LINE.match(line)
        if found is None or found[3].startswith("-"):
            continue
        op = _op(found[1], found[2])
        if op is None:
            continue
        if op.kind == "said":
            yield op
        elif op.path == folder or op.path.startswith(f"{folder}/"):
            yield _below(op, folder)


def _below(op: Op, folder: str) -> Op:
    cut = len(folder) + 1
    return Op(op.kind, op.path[cut:], op.data, op.at, op.to[cut:])


def _op(call: str, words: str) -> Op | None:  # noqa: C901 - one line a system call
    texts = [_bytes(text) for text in _TEXT.findall(words)]
    handle = _HANDLE.match(words)
    path = _bytes(handle[1]).decode("utf-8", "surrogateescape") if handle else ""
    if call == "write" and words.startswith("1<"):
        return Op("said", texts[0].decode())
    if call == "write":
        return Op("append", path, texts[0])
    if call == "pwrite64":
        return Op("write", path, texts[0], int(words.rsplit(", ", 1)[1]))
    if call == "ftruncate":
        return Op("truncate", path, at=int(words.rsplit(", ", 1)[1]))
    if call in ("fsync", "fdatasync"):
        return Op("sync", path)
    names = [text.decode("utf-8", "surrogateescape") for text in texts]
    if call == "openat" and "O_CREAT" in words:
        return Op("create", names[0], at=int("O_TRUNC" in words))
    if call == "openat" and "O_TRUNC" in words:
        return Op("truncate", names[0])
    if call.startswith("rename"):
        return Op("rename", names[0], to=names[1])
    if call.startswith(("unlink", "rmdir")):
        return Op("unlink", names[0])
    if call.startswith("mkdir"):
        return Op("mkdir", names[0])
    assert call == "openat", f"{call} is not in the model"
    return None


def _bytes(hexed: str) -> bytes:
    return bytes.fromhex(hexed.replace("\\x", ""))


@dataclass
class _File:
    """The bytes that are on the disk, and what was asked for since the last sync."""

    sure: bytearray = field(default_factory=bytearray)
    pending: list[Op] = field(default_factory=list)
    size: int = 0  # with all that is pending, for writes at the end

    def add(self, op: Op) -> None:
        self.pending.append(op)
        if op.kind == "truncate":
            self.size = op.at
        else:
            self.size = max(self.size, op.at + len(op.data))

    def sync(self) -> None:
        for op in self.pending:
            _apply(self.sure, op)
        self.pending.clear()

    def all(self) -> bytes:
        return self._with(self.pending)

    def some(self, chance: random.Random) -> bytes:
        """With a random part of what was not synced, some of it torn."""
        kept: list[Op] = []
        for op in self.pending:
            luck = chance.random()
            if op.kind == "truncate":
                kept += [op] if luck < 0.5 else []
            elif luck < 0.4:
                kept.append(op)
            elif luck < 0.7:
                kept += [sector for sector in _sectors(op) if chance.random() < 0.5]
        return self._with(kept)

    def _with(self, ops: Sequence[Op]) -> bytes:
        made = bytearray(self.sure)
        for op in ops:
            _apply(made, op)
        return bytes(made)


def _apply(to: bytearray, op: Op) -> None:
    if op.kind == "truncate":
        del to[op.at :]
        to.extend(bytes(op.at - len(to)))
        return
    to.extend(bytes(max(0, op.at - len(to))))
    to[op.at : op.at + len(op.data)] = op.data


def _sectors(op: Op) -> Iterator[Op]:
    first = SECTOR - op.at % SECTOR
    cuts = [0, *range(first, len(op.data), SECTOR), len(op.data)]
    for start, end in pairwise(cuts):
        yield Op("write", op.path, op.data[start:end], op.at + start)


_Names = dict[str, "_File | None"]  # None: a folder


class Model:
    """A file system on which a program works until the power goes."""

    def __init__(self, base: dict[str, bytes], folders: Sequence[str]) -> None:
        made: _Names = dict.fromkeys(folders)
        for path, data in base.items():
            made[path] = _File(bytearray(data), size=len(data))
        self._now = made  # as the program sees it
        self._sure = dict(made)  # as the names are on the disk
        self._pending: dict[str, list[Op]] = {}  # names that change, by folder
        self._files: dict[int, _File] = {}
        self._said: list[str] = []

    def do(self, op: Op) -> None:
        """The program asks for this."""
        getattr(self, f"_{op.kind}")(op)

    def promise(self, words: str) -> None:
        """The program says something that must stay true."""
        self._said += words.splitlines()

    def disks(self, chance: random.Random, many: int) -> Iterator[Disk]:
        """The power goes now: in order, only what was synced, and so many random ones."""
        yield self._disk(self._now, lambda file: file.all(), "in order")
        yield self._disk(self._sure, lambda file: bytes(file.sure), "only what was synced")
        for _time in range(many):
            names = self._some_names(chance)
            yield self._disk(names, lambda file: file.some(chance), "torn and out of order")

    def _disk(self, names: _Names, read: Callable[[_File], bytes], how: str) -> Disk:
        there = {path: file for path, file in names.items() if _has_folders(path, names)}
        files = {path: read(file) for path, file in there.items() if file is not None}
        folders = frozenset(path for path, file in there.items() if file is None)
        return Disk(files, folders, tuple(self._said), how)

    def _some_names(self, chance: random.Random) -> _Names:
        names = dict(self._sure)
        for ops in self._pending.values():
            for op in ops[: chance.randint(0, len(ops))]:
                self._rename_in(names, op)
        return names

    def _create(self, op: Op) -> None:
        if self._now.get(op.path) is None:
            self._change(Op("made", op.path), _File())
        elif op.at:
            self._truncate(Op("truncate", op.path))

    def _mkdir(self, op: Op) -> None:
        self._change(Op("made", op.path), None)

    def _unlink(self, op: Op) -> None:
        self._change(Op("gone", op.path), None)

    def _rename(self, op: Op) -> None:
        self._change(op, self._now[op.path])

    def _append(self, op: Op) -> None:
        file = self._now.get(op.path)
        if file is not None:
            file.add(Op("write", op.path, op.data, file.size))

    def _write(self, op: Op) -> None:
        file = self._now.get(op.path)
        if file is not None:
            file.add(op)

    def _truncate(self, op: Op) -> None:
        file = self._now.get(op.path)
        if file is not None:
            file.add(op)

    def _sync(self, op: Op) -> None:
        file = self._now.get(op.path)
        if file is not None:
            file.sync()
            return
        for change in self._pending.pop(op.path, []):
            self._rename_in(self._sure, change)

    def _change(self, op: Op, file: _File | None) -> None:
        """A name in a folder changes: at once for the program, later on the disk."""
        stamped = Op(op.kind, op.path, at=id(file), to=op.to)
        if file is not None:
            self._files[id(file)] = file
        folder = op.path.rpartition("/")[0]
        self._pending.setdefault(folder, []).append(stamped)
        self._rename_in(self._now, stamped)

    def _rename_in(self, names: _Names, op: Op) -> None:
        if op.kind == "gone":
            names.pop(op.path, None)
        elif op.kind == "rename":
            names.pop(op.path, None)
            names[op.to] = self._files.get(op.at)
        else:
            names[op.path] = self._files.get(op.at)


def _has_folders(path: str, names: _Names) -> bool:
    parent = path.rpartition("/")[0]
    return not parent or (parent in names and names[parent] is None and _has_folders(parent, names))


def states(
    ops: Sequence[Op],
    base: dict[str, bytes],
    folders: Sequence[str],
    *,
    seed: int,
    many: int,
    every: int = 1,
) -> Iterator[Disk]:
    """Every disk of every power cut of a recorded program, or of every so-manieth call."""
    chance, model = random.Random(seed), Model(base, folders)
    yield from model.disks(chance, 0)
    for number, op in enumerate(ops):
        if op.kind == "said":
            model.promise(op.path)
        else:
            model.do(op)
        if number % every == 0 or op is ops[-1]:
            yield from model.disks(chance, many)
