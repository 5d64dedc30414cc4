"""Stop 1, Prepare."""

from cxworkshop.stops.prepare.prepare import Prepare

__all__ = ["Prepare"]
