"""Words on the screen: always plain text, whatever somebody typed into them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import flow
from ui.theme.look import Look
from ui.widgets.buttons import Button

runs_left = flow.runs_left


class Words(QLabel):
    """A label that never takes markup for markup, and follows the look."""

    def __init__(self, text: str, look: Look, role: str = "body", colour: str = "ink") -> None:
        super().__init__(text)
        self._look, self._role, self._colour = look, role, colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = self.sizePolicy()  # the label's own, which knows that words need height for width
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        look.changed.connect(self._dress)
        self._dress()

    def paint_in(self, colour: str) -> None:
        """Use another of the tokens' colours."""
        self._colour = colour
        self._dress()

    def set_role(self, role: str) -> None:
        """Be another piece of text: another size and weight."""
        self._role = role
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font(self._role))
        palette = self.palette()
        palette.setColor(
            QPalette.ColorRole.WindowText, QColor(getattr(self._look.tokens, self._colour))
        )
        self.setPalette(palette)


class Panel(QWidget):
    """A white sheet with rounded corners; `sunken` for a quiet hint, `tint` for a licence."""

    def __init__(self, look: Look, fill: str = "panel", border: str = "line") -> None:
        super().__init__()
        self._look, self._fill, self._border = look, fill, border
        self.box = QVBoxLayout(self)
        pad = look.px(16)
        self.box.setContentsMargins(pad, look.px(14), pad, look.px(14))
        self.box.setSpacing(look.px(8))
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """A rounded rectangle in the tokens' colours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(getattr(self._look.tokens, self._border)))
        painter.setBrush(QColor(getattr(self._look.tokens, self._fill)))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 10, 10)


class Quote(Words):
    """What a customer said: serif italic with a bar on its left, and nothing else looks so."""

    def __init__(self, text: str, look: Look, role: str = "verbatim_list") -> None:
        super().__init__(text, look, role, "quote")
        self._leave_room(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's own
        """Other words may run the other way."""
        super().setText(text)
        self._leave_room(text)

    def _dress(self) -> None:
        super()._dress()
        self.setFont(flow.upright(self.text(), self._look.font(self._role)))

    def _leave_room(self, text: str) -> None:
        self._dress()
        room, left = self._look.px(11), runs_left(text)
        self.setContentsMargins(0 if left else room, 0, room if left else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own
        """The bar, as high as the words; on the right where the words run to the left."""
        super().paintEvent(event)
        painter = QPainter(self)
        x = self.width() - 2 if runs_left(self.text()) else 0
        painter.fillRect(x, 2, 2, self.height() - 4, QColor(self._look.tokens.accent))


class Hairline(QWidget):
    """A line that parts what stands above from what stands below; it carries no meaning."""

    def __init__(self, look: Look, colour: str = "line") -> None:
        super().__init__()
        self._look, self._colour = look, colour
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """One pixel high."""
        QPainter(self).fillRect(self.rect(), QColor(getattr(self._look.tokens, self._colour)))


class UprightLine(QWidget):
    """A line between parts that stand beside one another; it carries no meaning."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """One pixel wide."""
        QPainter(self).fillRect(self.rect(), QColor(self._look.tokens.line))


def button(text: str, kind: str = "plain", *, lead: str = "", trail: str = "") -> Button:
    """A button in one of the theme's kinds, with icons of resources/icons if wanted."""
    return Button(text, kind, lead=lead, trail=trail)


def small_button(text: str, kind: str = "plain", *, lead: str = "", trail: str = "") -> Button:
    """The same, 30 pixels high: beside words, in tools, in the footer."""
    made = Button(text, kind, lead=lead, trail=trail)
    made.setProperty("small", True)  # noqa: FBT003 - Qt's own
    return made


def clear(box: QBoxLayout) -> None:
    """Take everything out of a layout, at once for the eye and later for good."""
    while box.count():
        item = box.takeAt(0)
        gone = item.widget() if item is not None else None
        if gone is not None:
            gone.hide()
            gone.deleteLater()
