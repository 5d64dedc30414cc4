"""The bar at the top: the team's name, and what can be done at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, with_commas
from cxworkshop.keys import key_name
from cxworkshop.timer import TimerPhase
from ui.theme.mirror import draw_text, margins, painter_of
from ui.theme.text_layout import TextLayout
from ui.theme.theme import Theme
from ui.timer.phases import phase_ink
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, make_button


class AppMark(QWidget):
    """The logo: three rings on a thread, the third still open."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(theme.px(58), theme.px(20)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, y, step = self._theme.tokens, self.height() / 2, self._theme.px(20)
        first = self._theme.px(9)
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawLine(QPointF(first, y), QPointF(first + 2 * step, y))
        for n in range(3):
            painter.setBrush(QColor(tokens.panel if n == 2 else tokens.accent))
            radius = self._theme.px(14) / 2
            painter.drawEllipse(QPointF(first + step * n, y), radius, radius)


class TeamTitle(Label):
    """A team's name, on two lines if need be, or below a stop's; the tool tip has all of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("CX Workshop"), theme, "strong")
        self._stop = ""
        self.setWordWrap(False)
        self._leave_room()

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._leave_room()

    def show_stop(self, title: str) -> None:
        """Show the stop's title above the team, where nothing else may show it; "" elsewhere."""
        self._stop = title
        self._leave_room()
        self.update()

    def _leave_room(self) -> None:
        """Take at least the width of two lines; of a very long name a part, with an ellipsis."""
        words, width = self.text().split(), self.fontMetrics().horizontalAdvance
        ways = (
            max(width(" ".join(words[:n])), width(" ".join(words[n:]))) for n in range(len(words))
        )
        px = self._theme.px
        stop = QFontMetricsF(self._theme.font("control")).horizontalAdvance(self._stop)
        least = max(px(60), ceil(stop) + 2)
        self.setMinimumWidth(min(max(least, min(ways, default=0) + 2), px(180)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Two lines at most, centred in the height of the bar."""
        self.setToolTip(with_commas(words for words in (self._stop, self.text()) if words))
        if self._stop:
            self._paint_stop()
            return
        theme, box = self._theme, QRectF(self.rect())
        words = TextLayout(self.text(), self.font(), theme.px(20), 2)
        needs = self.fontMetrics().horizontalAdvance(self.text()) + 2
        box.setWidth(min(needs, self.width()))  # beside the logo from right to left too
        box.setTop((self.height() - words.height(box.width())) / 2)
        words.paint(painter_of(self), box, QColor(theme.tokens.ink))

    def _paint_stop(self) -> None:
        """The stop where this is, and the team on a small line below."""
        theme, tokens = self._theme, self._theme.tokens
        lines = (("control", self._stop, tokens.ink), ("caption", self.text(), tokens.grey))
        heights = [QFontMetricsF(theme.font(role)).height() for role, _words, _ink in lines]
        painter, top = painter_of(self), (self.height() - sum(heights)) / 2
        for (role, words, ink), high in zip(lines, heights, strict=True):
            painter.setFont(theme.font(role))
            painter.setPen(QColor(ink))
            metrics = QFontMetricsF(painter.font())
            short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width())
            box = QRectF(0, top, self.width(), high)
            draw_text(painter, box, Qt.AlignmentFlag.AlignVCenter, short)
            top += high


class TopBar(QFrame):
    """Buttons that follow actions: text, shortcut and state come from them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self.setFixedHeight(theme.px(52))
        self._theme = theme
        self._followed: list[tuple[Button, QAction]] = []
        self._away: set[Button] = set()
        self._with_key: list[Button] = []
        self._waits = False
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(*margins(theme.px(18), 0, theme.px(16), 0))
        self._line.setSpacing(theme.px(6))
        self._line.addWidget(AppMark(theme))
        self._line.addSpacing(theme.px(12))
        self.title = TeamTitle(theme)
        self._line.addWidget(self.title, 1)

    def show_stop(self, title: str) -> None:
        """Name the stop beside the team, where nothing else may; "" elsewhere."""
        self.title.show_stop(title)
        self._fit()

    def put_away(self, buttons: Iterable[Button]) -> None:
        """Hide these although their actions can be done, and show all others."""
        self._away = set(buttons)
        self._follow()

    @contextmanager
    def follow_once(self) -> Iterator[None]:
        """Follow the actions when all of them were set in this block, and not after each."""
        self._waits = True
        try:
            yield
        finally:
            self._waits = False
            self._follow()

    def _follow(self) -> None:
        """Give each button the text and state of its action."""
        if self._waits:
            return
        for button, action in self._followed:
            button.setEnabled(action.isEnabled())
            button.setVisible(action.isVisible() and button not in self._away)
            self._mark_phase(button, str(action.property("phase") or ""))
            if action.isCheckable():
                button.setChecked(action.isChecked())
        self._fit()

    def _mark_phase(self, button: Button, phase: str) -> None:
        """Paint a timer that is nearly up in amber, then in red."""
        ink = phase_ink(TimerPhase(phase), "") if phase else ""
        if (button.property("ink") or "") != ink:
            button.paint_in((lambda: QColor(getattr(self._theme.tokens, ink))) if ink else None)
            button.setProperty("ink", ink)
            button.style().unpolish(button)
            button.style().polish(button)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name what fits beside one another."""
        super().resizeEvent(event)
        self._fit()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Let what was kept wide below the mouse be as narrow as its words."""
        super().leaveEvent(event)
        for button, _action in self._followed:
            button.setMinimumWidth(0)

    def _fit(self) -> None:
        """Shorten what the last buttons say, while there is too little room for all of it.

        Then the keys on buttons go, which are in their tool tips as well.
        """
        for button, action in self._followed:
            self._say(button, action, action.text())
            self._show_key(button, action)
        shorter = [partial(self._say, b, a, a.iconText()) for b, a in reversed(self._followed)]
        for step in (*shorter, *(partial(b.show_key, "") for b in self._with_key)):
            if self._line.minimumSize().width() <= self.width():
                break
            step()
        self._line.activate()  # also where this is asked while the bar is laid out

    def _show_key(self, button: Button, action: QAction) -> None:
        if button in self._with_key:
            button.show_key(action.shortcut().toString())

    def _say(self, button: Button, action: QAction, words: str) -> None:
        if button.words != words:
            # below the mouse it never becomes narrower, or a second click would miss Undo
            button.setMinimumWidth(button.width() if button.underMouse() else 0)
            button.say(words)
        button.setAccessibleName(action.whatsThis() or action.text())  # the whole of it
        key = key_name(action.shortcut().toString())
        button.setToolTip(key if words == action.text() else f"{action.text()}  {key}")

    def add(self, action: QAction, icon: str, kind: str = "quiet", *, key: bool = False) -> Button:
        """Add a button for an action; it is hidden while the action is."""
        button = Button(action.text(), kind, lead=icon, checkable=action.isCheckable())
        if key:
            self._with_key.append(button)
        button.clicked.connect(lambda _on=False: action.trigger())
        self._followed.append((button, action))
        action.changed.connect(self._follow)  # not a lambda: actions outlive this bar
        self._line.addWidget(button)  # before it is shown: without a parent it is a window
        self._follow()
        return button

    def add_way_back(self, words: str, key: str, do: Callable[[], object]) -> Button:
        """Add a button that leaves a page; whoever shows the page shows it."""
        button = make_button(words, "quiet")
        button.show_key(key)
        button.clicked.connect(lambda _on=False: do())
        self._line.addWidget(button)
        button.hide()
        return button

    def add_menu(self, name: str, make: Callable[[], QMenu]) -> Button:
        """Add a button that opens a menu, made by `make` each time."""
        button = make_button("", "quiet", lead="more")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda _on=False: _open_menu(button, make()))
        self._line.addWidget(button)
        return button


def _open_menu(button: Button, menu: QMenu) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    corner = button.rect().bottomRight() - QPoint(menu.sizeHint().width(), 0)
    menu.popup(button.mapToGlobal(corner))
