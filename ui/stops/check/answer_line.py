"""One answer of a 30-day check: words and mark, corrected in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, in_quotes
from cxworkshop.stops.check import CheckWords
from ui.stops.check.actions import CheckActions
from ui.stops.check.answers import AnswerWords, called
from ui.stops.check.marks import MarkBar, MarkButton
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, QuoteLabel, make_button, small_button


class AnswerLine(QWidget):
    """Words and mark; a double click, or F2 on the mark, opens them for correction.

    `is_best` says whether it stands on the poster; None while there is no verdict to say so for.
    """

    def __init__(
        self, theme: Theme, actions: CheckActions, said: CheckWords, *, is_best: bool | None
    ) -> None:
        super().__init__()
        self._theme, self._actions, self.said = theme, actions, said
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._line = self._shown_line(is_best)
        column.addWidget(self._line)
        self._box: CorrectionBox | None = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.correct()

    def correct(self) -> None:
        """Open the answer for correction, with the focus in its words."""
        if self._box is None:
            self._box = CorrectionBox(self._theme, self._actions, self.said)
            self._box.left.connect(self._close)
            column = self.layout()
            assert column is not None  # set at the beginning
            column.addWidget(self._box)
        self._line.hide()
        self._box.begin()

    def _close(self) -> None:
        assert self._box is not None  # it has just said so
        self._box.hide()
        self._line.show()
        self.mark.setFocus(Qt.FocusReason.TabFocusReason)

    def _shown_line(self, is_best: bool | None) -> QWidget:
        said, theme = self.said, self._theme
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        if said.words:
            words.addWidget(QuoteLabel(in_quotes(said.words), theme))
        else:
            words.addWidget(Label(_("a mark without words"), theme, "body", "grey"))
        if is_best is not None and said.words:
            words.addWidget(self._best_button(is_best=is_best), 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(words, 1)
        name = _("Correct what {customer} {who} says").format(who=called(said.customer))
        self.mark = MarkButton(theme, said.mark, name)
        self.mark.opened.connect(self.correct)
        self.mark.marked.connect(lambda mark: self._actions.correct(said, said.words, mark))
        self.mark.removed.connect(lambda: self._actions.set_aside(said.id))
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _best_button(self, *, is_best: bool) -> QWidget:
        text = _("For the poster") if is_best else _("Says it best?")
        button = make_button(text, "link", lead="check" if is_best else "")
        button.setAccessibleName(f"{text}: {self.said.words}")
        answer = None if is_best else self.said.id
        button.clicked.connect(lambda _on=False: self._actions.choose_best(answer))
        return button


class CorrectionBox(QWidget):
    """An answer opened for correction: words, mark, and a way to set it aside. `left`: Cancel."""

    left = Signal()

    def __init__(self, theme: Theme, actions: CheckActions, said: CheckWords) -> None:
        super().__init__()
        self._actions, self._said = actions, said
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        title = _("Correcting {who}").format(who=called(said.customer))
        column.addWidget(Label(title, theme, "label", "accent"))
        self.words = AnswerWords(theme, title)
        self.words.returnPressed.connect(self._save)
        self.words.leaves_by_esc = True
        self.words.left.connect(self.left)
        column.addWidget(self.words)
        self.marks = MarkBar(theme)
        self.marks.entered.connect(self._save)
        self.words.marked.connect(lambda mark: self.marks.show_mark(mark.value))
        column.addWidget(self.marks)
        column.addWidget(self._buttons(theme))

    def begin(self) -> None:
        """Show the answer as it is, ready to be typed over."""
        self.words.setText(self._said.words)
        self.marks.show_mark(self._said.mark.value if self._said.mark else "")
        self.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)  # Tab would select the words

    def _buttons(self, theme: Theme) -> QWidget:
        foot = QWidget()
        line = FlowLayout(theme.px(6))
        foot.setLayout(line)
        aside = partial(self._actions.set_aside, self._said.id)
        for text, kind, do in (
            (_("Save"), "plain", self._save),
            (_("Set aside"), "quiet", aside),
            (_("Cancel"), "quiet", self.left.emit),
        ):
            button = small_button(text, kind)
            button.clicked.connect(lambda _on=False, do=do: do())
            line.addWidget(button)
        return foot

    def _save(self) -> None:
        words, mark = self.words.text(), self.marks.mark
        if words.strip() == self._said.words and mark is self._said.mark:
            self.left.emit()
        else:
            self._actions.correct(self._said, words, mark)
