"""Stop 6, the 30-day check: one stop to the others, though three modules say what it does."""

from cxworkshop.stops.check.answers import CheckWords
from cxworkshop.stops.check.check import Check

__all__ = ["Check", "CheckWords"]
