"""What the office's tool says no to, each in a sentence; nothing was changed."""

from __future__ import annotations

from cxworkshop.errors import Refusal
from cxworkshop.filenames import shown
from cxworkshop.i18n import _


class NotOurRows(Refusal):
    """A row from elsewhere holds what no workshop could."""


class BadSealedFile(Refusal):
    """A file that was to be taken is damaged, or none of ours; it is unchanged."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{shown(name)}: {why}")


class ServerRefusal(Refusal):
    """The database could not be reached, or said no."""


class PasswordInAddress(Refusal):
    """A password on a command line can be read by everybody on the computer."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Leave the password out of the address: whoever can list programs could read it. "
                "Put it into the file .pgpass or the variable PGPASSWORD, or type it when asked."
            )
        )


class NeedsDriver(Refusal):
    """The optional package that speaks to PostgreSQL is not installed."""

    def __init__(self) -> None:
        super().__init__(
            _('Speaking to a database needs a package more: pip install "cxworkshop[office]"')
        )
