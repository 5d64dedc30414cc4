"""Two parts around the loop: the ten ways and the ideas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.i18n import _
from cxworkshop.textual import fold
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, make_button
from ui.widgets.lists import RowList, row, row_with


class _Around(QDialog):
    """A title, a sentence about it, a list, and a button that closes it."""

    def __init__(self, title: str, about: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        fit_dialog(self, theme, 680, 580)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.box.setSpacing(theme.px(10))
        self.box.addWidget(Label(title, theme, "h1"))
        self.box.addWidget(Label(about, theme, "body", "grey"))
        self.lines = RowList(theme, title)

    def finish(self) -> None:
        """Add the list, and below it the button."""
        self.box.addWidget(self.lines, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = make_button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        self.box.addLayout(foot)


class WaysDialog(_Around):
    """The ten ways, with the questions about them; those that this round asks are marked."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        about = _("Ten ways in which we can be good to customers, seen from their side.")
        super().__init__(_("Ten ways"), about, theme, parent)
        prepare = bridge.workshop.prepare
        asked = prepare.questions.all()
        rows: list[QWidget] = []
        for number, way in enumerate(prepare.ways(), start=1):
            rows.append(Label(f"{number % 10}   {way.name}", theme, "h2"))
            rows.extend(
                row(theme, question.words, grey=_("asked") if question.ticked else "")
                for question in asked
                if question.way == way.id
            )
        self.lines.show_rows(rows)
        self.finish()


class IdeasDialog(_Around):
    """The deck of ideas, to browse and to search.

    With `take`, each can be taken as a first step; it is called with the idea's key.
    """

    def __init__(
        self, theme: Theme, parent: QWidget, take: Callable[[str], object] | None = None
    ) -> None:
        about = _("Stuck on how? Read a few aloud. One of them is often near what you need.")
        super().__init__(_("Ideas"), about, theme, parent)
        self._take = take
        search = QLineEdit()
        search.setPlaceholderText(_("Search the ideas"))
        search.setAccessibleName(_("Search the ideas"))
        search.textChanged.connect(self._show)
        search.returnPressed.connect(self.focusNextChild)
        self.box.addWidget(search)
        self.finish()
        self._show("")

    def _show(self, text: str) -> None:
        words = fold(text).split()
        rows: list[QWidget] = []
        heading = ""
        for idea in catalogue.deck():
            if not all(word in fold(idea.words) for word in words):
                continue
            if idea.group != heading:
                heading = idea.group
                rows.append(Label(heading, self.theme, "label", "accent"))
            rows.append(self._row(idea))
        nothing = Label(_("No idea says that. Try fewer words."), self.theme, "body", "grey")
        self.lines.show_rows(rows or [nothing])

    def _row(self, idea: catalogue.Idea) -> QWidget:
        words = _("{n}  {words}").format(n=idea.number, words=idea.words)
        if self._take is None:
            return row(self.theme, words)
        return row_with(self.theme, words, _("As a first step"), lambda: self._choose(idea))

    def _choose(self, idea: catalogue.Idea) -> None:
        self.accept()
        if self._take is not None:
            self._take(idea.key)


def open_around(wanted: str, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
    """Open one of the parts around the loop."""
    if wanted == "ways":
        WaysDialog(bridge, theme, parent).open()
    else:
        IdeasDialog(theme, parent).open()
