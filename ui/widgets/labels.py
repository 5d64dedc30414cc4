"""Labels, panels and lines. All words are plain text, whatever somebody typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import runs_left
from ui.theme import text_layout as flow
from ui.theme.theme import Theme
from ui.widgets.buttons import Button

LONG_WORD = 30  # letters: a longer one is broken where the line ends, as Qt's labels do not
USUAL_LINE = 40  # letters: about as wide as a label with a long word likes to be
_BREAKING = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class Label(QLabel):
    """A label of plain text that follows the theme. `role` and `colour` name tokens.

    What somebody typed or pasted never makes it wider than its place.
    """

    def __init__(
        self,
        text: str,
        theme: Theme,
        role: str = "body",
        colour: str = "ink",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._role, self._colour = theme, role, colour
        self._heights: dict[int, int] = {}  # by width, of these words in this font
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # inside of a button too
        policy = self.sizePolicy()  # the label's own policy, which has height for width
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        theme.changed.connect(self._dress)
        self._dress()

    def paint_in(self, colour: str) -> None:
        """Change the colour, given by its token."""
        self._colour = colour
        self._dress()

    def set_role(self, role: str) -> None:
        """Change the text role: size and weight."""
        self._role = role
        self._dress()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Restore its colour: Qt forgets it if the theme changed while the label was hidden."""
        super().showEvent(event)
        self._heights.clear()  # the style sheet may have given it another font by now
        colour = QColor(getattr(self._theme.tokens, self._colour))
        if self.palette().color(QPalette.ColorRole.WindowText) != colour:
            self._dress()

    @override
    def minimumSizeHint(self) -> QSize:
        """No word longer than LONG_WORD asks for its whole width."""
        least = super().minimumSizeHint()
        if not self._breaks:
            return least
        few = self.fontMetrics().averageCharWidth() * (LONG_WORD // 3)
        return QSize(few + self._aside, least.height())

    @override
    def sizeHint(self) -> QSize:
        if not self._breaks:
            return super().sizeHint()
        wide = self.fontMetrics().averageCharWidth() * USUAL_LINE + self._aside
        return QSize(wide, self.heightForWidth(wide))

    @override
    def heightForWidth(self, width: int) -> int:
        """Layouts ask for the same again and again, a page of labels hundreds of times each."""
        high = self._heights.get(width)
        if high is None:
            high = self._heights[width] = self._measure(width)
        return high

    def _measure(self, width: int) -> int:
        """Qt's own counts a long word as one line."""
        if not self._breaks:
            return super().heightForWidth(width)
        room = QRect(0, 0, max(width - self._aside, 1), 1 << 20)
        margins = self.contentsMargins()
        high = self.fontMetrics().boundingRect(room, int(_BREAKING), self.text()).height()
        return high + margins.top() + margins.bottom()

    @override
    def setText(self, text: str) -> None:
        """Measure again."""
        super().setText(text)
        self._heights.clear()

    @override
    def setFont(self, font: QFont | str | Sequence[str]) -> None:
        """Measure again."""
        super().setFont(font)
        self._heights.clear()

    @override
    def setWordWrap(self, on: bool) -> None:
        """Measure again."""
        super().setWordWrap(on)
        self._heights.clear()

    @override
    def setContentsMargins(self, *margins: Any) -> None:
        """Measure again."""
        super().setContentsMargins(*margins)
        self._heights.clear()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._breaks:
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle  # its hundreds of names take 8 ms of a start

        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        left = runs_left(self.text())
        way = Qt.LayoutDirection.RightToLeft if left else self.layoutDirection()
        force = Qt.TextFlag.TextForceRightToLeft if left else Qt.TextFlag.TextForceLeftToRight
        flags = int(QStyle.visualAlignment(way, self.alignment())) | int(_BREAKING) | int(force)
        painter.drawText(self.contentsRect(), flags, self.text())

    @property
    def _breaks(self) -> bool:
        """Whether it wraps and has a word that Qt would not break."""
        text = self.text()
        if len(text) <= LONG_WORD or not self.wordWrap():
            return False
        return any(len(word) > LONG_WORD for word in text.split())

    @property
    def _aside(self) -> int:
        """What the margins take of the width."""
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role))
        palette = self.palette()
        palette.setColor(
            QPalette.ColorRole.WindowText, QColor(getattr(self._theme.tokens, self._colour))
        )
        self.setPalette(palette)


class Panel(QWidget):
    """A white sheet with rounded corners; `sunken` for a quiet hint, `tint` for a licence."""

    def __init__(
        self,
        theme: Theme,
        fill: str = "panel",
        border: str = "line",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._fill, self._border = theme, fill, border
        self.box = QVBoxLayout(self)
        pad = theme.px(16)
        self.box.setContentsMargins(pad, theme.px(14), pad, theme.px(14))
        self.box.setSpacing(theme.px(8))
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(getattr(self._theme.tokens, self._border)))
        painter.setBrush(QColor(getattr(self._theme.tokens, self._fill)))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 10, 10)


class QuoteLabel(Label):
    """A customer's words: serif italic with a bar beside them, which nothing else has."""

    def __init__(self, text: str, theme: Theme, role: str = "verbatim_list") -> None:
        super().__init__(text, theme, role, "quote")
        self._leave_room(text)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._leave_room(text)

    @override
    def _dress(self) -> None:
        super()._dress()
        self.setFont(flow.upright(self.text(), self._theme.font(self._role)))

    def _leave_room(self, text: str) -> None:
        self._dress()
        room, left = self._theme.px(11), runs_left(text)
        self.setContentsMargins(0 if left else room, 0, room if left else 0, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar where the words begin: on the right for right-to-left text."""
        super().paintEvent(event)
        painter = QPainter(self)
        x = self.width() - 2 if runs_left(self.text()) else 0
        painter.fillRect(x, 2, 2, self.height() - 4, QColor(self._theme.tokens.accent))


class Hairline(QWidget):
    """A horizontal line between parts of a page, for decoration only."""

    def __init__(self, theme: Theme, colour: str = "line") -> None:
        super().__init__()
        self._theme, self._colour = theme, colour
        self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(getattr(self._theme.tokens, self._colour)))


class VerticalLine(QWidget):
    """A vertical line between parts of a page, for decoration only."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        inset = self._theme.px(4)
        line = self.rect().adjusted(0, inset, 0, -inset)
        QPainter(self).fillRect(line, QColor(self._theme.tokens.line))


def make_button(text: str, kind: str = "plain", *, lead: str = "", trail: str = "") -> Button:
    """Make a button; `lead` and `trail` name icons in resources/icons."""
    return Button(text, kind, lead=lead, trail=trail)


def small_button(text: str, kind: str = "plain", *, lead: str = "", trail: str = "") -> Button:
    """Make a button that is 30 pixels high, for tools and footers."""
    small = Button(text, kind, lead=lead, trail=trail)
    small.setProperty("small", True)  # noqa: FBT003 - Qt's own
    return small


def clear(box: QBoxLayout) -> None:
    """Remove all widgets from a layout: hide them now, delete them later."""
    while box.count():
        item = box.takeAt(0)
        gone = item.widget() if item is not None else None
        if gone is not None:
            gone.hide()
            gone.deleteLater()
