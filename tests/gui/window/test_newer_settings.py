"""Settings that a newer version wrote are no trouble for this one, and stay for the other."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from cxworkshop import i18n
from cxworkshop.workshop import Workshop
from tests.gui.conftest import Hands
from ui.dialogs.new_defaults import NewDefaults
from ui.wall import place as wall
from ui.wall.screens import info_of
from ui.window.help import remembered_language
from ui.window.placement import place

NEWER = {
    "text": "large", "dark": "sepia", "movement": "gentle", "language": "tlh", "geometry": "3/4",
    "big_list/shelf": "auto", "new/paper": "A5", "new/folder": "cloud:/ours", "wall/dark": "dusk",
    "print/offset": "auto", "print/profile": "a4-hexagons", "of/tomorrow": "something new",
}  # fmt: skip


def test_settings_of_a_newer_version_are_read_as_far_as_they_are_known(window, tmp_path):
    kept = QSettings()
    seen = wall._key("wall/back_row", info_of(window.screen()).identity)
    written = NEWER | {seen: "two thirds"}
    for key, value in written.items():
        kept.setValue(key, value)
    window.theme.remembered()
    remembered_language()
    place(window)
    assert (window.theme.percent, window.theme.is_dark, i18n.language()) == (100, False, "en")
    assert NewDefaults.load().paper == "A4"
    assert wall.tested_size(info_of(window.screen())) is None
    with Workshop.new(tmp_path / "team.cxw", "Bakery") as made:
        made.save()
    assert window.open(tmp_path / "team.cxw")
    Hands(window).go(3)
    window.close_workshop()
    read = QSettings()
    assert {key: read.value(key) for key in written} == written
