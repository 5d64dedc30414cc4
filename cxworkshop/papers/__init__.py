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
from cxworkshop.papers.prepare import (
    Asked,
    BackRow,
    BlankKit,
    EncounterMap,
    InterviewGuide,
    MapStep,
    Script,
    ScriptLine,
    ScriptMeeting,
    ScriptStop,
    Visit,
)
from cxworkshop.papers.talk import BlankCards

__all__ = [
    "Asked",
    "BackRow",
    "BallotPaper",
    "BlankCards",
    "BlankKit",
    "Contender",
    "CriteriaGrid",
    "EncounterMap",
    "EverythingSaid",
    "Hindrance",
    "IdeaCard",
    "InterviewGuide",
    "Licence",
    "MapStep",
    "PlanPage",
    "Quote",
    "Reason",
    "Said",
    "SaidCard",
    "SaidGroup",
    "Script",
    "ScriptLine",
    "ScriptMeeting",
    "ScriptStop",
    "Step",
    "Visit",
    "Wall",
    "WallCard",
]
