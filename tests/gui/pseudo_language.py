"""The window in a language that is 40 % longer than English, with a team that writes Cyrillic.

So a word with a plain vowel is one of ours that was never translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cxworkshop.model import Criterion, CriterionAnswer
from cxworkshop.workshop import Workshop
from tests.gui.checks.room import cramped
from tests.gui.painted import Run, painted, settle
from ui.window.main_window import MainWindow
from ui.window.rail import RailEntry

PLAIN = re.compile(r"\b[A-Za-z]*[aeiou][A-Za-z]*\b")
NAMES = {"Letter"}  # what is called so in every language
STOPS = range(1, 9)
# In the narrow table of first steps, besides the rail: its first head, and hints of a new line.
ELSEWHERE = (RailEntry.__name__, "Whát wé wíll dó", "Bý whéñ", "Néxt štép", "Whó dóéš")
SAID = ("Ждали долго", "Дверь тяжёлая", "Хлеб чёрствый", "Нет цены")


def fill(workshop: Workshop) -> None:
    """Cards, a group, and an improvement with a plan, all in Cyrillic."""
    workshop.prepare.served.add("постоянные")
    for words in SAID:
        talk = workshop.talk.begin(workshop.talk.next_customer(kind="постоянный").id)
        workshop.talk.say(words, talk.id)
    cards = [card.id for card in workshop.big_list.board().cards]
    workshop.big_list.group(cards[:2], "Вход")
    pick = workshop.pick.put(workshop.pick.subject("A")).id
    for criterion in Criterion:
        workshop.pick.judge(1, criterion, CriterionAnswer.YES, "")
    better, people = workshop.make_better, workshop.people
    better.assign_owner(pick, people.find_or_add("Мира"))
    better.grant_licence(pick, "всё", people.find_or_add("Елена"))
    better.schedule(pick, workshop.today)
    better.set_words(pick, expectation="Стало быстрее.")
    better.lock(pick)


def faults(window: MainWindow, *, escaping: bool = True) -> Iterator[str]:
    """What is cut on each stop, and what has escaped translation."""
    for stop in STOPS:
        window.desk.go(stop)
        settle()
        runs = painted(window)
        wrong = [fault for fault in cramped(window, runs) if not _is_told_elsewhere(fault)]
        wrong += escaped(runs) if escaping else []
        yield from (f"stop {stop}: {fault}" for fault in dict.fromkeys(wrong))


def escaped(runs: list[Run]) -> list[str]:
    """Words of ours in English."""
    return [
        f"{run.text!r} in {type(run.owner).__name__} is not translated"
        for run in runs
        if set(PLAIN.findall(run.text)) - NAMES
    ]


def _is_told_elsewhere(fault: str) -> bool:
    """The rail's titles and notes have tool tips; what the columns of a plan hold, heads above."""
    return any(part in fault for part in ELSEWHERE)
