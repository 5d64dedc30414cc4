"""Stop 4, Pick up to three: one stop to the others, though two modules say what it does."""

from cxworkshop.stops.pick.pick import Candidate, Picks

__all__ = ["Candidate", "Picks"]
