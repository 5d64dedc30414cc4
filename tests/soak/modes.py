"""Modes: whatever the umask, nobody else reads what the program keeps, and a file keeps its own.

After every step all folders in the data folder are 0700 and all files 0600, also in the middle of a
session. A workshop keeps the mode that its user gave it, through a link as well; a new one gets
what the umask leaves.
"""

from __future__ import annotations

import io
import os
import random
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from pathlib import Path

from cxworkshop import log, paths, private_files
from cxworkshop.cli import main
from cxworkshop.log import rotating
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from tests.soak.power_cuts import at_home
from tests.soak.processes import kill
from tests.soak.table import Row

UMASKS = (0o000, 0o022, 0o077)
MODES = (None, 0o600, 0o640, 0o644, 0o664)  # None: as it was made
STEPS_A_TRIAL = 6
SURVEY = """id,kind,What should we do better?
{n}1,regular,Please pick up phone {n} when it rings
{n}2,new,"Open earlier on Mondays, please, at door {n}"
{n}3,new,The queue at noon is far too long at till {n}
"""


@dataclass
class Scene:
    """The user's folder, and which mode each of the workshops in it has to have."""

    folder: Path
    chance: random.Random
    umask: int
    modes: dict[Path, int] = field(default_factory=dict)
    links: list[Path] = field(default_factory=list)
    path: Path = Path()
    number: int = 0

    def new_path(self) -> Path:
        """A path for a file that the program will make with the usual mode."""
        self.number += 1
        path = self.folder / f"team-{self.number}.cxw"
        self.modes[path] = 0o666 & ~self.umask
        return path


def run(count: int, seed: int) -> list[Row]:
    """So many runs of some steps, each with another umask, mode and path."""
    chance, wrong = random.Random(seed), []
    before = os.umask(0)
    try:
        for number in range(count):
            umask, mode = UMASKS[number % len(UMASKS)], MODES[number % len(MODES)]
            os.umask(umask)
            with tempfile.TemporaryDirectory() as scratch, at_home(Path(scratch).resolve()):
                scene = Scene(Path(scratch).resolve() / "user", chance, umask)
                scene.folder.mkdir(0o755)
                found = _faults(scene, mode, is_linked=number % 2 == 1)
                wrong += [f"{number} {umask:03o}: {fault}" for fault in found]
    finally:
        os.umask(before)
    return [Row("modes of what is written", count, len(wrong), "; ".join(wrong[:3]))]


def _faults(scene: Scene, mode: int | None, *, is_linked: bool) -> Iterator[str]:
    scene.path = scene.new_path()
    _run("new", scene.path, "--team", "Corner Bakery")
    yield from _wrong("new", scene)
    if mode is not None:
        scene.path.chmod(mode)
        scene.modes[scene.path] = mode
    if is_linked:
        link = scene.folder / "link.cxw"
        link.symlink_to(scene.path.name)
        scene.links.append(link)
        scene.path = link
    for step in scene.chance.choices(STEPS, k=STEPS_A_TRIAL):
        for moment in step(scene):
            yield from _wrong(f"{step.__name__}, {moment}", scene)


def _wrong(when: str, scene: Scene) -> Iterator[str]:
    for path in (paths.data_folder(), *paths.data_folder().rglob("*")):
        with suppress(FileNotFoundError):  # a window is still writing
            wanted = 0o700 if path.is_dir() else 0o600
            if _mode(path) != wanted:
                yield f"{when}: {path.name} has {_mode(path):03o}, not {wanted:03o}"
    for path, mode in scene.modes.items():
        if path.exists() and _mode(path) != mode:
            yield f"{when}: {path.name} has {_mode(path):03o}, not {mode:03o}"
    yield from (f"{when}: {link.name} is no link" for link in scene.links if not link.is_symlink())


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def _run(*words: object) -> None:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as said:
        code = main([*map(str, words)])
    assert code == 0, said.getvalue()


# What is done with the workshop. Each step says at which moments to look.

Step = Callable[[Scene], Iterator[str]]


def says(scene: Scene) -> Iterator[str]:
    _run("say", scene.path, "slow")
    yield "after it"


def imports(scene: Scene) -> Iterator[str]:
    table = scene.folder / "survey.csv"
    table.write_text(SURVEY.format(n=scene.chance.randrange(10**6)))
    _run("import", scene.path, table, "--yes")
    yield "after it"


def works_in_a_window(scene: Scene) -> Iterator[str]:
    with _window(scene.path) as workshop:
        yield "open"
        workshop.people.find_or_add("Ana")
        workshop.file.keep_typed("half a sentence")
        workshop.file.back_up()
        workshop.file.keeper.flush()
        yield "in the middle"
    yield "closed"


def is_killed(scene: Scene) -> Iterator[str]:
    path = scene.path

    def work(say: Callable[[bytes], object]) -> None:
        workshop = _window(path)
        workshop.file.keeper.flush()
        say(b".")
        while True:
            workshop.people.find_or_add(f"Person {len(workshop.people.all())}")
            workshop.file.keep_typed("half a sentence")

    kill(work, scene.chance.uniform(0.0, 0.05))
    yield "killed"
    with _window(path):
        yield "opened again"


def is_rescued(scene: Scene) -> Iterator[str]:
    damaged = scene.folder / "damaged.cxw"
    damaged.write_bytes(bytes(4096) + scene.path.read_bytes()[4096:])
    _run("recover", damaged, "--to", scene.new_path())
    yield "after it"


def is_saved_as(scene: Scene) -> Iterator[str]:
    workshop = _window(scene.path)
    scene.path = scene.new_path()
    workshop.file.save_as(scene.path)
    yield "moved"
    workshop.close()
    yield "closed"


def forgets(scene: Scene) -> Iterator[str]:
    with _window(scene.path) as workshop:
        who = workshop.talk.next_customer(kind="regular", name="Anna").id
        workshop.talk.say("Nobody picks up", workshop.talk.begin(who).id)
        workshop.privacy.forget(who)
        workshop.file.keeper.flush()
        yield "forgotten"
    yield "closed"


def opens_the_example(scene: Scene) -> Iterator[str]:
    """A workshop of the user's own in the data folder."""
    scene.number += 1
    folder = paths.data_folder() / "examples"
    private_files.make_folder(folder)
    with Workshop.new(folder / f"bakery-{scene.number}.cxw", "Corner Bakery") as workshop:
        workshop.start_saving()
        workshop.people.find_or_add("Ana")
        workshop.file.keeper.flush()
        yield "open"
    yield "closed"


def fills_the_log(scene: Scene) -> Iterator[str]:
    before = log.path().with_name(f"{log.path().name}.1")
    before.unlink(missing_ok=True)
    while not before.exists():
        log.note("x" * (rotating.SIZE // 8))
    yield "rotated"


STEPS: tuple[Step, ...] = (
    says,
    imports,
    works_in_a_window,
    is_killed,
    is_rescued,
    is_saved_as,
    forgets,
    opens_the_example,
    fills_the_log,
)


def _window(path: Path) -> Workshop:
    workshop = Workshop.resume(path, Holder.WINDOW)
    workshop.start_saving()
    return workshop
