"""The timer at the foot of any Wall: its thread, what is left, and a word beside the colour."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cxworkshop.i18n import _
from cxworkshop.timer import Timer, TimerPhase, timer_words
from ui.theme.mirror import is_mirrored
from ui.theme.tokens import Tokens
from ui.timer.face import paint_thread
from ui.timer.phases import phase_ink, phase_words
from ui.wall.pages import NOTHING, STRIP_MIDDLE, WallFrame
from ui.wall.scene import WallBlock, WallPage, text, together, width_of
from ui.wall.shapes import rule, shape
from ui.wall.tokens import STRONG, TIMER

GAP, THREAD, LEAST_THREAD = 40, 44, 160
USUAL = "00:00"  # the thread keeps its length while fewer figures are shown


def with_timer(page: WallPage, frame: WallFrame, timer: Timer, now: float) -> WallPage:
    """The page with the timer below `frame`, beside the number of the page if it has one."""
    at_foot = [piece for piece in page.pieces if piece.box.top() > frame.height]
    if is_mirrored():
        at_foot = [piece.mirrored(frame.width) for piece in at_foot]
    numbers = [piece.box.left() for piece in at_foot]
    room = min(numbers, default=frame.left + frame.column + GAP) - frame.left - GAP
    strip = timer_strip(frame.column, timer, now, room)
    pieces = strip.at(frame.left, frame.height)
    if is_mirrored():
        pieces = tuple(piece.mirrored(frame.width) for piece in pieces)
    return replace(page, pieces=page.pieces + pieces)


def timer_strip(width: float, timer: Timer, now: float, room: float) -> WallBlock:
    """What stands below the content: a rule of this width, and the timer in its `room`.

    Where there is little room the thread is left out, and then the word: the number stays.
    """
    ink = phase_ink(timer.phase(now))
    digits = timer_words(timer.left(now))
    style = TIMER.in_ink(ink)
    wide = max(width_of(digits, style), width_of(USUAL, style))
    word = _word(timer, now)
    beside = width_of(word, STRONG) + GAP / 2 if word else 0
    if room < wide + beside:
        word, beside = "", 0
    left = room - wide - beside - GAP
    thread, x = (NOTHING, 0.0) if left < LEAST_THREAD else (_thread(timer, now, left), left + GAP)
    return together(
        (rule(width), 0, 0),
        (thread, 0, STRIP_MIDDLE - THREAD / 2),
        (text(digits, style, width_of(digits, style)), x, STRIP_MIDDLE - style.line / 2),
        (
            text(word, STRONG.in_ink(ink), beside) if word else NOTHING,
            x + width_of(digits, style) + GAP / 2,
            STRIP_MIDDLE - STRONG.line / 2,
        ),
    )


def _word(timer: Timer, now: float) -> str:
    if timer.paused_at is not None:
        return _("paused")
    phase = timer.phase(now)
    return "" if phase is TimerPhase.OVER else phase_words(phase)  # it counts over by then


def _thread(timer: Timer, now: float, width: float) -> WallBlock:
    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        paint_thread(painter, box, timer, now, tokens)

    return shape(width, THREAD, draw)
