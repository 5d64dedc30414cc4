"""Stop 2, Talk to customers."""

from cxworkshop.stops.talk.answers import RecordedAnswer
from cxworkshop.stops.talk.talk import Talk

__all__ = ["RecordedAnswer", "Talk"]
