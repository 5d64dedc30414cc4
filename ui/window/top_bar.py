"""The bar at the top: whose workshop it is, and what can be done at any time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from cxworkshop.i18n import _
from ui.theme.flow import Flow
from ui.theme.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Words, button


class AppMark(QWidget):
    """Three rings on a thread, the third open: up to three, and one is still free."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(look.px(58), look.px(20)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """Two discs and a ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, y, step = self._look.tokens, self.height() / 2, self._look.px(20)
        first = self._look.px(9)
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawLine(QPointF(first, y), QPointF(first + 2 * step, y))
        for n in range(3):
            painter.setBrush(QColor(tokens.panel if n == 2 else tokens.accent))
            radius = self._look.px(14) / 2
            painter.drawEllipse(QPointF(first + step * n, y), radius, radius)


class Title(Words):
    """A team's name: on two lines where it has to be; all of it when the mouse rests there."""

    def __init__(self, look: Look) -> None:
        super().__init__(_("CX Workshop"), look, "strong")
        self.setWordWrap(False)
        self.setMinimumWidth(look.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """At most two lines, in the middle of the bar."""
        look, box = self._look, QRectF(self.rect())
        words = Flow(self.text(), self.font(), look.px(20), 2)
        needs = self.fontMetrics().horizontalAdvance(self.text()) + 2
        box.setWidth(min(needs, self.width()))  # beside the mark, whichever way it runs
        self.setToolTip(self.text())
        box.setTop((self.height() - words.height(box.width())) / 2)
        words.paint(QPainter(self), box, QColor(look.tokens.ink))


class TopBar(QFrame):
    """Buttons that follow actions: text, shortcut and state come from them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("top")
        self.setFixedHeight(look.px(52))
        self._followed: list[tuple[Button, QAction]] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(look.px(18), 0, look.px(16), 0)
        self._line.setSpacing(look.px(6))
        self._line.addWidget(AppMark(look))
        self._line.addSpacing(look.px(12))
        self.title = Title(look)
        self._line.addWidget(self.title, 1)

    def _follow(self) -> None:
        """Each button is as its action is."""
        for press, action in self._followed:
            press.say(action.text())
            press.setToolTip(action.shortcut().toString())
            press.setEnabled(action.isEnabled())
            press.setVisible(action.isVisible())

    def add(self, action: QAction, icon: str, kind: str = "quiet", *, key: bool = False) -> Button:
        """A button for an action, hidden while the action is not there."""
        press = button(action.text(), kind, lead=icon)
        if key:
            press.show_key(action.shortcut().toString())
        press.clicked.connect(lambda _on=False: action.trigger())
        self._followed.append((press, action))
        action.changed.connect(self._follow)  # not a lambda: actions outlive this bar
        self._line.addWidget(press)  # before it is shown: without a parent it is a window
        self._follow()
        return press

    def add_menu(self, name: str, make: Callable[[], QMenu]) -> Button:
        """A button that opens what is needed less often; made anew each time it is opened."""
        press = button("", "quiet", lead="more")
        press.setAccessibleName(name)
        press.setToolTip(name)
        press.clicked.connect(lambda _on=False: _drop(press, make()))
        self._line.addWidget(press)
        return press


def _drop(press: Button, menu: QMenu) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    corner = press.rect().bottomRight() - QPoint(menu.sizeHint().width(), 0)
    menu.popup(press.mapToGlobal(corner))
