"""The team's word for a customer stands wherever we say "customer", in any form of it."""

from __future__ import annotations

import ast
import re
import threading
from pathlib import Path

import polib
import pytest

from cxworkshop.customer_word import (
    PRESETS,
    CustomerWord,
    calling_customers,
    customer_word,
    plural_of,
)
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _, ngettext, set_language, speaking
from cxworkshop.stops.prepare.customer_words import own_word
from cxworkshop.store.tables.value_rules import table_rules
from tests.opened import opened
from tests.translations import HEADER, translate

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "resources" / "locale" / "cxworkshop.pot"
# Where "customer" stays, whatever a team says: the loop as the command line's help tells it, and
# what speaks of the word itself.
OURS = {
    "Walks a team through a loop that makes their customers’ experience better every month.",
    "Say what we call our customers",
    "what we call a customer",
    "what we call several customers",
}


GOOD = (None, "x", "VIP guest", "Élève", "अतिथि", "лекар’ят", "לקוח")


def help_of_commands() -> set[str]:
    """What is said in decorators: help of commands and options, read before a workshop is open."""
    found = set()
    for path in (ROOT / "cxworkshop" / "commands").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                parts = [part for one in node.decorator_list for part in ast.walk(one)]
                found |= {p.value for p in parts if isinstance(p, ast.Constant)}
    return found


def test_no_message_says_customer_where_a_teams_word_belongs():
    """In the code and in the decks: all that the template for translators holds."""
    of_help = help_of_commands()
    entries = polib.pofile(str(TEMPLATE))
    texts = [text for entry in entries for text in (entry.msgid, entry.msgid_plural)]
    left = [
        text
        for text in texts
        if re.search(r"(?<!\{)(?<!_)\bcustomers?\b", re.sub(r"\{\w+\}", "", text), re.IGNORECASE)
        and text not in of_help
        and text.partition("\n")[0] not in OURS
        and text not in PRESETS[0]
    ]
    assert left == []
    assert sum("customer" in text.lower() for text in texts) > 250


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (PRESETS[0], "A customer’s word; the customers’ words; Ask customers, or a customer."),
        (PRESETS[1], "A patient’s word; the patients’ words; Ask patients, or a patient."),
        (
            CustomerWord("owner", "owners"),
            "An owner’s word; the owners’ words; Ask owners, or an owner.",
        ),
        (
            CustomerWord("child", "children"),
            "A child’s word; the children’s words; Ask children, or a child.",
        ),
        (
            CustomerWord("user", "users"),
            "A user’s word; the users’ words; Ask users, or a user.",
        ),
    ],
)
def test_a_sentence_takes_the_word_in_its_form(word, said):
    with calling_customers(word):
        assert said == _(
            "{A_customer}’s word; the {customers_s} words; Ask {customers}, or {a_customer}."
        )


def test_capital_article_number_and_what_is_put_in_later():
    with calling_customers(CustomerWord("hourly guest", "hourly guests")):
        text = ngettext("{n} {customer} of {team}", "{n} {customers} of {team}", 2)
        assert text.format(n=2, team="{customer}") == "2 hourly guests of {customer}"
        assert _("{Customers_s} words, {A_customer}") == "Hourly guests’ words, An hourly guest"


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("patient", "patients"),
        ("family", "families"),
        ("boy", "boys"),
        ("boss", "bosses"),
        ("church", "churches"),
        ("person", "people"),
        ("school child", "school children"),
        ("Spokeswoman", "Spokeswomen"),
    ],
)
def test_several_are_proposed_as_english_has_them(one, many):
    assert plural_of(one) == many


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("PATIENT", ""), ("patient", "patients")),
        (("Patients", ""), ("patient", "patients")),
        (("patient", "PATIENTS"), ("patient", "patients")),
        (("patient", "the sick"), ("patient", "the sick")),
        (("PUPIL", ""), ("pupil", "pupils")),
        (("VIP", ""), ("VIP", "VIPs")),
        (("guest of honour", ""), ("guest of honour", "guests of honour")),
    ],
)
def test_a_word_is_kept_as_it_is_meant(typed, kept):
    assert own_word(*typed) == kept


def test_each_thread_and_each_paper_has_its_own():
    found = []
    with calling_customers(PRESETS[2]):
        thread = threading.Thread(target=lambda: found.append(customer_word()))
        thread.start()
        thread.join()
        assert (_("{customers}"), found) == ("guests", [PRESETS[0]])
    assert _("{customers}") == "customers"


def test_a_translation_takes_the_word_as_it_likes(tmp_path, monkeypatch):
    monkeypatch.setenv("CXW_LOCALE", str(tmp_path))
    po = (
        HEADER + '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n'
        'msgid "patient"\nmsgid_plural "patients"\nmsgstr[0] "Patient"\nmsgstr[1] "Patienten"\n'
        'msgid "Ask {customers}"\nmsgstr "{Customers}: fragen ({a_customer})"\n'
        'msgid "Talk to {customers}"\nmsgstr "Mit den Leuten reden"\n'
    )
    assert translate(tmp_path, "de", po) == []
    set_language("de")
    with calling_customers(PRESETS[1]):
        assert _("Ask {customers}") == "Patienten: fragen (Patient)"
        assert _("Talk to {customers}") == "Mit den Leuten reden"
        with speaking("en"):
            assert _("Ask {customers}") == "Ask patients"


def test_it_is_one_step_that_undo_takes_back_and_the_agenda_follows(workshop):
    prepare = workshop.prepare

    def titles() -> list[str]:
        return [each.line.title for each in prepare.agenda.meeting(30).lines]

    agenda = titles()
    assert "What customers say now" in agenda
    prepare.call_customers("Patient")
    assert prepare.customer_word() == ("patient", "patients")
    assert workshop.content.customer_word() == ("patient", "patients")
    assert "What patients say now" in titles()
    workshop.undo()
    assert prepare.customer_word() == ("customer", "customers")
    assert titles() == agenda
    workshop.redo()
    assert prepare.customer_word() == ("patient", "patients")
    seq = workshop.seq
    prepare.call_customers("patient")
    assert workshop.seq == seq  # nothing to undo
    prepare.call_customers("", "")
    assert prepare.team().customer is None


@pytest.mark.parametrize("word", ["x" * 41, "a {n}", "}"])
def test_a_word_that_could_not_stand_in_a_sentence_is_refused(workshop, word):
    seq = workshop.seq
    with pytest.raises(BadWords):
        workshop.prepare.call_customers(word)
    with pytest.raises(BadWords):
        workshop.prepare.call_customers("guest", word)
    assert workshop.seq == seq


def test_marks_and_line_ends_are_taken_out(workshop):
    workshop.prepare.call_customers(" VIP\n guest\u202e \x07", "VIP\tguests")
    assert workshop.prepare.customer_word() == ("VIP guest", "VIP guests")
    workshop.save()
    assert opened(workshop.path).prepare.customer_word() == ("VIP guest", "VIP guests")


@pytest.mark.parametrize("forged", ["", "x" * 41, "{0}", "a\nb", "a\u202eb", " a", "a\x07"])
def test_a_forged_word_is_not_opened_however_right_its_seal(forged):
    rules = table_rules("workshop")
    assert [rules[name].is_right(forged) for name in ("customer", "customers")] == [False, False]
    assert all(rules[name].is_right(word) for name in rules if "customer" in name for word in GOOD)
