"""Settings take effect at once and are remembered; About names every part with its licence."""

from __future__ import annotations

import json
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit

from cxworkshop import i18n, paths
from tests.choosing import choosing
from tests.gui.conftest import Hands
from tests.gui.painted import settle
from tests.translations import HEADER, translate
from ui.dialogs.about import AboutDialog
from ui.dialogs.new_defaults import NewDefaults
from ui.dialogs.parts import PARTS, parts
from ui.dialogs.settings import SettingsDialog
from ui.theme.motion import moves
from ui.widgets.row_view import RowView
from ui.window.help import remembered_language

ROOT = Path(__file__).resolve().parents[3]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settings(window) -> Hands:
    QTest.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    settle()
    return Hands(window.findChild(SettingsDialog))


def here() -> str:
    return QApplication.focusWidget().accessibleName()


def test_settings_take_effect_at_once_and_are_remembered(settings, window, tmp_path, monkeypatch):
    assert here() == "Text size: 100 %"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        settings.key(key)
    settle()
    assert window.theme.percent == 115
    assert here() == "Text size: 115 %", "the keyboard stays where it was"
    settings.click("Colours: Dark")
    settings.click("Movement: Moves")
    assert (window.theme.is_dark, moves()) == (True, True)
    settings.click("Paper: Letter")
    choosing(monkeypatch, tmp_path)
    settings.click("Change where new workshops are kept …")
    assert NewDefaults.load() == NewDefaults("Letter", tmp_path)
    kept = QSettings()
    assert (str(kept.value("text")), str(kept.value("dark"))) == ("115", "true")
    settings.click("Colours: Light")
    settings.key(Qt.Key.Key_Escape)
    assert not any(d.isVisible() for d in window.findChildren(SettingsDialog))


def test_another_language_is_spoken_at_once_where_there_is_one(window, tmp_path, monkeypatch):
    translate(tmp_path, "de", HEADER + '\nmsgid "Settings"\nmsgstr "Einstellungen"\n')
    monkeypatch.setenv("CXW_LOCALE", str(tmp_path))
    try:
        window.help.show_settings()
        hands = Hands(window.findChild(SettingsDialog))
        choice = hands.find("Language of the screen", QComboBox)
        QTest.keyClick(choice, Qt.Key.Key_Down)
        assert i18n.language() == "de"
        assert hands.window.windowTitle() == "Einstellungen"
        i18n.set_language("en")
        remembered_language()
        assert i18n.language() == "de"
    finally:
        i18n.set_language("en")


def _needed(name: str, found: set[str]) -> set[str]:
    """The packages that are installed with this one."""
    name = name.casefold().replace("_", "-")
    if name in found:
        return found
    found.add(name)
    for line in metadata.requires(name) or []:
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            _needed(wanted.name, found)
    return found


def test_every_part_that_is_installed_has_its_licence_in_about(window):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: set[str] = set()
    for line in project["dependencies"]:
        _needed(Requirement(line).name, found)
    assert found <= {part.package.casefold() for part in PARTS}
    window.help.show_about()
    settle()
    about = window.findChild(AboutDialog)
    rows, text = about.findChild(RowView), about.findChild(QPlainTextEdit)
    for place, part in enumerate(parts()):
        rows.choose(place)
        assert part.name in rows.text_at(place)
        assert part.licence in rows.text_at(place)
        assert len(text.toPlainText()) > 60, part.name
    about.close()


def test_a_bundle_shows_the_licences_of_the_libraries_that_it_brings(monkeypatch, tmp_path):
    folder = tmp_path / "resources" / "licences" / "bundle"
    folder.mkdir(parents=True)
    listed = [
        {"name": name, "version": "3.4", "licence": "Expat", "text": f"{name}.txt", "url": ""}
        for name in ("Python", "libffi8")
    ]
    (folder / "parts.json").write_text(json.dumps(listed), encoding="utf-8")
    (folder / "libffi8.txt").write_text("Permission is hereby granted", encoding="utf-8")
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "cxworkshop")
    shown = {part.name: part for part in parts()}
    assert (shown["libffi8"].version, shown["libffi8"].licence) == ("3.4", "Expat")
    assert shown["libffi8"].licence_text() == "Permission is hereby granted"
    assert [part.name for part in parts()].count("Python") == 1
