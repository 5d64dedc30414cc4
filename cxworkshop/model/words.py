"""What customers said, and where it came from."""

from datetime import date
from typing import Annotated, ClassVar

from cxworkshop.model.answers import Mark
from cxworkshop.model.base import (
    BatchId,
    CardId,
    CheckId,
    ConversationId,
    CustomerId,
    LookId,
    PersonId,
    QuestionId,
    RoundId,
    Row,
    VerbatimId,
)
from cxworkshop.model.limits import MOST_BYTES_OF_VALUE, NUMBERS, AtMost, Between


class Customer(Row):
    """A customer: a number, a kind, and a name only if wanted."""

    table: ClassVar[str] = "customer"
    order: ClassVar[str] = "number, id"
    lasts: ClassVar[bool] = True

    id: CustomerId
    number: Annotated[int, NUMBERS]
    kind: str = ""
    name: str | None = None
    wants_to_hear: bool = False  # what became of their wishes


class Conversation(Row):
    """One talk with one customer. Until `closed`, typing errors in its words are free (R2)."""

    table: ClassVar[str] = "conversation"
    lasts: ClassVar[bool] = True

    id: ConversationId
    round: RoundId
    customer: CustomerId
    day: date | None = None
    asked_by: PersonId | None = None
    closed: bool = False
    import_batch: BatchId | None = None
    day_30_check: CheckId | None = None
    look_again: LookId | None = None


class Verbatim(Row):
    """A customer's words; `said` is None when they only agreed. Without a card it is praise."""

    table: ClassVar[str] = "verbatim"
    lasts: ClassVar[bool] = True

    id: VerbatimId
    conversation: ConversationId
    said: str | None
    card: CardId | None = None
    question: QuestionId | None = None
    way: str | None = None
    first_said: str | None = None  # the words before the first correction after closing (R2)
    notices: Mark | None = None
    source_key: str | None = None  # which piece of an imported file this is
    set_aside_on: date | None = None


class ImportBatch(Row):
    """One file that was read, known by its SHA-256."""

    table: ClassVar[str] = "import_batch"
    lasts: ClassVar[bool] = True

    id: BatchId
    file_name: str
    sha256: str
    read_on: date


class ImportAside(Row):
    """A piece of a file that did not become a card, and why. It can be brought back."""

    table: ClassVar[str] = "import_aside"
    order: ClassVar[str] = "line, id"

    import_batch: BatchId
    line: Annotated[int, Between(0, 100_000_000)]
    words: Annotated[str, AtMost(MOST_BYTES_OF_VALUE)]  # whatever a file held
    why: str
    source_key: str
    brought_back: VerbatimId | None = None


class KeptRecipe(Row):
    """What was chosen for the columns of a file, as JSON, for next month's export of its kind.

    The id is made of their titles.
    """

    table: ClassVar[str] = "import_recipe"
    order: ClassVar[str] = "chosen_on, id"

    chosen_on: date
    choices: str


class Doubtful(Row):
    """The mark of a row that a rescue could not read for certain, until somebody checks it."""

    table: ClassVar[str] = "doubtful"
    lasts: ClassVar[bool] = True

    tbl: str
    row: str
    settled_on: date | None = None


class Forgotten(Row):
    """The id of something erased on a person's request: no merge or import brings it back."""

    table: ClassVar[str] = "forgotten"
    lasts: ClassVar[bool] = True
