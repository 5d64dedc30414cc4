"""The doors through which a person meets a file: each refuses it or works, within seconds."""

from __future__ import annotations

import io
import signal
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import fields
from datetime import date
from pathlib import Path

from cxworkshop.cli import main
from cxworkshop.errors import Refusal
from cxworkshop.exports.describe import status
from cxworkshop.model import NOUNS
from cxworkshop.queries.texts import is_text
from cxworkshop.store.refusals import FileRefusal
from cxworkshop.workshop import Workshop

DAY = date(2026, 11, 23)
DONE, REFUSED = 0, 2
LONGEST = 60  # seconds of the processor at all doors together
Words = frozenset[str]


def wrong_at_doors(path: Path, words: Words) -> list[str]:
    """What went wrong with this file; `words` must come back in a rescue."""
    before, to, wrong = path.read_bytes(), path.with_name("rescued.cxw"), []
    to.unlink(missing_ok=True)
    try:
        with _limit(LONGEST):
            opened = work_in_memory(path)
            code = _run("verify", path)
            wrong += [f"verify says {code}"] * (code != (DONE if opened else REFUSED))
            shown = _run("status", path)
            wrong += [f"status says {shown}"] * (shown != code)
            wrong += _wrong_rescue(path, to, words)
    except Exception as error:
        wrong.append(type(error).__name__)
    return wrong + ["was written to"] * (path.read_bytes() != before)


def work_in_memory(path: Path) -> bool:
    """Look at everything, undo and redo; whether it opened."""
    try:
        workshop = Workshop.open(path, DAY)
    except FileRefusal:
        return False
    with workshop:
        for kind in NOUNS:
            workshop._store.rows(kind)
        status(workshop)
        workshop.history()
        workshop.unverified.unverified_rows()
        for step in (workshop.undo, workshop.undo, workshop.redo, workshop.redo, workshop.redo):
            try:
                step()
            except Refusal:
                break
        status(workshop)
    return True


def _wrong_rescue(path: Path, to: Path, words: Words) -> list[str]:
    code = _run("recover", path, "--to", to)
    if code != DONE:
        return [] if code == REFUSED and not words else [f"recover says {code}"]
    if not work_in_memory(to):
        return ["what is rescued can’t be opened"]
    lost = words - words_in(to)
    return [f"lost: {' '.join(sorted(lost))[:60]}"] if lost else []


def words_in(path: Path) -> Words:
    """Every text in it that people wrote."""
    with Workshop.open(path, DAY) as workshop:
        return frozenset(
            str(getattr(row, field.name))
            for kind in NOUNS
            for row in workshop._store.rows(kind)
            for field in fields(kind)
            if is_text(field.type) and field.name != "id"
        )


def _run(*arguments: object) -> int:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return main([*map(str, arguments), "--today", DAY.isoformat()])


@contextmanager
def _limit(seconds: int) -> Iterator[None]:
    def stop(*_given: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
