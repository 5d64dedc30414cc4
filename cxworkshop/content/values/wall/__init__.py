"""What each layout of the Wall says. No value has room for a customer's name (R7)."""

from cxworkshop.content.values.wall.improvement import (
    BeforeAndNow,
    WallAnswers,
    WallCheck,
    WallMonth,
    WallOpenLine,
    WallOpenRound,
    WallPlan,
    WallPoster,
    WallReason,
    WallStaffTest,
    WallStep,
    WallStillOpen,
    WallYear,
)
from cxworkshop.content.values.wall.meeting import (
    SilentWay,
    WallAgenda,
    WallAsk,
    WallBigList,
    WallEmpty,
    WallLine,
    WallOpened,
    WallRefusal,
    WallSaid,
    WallServed,
    WallSlot,
    WallSlots,
    WallSorting,
    WallTalk,
)
from cxworkshop.content.values.wall.names import HeldWords, NameChoice, NameChoices
from cxworkshop.content.values.wall.subject import WallKind, WallSubject, subject_of_stop

WallContent = (
    WallEmpty
    | WallAgenda
    | WallServed
    | WallAsk
    | WallTalk
    | WallBigList
    | WallOpened
    | WallSorting
    | WallSlots
    | WallPlan
    | WallCheck
    | WallStaffTest
    | WallPoster
    | WallAnswers
    | WallYear
    | WallStillOpen
)

__all__ = [
    "BeforeAndNow",
    "HeldWords",
    "NameChoice",
    "NameChoices",
    "SilentWay",
    "WallAgenda",
    "WallAnswers",
    "WallAsk",
    "WallBigList",
    "WallCheck",
    "WallContent",
    "WallEmpty",
    "WallKind",
    "WallLine",
    "WallMonth",
    "WallOpenLine",
    "WallOpenRound",
    "WallOpened",
    "WallPlan",
    "WallPoster",
    "WallReason",
    "WallRefusal",
    "WallSaid",
    "WallServed",
    "WallSlot",
    "WallSlots",
    "WallSorting",
    "WallStaffTest",
    "WallStep",
    "WallStillOpen",
    "WallSubject",
    "WallTalk",
    "WallYear",
    "subject_of_stop",
]
