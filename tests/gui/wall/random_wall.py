"""Random things that happen while the Wall is on, and whether its window shows the page of now."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Hands
from tests.gui.plugs import LAPTOP, Plug, Plugs
from tests.gui.wall.settling import settle
from ui.theme.motion import let_move
from ui.wall.motion import WallPicture

SMALL = Plug("HDMI-1", 1366, 0, 800, 450)  # a projector whose pixels are soon compared
WIDTHS, SHAPES, SCALES = (640, 800, 901), ((16, 9), (4, 3)), (96, 120, 144, 168)
SAID = ("The bread was gone.", "Nobody rang back, and then somebody did.", "Too loud.", "Fine")


class RandomWall:
    """Does something by chance, again and again; its clock is moved by hand."""

    def __init__(self, hands: Hands, plugs: Plugs, seed: int) -> None:
        self._hands, self._plugs, self._plug = hands, plugs, SMALL
        self._chance = random.Random(seed)
        self._now = 1_000_000.0
        hands.window.timer.clock = lambda: self._now
        session = hands.window.wall.session
        assert session is not None
        self._show, self.wall = session.show, session.wall
        self._ways: dict[str, Callable[[], object]] = {
            "a second": lambda: self._pass(1),
            "a minute": lambda: self._pass(60),
            "start the timer": self._start,
            "stop the timer": hands.window.timer.stop,
            "pause": hands.window.timer.pause,
            "words": self._say,
            "a group grows": self._group,
            "dark": self._show.darken,
            "freeze": self._show.freeze,
            "blank": self._show.blank,
            "turn": lambda: self._show.turn(self._chance.choice((1, -1))),
            "another stop": lambda: hands.go(self._chance.randint(1, 8)),
            "another size": self._resize,
            "another scale": self._rescale,
            "another smallest text": self._shrink,
            "motion": lambda: let_move(on=self._chance.random() < 0.5),
        }

    def do(self) -> str:
        """Do one thing; return what."""
        way = self._chance.choice(list(self._ways))
        self._ways[way]()
        for _turn in range(self._chance.choice((0, 1, 3))):
            QApplication.processEvents()
        return way

    def rest(self) -> None:
        """Let everything that waits or moves come to its end."""
        settle()
        while self.wall.picture.is_moving:
            QApplication.processEvents()
        settle()

    def difference(self) -> QRect:
        """Where the screen shows something else than the page painted anew; null for nowhere."""
        wall, show = self.wall, self._show
        shown = wall.screen().grabWindow(wall.winId()).toImage()
        anew = QImage(shown.size(), QImage.Format.Format_RGB32)
        anew.setDevicePixelRatio(wall.devicePixelRatioF())
        painter = QPainter(anew)
        if show.is_blank:
            painter.fillRect(wall.rect(), QColor("black"))
        else:
            fresh = WallPicture(QObject(), lambda: None)
            fresh.paint(painter, wall.size(), wall.devicePixelRatioF(), show.page, show.tokens)
        painter.end()
        return _box(shown.convertToFormat(QImage.Format.Format_RGB32), anew)

    def _pass(self, seconds: int) -> None:
        self._now += seconds
        self._hands.window.timer.look()

    def _start(self) -> None:
        self._hands.window.timer.start(self._chance.choice((10, 300, 3000)))

    def _say(self) -> None:
        talk = self._hands.workshop.talk
        talk.say(self._chance.choice(SAID), talk.begin(talk.next_customer().id).id)

    def _group(self) -> None:
        big_list = self._hands.workshop.big_list
        board = big_list.board()
        if board.groups and board.loose:
            group = self._chance.choice(board.groups)
            big_list.add([self._chance.choice(board.loose).id], group.id)

    def _resize(self) -> None:
        width, (across, down) = self._chance.choice(WIDTHS), self._chance.choice(SHAPES)
        self._plug = self._plugs.change(self._plug, width=width, height=width * down // across)

    def _rescale(self) -> None:
        self._plug = self._plugs.change(self._plug, dots=self._chance.choice(SCALES))

    def _shrink(self) -> None:
        height = self.wall.device_size[1]
        self._show.fit(*self.wall.device_size, height / self._chance.choice((20, 27, 36)))


def wall_on(hands: Hands, plugs: Plugs) -> None:
    """Open the Wall on a small projector beside the laptop."""
    plugs.set(LAPTOP, SMALL)
    settle()
    hands.window.wall.toggle()
    settle()


def _box(one: QImage, other: QImage) -> QRect:
    one.setDevicePixelRatio(1)
    other.setDevicePixelRatio(1)
    if one.size() != other.size():
        return one.rect()
    if one == other:
        return QRect()
    rows = [y for y in range(one.height()) if bytes(one.scanLine(y)) != bytes(other.scanLine(y))]
    columns = [x for y in rows for x in range(one.width()) if one.pixel(x, y) != other.pixel(x, y)]
    return QRect(min(columns), rows[0], max(columns) - min(columns) + 1, rows[-1] - rows[0] + 1)
