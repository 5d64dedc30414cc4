"""A dialog that goes on step by step: a title, rows to read, and buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from ui.accessible.announce import announce
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, QuoteLabel, clear, make_button
from ui.widgets.scroll_area import ScrollArea


class StepDialog(QDialog):
    """Shows one step at a time. Rows that do not fit scroll; the buttons stay in sight."""

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        fit_dialog(self, theme, 720, 600)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        self._title = Label(title, theme, "h1")
        box.addWidget(self._title)
        self._inside = ScrollArea(theme.px(8))
        self._inside.be_roomy()
        rim = theme.px(4)  # focus is drawn around a field
        self._inside.box.setContentsMargins(rim, rim, rim, rim)
        box.addWidget(self._inside, 1)
        self._said = Label("", theme, "strong", "amber")
        self._said.hide()
        box.addWidget(self._said)
        self._foot = QHBoxLayout()
        box.addLayout(self._foot)

    def show_step(
        self,
        title: str,
        rows: Sequence[QWidget],
        buttons: Sequence[Button],
        *,
        grows: QWidget | None = None,
    ) -> None:
        """Show this step in place of the one before; the last of its buttons is at the right.

        The row that `grows` takes the height that the others leave.
        """
        self._title.setText(title)
        self.say("")
        for box in (self._inside.box, self._foot):
            clear(box)
        for made in rows:
            self._inside.box.addWidget(made, 1 if made is grows else 0)
        if grows is None:
            self._inside.box.addStretch(1)
        self._foot.addStretch(1)
        for button in buttons:
            self._foot.addWidget(button)
            button.show()  # at once, so that it can take the keyboard; Qt would show it later
        self._inside.verticalScrollBar().setValue(0)

    def say(self, sentence: str) -> None:
        """Show what stands in the way, above the buttons; "" for nothing."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._said.setAccessibleName(sentence)
        announce(self, sentence)

    def words(self, text: str, role: str = "body", colour: str = "ink") -> Label:
        """A paragraph."""
        return Label(text, self.theme, role, colour)

    def head(self, text: str) -> Label:
        """A heading for the rows below it."""
        made = self.words(text, "label", "accent")
        made.setContentsMargins(0, self.theme.px(8), 0, 0)
        return made

    def lines(self, texts: Iterable[str]) -> list[QWidget]:
        """A list, each line behind a bullet."""
        return [self._line(text) for text in texts]

    def _line(self, text: str) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.px(8))
        bullet = self.words("•", "body", "grey")
        bullet.setWordWrap(False)
        line.addWidget(bullet, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words(text), 1)
        return made

    def way(self, text: str, do: Callable[[], object], kind: str = "plain") -> Button:
        """A button for the bottom of a step."""
        made = make_button(text, kind)
        made.clicked.connect(lambda _on=False: do())
        return made


class TickLine(QWidget):
    """A tick with a text beside it, which wraps, and explanations below."""

    def __init__(
        self,
        words: str,
        theme: Theme,
        *,
        name: str = "",
        on: bool = False,
        role: str = "strong",
        colour: str = "ink",
    ) -> None:
        super().__init__()
        self._theme = theme
        line = QHBoxLayout(self)
        line.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        line.setSpacing(theme.px(8))
        self.tick = QCheckBox()
        self.tick.setAccessibleName(name or words)
        self.tick.setChecked(on)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(2))
        line.addLayout(self._column, 1)
        self._add(Label(words, theme, role, colour))

    @property
    def is_on(self) -> bool:
        """Whether it is ticked."""
        return self.tick.isChecked()

    def explain(self, text: str) -> TickLine:
        """Add an explanation in grey."""
        self._add(Label(text, self._theme, "small", "grey"))
        return self

    def quote(self, text: str) -> TickLine:
        """Add what a customer said."""
        self._add(QuoteLabel(text, self._theme))
        return self

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the text ticks it too."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside and self.tick.isEnabled():
            self.tick.toggle()

    def _add(self, words: Label) -> None:
        self._column.addWidget(words)
