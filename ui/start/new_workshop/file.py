"""Where a new workshop is kept, and on which paper and in which language it prints."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop import i18n
from cxworkshop.filenames import WORKSHOP, free, safe_name
from cxworkshop.i18n import _
from ui.dialogs.file_choice import choose_name
from ui.dialogs.new_defaults import A4, LETTER, NewDefaults, readable_place
from ui.theme.theme import Theme
from ui.widgets.buttons import ChoiceButton
from ui.widgets.labels import Label, make_button
from ui.widgets.language_choice import choose_language, language_choice
from ui.widgets.wheel import ChoiceBox


class PaperChoice(QWidget):
    """The size of paper, and its language where there is a choice."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._language: ChoiceBox | None = None
        if len(i18n.languages()) > 1:
            self._language = language_choice(_("Language of the paper"), i18n.language())
            line.addWidget(self._language)
            line.addSpacing(theme.px(16))
        self._papers = [ChoiceButton(A4, "first"), ChoiceButton(LETTER, "last")]
        for choice in self._papers:
            choice.setChecked(choice.text() == NewDefaults.load().paper)
            choice.setAccessibleName(_("Paper: {paper}").format(paper=choice.text()))
            line.addWidget(choice)
        line.addStretch(1)

    @property
    def title(self) -> str:
        """What it asks for."""
        return _("Language and paper") if self._language else _("Paper")

    @property
    def paper(self) -> str:
        """The size that is chosen."""
        return next(choice.text() for choice in self._papers if choice.isChecked())

    @property
    def language(self) -> str:
        """The code of the language that is chosen; "" where there is only one."""
        return str(self._language.currentData()) if self._language is not None else ""

    def choose(self, paper: str, language: str) -> None:
        """Choose as it was chosen before."""
        for choice in self._papers:
            choice.setChecked(choice.text() == paper)
        if self._language is not None:
            choose_language(self._language, language)


class PlaceChoice(QWidget):
    """The file: it follows the team's name until somebody chooses another one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._team = ""
        self._chosen: Path | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(10))
        self._words = Label("", theme)
        self.change = make_button(_("Change …"))
        self.change.setAccessibleName(_("Change where to keep it …"))
        self.change.clicked.connect(lambda _on=False: self._choose())
        line.addWidget(self._words, 1)
        line.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def path(self) -> Path:
        """A file that is not there yet, unless it was chosen."""
        name = safe_name(self._team, WORKSHOP, _("Our team"))
        return self._chosen or free(NewDefaults.load().folder / name)

    def follow(self, team: str) -> None:
        """Name the file after the team."""
        self._team = team
        self._words.setText(readable_place(self.path))

    def choose(self, path: Path) -> None:
        """Keep it in this file, unless that is where it would be anyway."""
        if path != self.path:
            self._chosen = path

    def _choose(self) -> None:
        chosen = choose_name(self, self.path, _("Where to keep it"))
        if chosen is not None:
            self._chosen = chosen
            self.follow(self._team)
