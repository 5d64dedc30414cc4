"""The nouns: one frozen dataclass a table, with typed ids, in the words of the room.

A field is a column: `date` is kept as ISO text, `bool` as 0 or 1, an enum as its value. `None`
means "not said". Nothing of these is ever deleted: `set_aside_on` is the day it was put away.
"""

from cxworkshop.model.answers import (
    CHECK_AFTER_DAYS as CHECK_AFTER_DAYS,
)
from cxworkshop.model.answers import (
    CHECK_WITHIN_DAYS as CHECK_WITHIN_DAYS,
)
from cxworkshop.model.answers import (
    LOOK_AGAIN_AFTER as LOOK_AGAIN_AFTER,
)
from cxworkshop.model.answers import (
    MAX_PICKS as MAX_PICKS,
)
from cxworkshop.model.answers import (
    Criterion as Criterion,
)
from cxworkshop.model.answers import (
    CriterionAnswer as CriterionAnswer,
)
from cxworkshop.model.answers import (
    Expected as Expected,
)
from cxworkshop.model.answers import (
    Heading as Heading,
)
from cxworkshop.model.answers import (
    Left as Left,
)
from cxworkshop.model.answers import (
    Look as Look,
)
from cxworkshop.model.answers import (
    Mark as Mark,
)
from cxworkshop.model.answers import (
    NextStep as NextStep,
)
from cxworkshop.model.answers import (
    Verdict as Verdict,
)
from cxworkshop.model.base import (
    BatchId as BatchId,
)
from cxworkshop.model.base import (
    CardId as CardId,
)
from cxworkshop.model.base import (
    Changes as Changes,
)
from cxworkshop.model.base import (
    CheckId as CheckId,
)
from cxworkshop.model.base import (
    ConversationId as ConversationId,
)
from cxworkshop.model.base import (
    CustomerId as CustomerId,
)
from cxworkshop.model.base import (
    GroupId as GroupId,
)
from cxworkshop.model.base import (
    LookId as LookId,
)
from cxworkshop.model.base import (
    PersonId as PersonId,
)
from cxworkshop.model.base import (
    PickId as PickId,
)
from cxworkshop.model.base import (
    QuestionId as QuestionId,
)
from cxworkshop.model.base import (
    RoundId as RoundId,
)
from cxworkshop.model.base import (
    Row as Row,
)
from cxworkshop.model.base import (
    StaffTestId as StaffTestId,
)
from cxworkshop.model.base import (
    StepId as StepId,
)
from cxworkshop.model.base import (
    VerbatimId as VerbatimId,
)
from cxworkshop.model.base import (
    WorkshopIdentity as WorkshopIdentity,
)
from cxworkshop.model.board import (
    Answer as Answer,
)
from cxworkshop.model.board import (
    Ballot as Ballot,
)
from cxworkshop.model.board import (
    Card as Card,
)
from cxworkshop.model.board import (
    CardGroup as CardGroup,
)
from cxworkshop.model.board import (
    Different as Different,
)
from cxworkshop.model.board import (
    Opposite as Opposite,
)
from cxworkshop.model.board import (
    PrintedCode as PrintedCode,
)
from cxworkshop.model.board import (
    RoundCard as RoundCard,
)
from cxworkshop.model.board import (
    RoundGroup as RoundGroup,
)
from cxworkshop.model.history import (
    STAMP_COLUMNS as STAMP_COLUMNS,
)
from cxworkshop.model.history import (
    STORE_COLUMNS as STORE_COLUMNS,
)
from cxworkshop.model.history import (
    EditState as EditState,
)
from cxworkshop.model.history import (
    HistoryLine as HistoryLine,
)
from cxworkshop.model.improvement import (
    Blocker as Blocker,
)
from cxworkshop.model.improvement import (
    DayCheck as DayCheck,
)
from cxworkshop.model.improvement import (
    FirstStep as FirstStep,
)
from cxworkshop.model.improvement import (
    Fix as Fix,
)
from cxworkshop.model.improvement import (
    FrozenVerbatim as FrozenVerbatim,
)
from cxworkshop.model.improvement import (
    Helper as Helper,
)
from cxworkshop.model.improvement import (
    Judgement as Judgement,
)
from cxworkshop.model.improvement import (
    Licence as Licence,
)
from cxworkshop.model.improvement import (
    LookAgain as LookAgain,
)
from cxworkshop.model.improvement import (
    Override as Override,
)
from cxworkshop.model.improvement import (
    Pick as Pick,
)
from cxworkshop.model.improvement import (
    PutDown as PutDown,
)
from cxworkshop.model.improvement import (
    Quote as Quote,
)
from cxworkshop.model.improvement import (
    Slot as Slot,
)
from cxworkshop.model.improvement import (
    StaffTest as StaffTest,
)
from cxworkshop.model.improvement import (
    TestAnswer as TestAnswer,
)
from cxworkshop.model.team import (
    AgendaLine as AgendaLine,
)
from cxworkshop.model.team import (
    Decider as Decider,
)
from cxworkshop.model.team import (
    Deed as Deed,
)
from cxworkshop.model.team import (
    EncounterStep as EncounterStep,
)
from cxworkshop.model.team import (
    Holiday as Holiday,
)
from cxworkshop.model.team import (
    Person as Person,
)
from cxworkshop.model.team import (
    PlannedTalk as PlannedTalk,
)
from cxworkshop.model.team import (
    Question as Question,
)
from cxworkshop.model.team import (
    Round as Round,
)
from cxworkshop.model.team import (
    Served as Served,
)
from cxworkshop.model.team import (
    Team as Team,
)
from cxworkshop.model.team import (
    TeamIdea as TeamIdea,
)
from cxworkshop.model.team import (
    Told as Told,
)
from cxworkshop.model.team import (
    Way as Way,
)
from cxworkshop.model.words import (
    Conversation as Conversation,
)
from cxworkshop.model.words import (
    Customer as Customer,
)
from cxworkshop.model.words import (
    Doubtful as Doubtful,
)
from cxworkshop.model.words import (
    Forgotten as Forgotten,
)
from cxworkshop.model.words import (
    ImportAside as ImportAside,
)
from cxworkshop.model.words import (
    ImportBatch as ImportBatch,
)
from cxworkshop.model.words import (
    KeptRecipe as KeptRecipe,
)
from cxworkshop.model.words import (
    Verbatim as Verbatim,
)

NOUNS: tuple[type[Row], ...] = (
    Team,
    Round,
    Person,
    Served,
    Deed,
    AgendaLine,
    EncounterStep,
    TeamIdea,
    Way,
    Question,
    PlannedTalk,
    Decider,
    Told,
    Holiday,
    Customer,
    Conversation,
    Verbatim,
    ImportBatch,
    ImportAside,
    KeptRecipe,
    Doubtful,
    Forgotten,
    Card,
    RoundCard,
    PrintedCode,
    CardGroup,
    RoundGroup,
    Opposite,
    Different,
    Answer,
    Ballot,
    Slot,
    Pick,
    FrozenVerbatim,
    Quote,
    Judgement,
    Override,
    Helper,
    Licence,
    FirstStep,
    Blocker,
    DayCheck,
    StaffTest,
    TestAnswer,
    Fix,
    LookAgain,
    PutDown,
)
