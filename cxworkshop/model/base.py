"""The base of all nouns, the typed ids, and the changes that listeners get."""

from typing import ClassVar, NamedTuple, NewType, dataclass_transform

from cxworkshop.compat import override
from cxworkshop.value_object import ValueObject

WorkshopIdentity = NewType("WorkshopIdentity", str)
RoundId = NewType("RoundId", str)
PersonId = NewType("PersonId", str)
QuestionId = NewType("QuestionId", str)
CustomerId = NewType("CustomerId", str)
ConversationId = NewType("ConversationId", str)
VerbatimId = NewType("VerbatimId", str)
CardId = NewType("CardId", str)
GroupId = NewType("GroupId", str)
PickId = NewType("PickId", str)
CheckId = NewType("CheckId", str)
StaffTestId = NewType("StaffTestId", str)
LookId = NewType("LookId", str)
StepId = NewType("StepId", str)
BatchId = NewType("BatchId", str)


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Row(ValueObject):
    """A row of a table, given by names; `order` is the order in which people expect rows of this
    kind.
    """

    table: ClassVar[str] = ""
    order: ClassVar[str] = "id"
    lasts: ClassVar[bool] = False  # R3: rows of this kind are set aside, never removed

    # What the screens take for granted; opening a file checks it, and so do undo and redo.
    id_form: ClassVar[str] = ""  # how the id is made of columns; "{a|b}" is the one that is said
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = ()  # of each of these, one column is said
    unique: ClassVar[tuple[str, ...]] = ()  # no two rows have the same in all of these columns
    counts_on: ClassVar[str] = ""  # the rows count 1, 2, 3 … in this column, one at least
    counted_by: ClassVar[str] = ""  # the counter that gave, and so is no less than, each code
    always_there: ClassVar[str] = ""  # the id of a row that no workshop is without

    id: str

    @override
    def __hash__(self) -> int:
        return hash((self.table, self.id))


class Changes(NamedTuple):
    """What an edit, undo or redo changed: the tables with a row of it, and at which `seq`."""

    seq: int
    title: str
    tables: frozenset[str] = frozenset()
