"""The parts of the board on their own: each on a plain view, with cards of a real workshop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from tests.gui.painted import painted
from tests.opened import new
from ui.bridge import Bridge
from ui.stops.big_list.actions import BoardActions, DropTarget
from ui.stops.big_list.board.animation import BoardAnimation
from ui.stops.big_list.board.captions import Captions
from ui.stops.big_list.board.column import GROUP, LOOSE, NEW
from ui.stops.big_list.board.dragging import BoardDrag
from ui.stops.big_list.board.headline_editor import HeadlineEditor
from ui.stops.big_list.board.keys import BoardKeys
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.selection import BoardSelection
from ui.theme.motion import let_move
from ui.theme.theme import Theme
from ui.widgets.buttons import ChoiceButton

WORDS = ("ring", "hold", "forms", "park")


class Parts:
    """A view without a page; `show` lays the workshop's board out again."""

    def __init__(self, app: QApplication, folder) -> None:
        let_move(on=False)
        self.workshop = new(folder / "parts.cxw", "Corner Bakery")
        for words in WORDS:
            talk = self.workshop.talk.begin(self.workshop.talk.next_customer().id)
            self.workshop.talk.say(words, talk.id)
        theme = Theme(app)
        self.bridge = Bridge(self.workshop)
        self.actions = BoardActions(self.bridge)
        self.view = QAbstractScrollArea()
        self.view.resize(1000, 600)
        self.layout = BoardLayout(self.view, theme)
        self.selection = BoardSelection(self.layout)
        self.drag = BoardDrag(self.layout, self.actions, BoardAnimation(self.layout), theme)
        headlines = HeadlineEditor(self.layout, self.actions, theme)
        self.keys = BoardKeys(self.layout, self.selection, self.drag, headlines, self.actions)
        self.headlines = headlines
        self.bridge.changed.connect(lambda _changes: self.show())
        self.view.show()
        self.show()
        QApplication.processEvents()

    def show(self) -> None:
        self.drag.cancel()
        self.layout.show(self.actions.board(), Captions({}, {}, {}))
        self.selection.restore()

    def item(self, words: str):
        return next(i for i in self.layout.cards.values() if i.face.card.words == words)

    def ids(self, *words: str) -> list:
        return [self.item(one).face.card.id for one in words]

    def column(self, kind: str):
        return next(column for column in self.layout.columns if column.kind == kind)

    def middle(self, item) -> QPoint:
        return self.layout.area_of(item).center()

    def head(self, kind: str) -> QPoint:
        return self.column(kind).head.center().toPoint()

    def selected(self) -> list[str]:
        return [self.layout.cards[card].face.card.words for card in self.selection.cards()]

    def press(self, key: Qt.Key, text: str = "") -> bool:
        held = Qt.KeyboardModifier.NoModifier
        return self.keys.press(QKeyEvent(QEvent.Type.KeyPress, key, held, text))

    def drawn(self) -> str:
        board = self.actions.board()
        groups = [f"[{' '.join(card.words for card in group.cards)}]" for group in board.groups]
        return " ".join([*groups, *(card.words for card in board.loose)])


@pytest.fixture
def parts(app, tmp_path):
    made = Parts(app, tmp_path)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_layout_knows_what_lies_where(parts):
    ring = parts.item("ring")
    assert parts.layout.card_at(parts.middle(ring)) is ring
    assert parts.layout.column_at(parts.middle(ring)) is parts.column(LOOSE)
    assert parts.layout.column_with(ring.face.card.id) is parts.column(LOOSE)
    assert parts.layout.column_at(QPoint(990, 10)) is None
    assert [item.face.card.words for item in parts.layout.cards_in_sight()] == list(WORDS)


def test_a_card_that_shows_the_same_keeps_its_item(parts):
    ring, hold = parts.item("ring"), parts.item("hold")
    parts.workshop.big_list.set_card_headline(ring.face.card.id, "Ring us")
    assert parts.item("hold") is hold
    assert parts.item("Ring us") is not ring


def test_the_groups_stand_below_the_shelf_and_reach_down_to_the_bottom_of_the_view(parts):
    parts.workshop.big_list.group(parts.ids("ring", "hold"), "Phone")
    parts.view.resize(1000, 900)
    parts.layout.arrange()
    shelf, group = parts.column(LOOSE), parts.column(GROUP)
    assert shelf.area.bottom() < group.area.top()
    assert group.area.bottom() == parts.view.viewport().height()


def test_the_selection_follows_space_and_arrows(parts):
    told = []
    parts.selection.changed.connect(lambda: told.append(parts.selected()))
    parts.selection.move_focus(Qt.Key.Key_Down, extend=False)
    parts.selection.toggle_focused()
    parts.selection.move_focus(Qt.Key.Key_Down, extend=False)
    parts.selection.move_focus(Qt.Key.Key_Down, extend=True)
    assert parts.selected() == ["ring", "forms"]
    assert told[-1] == ["ring", "forms"]
    parts.selection.select_only(parts.item("park"))
    assert parts.selected() == ["park"]


def test_the_selection_takes_ranges_rectangles_and_columns(parts):
    parts.selection.focus(parts.item("hold"))
    parts.selection.select_to(parts.item("park"))
    assert parts.selected() == ["hold", "forms", "park"]
    top, bottom = parts.item("ring").area.topLeft(), parts.item("hold").area.topLeft()
    parts.selection.select_inside(QRectF(top, bottom + QPointF(1, 1)))
    assert parts.selected() == ["ring", "hold"]
    parts.selection.select_column()
    assert parts.selected() == list(WORDS)


def test_taps_collect_until_something_was_done(parts):
    parts.selection.toggle_by_tap(parts.item("ring"))
    parts.selection.toggle_by_tap(parts.item("park"))
    assert parts.selected() == ["ring", "park"]
    parts.selection.restore()
    parts.selection.toggle_by_tap(parts.item("hold"))
    assert parts.selected() == ["hold"]


def test_a_drag_asks_the_core_and_a_drop_does_it(parts):
    parts.drag.begin(parts.ids("ring"), "drag")
    parts.drag.move_to(parts.middle(parts.item("hold")))
    assert parts.drag.answer == ("yes", "Group with “hold”")
    parts.drag.move_to(parts.head(NEW))
    assert parts.drag.answer == ("yes", "A new group")
    assert parts.column(NEW).answer == "yes"
    parts.drag.drop_at(parts.head(NEW))
    assert (parts.drag.mode, parts.drag.cards) == ("", [])
    assert parts.drawn() == "[ring] hold forms park"


def test_a_cancelled_drag_changes_nothing_and_says_that_it_has_ended(parts):
    modes = []
    parts.drag.changed.connect(lambda: modes.append(parts.drag.mode))
    parts.drag.begin(parts.ids("ring", "park"), "place")
    parts.drag.move_to(parts.head(NEW))
    parts.drag.cancel()
    assert modes == ["place", ""]
    assert parts.column(NEW).answer == ""
    assert parts.drawn() == "ring hold forms park"


def test_a_column_is_the_target_of_all_that_lies_in_it(parts):
    parts.workshop.big_list.group(parts.ids("ring", "hold"), "Phone")
    group = parts.column(GROUP)
    inside = parts.drag.target_at(parts.middle(parts.item("ring")))
    assert inside == DropTarget(GROUP, group=group.group_id, words="Phone")
    onto = parts.drag.target_at(parts.middle(parts.item("park")))
    assert onto == DropTarget(LOOSE, card=parts.item("park").face.card.id, words="park")
    assert parts.drag.target_at(QPoint(990, 10)) is None


def test_keys_move_cards_and_leave_other_keys_alone(parts):
    parts.workshop.big_list.group(parts.ids("ring", "hold"), "Phone")
    parts.selection.focus_card(parts.item("park").face.card.id)
    assert parts.press(Qt.Key.Key_M, "m")
    assert parts.drag.mode == "place"
    assert parts.press(Qt.Key.Key_A, "a")
    assert parts.drawn() == "[ring hold park] forms"
    assert not parts.press(Qt.Key.Key_X, "x")


def test_a_digit_goes_to_the_search_field(parts):
    typed = []
    parts.keys.number_typed.connect(typed.append)
    assert parts.press(Qt.Key.Key_1, "1")
    assert parts.press(Qt.Key.Key_NumberSign, "#")
    assert typed == ["1", "#"]


def test_the_editor_opens_beside_what_lies_at_a_point(parts):
    parts.headlines.edit_at(parts.middle(parts.item("forms")))
    assert parts.headlines.field.isVisible()
    assert parts.headlines.field.accessibleName() == "A headline of ours"
    parts.workshop.big_list.group(parts.ids("ring", "hold"), "Phone")
    parts.headlines.edit_at(parts.head(GROUP))
    assert parts.headlines.field.text() == "Phone"


def test_a_card_slides_from_where_it_stood(parts):
    let_move(on=True)
    animation = BoardAnimation(parts.layout)
    before = dict(animation.positions())
    before[parts.item("park").face.card.id] += QPointF(40, 0)
    animation.slide_from(before)
    assert parts.item("park").slide == (40, 0)
    assert parts.item("ring").slide == (0, 0)
    let_move(on=False)
    assert animation.positions() == {}


@pytest.mark.begins_at(3)
def test_the_key_of_the_tree_stands_in_a_cap_as_on_other_buttons(bakery):
    tree = bakery.find("Tree", ChoiceButton)
    runs = {run.text: run for run in painted(tree)}
    words, key = runs["Tree"], runs["F2"]
    assert words.box.right() < key.box.left()
    assert key.font.pixelSize() < words.font.pixelSize()
    assert tree.sizeHint().width() > QFontMetricsF(tree.font()).horizontalAdvance("Tree  F2")
