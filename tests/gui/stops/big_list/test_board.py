"""The big list by mouse, keys and menus: what each of them does to the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget

from cxworkshop.model import CardId
from ui.stops.big_list.board.column import LOOSE, NEW
from ui.stops.big_list.board.sentences import Sentence

pytestmark = pytest.mark.begins_at(3)


@pytest.fixture
def board(hands):
    """Four cards on the list, on stop 3."""
    workshop = hands.workshop
    for words in ("ring", "hold", "forms", "park"):
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say(words, talk.id)
    hands.go(3)
    QApplication.processEvents()
    return hands.page.board


def card(board, words: str) -> CardId:
    return next(key for key, item in board.cards.items() if item.face.card.words == words)


def middle(board, item) -> QPoint:
    return board.board_layout.area_of(item).center()


def press(board, words: str, held=Qt.KeyboardModifier.NoModifier) -> QPoint:
    place = middle(board, board.cards[card(board, words)])
    QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, held, place)
    QApplication.processEvents()
    return place


def drag(board, words: str, to: QPoint, *, release: bool = True) -> None:
    """Press, move in ten steps and release, as a person does."""
    start = middle(board, board.cards[card(board, words)])
    view = board.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(view, start + (to - start) * step / 10)
        QApplication.processEvents()
    if release:
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)
    QApplication.processEvents()


def column(board, kind: str):
    return next(c for c in board.columns if kind in (c.kind, c.title))


def drawn(hands) -> str:
    found = hands.workshop.big_list.board()
    groups = [f"[{' '.join(c.words for c in g.cards)}]" for g in found.groups]
    return " ".join([*groups, *(c.words for c in found.loose)])


def test_a_card_is_dragged_onto_another_and_they_are_a_group(board, hands):
    drag(board, "ring", middle(board, board.cards[card(board, "hold")]))
    assert drawn(hands) == "[hold ring] forms park"
    hands.undo()
    assert drawn(hands) == "ring hold forms park"


def test_a_card_is_dragged_to_the_place_for_a_new_group_and_into_a_group(board, hands):
    drag(board, "ring", middle(board, column(board, NEW)))
    assert drawn(hands) == "[ring] hold forms park"
    group = board.columns[1]
    drag(board, "forms", middle(board, group))
    assert drawn(hands) == "[ring forms] hold park"
    drag(board, "ring", middle(board, column(board, LOOSE)))
    assert "[forms]" in drawn(hands)


def test_several_selected_cards_are_dragged_together(board, hands):
    press(board, "ring")
    press(board, "hold", Qt.KeyboardModifier.ControlModifier)
    press(board, "park", Qt.KeyboardModifier.ControlModifier)
    drag(board, "hold", middle(board, column(board, NEW)))
    assert drawn(hands) == "[ring hold park] forms"
    hands.undo()
    assert drawn(hands) == "ring hold forms park"


def test_esc_cancels_a_drag_and_nothing_has_changed(board, hands):
    seq = hands.workshop._store.seq
    drag(board, "ring", middle(board, column(board, NEW)), release=False)
    QTest.keyClick(board, Qt.Key.Key_Escape)
    QTest.mouseRelease(board.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert hands.workshop._store.seq == seq
    assert drawn(hands) == "ring hold forms park"


def test_a_picked_card_is_not_set_aside_and_a_sentence_says_why(board, hands):
    hands.workshop.pick.put(hands.workshop.pick.subject("1"))
    press(board, "ring")
    QTest.keyClick(board, Qt.Key.Key_Delete)
    assert hands.message.startswith("Card 1 is in slot 1. Take it out of the slot first")


def test_keys_group_ungroup_and_set_aside_without_a_mouse(board, hands):
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Down)
    QTest.keyClick(board, Qt.Key.Key_Space)
    QTest.keyClick(board, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(board, Qt.Key.Key_G)
    assert drawn(hands) == "[ring hold] forms park"
    press(board, "hold")
    QTest.keyClick(board, Qt.Key.Key_U)
    assert drawn(hands) == "[ring] hold forms park"
    press(board, "park")
    QTest.keyClick(board, Qt.Key.Key_Delete)
    assert drawn(hands) == "[ring] hold forms"


def test_f2_shows_the_same_list_as_a_tree(board, hands):
    QTest.keyClick(hands.window, Qt.Key.Key_F2)
    tree = hands.page.tree
    assert tree.isVisible()
    assert tree.model().rowCount(tree.model().index(0, 0)) == 4


def test_cards_and_columns_have_names_for_screen_readers(board):
    face = board.cards[card(board, "ring")].face
    assert face.spoken(selected=True) == "Card 1, ring, 1 customer, selected"
    assert column(board, LOOSE).spoken == "Not grouped yet, 4 cards"


def wheel(board, place: QPoint, notches: int) -> None:
    """Turn the wheel over a point of the board, away from a person if positive."""
    event = QWheelEvent(
        QPointF(place),
        QPointF(board.viewport().mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(board.viewport(), event)


def footer(hands) -> tuple[str, str]:
    found = hands.page.footer()
    return found.bold, found.grey


def double_click(board, place: QPoint) -> None:
    QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(board.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def head(board, title: str) -> QPoint:
    return column(board, title).head.center().toPoint()


def group(board, *words: str) -> None:
    """Select cards by clicks, then press G."""
    press(board, words[0])
    for one in words[1:]:
        press(board, one, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(board, Qt.Key.Key_G)
    QApplication.processEvents()


def test_a_place_says_what_a_drop_would_do(board, hands):
    group(board, "ring", "hold")
    drag(board, "forms", middle(board, column(board, "A  ring")), release=False)
    assert column(board, "A  ring").answer == "yes"
    assert board.drag.answer == ("yes", "Group with “ring”")
    assert footer(hands) == ("1 card in your hand", "3  from 1 customer")
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert column(board, "A  ring").answer == ""
    assert footer(hands) == ("1 card selected", "3  from 1 customer")


def test_a_place_says_why_not_and_nothing_moves(board, hands):
    group(board, "ring", "hold")
    group(board, "forms", "park")
    hands.workshop.pick.put(hands.workshop.pick.subject("A"))
    hands.workshop.pick.put(hands.workshop.pick.subject("3"))
    seq = hands.workshop._store.seq
    drag(board, "forms", middle(board, column(board, "A  ring")), release=False)
    assert column(board, "A  ring").answer == "no"
    sentence = board.drag.answer[1]
    assert sentence == "Card 3 is in slot 2 and would be part of group A. Once is enough."
    QTest.mouseRelease(
        board.viewport(),
        Qt.MouseButton.LeftButton,
        pos=middle(board, column(board, "A  ring")),
    )
    assert hands.workshop._store.seq == seq
    assert hands.message == sentence
    assert drawn(hands) == "[ring hold] [forms park]"


def test_m_and_a_letter_move_selected_cards(board, hands):
    group(board, "ring", "hold")
    press(board, "park")
    QTest.keyClick(board, Qt.Key.Key_M)
    assert footer(hands)[0] == "1 card in your hand"
    QTest.keyClick(board, Qt.Key.Key_A)
    assert drawn(hands) == "[ring hold park] forms"


def test_m_arrows_and_enter_move_without_a_mouse(board, hands):
    group(board, "ring", "hold")
    press(board, "park")
    for key in (
        Qt.Key.Key_M,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Enter,
    ):
        QTest.keyClick(board, key)
    assert drawn(hands) == "[ring hold park] forms"
    hands.undo()
    press(board, "park")
    QTest.keyClick(board, Qt.Key.Key_M)
    QTest.keyClick(board, Qt.Key.Key_Right)
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert drawn(hands) == "[ring hold] forms park"


def test_a_click_and_a_click_move_as_a_drag_does(board, hands):
    group(board, "ring", "hold")
    press(board, "forms")
    hands.click("Move to …")
    place = middle(board, column(board, "A  ring"))
    QTest.mouseMove(board.viewport(), place)
    QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert drawn(hands) == "[ring hold forms] park"


def test_headlines_are_edited_in_place(board, hands):
    group(board, "ring", "hold")
    double_click(board, head(board, "A  ring"))
    QTest.keyClicks(board.headlines.field, "The phone")
    QTest.keyClick(board.headlines.field, Qt.Key.Key_Return)
    assert column(board, "A  The phone").spoken == "Group A, The phone, 2 customers, 2 cards"
    press(board, "ring")
    QTest.keyClick(board, Qt.Key.Key_Return)
    QTest.keyClicks(board.headlines.field, "Ring us")
    QTest.keyClick(board.headlines.field, Qt.Key.Key_Return)
    assert board.cards[board.selection.cards_or_focused()[0]].face.card.headline == "Ring us"
    QTest.keyClick(board, Qt.Key.Key_F4)
    QTest.keyClicks(board.headlines.field, "never kept")
    QTest.keyClick(board.headlines.field, Qt.Key.Key_Escape)
    assert column(board, "A  The phone")


def test_only_words_that_are_short_enough_are_offered_as_a_headline(board, hands):
    talk = hands.workshop.talk.begin(hands.workshop.talk.next_customer().id)
    hands.window.bridge.do(lambda: hands.workshop.talk.say("the phone " * 200, talk.id))
    QApplication.processEvents()
    QTest.keyClick(board, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(board, Qt.Key.Key_G)
    QApplication.processEvents()
    panel = board.headlines.panel
    assert board.viewport().rect().contains(panel.geometry().adjusted(0, 0, -1, -1))
    assert {one.text() for one in panel.findChildren(Sentence)} <= {"ring", "hold", "forms", "park"}


def test_a_headline_that_is_too_long_is_not_lost_by_esc(board, hands):
    press(board, "ring")
    QTest.keyClick(board, Qt.Key.Key_Return)
    field = board.headlines.field
    field.setText("x" * 501)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert hands.message.startswith("That is 501 characters, 1 too many: 500 is the most.")
    hands.key(Qt.Key.Key_Escape)
    assert (hands.message, field.hasFocus(), len(field.text())) == ("", True, 501)
    hands.key(Qt.Key.Key_Escape)
    assert not field.isVisible()
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert len(field.text()) == 501, "it comes back to be shortened"
    press(board, "park")
    press(board, "hold")
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert field.text() != "x" * 501, "but only where it belongs"


def test_an_empty_headline_is_refused_and_stays_open(board, hands):
    group(board, "ring", "hold")
    double_click(board, head(board, "A  ring"))
    QTest.keyClick(board.headlines.field, Qt.Key.Key_Backspace)
    QTest.keyClick(board.headlines.field, Qt.Key.Key_Return)
    assert hands.message
    assert board.headlines.field.isVisible()
    assert drawn(hands) == "[ring hold] forms park"


def test_shift_a_rectangle_and_ctrl_a_select_many(board):
    press(board, "ring")
    press(board, "forms", Qt.KeyboardModifier.ShiftModifier)
    assert len(board.selection.cards()) == 3
    view = board.viewport()
    start = QPoint(2, column(board, LOOSE).head.bottom() + 2)
    end = middle(board, board.cards[card(board, "hold")])
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(view, start + (end - start) * step / 5)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert board.selection.cards() == [card(board, "ring"), card(board, "hold")]
    QTest.keyClick(board, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(board.selection.cards()) == 4


def test_a_number_typed_on_the_board_finds_its_card(board, hands):
    press(board, "ring")
    QTest.keyClicks(board, "#")
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "4")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert board.selection.cards_or_focused() == [card(board, "park")]


def test_piles_are_typed_one_after_the_other(board, hands):
    QTest.keyClick(hands.window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    hands.type_into("Paper line", "Waiting: 1 2", enter=True)
    hands.type_into("Paper line", "Forms: 3 99", enter=True)
    assert "99" in hands.message
    assert hands.find("Paper line", QLineEdit).text() == "Forms: 3 99"
    hands.type_into("Paper line", "Forms: 3", enter=True)
    assert drawn(hands) == "[ring hold] [forms] park"


def test_the_drawer_opens_and_cards_are_brought_back(board, hands):
    press(board, "park")
    QTest.keyClick(board, Qt.Key.Key_Delete)
    assert card_words(board) == ["ring", "hold", "forms"]
    hands.click("1 set aside")
    item = board.cards[card(board, "park")]
    assert item.face.spoken(selected=False).startswith("Card 4, park, 1 customer, set aside ")
    press(board, "park")
    assert footer(hands)[0] == "1 card selected"
    hands.click("Bring back")
    assert drawn(hands) == "ring hold forms park"


def card_words(board) -> list[str]:
    return [item.face.card.words for column in board.columns for item in column.cards]


def test_the_menu_of_cards_and_of_a_group(board, hands):
    group(board, "ring", "hold")
    choose(board, middle(board, board.cards[card(board, "park")]), "Move to …", "A  ring")
    assert drawn(hands) == "[ring hold park] forms"
    out = {"Take out of the group", "Not grouped yet"}
    assert out <= offered(board, "park")
    assert not out & offered(board, "forms"), "it is in no group"
    choose(board, head(board, "A  ring"), "A customer’s words as headline", "hold")
    assert column(board, "A  hold")
    choose(board, head(board, "A  hold"), "Take apart")
    assert drawn(hands) == "ring hold forms park"


def test_cards_are_put_at_a_step_of_the_encounter_by_their_menu(board, hands):
    encounter = hands.workshop.prepare.encounter
    step = encounter.add("waiting in line").id
    place = middle(board, board.cards[card(board, "park")])
    choose(board, place, "Words of step …", "1  waiting in line")
    assert [shown.words for shown in encounter.cards_at(step)] == ["park"]
    choose(board, place, "Words of step …", "At no step")
    assert encounter.cards_at(step) == ()
    hands.window.activateWindow()  # off screen, a closed menu gives the focus to nobody
    QApplication.processEvents()
    board.setFocus()
    hands.undo()
    assert [shown.words for shown in encounter.cards_at(step)] == ["park"]


def choose(board, place: QPoint, *path: str) -> None:
    """Right click, then go through the menus by their words."""
    menu = open_menu(board, place)
    for step in path:
        action = next(a for a in menu.actions() if a.text().split("\t")[0] == step)
        menu = action.menu() or menu
    QApplication.activePopupWidget().close()
    action.trigger()
    QApplication.processEvents()


def open_menu(board, place: QPoint) -> QMenu:
    QTest.mouseClick(board.viewport(), Qt.MouseButton.RightButton, pos=place)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, board.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(board.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def offered(board, words: str) -> set[str]:
    """What the menu of a card offers, with the places that it can be moved to."""
    menu = open_menu(board, middle(board, board.cards[card(board, words)]))
    places = next(a.menu() for a in menu.actions() if a.text().startswith("Move to"))
    found = {a.text().split("\t")[0] for a in (*menu.actions(), *places.actions())}
    menu.close()
    return found


def test_twenty_cards_ask_first(hands):
    workshop = hands.workshop
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    for n in range(20):
        workshop.talk.say(f"word {n}", talk.id)
    hands.go(3)
    board = hands.page.board
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(board, Qt.Key.Key_G)
    assert hands.message.startswith("This changes 20 cards at once.")
    assert not hands.workshop.big_list.board().groups
    hands.click("Yes, change them")
    assert len(hands.workshop.big_list.board().groups[0].cards) == 20


def test_the_tree_groups_moves_and_names_by_keys(board, hands):
    QTest.keyClick(hands.window, Qt.Key.Key_F2)
    tree = hands.page.tree
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down):
        QTest.keyClick(tree, key)
    QTest.keyClick(tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert footer(hands)[0] == "2 cards selected"
    QTest.keyClick(tree, Qt.Key.Key_G)
    assert drawn(hands) == "[ring hold] forms park"
    QTest.keyClick(tree, Qt.Key.Key_Home)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    QTest.keyClicks(tree.headline, "The phone")
    QTest.keyClick(tree.headline, Qt.Key.Key_Return)
    assert tree.model().index(0, 0).data() == "A  The phone"
    QTest.keyClick(tree, Qt.Key.Key_U)
    assert drawn(hands) == "ring hold forms park"


def test_headlines_stay_in_sight_while_cards_scroll(hands):
    workshop = hands.workshop
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    for n in range(30):
        workshop.talk.say(f"word {n}", talk.id)
    hands.go(3)
    board = hands.page.board
    hands.window.resize(1280, 500)
    QApplication.processEvents()
    wheel(board, middle(board, column(board, LOOSE)), notches=-5)
    assert column(board, LOOSE).offset > 0
    assert column(board, LOOSE).head.top() == 0


def test_space_selects_cards_that_lie_apart(board, hands):
    board.setFocus()
    board.selection.focus_card(next(iter(board.cards)))
    hands.key(Qt.Key.Key_Escape)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        hands.key(key)
    assert [board.cards[card].face.card.code for card in board.selection.cards()] == [1, 3]
    hands.key(Qt.Key.Key_G)
    (group,) = hands.workshop.big_list.board().groups
    assert [card.code for card in group.cards] == [1, 3]


def test_a_card_shows_what_each_customer_said(board, hands):
    talk = hands.workshop.talk
    first = next(iter(board.cards))
    for words in ("please do", "do it soon", None):
        who = talk.next_customer()
        if words is None:
            talk.agree(first)
        else:
            talk.say_also(words, talk.begin(who.id).id, first)
    QApplication.processEvents()
    face = board.cards[first].face
    assert face.said[1:] == ("“please do”", "“do it soon”")
    assert face.more == "and 1 more customer"


def test_cards_selected_with_space_stay_selected_while_arrows_walk(board):
    QTest.keyClick(board, Qt.Key.Key_Down)
    for key in ("Space", "Down", "Down", "Space"):
        QTest.keyClick(board, getattr(Qt.Key, f"Key_{key}"))
    picked = board.selection.cards()
    assert len(picked) == 2
    QTest.keyClick(board, Qt.Key.Key_Up)
    assert board.selection.cards() == picked
    QTest.keyClick(board, Qt.Key.Key_Escape)
    QTest.keyClick(board, Qt.Key.Key_Up)
    assert board.selection.cards() == []


def test_the_focused_card_is_found_again_after_a_new_layout(board, hands):
    QTest.keyClick(board, Qt.Key.Key_Down)
    QTest.keyClick(board, Qt.Key.Key_Down)
    here = board.selection.focused()
    hands.find("Find words, or type a number").setFocus()
    hands.workshop.talk.say(
        "one more", hands.workshop.talk.begin(hands.workshop.talk.next_customer().id).id
    )
    QApplication.processEvents()
    board.setFocus()
    assert board.selection.focused() == here
    assert board.selection.has_keyboard


def test_a_board_is_deleted_without_errors_while_a_card_would_have_the_keyboard(board, hands):
    """Its scene emits a last `focusItemChanged`; whoever listens must be gone by then."""
    press(board, "park")
    hands.click("Group")
    hands.window.theme.resize(150)
    for _turn in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
    assert hands.page.board is not board


def test_a_click_too_many_where_the_way_on_was_sets_nothing_aside(board, hands):
    way_on = hands.find("Pick up to three", QAbstractButton)
    corner = way_on.mapTo(hands.window, QPoint(0, 0))
    spots = [corner + QPoint(x, way_on.height() // 2) for x in range(4, way_on.width(), 12)]
    press(board, "hold")
    for spot in spots:
        press_here = hands.window.childAt(spot)
        assert not isinstance(press_here, QAbstractButton) or press_here.text() != "Set aside"
    assert hands.find("Set aside", QAbstractButton).isVisible()


def test_a_new_group_is_shown_from_its_first_card(board, hands):
    talk = hands.workshop.talk
    for words in ("a bench", "more rye", "late bus", "no bag", "cold tea", "old bread"):
        talk.say((words + " ") * 30, talk.begin(talk.next_customer().id).id)
    hands.window.resize(1280, 720)
    QApplication.processEvents()
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_End)
    for word in ("ring", "hold", "forms", "park"):
        press(board, word, Qt.KeyboardModifier.ControlModifier)
    board.selection.select_also(list(board.cards))
    board.setFocus()
    board.selection.focus(list(board.cards.values())[-1])
    QTest.keyClick(board, Qt.Key.Key_G)
    QApplication.processEvents()
    (group,) = [one for one in board.columns if one.group is not None]
    assert group.most_offset > 0
    assert group.offset == 0


def test_before_any_card_has_the_keyboard_the_first_headline_is_ringed(board, hands):
    QApplication.processEvents()
    assert QApplication.focusWidget() is board
    head = board.columns[0].head.toAlignedRect()
    ink = hands.window.theme.tokens.ink
    top = board.viewport().grab(head).toImage()
    ratio = top.width() / head.width()
    assert top.pixelColor(round(head.width() / 2 * ratio), round(2 * ratio)) == QColor(ink)
    rings = [w for w in hands.window.findChildren(QWidget) if type(w).__name__ == "_Ring"]
    assert not any(ring.isVisible() for ring in rings)
