"""Translations: the right form, the right file, and never a crash."""

from __future__ import annotations

import random

import polib
import pytest

from cxworkshop import i18n
from cxworkshop.i18n import _, ngettext
from tests.translations import HEADER, translate

POLISH = (
    HEADER + '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 '
    '&& (n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n'
    'msgid "{n} card"\nmsgid_plural "{n} cards"\n'
    'msgstr[0] "{n} karta"\nmsgstr[1] "{n} karty"\nmsgstr[2] "{n} kart"\n'
)

ONE_AND_MANY = (
    HEADER + '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n'
    'msgid "{n} card"\nmsgid_plural "{n} cards"\nmsgstr[0] "{n} one"\nmsgstr[1] "{n} many"\n'
)


@pytest.fixture
def speak(tmp_path, monkeypatch):
    """Write a language's .po, compile it, and speak it."""
    monkeypatch.setenv("CXW_LOCALE", str(tmp_path))

    def write(code, po, asked=None):
        translate(tmp_path, code, po)
        i18n.set_language(asked or code)

    return write


@pytest.fixture
def speak_mo(tmp_path, monkeypatch):
    """Write a language's .mo, whatever made it, and speak it."""
    monkeypatch.setenv("CXW_LOCALE", str(tmp_path))

    def write(code, mo):
        path = tmp_path / code / "LC_MESSAGES" / "cxworkshop.mo"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(mo)
        i18n._translations.cache_clear()  # two files may be written within a tick of the clock
        i18n.set_language(code)

    return write


def mo_of(po: str) -> bytes:
    """As another tool would compile it: nothing in it is looked at."""
    read = polib.pofile(po)
    read.encoding = "utf-8"
    return read.to_binary()


def cards(n):
    return ngettext("{n} card", "{n} cards", n).format(n=n)


def test_english_needs_no_file():
    i18n.set_language("en")
    assert _("Big list") == "Big list"
    assert [cards(n) for n in (0, 1, 2)] == ["0 cards", "1 card", "2 cards"]


def test_a_translated_message_is_shown_and_another_stays_english(speak):
    speak("de", HEADER + '\nmsgid "Undo"\nmsgstr "Zurück"\n\nmsgid "Redo"\nmsgstr ""\n')
    assert (_("Undo"), _("Redo"), _("Help")) == ("Zurück", "Redo", "Help")


def test_a_translation_that_has_changed_is_read_again(speak):
    speak("de", HEADER + '\nmsgid "Undo"\nmsgstr "Zurück"\n')
    with i18n.speaking("de"):
        assert _("Undo") == "Zurück"
    speak("de", HEADER + '\nmsgid "Undo"\nmsgstr "Rückgängig"\n')
    with i18n.speaking("de"):
        assert _("Undo") == "Rückgängig"


def test_a_language_with_three_plural_forms_uses_each_where_it_belongs(speak):
    speak("pl", POLISH)
    assert [cards(n) for n in (1, 2, 4, 5, 12, 22, 112)] == [
        "1 karta", "2 karty", "4 karty", "5 kart", "12 kart", "22 karty", "112 kart",
    ]  # fmt: skip


def test_a_language_with_one_form_uses_it_for_every_number(speak):
    speak(
        "ja",
        HEADER + '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
        'msgid "{n} card"\nmsgid_plural "{n} cards"\nmsgstr[0] "カード{n}枚"\n',
    )
    assert [cards(n) for n in (1, 2)] == ["カード1枚", "カード2枚"]


@pytest.mark.parametrize(
    "rule", ["plural=__import__('os')", "plural=n/0", "plural=n*9", "plural=-3", "plural=((("]
)
def test_a_plural_rule_that_is_none_falls_back_to_forms_that_exist(speak, rule):
    speak(
        "xx",
        HEADER + f'"Plural-Forms: nplurals=2; {rule};\\n"\n\n'
        'msgid "{n} card"\nmsgid_plural "{n} cards"\nmsgstr[0] "{n} one"\nmsgstr[1] "{n} many"\n',
    )
    assert {cards(n).split()[1] for n in (0, 1, 5)} <= {"one", "many"}


@pytest.mark.parametrize("asked", ["de_AT", "de-AT", "de_AT.UTF-8", "de_AT@euro"])
def test_a_country_without_its_own_file_speaks_its_language(speak, asked):
    speak("de", HEADER + '\nmsgid "Undo"\nmsgstr "Zurück"\n', asked)
    assert _("Undo") == "Zurück"


def test_a_countrys_own_file_wins(speak):
    speak("pt", HEADER + '\nmsgid "Undo"\nmsgstr "Anular"\n')
    speak("pt_BR", HEADER + '\nmsgid "Undo"\nmsgstr "Desfazer"\n')
    assert _("Undo") == "Desfazer"


@pytest.mark.parametrize(
    ("variable", "said"), [("LANGUAGE", "de:en"), ("LC_ALL", "de_DE.UTF-8"), ("LANG", "de_CH")]
)
def test_without_a_choice_the_computers_own_language_is_spoken(speak, monkeypatch, variable, said):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, said)
    speak("de", HEADER + '\nmsgid "Undo"\nmsgstr "Zurück"\n')
    i18n.set_language(None)
    assert _("Undo") == "Zurück"


@pytest.mark.parametrize("asked", ["C", "POSIX", "", "../../etc", "tlh", "x" * 300])
def test_a_language_nobody_has_is_english(asked, monkeypatch):
    monkeypatch.setenv("LANGUAGE", asked)
    i18n.set_language(asked)
    assert _("Undo") == "Undo"


@pytest.mark.parametrize("words", ["{nmae} ist gesperrt", "{} ist gesperrt", "{name ist gesperrt"])
def test_a_translation_that_asks_for_what_the_program_does_not_have_is_left_out(speak, words):
    speak("de", HEADER + f'\nmsgid "{{name}} is locked"\nmsgstr "{words}"\n')
    assert _("{name} is locked").format(name="Parking") == "Parking is locked"


def test_a_message_with_a_lone_brace_spoils_no_other(speak):
    po = '\nmsgid "a { b"\nmsgstr "c { d"\n\nmsgid "Undo"\nmsgstr "Zurück"\n'
    speak("de", HEADER + po)
    assert (_("a { b"), _("Undo")) == ("a { b", "Zurück")


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"\x00\xff\xfe\x89PNG",
        b'msgid "Undo"\nmsgstr "Zur\xfcck"\n',
        b'msgid "Undo\nmsgstr',
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=klingon\\n"\n\nmsgid "Undo"\n',
        b'msgstr[9x] "a"',
    ],
)
def test_a_broken_file_leaves_the_program_in_english(speak, junk):
    speak("de", junk)
    assert _("Undo") == "Undo"
    assert cards(2) == "2 cards"


def test_a_file_with_flipped_and_missing_bytes_never_stops_the_program(speak):
    chance = random.Random(7)
    for _try in range(300):
        po = bytearray(POLISH.encode())
        for _flip in range(chance.randrange(1, 12)):
            po[chance.randrange(len(po))] = chance.randrange(256)
        speak("pl", bytes(po[: chance.randrange(len(po))]))
        assert _("Big list")
        assert cards(5)


@pytest.mark.parametrize("rule", ["plural=n/0", "plural=n*9", "plural=-3"])
def test_a_mo_of_another_tool_with_a_senseless_plural_rule_speaks_english_there(speak_mo, rule):
    speak_mo("xx", mo_of(ONE_AND_MANY.replace("plural=n != 1", rule)))
    assert {cards(n) for n in (0, 5)} <= {"0 cards", "5 cards", "0 one", "5 one", "0 many"}


@pytest.mark.parametrize("words", ["{nmae} ist gesperrt", "{} ist gesperrt", "{name ist gesperrt"])
def test_a_mo_of_another_tool_is_not_asked_for_what_the_program_does_not_have(speak_mo, words):
    speak_mo("de", mo_of(HEADER + f'\nmsgid "{{name}} is locked"\nmsgstr "{words}"\n'))
    assert _("{name} is locked").format(name="Parking") == "Parking is locked"
    assert i18n.is_translated()


def test_nothing_is_said_where_nothing_was_to_be_said(speak):
    """To an empty message gettext answers with the header of the file."""
    speak("de", HEADER + '\nmsgid "Undo"\nmsgstr "Zurück"\n')
    assert _("") == ""


@pytest.mark.parametrize("junk", [b"", b"\x00\xff\xfe\x89PNG", b"\xde\x12\x04\x95", b"msgid"])
def test_a_broken_mo_leaves_the_program_in_english(speak_mo, junk):
    speak_mo("de", junk)
    assert (_("Undo"), cards(2), i18n.is_translated()) == ("Undo", "2 cards", False)


def test_a_mo_with_flipped_and_missing_bytes_never_stops_the_program(speak_mo):
    chance, whole = random.Random(7), mo_of(POLISH)
    for _try in range(1000):
        mo = bytearray(whole)
        for _flip in range(chance.randrange(1, 12)):
            mo[chance.randrange(len(mo))] = chance.randrange(256)
        speak_mo("pl", bytes(mo[: chance.choice((len(mo), chance.randrange(len(mo))))]))
        assert _("Big list")
        assert cards(5)


def test_the_language_in_use_can_be_asked_for():
    i18n.set_language("pt-BR")
    assert i18n.language() == "pt_BR"


def test_a_sentence_that_begins_with_somebodys_words_runs_as_our_language_does(speak):
    i18n.set_language("en")
    assert i18n.our_way("שלום: we ask") == "\N{LEFT-TO-RIGHT MARK}שלום: we ask"
    assert i18n.our_way("12: we ask") == "12: we ask"
    speak("he", HEADER + '\nmsgid "Undo"\nmsgstr "בטל"\n')
    assert i18n.our_way("Hello: נשאל") == "\N{RIGHT-TO-LEFT MARK}Hello: נשאל"
    assert i18n.our_way("שלום: נשאל") == "שלום: נשאל"
