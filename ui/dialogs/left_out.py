"""What was set aside or left out of an import: look at it, and bring it back at any time (R3)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _, in_quotes, ngettext
from cxworkshop.model import ImportAside, Verbatim
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, make_button
from ui.widgets.lists import RowList, row_with

MOST = 50  # rows shown at once; an import may leave out thousands


class LeftOutDialog(QDialog):
    """A line for each answer, with a button that brings it back."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self._most = bridge, theme, MOST
        self._buttons: list[QAbstractButton] = []
        self.setWindowTitle(_("Left out"))
        fit_dialog(self, theme, 720, 560)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        box.addWidget(Label(_("Left out"), theme, "h1"))
        about = _("Answers that were set aside, and what an import did not take, with its reason.")
        box.addWidget(Label(about, theme, "body", "grey"))
        self._rows = RowList(theme, _("Left out"))
        box.addWidget(self._rows, 1)
        foot = QHBoxLayout()
        self._close = make_button(_("Close"), "primary")
        self._close.setAutoDefault(False)
        self._close.clicked.connect(lambda _on=False: self.accept())
        foot.addStretch(1)
        foot.addWidget(self._close)
        box.addLayout(foot)
        bridge.changed.connect(self._show)
        self._show()

    def _show(self, _changes: object = None) -> None:
        focused = [n for n, button in enumerate(self._buttons) if button.hasFocus()]
        makers = self._makers()
        rows = [make() for make in makers[: self._most]]
        if len(makers) > self._most:
            rows.append(self._more(len(makers) - self._most))
        self._buttons = [button for row in rows for button in row.findChildren(QAbstractButton)]
        nothing = Label(_("Nothing was left out."), self._theme, "body", "grey")
        self._rows.show_rows(rows or [nothing])
        if focused:
            self._focus(focused[0])

    def _makers(self) -> list[Callable[[], QWidget]]:
        """Return what makes each row, answers first."""
        workshop = self._bridge.workshop
        files = {batch.id: batch.file_name for batch in workshop.importing.batches()}
        return [
            *(partial(self._answer, row) for row in workshop.talk.answers.set_aside()),
            *(
                partial(self._piece, row, files.get(row.import_batch, ""))
                for row in workshop.importing.aside()
            ),
        ]

    def _answer(self, row: Verbatim) -> QWidget:
        words = in_quotes(row.said) if row.said else _("said the same")
        return row_with(self._theme, words, _("Bring back"), partial(self._bring_back, row))

    def _piece(self, row: ImportAside, file_name: str) -> QWidget:
        words = _("“{words}” – {why} ({file})").format(
            words=row.words, why=row.why, file=file_name or "–"
        )
        return row_with(self._theme, words, _("Make it a card"), partial(self._make_card, row))

    def _more(self, count: int) -> QWidget:
        text = ngettext("And {n} more.", "And {n} more.", count).format(n=count)
        return row_with(self._theme, text, _("Show more"), self._show_more)

    def _show_more(self) -> None:
        self._most += MOST
        self._show()

    def _focus(self, place: int) -> None:
        """Keep the keyboard where it was, once the new rows are shown."""
        button = [*self._buttons, self._close][min(place, len(self._buttons))]

        def focus() -> None:
            button.setFocus()
            self._rows.ensureWidgetVisible(button)

        QTimer.singleShot(0, button, focus)

    def _bring_back(self, row: Verbatim) -> None:
        self._bridge.do(partial(self._bring_back_with_card, row))

    def _bring_back_with_card(self, row: Verbatim) -> None:
        """Bring an answer back, and its card if it was set aside with its last answer."""
        workshop = self._bridge.workshop
        was_bare = row.card not in workshop.big_list.states()
        with workshop.as_one(_("Bring an answer back")):
            workshop.talk.bring_back(row.id)
            if row.card and was_bare and workshop.big_list.states().get(row.card) == "aside":
                workshop.big_list.bring_back([row.card])

    def _make_card(self, row: ImportAside) -> None:
        self._bridge.do(lambda: self._bridge.workshop.importing.bring_back(row.id))
