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
from cxworkshop.papers.pick import BallotPaper, Contender, CriteriaGrid
from cxworkshop.papers.plan import Hindrance, Licence, PlanPage, Quote, Reason, Step

__all__ = [
    "BallotPaper",
    "Contender",
    "CriteriaGrid",
    "EverythingSaid",
    "Hindrance",
    "IdeaCard",
    "Licence",
    "PlanPage",
    "Quote",
    "Reason",
    "Said",
    "SaidCard",
    "SaidGroup",
    "Step",
    "Wall",
    "WallCard",
]
