"""The timer on the Wall: at the foot of every layout, and the agenda as the meeting goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from cxworkshop.content.values.wall import WallKind, WallSubject
from cxworkshop.queries.meeting_now import LineNow
from cxworkshop.timer import Timer
from tests.gui.surface_workshops import make
from tests.gui.wall.every_wall import SIZES, subjects, too_small
from tests.opened import kept_open
from ui.wall.layouts import lay_out
from ui.wall.pages import STRIP, WallFrame
from ui.wall.scene import WallPage
from ui.wall.timer_strip import timer_strip, with_timer
from ui.wall.tokens import TIMER, USUAL_PART

NEAR = 1.0  # units


@pytest.fixture(scope="module")
def workshop(app, tmp_path_factory):
    from cxworkshop.workshop import Workshop

    file = make("bakery", tmp_path_factory.mktemp("bakery"))
    with kept_open({"bakery": Workshop.open(file)}) as opened:
        yield opened["bakery"]


def frames() -> dict[str, WallFrame]:
    made = {f"{w}x{h}": WallFrame.of(w, h, h / USUAL_PART).above(STRIP) for w, h in SIZES}
    return made | {"large text": WallFrame.of(1280, 800, 800 / 15).above(STRIP)}


def on(page: WallPage, frame: WallFrame, left: int) -> WallPage:
    """The page with a timer of twenty minutes that has so many seconds left."""
    return with_timer(page, frame, Timer(seconds=1200, began=0.0), 1200.0 - left)


def test_every_wall_ends_above_the_timer_and_the_timer_is_whole(workshop):
    wrong = []
    for size, frame in frames().items():
        for name, subject in subjects(workshop).items():
            view = workshop.content.wall.view(subject, workshop.today)
            pages = lay_out(view.contents, frame)
            for n, page in enumerate(pages):
                if any(
                    piece.box.bottom() > frame.height + NEAR
                    for piece in page.pieces
                    if not piece.words.startswith("page ")
                ):
                    wrong.append(f"{name} {n} {size}")
                assert page.height == frame.height + STRIP
    assert wrong == []


def test_nothing_of_the_strip_lies_on_anything_else_or_moves_as_it_counts():
    for frame in frames().values():
        places = set()
        for left in (1199, 240, 60, 0, -370, -6000):
            timer = Timer(seconds=1200, began=0.0)
            strip = timer_strip(frame.column, timer, 1200.0 - left, frame.column - 280)
            boxes = [piece.box for piece in strip.pieces if piece.words]
            assert all(QRectF(0, 0, frame.column, STRIP).contains(box) for box in boxes)
            assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
            places.add(round(boxes[0].height()))
        assert places == {TIMER.line}


@pytest.mark.parametrize("dark", [False, True])
def test_the_timer_is_read_from_the_back_row_in_each_phase(workshop, dark):
    size = SIZES[0]
    frame = frames()["1024x768"]
    view = workshop.content.wall.view(WallSubject(WallKind.TALK), workshop.today)
    page = lay_out(view.contents, frame)[0]
    for left, words in ((900, ""), (230, "nearly up"), (50, "almost up"), (-370, "")):
        shown = on(page, frame, left)
        assert words in shown.words
        assert too_small(shown, size, size[1] / USUAL_PART, dark=dark) == []
    assert "+6:10" in shown.words


def test_the_agenda_shows_where_we_are_and_what_an_overrun_costs(workshop):
    agenda = workshop.prepare.agenda
    agenda.set_start(1, 9 * 60)
    agenda.set_start(30, 9 * 60)
    meeting = agenda.near()
    row = meeting.lines[1]
    minutes = row.line.minutes + 6
    now = LineNow(
        line=row.line.id, began=9 * 60 + row.begins, lasts=minutes, is_over=True, now=10 * 60
    )
    view = workshop.content.wall.view(WallSubject(WallKind.BEGINNING), workshop.today, None, now)
    words = lay_out(view.contents, frames()["1920x1080"])[0].words
    assert "we are here" in words
    assert "now 10:00" in words
    assert f"was {meeting.clock(row.ends)}" in words
    assert meeting.clock(row.ends + 6) in words
    assert "6 minutes over." in words
