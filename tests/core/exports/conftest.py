"""A workshop of awkward words, and readers that are not ours."""

from __future__ import annotations

import io
from datetime import date
from zipfile import ZipFile

import pytest

from tests.core.conftest import DAY_1
from tests.opened import new

HOSTILE = (
    "=1+1",
    "@SUM(A1:A9)",
    "-2+3 cmd|' /C calc'!A0",
    "+49 30 1234",
    "https://example.invalid/?a=1&b=2",
    "0049",
    "_x0041_ <b>bold</b> &amp; “quoted”",
    "two\nlines 👩🏽‍🍳 and \ufffe no character",
    "الهاتف يرن طويلا (12)",
    "x" * 10_000,
)


@pytest.fixture
def workshop(tmp_path):
    """Each hostile text is a card of its own: 1 to 5 in group A, 9 tagged "quick", one praise."""
    made = new(tmp_path / "w.cxw", "=Team & [Söhne]", DAY_1)
    talk, cards, talks = made.talk, [], []
    for words in HOSTILE:
        customer = talk.next_customer(kind="=kind", name="Zoltana Berg")
        talks.append(talk.begin(customer.id).id)
        cards.append(talk.say(words, talks[-1]).id)
    talk.praise("The bread is good", talks[7])  # behind emoji, which take two code units
    made.big_list.group(cards[:5], "=HYPERLINK(1)")
    made.talk.tag_cards([cards[8]], "quick")
    _plan(made)
    return made


def _plan(workshop) -> None:
    pick = workshop.pick.put(workshop.pick.subject("A"))
    better, people = workshop.make_better, workshop.people
    better.set_words(pick.id, promise_when="rings, we", promise_we="answer =now()")
    better.assign_owner(pick.id, people.find_or_add("Mira"))
    better.schedule(pick.id, DAY_1)
    better.steps.add(pick.id, "=2+2", people.find_or_add("Ben"), date(2026, 11, 25))
    better.steps.add(pick.id, "Ask; <then> do, it", None, None)


def everything_in(data: bytes) -> str:
    """All text of a file, unpacked where it is a zip."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    with ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )
