"""Cards, slots, rows, tabs, fields and switches are worked through their accessible actions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from cxworkshop.workshop import Workshop
from tests.gui.checks.acting import Reader, Role, actions, name, spoken, unworkable, walk
from ui.dialogs.file_choice import file_chooser
from ui.start.latest_panel import LatestPanel


@pytest.fixture
def reader(hands):
    """Three cards on the list, and a screen reader on."""
    workshop = hands.workshop
    for words in ("ring", "hold", "forms"):
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say(words, talk.id)
    QAccessible.setActive(True)
    yield Reader(lambda: QApplication.activeModalWidget() or hands.window)
    QAccessible.setActive(False)


@pytest.fixture
def said(monkeypatch) -> list[str]:
    """What is announced."""
    found: list[str] = []

    def hear(event) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            found.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return found


def told(said: list[str]) -> list[str]:
    """What was announced, besides how the saving goes on."""
    return [words for words in said if words != "Saved"]


def groups(hands) -> list[tuple[str, list[str]]]:
    board = hands.workshop.big_list.board()
    return [(row.headline, [str(card.code) for card in row.cards]) for row in board.groups]


def test_cards_and_headlines_of_the_board_are_chosen_moved_and_merged(hands, reader):
    hands.go(3)
    reader.act("Card 1, ring", "Group")
    reader.act("Card 2, hold", "Toggle")
    reader.act("Card 3, forms", "Toggle")
    chosen = spoken(hands.page.board).selectionInterface().selectedItems()
    assert [name(one) for one in chosen] == [
        "Card 2, hold, 1 customer, selected",
        "Card 3, forms, 1 customer, selected",
    ]
    reader.act("Card 3, forms", "Group")
    assert groups(hands) == [("ring", ["1"]), ("hold", ["2", "3"])]
    reader.act("Group B, hold", "Put all of it into: A ring")
    assert groups(hands) == [("ring", ["1", "2", "3"])]
    reader.act("Card 2, hold", "Press")  # alone
    reader.act("Card 2, hold", "Set aside")
    assert groups(hands) == [("ring", ["1", "3"])]


def test_rows_of_the_tree_are_opened_moved_and_renamed(hands, reader):
    hands.go(3)
    reader.act("Tree")
    tree = hands.page.tree
    assert spoken(tree).role() == Role.Tree
    assert tree.currentIndex().isValid()  # or a screen reader would have nothing to say
    assert [name(one) for one in walk(spoken(tree)) if one.state().focused] == [
        "Big list as a tree",
        "Not grouped yet (3)",
    ]
    reader.act("1  ring", "Group", Role.TreeItem)
    reader.act("The group’s headline", "Press")
    reader.act("2  hold", "Move to: A ring", Role.TreeItem)
    assert groups(hands) == [("ring", ["1", "2"])]
    reader.act("A  ring", "Close", Role.TreeItem)
    top = tree.model().index(0, 0)
    assert not tree.isExpanded(top)
    assert reader.find("A  ring", Role.TreeItem).state().collapsed
    reader.act("A  ring", "Open", Role.TreeItem)
    assert tree.isExpanded(top)


def test_a_line_is_put_into_a_slot_judged_and_taken_out(hands, reader):
    hands.go(4)
    reader.act("Card 2, hold", "Put into slot 1", Role.ListItem)
    reader.act("We can improve it, yes", "Toggle")
    slot = reader.find("Slot 1 of 3, hold", Role.Grouping)
    assert actions(slot) == ["Take out of slot 1", "Make it smaller …"]
    assert [row.answer.value for row in hands.workshop.pick.judgements(1).values()] == ["yes"]
    reader.act("Slot 1 of 3, hold", "Take out of slot 1", Role.Grouping)
    assert hands.workshop.pick.slots() == {}
    reader.act("Card 3, forms", "Press", Role.ListItem)
    reader.act("Slot 1 of 3, empty", "Put the chosen line into slot 1")
    assert list(hands.workshop.pick.slots()) == [1]


def test_the_tab_named_as_focused_is_what_has_the_keyboard(improving):
    QAccessible.setActive(True)
    improving.go(5)
    improving.find("When a customer …").setFocus()
    tabs = [one for one in walk(spoken(improving.page.tabs)) if one.role() == Role.PageTab]
    assert [one.state().focused for one in tabs] == [False, False]
    assert [one.state().selected for one in tabs] == [True, False]
    improving.page.tabs.setFocus()
    assert [one.state().focused for one in tabs] == [True, False]
    Reader(lambda: improving.window).act("2  The door is heavy.", "Press", Role.PageTab)
    assert [one.state().focused for one in tabs] == [False, True]
    QAccessible.setActive(False)


def test_words_set_by_a_client_count_as_typed_and_enter_hands_them_over(hands, reader):
    hands.go(1)
    reader.write("Day 1", "4 Dec 2028")
    reader.act("Day 1", "SetFocus", Role.EditableText)
    reader.find("Team").actionInterface().doAction("SetFocus")
    QApplication.processEvents()
    assert str(hands.workshop.prepare.day_1()) == "2028-12-04"
    hands.go(4)
    reader.write("add a name", "Mira")
    reader.act("add a name", "Press")
    assert [person.name for person in hands.workshop.people.all()] == ["Mira"]


def test_each_change_and_each_choice_is_announced(hands, reader, said, until):
    hands.go(3)
    reader.act("Card 1, ring", "Toggle")
    reader.act("Card 2, hold", "Toggle")
    assert told(said) == ["1 chosen", "2 chosen"]
    reader.act("Card 2, hold", "Group")
    assert "Put cards 1, 2 together" in said
    hands.undo()
    assert "Undone: Put cards 1, 2 together" in said
    hands.go(4)
    reader.act("Card 1,", "Put into slot 1", Role.ListItem)
    assert "Pick card 1" in said
    until(lambda: said[-1] == "Saved")


def test_what_a_search_finds_is_announced_once(hands, reader, said):
    hands.go(3)
    reader.write("Find words", "o")
    reader.write("Find words", "ho")
    QApplication.processEvents()
    assert told(said) == ["2 say “o”", "1 says “ho”"]


def test_what_becomes_of_the_wall_is_announced(hands, reader, said):
    hands.go(4)
    reader.act("Wall")
    reader.act("In a window")
    for button in ("Freeze", "Freeze", "Blank", "Blank", "Close"):
        reader.act(button)
    assert told(said) == [
        "The Wall is on: In a window",
        "The Wall is frozen",
        "The Wall follows the Desk again",
        "The Wall is blank",
        "The Wall shows its page again",
        "The Wall is off",
    ]


def test_a_similar_card_and_a_doubtful_question_are_announced(hands, reader, said, until):
    talk = hands.workshop.talk.begin(hands.workshop.talk.next_customer().id)
    hands.workshop.talk.say("The phone rings and rings", talk.id)
    hands.go(2)
    reader.write("What the customer said", "The phone rings")
    hint = "Said before? Card 4, The phone rings and rings. Alt+Enter: the same"
    until(lambda: said.count(hint) == 1)
    hands.go(1)
    hands.click("Questions")
    said.clear()
    reader.write("Add a question", "Do you like us?")
    assert len(told(said)) == 1
    assert told(said)[0].startswith("Yes or no answers this.")


def test_each_cell_of_a_file_dialog_has_a_name(hands, reader, tmp_path, until):
    (tmp_path / "folder").mkdir()  # has no size
    chooser = file_chooser(hands.window, "Open", tmp_path)
    chooser.setViewMode(QFileDialog.ViewMode.Detail)
    chooser.show()
    until(lambda: any(name(one) == "folder" for one in walk(spoken(chooser))))
    assert unworkable(chooser) == []
    chooser.close()
    chooser.deleteLater()


def test_a_list_that_comes_to_scroll_is_named_with_a_role(hands, reader):
    reader.act("Ten ways")
    dialog = QApplication.activeModalWidget()
    QApplication.processEvents()
    assert dialog.lines.focusPolicy() != Qt.FocusPolicy.NoFocus
    assert unworkable(dialog) == []
    reader.act("Close")


def test_a_refusal_by_the_window_is_met_before_the_page(hands):
    content = hands.window.content
    content.refusal.show_sentence("Not now.")
    read = spoken(content)
    parts = [read.child(n).object() for n in range(read.childCount())]
    assert parts.index(content.refusal) < parts.index(hands.window.desk.parentWidget())


def test_on_the_start_page_the_workshop_on_top_is_met_first(window, tmp_path):
    paths = [tmp_path / "one.cxw", tmp_path / "other.cxw"]
    for path in paths:
        workshop = Workshop.new(path, path.stem)
        workshop.save()
        workshop.close()
    window.start.show_now(paths)
    QApplication.processEvents()
    met = [one.object() for one in walk(spoken(window.start.others.parentWidget()))]
    assert isinstance(met[1], LatestPanel)
