"""Closed questions and two at once in the languages that the app speaks."""

from __future__ import annotations

import pytest

from cxworkshop import catalogue, i18n
from cxworkshop.suggest.wording import doubt_about

CLOSED = {
    "de": ("Haben Sie lange gewartet?", "Ist der Brötchenkorb voll", "War alles in Ordnung?"),
    "fr": ("Est-ce que vous êtes content ?", "Avez-vous attendu longtemps ?", "A-t-il répondu ?"),
    "es": ("¿Ha esperado mucho?", "¿Le gusta nuestro pan?", "¿Es fácil llamarnos?"),
    "nl": ("Heeft u lang gewacht?", "Is het brood vers?", "Kunt u ons vinden?"),
    "pl": ("Czy długo Pani czekała?", "A czy chleb jest świeży?"),
    "ar": ("هل انتظرتم طويلًا؟", "هل الخبز طازج", "أليس الباب ثقيلًا؟"),
}
TWO = {
    "de": ("Was gefällt Ihnen, und was fehlt Ihnen?", "Was gefällt Ihnen?"),
    "fr": ("Qu’est-ce qui vous plaît, et qu’est-ce qui manque ?", "Qu’est-ce qui vous plaît ?"),
    "es": ("¿Qué le gusta y qué le falta?", "¿Qué le gusta?"),
    "nl": ("Wat bevalt u, en wat mist u?", "Wat bevalt u?"),
    "pl": ("Co się podoba, a czego brakuje?", "Co się podoba?"),
    "ar": ("ما الذي يعجبكم، وما الذي ينقصكم؟", "ما الذي يعجبكم؟"),
}
OPEN = (
    "Ist es schnell oder langsam?", "Wann war es gut, und wann nicht?", "Erzählen Sie mir davon.",
    "C’est rapide ou lent ?", "Que s’est-il passé ?", "Quand est-ce bien, et quand pas ?",
    "¿Cómo fue?", "¿Qué tal el pan?", "¿Cuándo fue bien y cuándo no?",
    "Was het druk of rustig?", "Hoe ging het?", "Wat was goed, en wat niet?",
    "Czy było szybko, czy wolno?", "Jak było?", "كيف كان الأمر؟", "هل كان سريعًا أم بطيئًا؟",
    "What was it like?", "Was it quick or slow?",
)  # fmt: skip
EVERYWHERE = [code for code in i18n.languages() if code == "en" or code in CLOSED]


@pytest.mark.parametrize("code", CLOSED)
def test_a_closed_question_is_offered_in_general_words_of_its_language(code):
    for here in {code, code if code in ("nl", "es") else "en"}:
        i18n.set_language(here)
        for question in CLOSED[code]:
            doubt = doubt_about(question)
            assert doubt is not None, (question, here)
            with i18n.speaking(code):
                assert doubt.offer == i18n._("Tell me about the last time. How was it?")
            assert doubt_about(doubt.offer) is None


@pytest.mark.parametrize("code", TWO)
def test_of_two_questions_the_first_is_offered(code):
    i18n.set_language(code)
    question, first = TWO[code]
    doubt = doubt_about(question)
    assert doubt is not None
    assert doubt.offer == first


@pytest.mark.parametrize("code", EVERYWHERE)
def test_open_questions_and_our_own_are_not_flagged(code):
    i18n.set_language(code)
    ours = [question for way in catalogue.ways() for question in way.questions]
    ours.append(catalogue.opening_question())
    flagged = [(question, doubt_about(question)) for question in (*ours, *OPEN)]
    assert [(question, doubt) for question, doubt in flagged if doubt and doubt.offer] == []
