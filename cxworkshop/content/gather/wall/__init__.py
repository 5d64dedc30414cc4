"""What the room's Wall says: no customer's name, and no claim before its time."""

from cxworkshop.content.gather.wall.gatherer import WallGatherer, WallView

__all__ = ["WallGatherer", "WallView"]
