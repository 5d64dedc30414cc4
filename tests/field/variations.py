"""Awkward tables of each kind, made by chance: other titles, languages, delimiters, orders."""

from __future__ import annotations

import csv
import html
import io
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.field.expected import Expected
from tests.field.wording import ASKED, GOODS, REPLIES, SHORT, TITLES, TWINS, WISHES

LANGUAGES = [*WISHES]
DELIMITERS = ",;\t|"


@dataclass(frozen=True)
class Made:
    """A made-up file and its right result."""

    data: bytes
    expected: Expected


@dataclass
class Column:
    """A column: its header cells, and its values."""

    heads: list[str]
    values: Sequence[object]
    is_answer: bool = False


def written(rows: Sequence[Sequence[object]], delimiter: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def table(chance: random.Random, columns: list[Column], *, stays: int = 0, **right: object) -> Made:
    """Shuffle all columns but the first ones, and write them down."""
    moved = columns[stays:]
    chance.shuffle(moved)
    columns = [*columns[:stays], *moved]
    header = len(columns[0].heads)
    heads = [[column.heads[row] for column in columns] for row in range(header)]
    body = [list(row) for row in zip(*(column.values for column in columns), strict=True)]
    answers = tuple(n for n, column in enumerate(columns) if column.is_answer)
    expected = Expected(header, answers, **right)
    return Made(written([*heads, *body], chance.choice(DELIMITERS)), expected)


def days(count: int, month: int = 3) -> list[str]:
    return [f"2026-{month:02}-{n % 28 + 1:02} 0{n % 9}:30:00" for n in range(count)]


def replies(chance: random.Random) -> Made:
    """The organisation answers some, under a title that says so or by another name."""
    tongue = chance.choice(LANGUAGES)
    words, reply, _who, _item, day, mark = TITLES[tongue]
    wishes = chance.sample(WISHES[tongue], 6)
    said = [chance.choice(REPLIES[tongue]) if n % 2 else "" for n in range(6)]
    reply = chance.choice([reply, "reply_text", "responseMessage", "Back"])
    columns = [
        Column([words], wishes, is_answer=True),
        Column([reply], said),
        Column([day], days(6)),
        Column([mark], [1, 3, 2, 5, 4, 2]),
        Column(["answered_at"], [d if s else "" for d, s in zip(days(6, 4), said, strict=True)]),
    ]
    return table(chance, columns, customers=6, cards=6)


def persons(chance: random.Random) -> Made:
    """Few people in many rows."""
    tongue = chance.choice(LANGUAGES)
    words, _reply, who, _item, day, _mark = TITLES[tongue]
    wishes = WISHES[tongue]
    people = [chance.choice(["u-17", "u-29", "u-30"]) for _wish in wishes]
    if chance.random() < 0.4:
        who, people = "E-mail", [f"{person}@example.org" for person in people]
    elif chance.random() < 0.5:
        who = chance.choice(["author/id", "user_name", "username", "customerId", "Respondent ID"])
    columns = [
        Column([chance.choice(["id", "row", "No"])], range(1, len(wishes) + 1)),
        Column([words], wishes, is_answer=True),
        Column([who], people),
        Column([day], days(len(wishes))),
    ]
    return table(chance, columns, customers=len(set(people)), cards=len(wishes))


def headers(chance: random.Random) -> Made:
    """None, one, two or three rows name the columns."""
    tongue = chance.choice(LANGUAGES)
    wishes = WISHES[tongue]
    count = len(wishes)
    kind = chance.choice(["none", "surveymonkey", "scale", "codes", "qualtrics"])
    ids, when = list(range(101, 101 + count)), days(count)
    right = {"customers": count, "cards": count}
    ask = ASKED[tongue]
    if kind == "none":
        columns = [Column([], ids), Column([], when), Column([], wishes, is_answer=True)]
        body = [list(row) for row in zip(*(c.values for c in columns), strict=True)]
        return Made(
            written(body, chance.choice(DELIMITERS)),
            Expected(0, (2,), **right),
        )
    if kind == "surveymonkey":
        columns = [
            Column(["Respondent ID", ""], ids),
            Column(["Start Date", ""], when),
            Column([ask, "Open-Ended Response"], wishes, is_answer=True),
            Column(["How did you come here?", "Response"], ["Bus", "On foot"] * (count // 2)),
        ]
        return table(chance, columns, stays=2, **right)
    if kind == "scale":
        rated = [[n + 1 if n == row % 3 else "" for row in range(count)] for n in range(3)]
        columns = [
            Column(["Respondent ID", ""], ids),
            Column(["How do you rate us?", "1"], rated[0]),
            Column(["", "2"], rated[1]),
            Column(["", "3"], rated[2]),
            Column([ask, "Open-Ended Response"], wishes, is_answer=True),
        ]
        return table(chance, columns, stays=5, **right)
    codes = Column(["Q2_1", ask], wishes, is_answer=True)
    columns = [
        Column(["StartDate", "Start Date"], when),
        Column(["Q1", "How old are you?"], [31, 45, 62, 28] * (count // 4)),
        codes,
    ]
    if kind == "qualtrics":
        for n, column in enumerate(columns):
            column.heads.append(f'{{"ImportId":"QID{n}"}}')
    return table(chance, columns, **right)


def answers(chance: random.Random) -> Made:
    """Words beside long names of things, lists that were ticked, titles of the words."""
    tongue = chance.choice(LANGUAGES)
    words, _reply, _who, item, day, _mark = TITLES[tongue]
    wishes = WISHES[tongue]
    ticked = ["Bus;Train;", "Bus;", "Train;Car;", "Bus;Car;Train;"] * 2
    columns = [
        Column([day], days(8)),
        Column([chance.choice([item, "product_name", "Article"])], GOODS),
        Column([chance.choice([words, ASKED[tongue]])], wishes, is_answer=True),
        Column(["How do you come to us?"], ticked),
        Column(["Headline"], [f"{wish.split()[1]} {n}" for n, wish in enumerate(wishes)]),
    ]
    return table(chance, columns, customers=8, cards=8)


def short(chance: random.Random) -> Made:
    """A word or two below an open question."""
    tongue = chance.choice(LANGUAGES)
    columns = [
        Column(["No"], range(8)),
        Column([ASKED[tongue]], SHORT[tongue], is_answer=True),
        Column(["Branch"], ["North", "South"] * 4),
    ]
    return table(chance, columns, customers=8, cards=8)


def praise(chance: random.Random) -> Made:
    """What was good beside what was not."""
    tongue = chance.choice(LANGUAGES)
    good, bad = TWINS[tongue]
    wishes = WISHES[tongue]
    columns = [
        Column(["No"], range(4)),
        Column([good], wishes[:4], is_answer=True),
        Column([bad], wishes[4:], is_answer=True),
    ]
    return table(chance, columns, customers=4, cards=4, praise=4)


def summaries(chance: random.Random) -> Made:
    """Counts and percentages, as one table or as several."""
    labels = ["Every week", "Every month", "Seldom", "Never"]
    heads = chance.choice(
        [("Answer Choices", "Responses", "Percent"), ("Antwort", "Anzahl", "Prozent"),
         ("Réponse", "Nombre", "%"), ("Svar", "Antall", "Prosent")]
    )  # fmt: skip
    rows: list[list[object]] = [["Our survey 2026"], []] if chance.random() < 0.5 else []
    for question in chance.sample(["How often do you come?", "Was it clean?", "Price?"], 3):
        counts = [chance.randint(3, 60) for _label in labels]
        rows += [[question], list(heads)]
        for label, n in zip(labels, counts, strict=True):
            rows.append([label, n, f"{100 * n / sum(counts):.1f}%"])
        rows += [["Total", sum(counts), "100%"], []]
    return Made(written(rows, chance.choice(",;\t")), Expected(refusal="OnlyASummary"))


def torn(chance: random.Random) -> Made:
    """Commas or line breaks without quotation marks in some of the words."""
    tongue = chance.choice(LANGUAGES)
    words, _reply, _who, _item, day, mark = TITLES[tongue]
    wishes = [wish.replace(",", "") for wish in WISHES[tongue]]
    heads, rows = [day, words, mark], []
    is_broken = chance.random() < 0.5
    for n, wish in enumerate(wishes):
        first, second = wish[:10].rstrip(), wish[10:].lstrip()
        if n % 4 == 1:
            wish = f"{first}\n{second}" if is_broken else f"{first}, {second}"  # noqa: PLW2901
        rows.append(f"2026-03-0{n + 1},{wish},{n % 5}")
    data = "\n".join([",".join(heads), *rows]) + "\n"
    right = Expected(1, (1,), 8, 8, begins=(f"{wishes[1][:10].rstrip()}",))
    return Made(data.encode(), right)


def marked(chance: random.Random) -> Made:
    """Words as a web page stored them."""
    tongue = chance.choice(LANGUAGES)
    wishes = [f"{wish} & more < {n}" for n, wish in enumerate(WISHES[tongue])]
    stored = [f"<p>{html.escape(wish)}</p>" for wish in wishes]
    if chance.random() < 0.5:
        stored = [html.escape(wish).replace("'", "&rsquo;") for wish in wishes]
    columns = [Column(["No"], range(8)), Column([ASKED[tongue]], stored, is_answer=True)]
    return table(chance, columns, customers=8, cards=8, begins=tuple(wishes[1:3]))


def noise(chance: random.Random) -> Made:
    """Marks, opting out, nothing, and praise in a word, among the words."""
    tongue = chance.choice(LANGUAGES)
    aside = chance.sample(
        ["STOP", "n/a", "5", "8/10", "Super", "Great!", "unsubscribe", "4 stars", "Merci", "Danke",
         "Excellent", "Very good", "Sehr gut", "Muy bien", "Heel goed", "Meget godt", "-"], 5
    )  # fmt: skip
    said = [*aside, *WISHES[tongue]]
    chance.shuffle(said)
    columns = [Column(["No"], range(len(said))), Column([ASKED[tongue]], said, is_answer=True)]
    return table(chance, columns, customers=8, cards=8, aside=5)


KINDS: dict[str, Callable[[random.Random], Made]] = {
    make.__name__: make
    for make in (
        replies, persons, headers, answers, short, praise, summaries, torn, marked, noise,
    )
}  # fmt: skip


def made(each: int, seed: int) -> Iterator[tuple[str, int, Made]]:
    """So many of each kind: its name, its number, and the file."""
    for kind, make in KINDS.items():
        for number in range(each):
            yield kind, number, make(random.Random(f"{seed}/{kind}/{number}"))
