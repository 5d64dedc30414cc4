"""A year of many teams, by sticks and by pushes: two orders, repeats and kills, one result.

    python tests/soak/office_year.py                    60 teams
    python tests/soak/office_year.py --teams 500

Each team has three versions of its year. Into the first database they come as sealed files in
folders, by `cxworkshop-office load`, which is killed again and again and begun anew; into the
second by eight processes at once, in another order, each version more than once, killed as well. In
the end both hold the same, and it is what the newest versions say.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cxworkshop.office.database.connection import connect
from cxworkshop.office.database.migrating import migrate
from cxworkshop.office.database.pushing import make_room, push, refresh
from cxworkshop.office.rows import KINDS_OF_ROWS, Figures
from cxworkshop.office.sealed_file import write_sealed
from tests.office.cluster import Cluster
from tests.office.conftest import PEOPLE, Server
from tests.office.teams import team_figures

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = (1, 2, 3)
PUSHERS = 8
FOLDERS = 10
Version = tuple[int, int]  # a team's number, and its version


def figures_of(version: Version) -> Figures:
    number, seq = version
    return team_figures(number, seq=seq, rounds=12)


def load_until_done(server: Server, folders: list[Path], chance: random.Random) -> Counter:
    """Load folder by folder; half of the time the command is killed, and begun again."""
    counts: Counter = Counter()
    for folder in folders:
        while True:
            run = [sys.executable, "-m", "cxworkshop.office.cli", "load", str(folder)]
            loading = subprocess.Popen(
                [*run, "--to", server.url("mira"), "--no-refresh"], cwd=ROOT, stdout=subprocess.PIPE
            )
            if chance.random() < 0.5:
                time.sleep(chance.uniform(0.3, 3.0))
                loading.kill()
            out = loading.communicate()[0].decode()
            counts.update(line.split(": ")[1].split(",")[0] for line in out.splitlines())
            counts["killed"] += loading.returncode < 0
            assert loading.returncode in (0, -9), loading.returncode
            if loading.returncode == 0:
                break
    return counts


def push_them(url: str, versions: list[Version], told: Connection) -> None:
    with connect(url) as connection:
        for version in versions:
            told.send(str(push(connection, figures_of(version))))


def heard(told: Connection) -> Iterator[str]:
    """What a pusher says until it has ended, or was killed in the middle of a word."""
    while True:
        try:
            yield told.recv()
        except (EOFError, OSError):
            return


def push_until_done(url: str, versions: list[Version], chance: random.Random) -> Counter:
    """Eight at once; from time to time one is killed, and another begins with what it had left."""
    counts: Counter = Counter()
    shares = [versions[n::PUSHERS] for n in range(PUSHERS)]
    while any(shares):
        running = []
        for share in filter(None, shares):
            told, tells = multiprocessing.Pipe(duplex=False)
            process = multiprocessing.Process(target=push_them, args=(url, share, tells))
            process.start()
            tells.close()  # or nobody would notice that the other end is gone
            running.append((process, share, told))
        time.sleep(chance.uniform(1, 4))
        for process, _share, _told in running:
            if chance.random() < 0.5:
                process.kill()
        shares = []
        for process, share, told in running:
            counts.update(heard(told))
            process.join()
            counts["killed"] += process.exitcode == -9
            assert process.exitcode in (0, -9), process.exitcode
            if process.exitcode:
                # What it had sent last may have been taken or not: all of its share comes again.
                shares.append(chance.sample(share, len(share)) if len(share) > 20 else share)
    return counts


def newest(teams: int) -> dict[str, int]:
    """How many rows of each kind the newest versions have."""
    counts: Counter = Counter()
    for number in range(teams):
        counts.update(str(row.table) for row in figures_of((number, VERSIONS[-1])).rows)
    return counts


def try_it(cluster: Cluster, teams: int, seed: int, folder: Path) -> None:
    chance = random.Random(seed)
    servers = [Server(cluster, name) for name in ("sticks", "pushes")]
    for number, server in enumerate(servers):
        with cluster.admin() as admin:
            admin.execute(f"CREATE DATABASE {server.name}")
        with connect(server.url()) as connection:
            migrate(connection)
        with cluster.admin(server.name) as admin:
            admin.execute(PEOPLE if not number else PEOPLE[PEOPLE.index("SELECT") :])
        with connect(server.url("mira")) as connection:
            make_room(connection, [figures_of((0, 1))])
    versions = [(number, seq) for number in range(teams) for seq in VERSIONS]
    folders = sticks(chance.sample(versions, len(versions)), folder)
    print(
        "by sticks:", dict(load_until_done(servers[0], [*folders, folders[0]], chance)), flush=True
    )
    repeated = versions + chance.sample(versions, len(versions) // 3)
    shuffled = chance.sample(repeated, len(repeated))
    pushed = push_until_done(servers[1].url("mira"), shuffled, chance)
    print("by pushes:", dict(pushed), flush=True)
    for server in servers:
        with connect(server.url("mira")) as connection:
            refresh(connection)
    first, second = (server.everything() for server in servers)
    assert first == second, [part for part in first if first[part] != second[part]]
    there = {str(kind.table): len(first[str(kind.table)]) for kind in KINDS_OF_ROWS}
    wanted = newest(teams)
    assert there == {part: wanted[part] for part in there}, (there, wanted)
    assert {row[1] for row in first["workshop"]} == {VERSIONS[-1]}
    print(f"{teams} teams: both hold the same, {sum(there.values())} rows of the newest versions,"
          f" {len(first['published'])} published figures")  # fmt: skip


def sticks(versions: list[Version], folder: Path) -> list[Path]:
    folders = [folder / f"stick-{n}" for n in range(FOLDERS)]
    for one in folders:
        one.mkdir()
    for n, (number, seq) in enumerate(versions):
        write_sealed(folders[n % FOLDERS] / f"{n}.cxoffice", figures_of((number, seq)))
    return folders


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--teams", type=int, default=60)
    asked.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3)))
    given = asked.parse_args()
    print(f"seed {given.seed}")
    cluster = Cluster()
    try:
        cluster.start()
        with tempfile.TemporaryDirectory() as folder:
            try_it(cluster, given.teams, given.seed, Path(folder))
    finally:
        cluster.remove()


if __name__ == "__main__":
    main()
