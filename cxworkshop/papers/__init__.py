"""What each sheet says, as plain values: stops fill them in, sheets and screens draw them."""

from cxworkshop.papers.plan import Hindrance, Licence, PlanPage, Quote, Reason, Step

__all__ = ["Hindrance", "Licence", "PlanPage", "Quote", "Reason", "Step"]
