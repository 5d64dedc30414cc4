"""Stop 3, Big list: the stop itself, its typed piles, and how cards are placed in groups."""

from cxworkshop.stops.big_list.big_list import BigList

__all__ = ["BigList"]
