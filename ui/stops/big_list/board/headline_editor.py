"""Writing a headline in place: beside a card or a group, or on a row of the tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from cxworkshop.textual import MOST_IN_QUOTE
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.sentences import Sentence
from ui.theme.mirror import is_mirrored
from ui.theme.theme import Theme
from ui.widgets.labels import Label, Panel, clear

MOST_SENTENCES = 4  # of customers, offered as a group's headline
WIDE, GAP = 280, 8  # pixels at 100 %, and pixels
STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason,
         Qt.FocusReason.MenuBarFocusReason)  # fmt: skip


class HeadlineField(QLineEdit):
    """Enter or a click elsewhere accepts, Esc cancels; `closed` says that it is hidden again.

    What the core refuses stays open, and after Esc comes back when the same is opened again, so
    that nothing typed is lost. `done` follows when it was not a click elsewhere that closed it:
    then nobody has said yet what comes next.
    """

    closed = Signal()
    done = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._around = parent
        self._theme, self._before = theme, ""
        self._about, self._refused = "", ""
        self._kept: dict[str, str] = {}  # refused and left by Esc, by what it is about
        self._accept: Callable[[str], bool] = lambda _text: True
        self.hide()

    def open(
        self, area: QRect, words: str, about: str, name: str, accept: Callable[[str], bool]
    ) -> None:
        """Show it over `area` of its parent; `accept` returns False for what is refused."""
        self.setGeometry(area.left(), area.top(), area.width(), self._theme.px(34))
        self.begin(words, about, name, accept)

    def begin(self, words: str, about: str, name: str, accept: Callable[[str], bool]) -> None:
        """Show it where it is, with these words to be written over; `about` is an id."""
        self._before, self._accept = words, accept
        self._about, self._refused = about, ""
        self.setText(self._kept.pop(about, words))
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.show()
        self.raise_()
        self.setFocus()
        self.end(False)  # noqa: FBT003 - Qt's own
        self.home(True)  # noqa: FBT003 - all of it, with its beginning in sight

    def take(self, words: str) -> None:
        """Accept these words instead of what is typed."""
        self.setText(words)
        self._accept_and_go_on()

    def cancel(self) -> None:
        """Hide it without changing anything, as Esc does."""
        self.leave()
        self.done.emit()

    def leave(self) -> None:
        """Hide it without changing anything."""
        if self._is_refused:
            self._kept[self._about] = self.text()
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept_and_go_on()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere must not lose words."""
        super().focusOutEvent(event)
        now = QApplication.focusWidget()
        is_near = now is not None and self._around.isAncestorOf(now)
        if (
            self.isVisible()
            and event.reason() not in STAYS
            and not is_near
            and not self._is_refused
        ):
            self._submit()

    @property
    def _is_refused(self) -> bool:
        """Whether these very words were refused, or are just being judged."""
        return bool(self._refused) and self.text().strip() == self._refused

    def _accept_and_go_on(self) -> None:
        self._submit()
        if self.isHidden():
            self.done.emit()

    def _submit(self) -> None:
        text = self.text().strip()
        self._refused = text  # before the panel of the refusal takes the keyboard
        if text == self._before.strip() or self._accept(text):
            self._refused = ""
            self.leave()


class HeadlinePanel(Panel):
    """The field with customers' own sentences below it; arrows go from one to the other."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(theme, border="accent")
        self.setParent(parent)
        self._board, self._theme = parent, theme
        self._sentences: list[Sentence] = []
        pad = theme.px(10)
        self.box.setContentsMargins(pad, pad, pad, pad)
        self.box.setSpacing(theme.px(4))
        self.field = HeadlineField(self, theme)
        self.field.setMinimumHeight(theme.px(34))
        self.field.closed.connect(self.hide)
        self.box.addWidget(self.field)
        self.setAccessibleName(_("Write a headline"))
        self.hide()

    def offer(self, sentences: Sequence[str]) -> None:
        """Offer these sentences; a click on one takes it as it is."""
        self.box.removeWidget(self.field)
        clear(self.box)
        self.box.addWidget(self.field)
        self._sentences = []
        if sentences:
            self.box.addWidget(
                Label(_("Or in {a_customer}’s words:"), self._theme, "small", "grey")
            )
        for words in sentences:
            sentence = Sentence(words, self._theme)
            sentence.clicked.connect(lambda _on=False, said=words: self.field.take(said))
            self.box.addWidget(sentence)
            self._sentences.append(sentence)

    def place_beside(self, thing: QRect) -> None:
        """Stand to the right of what is edited, or to its left, or below; never over it."""
        wide, room = self._theme.px(WIDE), self._board.rect()
        self.field.show()
        self.show()  # what is hidden is not measured
        self.box.activate()
        size = QSize(wide, max(self.box.heightForWidth(wide), self.box.minimumSize().height()))
        before, behind = thing.left() - GAP - wide, thing.right() + GAP
        if is_mirrored():
            corner = QPoint(before if before >= 0 else behind, thing.top())
        else:
            corner = QPoint(behind if behind + wide <= room.right() else before, thing.top())
        if corner.x() < 0 or corner.x() + wide > room.right():
            corner = QPoint(max(0, room.right() - wide) // 2, thing.bottom() + GAP)
        lowest = max(0, room.bottom() - size.height())
        self.setGeometry(QRect(QPoint(corner.x(), max(0, min(corner.y(), lowest))), size))
        self.raise_()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from the field to the sentences; Esc leaves."""
        step = (event.key() == Qt.Key.Key_Down) - (event.key() == Qt.Key.Key_Up)
        stops: list[QWidget] = [self.field, *self._sentences]
        at = next((n for n, stop in enumerate(stops) if stop.hasFocus()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.field.cancel()
        elif step and 0 <= at + step < len(stops):
            stops[at + step].setFocus()
        elif not step:
            super().keyPressEvent(event)


class HeadlineEditor:
    """Opens the panel for a card or a group of the board."""

    def __init__(self, layout: BoardLayout, actions: BoardActions, theme: Theme) -> None:
        self._layout, self._actions, self._theme = layout, actions, theme
        self.panel = HeadlinePanel(layout.view, theme)
        self.field = self.panel.field
        self.field.closed.connect(layout.view.setFocus)
        self.field.done.connect(self._go_on)
        self._edited: CardId | GroupId | None = None
        self._then: Callable[[], object] | None = None

    def follow(self) -> None:
        """Stay beside what is edited when the board is laid out again; leave what is gone."""
        if not self.panel.isVisible():
            return
        columns = (one for one in self._layout.columns if one.group_id == self._edited)
        thing = self._layout.cards.get(CardId(str(self._edited))) or next(columns, None)
        if thing is None:
            self.field.leave()
        else:
            self.panel.place_beside(self._layout.area_of(thing))

    def edit_at(self, point: QPoint) -> None:
        """Edit the headline of the card or the group at a point of the viewport."""
        card, column = self._layout.card_at(point), self._layout.column_at(point)
        if card is not None:
            self.edit_card(card.face.card.id)
        elif column is not None and column.group_id is not None:
            self.edit_group(column.group_id)

    def edit_card(self, card: CardId) -> None:
        """Edit our headline of a card."""
        item, self._edited, self._then = self._layout.cards[card], card, None
        self._layout.scrolling.to_card(item)
        self.panel.offer(())
        self.panel.place_beside(self._layout.area_of(item))
        words, name = item.face.card.headline, _("A headline of ours")
        self.field.begin(words, card, name, lambda text: self._actions.name_card(card, text))

    def edit_new_group(self, group: GroupId, then: Callable[[], object]) -> None:
        """Edit the headline of a group that has just been made; `then` goes on from there."""
        self.edit_group(group)
        self._then = then

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def edit_group(self, group: GroupId) -> None:
        """Edit a group's headline, with its customers' own sentences to choose from."""
        column = next(column for column in self._layout.columns if column.group_id == group)
        assert column.group is not None  # it has this id
        self._edited, self._then = group, None
        self._layout.scrolling.to_head(column)
        said = (v.said for card in column.group.cards for v in card.verbatims if v.said)
        short = (words for words in dict.fromkeys(said) if len(words) <= MOST_IN_QUOTE)
        others = [words for words in short if words != column.group.headline]
        self.panel.offer(others[:MOST_SENTENCES])
        self.panel.place_beside(self._layout.area_of(column))
        words, name = column.group.headline, _("The group’s headline")
        self.field.begin(words, group, name, lambda text: self._actions.name_group(group, text))
