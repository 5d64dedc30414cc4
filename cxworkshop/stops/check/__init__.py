"""Stop 6, the 30-day check."""

from cxworkshop.stops.check.check import Check
from cxworkshop.stops.check.said import AskedList, CheckWords, WhoSaidIt

__all__ = ["AskedList", "Check", "CheckWords", "WhoSaidIt"]
