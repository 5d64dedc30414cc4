"""Buttons with an icon before their words and a keyboard shortcut after them."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QRadioButton,
    QStyleOptionButton,
)

from cxworkshop.compat import override
from cxworkshop.keys import key_name
from ui.accessible.renew import renew_interface
from ui.theme.focus import INK_RING
from ui.theme.icons import paint_icon
from ui.theme.mirror import draw_text, painter_of, reading_key
from ui.theme.paint import mark_shape

Role = QPalette.ColorRole
RADIUS = 6.0
LEFT = ("link", "line")  # text that can be clicked: no border, aligned with the text around it


class _Cap:
    """A key cap with its border, beside words in this font."""

    def __init__(self, key: str, font: QFont) -> None:
        self._key, self._font = key, QFont(font)
        em = font.pixelSize() if font.pixelSize() > 0 else 14
        self._font.setPixelSize(max(9, round(em * 12 / 14)))
        self._font.setWeight(QFont.Weight.Normal)

    @property
    def width(self) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(self._key) + 10

    def paint(self, painter: QPainter, x: float, height: float, ink: QColor | None) -> None:
        """Paint it in the middle of the height; `ink` is that of the words on a filled button."""
        high = QFontMetricsF(self._font).height() + 2
        box = QRectF(x + 0.5, (height - high) / 2, self.width, high)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink or colour(Role.Midlight), 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(ink or colour(Role.PlaceholderText))
        painter.setFont(self._font)
        draw_text(painter, box, Qt.AlignmentFlag.AlignCenter, self._key)


def colour(role: QPalette.ColorRole) -> QColor:
    """Return a colour of the current theme."""
    return QApplication.palette().color(role)


class Button(QPushButton):
    """A push button of the theme's kinds: plain, primary, quiet, chip.

    `lead` and `trail` name icons before and behind the words; `key` is shown as a little key cap.
    """

    def __init__(
        self,
        text: str,
        kind: str = "plain",
        *,
        lead: str = "",
        trail: str = "",
        checkable: bool = False,
    ) -> None:
        super().__init__()
        super().setCheckable(checkable)  # ours has to find out who has asked for it before
        self.setProperty("kind", kind)
        self.setProperty(INK_RING, kind == "primary")
        self.setAutoDefault(False)
        self._words, self._lead, self._trail, self._key = "", lead, trail, ""
        self._is_square = False
        self._own_ink: Callable[[], QColor] | None = None
        self.toggled.connect(lambda on: self.setProperty(INK_RING, on))
        self.say(text)

    @override
    def setCheckable(self, on: bool) -> None:
        """Let screen readers switch it: until now Qt took it for a button that is only pressed."""
        if on and not self.isCheckable():
            renew_interface(self)
        super().setCheckable(on)

    @property
    def words(self) -> str:
        """The words on it."""
        return self._words

    def say(self, text: str, *, lead: str | None = None, trail: str | None = None) -> None:
        """Replace its words, on the screen and for screen readers; icons stay if not given."""
        self._words = text
        self._lead = self._lead if lead is None else lead
        self._trail = self._trail if trail is None else trail
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def show_key(self, key: str) -> None:
        """Show the shortcut that does the same, as Qt writes it or already by its name."""
        self._key = key_name(key)
        self.updateGeometry()
        self.update()

    def paint_in(self, ink: Callable[[], QColor] | None) -> None:
        """Paint words and icon in a colour of their own, asked for each time; None: the usual."""
        self._own_ink = ink
        self.update()

    def be_square(self) -> None:
        """Take no more width than height: for a sign or an icon alone, in a row of many."""
        self._is_square = True
        self.updateGeometry()

    def become(self, kind: str) -> None:
        """Change its kind, as when it has become the next thing to do."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.setProperty(INK_RING, kind == "primary")
            self.style().unpolish(self)
            self.style().polish(self)

    def set_quiet(self, *, quiet: bool) -> None:
        """Draw it grey and thin, for a step whose turn has not come yet."""
        self.setProperty("quiet", quiet)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it, as Space does; Qt does that in dialogs only.

        Up and Down are for whatever it stands in: Qt takes them for Tab, out of the page.
        """
        alone = not self.autoExclusive() and self.group() is None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif alone and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._is_square:
            return QSize(hint.height(), hint.height())
        if self._words and not (self._lead or self._trail or self._key):
            return hint
        extra = (self._icon() + self._gap()) * (bool(self._lead) + bool(self._trail))
        extra += self._cap_width() + self._gap() if self._key else 0
        bare = hint.width() if self._words else 2 * self._gap()
        return QSize(math.ceil(bare + extra), hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Let the style sheet draw the button without words: `paintEvent` draws them."""
        super().initStyleOption(option)
        option.text = ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_inside(painter)

    def _paint_inside(self, painter: QPainter) -> None:
        font, metrics, gap = QFont(self.font()), QFontMetricsF(self.font()), self._gap()
        if self.property("quiet"):
            font.setWeight(QFont.Weight.Normal)
        words = metrics.horizontalAdvance(self._words)
        total = words + (self._icon() + gap) * (bool(self._lead) + bool(self._trail))
        total += self._cap_width() + gap if self._key else 0
        x, ink = max(4.0, (self.width() - total) / 2), self._ink()
        if self.property("kind") in LEFT:
            x = gap / 2
        if self._lead:
            paint_icon(painter, self._lead, self._icon_box(x), ink)
            x += self._icon() + gap
        painter.setFont(font)
        painter.setPen(ink)
        box = QRectF(x, 0, self.width() - x, self.height())
        draw_text(painter, box, Qt.AlignmentFlag.AlignVCenter, self._words)
        x += words + gap
        if self._trail:
            paint_icon(painter, self._trail, self._icon_box(x), ink)
            x += self._icon() + gap
        if self._key:
            cap = _Cap(self._key, self.font())
            cap.paint(painter, x, self.height(), ink if self._is_filled() else None)

    def _is_filled(self) -> bool:
        return self.isEnabled() and (self.property("kind") == "primary" or self.isChecked())

    def _ink(self) -> QColor:
        if not self.isEnabled() and self.property("kind") not in LEFT:
            return colour(Role.PlaceholderText)
        if self.property("quiet"):
            return colour(Role.PlaceholderText)
        if self._own_ink is not None:
            return self._own_ink()
        return colour(Role.HighlightedText if self._is_filled() else Role.ButtonText)

    def _em(self) -> int:
        return self.font().pixelSize() if self.font().pixelSize() > 0 else 14

    def _icon(self) -> float:
        return self._em() * 18 / 14

    def _gap(self) -> float:
        return self._em() * 8 / 14

    def _cap_width(self) -> float:
        return _Cap(self._key, self.font()).width

    def _icon_box(self, x: float) -> QRectF:
        return QRectF(x, (self.height() - self._icon()) / 2, self._icon(), self._icon())


class Joined(NamedTuple):
    """The sides of a choice at which another of its bar stands."""

    before: bool = False
    after: bool = False
    above: bool = False
    below: bool = False


IN_A_ROW = {
    "first": Joined(after=True),
    "middle": Joined(before=True, after=True),
    "last": Joined(before=True),
    "alone": Joined(),
}


class ChoiceButton(QRadioButton):
    """One of a few answers, drawn as a part of a bar; to screen readers a radio button.

    Arrow keys move the keyboard only: an answer is given by a click, Space or Enter. `mark` draws
    one of the four marks before the words: notices, no-difference, worse, cannot-tell.
    """

    def __init__(self, text: str, place: str = "middle", mark: str = "") -> None:
        super().__init__(text.replace("&", "&&"))
        self._words, self._joined, self._mark = text, IN_A_ROW[place], mark
        self._over, self._key = False, ""
        self.is_calm = False  # draw it grey unless it is chosen, where there are many of them
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(lambda on: self.setProperty(INK_RING, on))

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        em = self._em()
        mark = em * 22 / 13 if self._mark else 0
        wide = metrics.horizontalAdvance(self._words) + 2 * em * 11 / 13 + mark + self._cap_room()
        return QSize(round(wide + 1), round(em * 28 / 13))

    def show_key(self, key: str) -> None:
        """Show the shortcut that chooses it."""
        self._key = key_name(key)
        self.updateGeometry()
        self.update()

    def _cap_room(self) -> float:
        """What the cap takes: beside it less is left free than beside words."""
        return _Cap(self._key, self.font()).width - self._em() / 13 if self._key else 0.0

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def join(self, joined: Joined) -> None:
        """Stand beside, above or below others now, as where a bar has wrapped."""
        self._joined = joined
        self.update()

    @override
    def hitButton(self, pos: object) -> bool:
        """Accept a click anywhere, not only where a radio button would have its circle."""
        return True

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = True
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows without choosing; choose by Space or Enter."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(forward=reading_key(key) == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _walk(self, *, forward: bool) -> None:
        parent = self.parentWidget()
        all_ = [w for w in parent.findChildren(ChoiceButton) if w.isVisible()] if parent else []
        here = all_.index(self) + (1 if forward else -1) if self in all_ else -1
        if 0 <= here < len(all_):
            all_[here].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(colour(Role.Mid), 1))
        painter.setBrush(colour(Role.Highlight) if on else self._ground())
        painter.drawPath(_bar(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._joined))
        ink = colour(Role.HighlightedText if on else Role.WindowText)
        if not self.isEnabled():
            ink = colour(Role.HighlightedText if on else Role.PlaceholderText)
        box, em = QRectF(self.rect()), self._em()
        if self._mark:
            middle = QPointF(em * 19 / 13, self.height() / 2)
            quiet = colour(Role.PlaceholderText) if self.is_calm else None
            mark_shape(painter, middle, em * 13 / 13, self._mark, ink if on else quiet)
            box.setLeft(em * 31 / 13)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if on else QFont.Weight.Normal)
        if self._key:
            words = QFontMetricsF(self.font()).horizontalAdvance(self._words)
            x = (self.width() + words - self._cap_room()) / 2 + em * 4 / 13
            _Cap(self._key, self.font()).paint(painter, x, self.height(), ink if on else None)
            box.setRight(self.width() - self._cap_room())
        painter.setFont(font)
        painter.setPen(ink)
        side = Qt.AlignmentFlag.AlignLeft if self._mark else Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, box, side | Qt.AlignmentFlag.AlignVCenter, self._words)

    def _ground(self) -> QColor:
        return colour(Role.AlternateBase if self._over and self.isEnabled() else Role.Base)

    def _em(self) -> int:
        return self.font().pixelSize() if self.font().pixelSize() > 0 else 13


def _bar(box: QRectF, joined: Joined) -> QPainterPath:
    """Return a rectangle with round corners only where two sides are free."""
    before, after, above, below = joined
    path, half = QPainterPath(), 0.5  # two that are joined share the line between them
    box = box.adjusted(-half * before, -half * above, half * after, half * below)
    path.addRoundedRect(box, RADIUS, RADIUS)
    middle = box.center()
    for square, corner in (
        (before or above, box.topLeft()),
        (after or above, box.topRight()),
        (before or below, box.bottomLeft()),
        (after or below, box.bottomRight()),
    ):
        if square:
            part = QPainterPath()
            part.addRect(QRectF(middle, corner).normalized())
            path = path.united(part)
    return path
