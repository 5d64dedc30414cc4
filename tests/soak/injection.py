"""Hostile words written out again: no cell is a formula, all sheets are made, all words come back."""

# ruff: noqa: E501 - a table reads best with one case a line

from __future__ import annotations

import csv
import io
import json
import random
import tempfile
import unicodedata
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path

import pypdf
from icalendar import Calendar

from cxworkshop.cli import main
from cxworkshop.errors import BadWords
from cxworkshop.exchange.choosing import choices
from cxworkshop.exchange.import_plan import plan
from cxworkshop.exchange.readers import read
from cxworkshop.textual import clean
from cxworkshop.workshop import Workshop
from tests.soak.table import Row

DAY = date(2026, 11, 23)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
PIECES = (
    "=", "+", "-", "@", "\t", "\r", "'", '"', "|", "!", ";", ",", "=cmd|' /C calc'!A0", "=HYPERLINK(\"x\")", "@SUM(1)",
    "<b>", "</b>", "<script>", "&amp;", "&#x41;", "<para>", "<img src='x'/>", "{{x}}", "${x}", "%s", "{0}", "\\n", "\\",
    "(", ")", ") Tj ET", "endstream", "%%EOF", "\\frac", "$$", "[x](y)", "# ", "* ", "`", "~~", "|---|", "END:VEVENT",
    "BEGIN:VALARM", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\u0301", "é", "ß", "ﬁ", "İ", "ı", "漢", "字", "שלום",
    "مرحبا", "नमस्ते", "👩‍👩‍👧", "🇳🇱", "\U0001f469\u200d", "x" * 300, "word ", "two words ", "\n", " ", "0", "1e9", "NULL",
)  # fmt: skip


def hostile_words(chance: random.Random) -> str:
    return "".join(chance.choice(PIECES) for _n in range(chance.randrange(1, 9)))


def _some_words(chance: random.Random) -> str:
    """Hostile words of which something is left when what can't be seen is taken away."""
    while not clean(words := hostile_words(chance)).strip():
        pass
    return words


def run(count: int, seed: int) -> list[Row]:
    """So many strings, forty to a workshop."""
    chance, wrong, done = random.Random(seed), [], 0
    while done < count:
        words = [_some_words(chance) for _n in range(40)]
        wrong += [f"{done}: {found}" for found in _wrong(words)]
        done += len(words)
    return [Row("injection by export", done, len(wrong), "; ".join(wrong[:3]))]


def _wrong(words: list[str]) -> list[str]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        said = _fill(folder / "team.cxw", words)
        found = []
        for ending, check in (("csv", _csv), ("md", _text), ("json", _json), ("ics", _ics)):
            to = folder / f"out.{ending}"
            code, err = _ask("export", str(folder / "team.cxw"), "--to", str(to))
            found += [f"{ending}: {code} {err[-200:]}"] if code else check(to.read_bytes(), said)
        code, err = _ask("print", str(folder / "team.cxw"), "--to", str(folder / "paper"))
        return found + ([f"print: {code} {err[-200:]}"] if code else _pdfs(folder / "paper"))


def _fill(path: Path, words: list[str]) -> list[str]:
    """Words said, headlines, names and a locked plan; what was taken in, as it was taken in."""
    workshop = Workshop.new(path, "=Team<b>", DAY)
    said = []
    for text in words:
        talk = workshop.talk.begin(workshop.talk.next_customer(kind=text[:60]).id)
        said.append(workshop.talk.say(text, talk.id))
    for card, text in zip(said[:6], words, strict=False):
        try:
            workshop.big_list.set_card_headline(card.id, text[:300])
        except BadWords:
            continue
    pick = workshop.pick.put(workshop.pick.subject(str(said[0].code))).id
    better, people = workshop.make_better, workshop.people
    better.set_words(pick, promise_when=words[1], promise_we=words[2])
    better.rename(pick, words[3][:300])
    better.assign_owner(pick, people.find_or_add(f"Mira{words[4][:60]}"))
    better.grant_licence(pick, words[5], people.find_or_add("Helena"))
    better.schedule(pick, DAY)
    better.steps.add(pick, words[6], by_when=DAY)
    workshop.save()
    board = workshop.big_list.board()
    taken = [v.said for card in board.cards for v in card.verbatims if v.said]
    workshop.close()
    return taken


def _ask(*words: str) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            return main([*words, "--today", DAY.isoformat()]), err.getvalue()
    except Exception as error:
        return -1, f"{type(error).__name__}: {error}"


def _csv(data: bytes, said: list[str]) -> list[str]:
    cells = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    found = ["a cell is a formula" for row in cells for cell in row if cell.startswith(FORMULA)]
    table = read(data)
    choice = choices(table, ["What the customer said"])
    back = plan(table, choice)
    answers = [*[a for card in back.cards for a in card.answers], *back.praise]
    again = {_plain(answer.words) for answer in answers}
    aside = " ".join(_plain(piece.words) for piece in back.aside)
    lost = [w for w in said if _plain(w) not in again and _plain(w) not in aside]
    return found + [f"lost in our own import: {words!r}" for words in lost]


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


def _text(data: bytes, _said: list[str]) -> list[str]:
    text = data.decode("utf-8")
    return ["a tag in Markdown"] if "<script>" in text.replace("\\<script\\>", "") else []


def _json(data: bytes, said: list[str]) -> list[str]:
    there = {v for card in json.loads(data)["list"] for v in card["verbatims"]}
    return [f"not in the JSON: {words!r}" for words in said if words not in there]


def _ics(data: bytes, _said: list[str]) -> list[str]:
    calendar = Calendar.from_ical(data)
    events = calendar.walk("VEVENT")
    alarms = calendar.walk("VALARM")
    return (["no event"] if not events else []) + (
        ["an alarm out of words"] if len(alarms) != len(events) else []
    )


def _pdfs(folder: Path) -> list[str]:
    made = list(folder.glob("*.pdf"))
    pages = [len(pypdf.PdfReader(path).pages) for path in made]
    return [] if made and all(pages) else ["no sheet"]
