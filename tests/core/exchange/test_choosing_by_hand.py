"""What a person says of a table on the import page: roles, the first row, ticks, last time."""

from __future__ import annotations

import pytest

from cxworkshop.errors import Refusal
from cxworkshop.exchange.choosing import ImportChoices, choose
from cxworkshop.exchange.import_plan import plan
from cxworkshop.exchange.piles import aside_piles, card_piles, praise_piles, shortened
from cxworkshop.exchange.readers import read
from cxworkshop.exchange.readers.text import read_text
from cxworkshop.exchange.recipe import ImportRecipe
from cxworkshop.exchange.roles import ColumnRole, RoleExchange, with_role
from cxworkshop.exchange.ticks import Ticks, with_ticks
from cxworkshop.services.import_preview import preview_import
from cxworkshop.services.import_reading import ImportFile, KnownAnswers

WORDS, PRAISE, WHO, OUT = (
    ColumnRole.WORDS,
    ColumnRole.PRAISE,
    ColumnRole.WHO,
    ColumnRole.LEAVE_OUT,
)
SURVEY = (
    "Customer no.,What should we do better?,What did you like?\n"
    "1,Open at eight in the morning,The light upstairs in winter\n"
    "2,open at eight in the morning!,n/a\n"
    "3,Ring me back within a day,Everybody there was so kind\n"
)
TABLE = read(SURVEY.encode())
GUESS = choose(TABLE, ImportChoices())


def planned(*roles: ColumnRole):
    return plan(TABLE, choose(TABLE, ImportChoices(roles=roles)))


def test_what_is_guessed_has_roles_and_the_roles_choose_the_same():
    assert GUESS.roles == (WHO, WORDS, PRAISE)
    said = choose(TABLE, ImportChoices(roles=GUESS.roles))
    assert said.roles == GUESS.roles
    assert plan(TABLE, said) == plan(TABLE, GUESS)


def test_what_a_person_says_goes_before_titles():
    """The third column asks for what was good, and its answers become cards all the same."""
    found = planned(OUT, PRAISE, WORDS)
    assert [card.answers[0].words for card in found.cards] == [
        "The light upstairs in winter",
        "Everybody there was so kind",
    ]
    assert len(found.praise) == 3
    assert found.customers == 3


def test_nothing_is_guessed_where_a_person_has_said_it_all():
    with pytest.raises(Refusal):
        planned(OUT, OUT, OUT)
    assert choose(TABLE, ImportChoices(roles=(OUT, WORDS, OUT))).respondent is None


def test_a_role_of_one_column_alone_moves():
    assert with_role((WHO, WORDS, OUT), 2, WHO) == (OUT, WORDS, WHO)
    assert with_role((WHO, WORDS, OUT), 2, WORDS) == (WHO, WORDS, WORDS)


def test_a_role_that_was_lost_to_another_column_comes_back():
    """Who moves from the first column to the third and on to the second, and back by one each."""
    exchange = RoleExchange()
    roles = (WHO, WORDS, WORDS)
    for column, role, expected, said in (
        (2, WHO, (OUT, WORDS, WHO), [(0, False)]),
        (1, WHO, (OUT, WHO, OUT), [(2, False)]),
        (1, WORDS, (OUT, WORDS, WHO), [(2, True)]),
        (2, WORDS, (WHO, WORDS, WORDS), [(0, True)]),
        (2, WHO, (OUT, WORDS, WHO), [(0, False)]),
        (0, WORDS, (WORDS, WORDS, WHO), []),
        (2, OUT, (WORDS, WORDS, OUT), []),
    ):
        roles, moves = exchange.give(roles, column, role)
        assert (roles, [(move.column, move.is_back) for move in moves]) == (expected, said)


def test_a_column_is_what_was_said_also_where_it_holds_marks():
    table = read_text(b"Mark,Better\n3,Open at eight\n4,Ring me back\n", "", ",")
    assert choose(table, ImportChoices()).roles == (ColumnRole.SCORE, WORDS)
    assert choose(table, ImportChoices(roles=(OUT, WORDS))).roles == (OUT, WORDS)
    assert choose(table, ImportChoices(roles=(WORDS, ColumnRole.SCORE))).roles[1] == "score"


@pytest.mark.parametrize(("first", "skipped", "rows"), [(0, 0, 0), (1, 1, 0), (2, 1, 1), (3, 1, 2)])
def test_the_rows_above_the_first_answer_name_the_columns_but_for_a_title(first, skipped, rows):
    table = read_text(b"Autumn survey,\nNr,Better\nCode,Q7\n1,Open at eight\n2,Ring me\n", "", ",")
    found = table.starting_with(first)
    assert (found.skipped, found.header_rows) == (skipped, rows)
    assert len(found.body) == 5 - first


def test_ticks_move_answers_and_the_plan_adds_up():
    found = plan(TABLE, GUESS)
    first = found.cards[0].answers
    assert [len(card.answers) for card in found.cards] == [2, 1]
    one = with_ticks(found, Ticks().turned(first[0].key, on=False))
    assert [card.answers[0].words for card in one.cards] == [
        first[1].words,
        "Ring me back within a day",
    ]
    assert [piece.why for piece in one.aside] == ["says nothing", "left out by hand"]
    ticks = Ticks().turned(first[0].key, on=False).turned(first[0].key, on=True)
    assert len(with_ticks(found, ticks).cards) == 2
    nothing = found.aside[0].key
    back = with_ticks(found, Ticks(taken=frozenset((nothing,))))
    assert [answer.words for answer in back.praise][-1] == "n/a"
    assert back.aside == ()


def test_an_answer_that_is_taken_all_the_same_joins_the_card_that_says_it():
    table = read_text(b"Better\nn/a\nOpen at eight\nN/A\nn/a!\n", "", "")
    found = plan(table, choose(table, ImportChoices(roles=(WORDS,))))
    ticks = Ticks(taken=frozenset(piece.key for piece in found.aside))
    assert sorted(len(card.answers) for card in with_ticks(found, ticks).cards) == [1, 1, 3]


def test_all_answers_lie_in_piles():
    found = plan(TABLE, GUESS)
    piles = [*card_piles(found), *praise_piles(found), *aside_piles(TABLE, GUESS, found)]
    assert [(pile.n, pile.title) for pile in piles] == [
        (2, "What should we do better?"),
        (1, "says the same as one of them, and is counted there"),
        (2, "What did you like?"),
        (1, "says nothing"),
    ]
    assert [len(pile.answers()) for pile in piles] == [3, 1, 2, 1]
    short = shortened(piles, 2)
    assert [pile.n for pile in short] == [2, 4]
    assert len(short[1].answers()) == 4


def test_a_recipe_finds_its_columns_again_in_any_order():
    recipe = ImportRecipe.from_text(ImportRecipe.of(TABLE, GUESS, ImportChoices()).to_text())
    other = read(b"What did you like?,Shop,What should we do better?,Customer no.\na,b,c,4\n")
    assert recipe is not None
    assert recipe.roles_in(other, (OUT, OUT, OUT, OUT)) == (PRAISE, OUT, WORDS, WHO)
    less = read(b"What did you like?,Customer no.\na,4\n")
    assert recipe.roles_in(less, (OUT, OUT)) is None


@pytest.mark.parametrize(
    "text", ["", "[]", "[[1],[],0,0,null,null]", '[["a"],["NO"],0,0,null,null]']
)
def test_what_is_no_recipe_is_none(text):
    assert ImportRecipe.from_text(text) is None


def test_last_time_is_found_below_another_number_of_rows():
    wanted = ImportChoices(roles=(WHO, PRAISE, WORDS), header=1, skipped=0)
    recipe = ImportRecipe.of(TABLE, choose(TABLE, wanted), wanted)
    later = SURVEY.replace("morning", "evening")
    file = ImportFile("next.csv", f"Our survey,,\nof November,,\n{later}".encode())
    again = preview_import(file, KnownAnswers(), [recipe]).last_time
    assert again is not None
    assert (again.roles, again.header, again.skipped) == ((WHO, PRAISE, WORDS), 1, 2)
    assert preview_import(file, KnownAnswers()).last_time is None
