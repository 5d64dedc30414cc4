"""Random years on paper: verdicts, counts, days and names are those of the rows.

What a sheet says is read from its PDF, and held against the workshop's rows without asking those
parts of the core that decide what paper says.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pypdfium2

from cxworkshop.errors import Refusal
from cxworkshop.model import Conversation, Mark, Pick, Verbatim, Verdict
from cxworkshop.sheets import PrintOptions, write_sheets
from cxworkshop.workshop import Workshop
from tests.soak.histories import Year
from tests.soak.table import Row

SURNAME = "Qwertz"  # of every customer, and nobody else's
STEPS = (10, 160)
SHEETS = (
    "poster", "thank-you", "staff-page", "answers", "round-start", "everything-said", "year-wall",
    "year-book", "round-book", "action-plan", "check-sheet", "weekly-look", "fridge-card",
    "wall-sheet", "look-again", "staff-test", "cards", "criteria-grid", "ballots",
)  # fmt: skip
FOR_CUSTOMERS = ("poster", "thank-you", "fridge-card")
LEADS = ("We did", "We tried", "Done, ", "We are doing", "Picked, and not begun", "We began, and")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
DAY = re.compile(rf"({'|'.join(WEEKDAYS)}) (\d+) ({'|'.join(MONTHS)})(?: (\d{{4}}))?")
OF = re.compile(r"(?<![\d/])(\d+) of (?:the )?(\d+)(?! *things)")
PAGE = re.compile(r"Page (\d+) of (\d+)")
NAMES = "names are on this page"


class NamedYear(Year):
    """Each customer has a name; some who said it answer on day 30 too."""

    def _say(self, words: str) -> None:
        talk = self.workshop.talk
        number = len(self.workshop._store.rows(Conversation))
        customer = talk.next_customer(kind="guest", name=f"Zoe {SURNAME}{number}")
        talk.say(words, talk.begin(customer.id).id)

    def _answer(self, pick) -> None:
        to_ask = self.workshop.check.to_ask(pick)
        customer = self.chance.choice(to_ask).id if to_ask and self.chance.random() < 0.5 else None
        mark = self.chance.choice(tuple(Mark))
        self.workshop.check.record_answer(pick, "Now it is so", mark, customer=customer)


def run(count: int, seed: int) -> list[Row]:
    """So many years, each with some of its sheets."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            wrong += (f"{number}: {one}" for one in falsehoods(f"{seed} {number}", Path(folder)))
    return [Row("years with false sentences on paper", count, len(wrong), "; ".join(wrong[:5]))]


def falsehoods(seed: str, folder: Path) -> Iterator[str]:
    """What is false on the sheets of one random year."""
    with NamedYear(seed, finishes_earlier=True) as year:
        for _step in range(year.chance.randint(*STEPS)):
            year.act()
        numbers = [row.number for row in year.workshop.rounds.all()]
        for number in {numbers[-1], year.chance.choice(numbers)}:
            view = year.workshop.in_round(number) if number != numbers[-1] else year.workshop
            for slug in SHEETS:
                for names in (False, True):
                    texts = printed(view, slug, folder, names=names)
                    for found in _false(view, slug, texts, names=names):
                        yield f"{slug} of round {number}: {found}"


def printed(workshop: Workshop, slug: str, folder: Path, *, names: bool) -> list[str]:
    """The text of each page, on one line; none of a sheet that can't be printed now."""
    with suppress(Refusal):
        (path,) = write_sheets(workshop, [slug], folder, PrintOptions(names=names))
        pages = pypdfium2.PdfDocument(path)
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pages]
    return []


def _false(workshop: Workshop, slug: str, texts: list[str], *, names: bool) -> Iterator[str]:
    for number, text in enumerate(texts, 1):
        yield from _impossible(text, number, len(texts), slug)
        named = SURNAME in text
        if named and (not names or slug in FOR_CUSTOMERS):
            yield "a customer’s name"
        if named is not (NAMES in text) and slug != "cards":
            yield f"page {number} has {'no ' * (not named)}names, and says otherwise"
    if slug in ("poster", "thank-you"):
        yield from _told(workshop, texts, slug)
    if slug == "answers" and texts:
        yield from _answers(" ".join(texts))
    if slug in ("staff-page", "everything-said") and texts:
        yield from _counted(workshop, slug, texts[0])


def _impossible(text: str, number: int, count: int, slug: str) -> Iterator[str]:
    """Days that are none, more than all, pages beyond the last."""
    for weekday, day, month, year in DAY.findall(text):
        years = [int(year)] if year else range(2025, 2029)
        days = (date(one, MONTHS.index(month) + 1, int(day)) for one in years)
        if weekday not in {WEEKDAYS[one.weekday()] for one in days}:
            yield f"{weekday} {day} {month} {year}"
    yield from (f"{n} of {all_} {text}" for n, all_ in OF.findall(text) if int(n) > int(all_))
    pages = {(int(n), int(all_)) for n, all_ in PAGE.findall(text)}
    if any(n > all_ or all_ > count for n, all_ in pages) or len(pages) > 1:
        yield f"page {number} of {count} is {pages}"
    for wrong in ("None", "{", "}", "1 things", "1 cards", " 0 customers notice"):
        if re.search(rf"(?<!\d){re.escape(wrong)}", text) and slug != "everything-said":
            yield f"“{wrong}” in “{text[:2000]}”"


def _told(workshop: Workshop, texts: list[str], slug: str) -> Iterator[str]:
    """Whether posters claim what the verdict allows, with the customers who answered (R6)."""
    picks = [pick for _slot, pick in sorted(workshop.pick.slots().items())]
    if len(texts) != len(picks):
        yield f"{len(texts)} pages for {len(picks)} picks"
        return
    for pick, text in zip(picks, texts, strict=True):
        verdict = _verdict(workshop, pick)
        found = {lead for lead in LEADS if lead in text}
        if ("We did" in found) is not (verdict in (Verdict.NOTICE, Verdict.SOME)):
            yield f"{found} after the verdict {verdict}"
        if ("We tried" in found) is not (verdict is Verdict.NONE):
            yield f"{found} after the verdict {verdict}"
        if len(found) != 1:
            yield f"{found} at once"
        marks = _marks(workshop, pick)
        counts = set(re.findall(r"(\d+) of (\d+) customers? notices?", text))
        notice, everybody = marks.count(Mark.NOTICES), len(marks)
        if counts - {(str(notice), str(everybody))} or (everybody > 1 and not counts):
            yield f"{counts} for {notice} of {everybody}: {text}"
        yield from _days_promised(workshop, text)


def _days_promised(workshop: Workshop, text: str) -> Iterator[str]:
    coming = re.findall(rf"(?:asking you on|On) {DAY.pattern}", text)
    past = re.findall(rf"wanted to ask you on {DAY.pattern}", text)
    for is_late, found in ((False, coming), (True, past)):
        for _weekday, day, month, _year in found:
            when = date(workshop.today.year, MONTHS.index(month) + 1, int(day))
            if (when < workshop.today) is not is_late and abs((when - workshop.today).days) < 180:
                yield f"{day} {month} is {'not ' * is_late}over on {workshop.today}"


def _verdict(workshop: Workshop, pick: Pick) -> Verdict | None:
    try:
        return workshop.check.latest(pick.id).verdict
    except Refusal:  # it was never locked
        return None


def _marks(workshop: Workshop, pick: Pick) -> list[Mark]:
    """The latest mark of each customer who answered the latest check in words."""
    store = workshop._store
    try:
        check = workshop.check.latest(pick.id)
    except Refusal:
        return []
    talks = {talk.id: talk for talk in store.rows(Conversation) if talk.day_30_check == check.id}
    said = [
        row for row in store.rows(Verbatim)
        if row.conversation in talks and row.said and row.set_aside_on is None and row.notices
    ]  # fmt: skip
    return [*{talks[row.conversation].customer: row.notices for row in said}.values()]


def _answers(text: str) -> Iterator[str]:
    """Whether the kinds of answers add up to all wishes."""
    head = re.search(r"(\d+) of (\d+) without an answer (.*?: \d+(?: · [^·:]*: \d+)*)", text)
    if head:
        counts = [int(n) for n in re.findall(r": (\d+)", head[3])]
        if sum(counts) + int(head[1]) != int(head[2]):
            yield f"{counts} of {head[2]}"


def _counted(workshop: Workshop, slug: str, text: str) -> Iterator[str]:
    """Whether the customers who said something are as many as there are rows of theirs."""
    round_ = workshop.rounds.current()
    store = workshop._store
    talks = {
        talk.id: talk.customer for talk in store.rows(Conversation)
        if talk.day_30_check is None and talk.look_again is None
        and (slug != "staff-page" or talk.round == round_.id)
    }  # fmt: skip
    said = [row for row in store.rows(Verbatim) if row.conversation in talks]
    pattern = r"(\d+) things? said by (\d+) customers?\." if slug == "staff-page" else r"^$"
    for things, customers in re.findall(pattern, text):
        spoke = {
            talks[row.conversation] for row in store.rows(Verbatim) if row.conversation in talks
        }
        expected = len(said), len(spoke)
        if (int(things), int(customers)) != expected:
            yield f"{things} things by {customers} customers, not {expected}"
