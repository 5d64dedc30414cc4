"""Words that may name somebody, before the room sees them (R7)."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.content.values.wall import HeldWords, NameChoice
from cxworkshop.i18n import _, in_quotes, with_commas
from ui.theme.theme import Theme
from ui.wall.show import WallShow
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, QuoteLabel, make_button


class NamesDialog(QDialog):
    """One line after another: show it, cover the name, or keep it off the Wall."""

    def __init__(self, show: WallShow, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._show, self._theme = show, theme
        self.setWindowTitle(_("May the room see this?"))
        fit_dialog(self, theme, 560, 300)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        self._title = Label("", theme, "h2")
        self._words = QuoteLabel("", theme)
        self._names = Label("", theme, "body")
        for part in (self._title, self._words, self._names):
            box.addWidget(part)
        box.addStretch(1)
        box.addLayout(self._buttons())
        self._read()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, kind, choice in (
            (_("Keep it off"), "plain", NameChoice.KEEP_OFF),
            (_("Put … instead"), "primary", NameChoice.COVER),
            (_("Show it"), "plain", NameChoice.SHOW),
        ):
            button = make_button(words, kind)
            button.clicked.connect(lambda _on=False, choice=choice: self._decide(choice))
            row.addWidget(button)
            if choice is NameChoice.COVER:
                button.setDefault(True)
                button.setFocus()
        return row

    @property
    def _held(self) -> HeldWords | None:
        return next(iter(self._show.held), None)

    def _decide(self, choice: NameChoice) -> None:
        if self._held is not None:
            self._show.decide(self._held.words, choice)
        self._read()

    def _read(self) -> None:
        held = self._held
        if held is None:
            self.accept()
            return
        code = _("Card {code}").format(code=held.code)
        self._title.setText(code if held.code else _("May the room see this?"))
        self._words.setText(held.words)
        names = with_commas(in_quotes(name) for name in held.names)
        self._names.setText(_("This may be a name: {names}").format(names=names))
