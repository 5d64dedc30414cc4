"""What goes on paper: the values of each sheet, gathered from the workshop."""

from cxworkshop.content.gather.printing import Printing

__all__ = ["Printing"]
