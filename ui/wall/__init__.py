"""The room's Wall: a window of its own on the projector, and its panel on the Desk."""
