"""What survey tools, help desks and shops of apps export is understood by general rules."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.exchange.choosing import ColumnChoices
from cxworkshop.exchange.dates import days, is_date
from cxworkshop.exchange.non_answers import is_non_answer
from cxworkshop.exchange.questions import praised
from cxworkshop.exchange.readers.encoding import decode
from cxworkshop.services.import_reading import (
    ImportFile,
    KnownAnswers,
    PreparedImport,
    prepare_import,
)

WISHES = (
    "The door is too heavy for me", "Please answer the phone sooner", "I had to wait two hours",
    "There is no bench in the shade", "Nobody told me where to go", "The soup was cold again",
    "We could not hear the speaker", "My letter came much too late",
)  # fmt: skip
PRAISE = ("Everybody was kind", "It was so clean", "They knew my name", "What a lovely garden")


def table(heads: str, *columns: object) -> PreparedImport:
    """A file of these columns; a text stands in each of its rows."""
    lists = [c if isinstance(c, (tuple, list)) else [c] * len(WISHES) for c in columns]
    rows = [";".join(map(str, row)) for row in zip(*lists, strict=True)]
    return of("\n".join([heads, *rows]).encode())


def of(data: bytes) -> PreparedImport:
    return prepare_import(ImportFile("answers.csv", data), KnownAnswers())


def counts(found: PreparedImport) -> tuple[int, int, int]:
    return len(found.plan.cards), len(found.plan.praise), found.plan.customers


def chosen(found: PreparedImport) -> ColumnChoices:
    return found.choices


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("What does the library do well?", "What frustrates you most?"),
        ("What we liked", "What we did not like"),
        ("Name one thing that made you smile", "What's one thing that bugged you?"),
        ("What should we keep doing?", "What should we change?"),
        ("Womit waren Sie zufrieden?", "Was sollten wir verbessern?"),
        ("Besonders hilfreich fand ich …", "Gefehlt hat mir …"),
        ("De quoi êtes-vous satisfait ?", "Que devrions-nous améliorer ?"),
        ("¿Qué le ha gustado?", "¿Qué deberíamos mejorar?"),
        ("Waar bent u tevreden over?", "Wat kan er beter?"),
        ("Tops", "Tips"),
        ("Z czego są Państwo zadowoleni?", "Co powinniśmy poprawić?"),
        ("Hvad er du tilfreds med?", "Hvad kan vi gøre bedre?"),
    ],
)
def test_a_question_with_words_of_praise_beside_one_for_wishes_asks_for_praise(good, bad):
    assert praised((good, bad)) == (good,)


@pytest.mark.parametrize(
    "question",
    [
        "How satisfied are you? Please explain",
        "Did you like the food? Comments",
        "What would make you happy?",
        "Warum haben Sie diese Note gegeben?",
        "Weniger gut war",
        "Êtes-vous satisfait ? Commentaires",
        "¿Qué le gustaría que cambiara?",
        "Neyi beğenmediniz?",
        "What keeps you awake at night?",
    ],
)
def test_a_question_for_reasons_or_wishes_is_no_praise_for_a_kind_word(question):
    assert praised((question, "What should we improve?")) == ()


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Are you a new or a returning customer?", ("New", "Returning")),
        ("In what capacity are you responding?", ("Resident", "Business")),
        ("Vous êtes :", ("Parent", "Élève")),
        ("Tipo de viaje", ("En pareja", "Negocios")),
        ("Complainant", ("Patient", "Relative")),
    ],
)
def test_who_answers_is_the_kind_of_customer_and_no_one_person(title, kinds):
    found = table(f"{title};Comment", kinds * 4, WISHES)
    assert chosen(found).customer_kind == 0
    assert found.plan.customers == len(WISHES)


def test_consent_and_marks_are_no_kind_of_customer():
    found = table("I am happy to be quoted;Comment", ("Yes", "No") * 4, WISHES)
    assert chosen(found).customer_kind is None


def test_namesakes_with_mail_addresses_of_their_own_are_different_people():
    mails = [f"a{n}@example.org" for n in range(8)]
    assert counts(table("Name;Email;Comment", "Ann Lee", mails, WISHES)) == (8, 0, 8)


def test_visitors_are_people_and_accounts_are_not():
    found = table("Visitor ID;Account ID;Feedback", [*range(70, 78)], ("a1", "b2") * 4, WISHES)
    assert found.plan.customers == 8


def test_few_people_behind_very_many_rows_are_only_asked_about():
    rows = "\n".join(f"{('Kim', 'Lou')[n % 2]};{words} {n}" for n, words in enumerate(WISHES * 4))
    found = of(f"Person;Comment\n{rows}".encode())
    assert (found.plan.customers, chosen(found).unsure_who) == (32, 0)


def test_a_participant_who_is_named_in_a_first_row_alone_speaks_below_it_too():
    people = ("P1", "", "", "P2", "", "", "P3", "")
    assert counts(table("Participant;Comment", people, WISHES)) == (8, 0, 3)


@pytest.mark.parametrize(
    ("title", "sides"),
    [
        ("author_type", ("user", "admin")),
        ("Direction", ("Incoming", "Outgoing")),
        ("is_staff", ("false", "true")),
        ("inbound", ("True", "False")),
        ("By page owner", ("No", "Yes")),
    ],
)
def test_what_we_said_in_a_conversation_is_set_aside(title, sides):
    found = table(f"{title};Message", sides * 4, WISHES)
    assert [card.answers[0].words for card in found.plan.cards] == [*WISHES[::2]]
    assert {aside.why for aside in found.plan.aside} == {"our own answers"}


def test_yes_below_a_question_about_support_is_nothing_that_we_said():
    assert counts(table("Support;Comment", ("Yes", "No") * 4, WISHES)) == (8, 0, 8)


def test_translations_are_left_out_and_named():
    german = [f"Ich warte hier schon seit {n} Stunden" for n in range(2, 10)]
    found = table("Comment;Comment (translated to English)", german, WISHES)
    assert chosen(found).answers == (0,)
    assert any("translations" in line for line in found.report)


def test_a_header_that_is_repeated_is_nobodys_words():
    words = (*WISHES[:5], "Suggestion", *WISHES[5:7])
    found = table("Date;Suggestion", [f"2026-03-0{n}" for n in range(1, 9)], words)
    assert counts(found) == (7, 0, 7)


def test_compliments_in_a_register_of_complaints_are_praise():
    kinds = ("Complaint", "Compliment", "Suggestion", "Complaint") * 2
    assert counts(table("Feedback type;Details", kinds, WISHES)) == (6, 2, 8)


def test_short_answers_that_return_are_taken_and_asked_about():
    short = ("parking", "price", "queue", "wifi", "signs", "lights", "coffee", "music") * 2
    rows = "\n".join(f"{word};{n % 7 + 20}" for n, word in enumerate(short))
    found = of(f"What is the one thing that you would change?;Age\n{rows}".encode())
    assert (chosen(found).answers, found.plan.merged) == ((0,), 8)
    assert any("perhaps it is not" in doubt.question for doubt in found.doubts)


def test_the_names_of_cards_are_words_if_they_speak():
    found = table("Card ID;Card Name;List Name", [*range(8)], WISHES, "Spring")
    assert chosen(found).answers == (1,)


def test_what_stands_above_a_header_does_not_hide_it():
    head = "Date;Branch;What did we do well?;What could we do better?"
    rows = [
        f"2026-03-0{n + 1};East;{p};{w}"
        for n, (p, w) in enumerate(zip(PRAISE, WISHES[:4], strict=True))
    ]
    for above in ("1;2;3;4", "A;B;C;D", "Filter:;Branch = East;;\nPeriod:;March;;\n;;;"):
        found = of("\n".join([above, head, *rows]).encode())
        assert counts(found) == (4, 4, 4)


def test_a_title_as_long_as_a_declaration_is_a_title():
    declared = "Your answers are kept for a year and seen by us alone. " * 9 + "Do you agree?"
    found = table(f"Date;{declared};What would you change?", "2026-03-01", "Yes", WISHES)
    assert (found.header_rows, chosen(found).answers) == (1, (2,))


@pytest.mark.parametrize(
    "text",
    [
        "Reviewed in France on 3 March 2026", "03/Mar/26 9:10 AM", "3 de marzo de 2026",
        "2026年3月3日", "Tuesday, March 3, 2026", "3 mar 2026", "3 marca 2026",
    ],
)  # fmt: skip
def test_dates_are_read_as_other_programs_write_them(text):
    assert is_date(text)
    assert days([text]).days == (date(2026, 3, 3),)


@pytest.mark.parametrize("text", ["2 sets 10 minutes", "the 31 foo 2026", "I waited 12 minutes"])
def test_numbers_among_words_are_no_dates(text):
    assert not is_date(text)


def test_the_day_of_an_export_is_not_the_day_of_an_answer():
    told = [f"2026-02-0{n}" for n in range(1, 9)]
    assert chosen(table("Export Date;Creation Date;Comment", "2026-06-01", told, WISHES)).day == 1


@pytest.mark.parametrize(
    "text", ["特になし", "لا يوجد", "brak", "Nessuno", "nada a dizer", "yok", "нет", "없음", "没有"]
)
def test_nothing_is_said_in_other_languages_too(text):
    assert is_non_answer(text)


def test_arabic_of_an_old_code_page_is_not_taken_for_signs():
    text = "التاريخ;الملاحظات\n" + "03/02/2026;ننتظر نصف ساعة على الهاتف ثم ينقطع الخط\n" * 9
    assert decode(text.encode("cp1256"))[0] == text
