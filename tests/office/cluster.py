"""A PostgreSQL of the tests' own: on a socket in its own folder and a free port of loopback."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

import psycopg

ACCOUNT = "postgres"  # of Debian's package: the server refuses to run as root
SETTINGS = """
listen_addresses = '127.0.0.1'
fsync = off
full_page_writes = off
autovacuum = off
shared_buffers = 32MB
max_wal_size = 256MB
logging_collector = off
ssl = on
ssl_cert_file = 'server.crt'
ssl_key_file = 'server.key'
"""
WHO_MAY = """
local all all trust
hostssl all all 127.0.0.1/32 scram-sha-256
"""


def programs() -> Path | None:
    """The folder with initdb, the newest one of Debian's; None where there is no PostgreSQL."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).resolve().parent if elsewhere else None


def _version(path: Path) -> int:
    return int(path.parts[-3])


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Cluster:
    """One server; `url(database)` is its socket, `wire(database)` its port."""

    def __init__(self, *more_settings: str) -> None:
        self._bin = programs()
        assert self._bin is not None
        # Short, for a socket's path has 107 bytes at most, and where its account can reach it.
        self.folder = Path(tempfile.mkdtemp(prefix="cxo", dir=tempfile.gettempdir()))
        self.data, self.port = self.folder / "data", free_port()
        self._server: subprocess.Popen[bytes] | None = None
        if os.geteuid() == 0:
            shutil.chown(self.folder, ACCOUNT)
        self._make(*more_settings)

    def _as_account(self) -> dict[str, object]:
        return {"user": ACCOUNT, "group": ACCOUNT} if os.geteuid() == 0 else {}

    def _run(self, *words: object) -> None:
        subprocess.run(
            [str(word) for word in words], cwd=self.folder, check=True, capture_output=True,
            **self._as_account(),
        )  # fmt: skip

    def _make(self, *more_settings: str) -> None:
        self._run(
            self._bin / "initdb", "-D", self.data, "-U", "admin", "-A", "trust", "--no-sync",
            "--no-instructions", "-E", "UTF8", "--locale=C.UTF-8", "--wal-segsize=1",
        )  # fmt: skip
        certificate(self, self.data / "server", "127.0.0.1")
        with (self.data / "postgresql.conf").open("a") as conf:
            conf.write(SETTINGS)
            conf.write(f"port = {self.port}\nunix_socket_directories = '{self.folder}'\n")
            conf.write("\n".join(more_settings) + "\n")
        (self.data / "pg_hba.conf").write_text(WHO_MAY)

    def start(self) -> None:
        log = (self.folder / "log").open("ab")
        with log:
            self._server = subprocess.Popen(
                [str(self._bin / "postgres"), "-D", str(self.data)], cwd=self.folder,
                stdout=log, stderr=log, start_new_session=True, **self._as_account(),
            )  # fmt: skip
        deadline = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self.url("postgres", "admin")).close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > deadline or self._server.poll() is not None:
                    raise AssertionError((self.folder / "log").read_text()) from None
                time.sleep(0.02)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT ends it now and in order, SIGQUIT as a crash would."""
        if self._server is not None:
            self._server.send_signal(how)
            self._server.wait(60)
            self._server = None

    def remove(self) -> None:
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def limit_files(self, backend: int, size: int) -> None:
        """Let no file that this backend writes to grow beyond so many bytes."""
        self._run("prlimit", f"--pid={backend}", f"--fsize={size}:{size}")

    def url(self, database: str, user: str = "admin") -> str:
        """By the socket, where everybody is who they say."""
        return f"postgresql:///{database}?host={self.folder}&port={self.port}&user={user}"

    def wire(self, database: str, user: str, more: str = "") -> str:
        """By loopback, with TLS and a password."""
        return f"postgresql:///{database}?host=127.0.0.1&port={self.port}&user={user}{more}"

    def admin(self, database: str = "postgres") -> psycopg.Connection:
        return psycopg.connect(self.url(database), autocommit=True)


def certificate(cluster: Cluster, path: Path, name: str) -> None:
    """A key and a certificate for this address, signed by itself."""
    cluster._run(
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
        "-nodes", "-days", "2", "-subj", "/CN=office", "-addext", f"subjectAltName=IP:{name}",
        "-keyout", f"{path}.key", "-out", f"{path}.crt",
    )  # fmt: skip


def why_left_out() -> str:
    """Why no server can run here; "" where one can."""
    if not sys.platform.startswith("linux") or programs() is None:
        return "this computer lacks PostgreSQL"
    return ""


def fork_to(work: Callable[..., None], *given: object) -> BaseProcess:
    """Do this in another process, from Python 3.12 on also while threads of other tests sleep."""
    process = multiprocessing.get_context("fork").Process(target=work, args=given)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    return process
