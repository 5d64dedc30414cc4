"""Photos of the wall: look at what was read, settle what is unclear, and take it in one step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.services.photos.gathering import WallFound
from cxworkshop.services.photos.reading import Photo
from cxworkshop.workshop import Workshop
from ui.dialogs.paper_entry import PaperEntryDialog, PaperLines
from ui.dialogs.photo_entry import PhotoEntry, headlines_of, moved, pile_names
from ui.dialogs.photo_view import PhotoPanel
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label
from ui.widgets.lists import RowList
from ui.widgets.scroll_area import scrolling


class PhotosDialog(PaperEntryDialog):
    """The photos on the left, what is made of them on the right."""

    def __init__(
        self,
        workshop: Workshop,
        theme: Theme,
        parent: QWidget,
        photos: Sequence[Photo],
        found: WallFound,
    ) -> None:
        self._panel = PhotoPanel(theme, workshop.importing.photos.identity, photos)
        self._read, self._workshop = PhotoEntry(workshop, found), workshop
        super().__init__(self._read, theme, parent)
        fit_dialog(self, theme, 1400, 900)
        self._panel.view.card_pressed.connect(self._offer_piles)

    def show_lines(self) -> None:
        """Open it with what was read."""
        self.begin(self._read.text)
        self.lines.moveCursor(QTextCursor.MoveOperation.Start)
        self.show_now()

    @override
    def show_now(self) -> None:
        super().show_now()
        text = self.lines.toPlainText()
        self._panel.view.show_piles(headlines_of(text))
        doubts = self._read.doubts(text)
        self._doubts.show_rows([Label(doubt, self._theme, "body", "amber") for doubt in doubts])
        for part in (self._doubts_head, self._doubts):
            part.setVisible(bool(doubts))

    @override
    def _sides(self) -> QWidget:
        theme, entry = self._theme, self._entry
        both = SideBySide(theme.px(20), theme.px(760))
        self.lines = PaperLines(entry.name, entry.hint, theme)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._doubts_head = Label(_("Look at these"), theme, "label", "accent")
        self._doubts = RowList(theme, self._doubts_head.text())
        self._doubts.take_at_most_its_rows(theme.px(60))
        column.addWidget(self._doubts_head)
        column.addWidget(self._doubts, 2)
        column.addWidget(self.lines, 2)
        column.addWidget(self._preview_side(), 3)
        both.line.addWidget(self._panel, 5)
        both.line.addWidget(side, 3)
        return scrolling(both, by_finger=False)  # all of it at once has no room in large text

    def _offer_piles(self, card: str, place: QPoint) -> None:
        """A menu of the piles in which this card may be."""
        text, menu = self.lines.toPlainText(), QMenu(self)
        here = headlines_of(text).get(card)
        groups = {group.letter: group.headline for group in self._workshop.big_list.board().groups}
        for name in dict.fromkeys((*pile_names(text), *groups)):
            if name != here:
                words = f"{name}, {groups[name]}" if groups.get(name) else name
                put = menu.addAction(_("Put {card} into {pile}").format(card=card, pile=words))
                put.triggered.connect(partial(self._move, card, name))
        if here is not None:
            out = menu.addAction(_("Leave {card} out").format(card=card))
            out.triggered.connect(partial(self._move, card, ""))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _move(self, card: str, pile: str, _on: object = None) -> None:
        self.lines.type_again(moved(self.lines.toPlainText(), card, pile))
        self.show_now()
