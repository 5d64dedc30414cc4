"""Customers forgotten after everything that puts copies of a file under other paths.

Before it the file is renamed, moved, copied and saved under another name, windows are killed,
copies are damaged, and the forgetting itself is killed too. Afterwards not one byte of theirs is in
any file that the program keeps, nor beside the user's file, in UTF-8, UTF-16 or inside a packed
history. Another team's copies keep every byte. The user's own other files are the user's to delete.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from cxworkshop import paths
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.forgetting.copies import NOTE
from cxworkshop.store.tables.notes import plain
from cxworkshop.workshop import Workshop
from tests.soak.power_cuts import at_home
from tests.soak.processes import kill
from tests.soak.table import Row

LONGEST = 0.08  # seconds until a forgetting is killed


@dataclass(frozen=True)
class Said:
    """A customer's name and words, each with a token that stands nowhere else."""

    name: str
    first: str
    last: str

    @property
    def tokens(self) -> list[str]:
        return [words.split()[0] for words in (self.name, self.first, self.last)]


@dataclass
class Scene:
    """The file as it moves about, what was said in it, and windows that are open on copies."""

    folder: Path
    chance: random.Random
    path: Path
    number: int = 0
    said: list[Said] = field(default_factory=list)
    elsewhere: list[Said] = field(default_factory=list)  # in copies alone
    windows: list[Workshop] = field(default_factory=list)

    def new_path(self) -> Path:
        self.number += 1
        return self.path.with_name(f"team-{self.number}.cxw")

    def people(self, least: int = 1) -> list[Said]:
        return [self._somebody() for _one in range(self.chance.randrange(least, least + 3))]

    def _somebody(self) -> Said:
        long = "x" * self.chance.choice((0, 50, 6000))
        name, *words = (f"{mark}q{self.chance.getrandbits(64):016x}" for mark in "nfl")
        return Said(name, *(f"{one} {long}".strip() for one in words))


def run(count: int, seed: int) -> list[Row]:
    """So many workshops, in each of which one of some customers is forgotten."""
    chance, wrong = random.Random(seed), []
    for number in range(count):
        with tempfile.TemporaryDirectory() as scratch, at_home(Path(scratch)):
            wrong += [f"{number}: {found}" for found in _wrong(Path(scratch), chance)]
    return [Row("forgetting a customer, byte scan", count, len(wrong), "; ".join(wrong[:2]))]


def _wrong(folder: Path, chance: random.Random) -> list[str]:
    (folder / "user").mkdir()
    others = _another_team(folder / "user" / "others.cxw")
    scene = Scene(folder, chance, folder / "user" / "team.cxw")
    if chance.random() < 0.3:
        _another_team(scene.path)  # once there was another file of this name
        scene.path.unlink()
    with Workshop.new(scene.path, "Corner Bakery") as workshop:
        workshop.start_saving()
        _talk(workshop, scene, scene.people(2))
    for _step in range(chance.randrange(1, 6)):
        chance.choice(STEPS)(scene)
    gone = chance.choice(scene.said)
    chance.choice(WAYS_TO_FORGET)(scene, gone)
    found = _left(scene, gone, "open") if not scene.windows else []
    for window in scene.windows:
        window.close()
    _opened(scene.path).close()
    found += _left(scene, gone, "closed")
    lost = [f"{path.name} of others" for path, was in others.items() if _bytes(path) != was]
    return found + lost + _missing(scene, gone)


def _another_team(path: Path) -> dict[Path, bytes]:
    """All copies of another workshop on this laptop, with steps of a killed window."""
    before = set(paths.data_folder().rglob("*"))
    workshop = Workshop.new(path, "Harbour Clinic")
    workshop.start_saving()
    workshop.talk.say("Theirs alone", workshop.talk.begin(workshop.talk.next_customer().id).id)
    workshop.file.back_up()
    workshop.file.keep_typed("Nobody rings")
    workshop.file.keeper.flush()
    workshop.file.leave()
    there = set(paths.data_folder().rglob("*")) - before
    kept = [p for p in there if p.is_file() and ("sessions" in p.parts or "backups" in p.parts)]
    return {file: file.read_bytes() for file in kept if file.suffix in (".cxw", ".json")}


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _talk(workshop: Workshop, scene: Scene, people: list[Said]) -> None:
    scene.said += people
    _record(workshop, people, scene.chance)


def _record(workshop: Workshop, people: list[Said], chance: random.Random) -> None:
    for one in people:
        who = workshop.talk.next_customer(kind="regular", name=one.name).id
        card = workshop.talk.say(one.first, workshop.talk.begin(who).id)
        (board_card,) = [c for c in workshop.big_list.board().cards if c.id == card.id]
        workshop.talk.correct(board_card.verbatims[0].id, one.last)
        if chance.random() < 0.3:
            workshop.undo()
            workshop.redo()
        if chance.random() < 0.3:
            workshop.big_list.set_card_headline(card.id, one.last[:200])
    workshop.file.back_up()
    workshop.file.keep_typed(f"{people[0].name} says {people[0].first}")
    assert workshop.file.keeper.flush() is None


def _opened(path: Path) -> Workshop:
    workshop = Workshop.resume(path, Holder.WINDOW)
    workshop.start_saving()
    return workshop


# What happens to the file, which is closed before and after.


def _works(scene: Scene) -> None:
    with _opened(scene.path) as workshop:
        _talk(workshop, scene, scene.people())


def _is_left(scene: Scene) -> None:
    """As a kill would leave it, when everything has reached the disk."""
    workshop = _opened(scene.path)
    _talk(workshop, scene, scene.people())
    workshop.file.leave()


def _is_killed(scene: Scene) -> None:
    if scene.windows:  # a process with threads is not forked
        _is_left(scene)
        return
    people, path = scene.people(), scene.path

    def work(say: Callable[[bytes], object]) -> None:
        workshop = _opened(path)
        _record(workshop, people, random.Random(1))
        say(b".")
        while True:
            workshop.file.keep_typed(people[0].last)
            workshop.people.find_or_add(f"Person {time.monotonic_ns()}")
            workshop.file.keeper.flush()

    kill(work, scene.chance.uniform(0.0, 0.03))
    scene.said += people


def _is_renamed(scene: Scene) -> None:
    scene.path = scene.path.rename(scene.new_path())


def _is_moved(scene: Scene) -> None:
    folder = scene.path.with_name(f"folder {scene.number}")
    folder.mkdir(exist_ok=True)
    scene.path = scene.path.rename(folder / scene.new_path().name)


def _folder_is_renamed(scene: Scene) -> None:
    scene.number += 1
    folder = scene.path.parent
    if folder != scene.folder / "user":
        scene.path = folder.rename(folder.with_name(f"renamed {scene.number}")) / scene.path.name


def _is_saved_as(scene: Scene) -> None:
    old = scene.path
    workshop = _opened(old)
    _talk(workshop, scene, scene.people())
    scene.path = scene.new_path()
    workshop.file.save_as(scene.path)
    _talk(workshop, scene, scene.people())
    scene.chance.choice((workshop.close, workshop.file.leave))()


def _is_copied(scene: Scene) -> None:
    """In the file manager; somebody works on the copy, and its window is killed."""
    other = scene.new_path()
    shutil.copyfile(scene.path, other)
    workshop = _opened(other)
    people = scene.people()
    scene.elsewhere += people
    _record(workshop, people, scene.chance)
    scene.chance.choice((workshop.close, workshop.file.leave))()


def _copy_stays_open(scene: Scene) -> None:
    other = scene.new_path()
    shutil.copyfile(scene.path, other)
    workshop = _opened(other)
    _record(workshop, scene.people(), scene.chance)
    scene.windows.append(workshop)


def _steps_are_damaged(scene: Scene) -> None:
    """The next opening sets a live copy aside that can't be read."""
    _is_left(scene)
    for copy in paths.data_folder().glob("sessions/*/live-*.cxw"):
        if any(one.tokens[0].encode() in copy.read_bytes() for one in scene.said):
            _damage(copy, scene.chance)
    _opened(scene.path).close()


def _backups_are_damaged(scene: Scene) -> None:
    for copy in paths.data_folder().glob("backups/*/*.cxw"):
        data = copy.read_bytes()
        if any(one.tokens[0].encode() in data for one in scene.said):
            _damage(copy, scene.chance)


def _damage(copy: Path, chance: random.Random) -> None:
    data = bytearray(copy.read_bytes())
    kind = chance.randrange(3)
    if kind == 0:
        data[:4096] = bytes(4096)
    elif kind == 1:
        del data[chance.randrange(len(data) // 2, len(data)) :]
    else:
        for _byte in range(200):
            data[chance.randrange(len(data))] = chance.randrange(256)
    copy.write_bytes(data)


def _notes_are_gone(scene: Scene) -> None:
    """As an older program left the folders of this workshop."""
    for note in paths.data_folder().rglob(NOTE):
        if "others.cxw" not in note.read_text(encoding="utf-8"):
            note.unlink()


STEPS = (
    _works,
    _is_left,
    _is_killed,
    _is_renamed,
    _is_renamed,
    _is_moved,
    _folder_is_renamed,
    _is_saved_as,
    _is_copied,
    _copy_stays_open,
    _steps_are_damaged,
    _backups_are_damaged,
    _notes_are_gone,
)


# How somebody is forgotten.


def _by_window(scene: Scene, gone: Said) -> None:
    with _opened(scene.path) as workshop:
        _forget(workshop, gone)
        workshop.file.keeper.flush()


def _by_command(scene: Scene, gone: Said) -> None:
    workshop = Workshop.resume(scene.path, Holder.COMMAND)
    _forget(workshop, gone)
    workshop.save()
    workshop.close()


def _by_killed_window(scene: Scene, gone: Said) -> None:
    """Killed while it forgets; whoever opens the file next sees whether it has to be done again."""
    if scene.windows:
        _by_window(scene, gone)
        return

    def work(say: Callable[[bytes], object]) -> None:
        workshop = _opened(scene.path)
        workshop.file.keeper.flush()
        say(b".")
        _forget(workshop, gone)
        workshop.file.keeper.flush()
        time.sleep(10)

    kill(work, scene.chance.uniform(0.0, LONGEST))
    _by_window(scene, gone)


WAYS_TO_FORGET = (_by_window, _by_command, _by_killed_window, _by_killed_window)


def _forget(workshop: Workshop, gone: Said) -> None:
    found = [row for row, _said in workshop.privacy.customers() if row.name == gone.name]
    for row in found:
        workshop.privacy.forget(row.id, workshop.privacy.remaining_mentions(row.id))


# What is looked at.


def _left(scene: Scene, gone: Said, when: str) -> list[str]:
    """Where they still are."""
    kept = [path for path in paths.data_folder().rglob("*") if path.is_file()]
    user = [path for path in (scene.folder / "user").rglob("*") if path.is_file()]
    beside = [path for path in user if path == scene.path or path.suffix != ".cxw"]
    return [
        f"{when}: {path.relative_to(scene.folder)} holds {token[:1]}"
        for path in (*kept, *beside)
        for data in [path.read_bytes(), *_unpacked(path)]
        for token in gone.tokens
        if any(token.encode(code) in data for code in ("utf-8", "utf-16-le", "utf-16-be"))
    ]


def _unpacked(path: Path) -> Iterator[bytes]:
    """The history, which is packed."""
    if path.suffix != ".cxw":
        return
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(path.read_bytes())
            notes = connection.execute("SELECT notes FROM edit UNION SELECT notes FROM edit_part")
            yield from (plain(text).encode() for (text,) in notes if text)
        except (sqlite3.Error, UnicodeError, ValueError):
            return


def _missing(scene: Scene, gone: Said) -> list[str]:
    """Words of others that went too."""
    with Workshop.open(scene.path) as again:
        said = {v.said for card in again.big_list.board().cards for v in card.verbatims}
    return [
        f"lost of others: {o.last[:20]}" for o in scene.said if o != gone and o.last not in said
    ]
