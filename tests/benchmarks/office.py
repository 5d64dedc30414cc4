"""The programme office at scale: rows a second, and how long figures, views and report take.

    python tests/benchmarks/office.py                       a small year, for a look
    python tests/benchmarks/office.py --workshops 120000    10,000 facilitators times 12 rounds

It starts a PostgreSQL of its own with Debian's settings (each commit is on the disk), generates
workshops of three rounds over a year, and pushes them from several processes as laptops would.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cxworkshop.office.database.connection import connect
from cxworkshop.office.database.migrating import migrate
from cxworkshop.office.database.pushing import make_room, push, refresh
from cxworkshop.office.rows import Figures
from tests.office.cluster import Cluster
from tests.office.teams import team_figures

ROOT = Path(__file__).resolve().parents[2]
PROGRAMMES, SITES = 4, 25
ROUNDS = 3
DURABLE = (
    "fsync = on", "full_page_writes = on", "autovacuum = on", "shared_buffers = 512MB",
    "max_wal_size = 4GB", "checkpoint_timeout = 5min",
)  # fmt: skip
PEOPLE = """
CREATE ROLE pusher LOGIN IN ROLE office_pusher;
CREATE ROLE reader LOGIN IN ROLE office_reader;
"""


def programme(number: int) -> str:
    return f"Programme {number % PROGRAMMES}"


def workshop(number: int) -> Figures:
    """A workshop of three rounds that began in some month of the year."""
    return team_figures(
        number,
        programme=programme(number),
        site=f"Site {number // PROGRAMMES % SITES}",
        rounds=ROUNDS,
        first_day=date(2025, number % 10 + 1, 6),
    )


def cpu_of(pid: int) -> float:
    """Seconds of a process of Linux, of its own and of the system for it."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pushed(url: str, numbers: range, done: multiprocessing.SimpleQueue) -> None:
    """Push these; say how many rows, and how much CPU the laptop and the server took for them."""
    rows, laptop = 0, 0.0
    with connect(url) as connection:
        for number in numbers:
            figures = workshop(number)
            rows += len(figures.rows) + 1
            begun = time.process_time()
            push(connection, figures)
            laptop += time.process_time() - begun
        done.put((rows, laptop, cpu_of(connection.info.backend_pid)))


def push_all(url: str, workshops: int, pushers: int) -> tuple[int, float, float]:
    done = multiprocessing.SimpleQueue()
    processes = [
        multiprocessing.Process(target=pushed, args=(url, range(n, workshops, pushers), done))
        for n in range(pushers)
    ]
    for process in processes:
        process.start()
    told = [done.get() for _process in processes]
    for process in processes:
        process.join()
    rows, laptop, server = (sum(column) for column in zip(*told, strict=True))
    return rows, laptop, server


def timed(call, *given) -> tuple[float, object]:
    begun = time.perf_counter()
    answer = call(*given)
    return time.perf_counter() - begun, answer


def all_of(connection, query: str) -> list[tuple]:
    return connection.execute(query).fetchall()


def slowest_view(url: str) -> tuple[str, float, int]:
    """The view that takes longest for one programme's year and months, in milliseconds."""
    found = []
    with connect(url) as connection:
        names = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'office_views'"
            " AND table_name NOT IN ('as_of', 'figures', 'promises')"
        ).fetchall()
        for (name,) in names:
            where = "WHERE programme = 'Programme 1' AND site IS NULL"
            query = f"SELECT * FROM office_views.{name} {where}"
            laps = [timed(all_of, connection, query) for _n in range(5)]
            found.append((median(lap for lap, _rows in laps) * 1000, name, len(laps[0][1])))
    taken, name, rows = max(found)
    return name, taken, rows


def report(url: str) -> tuple[float, float]:
    """Seconds from the command to both files, and of them those of its CPU."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["report", "--to", folder, "--from", url, "--programme", "Programme 1"]
        run = [sys.executable, "-m", "cxworkshop.office.cli", *words]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken, _done = timed(lambda: subprocess.run(run, cwd=ROOT, check=True, capture_output=True))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(cluster: Cluster, workshops: int, pushers: int) -> None:
    with cluster.admin() as admin:
        admin.execute("CREATE DATABASE office")
    with connect(cluster.url("office")) as connection:
        migrate(connection)
    with cluster.admin("office") as admin:
        admin.execute(PEOPLE)
        for number in range(PROGRAMMES):
            for role, pushes in (("pusher", True), ("reader", False)):
                admin.execute("SELECT office.allow(%s, %s, NULL, %s)",
                              (role, programme(number), pushes))  # fmt: skip
    url = cluster.url("office", "pusher")
    with connect(url) as connection:
        make_room(connection, [workshop(number) for number in range(10)])
    taken, (rows, laptop, server) = timed(push_all, url, workshops, pushers)
    print(f"{workshops} workshops, {rows} rows in {taken:.0f} s: {rows / taken:.0f} rows/s"
          f" by {pushers} pushers, which made them meanwhile")  # fmt: skip
    print(f"CPU for a row: {laptop / rows * 1e6:.0f} µs where it is sent,"
          f" {server / rows * 1e6:.0f} µs of the server: {2 * rows / (laptop + server):.0f} rows/s"
          " on two cores with nothing else to do", flush=True)  # fmt: skip
    with connect(url) as connection:
        print(f"refresh of all months: {timed(refresh, connection)[0]:.1f} s", flush=True)
        push(connection, team_figures(1, seq=2, programme=programme(1), site="Site 0", rounds=1))
        print(f"refresh after one push: {timed(refresh, connection)[0]:.1f} s", flush=True)
    reader = cluster.url("office", "reader")
    print("slowest view: {} {:.1f} ms for {} rows".format(*slowest_view(reader)), flush=True)
    print("report (page and paper): {:.1f} s, {:.1f} s of CPU".format(*report(reader)), flush=True)
    with cluster.admin("office") as admin:
        size = admin.execute("SELECT pg_size_pretty(pg_database_size('office'))").fetchone()[0]
    print(f"database: {size}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--workshops", type=int, default=1_000)
    asked.add_argument("--pushers", type=int, default=2)
    given = asked.parse_args()
    cluster = Cluster(*DURABLE)
    try:
        cluster.start()
        measure(cluster, given.workshops, given.pushers)
    finally:
        cluster.remove()


if __name__ == "__main__":
    main()
