"""The guide opens in the browser, where it goes along with the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from cxworkshop import paths
from tests.gui.conftest import Hands
from tests.gui.painted import settle
from tests.gui.window.test_help import shown
from ui.dialogs.help_card import HelpCardDialog
from ui.dialogs.loop import LoopDialog
from ui.widgets.message_panel import MessagePanel


class Browser(QObject):
    """A handler that takes the place of the computer's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def browser():
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "show")
    yield browser
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def guide(tmp_path, monkeypatch) -> Path:
    """A guide of two pages, one of them in German too."""
    monkeypatch.setenv("CXW_GUIDE", str(tmp_path))
    (tmp_path / "de").mkdir()
    for name in ("index", "stop-1", "de/stop-1"):
        (tmp_path / f"{name}.html").touch()
    return tmp_path


def card_of(hands: Hands) -> HelpCardDialog:
    QTest.keyClick(hands.window, Qt.Key.Key_F1)
    return shown(hands.window, HelpCardDialog)


def test_from_the_card_of_a_stop_its_page_of_the_guide_opens(hands, guide, browser):
    card = card_of(hands)
    Hands(card).click("Open the guide")
    settle()
    assert browser.opened == [str(guide / "stop-1.html")]
    assert shown(hands.window, HelpCardDialog) is None


def test_from_the_loop_on_the_start_page_its_first_page_opens(window, guide, browser):
    QTest.keyClick(window, Qt.Key.Key_F1)
    Hands(shown(window, LoopDialog)).click("Open the guide")
    settle()
    assert browser.opened == [str(guide / "index.html")]


def test_without_a_guide_there_is_no_button(hands, tmp_path, monkeypatch):
    monkeypatch.setenv("CXW_GUIDE", str(tmp_path / "none"))
    card = card_of(hands)
    assert "Open the guide" not in [button.text() for button in card.findChildren(QPushButton)]
    card.reject()


def test_a_computer_without_a_browser_says_so(hands, guide, monkeypatch, tmp_path, capfd):
    monkeypatch.setenv("PATH", str(tmp_path))
    Hands(card_of(hands)).click("Open the guide")
    panel = hands.window.findChild(MessagePanel, "guide")
    assert panel.text.startswith("This computer has no program that shows the guide.")
    Hands(panel).click("Close")
    assert panel.text == ""


def test_a_page_is_in_the_language_where_the_guide_has_it(guide):
    assert paths.guide_page("stop-1", "de_AT") == guide / "de" / "stop-1.html"
    assert paths.guide_page("stop-1", "fr") == guide / "stop-1.html"
    assert paths.guide_page("index", "de") == guide / "index.html"
    assert paths.guide_page("stop-2", "de") is None
