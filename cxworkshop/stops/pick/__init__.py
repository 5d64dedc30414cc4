"""Stop 4, Pick up to three."""

from cxworkshop.stops.pick.candidates import Before, Candidate
from cxworkshop.stops.pick.pick import Picks

__all__ = ["Before", "Candidate", "Picks"]
