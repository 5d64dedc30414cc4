"""The timer at the foot of any Wall: its thread, what is left, and a word beside the colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cxworkshop.i18n import _
from cxworkshop.timer import Timer, TimerPhase, timer_words
from ui.theme.tokens import Tokens
from ui.timer.face import paint_thread
from ui.wall.pages import NOTHING, STRIP_MIDDLE, WallFrame, page_of
from ui.wall.scene import WallBlock, text, together, width_of
from ui.wall.shapes import rule, shape
from ui.wall.tokens import STRONG, TIMER

INKS = {TimerPhase.NEARLY_UP: "amber", TimerPhase.LAST_MINUTE: "red", TimerPhase.OVER: "red"}
GAP, THREAD, LEAST_THREAD = 40, 44, 160
NUMBERS = "+000:00"  # as wide as it gets, so that nothing moves while it counts


def timer_strip(frame: WallFrame, timer: Timer, now: float, pages: int) -> WallBlock:
    """What stands below `frame`, placed from its lower left corner.

    Where there is little room the thread is left out, and then the word: the number stays.
    """
    ink = INKS.get(timer.phase(now), "ink")
    digits = timer_words(timer.left(now))
    style = TIMER.in_ink(ink)
    wide = width_of(NUMBERS[-max(5, len(digits)) :], style)
    room = frame.column
    if pages > 1:
        room -= width_of(page_of(pages, pages), STRONG) + GAP
    word = _word(timer, now)
    beside = width_of(word, STRONG) + GAP / 2 if word else 0
    if room < wide + beside:
        word, beside = "", 0
    left = room - wide - beside - GAP
    thread, x = (NOTHING, 0.0) if left < LEAST_THREAD else (_thread(timer, now, left), left + GAP)
    return together(
        (rule(frame.column), 0, 0),
        (thread, 0, STRIP_MIDDLE - THREAD / 2),
        (text(digits, style, wide), x, STRIP_MIDDLE - style.line / 2),
        (
            text(word, STRONG.in_ink(ink), beside) if word else NOTHING,
            x + wide + GAP / 2,
            STRIP_MIDDLE - STRONG.line / 2,
        ),
    )


def _word(timer: Timer, now: float) -> str:
    if timer.paused_at is not None:
        return _("paused")
    words = {TimerPhase.NEARLY_UP: _("nearly up"), TimerPhase.LAST_MINUTE: _("last minute")}
    return words.get(timer.phase(now), "")


def _thread(timer: Timer, now: float, width: float) -> WallBlock:
    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        paint_thread(painter, box, timer, now, tokens)

    return shape(width, THREAD, draw)
