"""What the room's Wall says, as plain values: no customer's name, and no claim before its time."""

from cxworkshop.content.wall.gatherer import WallGatherer, WallView
from cxworkshop.content.wall.names import HeldWords, NameChoice, NameChoices
from cxworkshop.content.wall.subject import WallKind, WallSubject, subject_of_stop

__all__ = [
    "HeldWords",
    "NameChoice",
    "NameChoices",
    "WallGatherer",
    "WallKind",
    "WallSubject",
    "WallView",
    "subject_of_stop",
]
