"""Fields that write when they lose the focus: one edit for each field, not for each letter."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from cxworkshop.compat import override
from cxworkshop.textual import MAX_HEADLINE, MAX_VERBATIM
from ui.widgets.short_line import paint_short
from ui.widgets.wheel import TextBox

MOST_PASTED = 2 * MAX_VERBATIM  # characters, more than any field may hold


def dress_hint(field: QLineEdit | QPlainTextEdit, *, empty: bool) -> None:
    """Let the style sheet know that a field shows its hint: a hint is never bold."""
    if field.property("empty") != empty:
        field.setProperty("empty", empty)
        field.style().unpolish(field)
        field.style().polish(field)


def is_left_as_typed(refused: str) -> bool:
    """Whether a field keeps words that were refused: too many are somebody's work, to be split."""
    return len(refused) > MAX_HEADLINE


def write_half_typed(field: QWidget | None) -> None:
    """Let a field write what is typed in it, as if it was left; it keeps the keyboard."""
    if isinstance(field, QLineEdit | QPlainTextEdit):
        field.clearFocus()
        if field.window().focusWidget() is None:  # no refusal has taken it
            field.setFocus(Qt.FocusReason.OtherFocusReason)


class Field(QLineEdit):
    """A line of text; `write` is called when the field is left and its text has changed.

    `write` returns None when it was refused; the field then shows again what is so, unless what was
    refused `stays`, half typed: too many words do.
    """

    def __init__(
        self,
        name: str,
        hint: str,
        write: Callable[[str], object],
        kind: str = "",
        stays: Callable[[str], bool] = is_left_as_typed,
    ) -> None:
        super().__init__()
        self._stays = stays
        self._hint, self._about = hint, ""
        self._refused: dict[str, str] = {}  # what stays in it, by what it is about
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("kind", kind)
        self._write, self._shown = write, ""
        self.textChanged.connect(lambda text: dress_hint(self, empty=not text))
        dress_hint(self, empty=True)
        self.editingFinished.connect(self._leave)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not paint_short(self):
            super().paintEvent(event)

    @override
    def setReadOnly(self, on: bool, /) -> None:
        """Show a dash where there would be a hint: nobody can follow it, and it is no fact."""
        super().setReadOnly(on)
        self.setPlaceholderText("–" if on else self._hint)
        if on and self._refused.pop(self._about, None) is not None:
            self.setText(self._shown)

    @property
    def is_half_typed(self) -> bool:
        """Whether it has words that are not written yet."""
        return self.text() != self._shown

    def type_again(self, text: str) -> None:
        """Restore words that were half typed when the program ended, as if typed again."""
        self.selectAll()
        self.insert(text)
        self._refused[self._about] = self.text()  # stays although nobody is in the field

    def show_text(self, text: str, about: str = "") -> None:
        """Show what is stored, unless somebody is typing, or has typed what was refused.

        `about` is the id of what the text belongs to, where one field serves several.
        """
        has_turned, self._about = about != self._about, about
        if has_turned or self.text() == self._shown or not self.hasFocus():
            self._show(self._refused.get(about, text))
        self._shown = text

    def put(self, text: str) -> None:
        """Show what is stored in place of whatever is typed."""
        self._refused.pop(self._about, None)
        self._shown = text
        self._show(text)

    def _show(self, text: str) -> None:
        if self.text() != text:
            self.setText(text)
        self.setCursorPosition(0)

    def _leave(self) -> None:
        typed = self.text()
        self._refused.pop(self._about, None)
        if typed == self._shown:
            return
        if self._write(typed) is not None:
            self._shown = self.text()  # it may be shown already as it is kept
        elif self._stays(typed):
            self._refused[self._about] = typed
            self._show(typed)  # the refusal may have brought what is stored back
        else:
            self.put(self._shown)


class TextArea(TextBox):
    """A field that grows with its words. Enter and Tab leave it."""

    def __init__(
        self, name: str, hint: str, write: Callable[[str], object], kind: str = "inline"
    ) -> None:
        super().__init__()
        self._hint, self._about = hint, ""
        self._refused: dict[str, str] = {}  # what stays in it, by what it is about
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("kind", kind)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._write, self._shown = write, ""
        self.textChanged.connect(lambda: dress_hint(self, empty=not self.text()))
        self.textChanged.connect(self._fit)
        dress_hint(self, empty=True)

    @override
    def setReadOnly(self, on: bool, /) -> None:
        """Show a dash where there would be a hint: nobody can follow it, and it is no fact."""
        super().setReadOnly(on)
        self.setPlaceholderText("–" if on else self._hint)
        if on and self._refused.pop(self._about, None) is not None:
            self.setPlainText(self._shown)

    def text(self) -> str:
        """The text in it."""
        return self.toPlainText()

    @property
    def is_half_typed(self) -> bool:
        """Whether it has words that are not written yet."""
        return self.text() != self._shown

    @override
    def type_again(self, words: str) -> None:
        """Restore words that were half typed when the program ended, as if typed again."""
        super().type_again(words)
        self._refused[self._about] = words  # stays although nobody is in the field

    def show_text(self, text: str, about: str = "") -> None:
        """Show what is stored, as `Field.show_text` does."""
        has_turned, self._about = about != self._about, about
        if has_turned or self.text() == self._shown or not self.hasFocus():
            self.setPlainText(self._refused.get(about, text))
        self._shown = text
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth() or 120, self._high())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._high())

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text, of a whole book only the beginning: laying it out takes minutes.

        Undo takes it back alone, not with what was typed before it.
        """
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(source.text()[:MOST_PASTED])
        cursor.endEditBlock()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it at Enter; Shift+Enter starts a new line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write what was typed."""
        super().focusOutEvent(event)
        typed = self.text()
        self._refused.pop(self._about, None)
        if typed == self._shown or self.isReadOnly():
            return
        if self._write(typed) is not None:
            self._shown = self.text()  # it may be shown already as it is kept
        elif is_left_as_typed(typed):
            self._refused[self._about] = typed
            if self.text() != typed:  # the refusal may have brought what is stored back
                self.setPlainText(typed)
        else:
            self.setPlainText(self._shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.height() != self._high():
            self.setFixedHeight(self._high())

    def _hint_high(self) -> float:
        """How high the hint is, which wraps as words do."""
        # Not of the viewport: each of Qt's own parts that Python takes hold of may end the program.
        wide = self.contentsRect().width() - 2 * round(self.document().documentMargin())
        room = QRect(0, 0, max(wide, 1), 0)
        wraps = Qt.TextFlag.TextWordWrap.value
        return self.fontMetrics().boundingRect(room, wraps, self.placeholderText()).height()

    def _high(self) -> int:
        document = self.document()
        words, block = 0.0, document.firstBlock()
        while block.isValid():
            words += self.blockBoundingRect(block).height()  # lays it out at this width
            block = block.next()
        if not self.text():
            words = max(words, self._hint_high())
        margins = self.contentsMargins()
        frame = margins.top() + margins.bottom() + 2 * round(document.documentMargin())
        return max(self.fontMetrics().lineSpacing(), math.ceil(words)) + frame + 2
