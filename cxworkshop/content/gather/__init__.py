"""What goes on paper: the values of each sheet, gathered from the workshop."""

from cxworkshop.content.gather.gatherer import ContentGatherer

__all__ = ["ContentGatherer"]
