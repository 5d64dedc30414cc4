"""Head of a stop's page: title with minutes, tools, and what to say and watch for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.i18n import _, begun_small, in_quotes
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.labels import Label, small_button

# pixels at 100 %: a maximised window on a 1366 x 768 laptop has 697, the least screen has 720
SHORT_BELOW = 721

EXPORTS = ("big_list", "make_better", "share")  # where people look for a way to take things out


class SayAndWatch(QWidget):
    """One sentence to say aloud and one thing to watch for, side by side where they fit."""

    def __init__(self, stop: catalogue.StopText, theme: Theme, *, says_aloud: bool) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(4))
        self._labels: list[Label] = []  # heading, sentence, heading, sentence
        self._gap = theme.px(28)
        watch = begun_small(stop.watch).rstrip(".")
        parts = ((_("Say"), in_quotes(stop.say)), (_("Watch for"), watch))
        for heading, text in parts if says_aloud else parts[1:]:
            half = QHBoxLayout()
            half.setSpacing(theme.px(7))
            bold, sentence = Label(heading, theme, "control"), Label(text, theme, "body", "grey")
            bold.setWordWrap(False)
            half.addWidget(bold, 0, Qt.AlignmentFlag.AlignTop)
            half.addWidget(sentence, 1)
            self._labels += [bold, sentence]
            self._box.addLayout(half)
        self._box.addStretch(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves side by side, or one below the other where they don't fit."""
        super().resizeEvent(event)
        needed = sum(w.fontMetrics().horizontalAdvance(w.text()) + 12 for w in self._labels)
        fits = needed + self._gap <= self.width()
        direction = QBoxLayout.Direction
        for sentence in self._labels[1::2]:
            sentence.setWordWrap(not fits)
        self._box.setSpacing(self._gap if fits else 4)
        self._box.setDirection(direction.LeftToRight if fits else direction.TopToBottom)


class StopTitle(Label):
    """A page's title, which where it may wrap still stands on one line if there is room."""

    @override
    def sizeHint(self) -> QSize:
        """The width of one line, which a label that may wrap would not ask for."""
        if not self.wordWrap():
            return super().sizeHint()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(wide, self.heightForWidth(wide))


class StopHead(QVBoxLayout):
    """Title, minutes and tools on one line where they fit; `tools` is filled by the page.

    In a low window the sentence to say folds into a button.
    """

    def __init__(self, stop: catalogue.StopText, theme: Theme, *, says_aloud: bool) -> None:
        super().__init__()
        self._theme, self._key = theme, stop.key
        self._is_low: bool | None = None  # not known before the window is
        self._has_words = bool(stop.watch)
        self.setSpacing(theme.px(4))
        self._fold = small_button(
            _("Say, and watch for") if says_aloud else _("Watch for"), "quiet", lead="say"
        )
        self._fold.clicked.connect(lambda _on=False: self._toggle())
        self._line = SideBySide(theme.px(10))  # the tools below, where not all fits
        self._line.line.addWidget(self._title(stop), 1)
        tools = QWidget()
        self.tools = FlowLayout(theme.px(8))
        tools.setLayout(self.tools)
        self._line.line.addWidget(tools)
        self.addWidget(self._line)
        self._aloud = SayAndWatch(stop, theme, says_aloud=says_aloud)
        self.addWidget(self._aloud)

    def end_with(self, prints: str, do: Callable[[str], object]) -> None:
        """Add the last tools: to export, and to print; `do` takes the key of an action."""
        if self._key in EXPORTS:
            self._add_tool(_("Export …"), lambda: do("export"))
        self._add_tool(prints, lambda: do("print_this"), "print")

    def _add_tool(self, words: str, do: Callable[[], object], lead: str = "") -> None:
        button = small_button(words, lead=lead)
        button.clicked.connect(lambda _on=False: do())
        self.tools.addWidget(button)

    def add_note(self, note: Label) -> None:
        """Put a few words beside the title."""
        note.setWordWrap(False)
        self._beside_title.addWidget(note)

    def alone(self) -> QWidget:
        """Return a widget with just this in it, which can be hidden."""
        bar = QWidget()
        bar.setLayout(self)
        return bar

    def follow(self, page: QWidget) -> None:
        """Fit the height of the page's window, whenever that is known or changes."""
        page.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See `follow`."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Resize) and isinstance(watched, QWidget):
            self._fit_window(watched.window().height())
        return super().eventFilter(watched, event)

    def _fit_window(self, height: int) -> None:
        """Fold what to say into its button in a window lower than `SHORT_BELOW`."""
        low = height < self._theme.px(SHORT_BELOW)
        if low != self._is_low:
            self._is_low = low
            self._fold.setVisible(low and self._has_words)
            self._aloud.setVisible(not low and self._has_words)

    def _title(self, stop: catalogue.StopText) -> QWidget:
        self.title = StopTitle(stop.title, self._theme, "h1")
        self.title.setWordWrap(False)
        minutes = Label(_("{n} min").format(n=stop.minutes), self._theme, "field", "grey")
        minutes.setWordWrap(False)
        # With large text the title, the minutes and the button need more than one line.
        parts = QWidget()
        flow = self._beside_title = FlowLayout(self._theme.px(10), on_baseline=True)
        parts.setLayout(flow)
        # A widget without a parent must not be shown, so what is empty is left out instead.
        for widget in (self.title, *([minutes] if stop.minutes else []), self._fold):
            flow.addWidget(widget)
        return parts

    def _toggle(self) -> None:
        self._aloud.setVisible(not self._aloud.isVisible())
