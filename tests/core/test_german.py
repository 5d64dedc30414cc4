"""What another language does differently from English, shown by German."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop import i18n
from cxworkshop.keys import KEYS, key_name
from cxworkshop.promise_words import leads, promise_of
from cxworkshop.stops.prepare.customer_words import own_word
from tests.opened import new


@pytest.fixture(autouse=True)
def german():
    i18n.set_language("de")


def test_a_new_workshop_asks_and_prints_in_german(tmp_path):
    workshop = new(tmp_path / "w.cxw", "Station 7", date(2026, 11, 30))
    assert workshop.prepare.team().language == "de"
    asked = [row.words for row in workshop.prepare.questions.all()]
    assert any(words.startswith("Was ") for words in asked)
    i18n.set_language("en")
    with workshop.content.speaking():  # the paper of a German team, from an English laptop
        assert i18n._("Print") == "Drucken"


def test_a_promise_is_said_as_it_was_typed():
    whole = "Wenn jemand anruft, gehen wir in einer Minute ans Telefon"
    for when, we in ((whole, ""), ("", whole)):
        assert promise_of(when, we).sentence == f"{whole}."
    assert promise_of("jemand anruft", "gehen wir ans Telefon").sentence == (
        "Wenn jemand anruft, gehen wir ans Telefon."
    )
    assert promise_of("Sobald jemand wartet,", "sagen wir, wie lange").sentence == (
        "Sobald jemand wartet, sagen wir, wie lange."
    )
    assert leads("jemand anruft", "gehen wir ans Telefon") == ("Wenn", "dann")
    assert leads("wenn jemand anruft", whole) == ("", "")
    i18n.set_language("en")  # on English paper it is still their sentence
    assert promise_of("", whole).sentence == f"{whole}."
    assert promise_of("falls ill", "come").sentence == "When a customer falls ill, we come."


def test_nouns_keep_their_capitals_and_quotes_have_other_marks():
    assert own_word("Patientin") == ("Patientin", "Patientin")
    assert own_word("Gast", "Gäste") == ("guest", "guests")  # the preset, said in each language
    assert i18n.in_quotes("ja") == "„ja“"
    assert i18n.begun_small("Auf der Liste") == "Auf der Liste"
    i18n.set_language("en")
    assert i18n.in_quotes("yes") == "“yes”"
    assert i18n.begun_small("On the list") == "on the list"


def test_forgetting_finds_a_quote_between_german_marks(tmp_path):
    workshop = new(tmp_path / "w.cxw", "Station 7", date(2026, 11, 30))
    row = workshop.talk.next_customer()
    words = "Niemand hat mir gesagt, wie lange es dauert"
    workshop.talk.say(words, workshop.talk.begin(row.id).id)
    workshop.pick.put(workshop.pick.subject("1"))
    workshop.rounds.start_next()
    asked = [one.words for one in workshop.prepare.questions.all()]
    assert any(f"„{words}“" in one for one in asked)
    workshop.privacy.forget(row.id)
    asked = [one.words for one in workshop.prepare.questions.all()]
    assert any("„…“" in one for one in asked)
    assert b"Niemand" not in workshop._store.image()


def test_keys_are_called_by_what_is_printed_on_them():
    assert key_name("Ctrl+Shift+N") == "Strg+Umschalt+N"
    assert key_name("Alt+Del") == "Alt+Entf"
    assert key_name("Ctrl+-") == "Strg+-"
    assert key_name(key_name("Ctrl+Return")) == "Strg+Eingabe"
    assert not [key.name for key in KEYS if "Ctrl" in key.name or "Del" in key.name.split("+")]
    turn = next(key for key in KEYS if "wall_on" in key.does_too)
    for language, said in (("de", "Bild ab"), ("ar", "Page Down")):
        i18n.set_language(language)
        assert turn.name_for("wall_on") == said
