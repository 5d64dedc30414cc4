"""Hostile notes: what the program keeps for itself, replaced by what anybody may put there.

Beside the workshop and in the data folder. A session was killed with a step that the workshop lacks
before; then the command line and a window meet them. Neither waits, fails or believes them: every
step is still there, the workshop can be written, a customer can be forgotten, and no other file is
touched.
"""

from __future__ import annotations

import codecs
import gzip
import io
import json
import os
import random
import re
import select
import shutil
import signal
import stat
import tempfile
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path

from cxworkshop import log, paths, private_files
from cxworkshop.cli import main
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.session import Session
from cxworkshop.store.forgetting.copies import NOTE
from cxworkshop.workshop import Workshop
from tests.soak.power_cuts import at_home
from tests.soak.processes import fork
from tests.soak.table import Row
from ui.start import recent_files

LONGEST = 20.0  # seconds; a trial takes a tenth of one
SAVED, SAFE, TYPED = "phone", "forms", "half a sentence"
NAME, WORDS = "Zqxjkva", "Zqxjkvw and nobody else"
DIARY = "dear diary"
SINCE = 1_790_000_000
# What only a mistake of ours leaves in the log: a note was taken at its word.
UNFORESEEN = re.compile(r"^(?!OSError)[A-Z]\w*(?:Error|Exception)$", re.MULTILINE)
# What a terminal would obey: it must not come from a note.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")

Make = Callable[[Path], object]


def other_laptop(**facts: object) -> bytes:
    """The note beside a file that another laptop has open."""
    return json.dumps({"host": "other", "pid": 1, "since": SINCE} | facts).encode()


# What is put in the place of a note.


def content(data: bytes) -> Make:
    return lambda note: note.write_bytes(data)


def changed(change: Callable[[bytes], bytes]) -> Make:
    return lambda note: note.write_bytes(change(note.read_bytes()))


def in_place(make: Make) -> Make:
    """Make something that is no regular file, where the note was."""

    def replace(note: Path) -> None:
        note.unlink(missing_ok=True)
        make(note)

    return replace


def mode(bits: int) -> Make:
    return lambda note: note.chmod(bits)


def link(to: str) -> Make:
    return in_place(lambda note: note.symlink_to(to))


def loop(note: Path) -> None:
    note.with_name("loop").symlink_to(note.name)
    note.symlink_to("loop")


def full_folder(note: Path) -> None:
    note.mkdir()
    (note / "inside").write_text("x")


def huge(note: Path) -> None:
    with note.open("wb") as file:
        file.write(b"[")
        file.truncate(50_000_000)


def growing(note: Path) -> None:
    """Somebody appends to it for as long as this process lives."""
    note.write_bytes(b"[1")

    def grow() -> None:
        with note.open("ab", buffering=0) as file:
            while True:
                file.write(b", 1" * 1000)
                time.sleep(0.001)

    threading.Thread(target=grow, daemon=True).start()


def diary_of(note: Path) -> Path:
    """A file of the user's own, which a link may lead to."""
    return next(up for up in note.parents if (up / "diary.txt").exists()) / "diary.txt"


KINDS: dict[str, Make] = {
    "deep": content(b'{"host":' + b"[" * 100_000),
    "deep objects": content(b'{"known":' * 50_000),
    "huge": huge,
    "many keys": lambda note: note.write_text(json.dumps({str(n): n for n in range(50_000)})),
    "pipe": in_place(os.mkfifo),
    "socket": in_place(lambda note: os.mknod(note, stat.S_IFSOCK | 0o600)),
    "folder": in_place(Path.mkdir),
    "folder with something in it": in_place(full_folder),
    "link to a device": link("/dev/zero"),
    "link to a device that is full": link("/dev/full"),
    "link to a terminal": link("/dev/tty"),
    "link to nowhere": link("nowhere"),
    "link to nowhere outside": in_place(
        lambda note: note.symlink_to(diary_of(note).with_name("new.txt"))
    ),
    "link to itself": in_place(lambda note: note.symlink_to(note.name)),
    "links in a circle": in_place(loop),
    "link to a folder": link("/"),
    "link to a diary": in_place(lambda note: note.symlink_to(diary_of(note))),
    "the diary itself": in_place(lambda note: os.link(diary_of(note), note)),
    "missing": Path.unlink,
    "empty": content(b""),
    "half written": changed(lambda data: data[: len(data) // 2]),
    "written twice": changed(lambda data: data * 2),
    "zeros": changed(lambda data: bytes(len(data))),
    "unreadable": mode(0),
    "read only": mode(0o400),
    "for everybody": mode(0o777),
    "growing": growing,
    "no text": content(b"\xff\xfe\x00\x80"),
    "UTF-16": changed(lambda data: data.decode().encode("utf-16")),
    "UTF-8 with a mark": changed(lambda data: codecs.BOM_UTF8 + data),
    "Latin-1": content('{"path": "Café"}'.encode("latin-1")),
    "packed": changed(gzip.compress),
    "a workshop": lambda note: shutil.copyfile(diary_of(note).with_name("others.cxw"), note),
    "a number": content(b"1"),
    "a huge number": content(b"9" * 5000),
    "NaN": content(b"NaN"),
    "null": content(b"null"),
    "true": content(b"true"),
    "words": content(b'"words"'),
    "a list": content(b"[1, 2]"),
    "an empty list": content(b"[]"),
    "an empty object": content(b"{}"),
    "lone surrogates": content(b'["\\ud800", "\\udfff\\ud800"]'),
    "a comment": changed(lambda data: data + b"// ours"),
}  # fmt: skip

_MISSING = object()
VALUES: dict[str, object] = {
    "missing": _MISSING,
    "null": None,
    "true": True,
    "below nothing": -(10**15),
    "far future": 10**30,
    "a fraction": 0.5,
    "NaN": float("nan"),
    "Infinity": float("inf"),
    "no words": "",
    "a lone surrogate": "\ud800",
    "controls": "lap\u202etop\x1b[2J\nsecond line\r\0",
    "out of the folder": "../../../diary.txt",
    "from the root": "/dev/zero",
    "everywhere": "*",
    "long": "x" * 100_000,
    "a list": ["*", None, 1, "../../../..", {"size": 1}],
    "an object": {"size": "x", "digest": None, "\ud800": -1},
}


def wrong_value(key: str | int, value: object) -> Make:
    """Another value at one key, all else as it was."""

    def change(note: Path) -> None:
        found = json.loads(note.read_bytes())
        if value is _MISSING:
            del found[key]
        else:
            found[key] = value
        note.write_text(json.dumps(found))

    return change


# Where it is put.


@dataclass(frozen=True)
class Scene:
    """The user's folder with a workshop and a diary, and beside it the data folder."""

    folder: Path

    @property
    def path(self) -> Path:
        return self.folder / "user" / "team.cxw"

    @property
    def others(self) -> Path:
        return self.folder / "others.cxw"

    @property
    def session(self) -> Path:
        return Session(self.path).folder

    def notes(self) -> dict[str, Path]:
        """The files of the program's own that it reads."""
        (register,) = (paths.data_folder() / "forgotten").glob("[0-9a-f]*.json")
        odd = "odd \n \udcff \u202e"
        session, home = self.session, paths.data_folder()
        return {
            "beside the file": self.path.with_name(f".~{self.path.name}.open"),
            "session.json": session / "session.json",
            "session.json.tmp": session / "session.json.tmp",
            "typed.json": session / "typed.json",
            "typed.json.tmp": session / "typed.json.tmp",
            "holder.json": session / "holder.json",
            "lock": session / "lock",
            "sessions’ workshops.json": session / NOTE,
            "backups’ workshops.json": home / "backups" / session.name / NOTE,
            "forgotten": register,
            "forgotten, another": register.with_name(f"{odd}.json"),
            "another session": home / "sessions" / odd / "session.json",
            "recent.json": home / "recent.json",
            "log": home / "log" / "cxworkshop.log",
        }


def make_scene(scene: Scene) -> None:
    """Two teams; ours has forgotten somebody, and a window was killed while a stick was out."""
    (scene.folder / "user").mkdir(parents=True)
    (scene.folder / "diary.txt").write_text(DIARY)
    _make_others(scene.others)
    with Workshop.new(scene.path, "Corner Bakery") as workshop:
        workshop.start_saving()
        say(workshop, SAVED)
        say(workshop, WORDS, NAME)
        workshop.privacy.forget(say(workshop, "Forgotten before", "Old"))
    recent_files.remember(scene.path)
    _kill(scene)
    for note in scene.notes().values():
        note.parent.mkdir(exist_ok=True)
        if not note.exists():
            note.write_bytes(json.dumps({"holder": "window", "pid": 1}).encode())
    notes = scene.notes()
    notes["beside the file"].write_bytes(other_laptop())
    for copied, of in (("forgotten, another", "forgotten"), ("another session", "session.json")):
        shutil.copyfile(notes[of], notes[copied])


def _make_others(path: Path) -> None:
    with Workshop.new(path, "Harbour Clinic") as workshop:
        workshop.start_saving()
        say(workshop, "theirs")
    workshop = Workshop.resume(path, Holder.WINDOW)
    workshop.start_saving()
    say(workshop, "theirs, too")
    workshop.file.keep_typed("theirs, half")
    workshop.file.keeper.flush()
    workshop.file.leave()


def _kill(scene: Scene) -> None:
    workshop = Workshop.resume(scene.path, Holder.WINDOW)
    workshop.start_saving()
    workshop.file.keeper.flush()
    pulled = scene.path.parent.rename(scene.folder / "pulled")
    say(workshop, SAFE)
    workshop.file.keep_typed(TYPED)
    workshop.file.keeper.flush()
    workshop.file.leave()
    pulled.rename(scene.path.parent)


def say(workshop: Workshop, words: str, name: str | None = None) -> str:
    """Let a new customer say this; returns their id."""
    who = workshop.talk.next_customer(kind="regular", name=name).id
    workshop.talk.say(words, workshop.talk.begin(who).id)
    return who


# What is tried.


@dataclass(frozen=True)
class Trial:
    """One note, and what becomes of it."""

    place: str
    kind: str
    make: Make

    def __str__(self) -> str:
        return f"{self.place} is {self.kind}"


def trials(scene: Scene) -> Iterator[Trial]:
    """Every kind in every place, and every wrong value at every key."""
    for place, note in scene.notes().items():
        for kind, make in KINDS.items():
            yield Trial(place, kind, make)
        for key in _keys(note):
            for kind, value in VALUES.items():
                yield Trial(place, f"{kind} at {key}", wrong_value(key, value))


def _keys(note: Path) -> Collection[str] | range:
    try:
        found = json.loads(note.read_bytes())
    except ValueError:  # the log and the lock are no JSON
        return ()
    return found.keys() if isinstance(found, dict) else range(len(found))


def run(count: int, seed: int, kinds: Collection[str] = ()) -> list[Row]:
    """So many of them by chance; of these `kinds` alone, if any are named."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch).resolve()
        scene, kept = Scene(folder / "scene"), folder / "kept"
        with at_home(scene.folder):
            make_scene(scene)
            found = [one for one in trials(scene) if not kinds or one.kind in kinds]
            random.Random(seed).shuffle(found)
            shutil.copytree(scene.folder, kept)
            wrong = [
                f"{one}: {fault}" for one in found[:count] if (fault := _try(one, scene, kept))
            ]
    return [Row("hostile notes", min(count, len(found)), len(wrong), "; ".join(wrong[:3]))]


def _try(trial: Trial, scene: Scene, kept: Path) -> str:
    """What goes wrong, in a process of its own that is ended if it waits."""
    shutil.rmtree(scene.folder, ignore_errors=True)
    shutil.copytree(kept, scene.folder, symlinks=True)
    reading, writing = os.pipe()
    child = fork()
    if child == 0:
        try:
            found = "; ".join(_faults(trial, scene)) or "."
        except BaseException as error:
            found = f"{type(error).__name__} {error}"
        os.write(writing, found.encode("utf-8", "replace")[:4000])
        os._exit(0)
    os.close(writing)
    with closing(os.fdopen(reading, "rb")) as said:
        has_ended = select.select([said], [], [], LONGEST)[0]
        found = said.read().decode() if has_ended else "blocked"
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "" if found == "." else found


def _faults(trial: Trial, scene: Scene) -> Iterator[str]:
    others = {path: path.read_bytes() for path in _of_others(scene)}
    trial.make(scene.notes()[trial.place])
    private_files.keep_others_out()
    for command in (["status"], ["say", "by command"], ["undo"], ["verify"], ["say", "again"]):
        yield from _wrong_command(command[0], scene.path, *command[1:])
    yield from _wrong_list(trial)
    yield from _wrong_window(trial, scene)
    yield from _lost(scene)
    yield from _touched(scene, others)
    if trial.place != "log":
        logged = log.path().read_text(errors="replace") if log.path().is_file() else ""
        yield from (f"the log has {name}" for name in set(UNFORESEEN.findall(logged)))


def _wrong_command(name: str, path: Path, *words: str) -> Iterator[str]:
    said, refused = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(refused):
        code = main([name, str(path), *words])
    if code != 0 or refused.getvalue():
        yield f"{name} ends with {code}: {refused.getvalue().strip()}"
    if CONTROLS.search(said.getvalue() + refused.getvalue()):
        yield f"{name} shows controls"


def _wrong_list(trial: Trial) -> Iterator[str]:
    """The start page's list of what was open last."""
    for path in recent_files.recent():
        if not path.is_absolute() and trial.place == "recent.json":
            yield f"{str(path)[:20]!r} is on the list"


def _wrong_window(trial: Trial, scene: Scene) -> Iterator[str]:
    workshop = Workshop.resume(scene.path, Holder.WINDOW)
    workshop.start_saving()
    is_swept = trial.place in (
        "typed.json",
        "forgotten",
    )  # a forgetting that is not known is redone
    if TYPED not in workshop.file.typed() and not is_swept:
        yield "the half-typed words are lost"
    holder = workshop.file.open_elsewhere
    if holder is not None and CONTROLS.search(holder.laptop):
        yield "controls in a laptop’s name"
    workshop.file.backups()
    say(workshop, "by window")
    workshop.file.keep_typed(NAME)
    workshop.file.keeper.flush()
    for row, _said in workshop.privacy.customers():
        if row.name == NAME:
            workshop.privacy.forget(row.id)
    workshop.close()
    recent_files.remember(scene.path)
    if recent_files.recent() != [scene.path, *recent_files.recent()[1:]]:
        yield "it is not on the list of the latest"


def _lost(scene: Scene) -> Iterator[str]:
    """Steps that are in no file, and a forgotten customer who is still in one."""
    with Workshop.open(scene.path) as workshop:
        cards = workshop.big_list.board().cards
        said = {verbatim.said for card in cards for verbatim in card.verbatims}
    yield from (
        f"{words} is lost" for words in (SAVED, SAFE, "again", "by window") if words not in said
    )
    kept = [path for path in paths.data_folder().rglob("*") if private_files.is_regular(path)]
    for path in (scene.path, *kept):
        if NAME.encode() in path.read_bytes() or WORDS[:7].encode() in path.read_bytes():
            yield f"{path.name!r} holds who was forgotten"


def _touched(scene: Scene, others: dict[Path, bytes]) -> Iterator[str]:
    diary = scene.folder / "diary.txt"
    if diary.read_text() != DIARY or (scene.folder / "new.txt").exists():
        yield "a link was followed"
    yield from (f"{path.name} of others" for path, data in others.items() if _bytes(path) != data)


def _of_others(scene: Scene) -> list[Path]:
    name = Session(scene.others).folder.name
    there = paths.data_folder().rglob(f"{name}/*")
    return [scene.others, *(path for path in there if path.suffix in (".cxw", ".json"))]


def _bytes(path: Path) -> bytes:
    with suppress(OSError):
        return private_files.read(path, 10**9)
    return b""
