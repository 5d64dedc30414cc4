"""How fast it is, as ratios against the bare minimum in the same run.

    python tests/benchmarks/run.py            all of them, as a table
    python tests/benchmarks/run.py edit plan  only those

CPU milliseconds, the best of several repeats; a ratio holds on any machine, a millisecond does not.
"""

from __future__ import annotations

import compileall
import csv
import gc
import io
import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from cxworkshop.model import Card  # noqa: E402
from cxworkshop.queries.search import Search  # noqa: E402
from cxworkshop.services.importing import ImportFile  # noqa: E402
from cxworkshop.store.disk.publish import write_whole  # noqa: E402
from cxworkshop.workshop import Workshop  # noqa: E402
from tests.benchmarks import paper, screens  # noqa: E402

DAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Result:
    """One line of the table: ours and the bare minimum in milliseconds, and what we aim at."""

    name: str
    ours: float
    bare: float
    aim: str

    def line(self) -> str:
        ratio = f"{self.ours / self.bare:8.1f}x" if self.bare else "        –"
        return f"{self.name:<46} {self.ours:10.3f} {self.bare:10.3f} {ratio}   {self.aim}"


def cpu(action: Callable[[], object], repeats: int = 5, times: int = 1) -> float:
    """The best CPU milliseconds of one call."""
    best = float("inf")
    for _repeat in range(repeats):
        gc.collect()
        start = time.process_time()
        for _time in range(times):
            action()
        best = min(best, (time.process_time() - start) / times)
    return best * 1000


def answers(rows: int) -> bytes:
    """A survey of so many rows, 12 columns wide."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Id", "Date", "What should we do better?", *(f"Score {n}" for n in range(9))])
    for n in range(rows):
        words = f"Please mend thing number {n} before the winter, it was broken in March"
        writer.writerow([f"R-{n}", "2026-11-03", words, *([n % 7] * 9)])
    return out.getvalue().encode()


def filled(folder: Path, rows: int) -> Workshop:
    folder.mkdir(exist_ok=True)
    workshop = Workshop.new(folder / f"{rows}.cxw", "Benchmark", DAY)
    source = ImportFile("answers.csv", answers(rows))
    workshop.importing.take(workshop.importing.prepare(source), sure=True)
    return workshop


def edit(folder: Path) -> Iterator[Result]:
    """One small edit with journal, seals and digest against one raw transaction in memory."""
    workshop = filled(folder, 1000)
    cards = [card.id for card in workshop.big_list.board().cards]
    number = iter(range(10**9))
    raw = sqlite3.connect(":memory:", isolation_level=None)
    raw.execute("CREATE TABLE card (id TEXT PRIMARY KEY, headline TEXT) STRICT")
    raw.executemany("INSERT INTO card VALUES (?, '')", [(card,) for card in cards])

    rows = [workshop._store.get(Card, card) for card in cards]

    def ours() -> None:
        n = next(number)
        with workshop._store.edit("Name a card") as step:
            step.write(replace(rows[n % 1000], headline=f"headline {n}"))

    def action() -> None:
        n = next(number)
        workshop.big_list.set_card_headline(cards[n % 1000], f"headline {n}")

    def bare() -> None:
        n = next(number)
        raw.execute("BEGIN")
        raw.execute("UPDATE card SET headline = ? WHERE id = ?", (f"h {n}", cards[n % 1000]))
        raw.execute("COMMIT")

    raw_time = cpu(bare, times=2000)
    yield Result("one edit / raw transaction", cpu(ours, times=500), raw_time, "<= 15x and <= 2 ms")
    yield Result("one action by its stop / the same", cpu(action, times=500), raw_time, "<= 2 ms")


def opening(folder: Path) -> Iterator[Result]:
    """A year's workshop of about 1 MB, checked from end to end, against reading its bytes."""
    workshop = filled(folder, 330)
    for n in range(1200):
        workshop.prepare.promises.add(f"Promise number {n}, which is as long as one usually is")
    workshop.save()
    size = workshop.path.stat().st_size / 1e6

    def bare() -> None:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(workshop.path.read_bytes())
        for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'"):
            connection.execute(f"SELECT * FROM {table}").fetchall()
        connection.close()

    yield Result(
        f"open {size:.2f} MB / deserialize and read all rows",
        cpu(lambda: Workshop.open(workshop.path).close()),
        cpu(bare),
        "<= 150 ms",
    )


def keeping(folder: Path) -> Iterator[Result]:
    """What the disk costs whoever edits: the thread of the screens only, then until it is there."""
    workshop = filled(folder, 300)
    workshop.save()
    number = iter(range(10**9))

    def edit() -> None:
        workshop.prepare.promises.add(f"Promise number {next(number)}")

    alone = in_this_thread(edit, 300)
    keeper = workshop.start_saving()
    yield Result("an edit with a keeper / without", in_this_thread(edit, 300), alone, "<= 0.2 ms")

    def until(done: Callable[[], int]) -> None:
        edit()
        while done() < workshop._store.seq:
            time.sleep(0.0001)

    safe = median(lambda: until(lambda: keeper.safe), 40, keeper.flush)
    saved = median(lambda: until(lambda: keeper.saved), 40, keeper.flush)
    size = workshop.path.stat().st_size
    bare = median(lambda: write_whole(folder / "bare", bytes(size)), 40)
    yield Result("wall: until safe / a file synced and renamed", safe, bare, "")
    yield Result(f"wall: until saved ({size / 1e6:.2f} MB) / the same", saved, bare, "")
    workshop.close()


def in_this_thread(action: Callable[[], object], times: int) -> float:
    """CPU milliseconds of one call, without those of other threads."""
    start = time.thread_time()
    for _time in range(times):
        action()
    return (time.thread_time() - start) / times * 1000


def median(
    action: Callable[[], object], times: int, before: Callable[[], object] = lambda: None
) -> float:
    """Wall milliseconds of a usual call; `before` each of them is not counted."""
    took = []
    for _time in range(times):
        before()
        start = time.monotonic()
        action()
        took.append(time.monotonic() - start)
    return sorted(took)[times // 2] * 1000


def importing(folder: Path) -> Iterator[Result]:
    """10,000 rows x 12, read, sorted and taken in, against csv alone; 20,000 for the slope."""
    for rows in (10_000, 20_000):
        data = answers(rows)

        def ours(data: bytes = data, rows: int = rows) -> None:
            workshop = Workshop.new(folder / f"i{rows}.cxw", "Benchmark", DAY)
            prepared = workshop.importing.prepare(ImportFile("answers.csv", data))
            workshop.importing.take(prepared, sure=True)
            workshop.close()

        def bare(data: bytes = data) -> None:
            list(csv.reader(io.StringIO(data.decode(), newline="")))

        yield Result(f"import {rows:,} rows / csv alone", cpu(ours, 2), cpu(bare, 2), "seconds")


def printing(folder: Path) -> Iterator[Result]:
    """One action plan against a bare canvas with as many strings."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    from cxworkshop.sample import bakery
    from cxworkshop.sheets import write_sheets

    workshop = Workshop.new(folder / "print.cxw", "Bakery", DAY)
    bakery(workshop)

    def ours() -> None:
        write_sheets(workshop, ["action-plan"], folder)

    def bare() -> None:
        canvas = Canvas(str(folder / "bare.pdf"), pagesize=A4)
        for _page in range(2):
            for n in range(60):
                canvas.drawString(50, 800 - 12 * n, "What we will do, in a few words")
            canvas.showPage()
        canvas.save()

    yield Result("two action plans / bare reportlab canvas", cpu(ours), cpu(bare), "")


def saying(_folder: Path) -> Iterator[Result]:
    """Everything said, of 300 and of 5,000 verbatims, against as many of reportlab's paragraphs."""
    paper.ours(20)()  # fonts are read once
    spent = {}
    for count, repeats in ((300, 3), (500, 3), (5000, 1)):
        paper_of = paper.ours(count)
        spent[count] = cpu(paper_of, repeats)
        bare = cpu(paper.platypus(count), repeats)
        aim = "<= 1.5x" if count == 300 else ""
        yield Result(f"{count:,} verbatims printed / Platypus", spent[count], bare, aim)
        held, bare = paper.peak_mb(paper_of), paper.peak_mb(paper.platypus(count))
        yield Result(f"{count:,} verbatims, MB / Platypus", held, bare, "")
    yield Result("5,000 verbatims / 500", spent[5000], spent[500], "about 10x: linear")


def search(folder: Path) -> Iterator[Result]:
    """A word in 3,000 verbatims, against SQLite's own instr; the first one builds the index."""
    workshop = filled(folder, 3000)
    search = Search(workshop._store)
    raw = sqlite3.connect(":memory:")
    raw.execute("CREATE TABLE v (said TEXT)")
    said = [(v.said,) for card in workshop.big_list.board().cards for v in card.verbatims]
    raw.executemany("INSERT INTO v VALUES (?)", said)
    sql = "SELECT rowid FROM v WHERE instr(lower(said), '2999')"
    assert len(search.cards("2999")) == len(raw.execute(sql).fetchall()) == 1
    yield Result(
        "search 3,000 verbatims / instr",
        cpu(lambda: search.cards("2999"), times=20),
        cpu(lambda: raw.execute(sql).fetchall(), times=20),
        "<= 16 ms",
    )


def board(folder: Path) -> Iterator[Result]:
    """The big list of 5,000 cards as values, against dumping the same words as JSON."""
    workshop = filled(folder, 5000)
    words = [v.said for card in workshop.big_list.board().cards for v in card.verbatims]
    yield Result(
        "board of 5,000 cards / json.dumps of its words",
        cpu(workshop.big_list.board),
        cpu(lambda: json.dumps(words)),
        "",
    )


def start(folder: Path) -> Iterator[Result]:
    """The start page with three recent files against a bare QMainWindow, process start included."""
    ours, bare, usual = screens.first_paint(folder)
    yield Result("start page's first paint / bare window", ours, bare, "<= 1.3x")
    yield Result("the same / a window with a label and a button", ours, usual, "")


def cards(folder: Path) -> Iterator[Result]:
    """Stop 3 opened and painted against as many plain text items; and what it holds in memory."""
    boards = screens.Boards(filled)
    for count in screens.BOARDS:
        workshop = boards.workshop(folder, count)
        page = boards.page(workshop)
        before = screens.resident_mb()
        spent = cpu(lambda page=page: boards.open(page), 1)
        held = screens.resident_mb() - before
        aim = "<= 300 ms" if count == 300 else ""
        bare = cpu(lambda count=count: boards.bare(count), 1)
        yield Result(f"{count:,} cards opened / plain text items", spent, bare, aim)
        yield Result(f"{count:,} cards, MB", held, 0.0, "")
        page.close()


def deeds(folder: Path) -> Iterator[Result]:
    """What changes a board that is shown, against as many plain text items shown anew."""
    boards = screens.Boards(filled)
    for count, aim in ((300, "<= 50 ms"), (5000, "<= 300 ms")):
        page = boards.page(boards.workshop(folder / "deeds", count))
        boards.open(page)
        bare = cpu(lambda count=count: boards.bare(count), 2)
        for name, deed in (("drop", boards.drop), ("undo", boards.undo)):
            yield Result(
                f"{count:,} cards: {name} / shown anew", cpu(partial(deed, page)), bare, aim
            )
        page.board.scene().clearSelection()
        page.board.scene().setFocusItem(None)
        spent = cpu(partial(boards.choose_all, page))
        yield Result(f"{count:,} cards: all chosen and not", spent, 0.0, aim)
        page.close()


def typing(folder: Path) -> Iterator[Result]:
    """A letter in the search, hits shown on the board; Enter at stop 2 until it is ready."""
    boards = screens.Boards(filled)
    workshop = boards.workshop(folder / "typing", 3000)
    page = boards.page(workshop)
    boards.open(page)
    words = cycle(("2", "29", "299", "winter"))
    spent = cpu(lambda: boards.look_for(page, next(words)), times=8)
    yield Result("search 3,000 verbatims, hits shown", spent, 0.0, "<= 16 ms")
    boards.look_for(page, "")
    workshop.prepare.promises.add("Something that is written meanwhile")
    spent = cpu(lambda: boards.look_for(page, "2998"), 1)
    yield Result("the same, the first after an edit", spent, 0.0, "<= 16 ms")
    page.close()
    desk = boards.stop_2(workshop)
    spent = cpu(lambda: boards.enter(desk))
    yield Result("Enter at stop 2 with 3,000 verbatims", spent, 0.0, "<= 50 ms")
    desk.close()


def drag(folder: Path) -> Iterator[Result]:
    """A frame of a drag over the board against a frame in which a label is moved."""
    boards = screens.Boards(filled)
    for count, aim in ((300, "<= 2x"), (5000, "<= 5x")):
        page = boards.page(boards.workshop(folder / "drag", count))
        boards.open(page)
        ours, bare = boards.drag_frames(page, cpu)
        yield Result(f"a drag frame at {count:,} cards / a label moved", ours, bare, aim)
        page.close()


ALL = {
    f.__name__: f
    for f in (
        *(edit, opening, keeping, importing, printing, saying, search, board),
        *(start, cards, drag, deeds, typing),
    )
}


def main(wanted: list[str]) -> int:
    compileall.compile_dir(ROOT / "cxworkshop", quiet=2)
    print(f"{'what / against':<46} {'ours ms':>10} {'bare ms':>10} {'ratio':>9}   aim")
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted or ALL:
            own = Path(folder, name)
            own.mkdir()
            for result in ALL[name](own):
                print(result.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
