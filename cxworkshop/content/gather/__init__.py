"""What each sheet says, gathered from the workshop; one class for each stop."""

from cxworkshop.content.gather.gatherer import ContentGatherer

__all__ = ["ContentGatherer"]
