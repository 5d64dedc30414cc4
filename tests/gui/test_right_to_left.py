"""Arabic and Hebrew words stand on the right, their bar too, and numbers keep their place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from cxworkshop import i18n
from tests.gui.conftest import Hands
from tests.gui.dropping import drop
from tests.gui.painted import Run, painted, picture, settle
from ui.dialogs.settings import SettingsDialog
from ui.importing.table import ImportTable
from ui.stops.big_list.board.card import BAR, PAD
from ui.stops.talk.recent_answers import RecentAnswer
from ui.theme.qt_language import translate_qt
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, QuoteLabel
from ui.window.rail import Rail

ARABIC = "الطلب رقم 17 تأخر كثيرا ولم يتصل بي أحد اليوم"
HEBREW = "הדלת כבדה מדי, 3 פעמים נתקעתי [בכניסה] השבוע"
ENGLISH = "the door is heavy, 3 times this week"
WAITING = "الانتظار الطويل 24 ساعة"
NEAR = 5  # pixels: a letter's own edge


@pytest.fixture
def team(hands):
    """What was said in three languages; the Arabic one in a group, which is picked."""
    workshop = hands.workshop
    said = {}
    for words in (ARABIC, HEBREW, ENGLISH):
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        said[words] = workshop.talk.say(words, talk.id).id
    workshop.big_list.group([said[ARABIC]], WAITING)
    workshop.pick.put(workshop.pick.subject("A"))
    workshop.pick.put(workshop.pick.subject("2"))
    return hands


def is_foreign(text: str) -> bool:
    return any("\u0590" <= letter <= "\u06ff" for letter in text)


def lines(window: QWidget, inside: QRect) -> list[list[Run]]:
    """Foreign lines, each from left to right with the numbers between the words."""
    rows: dict[int, list[Run]] = {}
    for run in painted(window):
        if inside.contains(run.box.center()):
            rows.setdefault(run.box.center().y() // 4, []).append(run)
    found = [sorted(row, key=lambda run: run.box.left()) for row in rows.values()]
    return [row for row in found if any(is_foreign(run.text) for run in row)]


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def ends(window: QWidget, inside: QRect) -> set[int]:
    return {max(run.box.right() for run in row) for row in lines(window, inside)}


def on_cards(hands) -> dict[str, QRect]:
    board = hands.page.board
    found = {}
    for item in board.cards.values():
        corner = board.viewport().mapTo(hands.window, QPoint(0, 0))
        found[item.face.card.words] = board.board_layout.area_of(item).translated(corner)
    return found


def bar_at(hands, x: int, area: QRect) -> bool:
    """Whether a customer's bar stands there."""
    accent = QColor(hands.window.theme.tokens.accent)
    return QColor(picture(hands.window).pixel(x, area.bottom() - 40)) == accent


@pytest.mark.parametrize("words", [ARABIC, HEBREW])
def test_a_card_has_its_words_and_its_bar_on_the_right(team, words):
    team.go(3)
    settle()
    card = next(area for said, area in on_cards(team).items() if words in (said, said.strip("“”")))
    found = ends(team.window, card.adjusted(0, 30, 0, -20))
    right = card.right() - PAD - BAR
    assert len(lines(team.window, card)) >= 2
    assert all(abs(end - right) <= NEAR for end in found), (found, right)
    assert bar_at(team, card.right() - PAD - 1, card)
    assert not bar_at(team, card.left() + PAD + 1, card)


def test_an_english_card_keeps_its_bar_on_the_left(team):
    team.go(3)
    settle()
    card = on_cards(team)[ENGLISH]
    assert bar_at(team, card.left() + PAD + 1, card)


def test_a_column_has_its_letter_above_the_words_on_the_right(team):
    team.go(3)
    settle()
    head = next(column.head for column in team.page.board.columns if column.group)
    board = team.page.board
    area = head.toAlignedRect().translated(board.viewport().mapTo(team.window, QPoint(0, 0)))
    runs = [run for run in painted(team.window) if area.contains(run.box.center())]
    letter = next(run for run in runs if run.text == "A")
    words = next(run for run in runs if run.text == "الانتظار")
    assert letter.box.bottom() <= words.box.top() + NEAR
    assert abs(letter.box.center().x() - words.box.right()) <= 20


@pytest.mark.parametrize("words", [ARABIC, HEBREW])
def test_a_typed_line_stands_on_the_right(team, words):
    team.go(2)
    settle()
    typed = next(t for t in team.window.findChildren(RecentAnswer) if words in t.accessibleName())
    area = place(typed, team.window)
    right = area.left() + round(typed._box(typed.width()).right())
    found = ends(team.window, area.adjusted(0, 0, right - area.right(), 0))
    assert found
    assert all(abs(end - right) <= NEAR for end in found), (found, right)
    assert bar_at(team, right + 7, area.adjusted(0, 0, 0, 20))


def test_lines_to_pick_from_stand_on_the_right(team):
    team.go(4)
    settle()
    view = team.page.list.viewport()
    # A line that is in a slot has the slot's number beside its words.
    area = place(view, team.window).adjusted(0, 0, -team.window.theme.px(40), 0)
    found = ends(team.window, area)
    assert len(lines(team.window, area)) >= 4
    assert all(abs(end - area.right()) <= NEAR for end in found), found
    first = next(row for row in lines(team.window, area) if "A" in {run.text for run in row})
    assert first[-1].text == "A"


def test_slots_and_labels_stand_on_the_right(team):
    team.go(4)
    settle()
    for slot in team.page.slots[:2]:
        area = place(slot.head, team.window)
        found = ends(team.window, area)
        assert found
        assert all(abs(end - area.right()) <= NEAR for end in found)


def test_a_quote_leaves_room_for_its_bar(app, team):
    quote = QuoteLabel(HEBREW, team.window.theme)
    plain = Label(ARABIC, team.window.theme)
    for label in (quote, plain):
        label.setParent(team.page)
        label.setGeometry(0, 0, 500, 40)
        label.show()
        label.raise_()
        settle()
        area = place(label, team.window)
        room = 11 if label is quote else 0
        (end,) = ends(team.window, area)
        assert abs(end - (area.right() - room)) <= NEAR
        label.hide()
    quote.setText(ENGLISH)
    assert quote.contentsMargins().left() == 11
    assert quote.contentsMargins().right() == 0


def test_numbers_among_the_words_keep_their_place(team):
    """From right to left: the order, number, 17, was late."""
    for stop in (2, 3, 4):
        team.go(stop)
        settle()
        runs = [run for run in painted(team.window) if run.text == "17" or is_foreign(run.text)]
        number = next(run for run in runs if run.text == "17")
        same = [run for run in runs if abs(run.box.center().y() - number.box.center().y()) < 8]
        right = [run.text for run in same if run.box.left() >= number.box.right() - 2]
        assert any("رقم" in text for text in right), (stop, right)


def test_the_tree_reads_from_the_right(team):
    team.go(3)
    team.page.switch_view()
    settle()
    area = place(team.page.tree.viewport(), team.window)
    row = next(row for row in lines(team.window, area) if "3" in {run.text for run in row})
    texts = [run.text for run in row if is_foreign(run.text) or run.text in "23"]
    assert [text for text in texts if text in "23"] == ["3", "2"]  # its code stands on the right


def test_a_field_begins_on_the_right(team):
    team.go(4)
    line = team.find("add a name")
    line.setText("דנה 7")
    settle()
    area = place(line, team.window)
    assert area.right() - max(ends(team.window, area)) <= 2 * NEAR + 5  # and the field's margin


def test_scripts_without_italics_stand_upright(team):
    """Slanted Hebrew is no Hebrew, and a font without Arabic shows boxes."""
    for stop in (2, 3, 4):
        team.go(stop)
        settle()
        foreign = [run for run in painted(team.window) if is_foreign(run.text)]
        assert foreign
        assert [run.text for run in foreign if run.font.italic()] == [], stop
    assert not QuoteLabel(HEBREW, team.window.theme).font().italic()
    assert QuoteLabel(ENGLISH, team.window.theme).font().italic()


def test_the_box_stands_upright_while_such_words_are_typed(team):
    team.go(2)
    box = team.page.capture
    assert box.font().italic()
    box.insertPlainText(HEBREW)
    assert not box.font().italic()
    box.undo()
    assert box.font().italic()


@pytest.fixture
def arabic(app, request):
    """Windows of ours as Arabic has them."""
    i18n.set_language("ar")
    translate_qt(app)
    yield request.getfixturevalue("hands")
    i18n.set_language("en")
    translate_qt(app)


def say(hands, *said: str) -> None:
    for words in said:
        talk = hands.workshop.talk.begin(hands.workshop.talk.next_customer().id)
        hands.workshop.talk.say(words, talk.id)


@pytest.mark.begins_at(3)
def test_an_arabic_window_begins_at_the_right(arabic):
    say(arabic, ARABIC, "الطابور")
    arabic.go(3)
    settle()
    board = arabic.page.board
    rail, button = arabic.window.findChild(Rail), arabic.find(i18n._("Paper line"), Button)
    assert rail.mapTo(arabic.window, QPoint(0, 0)).x() > arabic.window.width() // 2
    first, second = (board.board_layout.area_of(item) for item in board.cards.values())
    assert first.left() > second.right()
    for area, words in ((first, ARABIC), (second, "الطابور")):
        QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
        (chosen,) = board.selection.cards()
        assert board.cards[chosen].face.card.words == words
    QTest.keyClick(board, Qt.Key.Key_Right)  # back towards where lines begin
    assert board.cards[board.selection.focused()].face.card.words == ARABIC
    area = place(button, arabic.window)
    runs = [run for run in painted(arabic.window) if area.contains(run.box.center())]
    words = [run for run in runs if is_foreign(run.text)]
    key = next(run for run in runs if "Ctrl" in run.text)
    assert key.box.right() < min(run.box.left() for run in words)
    assert max(run.box.right() for run in words) < area.right() - 20  # the icon stands before


@pytest.mark.begins_at(3)
def test_a_letter_on_an_arabic_keyboard_is_known_by_its_place(arabic, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    say(arabic, "الطابور", "الهاتف")
    arabic.go(3)
    settle()
    board = arabic.page.board
    QTest.mouseClick(
        board.viewport(),
        Qt.MouseButton.LeftButton,
        pos=board.board_layout.area_of(next(iter(board.cards.values()))).center(),
    )
    press(arabic, 42, "ل")  # the key of G
    (group,) = arabic.workshop.big_list.board().groups
    assert group.letter == "A"
    field = QApplication.focusWidget()
    field.clear()
    press(arabic, 42, "ل")  # the headline is open now, and is typed into
    assert field.text() == "ل"


def test_the_columns_of_an_import_go_on_to_the_left(arabic, tmp_path):
    path = tmp_path / "words.csv"
    path.write_text(f"Nr,Better\n1,{ARABIC}\n2,{WAITING}\n", encoding="utf-8")
    drop(arabic.window, path)
    settle()
    table = arabic.window.findChild(ImportTable)
    first, second = table.head_area(0), table.head_area(1)
    assert first.left() >= second.right()
    for area, column in ((first, 0), (second, 1)):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
        QApplication.activePopupWidget().close()
        assert table.column == column
    QTest.keyClick(table, Qt.Key.Key_Right)  # back towards where lines begin
    assert table.column == 0


def press(hands, place: int, letter: str) -> None:
    """Press a key with its code under X11, and the letter that it writes."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        none = Qt.KeyboardModifier.NoModifier
        key = QKeyEvent(kind, ord(letter), none, place, 0, 0, letter)
        QApplication.sendEvent(hands.window.windowHandle(), key)
    settle()


def test_another_language_turns_an_open_window_round(hands):
    def rail_left() -> int:
        settle()
        return hands.window.findChild(Rail).mapTo(hands.window, QPoint(0, 0)).x()

    assert rail_left() == 0
    for key, code in ((Qt.Key.Key_Down, "ar"), (Qt.Key.Key_Up, "en")):
        hands.window.help.show_settings()
        settings = Hands(hands.window.findChild(SettingsDialog))
        choice = next(c for c in settings.window.findChildren(QComboBox) if c.findData(code) >= 0)
        QTest.keyClick(choice, key)
        assert i18n.language() == code
        assert (rail_left() == 0) is (code == "en")
