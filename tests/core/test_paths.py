"""Where the program keeps its data."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from cxworkshop import paths


@pytest.mark.parametrize("named", ["/somewhere/else", "beside/us", ""])
def test_the_data_folder_is_where_the_system_has_them(monkeypatch, named):
    monkeypatch.delenv("CXW_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", named)
    standard = platformdirs.user_data_dir("CXWorkshop", appauthor=False, roaming=False)
    assert paths.data_folder() == Path(standard)


def test_a_bundle_keeps_all_in_the_portable_folder_beside_it(monkeypatch, tmp_path):
    monkeypatch.delenv("CXW_HOME", raising=False)
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "cxworkshop"))
    assert paths.portable_folder() is None
    (tmp_path / "portable").mkdir()
    assert paths.portable_folder() == tmp_path / "portable"
    assert paths.data_folder() == tmp_path / "portable"
    monkeypatch.setenv("CXW_PORTABLE", str(tmp_path / "stick"))
    assert paths.data_folder() == tmp_path / "stick"
