"""Desk and Wall count alike: what was said, and what is still open."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from cxworkshop.content.values.wall import (
    WallKind,
    WallOpenRound,
    WallStillOpen,
    WallSubject,
)
from cxworkshop.workshop import Workshop
from tests.gui.conftest import Hands
from tests.gui.wall.every_wall import misplaced, pages
from tests.gui.wall.settling import settle
from ui.dialogs.still_open import StillOpenDialog
from ui.theme.theme import Theme
from ui.wall.layouts import lay_out
from ui.wall.pages import WallFrame
from ui.wall.scene import WallPage
from ui.wall.screen_dialog import ScreenDialog
from ui.wall.tokens import USUAL_PART
from ui.widgets.open_rows import OpenRow

KEY = Qt.Key
FRAME = WallFrame.of(1920, 1080, 1080 / USUAL_PART)


@pytest.fixture(scope="module", autouse=True)
def fonts(app):
    Theme(app)


def read(found: list[WallPage]) -> str:
    assert [fault for page in found for fault in misplaced(page)] == []
    return " ".join(" ".join(page.words.split()) for page in found)


def still_open(team: Workshop) -> WallStillOpen:
    (content,) = team.content.wall.view(WallSubject(WallKind.STILL_OPEN), team.today).contents
    assert isinstance(content, WallStillOpen)
    return content


def on_wall(team: Workshop, kind: WallKind) -> str:
    return read(pages(team, WallSubject(kind), FRAME))


def test_the_room_hears_of_as_many_things_as_the_desk_has(bakery: Hands):
    bakery.go(2)
    bakery.key(KEY.Key_F5)
    (dialog,) = [one for one in bakery.window.findChildren(ScreenDialog) if one.isVisible()]
    QTest.keyClick(dialog, KEY.Key_W)
    settle()
    session = bakery.window.wall.session
    try:
        desk = [
            found.group(1)
            for label in bakery.window.findChildren(QLabel)
            if label.isVisible()
            for found in [re.search(r"(\d+) things said", label.text())]
            if found
        ]
        (wall,) = re.findall(r"(\d+) things so far", session.show.page.words)
        assert set(desk) == {wall}
    finally:
        session.end()
        settle()


def test_the_list_counts_agreement_as_the_talk_does(bakery: Hands):
    cards = bakery.workshop.big_list.board().cards
    said = sum(len(card.verbatims) for card in cards)
    assert any(not row.said for card in cards for row in card.verbatims)
    assert f"{said} things said" in on_wall(bakery.workshop, WallKind.BIG_LIST)


def test_what_comes_later_is_shown_and_not_counted(bakery: Hands):
    team = bakery.workshop
    dialog = StillOpenDialog(bakery.window.desk.bridge, bakery.window.desk.theme, bakery.window)
    dialog.show()
    settle()
    now = team.open_promises.now()
    n = len(now)
    assert len(dialog.findChildren(OpenRow)) == n + len(team.open_promises.coming())
    dialog.close()
    words = on_wall(team, WallKind.STILL_OPEN)
    assert f"{n} open, from 2 rounds" in words
    assert words.count("Coming") == 1
    assert words.index(now[0].words) < words.index("Coming") < words.index("Look again after")


def test_those_of_a_round_who_wait_to_be_told_are_one_line_as_on_the_desk(bakery: Hands):
    team = bakery.workshop
    before = len(still_open(team).lines)
    for who in ("The florist", "The school"):
        team.share.add_to_tell(who, 3)
    lines = still_open(team).lines
    assert len(lines) == before
    assert any("and 2 more" in line.words for line in lines)


def test_where_nothing_is_open_no_round_has_a_nought():
    running = WallOpenRound(number=1, open=0, is_running=True)
    words = read(lay_out((WallStillOpen(lines=(), rounds=(running,)),), FRAME))
    assert "Nothing is open." in words
    assert "running" in words
    assert "0 open" not in words
