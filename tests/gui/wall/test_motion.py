"""What moves on the Wall when something changes on the Desk, and that it can be turned off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from cxworkshop.content.values.wall import WallBigList, WallContent, WallLine, WallSlot, WallSlots
from ui.theme.motion import SETTLE, let_move
from ui.theme.theme import Theme
from ui.wall.layouts import lay_out
from ui.wall.motion import FADE, WallPicture, moving_words
from ui.wall.pages import WallFrame
from ui.wall.scene import WallPage
from ui.wall.tokens import BRIGHT_ROOM

SIZE = QSize(960, 540)


@pytest.fixture(scope="module", autouse=True)
def fonts(app):
    Theme(app)


@pytest.fixture
def moving():
    let_move(on=True)
    yield
    let_move(on=False)


def page(content: WallContent) -> WallPage:
    return lay_out((content,), WallFrame.of(1920, 1080, 40))[0]


def big_list(**customers: int) -> WallPage:
    rows = sorted(customers.items(), key=lambda row: -row[1])
    lines = tuple(WallLine(words=words, said=False, customers=n) for words, n in rows)
    return page(WallBigList(lines=lines, customers=9, things=12))


def slots(*headlines: str) -> WallPage:
    taken = tuple(
        WallSlot(number=n, headline=words, customers=n, quote="")
        for n, words in enumerate(headlines, 1)
    )
    return page(WallSlots(slots=taken, criteria=()))


def painted(picture: WallPicture, shown: WallPage) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    picture.paint(painter, SIZE, 1.0, shown, BRIGHT_ROOM)
    painter.end()
    return image


def test_a_group_that_has_grown_goes_up_and_what_is_there_already_stays():
    found = moving_words(big_list(Bread=3, Door=2, Phone=1), big_list(Bread=3, Phone=3, Door=2))
    ways = {one.piece.words: one.came_from.y() for one in found if not one.is_new}
    assert ways["Phone"] > 0 > ways["Door"]
    assert "Bread" not in ways
    assert [one.piece.words for one in found if one.is_new] == ["3"]


def test_a_card_that_lands_in_a_slot_rises_there_and_nothing_else_moves():
    found = moving_words(slots("Bread"), slots("Bread", "Phone"))
    assert {one.piece.words for one in found if one.is_new} == {"Phone", "2"}
    assert all(one.is_new for one in found)


def test_what_moves_is_on_its_way_for_less_than_a_fifth_of_a_second(app, moving, until):
    before, after = big_list(Bread=3, Phone=1), big_list(Phone=4, Bread=3)
    repainted: list[bool] = []
    picture = WallPicture(app, lambda: repainted.append(True))
    painted(picture, before)
    picture.move(before, after)
    under_way = painted(picture, after)
    until(lambda: painted(picture, after) != under_way and not picture.is_moving)
    still = painted(picture, after)
    assert still == painted(WallPicture(app, lambda: None), after)
    assert repainted
    assert max(SETTLE, FADE) <= 200


def test_a_movement_gives_way_to_the_next(app, moving, until):
    first, second, third = big_list(A=1, B=2), big_list(A=3, B=2), big_list(A=3, B=4)
    picture = WallPicture(app, lambda: None)
    painted(picture, first)
    picture.move(first, second)
    painted(picture, second)
    picture.fade()
    picture.move(second, third)
    until(lambda: not picture.is_moving)
    assert painted(picture, third) == painted(WallPicture(app, lambda: None), third)


def test_nothing_moves_where_the_setting_says_so(app):
    before, after = big_list(Bread=3, Phone=1), big_list(Phone=4, Bread=3)
    picture = WallPicture(app, lambda: None)
    painted(picture, before)
    picture.move(before, after)
    assert not picture.is_moving
    assert painted(picture, after) == painted(WallPicture(app, lambda: None), after)


def test_a_wall_of_another_size_or_with_nearly_all_of_it_new_only_changes():
    empty, few = WallBigList(lines=(), customers=0, things=0), big_list(Bread=3)
    assert moving_words(lay_out((empty,), WallFrame.of(1024, 768, 768 / 27))[0], few) == []
    very_high = WallFrame.of(1920, 10_800, 40)
    lines = tuple(WallLine(words=f"Line {n}", said=False, customers=n) for n in range(40))
    full = WallBigList(lines=lines, customers=0, things=0)
    before, after = (lay_out((one,), very_high)[0] for one in (empty, full))
    assert moving_words(before, after) == []
