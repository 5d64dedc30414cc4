"""Settings of this laptop: how it looks, and what a new workshop begins with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import i18n, paths
from cxworkshop.i18n import _
from ui.dialogs.file_choice import choose_folder
from ui.dialogs.new_defaults import NewDefaults, readable_place
from ui.theme.motion import let_move, moves
from ui.theme.theme import TEXT_SIZES, Theme
from ui.widgets.buttons import ChoiceButton
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, Panel, clear, make_button
from ui.widgets.language_choice import language_choice
from ui.widgets.scroll_area import ScrollArea

SIZE = (640, 690)  # pixels at 100 %


class SettingsDialog(QDialog):
    """Each choice takes effect at once. `speak` is called with the code of another language."""

    def __init__(self, theme: Theme, parent: QWidget, speak: Callable[[str], object]) -> None:
        super().__init__(parent)
        self._theme, self._speak = theme, speak
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._build()

    def _build(self, focus: str = "") -> None:
        """Fill it for the text size and the language in use; `focus` names the first focus."""
        px = self._theme.px
        clear(self._whole)
        self.setWindowTitle(_("Settings"))
        fit_dialog(self, self._theme, *SIZE)
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(px(24), px(20), px(24), px(16))
        box.setSpacing(px(10))
        box.addWidget(Label(_("Settings"), self._theme, "h1"))
        area = ScrollArea(px(10))
        for part in (self._looks(), self._new_workshops(), self._copies()):
            area.box.addWidget(part)
        area.box.addStretch(1)
        area.keep_from_bar(px(6))
        box.addWidget(area, 1)
        close = make_button(_("Close"), "primary")
        close.clicked.connect(lambda _on=False: self.accept())
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._whole.addWidget(inside)
        inside.show()
        self._focus_on(inside, focus)

    def _focus_on(self, inside: QWidget, name: str) -> None:
        choices = inside.findChildren(ChoiceButton)
        first = next((one for one in choices if one.isChecked()), choices[0])
        next((one for one in choices if one.accessibleName() == name), first).setFocus()

    def _looks(self) -> QWidget:
        panel = self._panel(_("How it looks"))
        sizes = {_("{n} %").format(n=n): n for n in TEXT_SIZES}
        percent = next(name for name, n in sizes.items() if n == self._theme.percent)
        self._add(panel, _("Text size"), [*sizes], percent, lambda one: self._resize(sizes[one]))
        names = _("Light"), _("Dark")
        self._add(panel, _("Colours"), names, names[self._theme.is_dark], self._colour)
        names = _("Moves"), _("Stays still")
        self._add(panel, _("Movement"), names, names[not moves()], self._let_move)
        if len(i18n.languages()) > 1:
            choice = language_choice(_("Language of the screen"), i18n.language())
            choice.activated.connect(
                lambda place, box=choice: self._change_language(str(box.itemData(place)))
            )
            panel.box.addWidget(Label(_("Language"), self._theme, "small", "grey"))
            panel.box.addWidget(choice)
        return panel

    def _new_workshops(self) -> QWidget:
        panel = self._panel(_("For a new workshop"))
        paper = NewDefaults.load().paper
        self._add(panel, _("Paper"), ("A4", "Letter"), paper, self._choose_paper)
        panel.box.addWidget(Label(_("Where to keep it"), self._theme, "small", "grey"))
        line = QHBoxLayout()
        self._folder = Label(readable_place(NewDefaults.load().folder), self._theme)
        change = make_button(_("Change …"))
        change.setAccessibleName(_("Change where new workshops are kept …"))
        change.clicked.connect(lambda _on=False: self._choose_folder())
        line.addWidget(self._folder, 1)
        line.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        panel.box.addLayout(line)
        return panel

    def _copies(self) -> QWidget:
        panel = self._panel(_("Earlier copies"))
        about = _("Earlier copies of each workshop, and steps that are not saved yet, lie here:")
        panel.box.addWidget(Label(about, self._theme, "small", "grey"))
        panel.box.addWidget(Label(readable_place(paths.data_folder()), self._theme))
        return panel

    def _panel(self, title: str) -> Panel:
        panel = Panel(self._theme)
        panel.box.addWidget(Label(title, self._theme, "label", "accent"))
        return panel

    def _add(
        self,
        panel: Panel,
        title: str,
        names: list[str] | tuple[str, ...],
        chosen: str,
        choose: Callable[[str], object],
    ) -> None:
        """Add a bar of choices below a small title."""
        panel.box.addWidget(Label(title, self._theme, "small", "grey"))
        bar = QWidget()
        bar.setLayout(FlowLayout(0))
        for place, name in enumerate(names):
            ends = {0: "first", len(names) - 1: "last"}
            choice = ChoiceButton(name, ends.get(place, "middle"))
            choice.setAccessibleName(_("{what}: {choice}").format(what=title, choice=name))
            choice.setChecked(name == chosen)
            choice.clicked.connect(lambda _on=False, one=name: choose(one))
            layout = bar.layout()
            assert layout is not None
            layout.addWidget(choice)
        panel.box.addWidget(bar)

    def _resize(self, percent: int) -> None:
        self._theme.resize(percent)
        choice = _("{n} %").format(n=percent)
        self._build(_("{what}: {choice}").format(what=_("Text size"), choice=choice))

    def _colour(self, name: str) -> None:
        if (name == _("Dark")) is not self._theme.is_dark:
            self._theme.toggle_dark()

    def _let_move(self, name: str) -> None:
        let_move(on=name == _("Moves"))

    def _change_language(self, code: str) -> None:
        self._speak(code)
        self._build()

    def _choose_paper(self, paper: str) -> None:
        NewDefaults(paper, NewDefaults.load().folder).save()

    def _choose_folder(self) -> None:
        now = NewDefaults.load()
        folder: Path | None = choose_folder(self, _("Where new workshops are kept"), now.folder)
        if folder is not None:
            NewDefaults(now.paper, folder).save()
            self._folder.setText(readable_place(folder))
