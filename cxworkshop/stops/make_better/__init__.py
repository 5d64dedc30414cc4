"""Stop 5, Make it better."""

from cxworkshop.stops.make_better.make_better import MakeBetter, PlanWords

__all__ = ["MakeBetter", "PlanWords"]
