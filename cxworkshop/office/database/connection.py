"""Connect by libpq's own ways, and say what went wrong in a sentence.

Which certificate counts, and where the password comes from, is libpq's to decide: `sslmode`,
`sslrootcert`, PGPASSWORD, .pgpass. Only where nobody has said so, a server elsewhere must show a
certificate that fits its name.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict

from cxworkshop import __version__
from cxworkshop.i18n import _, n_
from cxworkshop.office.refusals import PasswordInAddress, ServerRefusal

Asks = Callable[[], str]  # for a password, of the person at the keyboard
Connection = psycopg.Connection[tuple[Any, ...]]

_LOCAL = ("", "localhost", "127.0.0.1", "::1")
_SECONDS_TO_CONNECT = "10"
# By what libpq or the server says, the first that fits; what it says itself is not translated.
_WHY = (
    ("no password supplied", n_("The database wants a password, and none was given.")),
    ("password authentication failed", n_("The database does not take this name and password.")),
    (
        "certificate verify failed",
        n_("The database’s certificate is not one that this computer trusts. Nothing was sent."),
    ),
    (
        "root certificate file",
        n_(
            "There is no certificate to know the database by. Ask for it, and put it where "
            "sslrootcert says. Nothing was sent."
        ),
    ),
    (
        "does not match host name",
        n_("The database’s certificate is of another server. Nothing was sent."),
    ),
    ("does not support SSL", n_("The database does not encrypt what is sent. Nothing was sent.")),
    ("no pg_hba.conf entry", n_("The database does not let you in from here.")),
    ("does not exist", n_("There is no such database, or you are not known there.")),
    ("is not permitted to log in", n_("This name is not meant for logging in.")),
    ("too many", n_("The database is too busy. Try again in some minutes.")),
    ("starting up", n_("The database is just starting. Try again in a minute.")),
    ("shutting down", n_("The database is just being stopped. Try again later.")),
)
_UNREACHABLE = n_("The database can’t be reached. Is its address right, and is the network there?")
_BY_STATE: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (
        (errors.InvalidSchemaName, errors.UndefinedTable, errors.UndefinedFunction),
        n_("This database has no office yet, or an older one: cxworkshop-office migrate."),
    ),
    (
        errors.InsufficientPrivilege,
        n_("You may not do that in this database. Ask whoever looks after it."),
    ),
    (
        (errors.DiskFull, errors.OutOfMemory, errors.IoError),
        n_("The database has no room left. What it had not taken it has not, and nothing is half."),
    ),
    (
        (psycopg.DataError, psycopg.IntegrityError),
        n_("The database does not take these rows: something in them can’t be right."),
    ),
    (
        (errors.QueryCanceled, errors.LockNotAvailable),
        n_("The database took too long. Try again later."),
    ),
)
_GONE = n_(
    "The database went away in the middle. What it had taken is there, and nothing is half: "
    "do the same again."
)


def connect(url: str, asks: Asks | None = None) -> Connection:
    """Connect; raises PasswordInAddress or ServerRefusal.

    `asks` is called for a password where the database wants one and libpq has none.
    """
    options = _options(url)
    try:
        return psycopg.connect(**options)
    except psycopg.OperationalError as error:
        if asks is None or "no password supplied" not in str(error):
            raise ServerRefusal(_reason(error)) from None
    try:
        return psycopg.connect(**options, password=asks())
    except psycopg.OperationalError as error:
        raise ServerRefusal(_reason(error)) from None


def _options(url: str) -> dict[str, Any]:
    try:
        options = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise ServerRefusal(
            _("That is no address of a database. It looks like postgresql://…/office")
        ) from None
    if options.get("password") or options.get("sslpassword"):
        raise PasswordInAddress
    host = str(options.get("host") or os.environ.get("PGHOST", ""))
    is_local = host in _LOCAL or host.startswith(("/", "@"))
    if not is_local and not options.get("sslmode") and not os.environ.get("PGSSLMODE"):
        options["sslmode"] = "verify-full"
    options.setdefault("connect_timeout", _SECONDS_TO_CONNECT)
    return options | {"application_name": f"cxworkshop-office {__version__}"}


def _reason(error: psycopg.OperationalError) -> str:
    said = str(error)
    return next((_(why) for words, why in _WHY if words in said), _(_UNREACHABLE))


@contextmanager
def said_in_a_sentence() -> Iterator[None]:
    """What the server says no to, as a ServerRefusal."""
    try:
        yield
    except psycopg.Error as error:
        for kinds, why in _BY_STATE:
            if isinstance(error, kinds):
                raise ServerRefusal(_(why)) from error
        if isinstance(error, psycopg.OperationalError):
            raise ServerRefusal(_(_GONE)) from error
        raise
