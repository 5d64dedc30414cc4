"""The footer of the Desk: status on the left, next step on the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, clear, small_button


@dataclass(frozen=True)
class Tool:
    """A button in the footer, with the key that does the same."""

    words: str
    do: Callable[[], object]
    key: str = ""
    kind: str = "plain"


@dataclass(frozen=True)
class Footer:
    """The status, as a bold and a grey sentence, and the words of the next step.

    `tools` stand in place of the way on while something else is more likely to be wanted; `hint`
    says before them what comes next.
    """

    bold: str = ""
    grey: str = ""
    next_label: str = ""
    key: str = ""
    kind: str = "plain"
    tools: tuple[Tool, ...] = ()
    hint: str = ""


class _IfItFits(Label):
    """A sentence on one or two lines, which is hidden rather than cut."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("", theme, "body", "grey")
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all of it or nothing; a tool tip has the words that do not fit."""
        longest = max(map(self.fontMetrics().horizontalAdvance, self.text().split()), default=0)
        fits = longest <= self.width() and self.heightForWidth(self.width()) <= self.height()
        self.setToolTip("" if fits else self.text())
        if fits:
            super().paintEvent(event)


class FooterBar(QFrame):
    """The footer. Buttons stay the same widgets while their words do not change.

    `why_wanted` asks why something is not saved.
    """

    why_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self.setObjectName("footer")
        self.setFixedHeight(theme.px(44))
        self._theme = theme
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(28), 0, theme.px(28), 0)
        line.setSpacing(theme.px(10))
        self._bold = Label("", theme, "strong")
        self._grey = _IfItFits(theme)
        self._safe = Label("", theme, "small", "grey")
        self._hint = Label("", theme, "body", "grey")
        for words in (self._bold, self._grey, self._safe, self._hint):
            words.setWordWrap(words is self._grey)
            line.addWidget(words)
        self._why = small_button(_("Why?"), "quiet")
        self._why.clicked.connect(lambda _on=False: self.why_wanted.emit())
        self._why.hide()
        line.insertWidget(3, self._why)
        line.setStretch(1, 1)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(theme.px(14))
        line.addLayout(self._tools)
        self._shown: tuple[Tool, ...] = ()
        self._buttons: list[Button] = []
        self._go_on: Callable[[], object] = lambda: None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is too little room, show the status rather than whether it is saved."""
        super().resizeEvent(event)
        self._safe.setVisible(self.width() >= self._theme.px(640))
        self._fit_tools()

    def show_footer(self, footer: Footer, go_on: Callable[[], object]) -> None:
        """Show a footer; `go_on` takes the next step."""
        self._bold.setText(footer.bold)
        self._grey.setText(footer.grey)
        self._hint.setText(footer.hint)
        self._go_on = go_on
        way = Tool(footer.next_label, self._take_next_step, footer.key, footer.kind)
        tools = footer.tools or ((way,) if footer.next_label else ())
        if [_face(tool) for tool in tools] != [_face(tool) for tool in self._shown]:
            self._show_tools(tools, arrow=not footer.tools and not footer.key)
        self._shown = tools
        self._fit_tools()

    def show_kept(self, words: str, *, is_trouble: bool) -> None:
        """Show whether the last edit is saved; with a button for the reason if it is not."""
        self._safe.setText(words)
        self._safe.paint_in("amber" if is_trouble else "grey")
        self._why.setVisible(is_trouble)

    def _fit_tools(self) -> None:
        """Leave out the key caps where they do not fit, and then the quiet tools from the left.

        If even that is too little, the status takes two lines.
        """
        self._bold.setWordWrap(False)
        buttons = list(zip(self._buttons, self._shown, strict=False))
        for button, tool in buttons:
            button.show_key(tool.key)
            button.show()
        if not self._is_too_narrow():
            return
        for button, _tool in buttons:
            button.show_key("")
        for button, tool in buttons:
            if tool.kind == "quiet" and len(buttons) > 1 and self._is_too_narrow():
                button.hide()
        self._bold.setWordWrap(self._is_too_narrow())

    def _is_too_narrow(self) -> bool:
        margins = self.contentsMargins().left() + 2 * self._theme.px(28)
        shown = [button for button in self._buttons if not button.isHidden()]
        needed = sum(button.sizeHint().width() + self._tools.spacing() for button in shown)
        status = self._bold.sizeHint().width() + 4 * self._theme.px(10)
        return needed + status + margins > self.width()

    def _take_next_step(self) -> None:
        self._go_on()

    def _show_tools(self, tools: tuple[Tool, ...], *, arrow: bool) -> None:
        held = any(button.hasFocus() for button in self._buttons)
        clear(self._tools)
        self._buttons = []
        for place, tool in enumerate(tools):
            button = small_button(tool.words, tool.kind, trail="arrow" if arrow else "")
            button.show_key(tool.key)
            button.clicked.connect(lambda _on=False, n=place: self._shown[n].do())
            self._tools.addWidget(button)
            self._buttons.append(button)
        if held and self._buttons:  # Qt would pass it on to the first button of the window: Undo
            self._buttons[-1].show()  # else it would take the focus later, when Qt shows it
            self._buttons[-1].setFocus()


def _face(tool: Tool) -> tuple[str, str, str]:
    return tool.words, tool.key, tool.kind
