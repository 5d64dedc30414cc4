"""Files for other programs on a disk that is full, and in a folder where nothing can be written."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from cxworkshop.services.files import replace_for_others, write_for_others
from cxworkshop.store.refusals import CannotWrite, FileIsThere

resource = pytest.importorskip("resource")  # Windows has no such limit
MUCH = bytes(100_000)


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may be longer than 50,000 bytes, which a program hears of as of a full disk.

    Only while that is tried: what measures the tests writes files too.
    """
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@pytest.mark.parametrize("write", [write_for_others, replace_for_others])
def test_a_full_disk_leaves_no_half_of_a_file(tmp_path, write):
    with full_disk(), pytest.raises(CannotWrite, match=r"list\.csv"):
        write(tmp_path / "list.csv", MUCH)
    assert list(tmp_path.iterdir()) == []
    write(tmp_path / "list.csv", b"short")  # once there is room, under the same name


def test_what_was_there_stays_when_the_disk_is_full(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"of last month")
    with full_disk(), pytest.raises(CannotWrite):
        replace_for_others(path, MUCH)
    with pytest.raises(FileIsThere):
        write_for_others(path, b"new")
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"of last month"]


def test_a_folder_that_is_gone_and_one_in_the_place_of_the_file(tmp_path):
    (tmp_path / "list.csv").mkdir()
    for path in (tmp_path / "gone" / "list.csv", tmp_path / "list.csv"):
        with pytest.raises(CannotWrite):
            replace_for_others(path, b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


def test_a_half_that_was_left_by_a_kill_is_in_nobodys_way(tmp_path):
    path = tmp_path / "list.csv"
    (tmp_path / f".list.csv.{os.getpid()}.part").write_bytes(b"half")
    replace_for_others(path, b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


def test_what_a_link_leads_to_is_replaced_and_a_link_in_a_circle_itself(tmp_path):
    path, link = tmp_path / "list.csv", tmp_path / "link.csv"
    link.symlink_to(path)
    replace_for_others(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    for one, other in (("a", "b"), ("b", "a")):
        (tmp_path / one).symlink_to(tmp_path / other)
    replace_for_others(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
