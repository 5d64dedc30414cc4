"""The box for a customer's own words: always in focus, and Enter saves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from cxworkshop.errors import Refusal
from cxworkshop.exchange.lines import pasted_lines, refuse_whole_files
from cxworkshop.i18n import _
from cxworkshop.keys import key_name
from cxworkshop.textual import clean
from ui.theme.mirror import draw_text, painter_of, reckoned_area
from ui.theme.text_layout import upright
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import MOST_PASTED
from ui.widgets.labels import Label, small_button
from ui.widgets.wheel import TextBox


class CaptureBox(TextBox):
    """Enter saves, Shift+Enter is a new line, Ctrl+Enter is "another said the same".

    Marked, it is for the correction of an earlier answer.
    """

    saved = Signal(str)
    agreed = Signal()
    same_again = Signal()  # the words belong to the similar card on top
    last_wanted = Signal()
    left = Signal()
    pasted = Signal(list)  # the lines of what would be more than one card
    paste_refused = Signal(object)  # a Refusal

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "box")
        self.setPlaceholderText(_("Type what the {customer} said, just as they said it."))
        self.setFont(theme.font("verbatim_box"))
        self.textChanged.connect(self._dress)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(130))
        self.setViewportMargins(0, 0, 0, theme.px(40))  # keys and buttons stand below the words
        self._keys = KeyHints(
            theme, ((key_name("Shift+Enter"), _("new line")), ("↑", _("last one back"))), self
        )
        self._same = self._button(_("Another said the same"), "Ctrl+Enter", self.agreed.emit)
        self._leave = self._button(_("Leave it as it was"), "Esc", self.left.emit)
        self._save = self._button(_("Save"), "Enter", lambda: self.saved.emit(self.toPlainText()))
        self._mark = Label("", theme, "label", "accent", parent=self)
        self._mark.setWordWrap(False)
        self.mark_as("")

    def mark_as(self, correcting: str) -> None:
        """Mark the box with what is corrected in it, "Correcting 17"; "" for a new answer."""
        self._mark.setText(correcting)
        self._mark.setVisible(bool(correcting))
        self._same.setVisible(not correcting)
        self._leave.setVisible(bool(correcting))
        self.setAccessibleName(correcting or _("What the {customer} said"))
        self.setProperty("correcting", bool(correcting))
        self.style().unpolish(self)
        self.style().polish(self)
        self._dress()
        self._place_foot()

    def _button(self, words: str, key: str, press: Callable[[], object]) -> Button:
        """A button in the corner; the keyboard stays in the box."""
        button = small_button(words)
        button.setParent(self)
        button.show_key(key)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(lambda _on=False: press())
        button.clicked.connect(lambda _on=False: self.setFocus())
        return button

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Enter, agree by Ctrl+Enter, add to a similar card by Alt+Enter, leave by Esc.

        Up works in an empty box only.
        """
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.agreed.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.same_again.emit()
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.saved.emit(self.toPlainText())
        elif event.key() == Qt.Key.Key_Up and not self.toPlainText():
            self.last_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and not self._leave.isHidden():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        """Use an upright font for scripts without italics."""
        font = upright(self.toPlainText(), self._theme.font("verbatim_box"))
        if font != self.font():
            self.setFont(font)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste one line as plain text; emit `pasted` for several."""
        try:
            refuse_whole_files(source.text())
        except Refusal as refusal:
            self.paste_refused.emit(refusal)
            return
        lines = pasted_lines(source.text())
        if len(lines) > 1:
            self.pasted.emit(lines)
        else:
            self.insertPlainText(clean(source.text())[:MOST_PASTED] if lines else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in the corner, and beside them the key hints, if there is room.

        Qt calls this for the viewport, also when a scroll bar takes some of it.
        """
        super().resizeEvent(event)
        self._place_foot()

    def _place_foot(self) -> None:
        gap, mark = self._theme.px(8), self._mark.sizeHint()
        right, middle = self.width() - gap, self.height() - self._theme.px(22)
        if self.verticalScrollBar().maximum():  # it stands beside a long text
            right = reckoned_area(self.viewport().geometry(), self.width()).right() - gap
        left = self._theme.px(14)
        self._place(self._mark, left, middle)
        left += mark.width() + gap if self._mark.text() else 0
        for part in (self._save, self._leave if self._mark.text() else self._same, self._keys):
            size = part.sizeHint()
            right -= size.width()
            self._place(part, right, middle)
            right -= gap
        self._keys.setVisible(right > left)

    def _place(self, part: QWidget, left: int, middle: int) -> None:
        size = part.sizeHint()
        area = QRect(QPoint(left, middle - size.height() // 2), size)
        part.setGeometry(reckoned_area(area, self.width()))


class KeyHints(QWidget):
    """Key caps with what they do; only painted, for menus and help name the keys too."""

    def __init__(self, theme: Theme, keys: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._keys = theme, keys
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self._walk(None)), round(self._metrics().height() + 4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small"))
        self._walk(painter)

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font("small"))

    def _walk(self, painter: QPainter | None) -> float:
        """Draw the keys from left to right, or only measure without a painter; return the width."""
        metrics, tokens, x = self._metrics(), self._theme.tokens, 0.5
        high = metrics.height() + 2
        for key, words in self._keys:
            cap = metrics.horizontalAdvance(key) + 12
            said = metrics.horizontalAdvance(words)
            if painter is not None:
                painter.setPen(QPen(QColor(tokens.line), 1))
                painter.drawRoundedRect(QRectF(x, 0.5, cap, high), 4, 4)
                painter.setPen(QColor(tokens.grey))
                draw_text(painter, QRectF(x, 0.5, cap, high), Qt.AlignmentFlag.AlignCenter, key)
                after = QRectF(x + cap + 6, 0.5, said + 2, high)
                draw_text(painter, after, Qt.AlignmentFlag.AlignVCenter, words)
            x += cap + 6 + said + 14
        return x
