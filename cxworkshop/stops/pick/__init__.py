"""Stop 4, Pick up to three."""

from cxworkshop.stops.pick.pick import Candidate, Picks

__all__ = ["Candidate", "Picks"]
