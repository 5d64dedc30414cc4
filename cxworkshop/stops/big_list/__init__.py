"""Stop 3, Big list: one stop to the others, though three modules say what it does."""

from cxworkshop.stops.big_list.big_list import BigList

__all__ = ["BigList"]
