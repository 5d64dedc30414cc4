"""A forgetting that is killed just before each of its changes to a folder, one after the other.

The next opening of any workshop finishes it in the program's own folder, the next opening of this
one in the file, and steps of a killed window on another copy stay.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count as count_from
from pathlib import Path

from cxworkshop import paths
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.publish import temporary_name
from cxworkshop.store.forgetting import register
from cxworkshop.workshop import Workshop
from tests.soak.power_cuts import at_home
from tests.soak.processes import fork
from tests.soak.table import Row

KILLED = 9
NAME, WORDS, OTHERS, STEP = "Zqxjkva", "Zqxjkvw and nobody else", "Nobody picks up", "Somebody"


def run(count: int, seed: int) -> list[Row]:
    """So many of its steps, by chance if that is not all of them."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve()
        scene, kept = folder / "scene", folder / "kept"
        with at_home(scene):
            _make(scene)
            shutil.copytree(scene, kept)
            steps = _steps(scene)
            chosen = random.Random(seed).sample(range(steps), min(count, steps))
            for step in sorted(chosen):
                shutil.rmtree(scene)
                shutil.copytree(kept, scene)
                _forget_up_to(scene / "moved.cxw", step)
                wrong += [f"before change {step}: {fault}" for fault in _faults(scene)]
    return [Row("forgetting killed at each step", len(chosen), len(wrong), "; ".join(wrong[:3]))]


def _make(scene: Path) -> None:
    """A workshop with copies of all kinds, another copy whose window was killed, another team."""
    scene.mkdir()
    path, copy = scene / "team.cxw", scene / "copy.cxw"
    with Workshop.new(path, "Corner Bakery") as workshop:
        workshop.start_saving()
        for words, name in ((OTHERS, None), (WORDS, NAME)):
            who = workshop.talk.next_customer(kind="regular", name=name).id
            workshop.talk.say(words, workshop.talk.begin(who).id)
        workshop.file.keep_typed(f"{NAME} says th")
    shutil.copyfile(path, copy)
    other = _window(copy)
    other.file.keeper.flush()
    other.file.keep_typed(f"{NAME} says th")
    pulled = copy.rename(scene / "pulled")
    other.people.find_or_add(STEP)
    other.file.keeper.flush()
    other.file.leave()
    pulled.rename(copy)
    moved = path.rename(scene / "moved.cxw")
    temporary_name(moved).write_bytes(moved.read_bytes())
    with Workshop.new(scene / "others.cxw", "Harbour Clinic") as others:
        others.save()


def _window(path: Path) -> Workshop:
    workshop = Workshop.resume(path, Holder.WINDOW)
    workshop.start_saving()
    return workshop


def _steps(scene: Path) -> int:
    """How many changes a whole forgetting makes."""
    kept = scene.with_name("counted")
    for step in count_from(1, 8):
        shutil.copytree(scene, kept)
        is_killed = _forget_up_to(scene / "moved.cxw", step)
        shutil.rmtree(scene)
        kept.rename(scene)
        if not is_killed:
            return step
    raise AssertionError


def _forget_up_to(path: Path, step: int) -> bool:
    """Forget her in a process that ends before this change; False when it came to its end."""
    child = fork()
    if child == 0:
        try:
            workshop = _window(path)
            workshop.file.keeper.flush()
            _die_before(step)
            for row, _said in workshop.privacy.customers():
                if row.name == NAME:
                    workshop.privacy.forget(row.id)
            workshop.file.keeper.flush()
            os._exit(0)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, KILLED)
    return code == KILLED


def _die_before(step: int) -> None:
    calls = count_from()
    for name in ("unlink", "replace", "rename", "mkdir"):
        was = getattr(Path, name)

        def counted(*given: object, was: object = was, **named: object) -> object:
            if next(calls) == step:
                os._exit(KILLED)
            assert callable(was)
            return was(*given, **named)

        setattr(Path, name, counted)


def _faults(scene: Path) -> Iterator[str]:
    path, copy = scene / "moved.cxw", scene / "copy.cxw"
    if register.unfinished():
        Workshop.resume(scene / "others.cxw", Holder.COMMAND).close()
        yield from (f"{name} holds her after another’s opening" for name in _traces())
    _window(path).close()
    yield from (f"{name} holds her" for name in _traces(path, temporary_name(path)))
    with Workshop.open(path) as workshop:
        cards = workshop.big_list.board().cards
        if {verbatim.said for card in cards for verbatim in card.verbatims} != {OTHERS}:
            yield "others’ words are lost"
    again = _window(copy)
    if [person.name for person in again.people.all()] != [STEP]:
        yield "steps on another copy are lost"
    again.file.leave()


def _traces(*besides: Path) -> list[str]:
    kept = [path for path in (*paths.data_folder().rglob("*"), *besides) if path.is_file()]
    return [path.name for path in kept if NAME[:6].encode() in path.read_bytes()]
