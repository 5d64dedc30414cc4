"""A customer is forgotten: no copy on this laptop holds their words, under whatever path it is."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cxworkshop import paths
from cxworkshop.cli import main
from cxworkshop.model import Forgotten
from cxworkshop.services.importing import ImportFile
from cxworkshop.store.disk.backups import Backups
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.publish import temporary_name
from cxworkshop.store.disk.session import Session
from cxworkshop.store.forgetting import copies, sweep
from cxworkshop.store.forgetting.copies import NOTE
from cxworkshop.workshop import Workshop
from tests.opened import opened, until_the_test_ends

MARK = "zqxjkv"
NAME, WORDS = "Zqxjkva Zqxjkvberg", "Zqxjkvw, and nobody else would say that"
OTHERS = "Nobody picks up the phone"
FORMATS = Path(__file__).parents[2] / "files" / "formats"


def traces(*besides: Path) -> list[str]:
    """The files that the program keeps, and these, in which a word of hers stands."""
    kept = [path for path in paths.data_folder().rglob("*") if path.is_file()]
    return sorted(
        path.name
        for path in (*kept, *besides)
        if any(MARK.encode(code) in path.read_bytes().lower() for code in ("utf-8", "utf-16-le"))
    )


def window(path: Path) -> Workshop:
    workshop = until_the_test_ends(Workshop.resume(path, Holder.WINDOW))
    workshop.start_saving()
    return workshop


def say(workshop: Workshop, words: str, name: str | None = None) -> None:
    who = workshop.talk.next_customer(kind="regular", name=name).id
    workshop.talk.say(words, workshop.talk.begin(who).id)


def forget(workshop: Workshop) -> None:
    for row, _said in workshop.privacy.customers():
        if row.name == NAME:
            workshop.privacy.forget(row.id, workshop.privacy.remaining_mentions(row.id))


def forget_in(path: Path) -> None:
    with window(path) as workshop:
        forget(workshop)


def all_said(path: Path) -> set[str | None]:
    cards = opened(path).big_list.board().cards
    return {verbatim.said for card in cards for verbatim in card.verbatims}


def damage(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(bytes(4096) + data[4096:])


@pytest.fixture
def path(tmp_path) -> Path:
    """A closed workshop in which she and somebody else spoke, with an earlier copy."""
    path = tmp_path / "team.cxw"
    with Workshop.new(path, "Corner Bakery") as workshop:
        workshop.start_saving()
        say(workshop, OTHERS)
        say(workshop, WORDS, NAME)
        workshop.file.back_up()
        workshop.file.keeper.flush()
    return path


def killed(path: Path) -> None:
    """A window that never came to close: its live copy and what was half typed are left."""
    workshop = window(path)
    workshop.people.find_or_add("Somebody")
    workshop.file.keep_typed(f"{NAME} says th")
    workshop.file.keeper.flush()
    workshop.file.leave()


def renamed(path: Path) -> Path:
    return path.rename(path.with_name("renamed.cxw"))


def moved(path: Path) -> Path:
    path.with_name("away").mkdir()
    return path.rename(path.with_name("away") / path.name)


def saved_as(path: Path) -> Path:
    workshop = window(path)
    workshop.file.save_as(path.with_name("saved as.cxw"))
    workshop.close()
    return workshop.path


def copied(path: Path) -> Path:
    return Path(shutil.copy(path, path.with_name("copied.cxw")))


@pytest.mark.parametrize("way", [renamed, moved, saved_as, copied])
@pytest.mark.parametrize("is_killed", [False, True])
def test_copies_under_another_path_go_too(path, way, is_killed):
    if is_killed:
        killed(path)
    now = way(path)
    assert traces(now)
    forget_in(now)
    assert traces(now) == []
    assert all_said(now) == {OTHERS}


def test_the_command_line_reaches_them_as_well(path):
    killed(path)
    now = renamed(path)
    workshop = Workshop.resume(now, Holder.COMMAND)
    forget(workshop)
    workshop.save()
    workshop.close()
    assert traces(now) == []


def test_what_is_half_typed_or_unreadable_goes_when_there_is_no_earlier_copy(path):
    killed(path)
    (live,) = Session(path).folder.glob("live-*.cxw")
    damage(live)
    window(path).close()  # sets it aside
    shutil.rmtree(paths.data_folder() / "backups")
    window(path).file.leave()
    Session(path).keep_typed(f"{NAME} says th")
    (kept,) = Session(path).folder.glob("unreadable-*")
    assert {kept.name, "typed.json"} <= set(traces())
    for backup in Backups(path).all():
        backup.path.unlink()
    forget_in(path)
    assert traces(path) == []


def test_an_image_that_a_kill_left_beside_the_file_goes_also_after_a_rename(path):
    temporary = temporary_name(path)
    temporary.write_bytes(path.read_bytes())
    now = renamed(path)
    forget_in(now)
    assert not temporary.exists()
    half = temporary_name(now.with_name("older.cxw"))
    half.write_bytes(now.read_bytes()[: 3 * 4096])
    with window(now) as workshop:
        say(workshop, WORDS, NAME)
        forget(workshop)
    assert not half.exists()


def test_unsaved_steps_on_another_copy_stay_and_she_is_not_in_them(path):
    copy = copied(path)
    folder = copy.with_name("stick")
    folder.mkdir()
    copy = copy.rename(folder / copy.name)
    workshop = window(copy)
    workshop.file.keeper.flush()
    pulled = folder.rename(folder.with_name("pulled"))
    say(workshop, "We were told to wait outside")
    say(workshop, f"Be kind to {NAME}")
    workshop.file.keeper.flush()
    workshop.file.leave()
    pulled.rename(folder)
    forget_in(path)
    assert traces(path) == []
    again = window(copy)
    assert again.file.is_restored
    said = {v.said for card in again.big_list.board().cards for v in card.verbatims}
    assert said == {OTHERS, "We were told to wait outside", "Be kind to …"}
    assert [doubt.words for doubt in again.unverified.unverified_rows()] != []
    again.close()
    assert traces(path, copy) == []  # and with these steps the other file has heard of it


def test_a_window_on_another_copy_keeps_its_own_until_it_is_closed(path):
    other = window(copied(path))
    other.file.keep_typed(f"{NAME} says th")
    other.file.keeper.flush()
    forget_in(path)
    assert traces()
    say(other, "Still here")
    other.close()
    assert traces(path) == []
    assert all_said(other.path) >= {"Still here"}  # the file itself is its user's


WINDOW = """
import sys
from contextlib import closing
from pathlib import Path
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
workshop = Workshop.resume(Path(sys.argv[1]), Holder.WINDOW)
workshop.start_saving()
workshop.people.find_or_add("Somebody")
workshop.file.keep_typed("Zqxjkva says")
workshop.file.keeper.flush()
print("open", flush=True)
sys.stdin.read()
"""


def test_copies_of_a_window_that_is_killed_go_when_anything_is_opened(path, tmp_path):
    command = [sys.executable, "-c", WINDOW, str(copied(path))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"open\n"
        forget_in(path)
        assert {"typed.json", "live-1.cxw"} <= set(traces())
        other.kill()
    with Workshop.new(tmp_path / "another.cxw", "Harbour Clinic") as another:
        another.save()
    window(another.path).close()
    assert traces(path) == []


@pytest.mark.parametrize("times", [0, 1])
def test_a_sweep_that_is_broken_off_is_finished_at_the_next_opening(path, monkeypatch, times):
    killed(path)
    now = renamed(path)
    left = iter(range(times))

    def breaks(was):
        def reach(*given):
            next(left)
            return was(*given)

        return reach

    with monkeypatch.context() as planted:
        planted.setattr(sweep._Sweep, "_reach", breaks(sweep._Sweep._reach))
        workshop = window(now)
        forget(workshop)
        workshop.file.keeper.flush()
        workshop.file.leave()
    assert traces()
    with Workshop.new(path.with_name("another.cxw"), "Harbour Clinic") as another:
        another.save()
    Workshop.resume(another.path, Holder.COMMAND).close()
    assert traces() == []


def both_open(path: Path) -> tuple[Workshop, Workshop]:
    """Two windows on two copies of one workshop: one went on under another name."""
    other = window(path)
    other.file.save_as(path.with_name("saved as.cxw"))
    return window(path), other


@pytest.mark.parametrize("first", [0, 1])
def test_she_is_forgotten_in_one_of_two_windows(path, first):
    ours, other = both_open(path)
    say(other, "Said in the other")
    other.file.keep_typed(f"{NAME} says th")
    forget(ours)
    say(ours, "Said in ours")
    other.file.back_up()
    assert ours.file.keeper.flush() is None
    assert other.file.keeper.flush() is None
    for workshop in (ours, other) if first == 0 else (other, ours):
        workshop.close()
    assert traces(path) == []
    assert all_said(path) == {OTHERS, "Said in ours"}
    assert all_said(other.path) == {OTHERS, WORDS, "Said in the other"}  # its user's own


def test_she_is_forgotten_in_two_windows_at_once(path):
    ours, other = both_open(path)
    for workshop in (ours, other):
        say(workshop, f"Said in {workshop.path.stem}")
        workshop.file.keep_typed(f"{NAME} says th")
    for workshop in (ours, other):
        forget(workshop)  # neither waits for the other one's disk
    for workshop in (ours, other):
        say(workshop, "Said later")
        workshop.file.keep_typed("half")
        assert workshop.file.keeper.flush() is None
    for workshop in (other, ours):
        workshop.close()
        assert all_said(workshop.path) == {OTHERS, f"Said in {workshop.path.stem}", "Said later"}
    assert traces(ours.path, other.path) == []


def test_each_of_two_windows_forgets_somebody_else(path):
    with window(path) as workshop:
        say(workshop, "Ottokar wants tea", "Ottokar")
    ours, other = both_open(path)
    forget(ours)
    for row, _said in other.privacy.customers():
        if row.name == "Ottokar":
            other.privacy.forget(row.id, other.privacy.remaining_mentions(row.id))
    for workshop in (ours, other):
        say(workshop, "Said later")
        assert workshop.file.keeper.flush() is None
        workshop.close()
    assert all_said(path) == {OTHERS, "Ottokar wants tea", "Said later"}
    assert all_said(other.path) == {OTHERS, WORDS, "Said later"}
    assert traces(path) == []
    kept = [p.read_bytes() for p in paths.data_folder().rglob("*") if p.is_file()]
    assert not any(b"Ottokar" in data for data in kept)


def test_another_teams_copies_keep_every_byte(path, tmp_path):
    other = tmp_path / "others.cxw"
    with Workshop.new(other, "Harbour Clinic") as workshop:
        workshop.start_saving()
        say(workshop, OTHERS)
    killed(other)
    (folders,) = ([paths.data_folder() / k / Session(other).folder.name] for k in ("sessions",))
    folders.append(paths.data_folder() / "backups" / Session(other).folder.name)
    before = {p: p.read_bytes() for folder in folders for p in folder.iterdir()}
    assert len(before) >= 4
    forget_in(path)
    assert {p: p.read_bytes() for folder in folders for p in folder.iterdir()} == before


def test_another_team_that_had_the_same_path_keeps_its_copies(path):
    path.unlink()
    with Workshop.new(path, "Harbour Clinic") as workshop:
        workshop.start_saving()
        say(workshop, OTHERS)
        say(workshop, WORDS, NAME)
    theirs = {
        backup.path for backup in Backups(path).all() if b"Harbour" in backup.path.read_bytes()
    }
    ours = {backup.path for backup in Backups(path).all()} - theirs
    assert theirs
    assert ours
    forget_in(path)
    left = {backup.path for backup in Backups(path).all()}
    assert left & theirs == set()
    assert ours <= left


@pytest.mark.parametrize(("note", "goes"), [("none", True), ("theirs", False), ("ours", True)])
def test_a_copy_that_cant_be_read_goes_unless_it_is_known_to_be_anothers(path, note, goes):
    other = path.with_name("others.cxw")
    with Workshop.new(other, "Harbour Clinic") as workshop:
        workshop.start_saving()
        say(workshop, OTHERS)
    (copy, *_rest) = Backups(other).all()
    copy.path.write_bytes(b"no database" * 1000)
    beside = copy.path.with_name(NOTE)
    if note == "none":
        beside.unlink()
        shutil.rmtree(Session(other).folder)
    if note == "ours":
        ours = opened(path).prepare.team().identity
        text = beside.read_text(encoding="utf-8")
        beside.write_text(text.replace(opened(other).prepare.team().identity, ours))
    forget_in(path)
    assert copy.path.exists() is not goes


def test_half_typed_words_of_a_team_with_an_older_file_stay(path, tmp_path):
    other = Path(shutil.copy(FORMATS / "format-2.cxw", tmp_path / "older.cxw"))
    window(other).close()
    workshop = window(other)
    workshop.file.keep_typed("Nobody rings")
    workshop.file.keeper.flush()
    workshop.file.leave()
    forget_in(path)
    assert window(other).file.typed() == "Nobody rings"


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("is_worked_over", [False, True])
def test_copies_of_an_older_format_are_recognised(tmp_path, number, is_worked_over):
    """By the session that wrote the first rows, and where those were written anew by shared ids."""
    path = Path(shutil.copy(FORMATS / f"format-{number}.cxw", tmp_path / "team.cxw"))
    window(path).close()  # takes a copy of the old format
    workshop = window(renamed(path))
    who, words = next(
        (workshop.talk.customers.who_said(v), v.said)
        for card in workshop.big_list.board().cards
        for v in card.verbatims
        if v.said and len(v.said) > 20
    )
    (old,) = [
        b.path for b in Backups(path).all() if copies.read_copy(b.path.read_bytes()).is_derived
    ]
    assert words.encode() in old.read_bytes()
    if is_worked_over:
        (old.parent / NOTE).unlink()
        connection = sqlite3.connect(old)
        tables = [
            n
            for (n,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE sql LIKE '%seal INTEGER%'"
            )
        ]
        for table in tables:
            connection.execute(f'UPDATE "{table}" SET "by" = \'another\' WHERE seq < 5')
        connection.commit()
        connection.close()
        assert copies.read_copy(old.read_bytes()).identity != workshop.prepare.team().identity
    workshop.privacy.forget(who.id)
    workshop.close()
    assert not old.exists()


def test_a_copy_that_was_given_away_is_a_workshop_of_its_own(path):
    to = path.with_name("to share.cxw")
    opened(path).privacy.share_copy(to)
    with window(to) as workshop:
        say(workshop, "Theirs")
    kept = {backup.path for backup in Backups(to).all()}
    assert kept
    forget_in(path)
    assert {backup.path for backup in Backups(to).all()} == kept


def test_an_earlier_forgetting_leaves_later_copies_alone(path):
    forget_in(path)
    with window(path) as workshop:
        say(workshop, "Later words")
    before = {backup.path for backup in Backups(path).all()}
    window(path).close()
    assert before <= {backup.path for backup in Backups(path).all()}


# A rescue.


def recovered(path: Path) -> Workshop:
    to = path.with_name("recovered.cxw")
    assert main(["recover", str(path), "--to", str(to)]) == 0
    return opened(to)


def test_a_file_from_before_comes_back_without_her(path):
    """A copy on a stick, damaged: only this laptop knows that she was forgotten."""
    old = Path(shutil.copy(path, path.with_name("old.cxw")))
    forget_in(path)
    damage(old)
    again = recovered(old)
    assert {v.said for card in again.big_list.board().cards for v in card.verbatims} == {OTHERS}
    assert traces(again.path) == []
    ids = {row.id for row in opened(path)._store.rows(Forgotten)}
    assert ids <= {row.id for row in again._store.rows(Forgotten)}


@pytest.mark.parametrize("knows", ["the register", "an earlier copy"])
def test_either_memory_of_the_laptop_is_enough(path, knows):
    before = path.read_bytes()
    forget_in(path)
    kept = "backups" if knows == "the register" else "forgotten"
    shutil.rmtree(paths.data_folder() / kept)
    path.write_bytes(bytes(4096) + before[4096:])
    assert traces(recovered(path).path) == []


def test_an_old_page_brings_no_old_headline_back_unmarked(path):
    with window(path) as workshop:
        (card,) = [c for c in workshop.big_list.board().cards if c.words == OTHERS]
        workshop.big_list.set_card_headline(card.id, f"As {NAME} told us")
        workshop.file.keeper.flush()
        before = path.read_bytes()
        forget(workshop)
    after = path.read_bytes()
    pages = range(0, len(before), 4096)
    theirs = [before[at : at + 4096] for at in pages if NAME.encode() in before[at : at + 4096]]
    path.write_bytes(after + b"".join(theirs))
    assert traces(recovered(path).path) == []
    at = next(at for at in pages if b"told us" in before[at : at + 4096])
    place = next(at for at in range(4096, len(after), 4096) if b"told us" in after[at : at + 4096])
    path.write_bytes(after[:place] + before[at : at + 4096] + after[place + 4096 :])
    path.with_name("recovered.cxw").unlink()
    again = recovered(path)
    assert traces(again.path) == []
    assert any(doubt.words.endswith("…") for doubt in again.unverified.unverified_rows())


SURVEY = """id,kind,What should we do better?
17,regular,"- The zqxjkvqueue is far too long
- nothing"
18,new,"- Nobody picks up the phone
- n/a"
19,regular,Open earlier please
"""


def test_pieces_of_an_import_stay_forgotten_after_a_rescue(path):
    survey = SURVEY.encode()
    workshop = window(path)
    workshop.importing.take(workshop.importing.prepare(ImportFile("s.csv", survey)), sure=True)
    workshop.file.keeper.flush()
    before = path.read_bytes()
    (card,) = [c for c in workshop.big_list.board().cards if MARK in c.words]
    workshop.privacy.forget(workshop.talk.customers.who_said(card.verbatims[0]).id)
    forget(workshop)
    workshop.close()
    path.write_bytes(bytes(4096) + before[4096:])
    again = recovered(path)
    assert traces(again.path) == []
    assert [row.words for row in again.importing.aside()] == ["n/a"]
    assert any(c.words == "Open earlier please" for c in again.big_list.board().cards)


def test_a_rescued_workshop_is_known_again_when_all_its_first_rows_are_lost(path):
    with window(path) as workshop:
        for number in range(150):
            say(workshop, f"{number} {OTHERS}")
        identity = workshop.prepare.team().identity
    data = path.read_bytes()
    pages = [data[at : at + 4096] for at in range(0, len(data), 4096)]
    with closing(sqlite3.connect(path)) as connection:
        (session,) = connection.execute('SELECT min("by") FROM way').fetchone()
    lost = (session.encode(), identity.encode())
    path.write_bytes(b"".join(bytes(4096) if any(m in p for m in lost) else p for p in pages))
    assert recovered(path).prepare.team().identity == identity


def test_what_others_said_in_the_same_words_comes_back(path):
    with window(path) as workshop:
        say(workshop, "It is far too loud here")
        say(workshop, "It is far too loud here", NAME)
    old = Path(shutil.copy(path, path.with_name("old.cxw")))
    forget_in(path)
    damage(old)
    said = [v.said for c in recovered(old).big_list.board().cards for v in c.verbatims]
    assert sorted(map(str, said)) == ["It is far too loud here", OTHERS]
