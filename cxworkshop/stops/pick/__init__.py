"""Stop 4, Pick up to three."""

from cxworkshop.stops.pick.candidates import Candidate
from cxworkshop.stops.pick.pick import Picks

__all__ = ["Candidate", "Picks"]
