"""Small movements that show where something went. One setting turns all of them off.

Only what is seen moves, nothing is scaled, and nothing waits for a movement to end.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QObject,
    QPoint,
    QSettings,
    Qt,
    QVariantAnimation,
)
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

SETTLE, HOME, PANEL = 180, 220, 160  # milliseconds
MOST = 30  # things that move at once
RISE = 8  # pixels from below which a panel comes


def moves() -> bool:
    """Whether this person wants things to move."""
    return str(QSettings().value("movement", "true")) == "true"


def let_move(*, on: bool) -> None:
    """Remember it."""
    QSettings().setValue("movement", "true" if on else "false")


def run(owner: QObject, length: int, step: Callable[[float], object]) -> QVariantAnimation | None:
    """Call `step` with 0 to 1 over so many milliseconds; at once with 1 where nothing moves."""
    if not moves():
        step(1.0)
        return None
    made = QVariantAnimation(owner)
    made.setDuration(length)
    made.setStartValue(0.0)
    made.setEndValue(1.0)
    made.setEasingCurve(QEasingCurve.Type.OutCubic)
    made.valueChanged.connect(step)
    step(0.0)  # else it is seen at its end until the first tick
    made.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
    return made


def glide(page: QWidget, seen: tuple[QPixmap, QPoint], home: QPoint, length: int) -> None:
    """A picture goes from where it is seen to its home, and is gone."""
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
    """A panel comes up a little into its place."""
    if not moves():
        return
    place = widget.pos()

    def step(share: float) -> None:
        if widget.isVisible():
            widget.move(place + QPoint(0, round(RISE * (1 - share))))

    run(widget, PANEL, step)
