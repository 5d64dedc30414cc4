"""Every number that the program says anywhere, and where two places contradict one another."""

from __future__ import annotations

import io
import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

from icalendar import Calendar

from cxworkshop.cli import main as command
from cxworkshop.content.values import PosterContent, YearStory
from cxworkshop.workshop import Workshop
from tests.gui.months.walk import NOTICES, Walk

COUNTED = re.compile(r"(\d+) of (\d+)")


class Figures:
    """What is said, by what it is about and by the place that says it."""

    def __init__(self) -> None:
        self._said: dict[str, dict[str, Any]] = defaultdict(dict)

    def say(self, about: str, where: str, value: Any) -> None:
        self._said[about][where] = value

    def odd(self) -> set[tuple[str, str]]:
        """What is said by fewer places than contradict it: what it is about, and where."""
        found = set()
        for about, said in self._said.items():
            counted = Counter(map(repr, said.values()))
            usual = counted.most_common(1)[0][0]
            found |= {(about, where) for where, value in said.items() if repr(value) != usual}
        return found

    def disagreements(self) -> list[str]:
        """What is said in two ways, with who says what."""
        return [
            f"{about}: {said}"
            for about, said in sorted(self._said.items())
            if len({repr(value) for value in said.values()}) > 1
        ]


def every_figure(walk: Walk, *, back: bool = True) -> Figures:
    """All that is said of the workshop now, and what the facilitator has written down.

    With `back` the finished rounds are looked at too.
    """
    figures = all_that_is_said(walk, back=back)
    read_notes(figures, walk)
    return figures


def all_that_is_said(walk: Walk, *, back: bool = True) -> Figures:
    """What is said on screen, on paper and by commands."""
    from tests.gui.months.on_screen import read_screens

    figures = Figures()
    read_commands(figures, walk.path, walk.day, walk.saved())
    with Workshop.open(walk.saved(), walk.day) as workshop:
        read_papers(figures, workshop)
    read_screens(figures, walk, back=back)
    return figures


def first_figures(walk: Walk) -> Figures:
    """What the start page says before the workshop is opened, and what commands say."""
    from tests.gui.months.on_screen import read_start_page

    figures = Figures()
    figures.say("round", "notes", walk.notes.round)
    read_commands(figures, walk.path, walk.day, walk.path)
    read_start_page(figures, walk)
    return figures


def read_notes(figures: Figures, walk: Walk) -> None:
    """What the facilitator has written down meanwhile."""
    notes, where = walk.notes, "notes"
    figures.say("round", where, notes.round)
    figures.say("said in this round", where, (notes.said, notes.customers))
    figures.say("picked", where, len(notes.stories))
    figures.say("kept", where, len(notes.kept))
    for (number, title), marks in notes.answers.items():
        counted = (marks.count(NOTICES), len(marks))
        figures.say(f"round {number}, {title}: noticed", where, counted)
    for (number, title), stage in notes.stages.items():
        figures.say(f"round {number}, {title}: stage", where, stage)
    for number, told in notes.told.items():
        figures.say(f"round {number}: told", where, (sum(told.values()), len(told)))
    for kind, n in notes.left.items():
        figures.say(f"answers {kind}", where, n)
    for months, found in notes.looks.items():
        figures.say(f"looks after {months} months", where, (sum(found), len(found)))


def _run(*arguments: str) -> str:
    out = io.StringIO()
    with redirect_stdout(out):
        assert command(list(arguments)) == 0
    return out.getvalue()


def read_commands(figures: Figures, path: Path, day: date, file: Path) -> None:
    """`status`, `still-open`, `list` and `answers`, and the exported calendar."""
    today = ("--today", str(day))
    _read_status(figures, json.loads(_run("status", str(file), "--json", *today)))
    text = _run("status", str(file), *today)
    found = re.search(r"round (\d+)\n(\d+) things? said by (\d+) customers?; (\d+) cards?", text)
    assert found, text
    number, said, customers, cards = map(int, found.groups())
    figures.say("round", "status", number)
    figures.say("said in this round", "status", (said, customers))
    figures.say("cards on the list", "status", cards)
    _read_open(figures, json.loads(_run("still-open", str(file), "--json", *today)))
    lines = _run("still-open", str(file), *today).splitlines()
    figures.say("open now", "still-open", sum(line[0].isdigit() for line in lines))
    cards = json.loads(_run("list", str(file), "--json", *today))
    on_list = [card for card in cards if card["state"] != "aside"]
    figures.say("cards on the list", "list --json", len(on_list))
    for card in cards:
        figures.say(f"card {card['code']}: customers", "list --json", card["customers"])
    answers = json.loads(_run("answers", str(file), "--json", *today))
    _say_answers(figures, "answers --json", answers["counts"], answers["unanswered"])
    for wish in answers["wishes"]:
        about = f"card {wish['code']}: customers"
        figures.say(about, "answers --json", wish["customers"])
    _read_calendar(figures, file, day, path.with_suffix(".ics"))


def _read_status(figures: Figures, status: dict[str, Any]) -> None:
    where = "status --json"
    figures.say("round", where, status["round"])
    figures.say("said in this round", where, (status["verbatims"], status["customers"]))
    figures.say("cards on the list", where, status["cards"])
    figures.say("groups", where, status["groups"])
    figures.say("in slots", where, len(status["picks"]))
    figures.say("picked", where, status["stories"]["picked"])
    figures.say("kept", where, status["stories"]["kept"])
    for row in status["improvements"]:
        pick = f"round {row['round']}, {row['title']}"
        figures.say(f"{pick}: slot", where, row["slot"])
        figures.say(f"{pick}: kept", where, row["kept"])


def _read_open(figures: Figures, things: list[dict[str, Any]]) -> None:
    where = "still-open --json"
    figures.say("open now", where, len(things))
    figures.say("open now, which", where, sorted(thing["id"] for thing in things))
    tellings = {thing["round"] for thing in things if thing["kind"] == "telling"}
    alone = sum(thing["kind"] != "telling" for thing in things)
    figures.say("lines of what is open", where, alone + len(tellings))
    late = max((thing["days_late"] for thing in things), default=0)
    figures.say("latest, days", where, late)
    for kind in {thing["kind"] for thing in things}:
        days = [thing["days_late"] for thing in things if thing["kind"] == kind]
        figures.say(f"open {kind}", where, sorted(days))


def _read_calendar(figures: Figures, file: Path, day: date, target: Path) -> None:
    target.unlink(missing_ok=True)
    _run("export", str(file), "--to", str(target), "--today", str(day))
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    figures.say(
        "days in the calendar", ".ics", sorted(event.decoded("DTSTART") for event in events)
    )
    once = {str(event["UID"]) for event in events}
    figures.say("entries in the calendar", ".ics, each once", len(once))
    figures.say("entries in the calendar", ".ics", len(events))


def _say_answers(figures: Figures, where: str, counts: dict[str, int], unanswered: int) -> None:
    for kind, n in counts.items():
        figures.say(f"answers {kind}", where, n)
    figures.say("wishes", where, sum(counts.values()))
    figures.say("wishes without an answer", where, unanswered)


def read_papers(figures: Figures, workshop: Workshop) -> None:
    """What the sheets say: posters, books, the year, the answers, the page that starts a round."""
    content, current = workshop.content, workshop.rounds.current().number
    for row in workshop.rounds.all():
        then = workshop.in_round(row.number).content
        for poster in then.share.posters():
            _read_poster(figures, f"poster of round {row.number}", poster)
        _read_round_book(figures, then.books.round_book())
    staff = content.share.staff_page()
    figures.say("said in this round", "page for all staff", (staff.verbatims, staff.customers))
    figures.say("round", "page for all staff", staff.round_number)
    along = re.match(r"(\d+) cards? ", staff.next_steps[-1])
    if along:
        figures.say("cards that go along", "page for all staff", int(along[1]))
    for poster in staff.improvements:
        _read_poster(figures, "page for all staff", poster)
    answers = content.answers.to_everybody()
    _say_answers(figures, "answers on paper", dict(answers.counts), answers.unanswered)
    start = content.round_start.round_start(workshop.today)
    own = sum(thing.round_number == current for thing in start.kept)
    figures.say("kept in this round", "page of the start", own)
    thanked = sorted(thing.title for thing in start.kept)
    figures.say("kept lately, which", "page of the start", thanked)
    told = sum(line.told_on is not None for line in start.told)
    if start.told:
        figures.say(f"round {current}: told", "page of the start", (told, len(start.told)))
    figures.say("cards that go along", "page of the start", start.cards)
    _read_year_book(figures, content.books.year_book())
    _read_year(figures, content.year.year(workshop.today))


def _read_poster(figures: Figures, where: str, poster: PosterContent) -> None:
    pick = f"round {poster.round_number}, {poster.title}"
    figures.say(f"{pick}: slot", where, poster.slot)
    figures.say(f"{pick}: stage", where, poster.stage)
    figures.say(f"{pick}: kept", where, poster.stage == "kept")
    figures.say(f"{pick}: lead", where, poster.lead)
    figures.say(f"{pick}: heard", where, (poster.heard, poster.asked))
    if poster.answered:
        figures.say(f"{pick}: noticed", where, (poster.notice, poster.answered))
    said = COUNTED.search(poster.counted)
    if said:
        figures.say(f"{pick}: noticed", f"{where}, in words", tuple(map(int, said.groups())))


def _read_round_book(figures: Figures, book: Any) -> None:
    where = f"book of round {book.number}"
    for pick in book.picks:
        _read_poster(figures, where, pick.poster)
        said = [COUNTED.search(check.counted) for check in pick.checks]
        counted = [tuple(map(int, found.groups())) for found in said if found]
        about = f"round {book.number}, {pick.poster.title}"
        if counted:
            figures.say(f"{about}: noticed", f"{where}, its checks", counted[-1])
        answers = sum(bool(answer.said.words) for check in pick.checks for answer in check.answers)
        if counted:
            figures.say(f"{about}: answers in words", where, answers)
            figures.say(f"{about}: answers in words", f"{where}, counted", counted[-1][1])


def _read_year_book(figures: Figures, book: Any) -> None:
    where = "year's book"
    figures.say("picked", where, book.picked)
    figures.say("kept", where, book.kept)
    figures.say("rounds", where, len(book.rounds))
    for row in book.rounds:
        for poster in row.picks:
            _read_poster(figures, where, poster)


def _read_year(figures: Figures, year: Any) -> None:
    where = "year on paper"
    figures.say("picked", where, year.picked)
    figures.say("kept", where, year.kept)
    figures.say("picked", f"{where}, its stories", len(year.stories))
    figures.say("kept", f"{where}, its stories", sum(story.kept for story in year.stories))
    figures.say("rounds", where, len(year.rounds))
    figures.say("days lost", where, year.days_lost)
    figures.say("days lost", f"{where}, ring by ring", sum(r.days_lost for r in year.rings))
    figures.say("expected it right", where, (year.expected_right, year.expected))
    _read_stories(figures, where, year.stories)
    for ring in year.rings:
        pick = f"round {ring.round_number}, {ring.title}"
        figures.say(f"{pick}: stage", where, ring.stage.value)
        figures.say(f"{pick}: slot", where, ring.slot)
        if ring.answered:
            figures.say(f"{pick}: noticed", where, (ring.notice, ring.answered))
    for number in year.rounds:
        rings = [ring for ring in year.rings if ring.round_number == number]
        stages = Counter(ring.stage.value for ring in rings)
        figures.say(f"round {number}: stages", where, dict(sorted(stages.items())))


def _read_stories(figures: Figures, where: str, stories: Sequence[YearStory]) -> None:
    """Looks again, and all that customers noticed, story by story."""
    found = Counter((look.months, look.found) for story in stories for look in story.looks)
    for months in {months for months, _found in found}:
        asked = sum(n for (after, _found), n in found.items() if after == months)
        about = f"looks after {months} months"
        figures.say(about, where, (found[months, "noticed"], asked))
    checks = [check for story in stories for check in story.checks]
    notice, answered = sum(c.notice for c in checks), sum(c.answered for c in checks)
    figures.say("noticed in all", where, (notice, answered))
    for story in stories:
        for check in story.checks:
            pick = f"round {check.round_number}, {story.title}"
            if check.answered:
                counted = (check.notice, check.answered)
                figures.say(f"{pick}: noticed", f"{where}, its checks", counted)
        if story.counted:
            figures.say(f"{story.title}: checks in order", where, story.counted)
