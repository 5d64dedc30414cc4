"""What each sheet says, as plain values.

Gatherers fill them in; sheets, screens and the Wall show them. `…Content` is a whole sheet.
"""

from cxworkshop.content.values.answers import (
    AnsweredWish,
    AnswersContent,
    AnswerSlip,
    AnswerSlipsContent,
    SlipWish,
)
from cxworkshop.content.values.big_list import (
    EverythingSaidContent,
    IdeaCard,
    SaidCard,
    SaidGroup,
    SaidVerbatim,
    WallCard,
    WallCardsContent,
)
from cxworkshop.content.values.books import (
    BookAnswer,
    BookCheck,
    BookFix,
    BookPick,
    BookStaffTest,
    BookStays,
    RoundBookContent,
    SetAside,
    YearBookContent,
    YearRound,
)
from cxworkshop.content.values.check import CheckSheetContent
from cxworkshop.content.values.make_better import (
    InTheWay,
    PlanBefore,
    PlanBlocker,
    PlanContent,
    PlanLicence,
    PlanStep,
    WallSheetContent,
    Week,
    WeeklyLook,
    licence_lead,
)
from cxworkshop.content.values.pick import (
    BallotsContent,
    Contender,
    CriteriaGridContent,
)
from cxworkshop.content.values.prepare import (
    BackRowContent,
    BlankKitContent,
    EncounterMapContent,
    GuideQuestion,
    InterviewGuideContent,
    MapStep,
    ScriptContent,
    ScriptLine,
    ScriptMeeting,
    ScriptStop,
    Visit,
)
from cxworkshop.content.values.share import (
    PosterContent,
    PromiseLine,
    StaffPageContent,
)
from cxworkshop.content.values.shared import (
    CriterionReason,
    CustomerQuote,
)
from cxworkshop.content.values.staff_test import (
    HeadingAnswers,
    StaffTestAnswer,
    StaffTestContent,
)
from cxworkshop.content.values.talk import BlankCardsContent
from cxworkshop.content.values.year import YearCheck, YearContent, YearLook, YearStory, YearWay

__all__ = [
    "AnswerSlip",
    "AnswerSlipsContent",
    "AnsweredWish",
    "AnswersContent",
    "BackRowContent",
    "BallotsContent",
    "BlankCardsContent",
    "BlankKitContent",
    "BookAnswer",
    "BookCheck",
    "BookFix",
    "BookPick",
    "BookStaffTest",
    "BookStays",
    "CheckSheetContent",
    "Contender",
    "CriteriaGridContent",
    "CriterionReason",
    "CustomerQuote",
    "EncounterMapContent",
    "EverythingSaidContent",
    "GuideQuestion",
    "HeadingAnswers",
    "IdeaCard",
    "InTheWay",
    "InterviewGuideContent",
    "MapStep",
    "PlanBefore",
    "PlanBlocker",
    "PlanContent",
    "PlanLicence",
    "PlanStep",
    "PosterContent",
    "PromiseLine",
    "RoundBookContent",
    "SaidCard",
    "SaidGroup",
    "SaidVerbatim",
    "ScriptContent",
    "ScriptLine",
    "ScriptMeeting",
    "ScriptStop",
    "SetAside",
    "SlipWish",
    "StaffPageContent",
    "StaffTestAnswer",
    "StaffTestContent",
    "Visit",
    "WallCard",
    "WallCardsContent",
    "WallSheetContent",
    "Week",
    "WeeklyLook",
    "YearBookContent",
    "YearCheck",
    "YearContent",
    "YearLook",
    "YearRound",
    "YearStory",
    "YearWay",
    "licence_lead",
]
