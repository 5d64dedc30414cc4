"""The program's own files: for this user alone, and never trusted; the data folder may vanish."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from hashlib import blake2b
from pathlib import Path

import pytest

from cxworkshop import log, paths
from cxworkshop.cli import main
from cxworkshop.store import refusals
from cxworkshop.store.disk.file import examine
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.presence import Presence
from cxworkshop.store.disk.session import Session
from cxworkshop.workshop import Workshop
from tests.opened import opened as read, until_the_test_ends
from tests.soak.hostile_notes import KINDS as KINDS_OF_NOTES, Make, other_laptop
from tests.soak.vanishing import KINDS, removed

pytestmark = pytest.mark.linux

ROOT = Path(__file__).parents[3]


def command(*words: str | Path, umask: int = 0o022) -> subprocess.CompletedProcess[str]:
    """Type it on the command line."""
    typed, out, err = [*map(str, words)], io.StringIO(), io.StringIO()
    before = os.umask(umask)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main(typed)
    finally:
        os.umask(before)
    return subprocess.CompletedProcess(typed, code, out.getvalue(), err.getvalue())


def other_program(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run it in a process of its own; it has to answer within a minute."""
    return subprocess.run(
        [sys.executable, "-m", "cxworkshop", *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def names(path: Path) -> list[str]:
    return [person.name for person in read(path).people.all()]


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "team.cxw"
    made = Workshop.new(path, "Corner Bakery")
    made.save()
    made.close()
    return path


@pytest.fixture
def workshop(path) -> Workshop:
    opened = until_the_test_ends(Workshop.resume(path, Holder.WINDOW))
    opened.start_saving()
    assert opened.file.keeper.flush() is None
    return opened


# For this user alone


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_nobody_else_reads_what_the_program_keeps(path, workshop, umask):
    before = os.umask(umask)
    try:
        workshop.people.find_or_add("Ana")
        workshop.file.keep_typed("half a sentence")
        workshop.file.back_up()
        workshop.file.keeper.flush()
    finally:
        os.umask(before)
    kept = [paths.data_folder(), *paths.data_folder().rglob("*")]
    assert {"team", "live-1.cxw", "typed.json", "session.json"} - {p.name for p in kept} == {"team"}
    assert any(p.parent.parent.name == "backups" for p in kept)
    assert {p.name: oct(mode(p)) for p in kept if mode(p) & 0o077} == {}


def test_a_workshop_in_the_data_folder_is_for_this_user_alone(path):
    """As the worked example is, which the start page opens."""
    inside = paths.data_folder() / "examples" / "bakery.cxw"
    inside.parent.mkdir(parents=True)
    assert command("new", inside, "--team", "A").returncode == 0
    opened = until_the_test_ends(Workshop.resume(inside, Holder.WINDOW))
    opened.start_saving()
    opened.file.keeper.flush()
    assert {oct(mode(p)) for p in inside.parent.iterdir()} == {"0o600"}
    assert len(list(inside.parent.iterdir())) == 2


def test_what_an_older_program_left_open_is_closed(path, tmp_path):
    command("say", path, "slow")
    for kept in [paths.data_folder(), *paths.data_folder().rglob("*")]:
        kept.chmod(0o755 if kept.is_dir() else 0o644)
    assert other_program("status", path).returncode == 0  # a program looks once
    kept = [paths.data_folder(), *paths.data_folder().rglob("*")]
    assert len(kept) > 3
    assert [p for p in kept if mode(p) & 0o077] == []


@pytest.mark.parametrize("wanted", [0o600, 0o640, 0o664, 0o606])
def test_a_published_file_keeps_its_mode(path, wanted):
    path.chmod(wanted)
    assert command("say", path, "slow").returncode == 0
    assert mode(path) == wanted


@pytest.mark.parametrize(("umask", "wanted"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_gets_the_usual_mode(tmp_path, umask, wanted):
    assert command("new", tmp_path / "a.cxw", "--team", "A", umask=umask).returncode == 0
    assert mode(tmp_path / "a.cxw") == wanted


# Never trusted: a note beside the file


USED = (
    *("deep", "pipe", "folder", "socket", "link to a device", "link to itself", "huge", "empty"),
    *("no text", "a number", "a list", "unreadable"),
)
HOSTILE: dict[str, Make] = {
    **{kind: KINDS_OF_NOTES[kind] for kind in USED},
    "NaN": lambda note: note.write_bytes(b'{"host": "other", "since": NaN}'),
    "Infinity": lambda note: note.write_bytes(b'{"host": "other", "since": Infinity}'),
    "far future": lambda note: note.write_bytes(other_laptop(since=10**30)),
    "before time": lambda note: note.write_bytes(other_laptop(since=-(10**15))),
    "host is a list": lambda note: note.write_bytes(other_laptop(host=["other"])),
    "since is text": lambda note: note.write_bytes(other_laptop(since="soon")),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_note_beside_the_file_blocks_nothing(path, kind):
    note = path.with_name(f".~{path.name}.open")
    note.write_bytes(other_laptop())
    HOSTILE[kind](note)
    opened = until_the_test_ends(Workshop.resume(path, Holder.WINDOW))
    opened.start_saving()
    opened.people.find_or_add("Ana")
    opened.close()
    assert names(path) == ["Ana"]
    assert Path("/dev/zero").is_char_device()


def test_a_link_is_replaced_and_what_it_leads_to_is_left_alone(path, tmp_path):
    diary = tmp_path / "diary.txt"
    diary.write_text("dear diary")
    path.with_name(f".~{path.name}.open").symlink_to(diary)
    assert Presence(path).enter() is None
    assert diary.read_text() == "dear diary"


def test_a_laptops_name_is_one_short_line(path):
    host = "lap\u202etop\x1b[2J\n" + "x" * 500
    path.with_name(f".~{path.name}.open").write_bytes(other_laptop(host=host))
    found = Presence(path).other_holder()
    assert found is not None
    assert found.laptop.startswith("laptop[2J x")
    assert len(found.laptop) <= 80


@pytest.mark.parametrize("kind", ["deep", "pipe", "folder", "link to a device", "huge", "no text"])
@pytest.mark.parametrize("name", ["session.json", "typed.json", "holder.json", "live-1.cxw"])
def test_a_hostile_file_among_our_own_blocks_nothing(path, kind, name):
    folder = Session(path).folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "session.json").write_text('{"known": [], "live": "live-1.cxw"}')
    (folder / name).unlink(missing_ok=True)
    HOSTILE[kind](folder / name)
    done = command("say", path, "slow")
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("kind", ["pipe", "folder", "link to nowhere", "link to itself"])
@pytest.mark.parametrize("name", ["lock", "session.json.tmp"])
def test_what_is_no_file_in_our_own_place_is_taken_away(path, kind, name):
    folder = Session(path).folder
    folder.mkdir(parents=True, exist_ok=True)
    KINDS_OF_NOTES[kind](folder / name)
    with until_the_test_ends(Workshop.resume(path, Holder.WINDOW)) as opened:
        opened.start_saving()
        opened.people.find_or_add("Ana")
        assert opened.file.keeper.flush() is None
    assert names(path) == ["Ana"]


LOG = "from cxworkshop import log; log.note('a fixed text')"


def test_the_log_is_never_written_through_a_link_or_into_anothers_file(tmp_path):
    diary = tmp_path / "diary.txt"
    diary.write_text("dear diary")
    for make in (lambda at: at.symlink_to(diary), lambda at: os.link(diary, at), os.mkfifo):
        log.path().parent.mkdir(parents=True, exist_ok=True)
        log.path().unlink(missing_ok=True)
        make(log.path())
        subprocess.run([sys.executable, "-c", LOG], cwd=ROOT, timeout=60, check=True)
        assert "a fixed text" in log.path().read_text()
        assert diary.read_text() == "dear diary"


def test_a_note_of_what_is_left_names_folders_that_are_there(path):
    """A text of a hundred thousand letters was taken for as many folders."""
    folder = paths.data_folder() / "forgotten"
    folder.mkdir(parents=True)
    name = blake2b(b"x", digest_size=12).hexdigest()
    for left in ("y" * 5000, [f"y{number}" for number in range(5000)]):
        note = {"identity": "x", "ids": {"a": 1}, "left": left}
        (folder / f"{name}.json").write_text(json.dumps(note))
        assert command("say", path, "slow").returncode == 0
    assert [p for p in (paths.data_folder() / "sessions").iterdir() if p.name[0] == "y"] == []


def test_odd_things_among_the_earlier_copies_block_nothing(path):
    command("say", path, "slow")
    (folder,) = (paths.data_folder() / "backups").iterdir()
    for number, make in enumerate([os.mkfifo, Path.mkdir, lambda p: p.symlink_to("/dev/zero")]):
        make(folder / f"{number:012}-20260101-10101{number}.cxw")
    assert command("say", path, "slow again").returncode == 0
    assert command("recover", path, "--to", path.with_name("new.cxw")).returncode in (0, 2)


def test_a_data_folder_that_is_a_file_is_said(path, tmp_path, monkeypatch):
    (tmp_path / "a file").write_text("mine")
    monkeypatch.setenv("CXW_HOME", str(tmp_path / "a file"))
    done = command("say", path, "slow")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert (tmp_path / "a file").read_text() == "mine"


# The data folder vanishes while a window is open


@pytest.mark.parametrize("vanish", KINDS)
def test_when_the_data_folder_vanishes_every_step_is_in_the_file_after_closing(
    path, workshop, vanish
):
    workshop.people.find_or_add("Ana")
    workshop.file.keeper.flush()
    vanish(paths.data_folder())
    workshop.people.find_or_add("Ben")
    workshop.people.find_or_add("Eva")
    workshop.close()
    assert names(path) == ["Ana", "Ben", "Eva"]
    examine(path)


@pytest.mark.parametrize("vanish", KINDS)
def test_what_is_called_safe_outlives_a_kill(path, workshop, vanish, tmp_path):
    workshop.people.find_or_add("Ana")
    workshop.file.keeper.flush()
    vanish(paths.data_folder())
    before = workshop.file.keeper.safe
    workshop.people.find_or_add("Ben")
    workshop.file.keeper.flush()
    if workshop.file.keeper.safe == before:
        trouble = workshop.file.keeper.trouble
        assert isinstance(trouble, refusals.DataFolderGone)
        assert str(paths.data_folder()) in trouble.sentence
        workshop.file.resend_image()  # as the window does when it hears of trouble
        workshop.file.keeper.flush()
    assert workshop.file.keeper.safe > before
    copies = paths.data_folder().glob("sessions/*/live-*.cxw")
    assert "Ben" in names(path) or any("Ben" in names(copy) for copy in copies)


def test_two_programs_never_overwrite_one_another_when_the_lock_was_removed(path, workshop):
    workshop.people.find_or_add("Ana")
    workshop.file.keeper.flush()
    removed(paths.data_folder())
    assert other_program("say", path, "from the command").returncode == 0
    workshop.people.find_or_add("Ben")
    with pytest.raises(refusals.ChangedElsewhere):
        workshop.close()
    assert "from the command" in command("list", path).stdout
    assert names(path) == ["Ana"]
    workshop.file.leave()
