"""What goes on paper: the values of each sheet, gathered from the workshop."""

from cxworkshop.stops.printing.printing import Printing

__all__ = ["Printing"]
