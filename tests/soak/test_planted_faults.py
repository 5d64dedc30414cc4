"""Each harness of the soak finds a fault that was planted for it, so that each of them can fail.

The ordinary tests leave this folder out; `python tests/soak/run.py planted` runs these.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from cxworkshop import outcomes, private_files, still_open
from cxworkshop.errors import BadWords
from cxworkshop.exchange import writers
from cxworkshop.exchange.readers import text
from cxworkshop.model import Pick
from cxworkshop.paper_codes import read_digits
from cxworkshop.queries.meeting_now import MeetingNow
from cxworkshop.services.importing import Importing
from cxworkshop.services.photos import reading
from cxworkshop.stops.pick import continuing
from cxworkshop.store.disk import file, publish
from cxworkshop.store.disk.disk_writer import DiskWriter
from cxworkshop.store.disk.live_copy import LiveCopy
from cxworkshop.store.disk.long_change import LongChange
from cxworkshop.store.forgetting import register, sweep
from cxworkshop.store.recovery import identify, rescue as recovery
from cxworkshop.store.recovery.forgotten_rows import WithoutForgotten
from tests.soak import (
    damaged,
    faults,
    forged,
    forgetting,
    forgetting_steps,
    heavy_imports,
    histories,
    hostile,
    hostile_notes,
    imports,
    injection,
    interrupted,
    kills,
    long_kills,
    meeting,
    modes,
    odd_imports,
    odd_names,
    old_pages,
    pace,
    papers,
    photos,
    power_cuts,
    rescue,
    run,
    vanishing,
    wall_pixels,
    window_imports,
)
from tests.soak.powercut import record, states
from tests.soak.table import wrong
from ui import bridge
from ui.dialogs import exporting
from ui.wall.scene import WallPage
from ui.wall.stand import WallStand

pytestmark = [pytest.mark.slow, pytest.mark.linux]


SEED = 7
IS_NEVER = property(lambda _it: False, lambda *_given: None)


@pytest.mark.parametrize("fault", ["unsynced", "hasty"])
def test_a_store_that_promises_too_early_is_found_by_power_cuts(fault):
    assert power_cuts.try_scenario("commands", 60, SEED, fault).wrong


def test_a_store_that_says_safe_too_early_is_found_by_kills(monkeypatch):
    def claim(writer, commits):
        writer.safe = commits[-1].seq
        return True

    monkeypatch.setattr(DiskWriter, "write", claim)
    monkeypatch.setattr(DiskWriter, "publish", lambda writer, forced: _claim_saved(writer))
    assert any(wrong(kills.run(12, SEED + turn)) for turn in range(10))  # a busy machine is slow


def _claim_saved(writer) -> None:
    writer.saved = writer.safe


def test_a_long_change_made_piece_by_piece_is_found_by_kills(monkeypatch):
    def by_pieces(workshop, _source) -> None:
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        for number in range(long_kills.ROWS):
            workshop.talk.say(f"Please mend the door of room {number}", talk.id)

    monkeypatch.setattr(long_kills, "change", by_pieces)
    # On a busy machine the first may come before the change has begun.
    assert any(wrong(long_kills.run(2, SEED + n)) for n in range(6))


def test_a_live_copy_that_never_looks_where_it_is_is_found(monkeypatch):
    monkeypatch.setattr(LiveCopy, "is_in_place", property(lambda _copy: True))
    assert any(wrong(vanishing.run(12, SEED + turn)) for turn in range(10))


def test_a_store_that_overlooks_failures_is_found_by_failing_disks():
    assert wrong(faults.run(3, SEED, "hasty"))


def test_a_store_that_checks_nothing_is_found_by_damaged_files(monkeypatch):
    monkeypatch.setattr(file, "problems", lambda *_given: iter(()))
    assert wrong(damaged.run(40, SEED))


def test_a_store_that_trusts_right_seals_is_found_by_forged_values(monkeypatch):
    monkeypatch.setattr(file, "problems", lambda *_given: iter(()))
    assert any(wrong(forged.run(40, SEED + turn)) for turn in range(10))


def test_a_harmless_file_is_not_taken_for_a_hostile_one(monkeypatch):
    harmless = (("harmless", lambda path: None, "is damaged"),)
    monkeypatch.setattr(hostile, "HOSTILE", harmless)
    assert wrong(hostile.run(1, SEED))


def test_a_program_that_reads_any_note_is_found(monkeypatch):
    monkeypatch.setattr(
        private_files, "read_json", lambda path, *_most: json.loads(path.read_bytes())
    )
    assert wrong(hostile_notes.run(5, SEED, ["deep"]))


@pytest.mark.parametrize(
    ("module", "name", "planted"),
    [(private_files, "FILE", 0o644), (publish, "_permissions", lambda _path: None)],
)
def test_a_mode_that_is_not_right_is_found(monkeypatch, module, name, planted):
    monkeypatch.setattr(module, name, planted)
    assert wrong(modes.run(2, SEED))


def test_an_import_that_stumbles_is_found(monkeypatch):
    monkeypatch.setattr(Importing, "take", lambda *_given, **_named: 1 / 0)
    assert wrong(imports.run(6, SEED))


def heavy_kinds() -> list[heavy_imports.Heavy]:
    """Two, and small."""
    return [*heavy_imports.of_places(), *heavy_imports.of_signs(20_000)][::16][-2:]


def takes_much_memory(words: str) -> str:
    return words[len(b"x" * 400_000_000) :]


def fails(_words: str) -> str:
    raise MemoryError


@pytest.mark.parametrize("fault", [takes_much_memory, fails])
def test_a_reader_that_takes_much_memory_or_fails_is_found(monkeypatch, fault):
    monkeypatch.setattr(text, "without_empty_end", fault)
    assert wrong([heavy_imports.try_all(heavy_kinds())])


def a_list_of(number: int) -> list[heavy_imports.Heavy]:
    return [heavy_imports.Heavy(f"{number} rows", odd_imports.of_rows(number))]


BUSY = 0.6  # seconds of a quiet processor


def burn(*given, **_named):
    """Keep the interpreter, as a long search by a pattern does, then fail."""
    until, interval = time.process_time() + BUSY * pace.pace(), sys.getswitchinterval()
    sys.setswitchinterval(10.0)
    try:
        while time.process_time() < until:
            pass
    finally:
        sys.setswitchinterval(interval)
    raise BadWords("Too long.")


def test_an_import_that_keeps_the_window_busy_is_found(monkeypatch):
    monkeypatch.setattr(bridge, "MANY", 10**9)
    monkeypatch.setattr(Importing, "take", burn)
    short = heavy_imports.Limits(busy=BUSY / 2)
    assert wrong([window_imports.in_the_window(a_list_of(30), limits=short)])


def test_a_reader_that_holds_the_interpreter_is_found(monkeypatch):
    monkeypatch.setattr(text, "without_empty_end", burn)
    short = heavy_imports.Limits(busy=BUSY / 2)
    assert wrong([window_imports.in_the_window(a_list_of(30), limits=short)])


def test_a_refusal_that_comes_late_is_found(monkeypatch):
    monkeypatch.setattr(text, "without_empty_end", burn)
    short = heavy_imports.Limits(refused=BUSY / 2)
    assert wrong([heavy_imports.try_all(a_list_of(30), limits=short)])


def test_an_import_that_is_not_taken_over_is_found(monkeypatch):
    monkeypatch.setattr(bridge, "MANY", 10)
    monkeypatch.setattr(LongChange, "finish", lambda _change: None)
    assert wrong([window_imports.in_the_window(a_list_of(30))])


def test_an_export_over_what_is_there_is_found(monkeypatch):
    monkeypatch.setattr(odd_names, "pairs", lambda: iter([("export", odd_names.TAKEN)]))
    monkeypatch.setattr(exporting, "write_for_others", lambda path, data: path.write_bytes(data))
    assert wrong(odd_names.run(1, SEED))


def test_a_formula_that_gets_out_is_found(monkeypatch):
    monkeypatch.setattr(writers, "_harmless", str)
    assert wrong(injection.run(40, SEED))


@pytest.mark.parametrize("part", ["_reach", "_is_place_ours"])
def test_a_sweep_that_overlooks_copies_or_half_typed_words_is_found(monkeypatch, part):
    overlooks = {"_reach": True, "_is_place_ours": False}
    monkeypatch.setattr(sweep._Sweep, part, lambda _sweep, _place: overlooks[part])
    assert wrong(forgetting.run(5, SEED))


def test_a_sweep_that_forgets_what_is_left_is_found(monkeypatch):
    save = register.save
    monkeypatch.setattr(register, "save", lambda entry: save(replace(entry, left=())))
    assert wrong(forgetting_steps.run(8, SEED))


def test_a_rescue_that_obeys_no_tombstone_is_found(monkeypatch):
    monkeypatch.setattr(
        recovery, "leave_out_forgotten", lambda found, _known: WithoutForgotten(found, 0)
    )
    assert wrong(old_pages.run(10, SEED))


def test_a_pick_that_is_overwritten_by_another_30_days_is_found(monkeypatch):
    def overwritten(store, edit, old, round_id, today):
        again = replace(old, locked_on=None, start_on=today)
        edit.write(again)
        return again

    monkeypatch.setattr(continuing, "continue_pick", overwritten)
    assert histories.rewriting(8, seed=1).wrong > 0


def test_checks_that_end_with_their_round_are_found(monkeypatch):
    def of_this_round_alone(store):
        newest = still_open.current_round(store).id
        for pick in store.rows(Pick, round=newest):
            yield from still_open._OfPick(
                store, pick, still_open.latest_check(store, pick.id)
            ).things()

    monkeypatch.setattr(still_open, "_of_picks", of_this_round_alone)
    assert histories.dropping(4, seed=1).wrong > 0


def test_a_customer_too_many_on_posters_is_found(monkeypatch):
    counted = outcomes.notice_count
    monkeypatch.setattr(outcomes, "notice_count", lambda n, of: counted(n + 1, of + 1))
    assert papers.run(4, seed=7)[0].wrong > 0


def test_an_agenda_that_reckons_with_no_overrun_is_found(monkeypatch):
    monkeypatch.setattr(MeetingNow, "late", 0)
    assert wrong(meeting.run(1, SEED))


def test_a_wall_that_paints_nothing_of_what_changed_is_found(monkeypatch):
    monkeypatch.setattr(WallPage, "changed_since", lambda _page, _before: QRectF())
    assert any(wrong(wall_pixels.run(1, turn)) for turn in range(run.SEED, run.SEED + 10))


def test_a_card_that_is_taken_for_the_next_one_is_found(monkeypatch):
    def misread(digits):
        code = read_digits(digits)
        return code and code._replace(code="Z" if code.round_number else f"{int(code.code) + 1}")

    monkeypatch.setattr(reading, "read_digits", misread)
    assert "photos: codes misread" in " ".join(wrong(photos.run(2, run.SEED)))


def test_a_wall_that_does_not_wait_for_its_screen_is_found(monkeypatch):
    monkeypatch.setattr(WallStand, "is_gone", IS_NEVER, raising=False)
    assert wrong(interrupted.run(2, run.SEED))


def test_a_rescue_that_believes_every_row_is_found_out(monkeypatch):
    believe = identify.IdentifiedRow

    def believing(table, values, seq, by, _is_certain, page):
        return believe(table, values, seq, by, True, page)

    monkeypatch.setattr(identify, "IdentifiedRow", believing)
    rows = (rescue.run_one(damage, least, 6, seed=1) for damage, least in rescue.DAMAGES)
    assert any(row.wrong for row in rows)


# The model of power cuts itself, on programs of a few lines.

RIGHT = """
import os, sys
folder = sys.argv[1]
with open(f"{folder}/new", "wb") as file:
    file.write(b"new" * 500)
    file.flush()
    os.fsync(file.fileno())
os.replace(f"{folder}/new", f"{folder}/file")
handle = os.open(folder, os.O_RDONLY)
os.fsync(handle)
os.write(1, b"SAVED\\n")
"""


WRONG = {
    "it does not sync the file": RIGHT.replace("    os.fsync(file.fileno())\n", ""),
    "it does not sync the folder": RIGHT.replace("os.fsync(handle)\n", ""),
    "it writes in place": RIGHT.replace("/new", "/file").replace("os.replace", "lambda *names:"),
    "it promises too early": 'import os\nos.write(1, b"SAVED\\\\n")\n' + RIGHT,
}


def broken_promises(program: str, folder) -> int:
    (folder / "file").write_bytes(b"old" * 500)
    ops = record([sys.executable, "-c", program, str(folder)], folder, {"PATH": "/usr/bin"})
    return sum(
        disk.files.get("file") not in ([b"new" * 500] + ([] if disk.said else [b"old" * 500]))
        for disk in states(ops, {"file": b"old" * 500}, (), seed=1, many=20)
    )


def test_a_program_that_does_it_right_keeps_its_promise(tmp_path):
    assert broken_promises(RIGHT, tmp_path) == 0


@pytest.mark.parametrize("what", WRONG)
def test_a_program_that_does_it_wrong_is_found(tmp_path, what):
    assert broken_promises(WRONG[what], tmp_path) > 0
