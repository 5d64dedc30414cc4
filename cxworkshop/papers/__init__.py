"""What each sheet says, as plain values: stops fill them in, sheets and screens draw them."""

from cxworkshop.papers.big_list import (
    EverythingSaid,
    IdeaCard,
    Said,
    SaidCard,
    SaidGroup,
    Wall,
    WallCard,
)
from cxworkshop.papers.books import (
    Answered,
    BookPick,
    CheckPaper,
    Mending,
    PutAside,
    RoundBook,
    StaffTestPaper,
    Stays,
    YearBook,
    YearRound,
)
from cxworkshop.papers.pick import BallotPaper, Contender, CriteriaGrid
from cxworkshop.papers.plan import Hindrance, Licence, PlanPage, Quote, Reason, Step
from cxworkshop.papers.share import PosterPage, Promised, StaffPage

__all__ = [
    "Answered",
    "BallotPaper",
    "BookPick",
    "CheckPaper",
    "Contender",
    "CriteriaGrid",
    "EverythingSaid",
    "Hindrance",
    "IdeaCard",
    "Licence",
    "Mending",
    "PlanPage",
    "PosterPage",
    "Promised",
    "PutAside",
    "Quote",
    "Reason",
    "RoundBook",
    "Said",
    "SaidCard",
    "SaidGroup",
    "StaffPage",
    "StaffTestPaper",
    "Stays",
    "Step",
    "Wall",
    "WallCard",
    "YearBook",
    "YearRound",
]
