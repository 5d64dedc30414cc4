"""Short animations that show where something went. One setting turns them off.

Only what is seen moves, nothing is scaled, and nothing waits for a movement to end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSettings, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

SETTLE, HOME, PANEL = 180, 220, 160  # milliseconds
MOST = 30  # widgets that move at once
RISE = 8  # pixels by which a panel rises


def moves() -> bool:
    """Whether animations are on."""
    return str(QSettings().value("movement", "true")) == "true"


def let_move(*, on: bool) -> None:
    """Turn animations on or off; the setting is remembered."""
    QSettings().setValue("movement", "true" if on else "false")


def run(owner: QObject, length: int, step: Callable[[float], object]) -> QVariantAnimation | None:
    """Call `step` with 0 to 1 over this many milliseconds; with 1 at once if motion is off."""
    if not moves():
        step(1.0)
        return None
    from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QVariantAnimation

    animation = QVariantAnimation(owner)
    animation.setDuration(length)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.setEasingCurve(QEasingCurve.Type.OutCubic)
    animation.valueChanged.connect(step)
    step(0.0)  # or it would flash at its end before the first tick
    animation.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
    return animation


def glide(page: QWidget, seen: tuple[QPixmap, QPoint], home: QPoint, length: int) -> None:
    """Move a picture to its home, then remove it."""
    if not moves():
        return
    picture, start = seen
    shown = QLabel(page)
    shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    shown.setPixmap(picture)
    shown.setGeometry(start.x(), start.y(), picture.width(), picture.height())
    shown.show()
    moving = run(shown, length, lambda share: shown.move(start + (home - start) * share))
    if moving is not None:
        moving.finished.connect(shown.deleteLater)


def rise(widget: QWidget) -> None:
    """Let a panel rise into its place, wherever a layout puts it meanwhile."""
    if not moves():
        return
    place = put = widget.pos()

    def step(share: float) -> None:
        nonlocal place, put
        if not widget.isVisible():
            return
        if widget.pos() != put:  # laid out anew since
            place = widget.pos()
        put = place + QPoint(0, round(RISE * (1 - share)))
        widget.move(put)

    run(widget, PANEL, step)
