"""The answers that people choose from, and the few numbers of the method."""

from __future__ import annotations

from enum import StrEnum

MAX_PICKS = 3
CHECK_AFTER_DAYS = 30
CHECK_WITHIN_DAYS = 35
LOOK_AGAIN_AFTER = (3, 6, 12)  # months after an improvement was kept


class Criterion(StrEnum):
    """The four criteria of a pick."""

    CAN = "can"
    NOTICE = "notice"
    DAYS = "days"
    STAY = "stay"


class CriterionAnswer(StrEnum):
    """The doers' answer to a criterion."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Mark(StrEnum):
    """What one customer notices on day 30."""

    NOTICES = "notices"
    NO_DIFFERENCE = "no-difference"
    WORSE = "worse"
    CANNOT_TELL = "cannot-tell"


class Verdict(StrEnum):
    """What all answers of a check say together."""

    NOTICE = "notice"
    SOME = "some"
    NONE = "none"


class NextStep(StrEnum):
    """Where an improvement goes when customers notice nothing."""

    AGAIN = "again"
    BACK = "back"


class Expected(StrEnum):
    """Whether customers said what we had expected to hear."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


class Look(StrEnum):
    """What customers say of a kept improvement, months after."""

    NOTICED = "noticed"
    SLIPPING = "slipping"
    GONE = "gone"


class Left(StrEnum):
    """Why a card left the list; each comes back when customers raise it again."""

    KEPT = "kept"
    CANT = "cant"
    HANDED_ON = "handed-on"


class Heading(StrEnum):
    """The six headings of the replace-the-staff test; none of them is a person."""

    SETUP = "setup"
    WRITTEN = "written"
    NEWCOMERS = "newcomers"
    ROLE = "role"
    SEEN = "seen"
    CUSTOMERS = "customers"
