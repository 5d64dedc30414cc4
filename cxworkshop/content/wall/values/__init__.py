"""What each layout of the Wall says. No value has room for a customer's name (R7)."""

from cxworkshop.content.wall.values.improvement import (
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
from cxworkshop.content.wall.values.meeting import (
    SilentWay,
    WallAgenda,
    WallAgendaLine,
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
    "SilentWay",
    "WallAgenda",
    "WallAgendaLine",
    "WallAnswers",
    "WallAsk",
    "WallBigList",
    "WallCheck",
    "WallContent",
    "WallEmpty",
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
    "WallTalk",
    "WallYear",
]
