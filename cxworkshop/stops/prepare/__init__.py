"""Stop 1, Prepare: one stop to the others, though three modules say what it does."""

from cxworkshop.stops.prepare.prepare import Prepare

__all__ = ["Prepare"]
