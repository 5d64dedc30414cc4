"""What is made before anything is measured, by a process of its own: words, files, workshops."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop

DAY = date(2026, 11, 23)
GROUPS = 7
BIG_GROUP = 30  # cards
SHORTEST, LONGEST = 5, 33  # words of an answer
PROMISES = 1_200
COLUMNS = ["Id", "Date", "What should we do better?", *(f"Score {n}" for n in range(9))]
WORDS = (
    "nobody told me that it had moved and I took the morning off for nothing one call the day "
    "before would have saved us both an hour your people were kind I must say the café at the "
    "counter cost five euros and the queue took forty minutes which is far too long for my mother "
    "please mend the door before winter it was broken in March and the lift has stood since then "
    "who do I ask about parking letters forms phone times signs chairs heating stairs light noise"
)


def sentences(count: int, seed: int) -> list[str]:
    """Answers of 5 to 33 words; none is another, so that no cache of words can answer."""
    import random  # here: whoever only lists the cases stays small

    chosen, words = random.Random(seed), WORDS.split()
    lengths = (chosen.randint(SHORTEST, LONGEST) for _n in range(count))
    return [f"{' '.join(chosen.choices(words, k=k))} {n}" for n, k in enumerate(lengths)]


def survey(folder: Path, rows: int) -> None:
    """A survey as CSV, 12 columns wide: answers.csv."""
    with (folder / "answers.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for n, words in enumerate(sentences(rows, seed=rows)):
            writer.writerow([f"R-{n}", "2026-11-03", words, *([n % 7] * 9)])


def workshop(folder: Path, cards: int) -> None:
    """A workshop whose list has so many cards, half of them in seven groups: made.cxw."""
    with _new(folder, cards) as made:
        half = [card.id for card in made.big_list.board().cards][: cards // 2]
        for n in range(GROUPS):
            if half[n::GROUPS]:
                made.big_list.group(half[n::GROUPS], sure=True)


def year(folder: Path, promises: int) -> None:
    """A year's workshop: 330 cards, and so many promises, each an edit of its own: made.cxw."""
    with _new(folder, 330) as made:
        for n in range(promises):
            made.prepare.promises.add(f"Promise number {n}, which is as long as one usually is")


def rounds(folder: Path, number: int, cards: int) -> None:
    """A team's years: so many rounds of new cards, one improvement each, kept and told: made.cxw.

    Of each round somebody is left to be told.
    """
    from datetime import timedelta

    from cxworkshop.workshop import Workshop

    with Workshop.new(folder / "made.cxw", "Benchmark", DAY) as made:
        for nth in range(number):
            if nth:
                made.rounds.start_next()
            _round(made, [f"{words} in {nth}" for words in sentences(cards, seed=nth)])
            made.today += timedelta(days=30)
            _check(made)
        made.save()


def _round(made: Workshop, said: list[str]) -> None:
    """Words of as many customers, in groups, and the first group picked and planned."""
    from cxworkshop.model import Criterion, CriterionAnswer
    from cxworkshop.services.importing import ImportFile

    data = "".join(f"{words}\n" for words in ("What should we do better?", *said))
    source = ImportFile("answers.csv", data.encode())
    made.importing.take(made.importing.prepare(source), sure=True)
    cards = [card.id for card in made.big_list.board().cards][-len(said) :]
    for first in range(0, len(cards), BIG_GROUP):
        made.big_list.group(cards[first : first + BIG_GROUP], sure=True)
    group = next(one for one in made.big_list.board().groups if one.cards[0].id == cards[0])
    pick, owner = made.pick.put(made.pick.subject(group.letter)).id, made.people.find_or_add("Ada")
    for criterion in Criterion:
        made.pick.judge(1, criterion, CriterionAnswer.YES)
    made.make_better.set_words(pick, promise_when="somebody waits", promise_we="tell them")
    made.make_better.assign_owner(pick, owner)
    made.make_better.grant_licence(pick, "what it takes", made.people.find_or_add("Ben"))
    made.make_better.schedule(pick, made.today)
    made.make_better.lock(pick)


def _check(made: Workshop) -> None:
    """Customers asked again, the verdict, the staff test, and whom to tell."""
    from cxworkshop.model import Heading, Mark, Verdict

    pick = made.pick.slots()[1].id
    for _nth in range(4):
        made.check.record_answer(pick, "It is better now", Mark.NOTICES)
    made.check.give_verdict(pick, Verdict.NOTICE)
    made.staff_test.add_answer(pick, Heading.WRITTEN, "On the list", "At the door")
    made.staff_test.mark_sure(pick)
    for who in ("all staff", "the customers"):
        made.share.add_to_tell(who)
    made.share.mark_told(made.share.to_tell()[0].id)


def recent(folder: Path, files: int) -> None:
    """So many workshops on the start page's list, in the data folder `home`."""
    from ui.start.recent_files import remember

    os.environ["CXW_HOME"] = str(folder / "home")
    for n in range(files):
        (folder / str(n)).mkdir()
        with _new(folder / str(n), 30) as made:
            remember(made.path)


def bakery(folder: Path, _size: int) -> None:
    """The worked example: made.cxw."""
    from cxworkshop.sample import bakery as fill
    from cxworkshop.workshop import Workshop

    with Workshop.new(folder / "made.cxw", "Bakery", DAY) as made:
        fill(made)
        made.save()


@contextmanager
def _new(folder: Path, cards: int) -> Iterator[Workshop]:
    from cxworkshop.services.importing import ImportFile
    from cxworkshop.workshop import Workshop

    survey(folder, cards)
    with Workshop.new(folder / "made.cxw", "Benchmark", DAY) as made:
        source = ImportFile.read(folder / "answers.csv")
        made.importing.take(made.importing.prepare(source), sure=True)
        yield made
        made.save()
